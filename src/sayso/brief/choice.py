"""Choose the passages of a brief from the ranking, best first, no thing twice.

Enters: the ranking. Leaves: for each section the passages that suit it, each unlike all chosen before, at most two from
one document in a brief and one in a section, and at most one from one speaker in a section.
"""

from collections import Counter
from collections.abc import Callable

from sayso.brief.passages import Passage
from sayso.brief.ranking import ALIKE, Ranked, Ranking
from sayso.brief.similarity import cosine

UNCLEAR = -1.0
A_DOCUMENT = 2


class Choice:
    """What has been chosen so far."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self.chosen: list[Ranked] = []
        self._aside: set[Passage] = set()
        self._documents: Counter[str] = Counter()

    def take(
        self, most: int, suits: Callable[[Ranked], bool], bonus: Callable[[Ranked], float] = lambda r: 0.0
    ) -> list[Ranked]:
        """Up to `most` passages that suit, by score and bonus; fewer where there are no more that stand alone."""
        taken: list[Ranked] = []
        pool = [r for r in self.ranking.ranked if r.why.get("clear", 0.0) >= UNCLEAR and suits(r)]
        for ranked in sorted(pool, key=lambda r: -(r.score + bonus(r))):
            if len(taken) == most:
                break
            if self._fits(ranked, taken):
                taken.append(ranked)
                self.chosen.append(ranked)
                self._documents[self._text(ranked)] += 1
        return taken

    def set_aside(self, passage: Passage) -> None:
        """Count a passage as told: it stands beside another."""
        self._aside.add(passage)

    def has(self, passage: Passage) -> bool:
        """Whether a passage has been chosen or set aside."""
        return passage in self._aside or any(passage == ranked.passage for ranked in self.chosen)

    def _fits(self, ranked: Ranked, taken: list[Ranked]) -> bool:
        if self._documents[self._text(ranked)] >= self._most_a_document():
            return False
        if ranked.passage in self._aside:
            return False
        if any(cosine(ranked.passage, c.passage, self.ranking.index) >= ALIKE for c in self.chosen):
            return False
        if any(_counts(ranked) & _counts(c) for c in self.chosen):
            return False
        speakers = {s.speaker for s in ranked.passage.statements if s.speaker}
        return not any(speakers & {s.speaker for s in t.passage.statements} for t in taken)

    def _text(self, ranked: Ranked) -> str:
        return self.ranking.documents[ranked.passage.document].copy_group

    def _most_a_document(self) -> int:
        """Two, but as many as it takes where there are few texts to choose from."""
        texts = len({self._text(r) for r in self.ranking.ranked})
        return max(A_DOCUMENT, 24 // max(texts, 1))


def _counts(ranked: Ranked) -> set[tuple[str, float | None, str | None]]:
    """What the passage counts: the same number of the same thing in other words is told already."""
    figures = [v.figure for v in ranked.passage.figures if v.figure.part_of is None]
    return {(f.measure, f.low if f.low is not None else f.high, f.unit) for f in figures}
