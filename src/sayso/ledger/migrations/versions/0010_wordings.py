"""File names anew, under their wordings too. The tables are filled when the ledger is opened."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Take away what is filed."""
    for table in ("name_block", "name_use", "filed_name"):
        op.execute(f"DELETE FROM {table}")
