"""Find the office that a document gives somebody right beside the name: "Velmish Foreign Minister Ilse Brandt".

Enters: a text, where somebody is named in it, and the sides that there are. Leaves: the side and the title, with the
words that tell. Only what stands in one piece with the name counts: before it ("Velmish Foreign Minister Ilse Brandt"),
or between commas behind it ("Ilse Brandt, Velmark's foreign minister,"). Refuses: titles of no side, those held no
more, and what is no office of a state ("Velmish journalist").
"""

import functools
import re
from typing import NamedTuple

from sayso.languages import load_lexicon, supported_languages
from sayso.ledger.names.sides import LONGEST, Sides
from sayso.model import Span

REACH = 90
"""Characters to each side of a name in which its office stands."""
MOST = 6
"""Words of a title: "Deputy Minister for Veterans and War Disabled" is as long as they get."""
_STOPS = re.compile(r"[,.;:!?()\[\]\n\"“”]")
_NEXT_PIECE = re.compile(r"\s*+,\s*+([^,.;:!?()\[\]\n\"“”]++)(?=[,.])")
_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?\Z")


class Office(NamedTuple):
    """A title of a side, in lower case, and the words that tell it."""

    side: str
    title: str
    span: Span


def office_of(text: str, name: Span, sides: Sides) -> Office | None:
    """The office beside this mention; `None` where there is none."""
    start = max(0, name.start - REACH)
    stops = [m.end() for m in _STOPS.finditer(text, start, name.start)]
    after = _NEXT_PIECE.match(text, name.end, name.end + REACH)
    pieces = [(stops[-1] if stops else start, name.start), *([after.span(1)] if after else [])]
    return next((office for piece in pieces if (office := _in_piece(text, *piece, sides)) is not None), None)


def _in_piece(text: str, start: int, end: int, sides: Sides) -> Office | None:
    """The last side that words name from which on all is a title."""
    words = [Span(*m.span()) for m in _WORD.finditer(text, start, end)]
    if not _is_title([span.words(text).casefold() for span in words]):
        return None
    for first in range(len(words) - 2, max(-1, len(words) - 2 - LONGEST - MOST), -1):
        if text[words[first].start].isupper():
            for count in range(min(LONGEST, len(words) - 1 - first), 0, -1):
                title = Span(words[first + count].start, words[-1].end)
                side = sides.named_by(_POSSESSIVE.sub("", text[words[first].start : words[first + count - 1].end]))
                if side is not None:
                    told, past = title.words(text), words[first - 1].words(text).casefold() if first else ""
                    fits = _is_one(told) and _former().isdisjoint((past, *told.casefold().split()))
                    return Office(side, told.casefold(), Span(words[first].start, title.end)) if fits else None
    return None


def _is_title(words: list[str]) -> bool:
    """Whether they end in a word for an office ("foreign minister")."""
    return any(" ".join(words[-n:]) in _titles() for n in range(1, min(len(words), MOST) + 1))


def _is_one(title: str) -> bool:
    """Whether it is written as one name: "Foreign Minister" or "foreign minister", not "met with President"."""
    return len(title.split()) <= MOST and (title[0].isupper() or title.islower())


@functools.cache
def _titles() -> frozenset[str]:
    """Titles that are held for a state, in every language."""
    entries = (e for code in supported_languages() for e in load_lexicon(code, "titles").of_kind("title"))
    return frozenset(form.lower() for entry in entries if entry.also.get("office") for form in entry.spellings)


@functools.cache
def _former() -> frozenset[str]:
    """Words for what is held no more, in every language."""
    return frozenset[str]().union(*(load_lexicon(code, "titles").spellings("former") for code in supported_languages()))
