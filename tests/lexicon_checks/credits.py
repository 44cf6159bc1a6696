"""What a word of credit gives: the wire, whether the text is its own, and the words that say so."""

from sayso.ledger.copies.credits import find_credits
from sayso.model import Document


def gives(entry, analysis) -> str:
    document = Document("d", "test", entry.example)
    found = find_credits(document)
    if not found:
        return "nothing"
    first = found[0]
    return f"{first.wire} | {'text' if first.whole else 'helped'} | {first.span.words(document.text)}"
