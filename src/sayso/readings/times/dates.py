"""What the phrases mean that name a day, a month, a season or a year of the calendar.

Enters: a phrase that a pattern found, and its context. Leaves: the time, or nothing where the phrase is no time after
all ("may" as a verb) or could mean several. A day without its year is the one nearest to the document's day, on the
side that the verb points to.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from sayso.readings.times.context import Context, Found, made, on_day
from sayso.readings.times.patterns import Hit
from sayso.readings.times.values import stretch

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_NEAR = 14  # days within which the nearest candidate wins over the tense; 10 to 60 score alike on TimeBank


def day_of_month(hit: Hit, context: Context) -> Found | None:
    """ "Sept. 30", "24 February", "Monday, Oct. 26", "March 5, 1946"."""
    month = _month_number(hit)
    number = hit.word("DAY") or hit.word("ORDINAL") or hit.word("NUMBER")
    if not month or number is None:
        return None
    wanted = number.number_of("ORDINAL" if "ORDINAL" in number.kinds else "DAY")
    year = hit.word("YEAR")
    if not 1 <= wanted <= 31:
        return None
    if year is not None:
        return _dated(hit, year.number_of("YEAR"), month, wanted)
    if context.day is None:
        return made(hit, "DATE", f"XXXX-{month:02}-{wanted:02}", "D", loose=True)
    candidates = [d for y in (-1, 0, 1) if (d := _valid(context.day.year + y, month, wanted))]
    shift = hit.word("SHIFT")
    if shift is not None and shift.number_of("SHIFT") < 0 and "WEEKDAY" not in hit.found:
        candidates = [d for d in candidates if d < context.day]
    day = _nearest(candidates, context, hit)
    return made(hit, "DATE", day.isoformat(), "D", day, loose=True) if day else None


def iso_day(hit: Hit, context: Context) -> Found | None:
    """ "2022-03-07"."""
    try:
        return on_day(hit, date.fromisoformat(hit.words[hit.start].text))
    except ValueError:
        return None


def numeric_day(hit: Hit, context: Context) -> Found | None:
    """ "24.02.2022", "13/2/2022": day before month; with strokes only where the numbers show it."""
    text = hit.words[hit.start].text
    first, second, year = (int(part) for part in re.split(r"[./]", text))
    if "/" in text and first <= 12 and second <= 12 and first != second:
        return None
    return _dated(hit, year, *((first, second) if second > 12 else (second, first)))


def stretch_of_day(hit: Hit, context: Context) -> Found | None:
    """ "the week of March 6": the week that holds the day."""
    day, unit = day_of_month(hit, context), hit.word("UNIT")
    if day is None or day.day is None or unit is None:
        return None
    letter = str(unit.entry("UNIT").value)
    return made(hit, "DATE", stretch(day.day, letter), letter, day.day)


def month(hit: Hit, context: Context) -> Found | None:
    """ "April", "last April", "April 2022". A name that is a word too counts only where it stands like a name."""
    number = _month_number(hit)
    if not number or not _is_month_name(hit, context):
        return None
    year, shift = hit.word("YEAR"), hit.word("SHIFT")
    if year is not None:
        day = date(year.number_of("YEAR"), number, 1)
        return made(hit, "DATE", stretch(day, "M"), "M", day)
    if context.day is None:
        return made(hit, "DATE", f"XXXX-{number:02}", "M", loose=True)
    this = date(context.day.year, number, 1)
    if shift is not None and shift.number_of("SHIFT"):
        ahead = shift.number_of("SHIFT") > 0
        within = number > context.day.month if ahead else number < context.day.month
        day = this if within else date(this.year + (1 if ahead else -1), number, 1)
    elif shift is not None:
        day = this
    else:
        candidates = [date(this.year + y, number, 15) for y in (-1, 0, 1)]
        day = _nearest(candidates, context, hit) or this
    return made(hit, "DATE", stretch(day, "M"), "M", day, loose=True)


def every_month(hit: Hit, context: Context) -> Found | None:
    """ "each July"."""
    return made(hit, "SET", f"XXXX-{_month_number(hit):02}") if _month_number(hit) else None


def year(hit: Hit, context: Context) -> Found | None:
    """ "1998", "the year 2000", "fiscal 1989"; not a price, nor a count of things."""
    word = hit.word("YEAR") or hit.word("NUMBER")
    if word is None:
        return None
    number = word.number_of("YEAR" if "YEAR" in word.kinds else "NUMBER")
    if hit.end - hit.start == 1 and (not 1700 <= number <= 2100 or _is_count(hit, context)):
        return None
    return made(hit, "DATE", f"{number:04}", "Y", date(number, 7, 1)) if 1 <= number <= 9999 else None


def decade(hit: Hit, context: Context) -> Found | None:
    """ "the 1990s", "the '60s", "the nineties"."""
    named = hit.word("DECADE")
    word = hit.word("YEAR") or hit.word("TWODIGIT")
    number = named.number_of("DECADE") if named else word.number_of("NUMBER") if word else -1
    if number < 0 or number % 10 or (word is not None and word.end != hit.words[hit.end - 1].start):
        return None
    if number < 100:
        century = context.day.year // 100 * 100 if context.day else 2000
        number += century if context.day and century + number <= context.day.year else century - 100
    return made(hit, "DATE", f"{number // 10:03}", "E", date(number, 1, 1))


def century(hit: Hit, context: Context) -> Found | None:
    """ "the 20th century"."""
    word = hit.word("ORDINAL") or hit.word("NUMBER")
    number = word.number_of("ORDINAL" if "ORDINAL" in word.kinds else "NUMBER") if word else 0
    return made(hit, "DATE", f"{number - 1:02}", "C") if 1 < number <= 22 else None


def season(hit: Hit, context: Context) -> Found | None:
    """ "last fall", "this summer", "the winter of 1994". Which days it has hangs on the hemisphere: none are given."""
    word = hit.word("SEASON")
    if word is None:
        return None
    code = str(word.entry("SEASON").value)
    year, shift = hit.word("YEAR"), hit.word("SHIFT")
    if year is not None:
        return made(hit, "DATE", f"{year.number_of('YEAR'):04}-{code}", "S")
    if shift is None and hit.after is not None and "LINK" in hit.after.kinds:
        return None  # "the fall of the wall"
    if context.day is None:
        return made(hit, "DATE", f"XXXX-{code}", "S", loose=True)
    number, this = _SEASON_MONTH[code], context.day.year
    step = shift.number_of("SHIFT") if shift else 0
    if step < 0 and number >= context.day.month:
        this -= 1
    elif step > 0 and number <= context.day.month:
        this += 1
    elif not shift:
        day = _nearest([date(this + y, number, 15) for y in (-1, 0, 1)], context, hit)
        this = day.year if day else this
    return made(hit, "DATE", f"{this:04}-{code}", "S", date(this, number, 1), loose=True)


def holiday(hit: Hit, context: Context) -> Found | None:
    """ "Christmas Day", "last Thanksgiving": a fixed day, or the nth weekday of a month ("11-4-4")."""
    word = hit.word("HOLIDAY")
    stated = word.entry("HOLIDAY").value if word else hit.pattern.entry.also["day"]
    rule = [int(n) for n in str(stated).split("-")]
    year, shift = hit.word("YEAR"), hit.word("SHIFT")
    if year is not None:
        return on_day(hit, _holiday(year.number_of("YEAR"), rule))
    if context.day is None:
        return made(hit, "DATE", f"XXXX-{rule[0]:02}-XX" if len(rule) > 2 else f"XXXX-{rule[0]:02}-{rule[1]:02}", "D")
    candidates = [_holiday(context.day.year + y, rule) for y in (-1, 0, 1)]
    if shift is not None and shift.number_of("SHIFT") < 0:
        return on_day(hit, max(d for d in candidates if d < context.day))
    if shift is not None and shift.number_of("SHIFT") > 0:
        return on_day(hit, min(d for d in candidates if d > context.day))
    day = _nearest(candidates, context, hit)
    return on_day(hit, day) if day else None


def _holiday(year: int, rule: list[int]) -> date:
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    first = date(year, rule[0], 1)
    return first + timedelta(days=(rule[2] - first.isoweekday()) % 7 + 7 * (rule[1] - 1))


def _dated(hit: Hit, year: int, month: int, number: int) -> Found | None:
    day = _valid(year, month, number) if 1 <= month <= 12 else None
    return on_day(hit, day) if day else None


def _valid(year: int, month: int, number: int) -> date | None:
    return date(year, month, number) if 1 <= year <= 9999 and 1 <= number <= monthrange(year, month)[1] else None


def _nearest(candidates: list[date], context: Context, hit: Hit) -> date | None:
    """The candidate nearest to the document's day; where that is not near, the nearest on the verb's side."""
    if context.day is None or not candidates:
        return None
    day = context.day
    nearest = min(candidates, key=lambda d: abs((d - day).days))
    tense = context.tense(hit)
    if abs((nearest - day).days) <= _NEAR or tense not in ("past", "future"):
        return nearest
    side = [d for d in candidates if (d <= day if tense == "past" else d >= day)]
    return min(side, key=lambda d: abs((d - day).days), default=nearest)


def _month_number(hit: Hit) -> int:
    word = hit.word("MONTH") or hit.word("MONTHLIKE")
    return word.number_of("MONTH" if "MONTH" in word.kinds else "MONTHLIKE") if word else 0


def _is_month_name(hit: Hit, context: Context) -> bool:
    word = hit.word("MONTHLIKE")
    if word is None or hit.end - hit.start > 1:
        return True
    before = hit.before.kinds.keys() if hit.before is not None else set()
    led = bool({"LEADING", "EARLY", "ARTICLE"} & before)
    if "ARTICLE" in before and hit.after is not None and "LINK" in hit.after.kinds:
        return False  # "the March of the Women"
    return led and not context.tenses.tag(word.start).startswith(("V", "M"))


def _is_count(hit: Hit, context: Context) -> bool:
    """Whether a bare number of four digits is a price or a count: "$1998", "2000 people", "No. 1984"."""
    before, after = hit.before, hit.after
    if before is not None and "SIGN" in before.kinds:
        return True
    if after is None or "LEADING" in after.kinds:
        return False
    kinds = before.kinds.keys() if before is not None else set()
    led = bool({"LEADING", "ARTICLE", "DASH"} & kinds) and not {"ABOUT", "ABOUT2"} & kinds
    counted = context.tenses.tag(after.start) in ("NNS", "") and after.text.isalpha() and not after.capital
    return "SIGN" in after.kinds or "UNITS" in after.kinds or (not led and counted)
