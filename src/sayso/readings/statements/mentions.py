"""What is remembered of those whom a document mentions.

Enters: nothing. Leaves: `Speaker`, `Relay`, and `Mention`, by which pronouns and descriptions are resolved.
"""

from dataclasses import dataclass

from sayso.model import Span, SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a name, or nobody; `named` is where the document gives the fuller name."""

    name: str | None = None
    kind: SpeakerKind = "unknown"
    named: Span | None = None


@dataclass(frozen=True, slots=True)
class Relay:
    """Who passed words on, and where it is named."""

    name: str
    span: Span


NOBODY = Speaker()


@dataclass(slots=True)
class Mention:
    """One who was mentioned at an offset; `salient` where as one who `spoke` or as a main subject."""

    speaker: Speaker
    at: int
    roles: frozenset[str]
    salient: bool
    spoke: bool = False
    plural: bool = False
    modifiers: tuple[str, ...] = ()
