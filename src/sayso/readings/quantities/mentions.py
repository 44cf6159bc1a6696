"""Find the mentions of quantities in a sentence: amounts and pairs of amounts that measure or count something.

Enters: a scan and the times of the document. Leaves: mentions from left to right. Refuses dates, clock times, ordinals,
names with a number, addresses, scores and the pronoun "one".
"""

from sayso.readings.quantities.amounts import Amount, read_amount, with_part
from sayso.readings.quantities.exclusions import (
    TimeSpans,
    behind_a_sign,
    is_dated,
    is_name,
    is_pronoun,
    part_of_a_word,
)
from sayso.readings.quantities.lexemes import glued
from sayso.readings.quantities.number_words import HYPHENS
from sayso.readings.quantities.pairs import Mention, is_score, read_pair
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.shared_units import share_units
from sayso.readings.quantities.words import QuantityWords


def find_mentions(words: QuantityWords, scan: Scan, dated: TimeSpans) -> list[Mention]:
    """Every mention of a quantity in the sentence, in order."""
    found: list[Mention] = []
    i = 0
    while i < len(scan.lexemes):
        amount = read_amount(words, scan, i)
        if amount is None:
            i += 1
            continue
        amount = with_part(words, scan, amount)
        mention = Mention(*(read_pair(words, scan, amount, dated) or (amount,)))
        i = max(i + 1, mention.last.stop)
        scored = mention.second is not None and is_score(scan, mention.first, mention.second)
        if not scored and not _is_none(words, scan, mention.last, dated):
            found.append(mention)
    return share_units(words, scan, found)


def _is_none(words: QuantityWords, scan: Scan, amount: Amount, dated: TimeSpans) -> bool:
    """Whether the number is no quantity."""
    numeral, unit = amount.numeral, amount.unit
    if unit is not None and unit.kind == "currency":
        return False
    if unit is not None and unit.stop > numeral.stop:
        if behind_a_sign(scan, numeral):
            return True
        names = unit.kind == "time" and scan.low(numeral.stop) in HYPHENS and glued(scan.lexemes, numeral.stop)
        return names or scan.low(amount.stop) in words.others.clock
    return (
        part_of_a_word(words.others, scan, numeral)
        or is_dated(words.others, scan, numeral, dated)
        or is_name(words.others, scan, numeral)
        or is_pronoun(words.others, scan, numeral)
    )
