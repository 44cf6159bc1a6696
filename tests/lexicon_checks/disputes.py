"""What a word of disputes gives: the kinds of the words in its example, in order."""

from sayso.ledger.disputes.words import kinds_in


def gives(entry, analysis) -> str:
    return " ".join(kinds_in(entry.example))
