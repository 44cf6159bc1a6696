"""Find the words by which two sides contradict each other.

Enters: words of a document. Leaves: the kinds that the lexicon `disputes` of any language knows them by; whether they
only point back at what somebody else has said ("the allegations", "any such claim", "this").
"""

import functools
import re
from collections.abc import Iterable

from sayso.languages import load_lexicon, supported_languages
from sayso.ledger.stories.sketches import terms_of

_BACK = ("word", "deed", "point", "from")


def kinds_in(words: str) -> tuple[str, ...]:
    """The kinds of the words found, in order."""
    return tuple(_kinds()[m[0].casefold()] for m in _pattern().finditer(words))


def is_of_kind(words: str, kind: str) -> bool:
    """Whether a word of this kind stands there."""
    folded = words.casefold()
    return any(map(folded.__contains__, forms_of(kind))) and kind in kinds_in(words)


def spans_of_kind(words: str, kind: str) -> list[tuple[int, int]]:
    """Where the words of this kind begin and end."""
    return [m.span() for m in _pattern().finditer(words) if _kinds()[m[0].casefold()] == kind]


def points_back(words: str, names: Iterable[str] = ()) -> bool:
    """Whether nothing is left of the words but what points back, when `names` are taken out."""
    for name in names:
        words = words.replace(name, " ")
    rest = _pattern().sub(lambda m: " " if _kinds()[m[0].casefold()] in _BACK else m[0], words)
    return not re.search(r"[^\W_]{2,}", rest)


@functools.cache
def forms_of(kind: str) -> frozenset[str]:
    """Every form of this kind, in lower case."""
    return frozenset(form for form, found in _kinds().items() if found == kind)


@functools.cache
def terms_for_words() -> frozenset[int]:
    """The terms of the nouns for what somebody has said: they tell nothing of what it was."""
    return frozenset(t for form, kind in _kinds().items() if kind in ("word", "deed") for t in terms_of(form))


@functools.cache
def _kinds() -> dict[str, str]:
    entries = (e for code in supported_languages() for e in load_lexicon(code, "disputes").entry)
    return {spelling.casefold(): entry.kind for entry in entries for spelling in entry.spellings}


@functools.cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_kinds(), key=lambda s: (-len(s), s))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
