"""Read what an amount is for, or what a share is of.

Enters: a scanned sentence, a number of money or percent, and where it stands. Leaves: the measure ("aid", "price",
"share of wheat imports", "interest rate") with the words it was read from, or nothing. A rate that the sentence names
goes before a share; a move of something unnamed is no figure.
"""

from typing import NamedTuple

from sayso.readings.figures.bounds import Bounded
from sayso.readings.figures.clause_breaks import is_parted
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.measures import find_outcome
from sayso.readings.figures.sentence import Sentence
from sayso.readings.figures.triggers import Counting, Trigger, find_triggers
from sayso.readings.quantities.counted import BEFORE_NOUN
from sayso.readings.quantities.lexemes import SIGN
from sayso.readings.quantities.number_words import HYPHENS
from sayso.readings.quantities.scan import NOUNS, Scan

NEAR = 12
CLOSE = 4
BRACKETS = 14
PHRASE = 6
MOVED = 4
WHOLE = 100
PLURAL = frozenset({"NNS", "NNPS"})
Before = tuple[str, str] | None
"""Measure and kind of the figure told before in the sentence."""


class Purpose(NamedTuple):
    """A measure, of whom, and the last lexeme that it was read from."""

    measure: str
    population: str | None
    last: int


def find_money(sentence: Sentence, number: Bounded, counting: Counting, told: Before) -> Purpose | None:
    """What the money is for: the nearest word of money in the clause, else what the money `told` before it was for."""
    words, scan = sentence.words, sentence.scan
    if scan.low(counting.start - 1) == "(" and told is not None and told[1] == "money":
        return None
    counting = counting._replace(end=_behind_brackets(scan, counting.end))
    trigger = _nearest(scan, find_triggers(words.money, scan.lexemes), counting, NEAR)
    priced = number.unit is not None and " per " in number.unit
    if trigger is not None:
        term = str(trigger.entry.value or trigger.entry.term)
        last = trigger.stop - 1 if counting.end <= trigger.start <= counting.end + 3 else counting.end - 1
        return Purpose(_compound(scan, trigger, term), None, last)
    if priced:
        return Purpose(words.price, _first(number.quantity.concept), counting.end - 1)
    if told is not None and told[1] == "money":
        return Purpose(told[0], None, counting.end - 1)
    return None


def _behind_brackets(scan: Scan, i: int) -> int:
    """The index behind the brackets that open at `i` ("$5 million (€4 million) in aid"), else `i`."""
    if scan.low(i) != "(":
        return i
    return next((k + 1 for k in range(i, min(i + BRACKETS, len(scan.lexemes))) if scan.low(k) == ")"), i)


def find_amount(words: MeasureWords, scan: Scan, counting: Counting) -> Purpose | None:
    """What an amount is of: "900 tonnes of flour"."""
    if any(scan.low(k) in HYPHENS for k in range(counting.stop, counting.end)):
        return None
    found = _of_what(words, scan, counting) if scan.low(counting.end) in words.ofs else None
    return Purpose(found[0], None, found[1]) if found is not None else None


def _compound(scan: Scan, trigger: Trigger, term: str) -> str:
    """The word of money with the noun or adjective before it: "military aid", "wheat imports"."""
    before = scan.tag(trigger.start - 1)
    if scan.tag(trigger.start) in NOUNS and before in {"JJ", "NN"}:
        return f"{scan.low(trigger.start - 1)} {term}"
    return term


def find_share(sentence: Sentence, number: Bounded, counting: Counting, told: Before) -> Purpose | None:
    """What the share is of: those `told` before it ("half of them"), what "of" names, a named rate, a group."""
    words, scan = sentence.words, sentence.scan
    if scan.low(counting.end) in words.ofs and scan.low(counting.end + 1) in words.anaphors:
        return _of_them(words, scan, counting, told)
    fraction = number.quantity.unit not in words.percentages
    of = _of_what(words, scan, counting) if fraction or scan.low(counting.end) in words.ofs else None
    if of is not None:
        return Purpose(f"{words.share} of {of[0]}", *of)
    rate = _nearest(scan, find_triggers(words.rates, scan.lexemes), counting, NEAR)
    if rate is not None:
        return Purpose(str(rate.entry.value or rate.entry.term), None, counting.end - 1)
    if scan.low(counting.start - 1) == "(" and scan.tag(counting.start - 2) in PLURAL:
        group = scan.lexemes[counting.start - 2].text
        return Purpose(f"{words.share} of {group}", group, counting.end - 1)
    return _of_unnamed(sentence, number, counting, told)


