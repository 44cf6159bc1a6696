"""The day from which a thing was known.

A document is known from its own day, or from the day it was retrieved where it has none. Where there is neither, its
day is `UNKNOWN`: it counts in no answer *as of* a day, for nobody can say that it was there then, and it comes last.
"""

import calendar

UNKNOWN = ""


def last_day(moment: str | None) -> str | None:
    """The ISO 8601 day of a day or moment; of a month or a year, the last day: earlier it may not have been known."""
    if not moment:
        return None
    parts = moment[:10].split("-")
    if len(parts) == 1:
        return f"{parts[0]}-12-31"
    if len(parts) == 2:
        return f"{moment[:7]}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]:02}"
    return moment[:10]


def order(known: str, record: str) -> tuple[bool, str, str]:
    """The sort key of a thing known from this day with this id: the order of every view."""
    return known == UNKNOWN, known, record
