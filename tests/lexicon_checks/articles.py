"""What folding leaves of a name."""

from sayso.ledger.names.folding import fold


def gives(entry, analysis):
    return " ".join(fold(entry.example))
