"""Propose day zero of a situation from all documents of a run.

Enters: documents, dated or not, in any order. Leaves: the day on which most of them that say so have the crisis begin
("which began on 24 February"), with the words. The year is the one that most of them give: as
written, else the latest that is not after the document's day, else the one that the document's own count of days
fits; where none gives it, the year of the days after it that the documents write in full. Refused: a day or a year
that no more than half of those documents agree on.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from sayso.documents.day import FIRST_DAYS, infer_day, read_day
from sayso.documents.day_clues import Clue, find_clues
from sayso.languages import Language
from sayso.model import Document, Situation, Span

Date = datetime.date

_Choice = TypeVar("_Choice")
LEAP_YEAR = 2000
SHOWN = 5  # passages given as evidence


class DayZero(msgspec.Struct, frozen=True):
    """An ISO 8601 day, and where documents say so: document id and span."""

    value: str
    evidence: tuple[tuple[str, Span], ...] = ()


def propose_day_zero(documents: Iterable[Document], situation: Situation, language: Language) -> DayZero | None:
    """Day zero as the documents have it, or `None` where they do not tell, or the situation sets it already."""
    if situation.day_zero:
        return None
    named: dict[tuple[int, int], dict[str, Span]] = defaultdict(dict)
    years: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    written: Counter[Date] = Counter()
    for document in sorted(documents, key=lambda d: d.id):
        clues = find_clues(document.text, language)
        written.update({day for c in clues if c.kind == "date" and c.year and (day := _make(c.year, c))})
        clue = _said(clues)
        if clue is None:
            continue
        begin = clue.month or 0, clue.day or 0
        named[begin][document.id] = clue.span
        year = _year(document, clue, language)
        if year:
            years[begin][year] += 1
    best = _most({k: len(v) for k, v in named.items()})
    if best is None:
        return None
    year = _most(years[best] or _years_written(best, written))
    if year is None:
        return None
    value = _begin(year, best)
    return DayZero(value.isoformat(), tuple(sorted(named[best].items())[:SHOWN])) if value else None


def own_day_zero(document: Document, language: Language) -> str | None:
    """Day zero as the document alone tells it: the one day that it names, not after its own."""
    clues = [c for c in find_clues(document.text, language) if c.kind == "zero"]
    clue = _said(clues)
    if clue is None or len({(c.month, c.day) for c in clues}) > 1 or len({c.year for c in clues if c.year}) > 1:
        return None
    year, bound = _year(document, clue, language), read_day(document.published)
    day = _make(year, clue) if year else None
    return day.isoformat() if day and (bound is None or day <= bound) else None


def _most(votes: Mapping[_Choice, int]) -> _Choice | None:
    """What more than half of the votes are for."""
    best = max(votes, key=lambda choice: votes[choice], default=None)
    return best if best is not None and 2 * votes[best] > sum(votes.values()) else None


def _years_written(begin: tuple[int, int], written: Mapping[Date, int]) -> Counter[int]:
    """The years of the days that documents write in full, in the months after `begin`."""
    years: Counter[int] = Counter()
    for day, documents in written.items():
        start = _begin(day.year, begin)
        if start and 0 <= (day - start).days <= FIRST_DAYS:
            years[day.year] += documents
    return years


def _said(clues: Sequence[Clue]) -> Clue | None:
    """The beginning that a document names, if it names one more often than any other."""
    clues = [c for c in clues if c.kind == "zero" and _make(c.year or LEAP_YEAR, c)]
    named = Counter((c.month, c.day) for c in clues).most_common(2)
    if not named or (len(named) == 2 and named[0][1] == named[1][1]):
        return None
    same = [c for c in clues if (c.month, c.day) == named[0][0]]
    return next((c for c in same if c.year), same[0])


def _year(document: Document, clue: Clue, language: Language) -> int | None:
    """The year of the beginning: as written, else as the document's day or its count of days has it."""
    if clue.year:
        return clue.year if _make(clue.year, clue) else None
    published = read_day(document.published)
    if published:
        days = [_make(year, clue) for year in (published.year, published.year - 1)]
        return next((d.year for d in days if d and d <= published), None)
    inferred = infer_day(document, None, language)
    return inferred.zero.year if inferred and inferred.zero else None


def _make(year: int, clue: Clue) -> Date | None:
    return _begin(year, (clue.month or 0, clue.day or 0))


def _begin(year: int, begin: tuple[int, int]) -> Date | None:
    try:
        return Date(year, *begin)
    except ValueError:
        return None
