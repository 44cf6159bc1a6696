"""The clues of the example, with " | " between."""

from sayso.documents.day_clues import find_clues


def gives(entry, analysis):
    made = analysis(entry.example)
    clues = [str(c) for c in find_clues(made.text, made.language)]
    return " | ".join(c for c in clues if not c.startswith("near"))
