"""Remember the situations that documents were read in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; what was read before finds its situation again when it is next added to."""
    op.create_table(
        "situation",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint"),
    )
