"""Read numerals, be they digits or number words, as one value.

Enters: the lexemes of a sentence. Leaves, at a place, a `Numeral` or `None`: "4,500", "13.6M", "two hundred and
fifty", "half a million", "two-thirds", "one in five", "hundreds of thousands". A vague numeral ("dozens") has the
bounds that its word allows and `least`, the smallest number that it is taken to mean. It refuses ordinals, and
fractions that could be ordinals ("the third attack").
"""

import functools
import unicodedata
from typing import NamedTuple

from sayso.languages import Language
from sayso.languages.lexicon import Entry
from sayso.readings.quantities.lexemes import NUMBER, Lexeme, glued

LARGEST = 1e18  # beyond it digits are an identifier, and sums of them no longer exact
VAGUE_WORDS = 6  # "tens of thousands of millions"; more is no number
HYPHENS = frozenset("-‐‑–")
_BETWEEN_THOUSANDS = str.maketrans("", "", ", \u00a0\u202f")


class Numeral(NamedTuple):
    """A number at lexemes `[start, stop)`; `high` differs from `low` for a vague one only."""

    start: int
    stop: int
    low: float
    high: float
    least: float
    form: str
    scale: float = 1.0


class NumberWords:
    """The number words of one language, by what they do."""

    def __init__(self, language: Language) -> None:
        lexicon = language["numbers"]
        self.cardinals = _values(lexicon.by_spelling("cardinal"))
        self.scales = _values(lexicon.by_spelling("scale"))
        self.short_scales = {s: e for e in lexicon.of_kind("short scale") for s in e.spellings}
        self.fractions = _values(lexicon.by_spelling("fraction"))
        self.vague = lexicon.by_spelling("vague")
        self.articles = lexicon.spellings("article")
        self.ands = lexicon.spellings("and")
        self.ofs = lexicon.spellings("of")
        self.out_of = lexicon.spellings("out of")
        self.determiners = lexicon.spellings("determiner")
        self.halves = lexicon.spellings("half")
        self.words = frozenset(self.cardinals) | frozenset(self.fractions) | frozenset(self.vague) | self.articles
        self.starts = self.words | frozenset(self.scales)


def _values(entries: dict[str, Entry]) -> dict[str, float]:
    return {s: e.value for s, e in entries.items() if isinstance(e.value, float)}


@functools.cache
def number_words(language: Language) -> NumberWords:
    """The number words of `language`, compiled once."""
    return NumberWords(language)


def read_numeral(words: NumberWords, lexemes: list[Lexeme], i: int, *, money: bool = False) -> Numeral | None:
    """The numeral that starts at lexeme `i`; `money` says that a currency stands before it."""
    numeral = _read(words, lexemes, i, money)
    return numeral if numeral is not None and numeral.high <= LARGEST else None


def _read(words: NumberWords, lexemes: list[Lexeme], i: int, money: bool) -> Numeral | None:
    lexeme = lexemes[i]
    if lexeme.kind == NUMBER:
        return _read_digits(words, lexemes, i, money)
    if len(lexeme.text) == 1 and (value := _sign_value(lexeme.text)) is not None:
        return _plain(i, i + 1, value, "fraction")
    if lexeme.low not in words.starts:
        return None
    return (
        _read_vague(words, lexemes, i)
        or _read_fraction(words, lexemes, i)
        or _read_out_of(words, lexemes, i)
        or _read_words(words, lexemes, i)
    )


def _plain(start: int, stop: int, value: float, form: str, scale: float = 1.0) -> Numeral:
    return Numeral(start, stop, value, value, value, form, scale)


def _sign_value(sign: str) -> float | None:
    value = unicodedata.numeric(sign, None)
    return value if value is not None and 0 < value < 1 else None


def _low(lexemes: list[Lexeme], i: int) -> str:
    return lexemes[i].low if 0 <= i < len(lexemes) else ""


def _hyphen_at(lexemes: list[Lexeme], i: int) -> bool:
    return _low(lexemes, i) in HYPHENS and glued(lexemes, i) and glued(lexemes, i + 1)


def _scale_at(words: NumberWords, lexemes: list[Lexeme], i: int, *, money: bool) -> tuple[float, int] | None:
    step = i + 1 if _hyphen_at(lexemes, i) else i
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
        _low(lexemes, j) in {"/", "⁄"}
        and glued(lexemes, j)
        and glued(lexemes, j + 1)
        and _kind(lexemes, j + 1) == NUMBER
    ):
        return _read_slash(lexemes, i, value)
    if glued(lexemes, j) and len(lexemes[j].text) == 1 and (part := _sign_value(lexemes[j].text)):
        value, j = value + part, j + 1
    elif (mixed := _mixed(lexemes, i, value)) is not None:
        value, j = mixed.low, mixed.stop
    scale = 1.0
    while (found := _scale_at(words, lexemes, j, money=money)) is not None:
        scale, j = scale * found[0], found[1]
    if scale == 1.0 and "," not in lexemes[i].text and _low(lexemes, j) in words.out_of:
        return _read_out_of(words, lexemes, i) or _plain(i, j, value, "digits")
    return _plain(i, j, value * scale, "digits", scale)


