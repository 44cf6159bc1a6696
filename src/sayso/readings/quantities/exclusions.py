"""Tell the numbers that are no quantities: dates, clock times, ordinals, names, labels, addresses, versions.

Enters: a scan, a numeral in it without unit, and the times of the document. Leaves: whether it is to be left out.
"""

import functools
from bisect import bisect_right

from sayso.languages import Language
from sayso.model import Span, Time
from sayso.readings.quantities.lexemes import NUMBER, SIGN, WORD, glued
from sayso.readings.quantities.number_words import HYPHENS, Numeral
from sayso.readings.quantities.scan import Scan

YEARS = range(1500, 2200)
LIKELY_YEARS = range(1900, 2040)


class NonQuantities:
    """The words of one language that show a number to be no quantity."""

    def __init__(self, language: Language) -> None:
        lexicon = language["numbers"]
        self.ordinal_endings = lexicon.spellings("ordinal ending")
        self.labels = lexicon.spellings("label")
        self.streets = lexicon.spellings("street")
        self.clock = lexicon.spellings("clock")
        self.calendar = lexicon.spellings("calendar")
        self.determiners = lexicon.spellings("determiner")
        self.ofs = lexicon.spellings("of")
        self.pronouns = lexicon.spellings("pronoun-like")


@functools.cache
def non_quantities(language: Language) -> NonQuantities:
    """The non-quantities of `language`, compiled once."""
    return NonQuantities(language)


class TimeSpans:
    """The places of a document's dates and clock times, searched by halves."""

    def __init__(self, times: tuple[Time, ...]) -> None:
        self.spans = sorted(t.span for t in times if t.type != "DURATION")
        self.starts = [s.start for s in self.spans]

    def cover(self, span: Span) -> bool:
        """Whether `span` lies within one of them."""
        i = bisect_right(self.starts, span.start) - 1
        return i >= 0 and self.spans[i].covers(span)


def part_of_a_word(words: NonQuantities, scan: Scan, numeral: Numeral) -> bool:
    """Whether the digits belong to a name or a longer sign: "T-72", "M21", "10:27", "3.4.1", "#5", "4th"."""
    last = numeral.stop
    if behind_a_sign(scan, numeral):
        return True
    if not glued(scan.lexemes, last):
        return False
    behind = scan.lexemes[last]
    follows = scan.lexemes[last + 1].kind == NUMBER if glued(scan.lexemes, last + 1) else False
    return (
        behind.low in words.ordinal_endings
        or (behind.low in {":", ".", "/", "_", "@"} and follows)
        or (behind.kind == WORD and len(behind.text) <= 2 and numeral.form == "digits")
    )


def behind_a_sign(scan: Scan, numeral: Numeral) -> bool:
    """Whether the digits follow on a letter or a sign that makes them part of something longer: "M21", "10:27"."""
    first = numeral.start
    if not glued(scan.lexemes, first) or scan.lexemes[first].kind != NUMBER:
        return False
    before = scan.lexemes[first - 1]
    if before.low in {":", "#", "/", "@", "_", "."} or (before.kind == WORD and numeral.scale == 1):
        return True
    if before.low not in HYPHENS or first < 2:
        return False
    named = scan.lexemes[first - 2]
    return _is_code(named.text) if glued(scan.lexemes, first - 1) else len(named.text) > 1 and named.text.isupper()


def _is_code(text: str) -> bool:
    """Whether a word before a hyphen makes a name of the number behind it ("T-72", "Covid-19"), as "minus" does not."""
    return text[:1].isupper()


def is_dated(words: NonQuantities, scan: Scan, numeral: Numeral, times: TimeSpans) -> bool:
    """Whether the number is part of a date or a clock time, or a bare year."""
    first, stop = scan.lexemes[numeral.start], numeral.stop
    if times.cover(Span(first.start, scan.lexemes[stop - 1].end)) or scan.low(stop) in words.clock:
        return True
    whole = (
        numeral.form == "digits" and numeral.scale == 1 and numeral.low == int(numeral.low) and "," not in first.text
    )
    if not whole:
        return False
    if numeral.low <= 31 and _month_beside(words, scan, numeral):
        return True
    if int(numeral.low) not in YEARS or len(first.text) != 4:
        return False
    return int(numeral.low) in LIKELY_YEARS or scan.tag(stop) != "NNS"


