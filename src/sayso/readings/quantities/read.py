"""Read quantities: every measured or counted amount of a document.

Enters: an analysed document and its times. Leaves: quantities in the order of the text, each with its value, unit,
change and the words that it is said of; a range or a move is two. The sentence is scanned once from left to right: a
numeral, then its sign and currency before it, its unit or counted noun behind it, then the words that bound it.
"""

import msgspec

from sayso.model import PairRole, Quantity, Span, Time
from sayso.readings.analysis import Analysis
from sayso.readings.quantities.amounts import Amount
from sayso.readings.quantities.concepts import ConceptWords, concept_words, read_concepts
from sayso.readings.quantities.exactness import read_exactness
from sayso.readings.quantities.exclusions import TimeSpans
from sayso.readings.quantities.mentions import find_mentions
from sayso.readings.quantities.scan import Scan, scan_sentence
from sayso.readings.quantities.words import QuantityWords, quantity_words


def read_quantities(analysis: Analysis, times: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """Every measured or counted quantity of the document, in order; what `times` hold is none."""
    words, concepts = quantity_words(analysis.language), concept_words(analysis.language)
    dated = TimeSpans(times)
    found: list[Quantity] = []
    for span, tokens in zip(analysis.sentences, analysis.sentence_tokens, strict=True):
        if words.any_number.search(analysis.text, span.start, span.end) is not None:
            found += _read_sentence(words, concepts, scan_sentence(analysis, span, tokens), dated)
    return tuple(found)


def _read_sentence(words: QuantityWords, concepts: ConceptWords, scan: Scan, dated: TimeSpans) -> list[Quantity]:
    found: list[Quantity] = []
    mentions = find_mentions(words, scan, dated)
    for mention, concept in zip(mentions, read_concepts(concepts, scan, mentions), strict=True):
        if mention.second is not None:
            made = _make_pair(words, scan, mention.first, mention.second, concept)
        else:
            made = _make(words, scan, mention.first, concept)
        found += _same_move(words, scan, mention.first, found, made)
    return found


def _same_move(
    words: QuantityWords, scan: Scan, amount: Amount, before: list[Quantity], made: list[Quantity]
) -> list[Quantity]:
    """Give a number the change of the one before it that it repeats: "(14 km)", "/ 9 kW", "Velmark by 3 percent"."""
    if not before or any(q.change != "=" for q in made):
        return made
    last, start = before[-1], scan.lexemes[amount.start - 1] if amount.start else None
    if start is None or amount.unit is None:
        return made
    converted = start.low in {"(", "/"} and amount.start > 1 and scan.lexemes[amount.start - 2].end == last.span.end
    repeated = start.low in words.approximators.by and last.change in {"up", "down"} and last.unit == made[0].unit
    if not converted and not repeated:
        return made
    return [msgspec.structs.replace(q, change=last.change) for q in made]


def _make_pair(words: QuantityWords, scan: Scan, first: Amount, second: Amount, concept: str | None) -> list[Quantity]:
    before = range(max(first.start - 5, 0), first.start)
    moved = scan.low(first.start - 1) in words.from_words and not any(scan.low(k) in words.spread for k in before)
    lower = _make(words, scan, first, concept, "from" if moved else "low")
    upper = _make(words, scan, second, concept, "to" if moved else "high")
    if not moved and upper[0].change == "=":
        upper = [msgspec.structs.replace(q, change=lower[0].change) for q in upper]
    return [*lower, *upper]


def _make(
    words: QuantityWords, scan: Scan, amount: Amount, concept: str | None, pair: PairRole | None = None
) -> list[Quantity]:
    numeral, lexemes = amount.numeral, scan.lexemes
    exact = read_exactness(words.approximators, lexemes, amount.start, tuple({numeral.stop, amount.stop}))
    counts = amount.unit is None or amount.counted is not None
    change = exact.bound if counts or exact.bound == ">" or pair in {"from", "to"} else exact.change
    quantity = Quantity(
        span=Span(lexemes[exact.start].start, lexemes[max(exact.stop, amount.stop) - 1].end),
        number=Span(lexemes[numeral.start].start, lexemes[numeral.stop - 1].end),
        value=numeral.low * amount.sign,
        unit=amount.unit.name if amount.unit else amount.counted.phrase if amount.counted else "-",
        change=change,
        concept=concept,
        pair="low" if numeral.low != numeral.high else pair,
    )
    if numeral.low == numeral.high:
        return [quantity]
    return [quantity, msgspec.structs.replace(quantity, value=numeral.high * amount.sign, pair="high")]
