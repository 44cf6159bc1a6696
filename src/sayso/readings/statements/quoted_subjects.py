"""Find who speaks where the parse has taken the subject out of what is quoted.

Enters: a cue and the text's quotations. Leaves: the cue as it is, or with the noun beside it for its subject: nobody
within a quotation is who is quoted ("“Courage,” wrote a teacher"). Where no noun stands beside the
cue, it is left as it is, and nobody is known to speak.
"""

from dataclasses import replace

from spacy.tokens import Token

from sayso.readings.statements.contents import QuotationIndex
from sayso.readings.statements.cues import Cue
from sayso.readings.statements.misreadings import FINITE
from sayso.readings.statements.phrases import NAME_TAGS
from sayso.readings.statements.quotations import Quotation

_NOUNS = NAME_TAGS | {"NN", "NNS", "PRP"}
_BETWEEN = frozenset({"RB", "MD"})
_ENDS = frozenset({",", ".", "!", "?", "..."})
_INNER = frozenset({"compound", "det", "amod", "poss", "nmod"})
_LONGEST = 12
_LONGEST_PHRASE = 30


def outside_quotations(cue: Cue, quotations: QuotationIndex) -> Cue:
    """`cue` with a subject that does not stand in a quotation which the cue is outside of."""
    quotation = quotation_of_subject(cue, quotations)
    if quotation is None:
        return cue
    found = _between(cue, quotation) or _right_before(cue, quotations) or _right_after(cue, quotations)
    return replace(cue, subject=found, written=None, inverted=found.i > cue.last) if found is not None else cue


def quotation_of_subject(cue: Cue, quotations: QuotationIndex) -> Quotation | None:
    """The quotation that the subject of a verb stands in, where the verb stands outside of it."""
    if cue.kind != "verb" or cue.subject is None or cue.passive or quotations.at(cue.head.idx) is not None:
        return None
    quotation = quotations.at(cue.subject.idx)
    spoken = quotation is not None and quotation.closed and _is_speech(quotation, cue.subject)
    return quotation if spoken else None


def _between(cue: Cue, quotation: Quotation) -> Token | None:
    """The head of the noun phrase that begins right behind the quotation: "“…,” Karl Olsen, the mayor, said"."""
    doc, first = cue.head.doc, cue.first - 1
    while first > max(cue.head.sent.start, cue.first - _LONGEST_PHRASE) and doc[first].idx >= quotation.outer.end:
        if doc[first].tag_ in FINITE:
            return None
        first -= 1
    first += 1
    if first >= cue.first or doc[first - 1].idx >= quotation.outer.end:
        return None
    return _head_of_phrase(doc[first], first, cue.first)


def _is_speech(quotation: Quotation, subject: Token) -> bool:
    """Whether a quotation ends as what is said does ("Courage,"), not as a name in quotation marks."""
    doc, position = subject.doc, subject.i
    while position + 1 < min(len(doc), subject.sent.end) and doc[position + 1].idx < quotation.inner.end:
        position += 1
    return doc[position].text in _ENDS


def _right_before(cue: Cue, quotations: QuotationIndex) -> Token | None:
    """The noun or pronoun that ends right before the cue."""
    doc, position = cue.head.doc, cue.first - 1
    while position > cue.head.sent.start and doc[position].tag_ in _BETWEEN:
        position -= 1
    token = doc[position]
    return token if position >= cue.head.sent.start and _speaks(token, quotations) else None


def _right_after(cue: Cue, quotations: QuotationIndex) -> Token | None:
    """The head of the noun phrase that begins right after the cue."""
    doc, end = cue.head.doc, min(cue.last + 1 + _LONGEST, cue.head.sent.end)
    if cue.last + 1 >= end:
        return None
    token = _head_of_phrase(doc[cue.last + 1], cue.last + 1, end)
    return token if token is not None and quotations.at(token.idx) is None else None


def _head_of_phrase(token: Token, first: int, end: int) -> Token | None:
    """The noun that the words from `token` on hang on, within some tokens."""
    while token.tag_ not in _NOUNS and first <= token.head.i < end and token.head != token:
        token = token.head
    while token.dep_ in _INNER and token.head.tag_ in _NOUNS and first <= token.head.i < end:
        token = token.head
    return token if token.tag_ in _NOUNS else None


def _speaks(token: Token, quotations: QuotationIndex) -> bool:
    return token.tag_ in _NOUNS and quotations.at(token.idx) is None
