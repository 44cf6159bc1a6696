"""Find the dateline that a report opens with: place, day and agency, which are no part of what it says.

Enters: a sentence of a text. Leaves: the sentence without "KYIV, March 7 (Agency) —", "Minsk, Feb 28 (Agency)",
"[Photo/Agency]". A dash alone closes a dateline only behind words that all begin with a capital, and before one that
does: "The war — quieter last night —" is none.
"""

import re

from sayso.model import Span

_DATELINE = re.compile(
    r"\s*(?:\[[^\]\n]{1,40}\]\s*)?"  # [Photo/Agency]
    r"(?:(?:[A-Z\d][\w.'’´-]*[,/]?\s+){1,7}"  # KYIV, March 7
    r"(?:\([^()\n]{2,40}\)\s*(?:(?:-{1,2}|[–—])\s*)?|(?:--|[–—])\s+)"  # (Agency) — or a bare dash
    r")(?=[“\"‘]?[A-Z])"
)


def after_dateline(sentence: Span, text: str) -> Span:
    """What `sentence` says; the whole of it where it opens with no dateline, or is nothing else."""
    found = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(found.end(), sentence.end) if found is not None and found.end() < sentence.end else sentence
