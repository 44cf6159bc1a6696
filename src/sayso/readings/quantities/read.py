"""Read quantities: every measured or counted amount of a document.

Enters: an analysed document and its times. Leaves: quantities in the order of the text, each with its value, unit,
change and the words that it is said of; a range or a move is two. The sentence is scanned once from left to right: a
numeral, then its sign and currency before it, its unit or counted noun behind it, then the words that bound it. Dates,
clock times, ordinals, names with a number, addresses, scores and the pronoun "one" are no quantities.
"""

import functools
import re
from dataclasses import dataclass, replace

import msgspec

from sayso.languages import Language
from sayso.model import PairRole, Quantity, Span, Time
from sayso.readings.analysis import Analysis
from sayso.readings.quantities.concepts import read_concept
from sayso.readings.quantities.counted import Counted, read_counted
from sayso.readings.quantities.exactness import Approximators, approximators, read_exactness
from sayso.readings.quantities.exclusions import (
    NonQuantities,
    TimeSpans,
    behind_a_sign,
    is_dated,
    is_name,
    is_pronoun,
    non_quantities,
    part_of_a_word,
)
from sayso.readings.quantities.lexemes import WORD, glued
from sayso.readings.quantities.numerals import HYPHENS, NumberWords, Numeral, number_words, read_numeral
from sayso.readings.quantities.scan import Scan, scan_sentence
from sayso.readings.quantities.units import (
    Unit,
    UnitWords,
    as_money,
    currency_before,
    named,
    reckoned_by,
    unit_behind,
    unit_words,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its sign, currency and unit: lexemes `[start, stop)`."""

    numeral: Numeral
    start: int
    stop: int
    sign: float
    unit: Unit | None
    counted: Counted | None


@dataclass(frozen=True, eq=False)
class QuantityWords:
    """All that the reader of quantities knows of one language."""

    numbers: NumberWords
    units: UnitWords
    approximators: Approximators
    others: NonQuantities
    any_number: re.Pattern[str]
    range_words: frozenset[str]
    between_words: frozenset[str]
    between: frozenset[str]
    from_words: frozenset[str]
    spread: frozenset[str]
    minus: frozenset[str]


@functools.cache
def quantity_words(language: Language) -> QuantityWords:
    """The words of `language`, compiled once."""
    lexicon = language["numbers"]
    numbers = number_words(language)
    starts = sorted((numbers.starts - numbers.articles) | numbers.halves, key=len, reverse=True)
    joins = lexicon.of_kind("range")
    return QuantityWords(
        numbers,
        unit_words(language),
        approximators(language),
        non_quantities(language),
        re.compile(r"\d|[½⅓⅔¼¾]|\b(?:" + "|".join(map(re.escape, starts)) + r")\b", re.I),
        frozenset(s for e in joins if not e.also.get("between") for s in e.spellings),
        frozenset(s for e in joins if e.also.get("between") for s in e.spellings),
        lexicon.spellings("between"),
        lexicon.spellings("from"),
        lexicon.spellings("spread"),
        lexicon.spellings("minus"),
    )


def read_quantities(analysis: Analysis, times: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """Every measured or counted quantity of the document, in order; what `times` hold is none."""
    words = quantity_words(analysis.language)
    dated = TimeSpans(times)
    found: list[Quantity] = []
    for span, tokens in zip(analysis.sentences, analysis.sentence_tokens, strict=True):
        if words.any_number.search(analysis.text, span.start, span.end) is not None:
            found += _read_sentence(words, scan_sentence(analysis, span, tokens), dated)
    return tuple(found)


def _read_sentence(words: QuantityWords, scan: Scan, dated: TimeSpans) -> list[Quantity]:
    found: list[Quantity] = []
    i = 0
    while i < len(scan.lexemes):
        amount = _read_amount(words, scan, i)
        if amount is None:
            i += 1
            continue
        pair = _read_pair(words, scan, amount, dated)
        i = max(i + 1, (pair[1] if pair else amount).stop)
        if pair is not None:
            if not (_is_score(scan, *pair) or _is_none(words, scan, pair[1], dated)):
                found += _make_pair(words, scan, *pair)
        elif not _is_none(words, scan, amount, dated):
            found += _same_move(words, scan, amount, found, _make(words, scan, amount))
    return found


def _same_move(
    words: QuantityWords, scan: Scan, amount: Amount, before: list[Quantity], made: list[Quantity]
) -> list[Quantity]:
    """Give a number the change of the one before it that it repeats: "(14 km)", "Velmark by 3 percent"."""
    if not before or made[0].change != "=":
        return made
    last, start = before[-1], scan.lexemes[amount.start - 1] if amount.start else None
    if start is None or amount.unit is None:
        return made
    converted = start.low == "(" and amount.start > 1 and scan.lexemes[amount.start - 2].end == last.span.end
    repeated = start.low in words.approximators.by and last.change in {"up", "down"} and last.unit == made[0].unit
    if not converted and not repeated:
        return made
    concept = last.concept if converted else made[0].concept
    return [msgspec.structs.replace(q, change=last.change, concept=concept) for q in made]


def _read_amount(words: QuantityWords, scan: Scan, i: int) -> Amount | None:
    lexemes = scan.lexemes
    minus = _minus_before(words, scan, i)
    currency = currency_before(words.units, lexemes, minus)
    money = currency is not None or _is_code(scan, i)
    numeral = read_numeral(words.numbers, lexemes, i, money=money)
    if numeral is None:
        return None
    start, unit = minus, None
    if currency is not None:
        start = _minus_before(words, scan, currency[1])
        unit = named(currency[0], numeral.stop)
    sign = -1.0 if start != (currency[1] if currency else i) or minus != i else 1.0
    passed = words.approximators.behind.at(lexemes, numeral.stop)
    after = passed[1] if passed is not None else numeral.stop
    of = numeral.form == "vague" and scan.low(after) in words.numbers.ofs
    behind = unit_behind(words.units, lexemes, after + 1 if of else after)
    if unit is None:
        unit = as_money(words.units, lexemes, behind, numeral.high) if behind is not None else None
    elif behind is not None and behind.kind == "currency":
        unit = reckoned_by(words.units, lexemes, unit._replace(stop=behind.stop))
    else:
        unit = reckoned_by(words.units, lexemes, unit)
    counted = None
    if unit is None and numeral.form != "fraction":
        counted = read_counted(scan, words.numbers, words.units, after)
        if counted is not None:
            unit, counted = _reckoned(words, scan, counted)
    stop = unit.stop if unit else counted.reckoned if counted else numeral.stop
    return Amount(numeral, start, max(stop, numeral.stop), sign, unit, counted)


def _reckoned(words: QuantityWords, scan: Scan, counted: Counted) -> tuple[Unit | None, Counted]:
    """A counted noun that is a unit itself ("50 previous years"), or is reckoned by one ("25 rockets a day")."""
    entry = words.units.by_noun.get(counted.noun)
    if entry is not None:
        return named(entry, counted.stop), counted
    unit = reckoned_by(words.units, scan.lexemes, Unit(counted.phrase, counted.phrase, "counted", counted.stop))
    return None, counted._replace(phrase=unit.name, reckoned=unit.stop)


def _minus_before(words: QuantityWords, scan: Scan, i: int) -> int:
    """Where a minus before lexeme `i` starts: a word, or a sign with a space or a currency before it; else `i`."""
    before = scan.low(i - 1)
    if before in HYPHENS and scan.low(i - 2) in words.minus and scan.lexemes[i - 2].kind == WORD:
        return i - 2
    if before not in words.minus:
        return i
    lexeme = scan.lexemes[i - 1]
    if lexeme.kind == WORD:
        return i - 1
    behind = scan.lexemes[i - 2] if i > 1 else None
    alone = not glued(scan.lexemes, i - 1) or currency_before(words.units, scan.lexemes, i - 1) is not None
    named_before = behind is not None and behind.text[0].isupper()
    return i - 1 if alone and not named_before and glued(scan.lexemes, i) else i


def _is_code(scan: Scan, i: int) -> bool:
    """Whether capital letters glued to the number may be a currency that is not known here ("XX2.7m")."""
    before = scan.lexemes[i - 1] if glued(scan.lexemes, i) else None
    return before is not None and before.kind == WORD and len(before.text) in (2, 3) and before.text.isupper()


def _read_pair(words: QuantityWords, scan: Scan, first: Amount, dated: TimeSpans) -> tuple[Amount, Amount] | None:
    """The two ends of a range or a move, where `first` is the one."""
    j = first.stop if first.unit is not None and first.counted is None else first.numeral.stop
    join = scan.low(j)
    opened = scan.low(first.start - 1) in words.between
    if join not in words.range_words and not (opened and join in words.between_words):
        return None
    second = _second(words, scan, j + 1)
    if second is None or "fraction" in (first.numeral.form, second.numeral.form) or first.numeral.form == "vague":
        return None
    if first.unit is not None and first.counted is None:
        moved = read_exactness(words.approximators, scan.lexemes, first.start, (j,)).change in {"up", "down"}
        if second.unit is None or not second.unit.name.startswith(first.unit.name) or (moved and join not in HYPHENS):
            return None
    elif is_dated(words.others, scan, first.numeral, dated):
        return None
    return _scaled(_with_unit(first, second), second), second


def _second(words: QuantityWords, scan: Scan, i: int) -> Amount | None:
    """The amount at `i`, or behind a currency there."""
    while i < len(scan.lexemes) and scan.low(i) in words.numbers.articles | {"about", "as", "much"}:
        i += 1
    found = words.units.currencies.at(scan.lexemes, i)
    at = found[1] if found is not None else i
    if at >= len(scan.lexemes):
        return None
    return _read_amount(words, scan, at)


def _with_unit(first: Amount, second: Amount) -> Amount:
    """The lower end with the unit of the upper one."""
    numeral = first.numeral
    unit = second.unit._replace(stop=first.stop) if second.unit else None
    stop = first.stop if first.unit is not None and first.counted is None else numeral.stop
    return Amount(numeral, first.start, stop, first.sign, unit, None if unit else second.counted)


def _scaled(first: Amount, second: Amount) -> Amount:
    """The lower end takes the scale of the upper one: "$3 to $5 billion", "1 to 2 thousand"."""
    numeral, scale = first.numeral, second.numeral.scale
    low = numeral.low * scale
    if numeral.scale != 1 or scale == 1 or numeral.low >= 1000 or low > 2 * second.numeral.low:
        return first
    return replace(first, numeral=numeral._replace(low=low, high=low))


def _is_score(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether two bare numbers with a dash are a score, a season or a telephone number: "2-2", "555-0134"."""
    join = scan.low(first.numeral.stop)
    if join not in HYPHENS or first.unit is not None:
        return False
    if second.counted is not None:
        return first.numeral.low >= second.numeral.low or glued(scan.lexemes, first.start)
    return True


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


def _make_pair(words: QuantityWords, scan: Scan, first: Amount, second: Amount) -> list[Quantity]:
    before = range(max(first.start - 5, 0), first.start)
    moved = scan.low(first.start - 1) in words.from_words and not any(scan.low(k) in words.spread for k in before)
    lower = _make(words, scan, first, "from" if moved else "low")
    upper = _make(words, scan, second, "to" if moved else "high")
    if not moved and upper[0].change == "=":
        upper = [msgspec.structs.replace(q, change=lower[0].change) for q in upper]
    return [*lower, *upper]


def _make(words: QuantityWords, scan: Scan, amount: Amount, pair: PairRole | None = None) -> list[Quantity]:
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
        concept=_concept(scan, amount),
        pair="low" if numeral.low != numeral.high else pair,
    )
    if numeral.low == numeral.high:
        return [quantity]
    return [quantity, msgspec.structs.replace(quantity, value=numeral.high * amount.sign, pair="high")]


def _concept(scan: Scan, amount: Amount) -> str | None:
    inside = frozenset(x.start for x in scan.lexemes[amount.start : amount.stop])
    if amount.counted is not None and amount.unit is None:
        carriers = [amount.counted.stop - 1]
    else:
        carriers = [amount.numeral.stop - 1, amount.numeral.start]
        if amount.unit is not None and amount.unit.stop > amount.numeral.stop:
            carriers.insert(0, amount.numeral.stop)
    token = next((t for i in carriers if (t := scan.token(i)) is not None), None)
    if token is None:
        return None
    return read_concept(token, inside, counted=amount.counted is not None and amount.unit is None)
