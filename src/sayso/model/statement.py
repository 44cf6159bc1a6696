"""A statement is what a document hands to a source other than its own author."""

from typing import Literal

import msgspec

from sayso.model.fields import written
from sayso.model.span import Span

Mode = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "assert", "deny", "accuse", "demand", "promise", "threaten", "warn", "estimate", "forecast", "praise", "refuse"
]
SpeakerKind = Literal["person", "organisation", "outlet", "unnamed", "collective", "unknown"]


class Statement(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who said what, on whose word.

    `content` is one contiguous passage: a quotation split by its cue is two statements. `speaker` is the fullest name
    by which the document identifies the source, or `None` where it names none or no single candidate is left;
    `speaker_span` is where the speaker stands beside the words ("he", "the agency"), `named_span` where the document
    gives the fuller name. `via` are the relays from the speaker outwards ("told Reuters" gives `("Reuters",)`), and
    `via_spans` is where each is named. `said_on` is an ISO 8601 day. `hedge` and `caveat` are words of the document;
    `caveat_span` is where the note stands that weakens the statement ("have not been independently verified").
    """

    content: Span
    speaker: str | None = None
    speaker_kind: SpeakerKind = "unknown"
    speaker_span: Span | None = None
    named_span: Span | None = None
    cue_span: Span | None = None
    via: tuple[str, ...] = ()
    via_spans: tuple[Span, ...] = ()
    mode: Mode = written("indirect")
    act: Act = written("assert")
    said_on: str | None = None
    hedge: str | None = None
    caveat: str | None = None
    caveat_span: Span | None = None
