"""Every table of the ledger, stated once.

Rows of what came in are only ever added; those of `copy_address`, `copy_version`, `copy_credit`, `counting` and
`name_use`, which are made from it, give way where an earlier receipt of a document comes in, or another reading of it.
What a record says is kept as the JSON of its noun (column `noun`), because a view hands out whole nouns and a new
optional field then needs no migration; beside it stand only the columns that a view filters, joins or groups by. `row`
is the ledger's own number for a row, counted up by its one writer: it joins tables and full-text indexes cheaply and
means nothing outside the file. Ids (see `sayso.model.identity`) are what the world sees.

The tables are the same in a file and on a server (`sayso.ledger.stores`). Full-text indexes are each store's own: which
there are stands below the tables.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    literal_column,
    text,
)

APPLICATION_ID = 0x53415953
"""Marks the file as a ledger of sayso (SQLite's `application_id`: the letters SAYS)."""

GENERATION = 16
"""Rows whose numbers differ in these last bits alone are one generation. An index on ids, which are hashes, takes each
row of a batch on another page, and the more rows the surer. By generations first it takes them on the few hundred pages
of the newest; a question looks into each. Adding one document to 30,000 changed 85 pages, and 64 so."""

metadata = MetaData()

wording = Table(
    "wording",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("digest", Text, nullable=False, comment="hash of the words of a text, and of which are quoted"),
    Index("wording_by_digest", "digest", unique=True),  # adding: is there a document of exactly these words?
    comment="One row for each different sequence of words. Exact copies share one.",
)

copy_key = Table(
    "copy_key",
    metadata,
    Column("level", Integer, primary_key=True, autoincrement=False, comment="0 for the newest wordings (see meeting)"),
    Column("hash", BigInteger, primary_key=True, autoincrement=False, comment="of a run of words (see wordprints)"),
    Column("rank", BigInteger, primary_key=True, autoincrement=False, comment="the head of the wording's digest"),
    Column("wording", ForeignKey("wording.row"), primary_key=True),
    Column("keys", Integer, nullable=False, comment="how many the wording has"),
    comment="The index of copies: wordings that share enough keys are compared. Ordered as adding looks them up.",
    sqlite_with_rowid=False,
)

copy_pair = Table(
    "copy_pair",
    metadata,
    Column("first", ForeignKey("wording.row"), primary_key=True),
    Column("second", ForeignKey("wording.row"), primary_key=True),
    Column("first_share", Integer, nullable=False, comment="thousandths of the first that the second has"),
    Column("second_share", Integer, nullable=False, comment="thousandths of the second that the first has"),
    comment="Pairs of wordings that were compared and found to be copies, or one a part of the other.",
    sqlite_with_rowid=False,
)

document = Table(
    "document",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("wording", ForeignKey("wording.row"), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False, comment="exactly as received"),
    Index("document_by_id", "id", unique=True),  # adding, show
    Index("document_by_wording", "wording"),  # adding: a text of a candidate wording
    comment="One version of one text.",
)

copy_address = Table(
    "copy_address",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False, comment="of the address without its trimmings"),
    Column("document", ForeignKey("document.row"), primary_key=True),
    comment="The documents that stood at one address, for adding.",
    sqlite_with_rowid=False,
)

copy_version = Table(
    "copy_version",
    metadata,
    Column("first", ForeignKey("document.row"), primary_key=True),
    Column("second", ForeignKey("document.row"), primary_key=True),
    Column("first_share", Integer, nullable=False, comment="as in copy_pair"),
    Column("second_share", Integer, nullable=False),
    comment="Pairs of documents that are versions of one text at one address.",
    sqlite_with_rowid=False,
)

copy_credit = Table(
    "copy_credit",
    metadata,
    Column("document", ForeignKey("document.row"), primary_key=True),
    Column("field", Text, primary_key=True, comment="text or byline: where the words stand"),
    Column("start", Integer, primary_key=True),
    Column("wire", Text, primary_key=True, comment="the news agency, by the name the lexicon has for it"),
    Column("end", Integer, nullable=False),
    Column("whole", Integer, nullable=False, comment="1: the text is the wire's; 0: the wire helped"),
    comment="The wires that documents credit.",
    sqlite_with_rowid=False,
)

