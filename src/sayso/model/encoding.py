"""The one serialisation: JSON, with every noun under the names of its fields and spans as `[start, end]`.

Enters: nouns. Leaves: bytes, or nouns again, validated. A *wire reading* is a reading as `sayso read --format jsonl`
prints it: `document` is the name that the input goes by, and `document_id` the content hash.
"""

import inspect
from typing import Any, TypeVar

import msgspec

from sayso.model.document import Document
from sayso.model.reading import Reading

_T = TypeVar("_T")
_ENCODER = msgspec.json.Encoder()


def encode(noun: msgspec.Struct) -> bytes:
    """One line of UTF-8 JSON without a line break."""
    return _ENCODER.encode(noun)


def decode(data: bytes | str, kind: type[_T]) -> _T:
    """The noun of type `kind` in `data`. Raises `msgspec.ValidationError` where it is none."""
    return msgspec.json.decode(data, type=kind)


def encode_wire(reading: Reading, document: Document) -> bytes:
    """One line of the format of readings, keyed by the input's name."""
    row: dict[str, Any] = msgspec.to_builtins(reading)
    row["document_id"] = row.pop("document")
    return _ENCODER.encode({"document": document.name, **row})


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of documents and readings."""
    (_, _), definitions = msgspec.json.schema_components((Document, Reading), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sayso",
        "anyOf": [{"$ref": "#/$defs/Document"}, {"$ref": "#/$defs/Reading"}],
        "$defs": _plain(definitions),
    }


def _plain(node: Any) -> Any:
    """The node as JSON has it, with docstrings as every version of Python tells them."""
    if isinstance(node, dict):
        return {
            k: inspect.cleandoc(v) if k == "description" and isinstance(v, str) else _plain(v) for k, v in node.items()
        }
    return [_plain(v) for v in node] if isinstance(node, list | tuple) else node
