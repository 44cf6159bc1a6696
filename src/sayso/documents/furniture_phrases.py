"""Make the furniture phrases of a language ready for matching.

Enters: a language, whose `languages/LL/furniture.toml` says what its marks mean. Leaves: patterns over lower-case
text, by the place that a phrase must stand in.
"""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.languages import Entry, Language
from sayso.model import FurnitureKind

PLACES = ("start", "heading", "end", "inside", "whole", "opening", "parenthesis", "line", "label", "list")
MOST = 160
"""Characters of the longest sentence that is marked, where the file says nothing else."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry, ready for matching."""

    kind: FurnitureKind
    at: str
    literals: tuple[str, ...]
    words: re.Pattern[str]
    companions: tuple[str, ...]
    until: re.Pattern[str] | None
    most: int
    captioned: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """All entries by place; `opening` tells quickly that none matches where a sentence starts."""

    at: dict[str, tuple[Phrase, ...]]
    opening: re.Pattern[str]

    def within(self, lower: str) -> "Phrases":
        """Those that can match anywhere in `lower`."""
        at = {place: tuple(p for p in some if any(s in lower for s in p.literals)) for place, some in self.at.items()}
        return Phrases(at, self.opening)


@functools.cache
def load_phrases(language: Language) -> Phrases:
    """The furniture phrases of `language`, made once."""
    made = [_phrase(entry) for entry in language["furniture"].entry]
    return Phrases(
        at={at: tuple(p for p in made if p.at == at) for at in PLACES},
        opening=_any_phrase(p for p in made if p.at in ("start", "heading")),
    )


def _any_phrase(phrases: Iterable[Phrase]) -> re.Pattern[str]:
    return re.compile("|".join(p.words.pattern for p in phrases) or "(?!)")


def _phrase(entry: Entry) -> Phrase:
    also = entry.also
    at = str(also.get("at", "start"))
    until = also.get("to", [])
    companions = also.get("with", [])
    most = also.get("most", MOST)
    literals = tuple(s.lower() for s in entry.spellings)
    return Phrase(
        kind=entry.kind,  # type: ignore[arg-type]  # a test holds the file to the model's kinds
        at=at,
        literals=literals,
        words=re.compile(_any_of(literals)),
        companions=tuple(companions) if isinstance(companions, list) else (),
        until=re.compile(_any_of(until)) if isinstance(until, list) and until else None,
        most=int(most) if isinstance(most, int | float) else MOST,
        captioned=bool(also.get("captioned", False)),
    )


def _any_of(phrases: Sequence[str]) -> str:
    """A pattern for any of `phrases`, the longest first, none of them within a longer word."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(_apart(p) for p in longest_first) + ")"


def _apart(phrase: str) -> str:
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalpha() else ""
    return before + re.escape(phrase) + after
