"""Make hostile texts: real ones damaged, and repeated and nested fragments of what lexicons hold.

Enters: a seeded generator of random numbers, texts to damage and fragments to build from. Leaves: one text, the same
for the same seed. No text is refused: what is made may be empty, binary, or in no language.
"""

import random
import re
from collections.abc import Callable, Sequence

from sayso.languages import Language

Damage = Callable[[random.Random, str], str]
SIGNS = "\"“”„«»‘’'`´()[]{}<>.,;:!?…-–—/\\|*_#@&%$€£¥+=~^•▪·"
INVISIBLE = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202b\u202e\u202c\u2066\u2069\u061c\x00\x07\x1b\x7f\x85\ufffd\ud800"
)
SPACES = " \t\n\r\v\f\xa0\u2003\u2028\u2029\u3000"
SCRIPTS = (
    "Київ і Харків", "в Москве, 5 марта", "战争开始了。5000人", "キエフ「はい」", "حرب في كييف ٢٠٢٢", "תל אביב",
    "กรุงเทพ", "Αθήνα", "İstanbul’da ılık", "e\u0301\u0302\u0303\u0304",
    "\U0001f469\u200d\U0001f467\U0001f1fa\U0001f1e6",
    "\U0001d7cf\U0001d7d0 \U0001d40a", "½ ¾ ² ⅷ ①", "Straße ŉ ǰ ﬁ",
)  # fmt: skip
MARKUP = ("<p>", "</div>", "<script>alert(1)</script>", "&nbsp;", "&#x202e;", "<!--", "]]>", "<a href='x'>", "<br/>")
NUMBERS = (
    "12", "1,000", "1.000.000", "9.5%", "$1 bn", "€3m", "0", "-0", "1e999", "10" * 60, "9" * 400, "1/0", "00:00",
    "25:61", "31 February", "2022-13-45", "99th", "−4°C", "£1-£2", "1–", "No. 1", "12,,3", "1.2.3.4", "9/9/9999",
    "0000", "30.02.2022", "24/7", "day 0", "Day 99999999999", "the 0th day", "٣٤", "十二", "1 trillion billion",
    "Monday (99)",
)  # fmt: skip
TIES = (" ", ", ", " and ", "\n", "\n\n", ". ", "", " – ", " (", "” “", '"', "; ", ": ", " of ", " the ", " that ")
PAIRS = (("(", ")"), ("“", "”"), ('"', '"'), ("‘", "’"), ("[", "]"), ("«", "»"), ("that ", ""))
UNITS = ("a", "1", "A.", "a-", "x/", "-", "'s", "=", "http://", "@", "é", "\u0301", "½", "😀", "1,", "ab_")
SENTENCES = (
    "{a}, {b} said on {n}.", "“{a} {b},” {b} told {a}.", "According to {a}, at least {n} {b} were killed in {a}.",
    "{a} denied that {b} had said that {a}.", "({a} ({b} ({n})))", "{n} {a} and {n} {b}, including {n} {a}.",
    "{a}: “{b}", "from {n} to {n} {a}", "{n} {a} after {n} {b}", "{a} {a} {a} {b}", "{b}’s {a}’s {b}",
)  # fmt: skip


def fragments_of(language: Language) -> tuple[str, ...]:
    """Every spelling and every example of the lexicons of a language, numbers, scripts, markup and signs."""
    entries = [e for lexicon in language.lexicons.values() for e in lexicon.entry]
    words = {s for e in entries for s in (*e.spellings, e.example)}
    return (*sorted(words), *NUMBERS, *SCRIPTS, *MARKUP, *SIGNS, *INVISIBLE, *SPACES)


def make_text(rng: random.Random, bases: Sequence[str], fragments: Sequence[str], length: int = 3000) -> str:
    """One hostile text of about `length` characters at most."""
    if bases and rng.random() < 0.6:
        text = _passage(rng, rng.choice(bases), length)
        for _ in range(rng.randint(1, 5)):
            text = rng.choice(DAMAGES)(rng, text)
    else:
        text = rng.choice(GRAMMARS)(rng, fragments, length)
        if rng.random() < 0.4:
            text = rng.choice(DAMAGES)(rng, text)
    return text[: 2 * length]


def _passage(rng: random.Random, text: str, length: int) -> str:
    size = rng.randint(1, length)
    start = rng.randint(0, max(len(text) - size, 0))
    return text[start : start + size]


