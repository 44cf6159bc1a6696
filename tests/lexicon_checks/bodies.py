"""What all ways to write the name of an example have in common."""

from sayso.ledger.names.folding import fold
from sayso.ledger.names.wordings import wording_of


def gives(entry, analysis):
    wording = wording_of(fold(entry.example))
    return f"{wording.country or '-'} | {' '.join(wording.words)}"
