"""Find what the other side of a dispute says against a passage.

Enters: the disputes of the record, its passages, and an index that compares them. Leaves: for a passage with a record
of one side, the passage most like it with a record of another. Refuses: disputes that a side has conceded; those of
numbers, which stand beside the figures; what a passage tells both sides of; words that are in no passage.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.brief.passages import Passage
from sayso.brief.similarity import Similarity, cosine
from sayso.ledger.disputes.views import DisputeSide, DisputeView

MUTUAL = frozenset({"accusation", "control"})
"""The kinds in which all sides do the same; in the others those who do the same as a side are not against it."""


class Opposing:
    """The passages of each side of each dispute."""

    def __init__(self, disputes: Sequence[DisputeView], passages: Iterable[Passage], index: Similarity) -> None:
        self._index = index
        self._passages = {id: passage for passage in passages for id in passage.records}
        self._stances: dict[str, list[tuple[DisputeView, DisputeSide]]] = defaultdict(list)
        for dispute in disputes:
            if dispute.kind != "numbers" and dispute.stands != "conceded":
                for side in dispute.sides:
                    for record in side.records:
                        self._stances[record.id].append((dispute, side))

    def find(self, passage: Passage) -> Passage | None:
        """The passage most like it of those that another side of any dispute has against it; of two alike the newer."""
        found = {other for id in passage.records for other in self._others(id, passage)}
        first = sorted(found, key=lambda p: (p.document, p.span))
        return max(first, key=lambda p: (cosine(passage, p, self._index), p.known), default=None)

    def _others(self, id: str, passage: Passage) -> Iterator[Passage]:
        for dispute, own in self._stances.get(id, ()):
            sides = (s for s in dispute.sides if s.name != own.name and (s.role != own.role or dispute.kind in MUTUAL))
            ids = [record.id for side in sides for record in side.records]
            if not any(other in passage.records for other in ids):
                yield from (self._passages[other] for other in ids if other in self._passages)
