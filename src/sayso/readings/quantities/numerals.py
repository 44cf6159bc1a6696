"""Read numerals, be they digits or number words, as one value.

Enters: the lexemes of a sentence. Leaves, at a place, a `Numeral` or `None`: "4,500", "13.6M", "two hundred and
fifty", "half a million", "hundreds of thousands". It refuses ordinals.
"""

from sayso.readings.quantities.fractions import (
    digits,
    read_fraction,
    read_mixed,
    read_out_of,
    read_slash,
    sign_value,
)
from sayso.readings.quantities.lexemes import NUMBER, Lexeme, glued
from sayso.readings.quantities.number_words import NumberWords, Numeral, hyphen_at, kind_at, low_at, plain

LARGEST = 1e18  # beyond it digits are an identifier, and sums of them no longer exact
VAGUE_WORDS = 6  # "tens of thousands of millions"; more is no number


def read_numeral(words: NumberWords, lexemes: list[Lexeme], i: int, *, money: bool = False) -> Numeral | None:
    """The numeral that starts at lexeme `i`; `money` says that a currency stands before it."""
    numeral = _read(words, lexemes, i, money)
    return numeral if numeral is not None and numeral.high <= LARGEST else None


def _read(words: NumberWords, lexemes: list[Lexeme], i: int, money: bool) -> Numeral | None:
    lexeme = lexemes[i]
    if lexeme.kind == NUMBER:
        return _read_digits(words, lexemes, i, money)
    if len(lexeme.text) == 1 and (value := sign_value(lexeme.text)) is not None:
        return plain(i, i + 1, value, "fraction")
    if lexeme.low not in words.starts:
        return None
    return (
        _read_vague(words, lexemes, i)
        or read_fraction(words, lexemes, i)
        or read_out_of(words, lexemes, i)
        or _read_words(words, lexemes, i)
    )


def _scale_at(words: NumberWords, lexemes: list[Lexeme], i: int, *, money: bool) -> tuple[float, int] | None:
    step = i + 1 if hyphen_at(lexemes, i) else i
    if step >= len(lexemes):
        return None
    if lexemes[step].low in words.scales:
        return words.scales[lexemes[step].low], step + 1
    short = words.short_scales.get(lexemes[step].text)
    if short is None or step != i or not isinstance(short.value, float):
        return None
    allowed = money or (glued(lexemes, i) and not short.also.get("money"))
    return (short.value, step + 1) if allowed else None


def _read_digits(words: NumberWords, lexemes: list[Lexeme], i: int, money: bool) -> Numeral | None:
    value = digits(lexemes[i].text)
    j = i + 1
    if (
        low_at(lexemes, j) in {"/", "⁄"}
        and glued(lexemes, j)
        and glued(lexemes, j + 1)
        and kind_at(lexemes, j + 1) == NUMBER
    ):
        return read_slash(lexemes, i, value)
    if glued(lexemes, j) and len(lexemes[j].text) == 1 and (part := sign_value(lexemes[j].text)):
        value, j = value + part, j + 1
    elif (mixed := read_mixed(lexemes, i, value)) is not None:
        value, j = mixed.low, mixed.stop
    scale = 1.0
    while (found := _scale_at(words, lexemes, j, money=money)) is not None:
        scale, j = scale * found[0], found[1]
    if scale == 1.0 and "," not in lexemes[i].text and low_at(lexemes, j) in words.out_of:
        return read_out_of(words, lexemes, i) or plain(i, j, value, "digits")
    return plain(i, j, value * scale, "digits", scale)


def _read_words(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    total, current, largest, j, ended = 0.0, 0.0, 1.0, i, i
    if lexemes[i].low in words.articles or lexemes[i].low in words.scales:
        step = i + 1 if lexemes[i].low in words.articles else i
        if low_at(lexemes, step) not in words.scales or step == i:
            return None
        current, j = 1.0, step
    while j < len(lexemes):
        low = lexemes[j].low
        if low in words.cardinals and (ended == i or _joins(words.cardinals[low], current)):
            current, j = current + words.cardinals[low], j + 1
        elif low in words.scales and current:
            scale = words.scales[low]
            largest = max(largest, scale)
            if scale <= 100:
                current *= scale
            else:
                total, current = total + current * scale, 0.0
            j += 1
        else:
            break
        ended = j
        if hyphen_at(lexemes, j) or (low_at(lexemes, j) in words.ands and largest >= 100 and ended > i):
            j += 1
    if ended == i:
        return None
    half = _and_a_half(words, lexemes, ended)
    if half:
        scale_at = _scale_at(words, lexemes, half, money=False)
        scale, stop = scale_at or (1.0, half)
        return plain(i, stop, (total + current + 0.5) * scale, "words", scale)
    return plain(i, ended, total + current, "words", largest)


def _joins(cardinal: float, current: float) -> bool:
    """Whether a cardinal may follow: "sixty-five" and "two hundred five", but not "four five"."""
    if current == 0:
        return True
    size = 100 if cardinal >= 10 else 10
    return current % size == 0 and current >= 20


def _and_a_half(words: NumberWords, lexemes: list[Lexeme], i: int) -> int:
    tail = [low_at(lexemes, k) for k in range(i, i + 3)]
    return i + 3 if tail[0] in words.ands and tail[1] in words.articles and tail[2] in words.halves else 0


def _read_vague(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    """ "Dozens", "tens of thousands": the first word gives the bounds, those behind it multiply them."""
    low = high = 0.0
    j, stop = i, i
    while j < min(len(lexemes), i + VAGUE_WORDS) and lexemes[j].low in words.vague:
        entry = words.vague[lexemes[j].low]
        lower = float(str(entry.also["low"]))
        if stop == i:
            low, high = lower, float(str(entry.also["high"]))
        else:
            low, high = low * lower, high * lower
        stop = j + 1
        j = stop + 1 if low_at(lexemes, stop) in words.ofs else len(lexemes)
    return Numeral(i, stop, low, high, "vague") if stop > i else None
