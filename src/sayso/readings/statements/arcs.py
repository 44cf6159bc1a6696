"""Lay out a parsed text as lists, to be asked by the index of a token.

Enters: a spaCy `Doc` with tags and arcs. Leaves: `Arcs`. A spaCy `Token` costs half a microsecond each time that it is
made; what scores every verb of a text asks lists instead.
"""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from spacy.tokens import Doc

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Arcs:
    """Token by token: words in lower case, tags, arcs, the ends of subtrees, offsets; `finite` counts verbs before."""

    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    lefts: list[int]
    rights: list[int]
    children: list[list[int]]
    starts: list[int]
    ends: list[int]
    finite: list[int]

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` that hangs on it by one of `deps`."""
        return next((c for c in self.children[token] if self.deps[c] in deps), None)


def lay_out(doc: Doc) -> Arcs:
    """The lists of `doc`."""
    table = doc.to_array(["HEAD", "IDX", "LENGTH"]).astype(np.int64)
    strings = doc.vocab.strings
    named: dict[int, str] = {}
    words, tags, deps = (
        [named.get(key) or named.setdefault(key, strings[key]) for key in column]
        for column in (doc.to_array(attribute).tolist() for attribute in ("LOWER", "TAG", "DEP"))
    )
    heads = [i + offset for i, offset in enumerate(table[:, 0].tolist())]
    starts, lengths = table[:, 1].tolist(), table[:, 2].tolist()
    children: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    finite = [0, *accumulate(tag in _FINITE for tag in tags)]
    lefts, rights = _edges(heads)
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    return Arcs(words, tags, deps, heads, lefts, rights, children, starts, ends, finite)


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and the last token below each; a token's edge is set once, so this is one pass each way."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for token in range(len(heads)):
        above = heads[token]
        while lefts[above] > token:
            lefts[above] = token
            above = heads[above]
    for token in range(len(heads) - 1, -1, -1):
        above = heads[token]
        while rights[above] < token:
            rights[above] = token
            above = heads[above]
    return lefts, rights
