"""Count the independent origins of what is said: on how many words, come by how many ways, a thing rests.

Enters: statements or figures that say one thing, with where the texts of their documents come from. Leaves: their
origins. An origin is a speaker with the first relay: whom the speaker told, else the wire that the document credits,
else the outlet of its copy group's origin. Copies of one text hand on one origin whatever they name as relay, and so
does a long page with the words of a report that stands in it; documents, outlets and copies count for nothing beyond
it. Where nobody speaks, the relay itself is the origin.

Not told: that two speakers have it from one another, or that two relays heard one press conference.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from sayso.ledger.copies.comparing import group
from sayso.ledger.copies.credits import wire_named
from sayso.ledger.copies.groups import Copies, originals_of
from sayso.ledger.days import order
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.views import StatementView

NO_PARTS: Mapping[str, Sequence[str]] = MappingProxyType({})


class Told(NamedTuple):
    """Where a document's text comes from: its own outlet, the id of the document that it is a copy of (or its own),
    and who relays it: the wire that it credits, else the outlet of that document, else that document.
    """

    outlet: str
    text: str
    relay: str


class Said(NamedTuple):
    """A statement or a figure, as far as its origin goes."""

    id: str
    known: str
    document: str
    speaker: str | None
    via: tuple[str, ...]
    words: str


class Origin(msgspec.Struct, frozen=True):
    """Statements that come from one speaker by one first relay, by (known, document, id)."""

    speaker: str | None
    relay: str
    statements: tuple[str, ...]


def tell_texts(copies: Copies) -> dict[str, Told]:
    """Where the texts of documents come from, by document."""
    groups, told = originals_of(copies.groups()), {}
    for one, row in copies.rows.items():
        group_of = groups.get(one)
        text = group_of.origin if group_of is not None else one
        wire = group_of.wire if group_of is not None else copies.wire_of(one)
        told[one] = Told(row.outlet, text, wire or copies.rows[text].outlet or text)
    return told


def parts_within(copies: Copies) -> Mapping[str, Sequence[str]]:
    """By document the documents that stand in it, which is much longer and no copy of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for part, whole, _ in copies.parts():
        found[whole].append(part)
    return found


def said_by(view: StatementView) -> Said:
    """A statement, as far as its origin goes."""
    return Said(view.id, view.known, view.document, view.speaker, view.via, view.words)


def independent_origins(
    said: Iterable[Said], told: Mapping[str, Told], parts: Mapping[str, Sequence[str]] = NO_PARTS
) -> tuple[Origin, ...]:
    """The origins of these, by the first of each. `told` is of the documents they stand in; `parts` are documents by
    the longer one that they stand in.
    """
    ordered = sorted(said, key=lambda s: (order(s.known, s.document), s.id))
    if len(ordered) == 1:
        return (_origin(ordered, told),)
    links: list[tuple[Key, Key]] = []
    for number, one in enumerate(ordered):
        speaker = " ".join(fold(one.speaker)) if one.speaker is not None else ""
        relay = " ".join(fold(relay_of(one.document, one.via, told)))
        links.append((_own(number), ("relay", speaker, relay)))
        links.append((_own(number), ("text", speaker, told[one.document].text)))
        words = " ".join(fold(one.words))
        links += [(_own(number), ("part", speaker, d, words)) for d in (one.document, *parts.get(one.document, ()))]
    tops = group(links)
    members: dict[Key, list[Said]] = defaultdict(list)
    for number, one in enumerate(ordered):
        members[tops[_own(number)]].append(one)
    return tuple(_origin(some, told) for some in members.values())


def _origin(some: Sequence[Said], told: Mapping[str, Told]) -> Origin:
    return Origin(some[0].speaker, relay_of(some[0].document, some[0].via, told), tuple(s.id for s in some))


def relay_of(document: str, via: tuple[str, ...], told: Mapping[str, Told]) -> str:
    """Whom the speaker told, as far as the document says: a wire by its one name, else an outlet or a document."""
    first = via[0] if via else told[document].relay
    return wire_named(first) or first


def _own(number: int) -> Key:
    return ("statement", str(number))
