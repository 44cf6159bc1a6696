"""Put a date as a source gives it into ISO 8601.

Enters: what stands in a row's date field or on a page. Leaves: a day, or a moment with its offset where one was given.
Understood are ISO 8601 in its usual forms, RFC 2822 ("Mon, 07 Mar 2022 10:00:00 GMT"), "2022/03/07",
"20220307T101500Z", seconds or milliseconds since 1970, "25/02/2022", which can be read in one way only, and a day
written in the words of a language that is read ("March 7, 2022", "Mon, 7 March 2022, 10:00 GMT", "2022 March 7").
Refused is what can be read in two: 03/07/2022, and a written day with other words beside it than a clock's. A page's
address may carry its day too (`date_in_address`).
"""

import datetime
import re
from email.utils import parsedate_to_datetime

from sayso.documents.day_words import day_words
from sayso.languages import load_language, supported_languages

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?"
)
_SLASHED = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?=\D|$)")
_EITHER_ORDER = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?=\D|$)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})Z?)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)[,.]?\s+")
# What may stand behind a day: a word such as "at", hours and minutes, signs of the half of the day and of the zone.
_CLOCK = re.compile(
    r"\W*+(?:(?:[^\W\d_]{1,3}+\s)?+\d{1,2}[:.]\d{2}(?::\d{2})?+"
    r"(?:\s?+[([]?+(?:[^\W\d_]{1,7}+\.?+|[+-]\d{1,2}+:?+\d{0,2}+)[)\]]?+){0,5}+)?+\s*+"
)
_HOURS = re.compile(r"\d{1,2}:\d{2}")
_YEAR_LAST = re.compile(r"\s\d{4}\Z")
_EARLIEST = 1900
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?:([/-])(\d{1,2}|[a-z]{3})\2(\d{1,2})|/?(\d\d)(\d\d))(?=[/_.-]|$)", re.I)


def normalise_date(given: str) -> str | None:
    """The ISO 8601 day or moment that `given` stands for, or `None` where it is none or could be two."""
    given = given.strip()
    if not given or len(given) > 80:
        return None
    try:
        found = _numeric(given) or _mailed(given) or _written(given)
    except (ValueError, OverflowError, OSError):
        return None
    return found if found and int(found[:4]) >= _EARLIEST else None


def _numeric(given: str) -> str | None:
    if _EPOCH.fullmatch(given):
        seconds = float(given) / (1000 if len(given.partition(".")[0]) == 13 else 1)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).replace(microsecond=0).isoformat()
    if compact := _COMPACT.fullmatch(given):
        year, month, day, hour, minute, second = compact.groups()
        return _moment(year, month, day, hour, minute, second, "Z" if hour else None)
    if either := _EITHER_ORDER.match(given):
        first, second = sorted((int(either[1]), int(either[2])))
        return _moment(either[3], str(first), str(second)) if first <= 12 < second else None
    if slashed := _SLASHED.match(given):
        return _moment(slashed[1], slashed[3], slashed[4])
    if iso := _ISO.match(given):
        return _moment(*iso.groups())
    return None


def _moment(
    year: str, month: str, day: str, hour: str | None = None, minute: str | None = None, second: str | None = None,
    zone: str | None = None,
) -> str:  # fmt: skip
    date = datetime.date(int(year), int(month), int(day))
    if hour is None or zone is None:
        return date.isoformat()
    clock = datetime.time(int(hour), int(minute or 0), int(second or 0))
    zone = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    aware = datetime.timezone(-offset if zone[0] == "-" else offset)
    return datetime.datetime.combine(date, clock, aware).isoformat()


def _mailed(given: str) -> str | None:
    """RFC 2822, as feeds and mails have it. The library overlooks words it does not know: here they are refused."""
    hours = _HOURS.search(given)
    if hours is None or not _CLOCK.fullmatch(_YEAR_LAST.sub("", given), hours.start()):
        return None
    try:
        moment = parsedate_to_datetime(given)
    except (TypeError, ValueError, IndexError):
        return None
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _written(given: str) -> str | None:
    """A day written out, in the words of any language that is read, alone but for a clock behind it."""
    for code in supported_languages():
        words = day_words(load_language(code))
        found = words.date.search(given)
        if found is None or not _CLOCK.fullmatch(given, found.end()):
            continue
        parts = found.groupdict()
        before = _YEAR_FIRST.fullmatch(given, 0, found.start())
        written, month = parts["year"] or parts["year2"], parts["month"] or parts["month2"]
        years = {year for year in (written, before["year"] if before else None) if year}
        if len(years) == 1 and (before or not given[: found.start()].strip()):
            return _moment(years.pop(), str(words.months[month.lower()]), parts["day"] or parts["day2"])
    return None


def date_in_address(url: str) -> str | None:
    """The day in the path of a URL, as news sites put it there: /2031/05/24/, /2031/may/24/, /20310524/."""
    found = _IN_ADDRESS.search(url[:2000])
    if not found:
        return None
    year, _, month, day, short_month, short_day = found.groups()
    written = f"{day} {month} {year}" if month and month.isalpha() else None
    try:
        return _written(written) if written else _moment(year, month or short_month, day or short_day)
    except ValueError:
        return None
