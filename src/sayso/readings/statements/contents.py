"""Find the content of a cue: the words that are handed to its source, without the cue and the source.

Enters: a cue, its sentence and the text's quotations. Leaves: the span of the content, or nothing. A content beside or
within a quotation takes the whole of it, however many sentences it has; a content that is one quotation goes without
its marks. What stands on both sides of its cue is the longer side, unless both are quoted.
"""

from bisect import bisect_right

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.model import Span
from sayso.readings.statements.cues import Cue
from sayso.readings.statements.frames import chars, find_after_noun, find_framed
from sayso.readings.statements.misreadings import FINITE
from sayso.readings.statements.quotations import Quotation
from sayso.readings.statements.subjects import RELATIVES

QUOTE_MARKS = frozenset({'"', "“", "”", "''", "``", "’", "‘", "'", "«", "»"})
_SEPARATORS = frozenset({",", "—", "–", "--", "-", "?", "!", ":", "..."}) | QUOTE_MARKS
_TRIM_LEFT = " \t\n\r\xa0,;:.!?-–—•*)…"
_TRIM_RIGHT = " \t\n\r\xa0,;:-–—(…"
_CLAUSE_OPENING = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "VBG", "CD", "EX", "JJR"})
_NEAR_COLON = 14
_LONGEST_LEAD = 160


