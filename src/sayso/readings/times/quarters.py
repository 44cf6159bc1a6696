"""What the phrases mean that name a quarter, a half or the end of a year.

Enters: a phrase that a pattern found, and its context. Leaves: the time, or nothing. A quarter without its year is the
last one of its number that has begun, unless the verb looks ahead and the next one is near.
"""

from datetime import date

from sayso.readings.times.context import Context, Found, made
from sayso.readings.times.patterns import Hit
from sayso.readings.times.values import move, stretch


def quarter(hit: Hit, context: Context) -> Found | None:
    """ "the third quarter", "fiscal second-quarter": the last one of that number that has begun, or the next one."""
    word, year = hit.word("ORDINAL"), hit.word("YEAR")
    number = word.number_of("ORDINAL") if word else 0
    if not 1 <= number <= 4:
        return None
    if year is not None:
        day = date(year.number_of("YEAR"), number * 3 - 2, 1)
        return made(hit, "DATE", stretch(day, "Q"), "Q", day)
    if context.day is None:
        return made(hit, "DATE", f"XXXX-Q{number}", "Q", loose=True)
    this = date(context.day.year, number * 3 - 2, 1)
    ahead = this > context.day
    if ahead and (context.tense(hit) != "future" or (this - context.day).days > 200):
        this = date(this.year - 1, this.month, 1)
    return made(hit, "DATE", stretch(this, "Q"), "Q", this, loose=True)


def half(hit: Hit, context: Context) -> Found | None:
    """ "the first half of 1990"; without a year, of the document's year."""
    word = hit.word("ORDINAL")
    number = word.number_of("ORDINAL") if word else 2
    if number not in (1, 2):
        return None
    if context.day is None:
        return made(hit, "DATE", f"XXXX-H{number}", "H", loose=True)
    day = date(context.day.year, number * 6 - 5, 1)
    return made(hit, "DATE", f"{day.year:04}-H{number}", "H", day, loose=True)


def latest_quarter(hit: Hit, context: Context) -> Found | None:
    """ "the quarter", "the latest period": the last one named, else the last one that is over."""
    if context.quarter is None and hit.pattern.entry.also.get("named"):
        return None
    if "YEAR" in hit.found and context.day is not None:
        base = context.quarter or move(context.day, -3, "M") or context.day
        day = base.replace(year=hit.found["YEAR"][0].number_of("YEAR"), day=1)
        return made(hit, "DATE", stretch(day, "Q"), "Q", day, derived=True)
    day_ = context.quarter or move(context.day, -1, "Q")
    return made(hit, "DATE", stretch(day_, "Q"), "Q", day_, derived=True)


def year_end(hit: Hit, context: Context) -> Found | None:
    """ "year-end", "year's end": the last day of the year that is running."""
    if context.day is None:
        return made(hit, "DATE", "XXXX-12-31", "D", loose=True)
    if hit.pattern.entry.also.get("whole"):
        return made(hit, "DATE", f"{context.day.year:04}", "Y", context.day)
    day = date(context.day.year, 12, 31)
    return made(hit, "DATE", day.isoformat(), "D", day, loose=True)
