"""Write exports to a file or to standard output.

Enters: a ledger at one moment, and what is asked for. Leaves: bytes, a piece at a time. A file has its name once it is
whole; one of that name gives way to it.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.cli.writing import writing_to
from sayso.exports.material import Material
from sayso.exports.registry import EXPORTS
from sayso.ledger import Ledger
from sayso.ledger.names.whereabouts import places_meant


def export_record(ledger: Ledger, to: Path | None, as_of: str | None) -> None:
    """Everything that the ledger was told by `as_of`."""
    _write(ledger.transcript(as_of), to)


def export_noun(ledger: Ledger, which: tuple[str, str], to: Path | None, **asked: Any) -> None:
    """Views of a noun, in a form of it. `asked` is what its view takes."""
    noun, as_of = which[0], asked["as_of"]
    views = getattr(ledger, noun)(**asked)
    material = Material(
        documents={view.document.id: view for view in ledger.documents(as_of)},
        places=places_meant(ledger.places(as_of)),
        **{noun: views},
    )
    _write((piece.encode("utf-8", "replace") for piece in EXPORTS[which].write(material)), to)


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
