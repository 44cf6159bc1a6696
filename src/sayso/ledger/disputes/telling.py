"""Make views of disputes.

Enters: disputes, what may have ended them, and where texts come from. Leaves: views, with the independent origins of
each side.
"""

from collections.abc import Iterable, Mapping, Sequence

from sayso.ledger.copies import origins
from sayso.ledger.days import order
from sayso.ledger.disputes.endings import Endings
from sayso.ledger.disputes.gathering import Dispute
from sayso.ledger.disputes.told import Told
from sayso.ledger.disputes.views import DisputeRecord, DisputeSide, DisputeView
from sayso.model import content_id

Texts = Mapping[str, origins.Told]
Parts = Mapping[str, Sequence[str]]


def tell_disputes(found: Iterable[Dispute], endings: Endings, texts: Texts, parts: Parts) -> tuple[DisputeView, ...]:
    """Views, by their last day, then their first, then id."""
    views = (_tell(one, endings, texts, parts) for one in found)
    return tuple(sorted(views, key=lambda v: (*order(v.last, ""), *order(v.first, v.id))))


def _tell(dispute: Dispute, endings: Endings, texts: Texts, parts: Parts) -> DisputeView:
    first = dispute.first
    sides = tuple(
        DisputeSide(name, role, tuple(map(record_of, told)), _origins(told, texts, parts))
        for (role, name), told in dispute.sides().items()
    )
    days = [record.known for side in sides for record in side.records]
    stands, ended = endings.of(dispute)
    return DisputeView(
        id=content_id("x", dispute.kind, *sorted((first.one.id, first.other.id))),
        kind=dispute.kind,
        about=first.about or " ".join(first.one.words.split()),
        first=min(days),
        last=max(days),
        sides=sides,
        stands=stands,
        ended=record_of(ended) if ended is not None else None,
    )


def _origins(told: Iterable[Told], texts: Texts, parts: Parts) -> tuple[origins.Origin, ...]:
    """The independent origins of records."""
    said = [origins.Said(t.id, t.known, t.document, t.speaker, t.via, t.words) for t in told]
    return origins.independent_origins(said, texts, parts)


def record_of(told: Told) -> DisputeRecord:
    """A record as the view has it."""
    return DisputeRecord(told.id, told.document, told.known, told.span, told.words, told.speaker, told.via)
