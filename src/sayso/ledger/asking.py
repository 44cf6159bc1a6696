"""Ask the tables of a ledger: which reading of a document counts, as of when, and which records of it are wanted.

Enters: a connection and what to filter by. Leaves: rows. Which of several readings of one document counts, and which
of its receipts, is kept: see `sayso.ledger.counting`.
"""

import functools
from collections.abc import Collection, Iterable, Sequence, Set
from copy import copy
from typing import Any, cast

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Subquery,
    Table,
    Text,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.sql.visitors import replacement_traverse

from sayso.ledger.stores.choosing import items_of, rows_with_words, store_of, values_of
from sayso.ledger.stores.store import AtHand, Field
from sayso.ledger.tables import (
    actor,
    counting,
    document,
    event,
    figure,
    generation,
    place,
    reading,
    receipt,
    sketch,
    statement,
)

UNDATED = "~"
"""In the place of the day on which a document was known, where nobody knows it: it comes behind every day."""


class Wanted:
    """The documents that count: in which situation they were read and which days they were known on.

    `without` are ids of documents that people have rejected, `days` conditions that their days in `counting` fulfil,
    `number` how many of the newest there are at most.
    """

    def __init__(
        self,
        situation: str,
        as_of: str | None = None,
        since: str | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        self.situation = situation
        self.as_of = as_of
        self.since = since
        self.without = without
        self.days: tuple[ColumnElement[bool], ...] = ()
        self.number: int | None = None

    def newest(self, number: int) -> "Wanted":
        """So many of them, the newest."""
        found = copy(self)
        found.number = number
        return found

    def known_on(self, days: ColumnElement[bool]) -> "Wanted":
        """Those of them whose days are as this says of `counting.c.day`."""
        found = copy(self)
        found.days = *self.days, days
        return found

    def counted(self) -> CTE:
        """One row a document, as `each` has them. Materialised: for questions that go through all documents."""
        return self._counted().cte("counted").prefix_with("MATERIALIZED")

    def each(self) -> Subquery:
        """One row a document: `document`, `reading`, `receipt` (row numbers), `id`, `day` and `known`, for questions
        that may start from some records, or end with the newest.

        `day` is `known`, but `UNDATED` where that is empty: views come in the order of it.
        """
        return self._counted().subquery("counted")

    def _counted(self) -> Select[Any]:
        known = case((counting.c.day == UNDATED, ""), else_=counting.c.day).label("known")
        query = select(*counting.c["document", "reading", "receipt", "id", "day"], known).where(
            self._asked(), *self.days
        )
        if self.as_of is not None:
            query = query.where(counting.c.day <= self.as_of)
        if self.since is not None:
            query = query.where(counting.c.day >= self.since, counting.c.day != UNDATED)
        if self.without:
            query = query.where(~is_one_of(counting.c.id, self.without))
        if self.number is not None:
            query = query.order_by(counting.c.day.desc(), counting.c.id.desc()).limit(self.number)
        return query

    def _asked(self) -> ColumnElement[bool]:
        """Of the rows of one document the one for the situation asked for, else that for every other."""
        own, every = counting.c.situation == self.situation, counting.c.situation == ""
        if not self.situation:
            return every
        asked = counting.alias("asked")
        told = asked.c.document == counting.c.document, asked.c.situation == self.situation
        return or_(own, and_(every, or_(counting.c.several == 0, ~select(asked.c.day).where(*told).exists())))


def ask_documents(
    connection: Connection, wanted: Wanted, *, where: Sequence[ColumnElement[bool]] = (), limit: int | None = None
) -> Sequence[Any]:
    """Rows of id, known, outlet and text, and the nouns of receipt and reading, by (known, id)."""
    counted = wanted.each()
    nouns = receipt.c.noun.label("receipt"), reading.c.noun.label("reading")
    query = (
        select(*counted.c["id", "known"], receipt.c.outlet, document.c.text, *nouns)
        .join(document, document.c.row == counted.c.document)
        .join(receipt, receipt.c.row == counted.c.receipt)
        .join(reading, reading.c.row == counted.c.reading)
        .where(*where)
    )
    return _in_order(connection, query, counted, counted.c.id, limit)


def ask_records(
    connection: Connection,
    wanted: Wanted,
    table: Table,
    *,
    where: Sequence[ColumnElement[bool]] = (),
    limit: int | None = None,
) -> Sequence[Any]:
    """Rows of id, document's id, known, outlet, noun and words of the records of `table`, by (known, document, place
    in it). Those of figures have the id and noun of the `whole` that the figure is a part of. Of the newest documents
    alone, where those are wanted, all records are gone through, and no index of `where` is used.
    """
    counted = wanted.each()
    if wanted.number is not None:
        where = [_at_hand(one, table) for one in where]
    columns = [
        table.c.id,
        counted.c.id.label("document"),
        counted.c.known,
        receipt.c.outlet,
        table.c.noun,
        table.c.words,
    ]
    if table is figure:
        columns += [_of_whole("id").label("whole"), _of_whole("noun").label("whole_noun")]
    query = select(*columns).join(counted, counted.c.reading == table.c.reading)
    query = query.join(receipt, receipt.c.row == counted.c.receipt).where(*where)
    return _in_order(connection, query, counted, table.c.start, limit, table.c.end, table.c.id)


def _in_order(
    connection: Connection, query: Select[Any], counted: Subquery | CTE, first: Any, limit: int | None, *more: Any
) -> Sequence[Any]:
    """Run it in the order of every view. A limit keeps the newest."""
    keys = [counted.c.day, counted.c.id, first, *more]
    if limit is None:
        return connection.execute(query.order_by(*keys)).all()
    return connection.execute(query.order_by(*(key.desc() for key in keys)).limit(limit)).all()[::-1]


def _at_hand(where: ColumnElement[bool], table: Table) -> ColumnElement[bool]:
    """The same, but tested on rows of `table` that are at hand, and not what they are found by."""
    columns = set(table.columns)

    def replace(element: Any, **_: Any) -> Any:
        return AtHand(element) if element in columns else None

    return replacement_traverse(where, {}, replace)


def _of_whole(column: str) -> Any:
    """A column of the figure that a figure is a part of: records of a reading are numbered on in its order."""
    whole, first = figure.alias("whole"), figure.alias("first")
    place_in = Field(figure.c.noun, "part_of", Integer())
    start = select(func.min(first.c.row)).where(first.c.reading == figure.c.reading).correlate(figure)
    at = case((place_in.is_not(None), start.scalar_subquery() + place_in))
    query = select(whole.c[column]).where(whole.c.row == at, whole.c.reading == figure.c.reading)
    return query.correlate(figure).scalar_subquery()


def is_part() -> ColumnElement[bool]:
    """Whether a figure is a part of another one."""
    return cast(ColumnElement[bool], Field(figure.c.noun, "part_of", Integer()).is_not(None))


def population_of_figure() -> ColumnElement[Any]:
    """Those whom a figure counts."""
    return Field(figure.c.noun, "population", Text())


def act_of_statement() -> ColumnElement[Any]:
    """What was done by saying it."""
    return Field(statement.c.noun, "act", Text())


def ask_populations(connection: Connection, wanted: Wanted) -> set[str]:
    """Those whom figures count."""
    counted, name = wanted.counted(), population_of_figure()
    query = select(name).select_from(figure).join(counted, counted.c.reading == figure.c.reading)
    return set(connection.execute(query.where(name.is_not(None)).distinct()).scalars())


def ask_received(connection: Connection, ids: Iterable[str]) -> Sequence[Any]:
    """Rows of id and text of these documents, and the noun of the receipt that counts."""
    query = select(document.c.id, document.c.text, receipt.c.noun).join(counting, counting.c.document == document.c.row)
    query = query.join(receipt, receipt.c.row == counting.c.receipt).where(counting.c.situation == "")
    return connection.execute(query.where(is_one_of(document.c.id, ids))).all()


def ask_texts_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The texts of documents, by id."""
    rows = connection.execute(select(document.c.id, document.c.text).where(is_one_of(document.c.id, ids)))
    return {str(one): str(words) for one, words in rows}


def stands_at(names: Set[str]) -> ColumnElement[bool]:
    """Whether a place of one of these names is mentioned within a statement's words."""
    within = and_(
        place.c.reading == statement.c.reading, place.c.start >= statement.c.start, place.c.end <= statement.c.end
    )
    return select(place.c.row).where(within, is_one_of(place.c.name, names)).exists()


def has_words(table: Table, about: str) -> ColumnElement[bool]:
    """Whether a row of a table with a full-text index has all the words of `about`; a final * stands for any ending."""
    return cast(ColumnElement[bool], table.c.row.in_(rows_with_words(f"{table.name}_words", about)))


def records_have_words(table: Table, about: str, wanted: Wanted) -> ColumnElement[bool]:
    """As `has_words`, of the records of these documents. Where only the newest are wanted, nothing is found that was
    added before all of them: a common word is in most rows there are.
    """
    rows = rows_with_words(f"{table.name}_words", about)
    if wanted.number is not None:
        rows = rows.where(rows.selected_columns.row >= _first_row(table, wanted))
    return cast(ColumnElement[bool], table.c.row.in_(rows))


def _first_row(table: Table, wanted: Wanted) -> Any:
    """The lowest row of the records of these documents: later readings have higher rows."""
    of, counted = table.alias("of"), wanted.each()
    first = select(func.min(counted.c.reading)).scalar_subquery()
    reading_of = select(of.c.reading).where(of.c.reading >= first).order_by(of.c.reading).limit(1).scalar_subquery()
    least = table.alias("least")
    return select(func.min(least.c.row)).where(least.c.reading == reading_of).scalar_subquery()


def has_one_of_each(table: Table, groups: Sequence[Sequence[str]]) -> ColumnElement[bool]:
    """Whether a row of a table with a full-text index has, of each group of phrases, one."""
    return cast(ColumnElement[bool], table.c.row.in_(rows_with_words(f"{table.name}_words", groups)))


def is_one_of(column: Any, wanted: Iterable[Any]) -> ColumnElement[bool]:
    """Whether a column has one of these values, however many there are: a query takes some ten thousand parameters."""
    return cast(ColumnElement[bool], column.in_(values_of(wanted, column)))


def has_one_of(column: Any, wanted: Iterable[Any]) -> ColumnElement[bool]:
    """As `is_one_of`, of a column that is indexed by generations."""
    return and_(_is_of_any_generation(column.table), is_one_of(column, wanted))


@functools.cache
def _is_of_any_generation(table: Table) -> ColumnElement[bool]:
    """What is always so, in the words of the index: generations are numbered from 0."""
    last = select(generation(func.max(table.alias().c.row))).scalar_subquery()
    first = select(literal(0).label("number")).cte(f"{table.name}_generations", recursive=True)
    every = first.union_all(select(first.c.number + 1).where(first.c.number < last))
    return generation(table.c.row).in_(select(every.c.number))


def ask_acting(connection: Connection, wanted: Wanted) -> set[str]:
    """Those who act in events."""
    counted, acting = wanted.counted(), items_of(event.c.noun, "actor")
    events = event.join(counted, counted.c.reading == event.c.reading).join(acting, true())
    return set(connection.execute(select(acting.c.value).select_from(events).distinct()).scalars())


def is_done_by(names: Set[str]) -> ColumnElement[bool]:
    """Whether somebody of one of these names acts in an event."""
    acting = items_of(event.c.noun, "actor").c.value
    return select(acting).where(is_one_of(acting, names)).correlate(event).exists()


def ask_speakers(
    connection: Connection,
    wanted: Wanted,
    without: Collection[str] = (),
    among: Collection[str] | None = None,
) -> Sequence[Any]:
    """Name, kind and number of statements of every speaker of a statement; `without` are ids of statements left out,
    `among` of the only ones that count.
    """
    counted = wanted.counted()
    query = select(statement.c.speaker, statement.c.speaker_kind, func.count(statement.c.row))
    query = query.join(counted, counted.c.reading == statement.c.reading).where(statement.c.speaker.is_not(None))
    if without:
        query = query.where(~is_one_of(statement.c.id, without))
    if among is not None:
        query = query.where(has_one_of(statement.c.id, among))
    return connection.execute(query.group_by(statement.c.speaker, statement.c.speaker_kind)).all()


def ask_naming(connection: Connection, wanted: Wanted, names: set[str] | None = None) -> Sequence[Any]:
    """Name, kind, and start and end of the first mention of everybody whom documents name, with the id and day of the
    document; of those with one of these names, where any are given.
    """
    counted = wanted.counted()
    columns = *actor.c["name", "kind", "start", "end"], *counted.c["id", "known"]
    query = select(*columns).join(counted, counted.c.reading == actor.c.reading)
    return connection.execute(query if names is None else query.where(is_one_of(actor.c.name, names))).all()


def ask_speaking(
    connection: Connection, wanted: Wanted, names: set[str] | None = None, without: Collection[str] = ()
) -> Sequence[Any]:
    """Speaker, kind, and id and day of the document, of every speaker in a document, with how often it gives the word
    to them; of those with one of these names, where any are given. Kinds of speakers are left out that are `without`.
    """
    counted = wanted.counted()
    columns = statement.c.speaker, statement.c.speaker_kind, counted.c.id, counted.c.known
    query = select(*columns, func.count(statement.c.row).label("times"))
    query = query.join(counted, counted.c.reading == statement.c.reading).where(statement.c.speaker.is_not(None))
    query = query.where(statement.c.speaker_kind.not_in(without))
    if names is not None:
        query = query.where(is_one_of(statement.c.speaker, names))
    return connection.execute(query.group_by(statement.c.reading, *columns)).all()  # the index has them by reading


def ask_places(connection: Connection, wanted: Wanted) -> Sequence[Any]:
    """Name, GeoNames number and number of mentions of every place."""
    counted = wanted.counted()
    query = select(place.c.name, place.c.geonames, func.count(place.c.row))
    query = query.join(counted, counted.c.reading == place.c.reading)
    return connection.execute(query.group_by(place.c.name, place.c.geonames)).all()


def ask_located(connection: Connection, wanted: Wanted) -> Sequence[Any]:
    """Name and GeoNames number of every place in every document, with the document's id and day, how often it is
    mentioned there, and the noun of one mention.
    """
    counted = wanted.counted()
    columns = place.c.name, place.c.geonames, counted.c.id, counted.c.known
    told = func.min(place.c.noun).label("noun"), func.count(place.c.row).label("mentions")
    query = select(*columns, *told).join(counted, counted.c.reading == place.c.reading)
    return connection.execute(query.group_by(place.c.reading, *columns)).all()  # the index has them by reading


def starts_with(table: Table, prefix: str) -> ColumnElement[bool]:
    """Whether the id begins with `prefix`: as a range, which the index serves."""
    return and_(_is_of_any_generation(table), table.c.id >= prefix, table.c.id < prefix + "~")


def ask_prefixed(connection: Connection, wanted: Wanted, prefix: str) -> dict[str, str]:
    """The documents and records whose ids begin with `prefix`: the noun of each id."""
    counted = wanted.each()
    documents = select(counted.c.id).where(counted.c.id >= prefix, counted.c.id < prefix + "~")
    found = dict.fromkeys(connection.execute(documents).scalars(), str(document.name))
    for table in (statement, figure, event):
        query = select(table.c.id).join(counted, counted.c.reading == table.c.reading)
        found |= dict.fromkeys(connection.execute(query.where(starts_with(table, prefix))).scalars(), str(table.name))
    return found


def ask_uncounted(connection: Connection, prefix: str) -> Sequence[Any]:
    """Id, start, end and words of the records whose ids begin with `prefix`, whether their reading counts or not, with
    its reader and the id of its document.
    """
    found: list[Any] = []
    for table in (statement, figure, event):
        query = select(*table.c["id", "start", "end", "words"], reading.c.reader, document.c.id.label("document"))
        query = query.join(reading, reading.c.row == table.c.reading)
        query = query.join(document, document.c.row == reading.c.document).where(starts_with(table, prefix))
        found += connection.execute(query.order_by(table.c.id, reading.c.rank)).all()
    return found


def ask_wordings(connection: Connection, wanted: Wanted) -> Sequence[Any]:
    """Id, row, wording, day known, and outlet and moment of the receipt, of every document."""
    counted = wanted.counted()
    columns = counted.c.id, counted.c.document, document.c.wording, counted.c.known
    query = select(*columns, receipt.c.outlet, receipt.c.retrieved)
    query = query.join(document, document.c.row == counted.c.document)
    return connection.execute(query.join(receipt, receipt.c.row == counted.c.receipt)).all()


def ask_sketches(connection: Connection, wanted: Wanted) -> Sequence[Any]:
    """Day known, id, terms of the sketch, title and outlet of every document, by (known, id)."""
    counted = wanted.counted()
    query = (
        select(counted.c.known, counted.c.id, sketch.c.terms, document.c.title, receipt.c.outlet)
        .join(document, document.c.row == counted.c.document)
        .join(receipt, receipt.c.row == counted.c.receipt)
        .join(sketch, sketch.c.document == counted.c.document)
    )
    return _in_order(connection, query, counted, counted.c.id, None)


def ask_ids(connection: Connection, wanted: Wanted, where: Sequence[ColumnElement[bool]]) -> set[str]:
    """The ids of the documents that fit."""
    counted = wanted.counted()
    query = select(counted.c.id).join(document, document.c.row == counted.c.document).where(*where)
    return set(connection.execute(query).scalars())


def mentions(names: Set[str]) -> ColumnElement[bool]:
    """Whether a place of one of these names is mentioned in a document."""
    within = select(place.c.row).join(reading, reading.c.row == place.c.reading)
    return within.where(reading.c.document == document.c.row, is_one_of(place.c.name, names)).exists()


def ask_named(connection: Connection, wanted: Wanted, name: Any) -> set[str]:
    """The different values of a column of records, such as the place of figures."""
    counted = wanted.counted()
    query = select(name).join(counted, counted.c.reading == name.table.c.reading).where(name.is_not(None)).distinct()
    return set(connection.execute(query).scalars())


def ask_outlets(connection: Connection, wanted: Wanted) -> set[str]:
    """The outlets that documents came from."""
    counted = wanted.counted()
    query = select(receipt.c.outlet).join(counted, counted.c.receipt == receipt.c.row).distinct()
    return {name for name in connection.execute(query).scalars() if name}


def ask_size(connection: Connection) -> int:
    """Bytes of the store."""
    return store_of(connection).size(connection)


def ask_surroundings(connection: Connection, ids: Iterable[str], reach: int) -> Sequence[Any]:
    """Id, and up to `reach` characters of the text before and behind its clause, of each of these events."""
    near = event.c.start < reach
    first, length = case((near, 1), else_=event.c.start - reach + 1), case((near, event.c.start), else_=reach)
    before = func.substr(document.c.text, first, length)
    query = select(event.c.id, before, func.substr(document.c.text, event.c.end + 1, reach))
    query = query.join(reading, reading.c.row == event.c.reading).join(document, document.c.row == reading.c.document)
    return connection.execute(query.where(has_one_of(event.c.id, ids)).distinct()).all()


def ask_positions(
    connection: Connection, wanted: Wanted, table: Table, positions: Collection[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """The ids of the records of `table` at these positions, counted from 0, of the readings of documents that count.
    Records of a reading are numbered on in its order.
    """
    counted = wanted.each()
    least = select(func.min(table.c.row)).where(table.c.reading == counted.c.reading).scalar_subquery()
    begun = select(counted.c.id, counted.c.reading, least).where(is_one_of(counted.c.id, {one for one, _ in positions}))
    first = {one: (reading, row) for one, reading, row in connection.execute(begun) if row is not None}
    rows = {first[one][1] + place: (one, place) for one, place in positions if one in first}
    query = select(table.c.row, table.c.reading, table.c.id).where(is_one_of(table.c.row, rows))
    found = ((rows[row], reading, id) for row, reading, id in connection.execute(query))
    return {at: id for at, reading, id in found if first[at[0]][0] == reading}


def ask_place_kinds(connection: Connection, wanted: Wanted) -> Sequence[Any]:
    """Name, number of mentions and the JSON of one mention, of every place that documents name."""
    counted = wanted.counted()
    query = select(place.c.name, func.count(place.c.row), func.min(place.c.noun))
    query = query.join(counted, counted.c.reading == place.c.reading)
    return connection.execute(query.group_by(place.c.name, place.c.geonames)).all()
