"""Read the parts of a whole as numerals: "two-thirds", "1/16", "½", "one in five", "10 1/2".

Enters: the lexemes of a sentence. Leaves, at a place, a `Numeral` or `None`. It refuses ordinals, and fractions that
could be ordinals ("the third attack").
"""

import unicodedata

from sayso.readings.quantities.lexemes import NUMBER, Lexeme, glued
from sayso.readings.quantities.number_words import NumberWords, Numeral, hyphen_at, kind_at, low_at, plain

_BETWEEN_THOUSANDS = str.maketrans("", "", ", \u00a0\u202f")


def digits(text: str) -> float:
    """The value of digits, with commas or spaces between thousands."""
    return float(text.translate(_BETWEEN_THOUSANDS))


def sign_value(sign: str) -> float | None:
    """The value of a sign such as "½"."""
    value = unicodedata.numeric(sign, None)
    return value if value is not None and 0 < value < 1 else None


def read_mixed(lexemes: list[Lexeme], i: int, whole: float) -> Numeral | None:
    """A whole number with a fraction behind it: "10 1/2"."""
    written = low_at(lexemes, i + 2) in {"/", "⁄"} and glued(lexemes, i + 2) and glued(lexemes, i + 3)
    if not written or kind_at(lexemes, i + 1) != NUMBER or kind_at(lexemes, i + 3) != NUMBER or whole != int(whole):
        return None
    part = read_slash(lexemes, i + 1, digits(lexemes[i + 1].text))
    return plain(i, part.stop, whole + part.low, "digits") if part is not None else None


def read_slash(lexemes: list[Lexeme], i: int, above: float) -> Numeral | None:
    """A fraction with a slash, whose upper number `above` stands at `i`."""
    below = digits(lexemes[i + 2].text)
    dated = low_at(lexemes, i + 3) == "/"
    if dated or not 0 < above < below or above != int(above):
        return None
    return plain(i, i + 3, above / below, "fraction")


def read_fraction(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    """A fraction in words, or a part of a scale: "two-thirds of", "half a million"."""
    j, times = i, 1.0
    if lexemes[i].low in words.articles:
        j = i + 1
    elif lexemes[i].low in words.cardinals and low_at(lexemes, i + 1) not in words.scales:
        times, j = words.cardinals[lexemes[i].low], i + 1
        j += hyphen_at(lexemes, j)
    low = low_at(lexemes, j)
    scaled = low_at(lexemes, j + 1) in words.scales
    if low not in words.fractions or (j == i and low not in words.halves and not scaled):
        return None
    value, stop = times * words.fractions[low], j + 1
    behind = stop + (low_at(lexemes, stop) in words.ofs or hyphen_at(lexemes, stop))
    behind += low_at(lexemes, behind) in words.articles
    if low_at(lexemes, behind) in words.scales:
        scale = words.scales[lexemes[behind].low]
        return plain(i, behind + 1, value * scale, "words", scale)
    if value >= 1 or not (
        low_at(lexemes, stop) in words.ofs or (low in words.halves and low_at(lexemes, stop) in words.determiners)
    ):
        return None
    return plain(i, stop, value, "fraction")


def read_out_of(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    """ "One in five", "three out of four": the share. One word between needs a one before it ("two in three years")."""
    above = _small(words, lexemes, i)
    j = i + 1
    while low_at(lexemes, j) in words.out_of and j < i + 3:
        j += 1
    below = _small(words, lexemes, j) if j > i + 1 and lexemes[i + 1].low not in words.ofs else None
    if above is None or below is None or not 0 < above < below or (j == i + 2 and above != 1 and below != 10):
        return None
    return plain(i, j + 1, above / below, "fraction")


def _small(words: NumberWords, lexemes: list[Lexeme], i: int) -> float | None:
    low = low_at(lexemes, i)
    if low in words.cardinals:
        return words.cardinals[low]
    return float(low) if low.isdecimal() and len(low) <= 4 and int(low) <= 1000 else None
