"""Sketch what a document is about: the few words that tell it from the run of the news, as numbers.

Enters: a document's title and text. Leaves: at most `WORDS` terms with their weights. A word stands for all that begin
with the same `LETTERS` letters, which joins "attack" and "attacked" in any language that inflects at the end; a term is
the 32-bit hash of these letters, so a sketch is numbers alone. A weight is 1 + log of how often the word stands there,
the title counted `TITLE` times and the first `LEAD` words twice: reports tell their news first.
Which words are kept depends on how rare they are in news at large (`background`) and on the document, on nothing else:
a sketch stays what it is whatever comes in later.
"""

import functools
import re
from collections import Counter
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.languages import supported_languages
from sayso.languages.arrays import load_arrays

WORDS = 48
LETTERS = 6
TITLE = 3
LEAD = 60
LONGEST = 50_000
"""Characters of a text that are looked at."""

_WORD = re.compile(r"[^\W_]{2,}")
_TERM = np.dtype([("term", "<u4"), ("weight", "<f4")])


def sketch_of(title: str, text: str) -> bytes:
    """The sketch of a document, as `read_sketch` reads it; of a text without words, nothing."""
    told = _stems(text[:LONGEST])
    stems = Counter(told)
    stems.update(told[:LEAD])
    stems.update(_stems(title) * TITLE)
    counts: dict[int, int] = {}
    for letters, times in stems.items():
        term = _term(letters)
        counts[term] = counts.get(term, 0) + times
    terms = np.fromiter(counts, np.uint32, len(counts))
    weights = 1 + np.log(np.fromiter(counts.values(), np.float64, len(counts)))
    order = np.lexsort((terms, -weights * background().rarity(terms)))[:WORDS]
    kept = np.zeros(len(order), _TERM)
    kept["term"], kept["weight"] = terms[order], weights[order]
    return np.sort(kept, order="term").tobytes()


def read_sketch(sketch: bytes) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """The terms of a sketch, in rising order, with their weights."""
    found = np.frombuffer(sketch, _TERM)
    return found["term"], found["weight"]


def terms_of(text: str) -> list[int]:
    """The term of each word, in order."""
    return [_term(letters) for letters in _stems(text)]


def _stems(text: str) -> list[str]:
    """The first letters of each word, in order."""
    return [word[:LETTERS] for word in _WORD.findall(text.casefold())]


def words_of_terms(text: str) -> dict[int, str]:
    """Each term of the text with the first word that stands for it."""
    words = _WORD.findall(text)
    return {_term(word.casefold()[:LETTERS]): word for word in reversed(words)}


@functools.lru_cache(maxsize=1 << 16)
def _term(letters: str) -> int:
    return crc32(letters.encode("utf-8", "surrogatepass"))


class Background:
    """In how many of some documents of news at large each term stands."""

    def __init__(self, documents: int, counts: NDArray[np.uint32]) -> None:
        self.documents = documents
        self._counts = counts

    def of(self, terms: NDArray[np.uint32]) -> NDArray[np.int64]:
        """The number of documents that have each term."""
        found: NDArray[np.uint32] = self._counts[terms & np.uint32(len(self._counts) - 1)]
        return found.astype(np.int64)

    def rarity(self, terms: NDArray[np.uint32]) -> NDArray[np.float64]:
        """The inverse document frequency of each term (Spärck Jones 1972), smoothed by one document."""
        return np.log((self.documents + 1) / (self.of(terms) + 1))


@functools.cache
def background() -> Background:
    """The counts that are shipped, of all languages together; `training/background.py` makes them."""
    arrays = [load_arrays(code, "background") for code in supported_languages()]
    counts: NDArray[np.uint32] = np.stack([one["counts"] for one in arrays]).sum(axis=0, dtype=np.uint32)
    return Background(sum(int(one["documents"]) for one in arrays), counts)
