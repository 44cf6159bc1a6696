"""What is marked in the example, with its kind, with " | " between."""

from sayso.documents.furniture import mark_furniture


def gives(entry, analysis):
    made = analysis(entry.example)
    return " | ".join(f"{f.kind}: {f.span.words(made.text)}" for f in mark_furniture(made.text, made.language))
