"""Fold the names of those whom figures count: the form in which two of them are one population.

Enters: a population as a document has it. Leaves: its words as `sayso.ledger.names.folding` has them, the last of them
in the form that the lexicon gives for all that mean the same ("soldiers" for "troops"). Nothing where it tells nothing.
"""

import functools

from sayso.languages import load_lexicon, supported_languages
from sayso.ledger.names.folding import Key, fold

_LONGEST = 3


@functools.lru_cache(maxsize=65536)
def fold_population(name: str) -> Key:
    """The words of a population."""
    words = fold(name)
    same = _same()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        head = words[-length:]
        if head in same:
            return () if same[head] is None and length == len(words) else words[:-length] + (same[head] or head)
    return words


def is_among(asked: str, name: str | None) -> bool:
    """Whether somebody who asks for `asked` may mean those of this name: it has all the words, or means the same."""
    return name is not None and set(fold_population(asked)) <= set(fold_population(name))


def names_people(name: str) -> bool:
    """Whether a name ends in a word for those whom figures count, such as "Velmish troops"; "people" names nobody."""
    words, same = fold(name), _same()
    return any(same.get(words[-length:]) is not None for length in range(1, _LONGEST + 1) if length <= len(words))


@functools.cache
def _same() -> dict[Key, Key | None]:
    """Words that mean the same with the one form for them; none for those that tell nothing."""
    entries = [e for code in supported_languages() for e in load_lexicon(code, "populations").entry]
    return {fold(s): fold(e.term) if e.kind == "same" else None for e in entries for s in e.spellings}
