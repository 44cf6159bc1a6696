"""Cut a sentence into lexemes: numbers, words and signs, each with its place in the document.

Enters: a document's text and a stretch of it. Leaves: its lexemes in order. spaCy's tokens are not used here, because
they join what a number reader must see apart ("$13.6M", "10-foot", "350+") and part what it must see whole. One
expression without nested repetition does it, so the time is linear in the text. A plain space parts thousands only
before round ones ("20 000", "181 500"), since "on March 7 300 people" is two numbers.
"""

import re
from typing import NamedTuple

from sayso.model import Span

NUMBER, WORD, SIGN = "number", "word", "sign"
_LEXEME = re.compile(
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"
    r"|(?:\d{1,3},? 000|\d{2,3} \d00)(?![\d,])|\d+(?:\.\d+)?|(?<![\w.)])\.\d+)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>[^\s])"
)


class Lexeme(NamedTuple):
    """A number, a word or a sign; `low` is its lower-case form, offsets are the document's."""

    kind: str
    text: str
    low: str
    start: int
    end: int


def lex(text: str, within: Span) -> list[Lexeme]:
    """The lexemes of `text` inside `within`, in order."""
    return [
        Lexeme(m.lastgroup or SIGN, m.group(), m.group().lower().replace("’", "'"), m.start(), m.end())
        for m in _LEXEME.finditer(text, within.start, within.end)
    ]


def glued(lexemes: list[Lexeme], i: int) -> bool:
    """Whether lexeme `i` stands right behind the one before it, without a space."""
    return 0 < i < len(lexemes) and lexemes[i - 1].end == lexemes[i].start


def words_of(term: str) -> tuple[str, ...]:
    """A term of a lexicon as the lower-case lexemes that it is matched by."""
    return tuple(x.low for x in lex(term, Span(0, len(term))))
