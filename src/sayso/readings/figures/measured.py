"""Tell what a number measures, or that it measures nothing that tells how the crisis stands.

Enters: a sentence, one of its bounded numbers, and what the number before it measured, for "killed 5 and wounded 12".
Leaves: a `Measured`: the measure's term, the counted words, and the lexemes from the number to its outcome; or
nothing, and then the number is no figure: what happened to those counted is not told, and they are no measure alone.
"""

from bisect import bisect_right
from typing import NamedTuple

from sayso.readings.figures.bounds import Bounded
from sayso.readings.figures.clause_breaks import is_parted
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.measures import find_outcome
from sayso.readings.figures.money_measures import find_amount, find_money, find_share
from sayso.readings.figures.sentence import Sentence
from sayso.readings.figures.triggers import Counting, Trigger
from sayso.readings.quantities.scan import Scan

FORCE = 10
AFTER = 6
BEFORE = 4
ADJECTIVES = 4
BEFORE_NAMES = frozenset({"DT", "JJ", "VBN", "VBG", "HYPH", "NN", ","})


class Measured(NamedTuple):
    """A bounded number, what it measures, and the lexemes `[first, last]` that its figure spans."""

    bounded: Bounded
    measure: str
    population: str | None
    first: int
    last: int
    kind: str


def measure_number(sentence: Sentence, number: Bounded, before: Measured | None) -> Measured | None:
    """What `number` measures; `before` is the figure before it in the sentence."""
    counting = _place_in(sentence.words, sentence.scan, number)
    if number.kind in {"money", "share"}:
        return _measure_money_or_share(sentence, number, counting, before)
    if number.kind == "amount":
        found = find_amount(sentence.words, sentence.scan, counting)
        return Measured(number, found.measure, None, counting.start, found.last, number.kind) if found else None
    return _measure_count(sentence, number, counting, before)


def _measure_count(sentence: Sentence, number: Bounded, counting: Counting, before: Measured | None) -> Measured | None:
    words, scan = sentence.words, sentence.scan
    if _is_label(sentence, number, counting):
        return None
    noun = scan.low(counting.end - 1) if counting.end > counting.stop else ""
    if scan.low(counting.start - 1) in words.ofs and scan.low(counting.start - 2) in words.settlements:
        return Measured(number, words.population, None, counting.start, counting.end - 1, number.kind)
    trigger = find_outcome(words, scan, sentence.outcomes, counting)
    part = _part_of_before(sentence, counting, before, noun)
    if part is not None and (trigger is None or (trigger.start >= counting.end and _is_idle(scan, trigger))):
        people = _written(sentence, counting) or _said_to_be(sentence, counting)
        return Measured(number, part, people, counting.start, counting.end - 1, number.kind)
    if trigger is None:
        return _measure_alone(sentence, number, counting, noun)
    also = trigger.entry.also
    if number.low == number.high == 1 and (also["of"] != "people" or also.get("stock") or not noun):
        return None
    if also.get("people") and noun in words.people and max(number.low or 0, number.high or 0) < FORCE:
        return None
    near = _near(scan, counting, trigger)
    term = also["abroad"] if _leads_abroad(sentence, trigger) else _term(words, trigger, noun)
    return Measured(number, str(term), _written(sentence, counting, trigger), *near, number.kind)


