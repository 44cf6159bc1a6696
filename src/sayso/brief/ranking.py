"""Rank passages: what is new, widely and independently reported, and changed comes first.

Enters: the passages of the days told and of the days before. Leaves: a score a passage with its reasons, which
`sayso brief --why` prints. Copies count once: what is counted are outlets through distinct copy groups, and origins
(a named speaker, or an outlet on its own word), never documents.
"""

import math
from collections.abc import Mapping, Sequence

import msgspec

from sayso.brief.moves import find_move
from sayso.brief.passages import Passage
from sayso.brief.similarity import Similarity
from sayso.brief.wording import Wording
from sayso.ledger.views import DocumentView, Series

ALIKE = 0.34
SAME = 0.8
SHORTLIST = 600


class Ranked(msgspec.Struct, frozen=True):
    """A passage with its score, the reasons for it, and the passages that tell the same."""

    passage: Passage
    score: float
    why: dict[str, float]
    alike: tuple[Passage, ...]


class Ranking:
    """The passages told, best first, and the index that compares them."""

    def __init__(
        self,
        told: Sequence[Passage],
        before: Sequence[Passage],
        documents: Mapping[str, DocumentView],
        series: Sequence[Series],
        watch: Sequence[str],
        wording: Wording,
    ) -> None:
        self.index = Similarity(told)
        self.past = Similarity(before)
        self.documents = documents
        self.series = {s.id: s for s in series}
        self.watch = [w.casefold() for w in watch]
        self.wording = wording
        self.earliest = min((p.known for p in told), default="")
        self.latest = max((p.known for p in told), default="")
        first = sorted(range(len(told)), key=lambda i: (-self._first_look(i), i))[:SHORTLIST]
        self.ranked = sorted(
            (self._rank(i) for i in first), key=lambda r: (-r.score, r.passage.document, r.passage.span)
        )

    def _first_look(self, position: int) -> float:
        passage = self.index.passages[position]
        return self.index.central(position) + self._clear(passage) + 1 / (1 + passage.position)

    def _rank(self, position: int) -> Ranked:
        passage = self.index.passages[position]
        near = self.index.neighbours(passage.terms, ALIKE)
        alike = tuple(self.index.passages[i] for i in sorted(near) if i != position)
        why = {
            "outlets": math.log2(1 + len(self._outlets((passage, *alike)))),
            "origins": 0.5 * math.log2(1 + len(self._origins((passage, *alike)))),
            "new": self._new(passage),
            "changed": self._changed(passage),
            "central": min(2.0, 2 * self.index.central(position)),
            "lead": 1.2 / (1 + passage.position / 3),
            "old": -1.5 if self._tells_of_before(passage) else 0.0,
            "latest": 1.0 if passage.known == self.latest else 0.0,
            "watched": 1.5 if any(w in passage.words.casefold() for w in self.watch) else 0.0,
            "sourced": self._sourced(passage),
            "clear": self._clear(passage),
        }
        why = {k: round(v, 2) for k, v in why.items() if round(v, 2)}
        return Ranked(passage, round(sum(why.values()), 2), why, alike)

    def _outlets(self, passages: Sequence[Passage]) -> set[str]:
        """One outlet a copy group: papers that print one wire text count once, under the first of them."""
        groups: dict[str, str] = {}
        for passage in passages:
            view = self.documents[passage.document]
            groups.setdefault(view.copy_group, view.document.outlet or view.document.id)
        return set(groups.values())

    def _origins(self, passages: Sequence[Passage]) -> set[str]:
        origins: set[str] = set()
        for passage in passages:
            speakers = {s.speaker for s in passage.statements if s.speaker}
            origins |= speakers or {self.documents[passage.document].copy_group}
        return origins

    def _new(self, passage: Passage) -> float:
        near = self.past.neighbours(passage.terms, 0.1)
        return 1.5 * (1 - max(near.values(), default=0.0))

    def _changed(self, passage: Passage) -> float:
        moves = [find_move(f, self.series.get(f.series or ""), self.documents) for f in passage.figures]
        return (1.0 if any(m.before for m in moves) else 0.0) + (0.5 if any(m.otherwise for m in moves) else 0.0)

    def _tells_of_before(self, passage: Passage) -> bool:
        """Whether all that it tells of happened before the days told."""
        days = [e.event.end or e.event.date for e in passage.events]
        return bool(days) and all(day is not None and day < self.earliest[: len(day)] for day in days)

    def _sourced(self, passage: Passage) -> float:
        named = any(s.speaker for s in passage.statements)
        return 0.6 * named + 0.3 * bool(passage.events) + 0.3 * bool(passage.figures)

    def _clear(self, passage: Passage) -> float:
        """Below zero for what cannot stand alone: a line too long or short, a question, an opening that points back."""
        count = len(passage.words.split())
        length = -2.5 if count < 7 else -0.06 * max(0, count - 38)
        opening = self.wording.points_back(passage.words)
        question = passage.words.rstrip("\"'”’ ").endswith("?")
        headline = passage.words.rstrip("\"'”’)] ")[-1:] not in ".!?…"
        shouting = sum(c.isupper() for c in passage.words) > 0.4 * len(passage.words)
        return max(-4.0, length - 1.2 * opening - 1.5 * question - 2.0 * shouting - 1.5 * headline)