class QuotationIndex:
    """The quotations of a text, to be asked by offset."""

    def __init__(self, quotations: tuple[Quotation, ...]) -> None:
        """`quotations` in order, without overlaps."""
        self.quotations = quotations
        self._starts = [q.outer.start for q in quotations]

    def touching(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that share a character with `span`."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for position in range(first, len(self.quotations)):
            quotation = self.quotations[position]
            if quotation.outer.start >= span.end:
                break
            if quotation.outer.overlaps(span):
                found.append(quotation)
        return tuple(found)

    def at(self, offset: int) -> Quotation | None:
        """The quotation that the character at `offset` stands in."""
        position = bisect_right(self._starts, offset) - 1
        if position >= 0 and offset < self.quotations[position].outer.end:
            return self.quotations[position]
        return None

    def next_from(self, offset: int) -> Quotation | None:
        """The first quotation that opens at or after `offset`."""
        position = bisect_right(self._starts, offset - 1)
        return self.quotations[position] if position < len(self.quotations) else None


def find_content(
    cue: Cue, sentence: TokenSpan, text: str, quotations: QuotationIndex, limit: int | None = None
) -> Span | None:
    """The content of `cue`, or `None`; before `limit`, where the clause of another cue begins after this one."""
    if cue.kind == "hearsay":
        raw = _around_hearsay(cue)
    elif cue.kind == "source":
        raw = _beside_source(cue, sentence)
    elif cue.kind == "noun":
        raw = find_after_noun(cue)
    else:
        raw = _after_verb(cue, sentence, text, quotations)
    if raw is None:
        return None
    if limit is not None and raw.start < limit < raw.end and quotations.at(limit) is None:
        raw = Span(raw.start, limit)
    return settle(raw, text, quotations, cue)


def settle(raw: Span, text: str, quotations: QuotationIndex, cue: Cue | None = None) -> Span | None:
    """`raw` widened to the whole of the quotations it meets, without their outer marks and loose punctuation."""
    span = trim(raw, text)
    if span is None:
        return None
    touching = quotations.touching(span)
    inside = cue is not None and quotations.at(cue.head.idx) is not None
    if touching and not inside:
        start = min(span.start, touching[0].outer.start)
        end = max(span.end, touching[-1].outer.end)
        if len(touching) == 1 and start >= touching[0].outer.start and end <= touching[0].outer.end:
            return touching[0].inner
        return Span(start, end)
    return span


def trim(span: Span, text: str) -> Span | None:
    """`span` without the white space and loose punctuation around it; `None` where nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM_LEFT and not text.startswith("...", start):
        start += 1
    while end > start and text[end - 1] in _TRIM_RIGHT:
        end -= 1
    while end > start and text[end - 1] == "." and not text.endswith((".S", ".N", ".K", ".m"), start, end - 1):
        end -= 1
    return Span(start, end) if end > start else None


def _after_verb(cue: Cue, sentence: TokenSpan, text: str, quotations: QuotationIndex) -> Span | None:
    assert cue.saying is not None
    frames = cue.saying.frames
    right = [c for c in cue.head.children if c.i > cue.last and c != cue.subject]
    if "clause" in frames and (clause := _clause(cue, right)) is not None:
        return clause
    colon = cue.last + 1 < sentence.end and cue.head.doc[cue.last + 1].text == ":"
    acts_on = "object" in frames and any(c.dep_ == "dobj" for c in right)
    aside = "aside" in frames and not cue.passive and not colon and not acts_on
    if aside and (left := _before_aside(cue, sentence, quotations)) is not None:
        return left
    if frames & {"clause", "aside"} and (quoted := _quoted_after(cue, sentence, text, quotations)) is not None:
        return quoted
    if "aside" in frames and not cue.passive and (rest := _after_aside(cue, sentence)) is not None:
        return rest
    if cue.passive and cue.subject is None:
        return None
    for frame in ("object-to", "object-of", "object-as", "object-at", "object-to-np", "to", "object"):
        if frame in frames and (found := find_framed(frame, cue, right)) is not None:
            return found
    if not {"clause", "aside"} <= frames or cue.passive:
        return None
    return _next_paragraph(cue, sentence, text) if _announces(sentence) else _rest(cue, sentence)


def _after_aside(cue: Cue, sentence: TokenSpan) -> Span | None:
    """What follows "The bridge, she said," or "When it rained, she said,"."""
    doc, subject = cue.head.doc, cue.subject
    if subject is None or subject.i > cue.first or cue.written is not None or cue.last + 2 >= sentence.end:
        return None
    start = min(subject.left_edge.i, cue.first)
    if start <= sentence.start or doc[start - 1].text != "," or doc[cue.last + 1].text != ",":
        return None
    rest = doc[cue.last + 2 : sentence.end]
    return chars(rest[0], rest[-1]) if any(t.tag_ in FINITE for t in rest) else None


def _announces(sentence: TokenSpan) -> bool:
    return sentence[-1].text == ":"


def _next_paragraph(cue: Cue, sentence: TokenSpan, text: str) -> Span | None:
    """The paragraph after "In a note on Friday, she wrote:"."""
    colon = sentence[-1].idx + 1
    start = colon + len(text[colon : colon + 8]) - len(text[colon : colon + 8].lstrip())
    if sentence.end - cue.last > _NEAR_COLON or "\n" not in text[colon:start]:
        return None
    end = text.find("\n", start)
    return trim(Span(start, end if end >= 0 else len(text)), text)


def _rest(cue: Cue, sentence: TokenSpan) -> Span | None:
    """The rest of the sentence after a verb of saying, where the parse sees no clause in it but there is a verb."""
    subject, doc = cue.subject, cue.head.doc
    if subject is None or subject.i > cue.first or cue.head.tag_ == "VB" or cue.last + 3 >= sentence.end:
        return None
    rest = doc[cue.last + 1 : sentence.end]
    opened = next((i for i, t in enumerate(rest[:10]) if t.lower_ == "that" and t.tag_ == "IN"), None)
    bare = cue.saying is not None and cue.saying.bare and rest[0].tag_ in _CLAUSE_OPENING
    if opened is None and not bare:
        return None
    rest = rest[(opened + 1) if opened is not None else 0 :]
    return chars(rest[0], rest[-1]) if len(rest) > 2 and any(t.tag_ in FINITE for t in rest) else None


def _around_hearsay(cue: Cue) -> Span | None:
    """The clause that "reportedly" stands in, or that "are said to" hands on."""
    if cue.passive:
        subject = next((c for c in cue.head.children if c.dep_ == "nsubjpass"), None)
        told = next((c for c in cue.head.children if c.dep_ in ("xcomp", "ccomp") and c.i > cue.last), None)
        if subject is None or told is None or subject.tag_ in RELATIVES or subject.tag_ == "EX":
            return None
        if subject.tag_ == "PRP" and told.dep_ == "ccomp":
            return _clause(cue, [told])
        return chars(subject.left_edge, told.right_edge)
    verb = cue.head.head
    if not verb.tag_.startswith("VB") or verb.dep_ not in ("ROOT", "conj", "ccomp"):
        return None
    return chars(verb.left_edge, verb.right_edge)


def _clause(cue: Cue, right: list[Token]) -> Span | None:
    for child in right:
        if child.dep_ in ("ccomp", "parataxis") or (child.dep_ == "advcl" and child.left_edge.lower_ == "that"):
            edge = child.left_edge
            if child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children):
                continue
            if (edge.tag_ in RELATIVES and child.dep_ != "ccomp") or edge.lower_ == "which":
                continue
            start = edge if edge.i > cue.last else cue.head.doc[cue.last + 1]
            while start.i < child.i and ((start.lower_ == "that" and start.tag_ != "DT") or start.text in (",", ":")):
                start = start.nbor(1)
            return chars(start, _carried_on(child, right))
    return None if cue.saying is not None and "object" in cue.saying.frames else _clause_of_hearer(right)


def _clause_of_hearer(right: list[Token]) -> Span | None:
    """What "reminded residents that …" hands on, where the parse hangs it on the hearers."""
    for hearer in right:
        for child in hearer.children if hearer.dep_ in ("dobj", "dative") else ():
            first = child.left_edge
            if child.dep_ == "acl" and first.dep_ == "mark" and first.i > hearer.i:
                return chars(first.nbor(1), child.right_edge)
    return None


def _carried_on(clause: Token, right: list[Token]) -> Token:
    """The last token of a clause with a reason or condition that the parse hangs on the cue instead."""
    end = clause.right_edge
    for child in right:
        joined = child.left_edge.i == end.i + 1 and child.left_edge.tag_ in ("IN", "WRB")
        if joined and child.dep_ in ("advcl", "prep") and child.tag_ != "VBG":
            end = child.right_edge
    return end


def _before_aside(cue: Cue, sentence: TokenSpan, quotations: QuotationIndex) -> Span | None:
    subject, doc = cue.subject, cue.head.doc
    if subject is None or cue.written is not None:
        return None
    start = cue.first if cue.inverted else cue.clause_start
    if not cue.inverted and not sentence.start <= start < cue.first:
        return None
    while start > sentence.start and doc[start - 1].tag_ in ("RB", "CC"):
        start -= 1
    if start <= sentence.start + 1:
        return _quotation_just_before(doc[start], quotations)
    before = doc[start - 1]
    if before.text not in _SEPARATORS:
        return None
    quotation = quotations.at(before.idx) or (quotations.at(doc[start - 2].idx) if before.text == "," else None)
    if quotation is not None and quotation.outer.end <= doc[start].idx:
        return chars(sentence[0], before) if quotation.outer.start > sentence[0].idx else quotation.inner
    left = doc[sentence.start : start - 1]
    if len(left) < 3 or not any(t.tag_ in FINITE for t in left) or _is_subordinate(left):
        return None
    return chars(_after_label(left), left[-1])


def _quotation_just_before(token: Token, quotations: QuotationIndex) -> Span | None:
    """The quotation that ends right before a sentence that begins with the cue."""
    quotation = quotations.at(max(token.idx - 2, 0)) or quotations.at(max(token.idx - 1, 0))
    return quotation.inner if quotation is not None and quotation.outer.end <= token.idx else None


def _is_subordinate(left: TokenSpan) -> bool:
    return (
        left[0].tag_ in ("IN", "WRB")
        and left[0].dep_ in ("mark", "advmod")
        and left[0].head.dep_ == "advcl"
        and (left[0].head.head.i >= left.end)
    )


def _after_label(left: TokenSpan) -> Token:
    """The first token after a label such as "The latest:"."""
    for token in left[:6]:
        if token.text == ":" and token.i + 1 < left.end:
            return token.nbor(1)
    return left[0]


def _quoted_after(cue: Cue, sentence: TokenSpan, text: str, quotations: QuotationIndex) -> Span | None:
    after = cue.head.doc[cue.last].idx + len(cue.head.doc[cue.last].text)
    quotation = quotations.next_from(after)
    if quotation is None:
        return None
    if quotation.outer.start - after > _LONGEST_LEAD:
        return None
    end = sentence[-1].idx + len(sentence[-1].text)
    between = text[after : quotation.outer.start]
    if quotation.outer.start > end + 2 and not between.rstrip().endswith(":"):
        return None
    if (":" not in between and len(between.split()) > 8) or quotation.outer.start > end + 4:
        return None
    if any(t.tag_.startswith("VB") for t in cue.head.doc[cue.last + 1 : sentence.end] if t.idx < quotation.outer.start):
        return None
    if len(quotation.inner.words(text).split()) < 2:
        return None
    tail = between.rstrip()
    if tail == "" or tail[-1] in ",:" or tail.split()[-1] in ("that", "saying") or cue.head.lower_ in tail.split():
        return quotation.inner
    if cue.inverted or tail[-1:] not in ".":
        return Span(quotation.outer.start, quotation.outer.end)
    return None


def _beside_source(cue: Cue, sentence: TokenSpan) -> Span | None:
    doc, subject = cue.head.doc, cue.subject
    assert subject is not None
    if cue.first - sentence.start <= 2:
        comma = next((t.i for t in doc[subject.i : sentence.end] if t.text == ","), None)
        end_of_source = subject.right_edge.i
        if comma is not None and (comma > end_of_source or comma >= subject.i):
            later = [
                t.i for t in doc[subject.i : sentence.end] if t.text == "," and t.i >= min(end_of_source, sentence.end)
            ]
            comma = later[0] if later and later[0] - comma < 30 else comma
            if comma + 1 < sentence.end:
                return chars(doc[comma + 1], sentence[-1])
        return None
    left = doc[sentence.start : cue.first]
    return chars(_after_label(left), left[-1])