def _leads_abroad(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether those who left are said to have left a country: they are no longer in it."""
    if not trigger.entry.also.get("abroad"):
        return False
    behind = sentence.scan.lexemes[trigger.stop : trigger.stop + ADJECTIVES + 1]
    named = {p.span.start for p in sentence.places if p.kind == "country"}
    place = next((i for i, x in enumerate(behind) if x.start in named), None)
    between = range(trigger.stop, trigger.stop + (place or 0))
    return place is not None and all(sentence.scan.tag(i) in BEFORE_NAMES for i in between)


def _is_label(sentence: Sentence, number: Bounded, counting: Counting) -> bool:
    """Whether the number counts nothing: "aged 6", "mother-of-three", "one of the victims"."""
    text, start, scan = sentence.analysis.text, number.number.start, sentence.scan
    compound = text[max(start - 2, 0) : start - 1].isalpha() and text[start - 1 : start] == "-"
    one = number.low == number.high == 1 and scan.low(counting.stop) in sentence.words.ofs
    before = counting.start - 3 if scan.tag(counting.start - 1) == "CC" else counting.start - 1
    return compound or one or scan.low(before) in sentence.words.labels


def _is_idle(scan: Scan, trigger: Trigger) -> bool:
    """Whether the outcome did not come about: "including 2 children trying to flee"."""
    return scan.tag(trigger.start) in {"VB", "VBG"}


def _part_of_before(sentence: Sentence, counting: Counting, before: Measured | None, noun: str) -> str | None:
    """The measure of the number before, where this one is told as a part of it: "killed 9, including 2 children"."""
    if before is None or before.kind != "count" or (noun and noun not in sentence.words.people):
        return None
    joined = sentence.words.including.before(sentence.scan.lexemes, counting.start)
    return before.measure if joined else None


def _said_to_be(sentence: Sentence, counting: Counting) -> str | None:
    """The people that a bare number is said to be: "of whom 12 are young nurses"."""
    token = sentence.scan.token(counting.stop - 1)
    if counting.end > counting.stop or token is None or token.dep_ != "nsubj":
        return None
    named = next((c for c in token.head.rights if c.dep_ == "attr"), None)
    if named is None or named.lower_ not in sentence.words.people:
        return None
    first = next((c for c in named.lefts if c.dep_ in {"amod", "compound"}), named)
    return sentence.analysis.text[first.idx : named.idx + len(named.text)]


def _measure_alone(sentence: Sentence, number: Bounded, counting: Counting, noun: str) -> Measured | None:
    """The measure of a number to which nothing happened: a force, arms, places."""
    words = sentence.words
    if not _counts_alone(words, noun, number):
        return None
    measure = words.fixed.get(noun, noun)
    return Measured(number, measure, _written(sentence, counting), counting.start, counting.end - 1, number.kind)


def _counts_alone(words: MeasureWords, noun: str, number: Bounded) -> bool:
    """Whether a noun is a measure where nothing happened to it. A few soldiers are actors of the story, no force."""
    size = max(number.low or 0, number.high or 0)
    if noun in words.counts:
        return size >= FORCE if noun in words.people else size > 1
    return noun in words.places and size > 2


def _term(words: MeasureWords, trigger: Trigger, noun: str) -> str:
    """The measure's term, with what it happened to where that is a thing: "missiles fired"."""
    term = str(trigger.entry.value or trigger.entry.term)
    if noun in words.people and trigger.entry.also.get("people"):
        return str(trigger.entry.also["people"])
    if noun in words.living:
        return f"{noun} {term}"
    if trigger.entry.also["of"] == "people" or not noun:
        return term
    if noun in words.acts:
        return noun
    person = noun in words.people and not (noun in words.counts and trigger.entry.also.get("named"))
    return term if person or noun in {s.lower() for s in trigger.entry.spellings} else f"{noun} {term}"


def _measure_money_or_share(
    sentence: Sentence, number: Bounded, counting: Counting, before: Measured | None
) -> Measured | None:
    told = (before.measure, before.kind) if before is not None else None
    if number.kind == "money":
        found = find_money(sentence, number, counting, told)
    else:
        found = find_share(sentence, number, counting, told)
    if found is None:
        return None
    kind = "price" if number.kind == "money" and number.unit and " per " in number.unit else number.kind
    return Measured(number, found.measure, found.population, counting.start, max(found.last, counting.end - 1), kind)


def _place_in(words: MeasureWords, scan: Scan, number: Bounded) -> Counting:
    """Where the number and its noun stand among the lexemes, without a label behind it: "20 children ages 6"."""
    starts = [x.start for x in scan.lexemes]
    start = max(bisect_right(starts, number.span.start) - 1, 0)
    stop = bisect_right(starts, number.number.end - 1)
    end = bisect_right(starts, number.span.end - 1)
    if end - 1 > stop and scan.low(end - 1) in words.labels:
        end -= 1
    return Counting(start, stop, max(end, stop))


def _written(sentence: Sentence, counting: Counting, trigger: Trigger | None = None) -> str | None:
    """The counted words as the document writes them; nothing where they tell no more than that somebody was counted."""
    words, scan, start = sentence.words, sentence.scan, counting.stop
    if trigger is not None and counting.stop <= trigger.start and trigger.stop < counting.end:
        start = trigger.stop
    while start < counting.end - 1 and (scan.low(start) in words.ofs or scan.tag(start) in {"DT", "PRP$"}):
        start += 1
    counted = range(trigger.start, trigger.stop) if trigger is not None else range(counting.end - 1, counting.end)
    if all(scan.low(i) in words.anyone or i in counted for i in range(start, counting.end)):
        return None
    noun = sentence.analysis.text[scan.lexemes[start].start : scan.lexemes[counting.end - 1].end]
    return noun.strip("+- ") or None


def _near(scan: Scan, counting: Counting, trigger: Trigger) -> tuple[int, int]:
    """The figure's lexemes: from the number to its outcome, where that stands near and in one clause."""
    first, last = counting.start, counting.end - 1
    parted = is_parted(scan, min(trigger.stop, last + 1), max(trigger.start, first))
    if not parted and counting.end <= trigger.start <= counting.end + AFTER:
        return first, trigger.stop - 1
    if not parted and first - BEFORE <= trigger.stop <= first:
        return trigger.start, last
    return first, last
