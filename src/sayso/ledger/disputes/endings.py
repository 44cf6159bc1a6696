"""Tell how a dispute stands: open, conceded or overtaken.

Enters: a dispute, and what was said, counted and held afterwards. Leaves: how it stands, with the record that ended
it: the first that did.
- A denial or an accusation is conceded where a side that denies it, or is accused, grants it ("admitted that …") in
  words of the same matter.
- A denial that an act is ahead is overtaken where enough texts report the act.
- Control is conceded where the side that denied it says itself that the other has the place, and overtaken where the
  place is said to have gone to another since.
- Numbers are overtaken where the side that counted least has come to count what the others had said.
Refuses: to call a dispute ended because nobody speaks of it any more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.ledger.disputes.control import Hold
from sayso.ledger.disputes.denials import Said
from sayso.ledger.disputes.gathering import Dispute
from sayso.ledger.disputes.happening import Act, Done, first_done
from sayso.ledger.disputes.matter import cosine, shared, weight
from sayso.ledger.disputes.told import Told

Ending = tuple[str, Told | None]
OPEN: Ending = ("open", None)
FEWEST, LEAST, ALIKE = 2, 8.0, 0.5
"""Terms that a concession shares with the dispute, what they must weigh together, and the cosine: more than for a
denial, for who grants one thing goes on to say another."""
MOSTLY = 1 / 3
"""Share of the clashes of a dispute that must say that an act is ahead: else they are about what has been done."""


class Count(msgspec.Struct, frozen=True):
    """A number that a side gave of a thing."""

    told: Told
    thing: str
    value: float


class Endings:
    """What may end disputes: words that grant something, holds, counts, and acts done that were ahead."""

    def __init__(
        self,
        granted: Iterable[Said],
        holds: Iterable[Hold],
        counts: Iterable[Count],
        ahead: Mapping[str, frozenset[Act]],
        done: Mapping[Act, Sequence[Done]],
    ) -> None:
        self._ahead, self._done = ahead, done
        self._granted: dict[str | None, list[Said]] = defaultdict(list)
        self._holds: dict[str, list[Hold]] = defaultdict(list)
        self._counts: dict[str, list[Count]] = defaultdict(list)
        for said in sorted(granted, key=lambda s: s.told.order):
            self._granted[said.told.side].append(said)
        for hold in sorted(holds, key=lambda h: h.told.order):
            self._holds[hold.place].append(hold)
        for count in sorted(counts, key=lambda c: c.told.order):
            self._counts[count.thing].append(count)

    def of(self, dispute: Dispute) -> Ending:
        """How it stands."""
        if dispute.kind == "control":
            return next(self._control(dispute), OPEN)
        if dispute.kind == "numbers":
            return next(self._numbers(dispute), OPEN)
        return next(self._words(dispute), None) or next(self._acts(dispute), OPEN)

    def _words(self, dispute: Dispute) -> Iterator[Ending]:
        accused = {name for (role, name) in dispute.sides() if role in ("denies", "accuses")}
        begun = {told.side: told.known for told in reversed(_answers(dispute))}
        granted = (said for side in sorted(accused) for said in self._granted[side])
        later = [said for said in granted if said.told.known > begun.get(said.told.side, "9999")]
        matter = dispute.matter if later else {}
        for said in sorted(later, key=lambda s: s.told.order):
            both = shared(said.told.matter, matter)
            enough = len(both) >= FEWEST and weight(both) >= LEAST
            if enough and cosine(said.told.matter, matter) >= ALIKE:
                yield "conceded", said.told

    def _acts(self, dispute: Dispute) -> Iterator[Ending]:
        """The acts that it says are ahead, and that the side that denies them has done since."""
        if dispute.kind == "denial":
            denying, said = dispute.first.names[1], Counter[Act]()
            for clash in dispute.clashes:
                said.update({act for id in clash.ids for act in self._ahead.get(id, ()) if act.by == denying})
            acts = [act for act, times in said.items() if times >= MOSTLY * len(dispute.clashes)]
            done = (first_done(self._done.get(act, ()), _answers(dispute)[0].known) for act in acts)
            yield from (("overtaken", told) for told in sorted(filter(None, done), key=lambda t: t.order)[:1])

    def _control(self, dispute: Dispute) -> Iterator[Ending]:
        holder, last = dispute.first.names[0], max(told.known for told in _answers(dispute))
        denying = {told.side for told in _answers(dispute)}
        for hold in self._holds[dispute.first.key]:
            if hold.told.known > last and not hold.denied and hold.taken and hold.holder is not None:
                if hold.holder == holder and hold.told.side in denying:
                    yield "conceded", hold.told
                elif hold.holder != holder and not hold.hearsay:
                    yield "overtaken", hold.told

    def _numbers(self, dispute: Dispute) -> Iterator[Ending]:
        ids = dispute.ids
        counts = self._counts[dispute.first.key]
        said = [c for c in counts if c.told.id in ids]
        least = min(said, key=lambda c: (c.value, c.told.order))
        highest = max(c.value for c in said)
        last = max(c.told.known for c in said)
        for count in counts:
            if count.told.side == least.told.side and count.told.known > last and count.value >= highest:
                yield "overtaken", count.told


def _answers(dispute: Dispute) -> Sequence[Told]:
    """What was said against the claims, in order; of accusations, both."""
    answers = [clash.other for clash in dispute.clashes]
    if dispute.kind == "accusation":
        answers += [clash.one for clash in dispute.clashes]
    return sorted(answers, key=lambda told: told.order)