def _of_unnamed(sentence: Sentence, number: Bounded, counting: Counting, told: Before) -> Purpose | None:
    """A share with nothing beside it that tells of what: what moved, what was told before, or what happened to them."""
    words, scan = sentence.words, sentence.scan
    concept = _first(number.quantity.concept)
    if number.change in {"up", "down"}:
        moved = concept is not None and len(concept.split()) <= MOVED
        return Purpose(concept, None, counting.end - 1) if concept is not None and moved else None
    if concept is not None and number.low != WHOLE and _is_state(scan, counting):
        return Purpose(f"{concept} {scan.low(counting.end)}", None, counting.end)
    if told is not None and told[1] == "share":
        return Purpose(told[0], None, counting.end - 1)
    outcome = find_outcome(words, scan, sentence.outcomes, counting._replace(end=counting.stop)) if concept else None
    return Purpose(str(outcome.entry.value or outcome.entry.term), concept, counting.end - 1) if outcome else None


def _is_state(scan: Scan, counting: Counting) -> bool:
    """Whether a share tells how far something is so: "the fire is 40 percent contained"."""
    return scan.tag(counting.end) in {"JJ", "VBN"} and scan.tag(counting.end + 1) not in BEFORE_NOUN


def _first(concept: str | None) -> str | None:
    """What is measured, without whose it is: "rate" of "rate, Ardania"."""
    return concept.partition(", ")[0] if concept is not None else None


def _of_them(words: MeasureWords, scan: Scan, counting: Counting, told: Before) -> Purpose | None:
    """ "Half of them": the measure of those told before, else the noun that stands before the number."""
    if told is not None and told[1] == "count":
        return Purpose(told[0], None, counting.end + 1)
    noun = next((scan.low(k) for k in range(counting.start - 1, -1, -1) if scan.tag(k) in NOUNS), None)
    return Purpose(f"{words.share} of {noun}", noun, counting.end + 1) if noun is not None else None


def _of_what(words: MeasureWords, scan: Scan, counting: Counting) -> tuple[str, int] | None:
    """The noun phrase behind "of", or behind a fraction's article ("half the harvest")."""
    i = counting.end
    if scan.low(i) in words.ofs:
        i += 1
    elif scan.tag(i) not in {"DT", "PRP$"}:
        return None
    while scan.tag(i) in {"DT", "PRP$", "PDT"}:
        i += 1
    phrase, end = [], 0
    for k in range(i, min(i + PHRASE, len(scan.lexemes))):
        if scan.lexemes[k].kind == SIGN or (scan.parsed and scan.tag(k) not in BEFORE_NOUN | {"POS"}):
            break
        phrase.append(scan.lexemes[k].text)
        if not scan.parsed or scan.tag(k) in NOUNS:
            end = len(phrase)
        if not scan.parsed and len(phrase) == 3:
            break
    return (" ".join(phrase[:end]), i + end - 1) if phrase and end else None


def _nearest(scan: Scan, triggers: list[Trigger], counting: Counting, reach: int) -> Trigger | None:
    """The nearest word, behind the number within three words, else before it, else behind it."""
    outside = [t for t in triggers if t.stop <= counting.start or t.start >= counting.stop]
    close = [t for t in outside if 0 <= t.start - counting.end <= CLOSE and not is_parted(scan, counting.end, t.start)]
    before = [t for t in outside if 0 <= counting.start - t.stop <= reach]
    behind = [t for t in outside if 0 <= t.start - counting.end <= reach and not is_parted(scan, counting.end, t.start)]
    return (
        min(close, key=lambda t: t.start, default=None)
        or max(before, key=lambda t: t.start, default=None)
        or min(behind, key=lambda t: t.start, default=None)
    )
