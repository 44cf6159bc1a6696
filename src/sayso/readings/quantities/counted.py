"""Read what a number counts: the noun phrase behind it.

Enters: a scan and where a numeral stops. Leaves: the counted noun in the singular with what stands before it
("first-team player", "Russian city"), and where it ends; or nothing. Tags decide where there are any; without them the
first word in the plural does, within four words. It looks through "of the": "four of the nine trucks" counts trucks.
"""

from typing import NamedTuple

from sayso.readings.quantities.lexemes import SIGN, WORD, glued
from sayso.readings.quantities.number_words import HYPHENS, NumberWords
from sayso.readings.quantities.scan import NOUNS, Scan
from sayso.readings.quantities.units import UnitWords

BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CC", "POS", "AFX", "RBR", "RBS", *NOUNS})
LONGEST = 7


class Counted(NamedTuple):
    """A counted noun phrase at lexemes `[start, stop)`; `noun` is its singular, `reckoned` the end with "a day"."""

    phrase: str
    noun: str
    start: int
    stop: int
    reckoned: int


def read_counted(scan: Scan, numbers: NumberWords, units: UnitWords, stop: int) -> Counted | None:
    """The noun phrase that starts at lexeme `stop`, or behind "of" and a determiner there."""
    start = stop
    if scan.low(start) in numbers.ofs:
        start += 1
        if scan.low(start) in numbers.determiners:
            start += 1
    elif scan.low(start) in HYPHENS:
        if scan.parsed and not glued(scan.lexemes, start) and scan.tag(start + 1) not in NOUNS:
            return None
        start += 1
    end = _phrase_end(scan, start) if scan.parsed else _plural_end(scan, units, start)
    if end is None:
        return None
    if scan.low(start - 1) in HYPHENS and start > stop and glued(scan.lexemes, start):
        end = _hyphened_end(scan, start, end)
    words = [x.text for x in scan.lexemes[start:end] if x.low not in HYPHENS or len(x.text) == 1]
    noun = units.singular(words[-1])
    before = _written(scan, units, start, end - 1)
    return Counted(f"{before} {noun}".strip(), noun.lower(), start, end, end)


def _phrase_end(scan: Scan, start: int) -> int | None:
    end = None
    for i in range(start, min(start + LONGEST, len(scan.lexemes))):
        lexeme, tag = scan.lexemes[i], scan.tag(i)
        inside = tag == "" and i > start and scan.lexemes[i - 1].end == lexeme.start
        if tag == "CD" and i > start and scan.tag(i + 1) in NOUNS:
            continue
        if not (tag in BEFORE_NOUN or inside) or (lexeme.kind == SIGN and lexeme.low not in HYPHENS):
            break
        if tag == "CC":
            if _names_around(scan, i):
                continue
            break
        if end is not None and tag not in NOUNS and tag != "HYPH" and not inside:
            break
        if tag in NOUNS and not (end is None and _owner(scan, i)):
            if tag in {"NNP", "NNPS"} and end is not None and scan.tag(end - 1) == "NNS":
                break
            end = i + 1
    return end


def _owner(scan: Scan, i: int) -> str:
    """The lexeme without its possessive ending: "Ardania" of "Ardania's"; empty where it has none."""
    token = scan.token(i)
    behind = token.doc[token.i + 1] if token is not None and token.i + 1 < len(token.doc) else None
    if token is None or behind is None or behind.tag_ != "POS" or behind.idx != token.idx + len(token.text):
        return ""
    return token.text if behind.idx < scan.lexemes[i].end else ""


def _names_around(scan: Scan, i: int) -> bool:
    return scan.tag(i - 1) in {"JJ", "NNP"} and scan.tag(i + 1) in {"JJ", "NNP"}


def _plural_end(scan: Scan, units: UnitWords, start: int) -> int | None:
    for i in range(start, min(start + 4, len(scan.lexemes))):
        lexeme = scan.lexemes[i]
        if lexeme.kind != WORD:
            return None
        if units.singular(lexeme.low) != lexeme.low and len(lexeme.low) > 3:
            return i + 1
    return None


def _hyphened_end(scan: Scan, start: int, end: int) -> int:
    """The end of the noun that a hyphen joins to the number: "door" in "a two-door car"."""
    hyphened = start + 1 < end and scan.low(start + 1) in HYPHENS and glued(scan.lexemes, start + 1)
    return start + 1 if scan.tag(start) in NOUNS and not hyphened else end


def _written(scan: Scan, units: UnitWords, start: int, end: int) -> str:
    """The words before the noun as written, hyphens kept, "and" between them left out."""
    parts: list[str] = []
    for i in range(start, end):
        lexeme = scan.lexemes[i]
        if scan.tag(i) in {"CC", "RBS"}:
            continue
        text = units.plain(lexeme.text) if scan.tag(i) == "JJS" else _owner(scan, i) or lexeme.text
        if not text:
            continue
        joined = parts and (lexeme.low in HYPHENS or scan.low(i - 1) in HYPHENS)
        parts.append(text if not parts or joined else f" {text}")
    return "".join(parts).rstrip("-‐‑– ")
