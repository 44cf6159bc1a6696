"""Tell who acts: everybody whom documents name, under one name, with offices and the side they are on.

Enters: mentions of actors, how often each name is given the word, the names chosen, and what people judged. Leaves:
views of actors. A side is proposed where nearly all documents that give one agree, and is a person's where they say
so. Refuses: unnamed sources, who are different people in different documents; descriptions ("the ministry"); and a side
where there are two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sayso.ledger.days import order
from sayso.ledger.names.folding import fold
from sayso.ledger.names.knowing import describes
from sayso.ledger.names.merges import OtherName, explain_names
from sayso.ledger.names.offices import Office, Offices
from sayso.ledger.names.sides import Sides
from sayso.ledger.names.views import ActorView, OfficeView
from sayso.ledger.telling import Names, tell_judged_name
from sayso.ledger.views import CopyGroup
from sayso.model import Span

NEARLY_ALL = 0.9
"""Share of the texts that give somebody a side from which that is proposed, as for last names (`name_links`)."""
OUTLET = "outlet"
NAMELESS = ("unnamed", "collective", "unknown")
FEWEST = 2
"""Texts that have to give a person's side: a slip of one reader is none."""


class Mention(NamedTuple):
    """That a document names somebody. `text` stands for the document and its copies; `office` is given beside it."""

    kind: str
    document: str
    text: str
    known: str
    office: Office | None = None


def read_mentions(
    naming: Iterable[Any],
    speaking: Iterable[Any],
    texts: Mapping[str, str],
    groups: Mapping[str, CopyGroup],
    sides: Sides,
) -> tuple[Mapping[str, Sequence[Mention]], Mapping[str, int]]:
    """Mentions by name, and how many statements each is given. The rows are those of `sayso.ledger.asking`; `texts` has
    the documents in which persons are named, by id.
    """
    found: dict[str, list[Mention]] = defaultdict(list)
    said = Counter[str]()
    named: set[tuple[str, str]] = set()
    offices, origins = Offices(sides), {id: group.origin for id, group in groups.items()}
    for name, kind, start, end, id, known in naming:
        office = offices.of(texts[id], Span(start, end)) if kind == "person" else None
        found[name].append(Mention(kind, id, origins.get(id, id), known, office))
        named.add((name, id))
    for name, kind, id, known, times in speaking:
        said[name] += times
        if (name, id) not in named:
            found[name].append(Mention(kind, id, origins.get(id, id), known))
    return found, said


class _Actor:
    """What is gathered of one actor. `uses` has how often each name is used."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.uses: dict[str, int] = {}
        self.statements = 0


def tell_actors(
    mentions: Mapping[str, Sequence[Mention]], said: Mapping[str, int], names: Names, sides: Sides
) -> tuple[ActorView, ...]:
    """Views, those that most texts name first. `said` has how many statements each name is given."""
    found: dict[str, _Actor] = defaultdict(_Actor)
    for name, some in mentions.items():
        if not describes(name):
            actor = found[names.actors.of(name)]
            actor.mentions += some
            actor.uses[name] = len(some)
    for name, times in said.items():
        if (actor_said := found.get(names.actors.of(name))) is not None:
            actor_said.statements += times
    others = explain_names(names.actors, {name: actor.uses for name, actor in found.items()})
    views = (_tell(name, actor, others[name], names, sides) for name, actor in found.items())
    return tuple(sorted(views, key=lambda view: (-view.texts, -view.statements, view.name)))


def _tell(name: str, actor: _Actor, others: tuple[OtherName, ...], names: Names, sides: Sides) -> ActorView:
    kinds = Counter(m.kind for m in actor.mentions)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    days = [m.known for m in actor.mentions if m.known]
    of, by = _side(name, kind, actor, names, sides)
    return ActorView(
        name=name,
        kind=kind,
        names=others,
        documents=len({m.document for m in actor.mentions}),
        texts=len({m.text for m in actor.mentions}),
        statements=actor.statements,
        first=min(days, default=""),
        last=max(days, default=""),
        of=None if of == OUTLET else of,
        side=_standing(of, sides),
        side_by=by,
        offices=_offices(actor.mentions) if kind == "person" else (),
        **tell_judged_name(names.weighed, "actor", name),
    )


def _standing(of: str | None, sides: Sides) -> str | None:
    """What a side is in the situation; nothing where that does not say who faces whom."""
    if of is None or of == OUTLET:
        return of
    return ("party" if sides.is_party(of) else "third party") if sides.known else None


def _side(name: str, kind: str, actor: _Actor, names: Names, sides: Sides) -> tuple[str | None, str | None]:
    """Whose side somebody is on, and who says so."""
    judged = {names.weighed.sides[key] for one in actor.uses if (key := fold(one)) in names.weighed.sides}
    if len(judged) == 1:
        told = judged.pop()
        return (sides.asked_for(told) or told) if told else None, "judgement"
    if kind == "outlet":
        return OUTLET, "outlet"
    if (own := sides.named_by(name)) is not None:
        return own, "situation" if sides.is_party(own) else "name"
    if kind != "person":
        begun = sides.begins(name)
        return begun, "name" if begun else None
    texts = {(m.office.side, m.text) for m in actor.mentions if m.office is not None}
    counts = Counter(side for side, _ in texts)
    best = max(counts, key=lambda side: (counts[side], side), default=None)
    if best is None or counts[best] < max(FEWEST, NEARLY_ALL * counts.total()):
        return None, None
    return best, "office"


def _offices(mentions: Iterable[Mention]) -> tuple[OfficeView, ...]:
    """The offices that at least `FEWEST` texts give, by the day they were first known."""
    given: dict[tuple[str, str], list[tuple[Mention, Span]]] = defaultdict(list)
    for mention in mentions:
        if mention.office is not None:
            given[mention.office.side, mention.office.title].append((mention, mention.office.span))
    views = (_office(side, title, some) for (side, title), some in given.items())
    return tuple(sorted((v for v in views if v.texts >= FEWEST), key=lambda v: (v.first, v.side, v.title)))


def _office(side: str, title: str, given: Sequence[tuple[Mention, Span]]) -> OfficeView:
    days = [m.known for m, _ in given if m.known]
    first, span = min(given, key=lambda one: (*order(one[0].known, one[0].document), one[1]))
    texts = {m.text for m, _ in given}
    return OfficeView(side, title, len(texts), min(days, default=""), max(days, default=""), (first.document, span))
