"""Sum up those who are told one by one: "a woman and two children" are three persons.

Enters: a scanned sentence and its bounded numbers. Leaves: the numbers, with each such chain in place of its
parts. Only exact numbers of persons are summed, and only where at least one of them is told by an article.
"""

from sayso.model import Span
from sayso.readings.figures.bounds import Bounded
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.quantities.scan import Scan

JOINTS = frozenset({",", "CC"})


def merge_composites(words: MeasureWords, scan: Scan, numbers: list[Bounded]) -> list[Bounded]:
    """`numbers` with every chain of persons summed."""
    merged: list[Bounded] = []
    for number in numbers:
        if _person_count(words, scan, number) and number.low is not None:
            start, others = _persons_before(words, scan, scan.first_from(number.span.start))
            if others:
                total = number.low + others
                span = Span(scan.lexemes[start].start, number.span.end)
                number = number._replace(span=span, number=span, low=total, high=total)
        merged.append(number)
    return merged


def _person_count(words: MeasureWords, scan: Scan, number: Bounded) -> bool:
    last = next((x for x in reversed(scan.lexemes) if x.end <= number.span.end), None)
    exact = number.kind == "count" and number.low == number.high and number.change == "="
    return exact and last is not None and last.low in words.people


def _persons_before(words: MeasureWords, scan: Scan, i: int) -> tuple[int, int]:
    """Where the persons told by an article before lexeme `i` start, and how many they are."""
    others = 0
    while True:
        joint = i - 1
        if scan.tag(joint) not in JOINTS and scan.low(joint) != ",":
            return i, others
        if scan.low(joint - 1) == ",":
            joint -= 1
        start = next((k for k in range(joint - 2, max(joint - 5, -1), -1) if scan.low(k) in words.articles), None)
        if start is None or scan.low(joint - 1) not in words.people or scan.tag(joint - 1) == "NNS":
            return i, others
        i, others = start, others + 1
