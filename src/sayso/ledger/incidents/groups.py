"""Gather linked happenings into incidents, as people have judged them.

Enters: views of events, the links between what they tell, and what people call the same and not the same. Leaves:
incidents, each with its events and with the evidence that holds it together. An incident holds at least one event that
is not a denial. An event that tells of no happening by itself is in one where people say that it is one with another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.ledger.days import order
from sayso.ledger.incidents.finding import Link
from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.names.folding import Key
from sayso.ledger.views import EventView

_RANK = {"judged": 0, "copy": 1, "sentence": 2, "words": 3, "lasts": 4}


class Gathered(msgspec.Struct, frozen=True):
    """Events that are one happening, by (day known, document, place in it); why each of them is one with another."""

    events: tuple[EventView, ...]
    links: Mapping[str, Link]


def gather(
    events: Sequence[EventView], happenings: Iterable[Happening], links: Iterable[Link], verdicts: Verdicts[Key]
) -> list[Gathered]:
    """The incidents, each by the first of its events. `events` come in the order of views."""
    views = {view.id: view for view in events}
    same = [pair for pair in verdicts.same if pair[0][0] in views and pair[1][0] in views]
    apart = [sorted(p, key=lambda k: _order(views[k[0]])) for p in verdicts.apart if {p[0][0], p[1][0]} <= views.keys()]
    found = [*links, *(Link(a[0], b[0], "judged", 0.0) for a, b in same)]
    alone = [((one.id,), (one.id,)) for one in happenings]
    pairs: list[tuple[Key, Key]] = [*alone, *(((link.one,), (link.other,)) for link in found)]
    groups = settle(pairs, Verdicts(tuple(same), tuple((a, b) for a, b in apart)), earlier_keeps=True)
    members: dict[Key, list[EventView]] = defaultdict(list)
    for view in events:
        if (view.id,) in groups:
            members[groups[view.id,]].append(view)
    why = _reasons(found, groups)
    return [
        Gathered(tuple(some), {view.id: why[view.id] for view in some if view.id in why})
        for some in members.values()
        if any(view.event.status != "denied" for view in some)
    ]


def _reasons(links: Iterable[Link], groups: Mapping[Key, Key]) -> dict[str, Link]:
    """The closest link of each event within its group."""
    best: dict[str, Link] = {}
    for link in links:
        if groups.get((link.one,)) == groups.get((link.other,)):
            for one, other in ((link.one, link.other), (link.other, link.one)):
                mine = Link(one, other, link.because, link.weight)
                if one not in best or _rank(mine) < _rank(best[one]):
                    best[one] = mine
    return best


def _rank(link: Link) -> tuple[int, float, str]:
    return _RANK[link.because], -link.weight, link.other


def _order(view: EventView) -> tuple[bool, str, str]:
    return order(view.known, view.id)
