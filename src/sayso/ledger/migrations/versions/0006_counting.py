"""Keep which reading of each document counts. The table is filled when the ledger is opened."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "counting",
        sa.Column("document", sa.Integer(), sa.ForeignKey("document.row"), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("several", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), sa.ForeignKey("reading.row"), nullable=False),
        sa.Column("receipt", sa.Integer(), sa.ForeignKey("receipt.row"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", "situation"),
        sqlite_with_rowid=False,
    )
    op.create_index("counting_by_reading", "counting", ["reading"])
    op.create_index("counting_by_day", "counting", ["day", "id"])
