"""Hash the words of texts.

Enters: texts. Leaves: for each its `Print`: a 64-bit number a word, case and punctuation aside, and which words stand
in quotation marks; of a print, the runs of so many words, and the few runs by which the ledger finds it again.
Everything is a function of the text alone, the same on every machine. Nothing is refused.

A word is hashed as a polynomial over its characters (Karp and Rabin 1987), all words of a batch in one pass over its
characters: with prefix sums, the sum between two places is one subtraction. The runs to be found again are those whose
hash is small (Manber 1994; Broder 1997): whether a run is one of them does not depend on the text around it, so a part
is met in whatever it stands in, and as often as it is long.
"""

import functools
import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

RUN = 3
"""Words of a run that is compared. With a fifth of the words changed here and there, 72 % of all words still stand in
an unchanged run of three, 66 % in one of four."""
KEY_RUN = 6
"""Words of a run that is looked up. Of one run in eight of 8,646 reports of one crisis, .7 a report stand in more than
32 others (1.0 of five words, .3 of eight); with a fifth of the words changed, 26 % of them are left (17 % of eight)."""
DENSITY = 10
"""One run of so many is looked up: a text of 150 words keeps four of its 15 with a fifth of its words changed."""
MOST_KEYS = 512
"""Runs looked up of one text, its smallest: a book must not fill the index."""

_BASE = 0x9E3779B97F4A7C15
_CHUNK = 1 << 17
_PLAIN, _OPENS, _CLOSES, _ENDS = map(ord, '"“”\0')
LONGEST_QUOTE = 1000
"""Characters after which a quotation mark that does not close opens nothing."""


class Print:
    """The words of one text as numbers, and which of them are quoted."""

    def __init__(self, words: Hashes, quoted: Flags, runs: Hashes, keys: Hashes) -> None:
        self.words = words
        self.quoted = quoted
        self.runs = runs
        """Every run to compare by, in order of place."""
        self.keys = keys
        """The runs to be found again by, in order of their numbers."""

    @functools.cached_property
    def own(self) -> Flags:
        """Which words are the reporter's: those that are not quoted."""
        return ~self.quoted

    @functools.cached_property
    def counts(self) -> tuple[int, int]:
        """How many words are the reporter's, and how many there are."""
        return int(np.count_nonzero(self.own)), len(self.words)

    def shared_with(self, other: "Print", *, own: bool = False) -> Flags:
        """Which words stand in a run that `other` has too; with `own`, in one that is quoted in neither."""
        hits = _among(self.runs, other._sorted_own if own else other._sorted)
        if own:
            hits &= _whole(self.own)
        words = np.zeros(len(self.words), np.bool_)
        for n in range(RUN):
            words[n : n + len(hits)] |= hits
        return words

    @functools.cached_property
    def _sorted(self) -> Hashes:
        return np.sort(self.runs)

    @functools.cached_property
    def _sorted_own(self) -> Hashes:
        return np.sort(self.runs[_whole(self.own)])

    @functools.cached_property
    def digest(self) -> bytes:
        """The same for two texts of the same words in the same order, of which the same are quoted."""
        numbers = self.words.astype("<u8").tobytes() + np.packbits(self.quoted).tobytes()
        return hashlib.blake2b(numbers, digest_size=12).digest()


def prints_of(texts: Sequence[str]) -> list[Print]:
    """The print of each text."""
    found: list[Print] = []
    start = 0
    while start < len(texts):
        end, size = start + 1, len(texts[start])
        while end < len(texts) and size + len(texts[end]) < _CHUNK:
            size += len(texts[end])
            end += 1
        found += _prints(texts[start:end])
        start = end
    return found


def digest_of(text: str) -> str:
    """The same for two texts of the same words in the same order, of which the same are quoted."""
    return prints_of([text])[0].digest.hex()


def runs_of(words: Hashes, length: int) -> Hashes:
    """A number for each run of so many words, in order of place."""
    count = max(0, len(words) - length + 1)
    runs: Hashes = np.zeros(count, np.uint64)
    for n in range(length):
        runs = runs * np.uint64(_BASE) + words[n : n + count]
    return _mixed(runs)


