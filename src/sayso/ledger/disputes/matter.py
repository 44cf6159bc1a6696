"""Tell how much two passages are about one matter.

Enters: words, and the names of sides, which tell nothing of the matter. Leaves: the terms of the words with how rare
each is in news at large (`sayso.ledger.stories.sketches`); what is shared by two passages, and their cosine. The
weights hang on no other document, so that what is alike stays alike whatever comes in.
"""

import functools
import math
from collections.abc import Collection, Mapping

import numpy as np

from sayso.ledger.stories.sketches import background, terms_of

TELLING = 1.5
"""Rarity from which a term tells what is talked about: it stands in fewer than a fifth of the reports of the news."""

Matter = Mapping[int, float]


def matter_of(words: str, names: Collection[int] = frozenset()) -> Matter:
    """The telling terms of `words` with their rarity. `names` are terms to be left out."""
    return {t: r for t in terms_of(words) if t not in names and (r := _rarity(t)) >= TELLING}


def shared(one: Matter, other: Matter) -> Matter:
    """What both have."""
    return {t: r for t, r in one.items() if t in other}


def weight(matter: Matter) -> float:
    """The rarities together."""
    return sum(matter.values())


def cosine(one: Matter, other: Matter) -> float:
    """The cosine of two passages, every term weighted by its rarity (Spärck Jones 1972)."""
    both = sum(r * r for r in shared(one, other).values())
    return both / (_norm(one) * _norm(other)) if both else 0.0


def _norm(matter: Matter) -> float:
    return math.sqrt(sum(r * r for r in matter.values()))


@functools.lru_cache(maxsize=1 << 16)
def _rarity(term: int) -> float:
    return float(background().rarity(np.array([term], np.uint32))[0])
