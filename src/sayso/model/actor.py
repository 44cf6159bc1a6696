"""An actor is a person, office, organisation, group or state that a document names."""

from typing import Literal

import msgspec

from sayso.model.span import Span

ActorKind = Literal["person", "organisation", "outlet", "state", "group", "unnamed"]


class Actor(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who, within one document: the fullest name, what kind, the other names it goes by there, and where."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...] = ()
    other_names: tuple[str, ...] = ()
    role: str | None = None