def _repeated(rng: random.Random, fragments: Sequence[str], length: int) -> str:
    unit = "".join(rng.choice(fragments) + rng.choice(TIES) for _ in range(rng.randint(1, 4)))
    return unit * (rng.randint(1, length) // len(unit) + 1)


def _nested(rng: random.Random, fragments: Sequence[str], length: int) -> str:
    opening, closing = rng.choice(PAIRS)
    inner = rng.choice(fragments)
    depth = rng.randint(1, max(length // (len(inner) + 3), 1))
    return (opening + inner + " ") * depth + closing * rng.choice([0, depth, depth // 2, depth + 3])


def _told(rng: random.Random, fragments: Sequence[str], length: int) -> str:
    text = ""
    for _ in range(rng.randint(1, 40)):
        a, b = rng.choice(fragments), rng.choice(fragments)
        text += rng.choice(SENTENCES).format(a=a, b=b, n=rng.choice(NUMBERS)) + rng.choice((" ", "\n", "\n\n", ""))
    return text[:length]


def _strung(rng: random.Random, fragments: Sequence[str], length: int) -> str:
    text = ""
    while len(text) < length and rng.random() < 0.98:
        text += rng.choice(fragments) + rng.choice(TIES)
    return text


def _noise(rng: random.Random, fragments: Sequence[str], length: int) -> str:
    alphabet = rng.choice([SIGNS, INVISIBLE, SPACES + SIGNS, "0123456789.,-/ ", "aA. ", SIGNS + "aA1 " + SPACES])
    return "".join(rng.choices(alphabet, k=rng.randint(0, length // 3)))


def _one_token(rng: random.Random, fragments: Sequence[str], length: int) -> str:
    return "He said " + rng.choice(UNITS) * rng.randint(1, length) + " was killed."


GRAMMARS = (_repeated, _repeated, _nested, _told, _told, _strung, _noise, _one_token)


def _cut(rng: random.Random, text: str) -> str:
    return text[rng.randint(0, len(text)) :][: rng.randint(0, len(text))]


def _spliced(rng: random.Random, text: str) -> str:
    parts = [text[i : i + 80] for i in range(0, len(text), 80)]
    rng.shuffle(parts)
    return "".join(parts)


def _repeats(rng: random.Random, text: str) -> str:
    part = _passage(rng, text, 60)
    return _put(rng, text, part * rng.randint(2, 30))


def _put(rng: random.Random, text: str, part: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + part + text[at:]


def _each_char(change: Callable[[random.Random, str], str]) -> Damage:
    def damage(rng: random.Random, text: str) -> str:
        share = rng.choice((0.01, 0.05, 0.3))
        return "".join(change(rng, c) if rng.random() < share else c for c in text)

    return damage


def _inserting(*parts: str) -> Damage:
    def damage(rng: random.Random, text: str) -> str:
        for _ in range(rng.randint(1, 12)):
            text = _put(rng, text, rng.choice(parts))
        return text

    return damage


def _swapped(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(rng.randint(1, 30)):
        i, j = rng.randrange(len(words)), rng.randrange(len(words))
        words[i], words[j] = words[j], words[i]
    return " ".join(words)


def _unquoted(rng: random.Random, text: str) -> str:
    return re.sub('["“”‘’«»()]', lambda m: "" if rng.random() < 0.5 else m[0], text)


def _recased(rng: random.Random, text: str) -> str:
    return rng.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _respaced(rng: random.Random, text: str) -> str:
    space = rng.choice(("", "\n", "  ", "\n\n\n", "\u2028", "\xa0", "\t", "\r\n"))
    return re.sub(r"\s+", lambda m: space if rng.random() < 0.3 else m[0], text)


DAMAGES: tuple[Damage, ...] = (
    _cut, _spliced, _repeats, _swapped, _unquoted, _recased, _respaced,
    _each_char(lambda rng, c: ""), _each_char(lambda rng, c: c * 2), _each_char(lambda rng, c: rng.choice(SIGNS)),
    _each_char(lambda rng, c: c + rng.choice(INVISIBLE)), _each_char(lambda rng, c: c * rng.randint(1, 50)),
    _inserting(*SIGNS), _inserting(*INVISIBLE), _inserting(*SPACES, "\n" * 200), _inserting(*NUMBERS),
    _inserting(*SCRIPTS), _inserting(*MARKUP), _inserting("a" * 3000, "1" * 400, "." * 400, '"' * 200, "=" * 300),
)  # fmt: skip
