"""What the phrases mean that count units: durations, repeated times, and stretches told from now or from another time.

Enters: a phrase that a pattern found, and its context. Leaves: the time, or nothing. "Two days ago" counts from the
document's day; "two days later", "that day" and "a year earlier" from the last day named, and beside a quarter a year
earlier is the same quarter. A stretch of the past or the next days has its first and last day.
"""

from datetime import date

from sayso.readings.times.context import Context, Found, made
from sayso.readings.times.patterns import Hit
from sayso.readings.times.values import length, move, stretch

_FINE = frozenset({"TH", "TM", "TS"})


def duration(hit: Hit, context: Context) -> Found | None:
    """ "three days", "a two-year", "several weeks", "two and a half years"."""
    unit = unit_of(hit)
    if unit is None:
        return None
    return made(hit, "DURATION", length(_count(hit), unit), "P")


def bare_duration(hit: Hit, context: Context) -> Found | None:
    """ "a year", "an hour": a length only where a word such as "for" or "within" leads to it, not in "$5 a year"."""
    before = hit.before.kinds if hit.before is not None else {"ABOUT": None}
    leading = before.get("LEADING")
    led = "ABOUT" in before or (leading is not None and leading.also.get("length"))
    return duration(hit, context) if led else None


def near_duration(hit: Hit, context: Context) -> Found | None:
    """ "the past two months", "the next 24 hours", "recent weeks": a length up to or from the document's day."""
    unit, count = unit_of(hit), _count(hit)
    if unit is None:
        return None
    shift = hit.word("SHIFT") or hit.word("RECENT")
    found = made(hit, "DURATION", length(count, unit), "P")
    step = shift.number_of("SHIFT" if "SHIFT" in shift.kinds else "RECENT") if shift else 0
    other = move(context.day, step * (count or 0), unit) if count and step else None
    if other is not None and context.day is not None:
        first, last = sorted((other, context.day))
        found.whole = (first.isoformat(), last.isoformat())
    return found


def repeated(hit: Hit, context: Context) -> Found | None:
    """ "every day", "each year", "daily", "twice a week", "every two weeks"."""
    word = hit.word("ADVERB")
    if word is not None:
        return made(hit, "SET", str(word.entry("ADVERB").value))
    unit = unit_of(hit)
    return made(hit, "SET", length(_count(hit) or 1, unit)) if unit else None


def ago(hit: Hit, context: Context) -> Found | None:
    """ "two days ago", "a year from now": counted from the document's day."""
    unit, count = unit_of(hit), _count(hit)
    if unit is None:
        return None
    step = float(str(hit.pattern.entry.also.get("step", -1)))
    if count is None:
        return made(hit, "DATE", "PAST_REF" if step == -1 else "FUTURE_REF")
    if unit == "Y" and count == 1 and step == -1 and context.quarter is not None:
        return _named(hit, context.quarter, -1, "Y", "Q")
    if unit in _FINE:
        return made(hit, "TIME", stretch(move(context.day, step * count, unit), "D"), "T")
    return _named(hit, context.day, step * count, unit)


def later(hit: Hit, context: Context) -> Found | None:
    """ "two days later", "a year earlier", "the year-earlier period": counted from the last time named."""
    unit, count = unit_of(hit), _count(hit)
    if unit is None:
        return None
    step = float(hit.pattern.entry.also.get("step", -1.0))  # type: ignore[arg-type]
    if count is None or unit in _FINE:
        return made(hit, "DURATION", length(count, unit), "P")
    if unit == "Y" and context.quarter is not None:
        return _named(hit, context.quarter, step * count, "Y", "Q")
    if unit == "Y":
        return _named(hit, context.last_stretch or context.day, step * count, unit)
    return _named(hit, context.anchor, step * count, unit)


