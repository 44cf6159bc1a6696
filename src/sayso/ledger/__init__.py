"""Ledger: one record out of many documents and readings, kept in one file.

Enters: documents with their readings, in any order, as often as one likes. Leaves: views of the record as known at
any moment. It is a pure function of what was added: rebuild it, and it is the same.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger

__all__ = ["Ledger"]


def __getattr__(name: str) -> object:
    """`Ledger`, brought in when it is asked for: SQLAlchemy takes longer to import than `--help` may."""
    if name == "Ledger":
        from sayso.ledger.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
