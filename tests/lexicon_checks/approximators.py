"""What the reader of quantities makes of an example: change, value and unit of each, "; " between."""

from lexicon_checks.numbers import gives

__all__ = ["gives"]
