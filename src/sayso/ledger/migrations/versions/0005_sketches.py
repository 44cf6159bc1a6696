"""Sketch every document, so that stories can be told."""

import sqlalchemy as sa
from alembic import op

from sayso.ledger.stories.sketches import sketch_of

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table, and sketch the documents that are there."""
    sketch = op.create_table(
        "sketch",
        sa.Column("document", sa.Integer(), sa.ForeignKey("document.row"), nullable=False),
        sa.Column("terms", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document"),
    )
    texts = op.get_bind().execution_options(yield_per=200).exec_driver_sql("SELECT row, title, text FROM document")
    rows = ({"document": row, "terms": sketch_of(title, text)} for row, title, text in texts)
    op.bulk_insert(sketch, list(rows))
