"""Decide whether a full stop, a mark or dots end a sentence.

Enters: a text, and where in it such a mark stands. Leaves: whether the sentence is over after it. It is not over
after a title or an initial ("Lt. Gen. A. Brandt"), inside a number or an address, where the text goes on in lower case
(“Why?” he asked), or where a question or exclamation in quotation marks is followed by who said it. Abbreviations that
may end a sentence ("in the U.S.") end it only where a word follows that usually opens one. What is an abbreviation
comes from `languages/LL/abbreviations.toml`; every look to either side is bounded, so the time is linear.
"""

import functools
import re
from dataclasses import dataclass

from sayso.languages import Language

MARKS = ".!?…。！？"
FULL_WIDTH = "。！？"
QUOTES = "\"”’»'`"
CLOSERS = QUOTES + ")]"
OPENERS = "\"“‘«([¿¡'`"
JOINERS = ",;:)]%&+=/—–-*_"
REACH = 40  # characters looked at on either side: no abbreviation, and no opening word, is longer

_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
_ITEM_NUMBER = re.compile(r"(?:\d{1,2}|[A-Za-z])\.")
_LAST_TOKEN = re.compile(rf"\S{{1,{REACH}}}\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"://|www\.|[@/#\\]")


@dataclass(frozen=True, slots=True)
class Ends:
    """What a language's abbreviations say, ready for looking up."""

    titles: frozenset[str]
    numbered: frozenset[str]
    maybe: frozenset[str]
    starters: frozenset[str]
    told: re.Pattern[str]

    def at(self, text: str, first: int, mark: int, end: int, last: int) -> bool:
        """Whether the sentence that starts at `first` is over at `end`, after the mark at `mark` and its closers.

        `last` is where the line ends.
        """
        following = end
        while following < last and text[following].isspace():
            following += 1
        if following >= last:
            return True
        glued = following == end
        word = _skip_openers(text, following, last)
        marks = text[mark:end].rstrip(CLOSERS)
        if marks[-1] in FULL_WIDTH:
            return True
        if glued:
            return self._ends_glued(text, mark, end, word, last)
        return self._ends_before(text, first, mark, end, following, word, marks)

    def _ends_before(self, text: str, first: int, mark: int, end: int, following: int, word: int, marks: str) -> bool:
        if text.startswith("- ", word):  # a list that was run together into one line
            word = _skip_openers(text, word + 2, len(text))
        opens = text[word : word + 1]
        if not opens or opens.islower() or opens in JOINERS or opens in MARKS:
            return False
        closers = text[mark + len(marks) : end]
        quoted = any(c in QUOTES for c in closers)
        if quoted and marks[-1] in "!?" and self.told.match(text, word, word + 3 * REACH):
            return False
        if marks == "." and not quoted:
            return not self._goes_on(text, first, mark, following, word)
        if marks in ("...", "…", ".."):
            return _WORD.match(text, word, word + REACH) is None or not text.startswith(("I ", "I’", "I'"), word)
        return True

    def _goes_on(self, text: str, first: int, mark: int, following: int, word: int) -> bool:
        """Whether the full stop at `mark` belongs to an abbreviation and the sentence goes on."""
        token = _last_token(text, first, mark + 1)
        if token in self.titles:
            return True
        if mark - first < REACH and _ITEM_NUMBER.fullmatch(text[first : mark + 1].strip()):
            return True
        if token in self.numbered and text[word].isdigit():
            return True
        initial = len(token) == 2 and token[0].isupper()
        if initial or token in self.maybe or _ACRONYM.fullmatch(token):
            quoted = following != word and text[following] != "("
            return not quoted and not self._starts(text, word)
        return False

    def _starts(self, text: str, word: int) -> bool:
        found = _WORD.match(text, word, word + REACH)
        return found is not None and found[0] in self.starters and not text.startswith(".", found.end())

    def _ends_glued(self, text: str, mark: int, end: int, word: int, last: int) -> bool:
        """Whether a mark with no space after it ends a sentence all the same ("…the bleeding.This Monday…")."""
        found = _WORD.match(text, word, min(word + REACH, last))
        if found is None or not found[0][0].isupper():
            return False
        if found.end() < last and text[found.end()] not in " \t\xa0,;:’'\"”-—":
            return False
        token = _last_token(text, max(0, mark - REACH), mark).lstrip(OPENERS)
        if not token or _ADDRESS.search(token):
            return False
        if text[mark] in "!?…" or end - mark > 1 or text[word - 1] in OPENERS:
            return True
        if token[0].isupper() or token[-1].isupper() or len(token) < 2:
            return found[0] in self.starters and token[-1:].islower()
        return "." not in token


def _skip_openers(text: str, position: int, last: int) -> int:
    stop = min(position + 4, last)
    while position < stop and text[position] in OPENERS:
        position += 1
    return position


def _last_token(text: str, first: int, end: int) -> str:
    found = _LAST_TOKEN.search(text[max(first, end - REACH) : end])
    token = found[0].lstrip(OPENERS) if found else ""
    return token.rpartition("-")[2] or token


@functools.cache
def load_ends(language: Language) -> Ends:
    """The rules of `language`, made once."""
    lexicon = language["abbreviations"]

    def exact(kind: str) -> frozenset[str]:
        return frozenset(s for e in lexicon.of_kind(kind) for s in e.spellings)

    starters = exact("starter")
    told = "|".join(sorted(map(re.escape, exact("reporting")), key=len, reverse=True))
    return Ends(
        titles=exact("title"),
        numbered=exact("numbered") | exact("date"),
        maybe=exact("maybe") | exact("date"),
        starters=starters | {s.capitalize() for s in starters},
        told=re.compile(rf"(?:[^\W\d_a-z][\w'’.-]{{0,30}}\s){{1,4}}(?:{told or '(?!)'})\b"),
    )
