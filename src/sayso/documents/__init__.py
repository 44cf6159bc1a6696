"""What was received made into documents: text, language, furniture, sentences, and the day of each."""

from sayso.documents.day import DocumentDay, find_day
from sayso.documents.day_zero import DayZero, propose_day_zero
from sayso.documents.furniture import mark_furniture
from sayso.documents.intake import make_document
from sayso.documents.sentences import split_sentences, without_furniture

__all__ = [
    "DayZero", "DocumentDay", "find_day", "make_document", "mark_furniture", "propose_day_zero", "split_sentences",
    "without_furniture",
]  # fmt: skip
