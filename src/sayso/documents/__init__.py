"""What was received made into documents: text, language, furniture, sentences, and the day of each."""

from sayso.documents.day import DocumentDay, find_day
from sayso.documents.furniture import mark_furniture
from sayso.documents.intake import make_document
from sayso.documents.sentences import split_sentences, without_furniture

__all__ = ["DocumentDay", "find_day", "make_document", "mark_furniture", "split_sentences", "without_furniture"]