def _month_beside(words: NonQuantities, scan: Scan, numeral: Numeral) -> bool:
    i, j = numeral.start, numeral.stop
    if scan.low(i - 1) == "(" and scan.low(j) == ")":
        return scan.low(i - 2) in words.calendar
    beside = [k for k in (i - 1, j) if scan.low(k) in words.calendar and scan.lexemes[k].text[0].isupper()]
    dotted = scan.low(i - 1) == "." and scan.low(i - 2) in words.calendar
    return bool(beside) or dotted


def is_name(words: NonQuantities, scan: Scan, numeral: Numeral) -> bool:
    """Whether the number names something: "room 12", "Unit 3", "the FTSE 100", "14 Harbour Road"."""
    i, j = numeral.start, numeral.stop
    if numeral.scale != 1 or numeral.form not in {"digits", "words"}:
        return False
    if i == 0 and scan.tag(j) == "VBG" and scan.lexemes[j].text[0].isupper():
        return True
    before = i - 2 if scan.low(i - 1) == "." else i - 1
    if scan.low(before) in words.labels and not _counts_on(scan, j):
        return True
    if numeral.form == "words":
        apart = scan.low(j) in {",", ".", ";", ")", ""} or scan.tag(j) in {"VBD", "VBP", "MD", "IN"}
        return apart and (scan.low(i - 1) in words.determiners or scan.tag(i - 1) in {"JJ", "JJS"})
    street = any(scan.low(k) in words.streets and scan.lexemes[k].text[0].isupper() for k in range(j + 1, j + 4))
    if street and scan.lexemes[j].text[:1].isupper():
        return True
    plain = "," not in scan.lexemes[i].text and "." not in scan.lexemes[i].text
    named = scan.parsed and plain and scan.tag(j) == "NNP" and not _counts_on(scan, j)
    return named or _is_age(scan, i, j) or (_behind_a_name(scan, i) and not _counts_on(scan, j))


def _is_age(scan: Scan, i: int, j: int) -> bool:
    """Whether a bare number between commas tells a person's age: "Mara Venn, 25, said"."""
    apart = scan.low(i - 1) == "," and scan.low(j) in {",", "."}
    return apart and len(scan.lexemes[i].text) <= 3 and i > 1 and scan.lexemes[i - 2].text[:1].isupper()


def _behind_a_name(scan: Scan, i: int) -> bool:
    if i < 1 or scan.lexemes[i - 1].kind == SIGN:
        return False
    token = scan.token(i)
    if token is not None and token.dep_ in {"nummod", "compound"} and token.head.i < token.i:
        return token.head.tag_ in {"NNP", "NNPS"} or scan.tag(i - 1) in {"NNP", "NNPS"}
    return scan.lexemes[i - 1].text[0].isupper() and (scan.tag(i - 1) in {"NNP", "NNPS"} or not scan.parsed)


def _counts_on(scan: Scan, j: int) -> bool:
    """Whether a noun behind the number is counted by it ("in Ardania 300 people")."""
    if not scan.parsed:
        return j < len(scan.lexemes) and scan.low(j).endswith("s") and scan.low(j).isalpha()
    return any(scan.tag(k) == "NNS" for k in (j, j + 1, j + 2)) and scan.tag(j) in {"NNS", "JJ", "NN", "NNP", "VBN"}


def is_pronoun(words: NonQuantities, scan: Scan, numeral: Numeral) -> bool:
    """Whether "one" stands for a noun instead of counting it ("each one", "one another")."""
    if numeral.stop - numeral.start != 1 or numeral.form != "words" or numeral.low != 1:
        return False
    if scan.low(numeral.stop) in words.pronouns or glued(scan.lexemes, numeral.stop):
        return True
    token = scan.token(numeral.start)
    if token is not None and token.tag_ != "CD":
        return True
    return not (scan.tag(numeral.stop) in {"NN", "JJ", "NNP", "JJS"} or scan.low(numeral.stop) in words.ofs)
