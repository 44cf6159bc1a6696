"""Keep the keys of copies by levels. Those that are there are of the last."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

LAST = 2
KEPT = "hash, rank, wording, keys"


def upgrade() -> None:
    """Make the table anew, under the name that its rows keep."""
    op.execute(f"CREATE TABLE copy_key_before AS SELECT {KEPT} FROM copy_key ORDER BY hash, rank, wording")
    op.drop_table("copy_key")
    op.create_table(
        "copy_key",
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("level", "hash", "rank", "wording"),
        sa.ForeignKeyConstraint(["wording"], ["wording.row"]),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO copy_key (level, {KEPT}) SELECT {LAST}, {KEPT} FROM copy_key_before")
    op.drop_table("copy_key_before")
