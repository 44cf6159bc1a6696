"""Find copies: documents that are one text, word for word or nearly so.

Enters: texts. Leaves: for each a digest of its words, which exact copies share, and a sketch whose bands near copies
are likely to share; for two texts, whether they are near copies; for many pairs, the groups that they make up.
Everything is a function of the texts alone, so that no order of arrival can change a group.

The sketch is a minhash (Broder 1997) of the runs of `RUN` words, cut into bands (Leskovec, Rajaraman and Ullman,
*Mining of Massive Datasets*, 3.4): at 40 bands of 3, texts that share half of their runs meet with probability .995.
A meeting is a candidate and no more: `near_copies` counts the runs themselves.
"""

import hashlib
import re
import struct
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from rensa import RMinHash

RUN = 4
BANDS = 40
ROWS = 3
SEED = 1
FEWEST = 30
"""Runs below which two texts are copies only word for word: short bulletins of one outlet share their set phrases."""
SHARED = 0.5
"""Share of all the runs of two texts that both have, from which they are one text edited."""
CONTAINED = 0.75
"""Share of the shorter text's runs that the longer one has, from which it is a part or an update of it.

On 793 reports of one crisis, pairs that are one text shared .90 and more, all others .60 and less (outlets that close
every report with the same paragraph). Part of a text more than about three times as long is seldom met: their sketches
are too far apart.
"""

_WORD = re.compile(r"\w+")
_Key = TypeVar("_Key", bound=Hashable)


def runs_of(text: str) -> frozenset[str]:
    """Every run of `RUN` words of `text`, case and punctuation aside; the whole text where it is shorter."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)) if words)


def digest_of(text: str) -> str:
    """The same for two texts of the same words in the same order."""
    return hashlib.blake2b(" ".join(_WORD.findall(text.casefold())).encode(), digest_size=12).hexdigest()


def bands_of(texts: Iterable[str]) -> list[tuple[int, ...]]:
    """The bands of each text's sketch, as signed 64-bit numbers; none where it is too short to have near copies."""
    runs = [r if len(r) >= FEWEST else frozenset() for r in map(runs_of, texts)]
    digests = RMinHash.digests_from_token_sets(runs, BANDS * ROWS, SEED)
    return [_cut(digest) if found else () for digest, found in zip(digests, runs, strict=True)]


def _cut(digest: list[int]) -> tuple[int, ...]:
    bands = (struct.pack(f"<{ROWS + 1}I", n, *digest[n * ROWS : (n + 1) * ROWS]) for n in range(BANDS))
    return tuple(int.from_bytes(hashlib.blake2b(b, digest_size=8).digest(), "little", signed=True) for b in bands)


def near_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts with these runs are one text, edited, cut or carried on."""
    shorter = min(len(one), len(other))
    if shorter < FEWEST:
        return False
    shared = len(one & other)
    return shared >= SHARED * (len(one) + len(other) - shared) or shared >= CONTAINED * shorter


def group(links: Iterable[tuple[_Key, _Key]]) -> Mapping[_Key, _Key]:
    """Each linked key with one key that stands for its group: the least that it is linked to by any way."""
    above: dict[_Key, _Key] = {}

    def top(key: _Key) -> _Key:
        while (up := above.setdefault(key, key)) != key:
            above[key] = above[up]
            key = up
        return key

    for one, other in links:
        low, high = sorted((top(one), top(other)))  # type: ignore[type-var]
        above[high] = low
    return {key: top(key) for key in list(above)}
