"""Find the day of a document: given, else from its page, else inferred from what the text gives away."""

import msgspec

from sayso.languages import Language
from sayso.model import DayBasis, Document, Problem, Situation, Span


class DocumentDay(msgspec.Struct, frozen=True):
    """An ISO 8601 day, how it is known and the words it rests on; no value where no single candidate is left."""

    value: str | None = None
    basis: DayBasis = "unknown"
    evidence: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_day(document: Document, situation: Situation, language: Language) -> DocumentDay:
    """The day of `document`, with its basis and evidence."""
    if document.published:
        return DocumentDay(document.published[:10], document.published_basis, problems=document.problems)
    return DocumentDay(problems=document.problems)
