"""Find who said the quotations that no listed cue claims.

Enters: a document's quotations and the statements found so far. Leaves: further statements: a quotation beside a verb
that the lexicon does not list ("…," she thundered) goes to that verb's subject; one after "Ilse Brandt:" to that
person; one that goes on right after a statement, or as the next bullet or paragraph, to the same speaker. Quoted words
of less than four words, or in mid-sentence, are left alone.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from sayso.model import Span, Statement
from sayso.readings.analysis import Analysis
from sayso.readings.statements.contents import QuotationIndex
from sayso.readings.statements.mentions import NOBODY, Speaker
from sayso.readings.statements.quotations import Quotation
from sayso.readings.statements.speakers import Discourse

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_WINDOW = 8
_REACH = 120
_FEWEST = 4
_LONGEST_LABEL = 80
"""Characters from the start of a line to its quotation, with more than any name has."""


def continue_quotations(
    found: list[Statement], index: QuotationIndex, analysis: Analysis, discourse: Discourse
) -> Iterator[Statement]:
    """A statement for each quotation that `found` has none for and that somebody can be found for."""
    claimed = {q.outer for s in found for q in index.touching(s.content)}
    known = sorted(found, key=_end)
    for quotation in index.quotations:
        if quotation.outer in claimed:
            continue
        if not _stands_alone(quotation.inner.words(analysis.text)) or analysis.is_furniture(quotation.outer):
            continue
        statement = _beside_verb(quotation, analysis, discourse) or _after_name(quotation, analysis, discourse)
        if statement is None and (before := _statement_before(known, quotation.outer.start, analysis.text)):
            statement = msgspec.structs.replace(
                before, content=quotation.inner, mode="direct", hedge=None, caveat=None, caveat_span=None
            )
        if statement is not None:
            insort(known, statement, key=_end)
            yield statement


def _stands_alone(words: str) -> bool:
    return len(words.split()) >= _FEWEST and (words[:1].isupper() or words[-1:] in ".,!?")


def _beside_verb(quotation: Quotation, analysis: Analysis, discourse: Discourse) -> Statement | None:
    """The statement of "…," she thundered."""
    after = _token_at(analysis, quotation.outer.end)
    if after is None or not quotation.closed or quotation.inner.words(analysis.text)[-1:] not in ",?!":
        return None
    window = after.doc[after.i : min(after.i + _WINDOW, len(after.doc))]
    for token in window:
        if token.tag_ in _FINITE:
            subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i >= after.i), None)
            between = after.doc[after.i : token.i]
            if subject is None or subject.i >= window.end or any(t.text in ".;:" for t in between):
                return None
            if not quotation.inner.words(analysis.text).endswith(",") and any(c.dep_ == "dobj" for c in token.children):
                return None  # "“Who knows?” The mayor signed the letter."
            speaker = discourse.resolve(subject, token.idx)
            discourse.mention(speaker, token.idx, salient=True, spoke=True)
            return _direct(quotation, speaker, subject, token)
    return None


def _after_name(quotation: Quotation, analysis: Analysis, discourse: Discourse) -> Statement | None:
    """The statement of a line that begins "Ilse Brandt: “…"."""
    text = analysis.text
    line = text.rfind("\n", max(quotation.outer.start - _LONGEST_LABEL, 0), quotation.outer.start) + 1
    if not line and quotation.outer.start > _LONGEST_LABEL:
        return None
    label = text[line : quotation.outer.start].strip()
    actor = discourse.by_name.get(label.removesuffix(":").strip()) if label.endswith(":") else None
    if actor is None or actor.kind != "person":
        return None
    start = line + text[line : quotation.outer.start].find(label)
    span = Span(start, start + len(label) - 1)
    return Statement(quotation.inner, actor.name, "person", span, span, None, mode="direct")


def _direct(quotation: Quotation, speaker: Speaker, subject: Token, verb: Token) -> Statement | None:
    if speaker == NOBODY:
        return None
    left, right = subject.left_edge, subject.right_edge
    return Statement(
        quotation.inner,
        speaker.name,
        speaker.kind,
        Span(left.idx, right.idx + len(right.text)),
        speaker.named,
        Span(verb.idx, verb.idx + len(verb.text)),
        mode="direct",
    )


def _token_at(analysis: Analysis, offset: int) -> Token | None:
    while offset < len(analysis.text) and analysis.text[offset] in " \t\xa0":
        offset += 1
    if offset >= len(analysis.text):
        return None
    span = analysis.tokens.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _statement_before(known: list[Statement], offset: int, text: str) -> Statement | None:
    """The statement whose sentence ends right before `offset`."""
    position = bisect_right(known, offset, key=_end) - 1
    if position < 0 or offset - _end(known[position]) >= _REACH:
        return None
    best = known[position]
    between = text[_end(best) : offset]
    return best if best.speaker is not None and between.count(". ") + between.count(".\n") <= 1 else None


def _end(statement: Statement) -> int:
    spans = (statement.content, statement.cue_span, statement.speaker_span)
    return max(s.end for s in spans if s is not None)