sketch = Table(
    "sketch",
    metadata,
    Column("document", ForeignKey("document.row"), primary_key=True),
    Column("terms", LargeBinary, nullable=False, comment="as sayso.ledger.stories.sketches writes them"),
    comment="What each document is about, as numbers: what stories are grouped by.",
)

receipt = Table(
    "receipt",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", ForeignKey("document.row"), nullable=False),
    Column("retrieved", Text, comment="ISO 8601 moment in UTC"),
    Column("known", Text, comment="the day of `retrieved`"),
    Column("outlet", Text, nullable=False),
    Column("noun", Text, nullable=False, comment="the document's JSON, all but its text"),
    Index("receipt_by_document", "document"),  # adding: how a document was first received
    comment="How a document came in. A later row of one document is an earlier receipt, and is the one that counts.",
)

reading = Table(
    "reading",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, comment="content hash of the whole reading"),
    Column("document", ForeignKey("document.row"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("rank", Text, nullable=False, comment="`reader` in a form whose order is the order of versions"),
    Column("situation", Text, nullable=False, comment="fingerprint of the situation that it was read in"),
    Column("known", Text, comment="the day of the document, where the reading has one"),
    Column("troubles", Integer, nullable=False, comment="how many problems it has"),
    Column("noun", Text, nullable=False, comment="the reading's JSON, all but its records"),
    Index("reading_by_id", "id", unique=True),  # adding
    Index("reading_by_document", "document"),  # adding: the reading of a document that counts
    comment="What one version of the reader found in one document, in one situation.",
)

counting = Table(
    "counting",
    metadata,
    Column("document", ForeignKey("document.row"), primary_key=True),
    Column("situation", Text, primary_key=True, comment="the one asked for; '' is every other"),
    Column("several", Integer, nullable=False, comment="1: the document was read in several situations"),
    Column("reading", ForeignKey("reading.row"), nullable=False),
    Column("receipt", ForeignKey("receipt.row"), nullable=False),
    Column("id", Text, nullable=False, comment="the document's"),
    Column("day", Text, nullable=False, comment="the day it was known on; ~, which is behind all days, where none is"),
    Index("counting_by_reading", "reading"),  # every view that starts from records
    Index("counting_by_day", "day", "id"),  # every view: its order, and the newest alone
    comment="Which reading and which receipt of each document count, and since when.",
    sqlite_with_rowid=False,
)

situation = Table(
    "situation",
    metadata,
    Column("fingerprint", Text, primary_key=True, comment="as in reading.situation"),
    Column("noun", Text, nullable=False),
    comment="The situations that documents were read in, with the day zero that the documents gave away.",
)

problem = Table(
    "problem",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("reading", ForeignKey("reading.row"), comment="none: met before there was a reading"),
    Column("noun", Text, nullable=False),
    Index("problem_by_id", "id", unique=True),  # adding
    Index("problem_by_reading", "reading"),  # problems
    comment="Trouble met on the way.",
)


judgement = Table(
    "judgement",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("known", Text, nullable=False, comment="the day of its moment, in UTC"),
    Column("noun", Text, nullable=False),
    Index("judgement_by_id", "id", unique=True),  # adding
    comment="What people decided. Ids of records are functions of document and span: no reading takes them away.",
)


def generation(row: ColumnElement[int]) -> ColumnElement[int]:
    """Which generation a row of this number is of, as its indexes have it."""
    bits: Any = literal_column(str(GENERATION))
    return row.op(">>", return_type=Integer())(bits)


def _by_generation(name: str, column: str) -> Index:
    """An index by generation and a column; asked by `sayso.ledger.asking.has_one_of`."""
    return Index(name, text(f'("row" >> {GENERATION})'), column)


def _records(name: str, comment: str, *more: Column[str] | Column[int] | Index) -> Table:
    """A table of records of readings. Rows of one reading stand in the order of the reading. An index that begins with
    the reading serves the record, readings, and filters that start from documents.
    """
    return Table(
        name,
        metadata,
        Column("row", Integer, primary_key=True),
        Column("reading", ForeignKey("reading.row"), nullable=False),
        Column("start", Integer, nullable=False, comment="characters of the document's text"),
        Column("end", Integer, nullable=False),
        Column("noun", Text, nullable=False),
        *more,
        comment=comment,
    )


statement = _records(
    "statement",
    "What a document hands to a source.",
    Column("id", Text, nullable=False),
    Column("words", Text, nullable=False, comment="the words of its content"),
    Column("speaker", Text),
    Column("speaker_kind", Text, nullable=False),
    _by_generation("statement_by_id", "id"),  # show
    _by_generation("statement_by_speaker", "speaker"),  # statements(by=…)
    Index("statement_speakers", "reading", "speaker", "speaker_kind"),  # adding; names: what shows all of them
)

figure = _records(
    "figure",
    "A number that tells how the crisis stands.",
    Column("id", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("place", Text),
    Column("source", Text),
    _by_generation("figure_by_id", "id"),  # show
    Index("figure_by_measure", "measure"),  # figures(measure=…), series(measure=…)
    Index("figure_by_reading", "reading"),
)

event = _records(
    "event",
    "Something that happened, is planned or is denied.",
    Column("id", Text, nullable=False),
    Column("words", Text, nullable=False, comment="the words of its clause"),
    Column("type", Text, nullable=False),
    Column("place", Text),
    _by_generation("event_by_id", "id"),  # show
    Index("event_by_reading", "reading"),
)

time = _records("time", "An expression that says when.", Index("time_by_reading", "reading"))
quantity = _records("quantity", "A measured or counted amount, crisis or not.", Index("quantity_by_reading", "reading"))

place = _records(
    "place",
    "A mention of a place.",
    Column("name", Text, nullable=False),
    Column("geonames", Integer),
    Index("place_names", "reading", "name", "geonames"),  # adding; statements(place=…); names: what shows all of them
)

actor = _records(
    "actor",
    "Somebody that a document names; start and end are the first mention's.",
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("acronyms", Text, nullable=False, comment="those of its other names that are capitals, by spaces"),
    Index("actor_names", "reading", "name", "kind", "acronyms"),  # adding; names: what shows all of them
)

filed_name = Table(
    "filed_name",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("noun", Text, nullable=False, comment="actor, place; source, at: what only stands in a figure or an event"),
    Column("name", Text, nullable=False, comment="as documents have it"),
    Column("kind", Text, nullable=False, comment="of an actor"),
    Column("more", Text, nullable=False, comment="an actor's acronyms, by spaces; a place's GeoNames number"),
    Index("filed_name_by_name", "name", "noun", "kind", "more", unique=True),  # adding
    comment="One row for each different name, kind, and acronyms or number. Only ever added.",
)

name_block = Table(
    "name_block",
    metadata,
    Column("block", Text, primary_key=True, comment="see sayso.ledger.names.blocks; a place's begin with @"),
    Column("name", ForeignKey("filed_name.row"), primary_key=True),
    comment="Under what names are filed, so that all which may be one with a name are found from it.",
    sqlite_with_rowid=False,
)

name_use = Table(
    "name_use",
    metadata,
    Column("name", ForeignKey("filed_name.row"), primary_key=True),
    Column("situation", Text, primary_key=True, comment="'': in any; else what it is more, or less, in this one"),
    Column("day", Text, primary_key=True, comment="as in counting"),
    Column("uses", Integer, nullable=False),
    comment="How often the readings that count use each name.",
    sqlite_with_rowid=False,
)

FULL_TEXT = {
    "statement_words": ("statement", ("words",)),
    "figure_words": ("figure", ("words", "measure")),
    "event_words": ("event", ("words", "type")),
    "document_words": ("document", ("title", "text")),
}
"""Full-text indexes, the table whose words each holds, and the columns of it."""
