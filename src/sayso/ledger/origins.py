"""Count the independent origins of statements: on how many words, come by how many ways, a thing rests.

Enters: statements that say one thing, with the documents they stand in. Leaves: their origins. An origin is a speaker
with the first relay: whom the speaker told, else the wire that the document credits, else the outlet of its copy
group's origin. Copies of one text hand on one origin whatever they name as relay, and so does a long page with the
words of a report that stands in it; documents, outlets and copies count for nothing beyond it. Where nobody speaks,
the relay itself is the origin.

Not told: that two speakers have it from one another, or that two relays heard one press conference.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from sayso.ledger.copies import group
from sayso.ledger.credits import wire_named
from sayso.ledger.days import order
from sayso.ledger.folding import Key, fold
from sayso.ledger.views import DocumentView, StatementView


class Origin(msgspec.Struct, frozen=True):
    """Statements that come from one speaker by one first relay, by (known, document, id)."""

    speaker: str | None
    relay: str
    statements: tuple[str, ...]


def independent_origins(
    statements: Iterable[StatementView],
    documents: Mapping[str, DocumentView],
    parts: Iterable[tuple[str, str]] = (),
) -> tuple[Origin, ...]:
    """The origins of these statements, by the first statement of each. `documents` holds those they stand in, and the
    origins of their copy groups; `parts` are documents with a longer one that they stand in.
    """
    stands_in: dict[str, list[str]] = defaultdict(list)
    for part, whole in parts:
        stands_in[whole].append(part)
    said = sorted(statements, key=lambda s: (order(s.known, s.document), s.id))
    links: list[tuple[Key, Key]] = []
    for number, one in enumerate(said):
        speaker = " ".join(fold(one.speaker)) if one.speaker is not None else ""
        relay = " ".join(fold(relay_of(one, documents)))
        links.append((_own(number), ("relay", speaker, relay)))
        links.append((_own(number), ("text", speaker, documents[one.document].copy_group)))
        words = " ".join(fold(one.words))
        links += [(_own(number), ("part", speaker, d, words)) for d in (one.document, *stands_in[one.document])]
    tops = group(links)
    members: dict[Key, list[StatementView]] = defaultdict(list)
    for number, one in enumerate(said):
        members[tops[_own(number)]].append(one)
    return tuple(
        Origin(some[0].speaker, relay_of(some[0], documents), tuple(s.id for s in some)) for some in members.values()
    )


def relay_of(statement: StatementView, documents: Mapping[str, DocumentView]) -> str:
    """Whom the speaker told, as far as the document says: a wire by its one name, else an outlet or a document."""
    view = documents[statement.document]
    first = statement.via[0] if statement.via else view.wire
    if first is None:
        source = documents.get(view.copy_group, view).document
        first = source.outlet or source.name
    return wire_named(first) or first


def _own(number: int) -> Key:
    return ("statement", str(number))
