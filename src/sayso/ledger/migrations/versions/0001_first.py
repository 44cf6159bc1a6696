"""The ledger's first schema: documents, readings, their records, copies, and full-text indexes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FULL_TEXT = {
    "statement": "words",
    "figure": "words, measure",
    "event": "words, type",
    "document": "title, text",
}
TOKENIZE = "tokenize='unicode61 remove_diacritics 2'"


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "wording",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("wording_by_digest", "wording", ["digest"], unique=True)
    op.create_table(
        "copy_band",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["wording"], ["wording.row"]),
        sa.PrimaryKeyConstraint("hash", "wording"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy_pair",
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["wording.row"]),
        sa.ForeignKeyConstraint(["second"], ["wording.row"]),
        sa.PrimaryKeyConstraint("first", "second"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "document",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wording"], ["wording.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("document_by_id", "document", ["id"], unique=True)
    op.create_index("document_by_wording", "document", ["wording"], unique=False)
    op.create_table(
        "reading",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=True),
        sa.Column("troubles", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("reading_by_document", "reading", ["document"], unique=False)
    op.create_index("reading_by_id", "reading", ["id"], unique=True)
    op.create_table(
        "receipt",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("retrieved", sa.Text(), nullable=True),
        sa.Column("known", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("receipt_by_document", "receipt", ["document"], unique=False)
    op.create_table(
        "actor",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("acronyms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
        comment="Somebody that a document names; start and end are the first mention's.",
    )
    op.create_index("actor_by_reading", "actor", ["reading"], unique=False)
    op.create_index("actor_names", "actor", ["reading", "name", "kind", "acronyms"], unique=False)
    op.create_table(
        "event",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("event_by_id", "event", ["id"], unique=False)
    op.create_index("event_by_reading", "event", ["reading"], unique=False)
    op.create_table(
        "figure",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("figure_by_id", "figure", ["id"], unique=False)
    op.create_index("figure_by_measure", "figure", ["measure"], unique=False)
    op.create_index("figure_by_reading", "figure", ["reading"], unique=False)
    op.create_table(
        "place",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("place_by_name", "place", ["name"], unique=False)
    op.create_index("place_by_reading", "place", ["reading"], unique=False)
    op.create_index("place_names", "place", ["reading", "name", "geonames"], unique=False)
    op.create_table(
        "problem",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=True),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("problem_by_id", "problem", ["id"], unique=True)
    op.create_index("problem_by_reading", "problem", ["reading"], unique=False)
    op.create_table(
        "quantity",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("quantity_by_reading", "quantity", ["reading"], unique=False)
    op.create_table(
        "statement",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("statement_by_id", "statement", ["id"], unique=False)
    op.create_index("statement_by_reading", "statement", ["reading"], unique=False)
    op.create_index("statement_by_speaker", "statement", ["speaker"], unique=False)
    op.create_index("statement_speakers", "statement", ["reading", "speaker", "speaker_kind"], unique=False)
    op.create_table(
        "time",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("time_by_reading", "time", ["reading"], unique=False)
    for table, columns in FULL_TEXT.items():
        content = f"content='{table}', content_rowid='row', {TOKENIZE}"
        op.execute(f"CREATE VIRTUAL TABLE {table}_words USING fts5({columns}, {content})")
