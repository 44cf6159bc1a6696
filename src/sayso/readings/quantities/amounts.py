"""Read amounts: a number with its sign, its currency before it, and its unit or counted noun behind it.

Enters: a scan and a lexeme of it. Leaves: the `Amount` whose number starts there, or nothing. Whether it is a quantity
at all is not decided here.
"""

from dataclasses import dataclass

from sayso.readings.quantities.counted import Counted, read_counted
from sayso.readings.quantities.lexemes import WORD, glued
from sayso.readings.quantities.numerals import HYPHENS, Numeral, read_numeral
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
