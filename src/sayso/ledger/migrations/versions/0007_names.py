"""File the names that documents have. The tables are filled when the ledger is opened."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "filed_name",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("more", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("filed_name_by_name", "filed_name", ["name", "noun", "kind", "more"], unique=True)
    op.create_table(
        "name_block",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("name", sa.Integer(), sa.ForeignKey("filed_name.row"), nullable=False),
        sa.PrimaryKeyConstraint("block", "name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "name_use",
        sa.Column("name", sa.Integer(), sa.ForeignKey("filed_name.row"), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "situation", "day"),
        sqlite_with_rowid=False,
    )
