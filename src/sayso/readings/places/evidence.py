"""Weigh what stands around a name: does it speak for a place?

Enters: a name in its sentence. Leaves: a number, above 0 for a place and below 0 against one, or `None` where the name
is a part of a longer one that is no place's: a person's ("Paris Marlow", "Mayor Lincoln"), a street's, a ship's.
"""

import re

from sayso.gazetteer import Feature
from sayso.readings.places.lines import Line
from sayso.readings.places.names import Name
from sayso.readings.places.words import PlaceWords

PLAINLY = 1.2
_IN, _TO = 1.5, 0.7
_MILLION = 1_000_000
_SMALL = frozenset({"city", "capital", "admin2"})
_QUOTES = "\"“‘'"
_AGE = re.compile(r", \d{1,2}(?:,|\.|;|$)")


def judge(line: Line, i: int, name: Name, words: PlaceWords, *, placed: bool) -> float | None:
    """How strongly what stands around `name` at token `i` says that it is a place; `None` where it is none.

    `placed` tells that a place ends right before it.
    """
    ahead = _judge_ahead(line, i, name, words, placed=placed)
    behind = _judge_behind(line, i, name, words)
    return None if ahead is None or behind is None else ahead + behind


def _judge_ahead(line: Line, i: int, name: Name, words: PlaceWords, *, placed: bool) -> float | None:
    """What stands before the name."""
    before, gap = line.lower(i - 1), line.gap(i - 1) if i else ""
    if gap.strip(_QUOTES) == " " and before in words.vessel and not is_large(name.features, by_own_name=True):
        return None
    if gap == " ":
        if before in words.located:
            return _IN
        if before in words.directed:
            return _TO
        if line.caps[i - 1]:
            return _judge_capital(line, i, name, words, placed=placed)
    if gap == ". " and (before in words.title or len(before) == 1):
        return None
    if placed and gap == ", ":
        return 1.0
    if gap in {"-", "’", "'"} and not placed:
        return None if line.caps[i - 1] or before in words.joining else -0.5
    return 0.0


def _judge_capital(line: Line, i: int, name: Name, words: PlaceWords, *, placed: bool) -> float | None:
    """The capitalised word right before the name: a title's, a person's, an organisation's?"""
    before, large = line.lower(i - 1), is_large(name.features)
    if before in words.title or (before in words.given and not large):
        return None
    if placed or before in words.opener or before in words.organisation or before in words.demonyms:
        return 0.0
    return 0.5 if large else 0.0 if name.kind else None


def _judge_behind(line: Line, i: int, name: Name, words: PlaceWords) -> float | None:
    """What stands behind the name."""
    large = is_large(name.features)
    if _AGE.match(line.text, name.end) and not large:
        return None
    if name.after >= len(line.words):
        return 0.0
    gap, behind = line.text[name.end : line.starts[name.after]], line.lower(name.after)
    if gap == " " and line.caps[name.after]:
        return _judge_run(line, name, words, long=name.after - i > 1)
    if gap in {" ", "-"} and behind in words.resident:
        return 1.0
    if gap == " " and behind in words.said and not large:
        return -2.5
    if gap in {"’s ", "'s "} and behind in words.resident:
        return 0.5
    if gap == ", " and line.caps[name.after]:
        return 0.5
    return -1.0 if gap == "-" and line.caps[name.after] else 0.0


def _judge_run(line: Line, name: Name, words: PlaceWords, *, long: bool) -> float | None:
    """The capitalised words right behind the name: an organisation's, a person's, a street's?"""
    first = line.lower(name.after)
    if first in words.title or first in words.demonyms:
        return 0.5
    at = name.after
    while line.is_name(at) and at < name.after + 5:
        word = line.lower(at)
        if word in words.organisation:
            return 0.5 if at == name.after else 0.0
        if word in words.street and at <= name.after + 1:
            return None
        if line.gap(at) != " ":
            break
        at += 1
    if first in words.opener or any(f.exact and f.kind not in _SMALL | {"admin1"} for f in name.features):
        return 0.0
    return -0.5 if long else None


def is_large(features: tuple[Feature, ...], *, by_own_name: bool = False) -> bool:
    """Whether the name is the own one of a country, a part of the world or a large area, or a city's of a million."""
    return any(
        (f.exact and f.kind not in _SMALL and (f.kind != "admin1" or f.population > _MILLION / 2))
        or (f.kind in {"city", "capital"} and f.population > _MILLION and f.exact >= by_own_name)
        for f in features
    )
