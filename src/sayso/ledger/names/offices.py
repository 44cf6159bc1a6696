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


class Offices:
    """The offices that texts give, of these sides. Words that stand before many names are looked at once."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._told: dict[str, Office | None] = {}

    def of(self, text: str, name: Span) -> Office | None:
        """The office beside this mention; `None` where there is none."""
        before = _STOPS.split(text[max(0, name.start - REACH) : name.start])[-1]
        if (office := self._in_piece(before, name.start - len(before))) is not None:
            return office
        after = _NEXT_PIECE.match(text, name.end, name.end + REACH)
        return self._in_piece(after[1], after.start(1)) if after else None

    def _in_piece(self, piece: str, start: int) -> Office | None:
        if piece not in self._told:
            self._told[piece] = _told_in(piece, self._sides) if _is_title(piece) else None
        told = self._told[piece]
        return told._replace(span=Span(start + told.span.start, start + told.span.end)) if told is not None else None


def _told_in(piece: str, sides: Sides) -> Office | None:
    """The last side that words name from which on all is a title."""
    words = [Span(*m.span()) for m in _WORD.finditer(piece)]
    for first in range(len(words) - 2, max(-1, len(words) - 2 - LONGEST - MOST), -1):
        if piece[words[first].start].isupper():
            for count in range(min(LONGEST, len(words) - 1 - first), 0, -1):
                title = Span(words[first + count].start, words[-1].end)
                side = sides.named_by(_POSSESSIVE.sub("", piece[words[first].start : words[first + count - 1].end]))
                if side is not None:
                    told, past = title.words(piece), words[first - 1].words(piece).casefold() if first else ""
                    fits = _is_one(told) and _former().isdisjoint((past, *told.casefold().split()))
                    return Office(side, told.casefold(), Span(words[first].start, title.end)) if fits else None
    return None


def _is_title(piece: str) -> bool:
    """Whether it ends in a word for an office ("foreign minister")."""
    words = piece.split()
    if not words or words[-1].casefold() not in _last_words():  # nearly always
        return False
    words = [word.casefold() for word in words]
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
def _last_words() -> frozenset[str]:
    return frozenset(title.split()[-1] for title in _titles())


@functools.cache
def _former() -> frozenset[str]:
    """Words for what is held no more, in every language."""
    return frozenset[str]().union(*(load_lexicon(code, "titles").spellings("former") for code in supported_languages()))
