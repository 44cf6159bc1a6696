"""Read amounts: a number with its sign, its currency before it, and its unit or counted noun behind it.

Enters: a scan and a lexeme of it. Leaves: the `Amount` whose number starts there, or nothing. Whether it is a quantity
at all is not decided here.
"""

from dataclasses import dataclass, replace

from sayso.readings.quantities.counted import Counted, read_counted
from sayso.readings.quantities.lexemes import NUMBER, WORD, Lexeme, glued
from sayso.readings.quantities.number_words import HYPHENS, Numeral
from sayso.readings.quantities.numerals import read_numeral
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.units import Unit, as_money, currency_before, named, reckoned_by, unit_behind
from sayso.readings.quantities.words import QuantityWords


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its sign, currency and unit: lexemes `[start, stop)`."""

    numeral: Numeral
    start: int
    stop: int
    sign: float
    unit: Unit | None
    counted: Counted | None


def read_amount(words: QuantityWords, scan: Scan, i: int) -> Amount | None:
    lexemes = scan.lexemes
    minus = _minus_before(words, scan, i)
    currency = currency_before(words.units, lexemes, minus)
    numeral = read_numeral(words.numbers, lexemes, i, money=currency is not None)
    if numeral is None:
        return None
    start, unit = minus, None
    if currency is not None and numeral.high < named(currency[0], i).least:
        currency = None
    if currency is not None:
        start = _minus_before(words, scan, currency[1])
        unit, numeral = _scaled(words, lexemes, named(currency[0], numeral.stop), numeral)
    sign = -1.0 if start != (currency[1] if currency else i) or minus != i else 1.0
    passed = words.approximators.behind.at(lexemes, numeral.stop)
    after = passed[1] if passed is not None else numeral.stop
    of = numeral.form == "vague" and scan.low(after) in words.numbers.ofs
    behind = unit_behind(words.units, lexemes, after + 1 if of else after)
    if unit is None and behind is not None:
        unit = as_money(words.units, lexemes, behind, numeral.high)
        unit, numeral = _scaled(words, lexemes, unit, numeral)
    elif unit is None:
        unit = _age_or_part(words, lexemes, numeral)
    elif behind is not None and behind.kind == "currency":
        unit = reckoned_by(words.units, lexemes, unit._replace(stop=behind.stop))
    else:
        unit = reckoned_by(words.units, lexemes, unit)
    counted = None
    share = numeral.form == "fraction" and _is_share(words, scan, numeral, after)
    if unit is None and (numeral.form != "fraction" or share):
        counted = read_counted(scan, words.numbers, words.units, after)
        if counted is not None:
            unit, counted = _reckoned(words, scan, counted)
            if share:
                unit, counted = None, counted._replace(phrase=f"% {counted.phrase}")
    stop = unit.stop if unit else counted.reckoned if counted and not share else numeral.stop
    return Amount(numeral, start, max(stop, numeral.stop), sign, unit, counted)


def _is_share(words: QuantityWords, scan: Scan, numeral: Numeral, after: int) -> bool:
    """Whether a noun behind the fraction tells what it is a share of: "half of the", "one in three …"."""
    return scan.low(after) in words.numbers.ofs or scan.low(numeral.stop - 2) in words.numbers.out_of


def _scaled(words: QuantityWords, lexemes: list[Lexeme], unit: Unit, numeral: Numeral) -> tuple[Unit, Numeral]:
    """Unit and number where a scale stands behind the unit ("75 USD million") or is part of it ("30 MUSD")."""
    stands = unit.kind == "currency" and numeral.stop < unit.stop < len(lexemes)
    behind = words.numbers.scales.get(lexemes[unit.stop].low) if stands else None
    scale = unit.scale * (behind or 1.0)
    if scale == 1.0:
        return unit, numeral
    stop = unit.stop + (behind is not None)
    return unit._replace(stop=stop), numeral._replace(low=numeral.low * scale, high=numeral.high * scale)


def _age_or_part(words: QuantityWords, lexemes: list[Lexeme], numeral: Numeral) -> Unit | None:
    """The unit of an age behind its word ("aged 7"), or of a part of one ("1/16 of a pint", "half a mile")."""
    aged = words.units.age_before.before(lexemes, numeral.start)
    if aged is not None and numeral.scale == 1 and numeral.form in {"digits", "words"}:
        return named(aged[0], numeral.stop)._replace(kind="age")
    i = numeral.stop
    if numeral.form != "fraction" or i + 2 >= len(lexemes):
        return None
    i += lexemes[i].low in words.numbers.ofs
    if lexemes[i].low not in words.numbers.articles:
        return None
    i += 1 + (lexemes[i + 1].text in words.units.marks if i + 1 < len(lexemes) else 0)
    found = words.units.measures.at(lexemes, i)
    return named(*found) if found is not None else None


def _reckoned(words: QuantityWords, scan: Scan, counted: Counted) -> tuple[Unit | None, Counted]:
    """A counted noun that is a unit itself ("50 previous years"), or is reckoned by one ("25 rockets a day")."""
    entry = words.units.by_noun.get(counted.noun)
    if entry is not None:
        return named(entry, counted.stop), counted
    unit = reckoned_by(words.units, scan.lexemes, Unit(counted.phrase, "counted", counted.stop))
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
    named_before = behind is not None and (behind.text[0].isupper() or behind.kind == NUMBER)
    return i - 1 if alone and not named_before and glued(scan.lexemes, i) else i


def with_part(words: QuantityWords, scan: Scan, amount: Amount) -> Amount:
    """The amount of money with the coins behind it: "3 dollars 50 cents", "13 dollars and forty-five"."""
    unit, at = amount.unit, amount.stop
    if unit is None or unit.kind != "currency" or unit.stop == amount.numeral.stop or unit.name in words.units.parts:
        return amount
    joined = scan.low(at) in words.numbers.ands
    at += joined
    coins = read_amount(words, scan, at) if at < len(scan.lexemes) else None
    if coins is None or coins.start != at or not 0 < coins.numeral.low < 100 or coins.numeral.scale != 1:
        return amount
    part = words.units.parts.get(coins.unit.name) if coins.unit is not None else None
    bare = coins.unit is None and coins.counted is None and coins.numeral.low >= 10
    if part is None and not (bare and (not joined or _ends(scan, coins.stop))):
        return amount
    value = amount.numeral.low + coins.numeral.low * (part or 0.01)
    numeral = amount.numeral._replace(low=value, high=value)
    return replace(amount, numeral=numeral, stop=coins.stop, unit=unit._replace(stop=coins.stop))


def _ends(scan: Scan, i: int) -> bool:
    return i >= len(scan.lexemes) or scan.low(i) in {".", ",", ";"}
