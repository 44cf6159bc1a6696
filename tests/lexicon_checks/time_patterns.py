"""Patterns are checked as the words of times.toml are."""

from lexicon_checks.times import gives

__all__ = ["gives"]
