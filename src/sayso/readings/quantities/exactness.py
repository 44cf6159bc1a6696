"""Read how exact a number is, or that it is a move: "about 40", "at least 40", "40+", "up 4 percent".

Enters: lexemes and the place of a number with its currency and unit. Leaves: the change, the widest place that the
words take, and the words themselves where they make it approximate. Refuses nothing: a number without such words is
exact.
"""

import functools
from typing import NamedTuple

from sayso.languages import Language
from sayso.model import Change
from sayso.readings.quantities.lexemes import Lexeme
from sayso.readings.quantities.spellings import Spellings

_BOUNDS: dict[str, Change] = {"~": "~", "<": "<", ">": ">"}
_BEHIND: dict[str, Change] = {"> behind": ">", "< behind": "<", "~ behind": "~"}
_MOVES: dict[str, Change] = {"up": "up", "down": "down"}


class Exactness(NamedTuple):
    """`change` and `bound` (its change if it were no move) of the number at lexemes `[start, stop)`."""

    change: Change
    bound: Change
    start: int
    stop: int


class Approximators:
    """The approximators of one language, those before a number and those behind it."""

    def __init__(self, language: Language) -> None:
        lexicon = language["approximators"]
        self.before = Spellings(lexicon.of_kind(*_BOUNDS, "filler", "pass"))
        self.behind = Spellings(lexicon.of_kind(*_BEHIND))
        self.moves = Spellings(lexicon.of_kind(*_MOVES))
        self.by = language["numbers"].spellings("by")


@functools.cache
def approximators(language: Language) -> Approximators:
    """The approximators of `language`, compiled once."""
    return Approximators(language)


def read_exactness(words: Approximators, lexemes: list[Lexeme], start: int, ends: tuple[int, ...]) -> Exactness:
    """How exact the number is that starts at lexeme `start`; words behind it may stand at any of `ends`."""
    bound: Change = "="
    left = looked = start
    while (found := words.before.before(lexemes, looked)) is not None:
        entry, looked = found
        if entry.kind in _BOUNDS:
            left = looked
            bound = bound if bound != "=" and entry.kind == "~" else _BOUNDS[entry.kind]
        elif entry.kind == "filler":
            left = looked
    stop = max(ends)
    for end in ends:
        if bound == "=" and (behind := words.behind.at(lexemes, end)) is not None:
            bound, stop = _BEHIND[behind[0].kind], max(stop, behind[1])
    move = _move(words, lexemes, looked)
    return Exactness(move or bound, bound, left, stop)


def _move(words: Approximators, lexemes: list[Lexeme], i: int) -> Change | None:
    """The move whose word stands right before the number, or before "by" within three words ("grew sales by")."""
    found = words.moves.before(lexemes, i)
    if found is None and i > 0 and lexemes[i - 1].low in words.by:
        for back in range(i - 1, max(i - 5, 0), -1):
            found = words.moves.before(lexemes, back)
            if found is not None:
                break
    return _MOVES[found[0].kind] if found is not None else None
