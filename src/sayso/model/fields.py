"""A field that is written out even where it holds its default.

Nouns leave defaults out of their JSON, which keeps millions of records small. A default that says something ("exact",
"indirect", "reported") is written all the same: who reads the JSON does not know our defaults.
"""

from typing import TypeVar

import msgspec

_T = TypeVar("_T")


def written(default: _T) -> _T:
    """The field's default value."""
    value: _T = msgspec.field(default_factory=lambda: default)
    return value
