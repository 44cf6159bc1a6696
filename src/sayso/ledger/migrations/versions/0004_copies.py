"""Find copies by runs of words instead of sketches; keep versions of an address and the wires that are credited."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

SHARES = ("first_share", "second_share")


def upgrade() -> None:
    """Make the tables anew. They are filled again from the documents when the ledger is opened."""
    op.drop_table("copy_band")
    op.drop_table("copy_pair")
    op.create_table(
        "copy_key",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "rank", "wording"),
        sa.ForeignKeyConstraint(["wording"], ["wording.row"]),
        sqlite_with_rowid=False,
    )
    _make_pairs("copy_pair", "wording")
    _make_pairs("copy_version", "document")
    op.create_table(
        "copy_address",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "document"),
        sa.ForeignKeyConstraint(["document"], ["document.row"]),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy_credit",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("wire", sa.Text(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document", "field", "start", "wire"),
        sa.ForeignKeyConstraint(["document"], ["document.row"]),
        sqlite_with_rowid=False,
    )


def _make_pairs(name: str, of: str) -> None:
    op.create_table(
        name,
        *(sa.Column(c, sa.Integer(), nullable=False) for c in ("first", "second", *SHARES)),
        sa.PrimaryKeyConstraint("first", "second"),
        sa.ForeignKeyConstraint(["first"], [f"{of}.row"]),
        sa.ForeignKeyConstraint(["second"], [f"{of}.row"]),
        sqlite_with_rowid=False,
    )
