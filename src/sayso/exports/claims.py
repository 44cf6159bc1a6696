"""Write what is disputed as claims of schema.org, one a line.

Enters: disputes. Leaves: JSON-LD: a `Claim` for each side of a dispute, with every article in which it appears, and the
words there as a `Quotation` of whose word it is, with their start and end in the document's text (`oa:start` and
`oa:end` of Web Annotations; code points from zero, the end excluded). The sides of one dispute are parts of one thing.
Refuses: to rate. A `ClaimReview` has a rating, which is a fact-checker's to give; these can be its `itemReviewed`.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.exports.material import Material, outlet_of
from sayso.ledger.disputes.views import DisputeRecord, DisputeSide, DisputeView

CONTEXT = ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#"}]


def claims(material: Material) -> Iterator[str]:
    """A line a side."""
    for view in material.disputes:
        for number, side in enumerate(view.sides, start=1):
            yield msgspec.json.encode(_claim(view, side, number, material)).decode() + "\n"


def _claim(view: DisputeView, side: DisputeSide, number: int, material: Material) -> dict[str, Any]:
    found = [_appearance(record, material) for record in side.records]
    return {
        "@context": CONTEXT,
        "@id": f"urn:sayso:{view.id}:{number}",
        "@type": "Claim",
        "text": " ".join(side.records[0].words.split()),
        "author": {"name": side.name},
        "keywords": side.role,
        "isPartOf": {"@id": f"urn:sayso:{view.id}", "name": view.about, "keywords": [view.kind, view.stands]},
        "firstAppearance": found[0],
        "appearance": found,
    }


def _appearance(record: DisputeRecord, material: Material) -> dict[str, Any]:
    view = material.documents[record.document]
    said = {
        "@id": f"urn:sayso:{record.id}",
        "@type": "Quotation",
        "text": record.words,
        "oa:start": record.span.start,
        "oa:end": record.span.end,
    }
    speakers = [{"name": name} for name in (record.speaker, *record.via) if name]
    return {
        "@id": view.document.url or f"urn:sayso:{record.document}",
        "@type": "Article",
        "identifier": record.document,
        "headline": view.document.title,
        "publisher": {"name": outlet_of(view)},
        "datePublished": view.document.published or record.known or None,
        "hasPart": {**said, "creator": speakers} if speakers else said,
    }