def digits(text: str) -> float:
    """The value of digits, with commas or spaces between thousands."""
    return float(text.translate(_BETWEEN_THOUSANDS))


def _kind(lexemes: list[Lexeme], i: int) -> str:
    return lexemes[i].kind if i < len(lexemes) else ""


def _mixed(lexemes: list[Lexeme], i: int, whole: float) -> Numeral | None:
    """A whole number with a fraction behind it: "10 1/2"."""
    written = _low(lexemes, i + 2) in {"/", "⁄"} and glued(lexemes, i + 2) and glued(lexemes, i + 3)
    if not written or _kind(lexemes, i + 1) != NUMBER or _kind(lexemes, i + 3) != NUMBER or whole != int(whole):
        return None
    part = _read_slash(lexemes, i + 1, digits(lexemes[i + 1].text))
    return _plain(i, part.stop, whole + part.low, "digits") if part is not None else None


def _read_slash(lexemes: list[Lexeme], i: int, above: float) -> Numeral | None:
    below = digits(lexemes[i + 2].text)
    dated = _low(lexemes, i + 3) == "/"
    if dated or not 0 < above < below or above != int(above):
        return None
    return _plain(i, i + 3, above / below, "fraction")


def _read_words(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    total, current, largest, j, ended = 0.0, 0.0, 1.0, i, i
    if lexemes[i].low in words.articles or lexemes[i].low in words.scales:
        step = i + 1 if lexemes[i].low in words.articles else i
        if _low(lexemes, step) not in words.scales or step == i:
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
        if _hyphen_at(lexemes, j) or (_low(lexemes, j) in words.ands and largest >= 100 and ended > i):
            j += 1
    if ended == i:
        return None
    half = _and_a_half(words, lexemes, ended)
    if half:
        scale_at = _scale_at(words, lexemes, half, money=False)
        scale, stop = scale_at or (1.0, half)
        return _plain(i, stop, (total + current + 0.5) * scale, "words", scale)
    return _plain(i, ended, total + current, "words", largest)


def _joins(cardinal: float, current: float) -> bool:
    """Whether a cardinal may follow: "sixty-five" and "two hundred five", but not "four five"."""
    if current == 0:
        return True
    size = 100 if cardinal >= 10 else 10
    return current % size == 0 and current >= 20


def _and_a_half(words: NumberWords, lexemes: list[Lexeme], i: int) -> int:
    tail = [_low(lexemes, k) for k in range(i, i + 3)]
    return i + 3 if tail[0] in words.ands and tail[1] in words.articles and tail[2] in words.halves else 0


def _read_vague(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    """ "Dozens", "tens of thousands": the first word gives the bounds, those behind it multiply them."""
    low = high = least = 0.0
    j, stop = i, i
    while j < min(len(lexemes), i + VAGUE_WORDS) and lexemes[j].low in words.vague:
        entry = words.vague[lexemes[j].low]
        lower = float(str(entry.also["low"]))
        if stop == i:
            low, high, least = lower, float(str(entry.also["high"])), float(str(entry.value))
        else:
            low, high, least = low * lower, high * lower, least * lower
        stop = j + 1
        j = stop + 1 if _low(lexemes, stop) in words.ofs else len(lexemes)
    return Numeral(i, stop, low, high, least, "vague") if stop > i else None


def _read_fraction(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    j, times = i, 1.0
    if lexemes[i].low in words.articles:
        j = i + 1
    elif lexemes[i].low in words.cardinals and _low(lexemes, i + 1) not in words.scales:
        times, j = words.cardinals[lexemes[i].low], i + 1
        j += _hyphen_at(lexemes, j)
    low = _low(lexemes, j)
    scaled = _low(lexemes, j + 1) in words.scales
    if low not in words.fractions or (j == i and low not in words.halves and not scaled):
        return None
    value, stop = times * words.fractions[low], j + 1
    behind = stop + (_low(lexemes, stop) in words.ofs or _hyphen_at(lexemes, stop))
    behind += _low(lexemes, behind) in words.articles
    if _low(lexemes, behind) in words.scales:
        scale = words.scales[lexemes[behind].low]
        return _plain(i, behind + 1, value * scale, "words", scale)
    if value >= 1 or not (
        _low(lexemes, stop) in words.ofs or (low in words.halves and _low(lexemes, stop) in words.determiners)
    ):
        return None
    return _plain(i, stop, value, "fraction")


def _read_out_of(words: NumberWords, lexemes: list[Lexeme], i: int) -> Numeral | None:
    """ "One in five", "three out of four": the share. One word between needs a one before it ("two in three years")."""
    above = _small(words, lexemes, i)
    j = i + 1
    while _low(lexemes, j) in words.out_of and j < i + 3:
        j += 1
    below = _small(words, lexemes, j) if j > i + 1 and lexemes[i + 1].low not in words.ofs else None
    if above is None or below is None or not 0 < above < below or (j == i + 2 and above != 1 and below != 10):
        return None
    return _plain(i, j + 1, above / below, "fraction")


def _small(words: NumberWords, lexemes: list[Lexeme], i: int) -> float | None:
    low = _low(lexemes, i)
    if low in words.cardinals:
        return words.cardinals[low]
    return float(low) if low.isdecimal() and len(low) <= 4 and int(low) <= 1000 else None
