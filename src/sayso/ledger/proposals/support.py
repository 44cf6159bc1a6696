"""Count how many documents support a proposal, and keep the first words of each that do."""

from collections import defaultdict

import msgspec

from sayso.model import Document, Reading, Span

LEAST = 2
"""Documents that must support a proposal: one may be wrong or beside the matter."""


class Read(msgspec.Struct, frozen=True):
    """A document and what was found in it."""

    document: Document
    reading: Reading


class Support:
    """The documents that support each name, with where they do."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, Span]] = defaultdict(dict)

    def add(self, name: str, document: str, span: Span) -> None:
        """Note that `document` supports `name` at `span`; its first words are kept."""
        self._found[name].setdefault(document, span)

    def best(self, most: int, *, share: float = 0.0) -> list[str]:
        """The names that at least `LEAST` documents support, the best first, no more than `most`.

        Those with less than `share` of the documents of the best are left out.
        """
        least = max(LEAST, share * max(map(len, self._found.values()), default=0))
        kept = [name for name, where in self._found.items() if len(where) >= least]
        return sorted(kept, key=lambda name: (-len(self._found[name]), name))[:most]

    def evidence(self, name: str) -> tuple[str, Span]:
        """Document and span of the words that `name` rests on."""
        return next(iter(self._found[name].items()))