def _prints(texts: Sequence[str]) -> list[Print]:
    codes = np.frombuffer("\0".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    values = _values(codes)
    within = np.zeros(len(values) + 2, np.bool_)
    within[1:-1] = values != 0
    edges = np.flatnonzero(within[1:] != within[:-1])
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(max(2 * _CHUNK, 1 << len(values).bit_length()))
    sums = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values * powers[: len(values)], out=sums[1:])
    words = _mixed((sums[ends] - sums[starts]) * inverses[starts])
    lengths = np.fromiter((len(t) + 1 for t in texts), np.int64, len(texts))
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    cuts = np.searchsorted(starts, offsets)
    runs = runs_of(words, KEY_RUN)
    found = np.flatnonzero(runs < np.uint64(2**64 // DENSITY))
    first, last = np.searchsorted(found, cuts[:-1]), np.searchsorted(found, cuts[1:] - KEY_RUN + 1)
    quoted, compared = _quoted(codes, starts), runs_of(words, RUN)
    return [
        Print(words[a:b], quoted[a:b], compared[a : max(a, b - RUN + 1)], _keys(runs[found[f:g]]))
        for a, b, f, g in zip(cuts[:-1], cuts[1:], first, last, strict=True)
    ]


def _quoted(codes: NDArray[np.uint32], starts: NDArray[np.int64]) -> Flags:
    """Which words, that start at these places, stand in quotation marks that close again in the same text."""
    places = np.flatnonzero((codes == _PLAIN) | (codes == _OPENS) | (codes == _CLOSES) | (codes == _ENDS))
    marks = codes[places].tolist()
    after = np.zeros(len(places), np.bool_)
    inner = places > 0
    after[inner] = codes[places[inner] - 1] > 32
    opened, opener = 0, 0
    spans: list[tuple[int, int]] = []
    for place, mark, follows in zip(places.tolist(), marks, after.tolist(), strict=True):
        if opener and place - opened <= LONGEST_QUOTE and mark == (_CLOSES if opener == _OPENS else _PLAIN) and follows:
            spans.append((opened, place))
            opener = 0
        elif mark == _ENDS:
            opener = 0
        elif mark == _OPENS or (mark == _PLAIN and not follows):
            opened, opener = place, mark
    changes = np.zeros(len(starts) + 1, np.int64)
    if spans:
        edges = np.searchsorted(starts, np.array(spans))
        np.add.at(changes, edges[:, 0], 1)
        np.subtract.at(changes, edges[:, 1], 1)
    return np.cumsum(changes[:-1]) > 0


def _keys(runs: Hashes) -> Hashes:
    if len(runs) > 1:
        runs = np.sort(runs)
        runs = runs[np.concatenate(([True], runs[1:] != runs[:-1]))]
    return runs[:MOST_KEYS]


def _among(runs: Hashes, others: Hashes) -> Flags:
    """Which of `runs` are among `others`, which are sorted."""
    if not len(others):
        return np.zeros(len(runs), np.bool_)
    places = np.searchsorted(others, runs)
    found: Flags = others.take(places, mode="clip") == runs
    return found


def _whole(flags: Flags) -> Flags:
    """Of each run, whether all of its words are set."""
    count = max(0, len(flags) - RUN + 1)
    whole = np.ones(count, np.bool_)
    for n in range(RUN):
        whole &= flags[n : n + count]
    return whole


def _values(codes: NDArray[np.uint32]) -> Hashes:
    """A number for each character, upper and lower case alike; 0 where it is of no word."""
    table = _table()
    if len(codes) and codes.max() < len(table):
        return table[codes]
    values: Hashes = table[np.minimum(codes, len(table) - 1)]
    for code in np.unique(codes[codes >= len(table)]):
        values[codes == code] = _value(int(code))
    return values


@functools.cache
def _table() -> Hashes:
    return np.fromiter((_value(code) for code in range(0xFFFF)), np.uint64, 0xFFFF)


def _value(code: int) -> int:
    letter = chr(code)
    if not (letter.isalnum() or letter == "_"):
        return 0
    folded = letter.casefold().encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "little") | 1


@functools.lru_cache(maxsize=1)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The powers of the base and of its inverse, modulo 2 ** 64."""
    inverse = pow(_BASE, -1, 2**64)
    return tuple(np.cumprod(np.full(count, b, np.uint64)) for b in (_BASE, inverse))  # type: ignore[return-value]


def _mixed(hashes: Hashes) -> Hashes:
    """Every bit of a number spread over all of it: a polynomial's low bits tell little."""
    hashes = (hashes ^ (hashes >> np.uint64(32))) * np.uint64(0xD6E8FEB86659FD93)
    mixed: Hashes = (hashes ^ (hashes >> np.uint64(29))) * np.uint64(0xD6E8FEB86659FD93)
    return mixed ^ (mixed >> np.uint64(32))
