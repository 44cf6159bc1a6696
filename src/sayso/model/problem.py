"""A problem is trouble met on the way, kept as a value instead of raised or swallowed.

It names the stage it was met in, a code that stays the same between versions, the place (a file, a row, a
document) and, where there is one, the span; `message` says what is wrong and what to do next.
"""

import msgspec

from sayso.model.span import Span


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One recorded trouble. `place` is a path, `path:row` or a document's name."""

    stage: str
    code: str
    message: str
    place: str = ""
    span: Span | None = None
