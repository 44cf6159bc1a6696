"""What the phrases mean that name a time of day, alone or within a day: "6 a.m. ET", "this morning", "overnight".

Enters: a phrase that a pattern found, and its context. Leaves: the time. Its day is the one that a neighbouring word
says ("6 a.m. ET Monday", joined later), else the last one named in the report, else the document's.
"""

from datetime import date

from sayso.readings.times.context import Context, Found, made
from sayso.readings.times.patterns import Hit
from sayso.readings.times.values import move, stretch


def clock(hit: Hit, context: Context) -> Found | None:
    """ "10:35 a.m.", "6 a.m. ET", "4 in the morning", "1800 GMT", "noon"; a bare "3:2" is no time."""
    fixed = hit.word("NOON")
    if fixed is not None:
        return _at(hit, context, str(fixed.entry("NOON").value))
    hours, minutes = _hours_and_minutes(hit)
    half = hit.word("MERIDIEM") or hit.word("DAYPART")
    if half is not None:
        code = str(half.entry("MERIDIEM" if "MERIDIEM" in half.kinds else "DAYPART").value)
        if hours > 12 and "MERIDIEM" in half.kinds:
            return None
        hours = (
            hours % 12 + (0 if code in ("AM", "MO") or (code == "NI" and hours < 6) else 12) if hours <= 12 else hours
        )
    elif hit.end - hit.start == 1 and not (hit.before and "LEADING" in hit.before.kinds):
        return None
    return _at(hit, context, f"{hours:02}:{minutes:02}") if hours <= 24 and minutes < 60 else None


def part_of_day(hit: Hit, context: Context) -> Found | None:
    """ "this morning", "last night", "overnight", "the morning": on the document's day or the one before it."""
    word = hit.word("DAYPART")
    code = str(word.entry("DAYPART").value) if word else str(hit.pattern.entry.also["value"])
    shift = hit.word("SHIFT")
    day = move(context.day, shift.number_of("SHIFT"), "D") if shift else context.day
    beside = hit.word("BESIDE")
    if beside is not None or hit.pattern.entry.also.get("anchored"):
        day = move(context.anchor, beside.number_of("BESIDE") if beside else 0, "D")
    found = made(hit, "TIME", f"{stretch(day, 'D')}T{code}", "T", day, clock=code, loose=shift is None)
    before = move(day, -1, "D") if hit.pattern.entry.also.get("since_eve") else None
    if before is not None and day is not None:
        found.whole = (before.isoformat(), day.isoformat())
    return found


def bare_part(hit: Hit, context: Context) -> Found | None:
    """ "night" alone: no time unless a day stands beside it."""
    word = hit.word("DAYPART")
    code = word.entry("DAYPART").value if word else hit.pattern.entry.also["value"]
    return made(hit, "TIME", "", "T", clock=str(code), loose=True)


def relative_day(hit: Hit, context: Context) -> Found | None:
    """ "today", "yesterday", "tonight", "the day before yesterday"."""
    word = hit.word("RELDAY")
    if word is None:
        return None
    entry = word.entry("RELDAY")
    day = move(context.day, float(entry.value or 0) + float(hit.pattern.entry.also.get("step", 0.0)), "D")  # type: ignore[arg-type]
    part = entry.also.get("part")
    if part:
        return made(hit, "TIME", f"{stretch(day, 'D')}T{part}", "T", day, clock=str(part))
    return made(hit, "DATE", stretch(day, "D"), "D", day)


def _hours_and_minutes(hit: Hit) -> tuple[int, int]:
    word = hit.word("CLOCK")
    if word is not None:
        hours, _, minutes = word.text.partition(":")
        return int(hours), int(minutes)
    word = hit.word("HHMM")
    if word is not None:
        return int(word.value or 0) // 100, int(word.value or 0) % 100
    value = (hit.found.get("HOUR") or hit.found["NUMBER"])[0].value or 0.0
    return int(value), round(value % 1 * 100)


def _at(hit: Hit, context: Context, clock: str) -> Found:
    day: date | None = context.anchor
    zone = hit.word("ZONE")
    name = zone.entry("ZONE").term if zone is not None else None
    return made(hit, "TIME", f"{stretch(day, 'D')}T{clock}", "T", day, clock=clock, loose=True, zone=name)
