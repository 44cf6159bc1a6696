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
Places = NDArray[np.int64]

RUN = 3
"""Words of a run that is compared. With a fifth of the words changed here and there, 72 % of all words still stand in
an unchanged run of three, 66 % in one of four."""
KEY_RUN = 2 * RUN
"""Words of a run that is looked up: two that are compared, one after the other. Of one run in eight of 8,646 reports
of one crisis, .7 a report stand in more than 32 others (1.0 of five words, .3 of eight); with a fifth of the words
changed, 26 % of them are left (17 % of eight)."""
DENSITY = 10
"""One run of so many is looked up: a text of 150 words keeps four of its 15 with a fifth of its words changed."""
MOST_KEYS = 512
"""Runs looked up of one text, its smallest: a book must not fill the index."""

_BASE = 0x9E3779B97F4A7C15
_FACTOR = np.uint64(_BASE)
_LEAP = np.uint64(pow(_BASE, RUN, 2**64))
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_CHUNK = 1 << 17
_SLOT_BITS = 16
"""Of 2,067 pairs of reports that met, 18 % share enough words to be weighed where runs are told by so many bits, and
16 % where they are told by all; by 14 bits it is 29 %."""
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
        return len(self.words) - int(np.count_nonzero(self.quoted)), len(self.words)

    def most_shared_with(self, other: "Print") -> Flags:
        """The words that `shared_with` gives, and few others, for a third of the time."""
        taken = np.zeros(1 << _SLOT_BITS, np.bool_)
        taken[_slots(other.runs)] = True
        return _words_in(taken.take(_slots(self.runs)), len(self.words))

    def shared_with(self, other: "Print", *, own: bool = False) -> Flags:
        """Which words stand in a run that `other` has too; with `own`, in one that is quoted in neither."""
        hits = _among(self.runs, other.runs[_whole(other.own)] if own else other.runs)
        if own:
            hits &= _whole(self.own)
        return _words_in(hits, len(self.words))

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


def _prints(texts: Sequence[str]) -> list[Print]:
    codes = np.frombuffer("\0".join(("", *texts)).encode("utf-32-le", "surrogatepass"), np.uint32)
    gaps, words = _words(codes)
    runs = _runs(words)
    found, keys = _small(_mixed(_joined(runs)))
    cuts = np.searchsorted(gaps, np.cumsum([0, *(len(text) + 1 for text in texts)]))
    first, last = np.searchsorted(found, cuts[:-1]).tolist(), np.searchsorted(found, cuts[1:] - KEY_RUN + 1).tolist()
    quoted, cuts = _quoted(codes, gaps), cuts.tolist()
    return [
        Print(words[a:b], quoted[a:b], runs[a : max(a, b - RUN + 1)], _least(keys[f:g]))
        for a, b, f, g in zip(cuts[:-1], cuts[1:], first, last, strict=True)
    ]


def _words(codes: NDArray[np.uint32]) -> tuple[Places, Hashes]:
    """The place before each word, and its number; no word starts at the first place."""
    sums = _values(codes)
    within = sums != 0
    gaps = np.flatnonzero(within[1:] > within[:-1])
    powers, inverses = _powers(max(2 * _CHUNK, 1 << len(codes).bit_length()))
    sums *= powers[: len(codes)]
    np.cumsum(sums, out=sums)
    return gaps, _mixed(np.diff(sums.take(gaps), append=sums[-1:]) * inverses.take(gaps + 1))


def _runs(words: Hashes) -> Hashes:
    """A number for each run of `RUN` words, in order of place."""
    count = max(0, len(words) - RUN + 1)
    runs = words[:count]
    for n in range(1, RUN):
        runs = runs * _FACTOR
        runs += words[n : n + count]
    return runs


def _joined(runs: Hashes) -> Hashes:
    """A number for each two runs of which one follows the other."""
    joined: Hashes = runs[:-RUN] * _LEAP
    joined += runs[RUN:]
    return joined


def _small(runs: Hashes) -> tuple[Places, Hashes]:
    """Where those stand that are to be found again, and their numbers."""
    found = np.flatnonzero(runs < np.uint64(2**64 // DENSITY))
    return found, runs.take(found)


def _quoted(codes: NDArray[np.uint32], gaps: Places) -> Flags:
    """Which words, each after one of these places, stand in quotation marks that close again in the same text."""
    places = np.flatnonzero((codes == _PLAIN) | (codes == _OPENS) | (codes == _CLOSES) | (codes == _ENDS))
    marks = codes[places].tolist()
    after = codes[places - 1] > 32
    opened, opener = 0, 0
    edges: list[int] = []
    for place, mark, follows in zip(places.tolist(), marks, after.tolist(), strict=True):
        if opener and place - opened <= LONGEST_QUOTE and mark == (_CLOSES if opener == _OPENS else _PLAIN) and follows:
            edges += opened, place
            opener = 0
        elif mark == _ENDS:
            opener = 0
        elif mark == _OPENS or (mark == _PLAIN and not follows):
            opened, opener = place, mark
    bounds = np.searchsorted(gaps, np.array(edges, np.int64))
    lengths = np.diff(bounds, prepend=0, append=len(gaps))
    return np.repeat(np.arange(len(lengths)) % 2 == 1, lengths)


def _least(runs: Hashes) -> Hashes:
    """The `MOST_KEYS` least of them, each once, in order; sorted in place."""
    runs.sort()
    repeated = runs[1:] == runs[:-1]
    if np.count_nonzero(repeated):
        runs = runs[np.concatenate(([True], ~repeated))]
    return runs[:MOST_KEYS]


def _among(runs: Hashes, others: Hashes) -> Flags:
    """Which of `runs` are among `others`. Both are put in order first: searches that leap about take twice as long."""
    found = np.zeros(len(runs), np.bool_)
    if len(others):
        order, others = runs.argsort(), np.sort(others)
        runs = runs.take(order)
        found[order] = others.take(others.searchsorted(runs), mode="clip") == runs
    return found


def _slots(runs: Hashes) -> Places:
    """Where each run stands in a table of few: two may share a slot."""
    return (runs & np.uint64((1 << _SLOT_BITS) - 1)).view(np.int64)


def _words_in(runs: Flags, count: int) -> Flags:
    """Of so many words, which stand in a run that is set."""
    padded = np.zeros(count + RUN - 1, np.bool_)
    padded[RUN - 1 : count] = runs
    words = padded[:count].copy()
    for n in range(1, RUN):
        words |= padded[n : n + count]
    return words


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
    values: Hashes = table.take(codes, mode="clip")
    if len(codes) and codes.max() >= len(table):
        rare = np.flatnonzero(codes >= len(table))
        values[rare] = [_value(code) for code in codes[rare].tolist()]
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
    mixed: Hashes = hashes ^ (hashes >> np.uint64(32))
    mixed *= _SPREAD
    mixed ^= mixed >> np.uint64(29)
    mixed *= _SPREAD
    mixed ^= mixed >> np.uint64(32)
    return mixed
