"""Gather clashes that are of one matter into disputes.

Enters: clashes. Leaves: disputes. Numbers of one thing are one dispute, and so is what is said of one place on days
that follow each other. A denial joins the dispute that the side already has on this matter, an accusation that of its
two sides: clashes are taken in the order in which they became known, and each joins the dispute of the last `DAYS` days
that has the same answer, or whose last clashes it is most like on average, where that is at least `ALIKE` (average
linkage, on line, as for stories). So the disputes as of a day are the same whatever came in later.

A claim in common joins nothing: one charge of shelling is met by denials of this attack and of that one. Where it did,
and likeness was to all clashes together, 170 records of two months hung together in a ledger of 8,646 articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.ledger.disputes.matter import Matter, cosine
from sayso.ledger.disputes.told import Clash, Told, day_number

DAYS = 7
ALIKE = 0.3
RECENT = 60
"""The last clashes of a dispute that another is compared with: what is long past no longer tells what it is about."""


class Dispute:
    """Clashes of one matter, in the order in which they became known."""

    def __init__(self, first: Clash) -> None:
        self.kind = first.kind
        self.clashes = [first]
        self.ids = set(first.ids)
        self._answers = {first.other.id}

    @property
    def first(self) -> Clash:
        """The clash that began it."""
        return self.clashes[0]

    @property
    def matter(self) -> Matter:
        """What the clashes are about, together: a term counts as often as it is said."""
        summed = Counter[int]()
        for clash in self.clashes:
            summed.update(clash.matter)
        return summed

    @property
    def last(self) -> int:
        """The number of the day on which the last of it became known."""
        return day_number(self.clashes[-1].known)

    def add(self, clash: Clash) -> None:
        """Take it in."""
        self.clashes.append(clash)
        self.ids |= set(clash.ids)
        self._answers.add(clash.other.id)

    def likeness(self, clash: Clash) -> float:
        """How much a clash is of its matter: 1 where it is the same answer to another claim."""
        if clash.other.id in self._answers:
            return 1.0
        if clash.key:
            return 1.0 if clash.kind == "numbers" or day_number(clash.known) - self.last <= DAYS else 0.0
        recent = self.clashes[-RECENT:]
        return sum(cosine(one.matter, clash.matter) for one in recent) / len(recent)

    def sides(self) -> dict[tuple[str, str], list[Told]]:
        """The records of each side by (role, name), each once, in order."""
        found: dict[tuple[str, str], dict[str, Told]] = defaultdict(dict)
        for clash in self.clashes:
            for told, role, name in zip((clash.one, clash.other), clash.roles, clash.names, strict=True):
                found[role, name][told.id] = told
        return {side: sorted(told.values(), key=lambda t: t.order) for side, told in sorted(found.items())}


def gather(clashes: Iterable[Clash]) -> list[Dispute]:
    """The disputes, in the order in which they began. Clashes of which nobody can say when they were known are left."""
    found: list[Dispute] = []
    open_on: dict[tuple[str, ...], list[Dispute]] = defaultdict(list)
    for clash in sorted((c for c in clashes if c.one.known and c.other.known), key=lambda c: (c.order, c.roles)):
        day, of = day_number(clash.known), _of(clash)
        open_on[of] = [d for d in open_on[of] if clash.key or day - d.last <= DAYS]
        best = max(open_on[of], key=lambda d: d.likeness(clash), default=None)
        if best is not None and best.likeness(clash) >= ALIKE:
            best.add(clash)
        else:
            begun = Dispute(clash)
            found.append(begun)
            open_on[of].append(begun)
    return found


def _of(clash: Clash) -> tuple[str, ...]:
    """What clashes must have in common to be of one dispute."""
    if clash.key:
        return clash.kind, clash.key
    if clash.kind == "denial":
        return clash.kind, clash.names[1]
    return clash.kind, *sorted(clash.names)