def shifted(hit: Hit, context: Context) -> Found | None:
    """ "last week", "this year", "next month", "the current quarter"."""
    unit, shift = unit_of(hit), hit.word("SHIFT")
    if unit is None:
        return None
    if shift is not None and shift.entry("SHIFT").also.get("rolling") and unit != "Y":
        return near_duration(hit, context)  # "the past week" is the last seven days
    step = shift.number_of("SHIFT") if shift else 0
    if unit == "D" and shift is None:
        return None
    if unit == "WE" and context.day and context.day.isoweekday() < 6:
        step = _weekend(hit, context, context.day.isoweekday(), step)
    if unit in _FINE:
        return made(hit, "DURATION", length(1, unit), "P")
    return _named(hit, context.day, step, unit)


def _weekend(hit: Hit, context: Context, weekday: int, step: int) -> int:
    """On a weekday, what went on "over the weekend" is over, and "the coming weekend" is that of the same week."""
    shift = hit.word("SHIFT")
    if shift is not None:
        return 0 if shift.entry("SHIFT").also.get("near") else step
    over = context.tense(hit)
    return -1 if over == "past" or (over != "future" and weekday < 5) else 0


def anchored(hit: Hit, context: Context) -> Found | None:
    """ "that day", "the same year", "the following month", "the previous day": beside the last time named."""
    unit = unit_of(hit)
    if unit is None or unit in _FINE:
        return None
    shift = hit.word("BESIDE")
    step = shift.number_of("BESIDE") if shift else float(hit.pattern.entry.also.get("step", 0.0))  # type: ignore[arg-type]
    if unit == "Q" and context.quarter is not None:
        return _named(hit, context.quarter, step, unit)
    from_ = context.last_stretch if unit in ("M", "Y") and context.last_stretch else context.anchor
    return _named(hit, from_, step, unit)


def reference(hit: Hit, context: Context) -> Found | None:
    """ "now", "recently", "the future"."""
    word = hit.word("REFERENCE")
    if word is not None:
        return made(hit, "DATE", str(word.entry("REFERENCE").value))
    return made(hit, "DATE", str(hit.pattern.entry.also["value"]))


def day_count(hit: Hit, context: Context) -> Found | None:
    """ "Day 5 of the invasion", "its twelfth day": counted from the situation's day zero, which is Day 1."""
    word = hit.word("NUMBER") or hit.word("ORDINAL")
    if word is None or context.day_zero is None:
        return None
    number = word.number_of("ORDINAL" if "ORDINAL" in word.kinds else "NUMBER")
    day = move(context.day_zero, number - 1, "D")
    return made(hit, "DATE", day.isoformat(), "D", day) if day and number > 0 else None


def no_time(hit: Hit, context: Context) -> Found | None:
    """ "25 years old", "a 6-year-old": an age; its words tell no time."""
    return made(hit, "DURATION", "")


def unit_of(hit: Hit) -> str | None:
    """The letter of the unit that the phrase counts."""
    for kind in ("UNITS", "UNIT"):
        word = hit.word(kind)
        if word is not None:
            return str(word.entry(kind).value)
    stated = hit.pattern.entry.also.get("unit")
    return str(stated) if stated else None


def _count(hit: Hit) -> float | None:
    """How many units: nothing for "some", and for a range."""
    numbers = hit.found.get("NUMBER", [])
    some = hit.word("SOME")
    if some is not None:
        value = some.entry("SOME").value
        return float(value) if isinstance(value, int | float) else None
    also = hit.pattern.entry.also
    if len(numbers) > 1 or (numbers and also.get("range")):
        return None
    count = numbers[0].value if numbers else None
    if "FRACTION" in hit.found:
        top, _, bottom = hit.found["FRACTION"][0].text.partition("/")
        count = (count or 0.0) + int(top) / max(int(bottom), 1)
    if "count" in also:
        return float(str(also["count"]))
    if count is None and ("UNIT" in hit.found or "unit" in also):
        count = 1.0
    return count if count is None else count + float(str(also.get("more", 0)))


def _named(hit: Hit, day: date | None, count: float, unit: str, grain: str = "") -> Found | None:
    moved = move(day, count, unit)
    if day is not None and moved is None:
        return None
    grain = grain or unit
    found = made(hit, "DATE", stretch(moved, grain), grain, moved)
    found.derived = hit.pattern.entry.kind != "shifted"
    return found
