"""Find the source of a cue: who speaks, with the words beside the cue that name them.

Enters: a cue and what the document mentioned so far. Leaves: the speaker, as fully named as the document has it, and
the span of the source where it stands beside the cue ("the agency", "he"). A cue without a subject has nobody.
"""

from sayso.model import Span
from sayso.readings.statements.contents import trim
from sayso.readings.statements.cues import Cue
from sayso.readings.statements.speakers import NOBODY, Discourse, Speaker


def find_source(cue: Cue, discourse: Discourse, text: str) -> tuple[Speaker, Span | None]:
    """Who speaks by `cue`, and where they are written beside it."""
    if cue.subject is None:
        return NOBODY, None
    return discourse.resolve(cue.subject, cue.head.idx), find_source_span(cue, text)


def find_source_span(cue: Cue, text: str) -> Span:
    """Where the subject of `cue` is written: the whole noun phrase, as far as it does not run into the cue."""
    written = cue.written or cue.subject
    assert written is not None and cue.subject is not None
    left, right = written.left_edge, written.right_edge
    if cue.subject.i < cue.first and right.i >= cue.first:
        right = cue.head.doc[cue.first - 1]
    if right.i < left.i:
        left = right = written
    span = Span(left.idx, right.idx + len(right.text))
    return trim(span, text) or span
