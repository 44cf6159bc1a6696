"""Read a sentence's cues by rules alone: each with the content that lexicon and arcs give it.

Enters: a sentence, the quotations of its text and the language's words. Leaves: for the token of each cue the cue and
its content, or the cue alone. A cue's content ends where the clause of another cue begins that is no part of it.
"""

from spacy.tokens import Span as TokenSpan

from sayso.model import Span
from sayso.readings.statements.contents import QuotationIndex, find_content
from sayso.readings.statements.cues import Cue, find_cues
from sayso.readings.statements.quoted_subjects import outside_quotations
from sayso.readings.statements.speech_words import SpeechWords

Ruled = dict[int, tuple[Cue, Span | None]]


def read_by_rules(text: str, quotations: QuotationIndex, words: SpeechWords, sentence: TokenSpan) -> Ruled:
    """The cues of `sentence` by their token, in order."""
    cues = [outside_quotations(cue, quotations) for cue in find_cues(sentence, words)]
    found: Ruled = {}
    for rank, cue in enumerate(cues):
        known = found.get(cue.head.i)
        if known is None or known[1] is None:
            content = None
            if quotations.at(cue.head.idx) is None:
                content = find_content(cue, sentence, text, quotations, _limit(cue, cues[rank + 1 :]))
            found[cue.head.i] = (cue, content)
    return found


def _limit(cue: Cue, later: list[Cue]) -> int | None:
    """Where the clause of the next cue begins that is no part of what this one hands on."""
    doc = cue.head.doc
    for other in later:
        if other.first <= cue.last or other.kind != "verb" or other.subject is None:
            continue
        start = other.clause_start
        shared = other.subject.i < cue.first
        joined = doc[start - 1].tag_ in ("IN", "CC") and doc[start - 2].text == ","
        if shared and doc[other.first - 1].tag_ == "CC":
            return doc[other.first - 1].idx
        if shared and other.head.tag_ == "VBG" and doc[other.first - 1].text == ",":
            return doc[other.first - 1].idx
        if joined and not shared:
            return doc[start - 2].idx
    return None
