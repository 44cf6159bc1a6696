"""What the reader of times makes of an example, on Monday 7 March 2022, day zero 24 February: words | type | value."""

from sayso.model import Situation
from sayso.readings.times.read import read_times


def gives(entry, analysis) -> str:
    given = analysis(entry.example, published="2022-03-07", situation=Situation(day_zero="2022-02-24"))
    return "; ".join(f"{t.span.words(given.text)} | {t.type} | {t.value}" for t in read_times(given))
