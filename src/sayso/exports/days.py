"""Say when an incident was, and how exactly, as tables of events code it.

Enters: the first and the last day that an incident's events have, as ISO 8601, of any precision. Leaves: whole days,
and how many there are from the first to the last. Events of one incident may tell different days: then all lie between.
"""

from datetime import date

WHOLE = 10
"""Characters of an ISO 8601 day."""


def whole_day(day: str | None) -> str | None:
    """The day, where it is one and not a month or year."""
    return day if day is not None and len(day) == WHOLE else None


def days_between(first: str | None, last: str | None) -> int | None:
    """How many days there are from the first to the last, both counted; nothing where one of them is no whole day."""
    begin, end = whole_day(first), whole_day(last)
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days + 1 if begin and end else None
