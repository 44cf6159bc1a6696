"""Write days, stretches of the calendar and lengths of time as TIMEX3 values (ISO 24617-1, after ISO 8601).

Units are letters: D day, W week, WE weekend, M month, Q quarter, Y year, E decade, C century; TH, TM and TS are hours,
minutes and seconds. A stretch that cannot be placed is written with X for what is not known: `XXXX-WXX` is some week.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

_UNPLACED = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX",
    "C": "XX",
}  # fmt: skip
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24), "E": ("Y", 10)}
_DAYS = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-([QH])(\d)")


def stretch(day: date | None, unit: str) -> str:
    """The stretch of one `unit` that holds `day`, as a value; with X for all of it where the day is not known."""
    if day is None:
        return _UNPLACED.get(unit, "XXXX-XX-XX")
    year, week, _ = day.isocalendar()
    values = {
        "W": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
    }
    return values.get(unit, day.isoformat())


def move(day: date | None, count: float, unit: str) -> date | None:
    """`day` moved by `count` units; the last day of a shorter month. Nothing where that leaves the calendar."""
    if day is None:
        return None
    try:
        if unit in _MONTHS:
            months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
            year, month = months // 12, months % 12 + 1
            return date(year, month, min(day.day, monthrange(year, month)[1]))
        days = {"W": 7.0, "WE": 7.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}.get(unit, 1.0)
        return day + timedelta(days=count * days)
    except (ValueError, OverflowError):
        return None


def length(count: float | None, unit: str) -> str:
    """The duration of `count` units (of some, where `count` is nothing) as a value: P3D, PT5H30M, PXY."""
    if unit in ("E", "C"):
        count, unit = (None if count is None else count * (10 if unit == "E" else 100)), "Y"
    if unit == "WE":
        count, unit = (None if count is None else count * 2), "D"
    head, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    if count is None:
        return f"{head}X{letter}"
    whole, rest = int(count), count - int(count)
    value = f"{head}{whole}{letter}" if whole or not rest else head
    if rest and unit in _SMALLER:
        smaller, times = _SMALLER[unit]
        joint = "T" if smaller.startswith("T") and head == "P" else ""
        return f"{value}{joint}{round(rest * times)}{smaller[-1]}"
    return value if not rest else f"{head}{count:g}{letter}"


def days_of(value: str) -> tuple[str | None, str | None]:
    """The first and last day of the stretch that `value` names, both included; nothing where it cannot be placed."""
    value = value.partition("T")[0]
    try:
        if _DAYS.fullmatch(value):
            return value, value
        if week := _WEEK.fullmatch(value):
            year, number = int(week[1]), int(week[2])
            first = 6 if week[3] else 1
            return (
                date.fromisocalendar(year, number, first).isoformat(),
                date.fromisocalendar(year, number, 7).isoformat(),
            )
        if month := _MONTH.fullmatch(value):
            return _months(int(month[1]), int(month[2]), 1)
        if part := _PART.fullmatch(value):
            size = 3 if part[2] == "Q" else 6
            return _months(int(part[1]), (int(part[3]) - 1) * size + 1, size)
    except ValueError:
        return None, None
    if value.isdecimal() and 2 <= len(value) <= 4:
        return value.ljust(4, "0") + "-01-01", value.ljust(4, "9") + "-12-31"
    return None, None


def _months(year: int, month: int, count: int) -> tuple[str, str]:
    last = month + count - 1
    return date(year, month, 1).isoformat(), date(year, last, monthrange(year, last)[1]).isoformat()
