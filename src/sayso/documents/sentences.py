"""Split a text into sentences, keeping a quotation of several sentences readable."""

import re

from sayso.languages import Language
from sayso.model import Span


def split_sentences(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of `text`, in order, without the white space around them."""
    return tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*?(?:[.!?][\"”’)]*(?=\s)|$)", text, re.M))
