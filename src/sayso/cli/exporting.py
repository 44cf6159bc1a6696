"""Write exports to a file or to standard output.

Enters: a ledger at one moment, and what is asked for. Leaves: bytes, a piece at a time. A file has its name once it is
whole; one of that name gives way to it.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from sayso.cli.writing import writing_to
from sayso.exports.material import Material
from sayso.exports.registry import EXPORTS
from sayso.ledger import Ledger
from sayso.ledger.names.folding import fold
from sayso.ledger.names.whereabouts import places_meant


def export_record(ledger: Ledger, to: Path | None, as_of: str | None) -> None:
    """Everything that the ledger was told by `as_of`."""
    _write(ledger.transcript(as_of), to)


def export_noun(ledger: Ledger, which: tuple[str, str], to: Path | None, **asked: Any) -> None:
    """Views of a noun, in a form of it. `asked` is what its view takes."""
    with ledger.moment():
        material = material_of(ledger, which[0], **asked)
    _write((piece.encode("utf-8", "replace") for piece in EXPORTS[which].write(material)), to)


def material_of(ledger: Ledger, noun: str, **asked: Any) -> Material:
    """What an export of a noun is made from."""
    as_of = asked.get("as_of")
    views = getattr(ledger, noun)(**asked)
    material = Material(
        documents={view.document.id: view for view in ledger.documents(as_of)},
        places=places_meant(ledger.places(as_of)),
        **{noun: views},
    )
    if noun != "incidents":
        return material
    counted = {id for view in views for toll in view.tolls for id in toll.figures}
    figure = {view.id: view for view in ledger.figures(as_of) if view.id in counted}
    towns = [view for view in material.places.values() if view.kind != "country"]
    named = {fold(name) for view in towns for name in (view.name, *(other.name for other in view.names))}
    return msgspec.structs.replace(material, figure=figure, actors=ledger.names("actor", as_of), towns=named)


def _write(pieces: Iterable[bytes], to: Path | None) -> None:
    if to is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        return
    partial = to.with_name(f".{to.name}.partial")
    with writing_to(to):
        try:
            with partial.open("wb") as file:
                file.writelines(pieces)
            partial.replace(to)
        finally:
            partial.unlink(missing_ok=True)
