"""Write statements as Web Annotations (W3C Recommendation, 23 February 2017), one a line.

Enters: statements. Leaves: JSON-LD. The target is the document's address, or its id as a URN where it has none, with
the words as a `TextQuoteSelector` and their place in the document's text as a `TextPositionSelector`: code points from
zero, the end excluded, as in a `Span`. Who said it, through whom and how are its bodies.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.exports.material import Material, outlet_of
from sayso.ledger.views import DocumentView, StatementView
from sayso.model import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of prefix and suffix, by which the words are found in a page whose offsets are others."""


def annotations(material: Material) -> Iterator[str]:
    """A line an annotation."""
    for view in material.statements:
        row = _annotation(view, material.documents[view.document])
        yield msgspec.json.encode(row).decode() + "\n"


def _annotation(view: StatementView, document: DocumentView) -> dict[str, Any]:
    said = view.statement
    bodies = [("identifying", view.speaker), *(("linking", relay) for relay in view.via), ("classifying", said.act)]
    bodies += [("describing", words) for words in (said.hedge, said.caveat) if words]
    return {
        "@context": CONTEXT,
        "id": f"urn:sayso:{view.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [{"type": "TextualBody", "purpose": why, "value": value} for why, value in bodies if value],
        "target": _target(view, document),
    }


def _target(view: StatementView, document: DocumentView) -> dict[str, Any]:
    source = {
        "id": document.document.url or f"urn:sayso:{view.document}",
        "type": "Text",
        "format": "text/plain",
        "schema:identifier": view.document,
        "schema:headline": document.document.title,
        "schema:publisher": outlet_of(document),
    }
    return {"type": "SpecificResource", "source": source, "selector": selectors(view.statement.content, document)}


def selectors(span: Span, document: DocumentView) -> list[dict[str, Any]]:
    """The two selectors of the words at `span`."""
    text = document.document.text
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.words(text),
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
