"""Find the stamps of a page that is written on: the day, hour and zone that stand before an entry.

Enters: the times of a document and where its sentences start, both in order. Leaves: the stamps among the times, and
the day on which each sentence was written: that of the last stamp before it, else nothing. A stamp tells when an entry
was written, not when what it tells happened. Refuses days without an hour, and hours within a sentence.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.model import Time


class Stamps(NamedTuple):
    """The times that stamps are made of, the start of each stamp, and its day."""

    times: frozenset[Time]
    starts: tuple[int, ...]
    days: tuple[str, ...]

    def written(self, start: int) -> str | None:
        """The day of the entry that the sentence at `start` is of."""
        at = bisect_right(self.starts, start) - 1
        return self.days[at] if at >= 0 else None


def find_stamps(text: str, sentences: Iterable[int], times: Sequence[Time]) -> Stamps:
    """The stamps of a text whose sentences start at `sentences`; one right behind another is a stamp too."""
    known, end, parts = set(sentences), -1, set[Time]()
    starts: list[int] = []
    days: list[str] = []
    for day, hour in pairwise(times):
        begins = day.span.start in known or (0 <= end <= day.span.start and _is_bare(text, end, day.span.start))
        if begins and _is_moment(day, hour) and _is_bare(text, day.span.end, hour.span.start):
            end = hour.span.end
            parts |= {day, hour}
            starts.append(day.span.start)
            days.append(str(day.begin))
    return Stamps(frozenset(parts), tuple(starts), tuple(days))


def _is_moment(day: Time, hour: Time) -> bool:
    """Whether a day written in full and an hour with its zone tell one moment."""
    full = day.type == "DATE" and day.begin == day.value and day.begin == hour.begin
    return full and hour.type == "TIME" and bool(hour.zone)


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether no word stands between."""
    return not any(c.isalnum() for c in text[start:end])
