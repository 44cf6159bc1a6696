"""Give a bare number the unit of the one that it is told with: "from 208 pounds to 193", "four-, five- and six-door".

Enters: the mentions of a sentence. Leaves: them, those without a unit or a counted noun with the unit of the mention
before or behind where the words between say so. A number that counts something keeps what it counts.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.readings.quantities.amounts import Amount
from sayso.readings.quantities.lexemes import glued
from sayso.readings.quantities.number_words import HYPHENS
from sayso.readings.quantities.pairs import Mention
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.words import QuantityWords

NEAR = 8  # lexemes between "from 208 pounds" and "to 193"


def share_units(words: QuantityWords, scan: Scan, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, bare numbers with the unit that they share."""
    shared = list(mentions)
    for k in range(len(shared) - 1, -1, -1):
        amount = shared[k].first
        if shared[k].second is not None or not _is_bare(amount):
            continue
        if k + 1 < len(shared) and _leads(words, scan, amount, shared[k + 1].first):
            shared[k] = Mention(_given(amount, shared[k + 1].first))
        elif k and _follows(words, scan, shared[k - 1].last, amount):
            shared[k] = Mention(_given(amount, shared[k - 1].last))
    return shared


def _is_bare(amount: Amount) -> bool:
    return amount.unit is None and amount.counted is None and amount.numeral.form in {"digits", "words"}


def _leads(words: QuantityWords, scan: Scan, amount: Amount, behind: Amount) -> bool:
    """Whether the number is the first of a list joined by hyphens, or a part "of the" amount behind it."""
    i = amount.numeral.stop
    open_ended = scan.low(i + 1) == "," or not glued(scan.lexemes, i + 1)
    if scan.low(i) in HYPHENS and glued(scan.lexemes, i) and open_ended:
        return behind.start <= i + 3
    part = scan.low(i) in words.numbers.ofs and scan.low(i + 1) in words.numbers.determiners
    return part and behind.start == i + 2 and behind.unit is not None


def _follows(words: QuantityWords, scan: Scan, before: Amount, amount: Amount) -> bool:
    """Whether the number is the end of a move whose start has the unit, or repeats a move: "by 2 percent … by 1"."""
    if before.unit is None or before.stop > amount.start:
        return False
    join = scan.low(amount.start - 1)
    if join in words.range_words and join not in HYPHENS:
        return scan.low(before.start - 1) in words.from_words and amount.start - before.stop <= NEAR
    percent = before.unit.kind == "percentage" and scan.low(before.start - 1) in words.approximators.by
    return percent and join in words.approximators.by


def _given(amount: Amount, other: Amount) -> Amount:
    """The amount with the unit or the counted noun of the other one."""
    unit = other.unit._replace(stop=amount.stop) if other.unit is not None else None
    return replace(amount, unit=unit, counted=other.counted if unit is None else None)
