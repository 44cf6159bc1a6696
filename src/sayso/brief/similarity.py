"""Tell which passages are about the same thing.

Enters: passages. Leaves: for any of them, the others that share its telling terms, by cosine over inverse document
frequencies (Spärck Jones 1972). Terms that stand in every fifth passage or more tell nothing and are left out, which
takes the place of a list of stop words.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.brief.passages import Passage

COMMON = 0.2


class Similarity:
    """An index over passages, made once; positions are those of the sequence given."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        counts = Counter(term for p in passages for term in p.terms)
        most = max(COMMON * len(passages), 2)
        self.weight = {t: math.log(1 + len(passages) / n) for t, n in counts.items() if n <= most}
        self.holders: dict[str, list[int]] = defaultdict(list)
        for i, passage in enumerate(passages):
            for term in passage.terms:
                if term in self.weight:
                    self.holders[term].append(i)
        self.norm = [self._norm(p.terms) for p in passages]
        self.passages = passages
        total = sum(self.norm) or 1.0
        self.centre = {t: self.weight[t] * len(h) / total for t, h in self.holders.items()}

    def _norm(self, terms: frozenset[str]) -> float:
        return math.sqrt(sum(self.weight[t] ** 2 for t in terms if t in self.weight)) or 1.0

    def neighbours(self, terms: frozenset[str], least: float) -> dict[int, float]:
        """Positions of the passages whose cosine with `terms` is at least `least`, with it."""
        products: dict[int, float] = defaultdict(float)
        for term in terms:
            weight = self.weight.get(term)
            if weight is not None:
                for i in self.holders[term]:
                    products[i] += weight * weight
        norm = self._norm(terms)
        return {i: c for i, p in products.items() if (c := p / (norm * self.norm[i])) >= least}

    def central(self, position: int) -> float:
        """How much of what is talked about the passage shares, from 0: the mean weight of its terms over the rest."""
        passage = self.passages[position]
        shares = [self.centre[t] * self.weight[t] for t in passage.terms if t in self.weight]
        return sum(shares) / math.sqrt(len(shares)) if shares else 0.0


def cosine(one: Passage, other: Passage, index: Similarity) -> float:
    """The cosine of two passages under the weights of `index`."""
    shared = sum(index.weight[t] ** 2 for t in one.terms & other.terms if t in index.weight)
    return shared / (index._norm(one.terms) * index._norm(other.terms))
