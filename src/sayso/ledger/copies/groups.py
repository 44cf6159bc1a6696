"""Gather the copies of one text, with the one that they were taken from as far as the documents tell.

Enters: the documents that are there, the pairs of them that are copies, what they credit, and what people say of them.
Leaves: groups of two and more. A group is what hangs together through documents that are there: a pair of which one
side is not known yet joins nothing. Of two that people part, the earlier stays with what is a copy of both.

The origin is not judged but told by rule, and the rule is named: the wire itself where the copies credit it ("wire");
else the one known on the earliest day ("first"); of several, the one received first ("received"), or the one that the
others are parts of ("fullest"); else the one with the least id ("id"), which tells nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sayso.ledger.copies.comparing import Likeness
from sayso.ledger.copies.credits import wire_named
from sayso.ledger.days import order
from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.names.folding import Key
from sayso.ledger.views import Copy, CopyGroup, CreditView
from sayso.model import Span

EXACT = Likeness(1000, 1000)
FULLER = 50
"""Thousandths by which more of one text stands in the other than of the other in it, where it is a part of it."""


class Copies:
    """What is known of the copies among some documents."""

    def __init__(
        self,
        rows: Iterable[Any],
        pairs: Iterable[Any],
        versions: Iterable[Any] = (),
        credits: Iterable[Any] = (),
        verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    ) -> None:
        """`rows` have id, document, wording, known, outlet and retrieved; the others are rows of the copy tables."""
        self.rows = {row.id: row for row in rows}
        self._verdicts = verdicts
        self._of_wording: dict[int, list[str]] = defaultdict(list)
        for one in sorted(self.rows):
            self._of_wording[self.rows[one].wording].append(one)
        named = {row.document: one for one, row in self.rows.items()}
        self._near = {(a, b): Likeness(*s) for a, b, *s in pairs if a in self._of_wording and b in self._of_wording}
        self._versions = {(named[a], named[b]): Likeness(*s) for a, b, *s in versions if a in named and b in named}
        self.credits: dict[str, list[CreditView]] = defaultdict(list)
        for c in credits:
            if c.document in named:
                view = CreditView(c.wire, named[c.document], c.field, Span(c.start, c.end), bool(c.whole))
                self.credits[view.document].append(view)

    def wire_of(self, document: str) -> str | None:
        """The one wire that a document says it is the text of, or that publishes it."""
        if document not in self.rows:
            return None
        own = wire_named(self.rows[document].outlet)
        wires = {c.wire for c in self.credits.get(document, ()) if c.whole}
        return own or (wires.pop() if len(wires) == 1 else None)

    def groups(self) -> tuple[CopyGroup, ...]:
        """The groups, by the day they were first known. The first member is the origin."""
        present = {(one,) for one in self.rows}
        same = tuple(pair for pair in self._verdicts.same if present >= set(pair))
        apart = (sorted(pair, key=self._first) for pair in self._verdicts.apart if present >= set(pair))
        verdicts = Verdicts(same, tuple((a, b) for a, b in apart))
        joined = settle(self._links(), verdicts, earlier_keeps=True)
        members: dict[Key, list[str]] = defaultdict(list)
        for one in self.rows:
            members[joined.get((one,), (one,))].append(one)
        found = [self._group(sorted(some, key=self._order)) for some in members.values() if len(some) > 1]
        return tuple(sorted(found, key=lambda g: self._order(g.origin)))

    def parts(self) -> tuple[tuple[str, str, Likeness], ...]:
        """Documents that stand in a much longer one, which is no copy of them: part, whole, how much of each."""
        loose = ((a, b, s) for (a, b), s in self._near.items() if not s.joins)
        ordered = ((a, b, s) if s.kind == "part" else (b, a, Likeness(s.other, s.one)) for a, b, s in loose)
        return tuple(sorted((x, y, s) for a, b, s in ordered for x in self._of_wording[a] for y in self._of_wording[b]))

    def _links(self) -> list[tuple[Key, Key]]:
        """What joins. Documents of the same words are linked with the wording, so that one can be parted from all."""
        links: list[tuple[Key, Key]] = [
            ((one,), _wording(number)) for number, some in self._of_wording.items() for one in some if len(some) > 1
        ]
        links += [(self._key(a), self._key(b)) for (a, b), share in self._near.items() if share.joins]
        return links + [((a,), (b,)) for a, b in self._versions]

    def _key(self, wording: int) -> Key:
        some = self._of_wording[wording]
        return _wording(wording) if len(some) > 1 else (some[0],)

    def _first(self, key: Key) -> tuple[bool, str, str]:
        return self._order(key[0])

    def _order(self, document: str) -> tuple[bool, str, str]:
        return order(self.rows[document].known, document)

    def _group(self, members: Sequence[str]) -> CopyGroup:
        credits = [c for one in members for c in self.credits.get(one, ()) if c.whole]
        counts = Counter(wire for one in members if (wire := self.wire_of(one)) is not None)
        wire = min(counts, key=lambda w: (-counts[w], w), default=None)
        origin, reason = self._origin(members, wire)
        others = [self._copy(one, origin) for one in members if one != origin]
        told = next((c for c in credits if c.wire == wire), None)
        return CopyGroup(origin, reason, wire, told, (self._copy(origin, origin), *others))

    def _origin(self, members: Sequence[str], wire: str | None) -> tuple[str, str]:
        own = [one for one in members if wire is not None and wire_named(self.rows[one].outlet) == wire]
        if own and len(own) < len(members):
            return own[0], "wire"
        first = [one for one in members if self.rows[one].known == self.rows[members[0]].known]
        if len(first) == 1:
            return first[0], "first"
        received = {one: self.rows[one].retrieved for one in first}
        wordings = {self.rows[one].wording: one for one in first}
        for reason, rank in (
            ("received", lambda one: received[one] or "" if all(received.values()) else ""),
            ("fullest", lambda one: self._wholes(one, wordings)),
        ):
            best = _least(first, rank)
            if len(best) == 1:
                return best[0], reason
        return first[0], "id"

    def _copy(self, document: str, origin: str) -> Copy:
        row = self.rows[document]
        share = self._likeness(document, origin)
        if document == origin:
            kind = "origin"
        elif row.wording == self.rows[origin].wording:
            kind = "exact"
        elif (document, origin) in self._versions or (origin, document) in self._versions:
            kind = "version"
        else:
            kind = share.kind if share is not None else "linked"
        shares = tuple(s / 1000 for s in share) if share is not None else (None, None)
        return Copy(document, row.known, row.outlet, kind, *shares)

    def _wholes(self, document: str, wordings: Mapping[int, str]) -> int:
        """Of how many of these texts, each with a document that has it, a document is a part."""
        return sum(self._is_part(document, other) for other in wordings.values())

    def _is_part(self, one: str, other: str) -> bool:
        share = self._likeness(one, other)
        return share is not None and share.one >= share.other + FULLER

    def _likeness(self, one: str, other: str) -> Likeness | None:
        a, b = self.rows[one].wording, self.rows[other].wording
        if a == b:
            return EXACT
        there = self._near.get((a, b)) or self._versions.get((one, other))
        back = self._near.get((b, a)) or self._versions.get((other, one))
        return there or (Likeness(back.other, back.one) if back is not None else None)


def _wording(number: int) -> Key:
    """What stands between documents of the same words."""
    return (f"#{number}",)


def _least(some: Sequence[str], rank: Callable[[str], Any]) -> list[str]:
    least = min(map(rank, some))
    return [one for one in some if rank(one) == least]


def originals_of(groups: Iterable[CopyGroup]) -> Mapping[str, CopyGroup]:
    """Each document that has copies with its group."""
    return {copy.document: found for found in groups for copy in found.members}
