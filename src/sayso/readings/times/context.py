"""What the meaning of a time hangs on: the document's day, day zero, its verb, and the times read before it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sayso.model import TimeType
from sayso.readings.times.patterns import Hit
from sayso.readings.times.tense import Tense, Tenses
from sayso.readings.times.words import Word

_OF_A_TIME = frozenset({"EARLY", "DASH", "MERIDIEM", "ZONE", "NOON", "CLOCK", "HOUR", "HHMM"})
_PLACED = frozenset({"D", "T", "M", "Q", "Y"})


@dataclass(slots=True)
class Found:
    """A time in the making: the words from `start` to `end` of its sentence, and what they mean so far.

    `grain` is the unit it names (see `time_values`; "S" a season, "H" half a year, "T" a time of day), `day` a day in
    it. `loose` says that its year, or its day for a time of day, was guessed, so that a neighbour may say it.
    `clock` is the part behind the T of a time of day, `zone` its zone as written.
    """

    start: int
    end: int
    type: TimeType
    value: str
    grain: str = ""
    day: date | None = None
    loose: bool = False
    clock: str = ""
    whole: tuple[str | None, str | None] | None = None
    zone: str | None = None
    derived: bool = False  # told from another time, so that nothing else is told from it but days


@dataclass
class Context:
    """The state of reading one document: `last` is the last day named, `quarter` the last quarter.

    `coming` has the days ahead that were named by their weekdays.
    `last_stretch` is a day in whatever day, month, quarter or year was named last.
    """

    day: date | None
    find_day_zero: Callable[[], date | None]
    tenses: Tenses
    last: date | None = None
    last_stretch: date | None = None
    quarter: date | None = None
    coming: dict[int, date] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)

    def write_on(self, day: date | None) -> None:
        """What follows was written on `day`; what was named in an entry of another day is not referred to."""
        if day != self.day:
            self.day, self.last, self.last_stretch = day, None, None
            self.coming.clear()

    @cached_property
    def day_zero(self) -> date | None:
        """Day zero of the situation, else as the document tells it; sought only where days are counted from it."""
        return self.find_day_zero()

    @property
    def anchor(self) -> date | None:
        """The day that "the next day" follows: the last one named, else the document's."""
        return self.last or self.day

    def tense(self, hit: Hit) -> Tense | None:
        """The tense that the phrase stands under; "until" looks ahead and "since" back, "to" either way."""
        leader = _leader(hit)
        led = leader.kinds.get("LEADING") if leader is not None else None
        if led is not None and led.value is not None:
            return {1: "future", -1: "past"}.get(int(led.value))  # type: ignore[return-value]
        if hit.after is not None and "POSSESSIVE" in hit.after.kinds:
            return "past"
        return self.tenses.at(hit.words[hit.start].start)

    def note(self, found: Found) -> None:
        """Keep what later times may refer to. Behind "the nine months", a year earlier is no quarter."""
        if found.type == "DURATION" and found.value.endswith("M") and not found.value.startswith("PT"):
            self.quarter = None
        if found.day is None:
            return
        if found.grain in ("D", "T"):
            self.last = found.day
        elif found.grain == "Q" and not found.derived:
            self.quarter = found.day
        if found.grain in _PLACED and not found.derived:
            self.last_stretch = found.day


def _leader(hit: Hit) -> Word | None:
    """The word before the phrase and what belongs to it: "until 9 a.m. Tuesday", "until mid-November", "ahead of"."""
    place = hit.start - 1
    while place >= 0 and _OF_A_TIME & hit.words[place].kinds.keys():
        place -= 1
    if place > 0 and "LINK" in hit.words[place].kinds and "LEADING" in hit.words[place - 1].kinds:
        place -= 1
    return hit.words[place] if place >= 0 else None


def made(hit: Hit, type_: TimeType, value: str, grain: str = "", day: date | None = None, **more: object) -> Found:
    """The time that `hit` means."""
    return Found(hit.start, hit.end, type_, value, grain, day, **more)  # type: ignore[arg-type]


def on_day(hit: Hit, day: date) -> Found:
    """The day that `hit` means."""
    return made(hit, "DATE", day.isoformat(), "D", day)
