"""A document is one version of one text as it was received."""

from typing import Literal

import msgspec

from sayso.model.identity import content_id
from sayso.model.problem import Problem
from sayso.model.span import Span

FurnitureKind = Literal["caption", "credit", "pointer", "read-more", "contents", "subscribe", "boilerplate"]
DayBasis = Literal["given", "page", "inferred", "unknown"]


class Furniture(msgspec.Struct, frozen=True):
    """Text that is no report: a caption, a credit, "see video below". Kept, marked, never read as a report."""

    span: Span
    kind: FurnitureKind


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    """One version of one text as received.

    `id` is the content hash (see `identify`); `name` is what the user knows it by: the row's id, or the file's path.
    `published` is an ISO 8601 day or moment *as the source gave it* (`published_basis` "given") or as its page says
    ("page"); what only the text gives away is inferred in reading, see `Reading.date`. `retrieved` is an ISO 8601
    moment in UTC. `language` is ISO 639-1, `text` is exactly what was received, unnormalised. `problems` is what was
    odd when it came in, such as a date that could not be read.
    """

    id: str
    name: str
    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    byline: str = ""
    published: str | None = None
    published_basis: DayBasis = "unknown"
    retrieved: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    source: str = ""
    problems: tuple[Problem, ...] = ()


def identify(text: str, *, title: str = "", url: str = "", outlet: str = "", published: str | None = None) -> str:
    """The id of the document with this content: the same content is the same document, however it came in."""
    return content_id("d", url, outlet, title, published or "", text)
