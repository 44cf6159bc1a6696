"""The sentences of the example, with " | " between."""

from sayso.documents.sentences import split_sentences


def gives(entry, analysis):
    made = analysis(entry.example)
    return " | ".join(s.words(made.text) for s in split_sentences(made.text, made.language))
