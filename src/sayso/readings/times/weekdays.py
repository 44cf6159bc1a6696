"""What the phrases mean that name a weekday, alone or with its day of the month.

Enters: a phrase that a pattern found, and its context. Leaves: the time, or nothing. A weekday is the last one, the
document's own day among them, unless the verb looks ahead; with its day of the month it is the nearest that is both.
"""

from datetime import timedelta

from sayso.readings.times.context import Context, Found, made, on_day
from sayso.readings.times.patterns import Hit


def weekday(hit: Hit, context: Context) -> Found | None:
    """ "Friday", "last Friday", "this coming Friday": the day by tense, or as the word before it says."""
    name = hit.word("WEEKDAY")
    if name is None:
        return None
    number = name.number_of("WEEKDAY")
    if context.day is None:
        return made(hit, "DATE", f"XXXX-WXX-{number}", "D", loose=True)
    back = (context.day.isoweekday() - number) % 7
    shift = hit.word("SHIFT")
    if shift is None:
        if number in context.coming and hit.after is not None and "POSSESSIVE" in hit.after.kinds:
            return on_day(hit, context.coming[number])  # "they meet on Friday … Friday's summit"
        ahead = context.tense(hit) in ("future", "present")  # "the talks open on Monday"
        days = -back if not ahead or back == 0 else 7 - back
        if days > 0:
            context.coming[number] = context.day + timedelta(days=days)
    else:
        days = {-1: -(back or 7), 1: 7 - back}.get(shift.number_of("SHIFT"), -back if back < 1 else 7 - back)
        if shift.number_of("SHIFT") == 0 and context.tense(hit) == "past":
            days = -back
    return on_day(hit, context.day + timedelta(days=days))


def weekday_beside(hit: Hit, context: Context) -> Found | None:
    """ "the previous Friday", "the following Monday": the next one on that side of the last day named."""
    name, shift = hit.word("WEEKDAY"), hit.word("BESIDE")
    if name is None or shift is None or context.anchor is None or not shift.number_of("BESIDE"):
        return None
    step = shift.number_of("BESIDE")
    days = (step * (name.number_of("WEEKDAY") - context.anchor.isoweekday())) % 7 or 7
    return on_day(hit, context.anchor + timedelta(days=step * days))


def weekday_with_number(hit: Hit, context: Context) -> Found | None:
    """ "Saturday (5)", "Monday the 7th": the nearest day that is both, not far ahead."""
    name, number = hit.word("WEEKDAY"), hit.word("DAY") or hit.word("ORDINAL") or hit.word("NUMBER")
    if name is None or number is None:
        return None
    wanted = number.number_of("ORDINAL" if "ORDINAL" in number.kinds else "DAY")
    if context.day is None:
        return made(hit, "DATE", f"XXXX-XX-{wanted:02}", "D") if 1 <= wanted <= 31 else None
    for distance in range(63):
        for days in (-distance, distance) if distance <= 31 else (-distance,):
            day = context.day + timedelta(days=days)
            if day.day == wanted and day.isoweekday() == name.number_of("WEEKDAY"):
                return on_day(hit, day)
    return made(hit, "DATE", "")  # the two contradict each other: neither is to be trusted


def every_weekday(hit: Hit, context: Context) -> Found | None:
    """ "every Thursday", "Tuesdays", "Tuesday nights"."""
    name = hit.word("WEEKDAY") or hit.word("WEEKDAYS")
    if name is None:
        return None
    number = name.number_of("WEEKDAY" if "WEEKDAY" in name.kinds else "WEEKDAYS")
    part = hit.word("DAYPART") or hit.word("DAYPARTS")
    clock = f"T{part.entry('DAYPART' if 'DAYPART' in part.kinds else 'DAYPARTS').value}" if part else ""
    return made(hit, "SET", f"XXXX-WXX-{number}{clock}")
