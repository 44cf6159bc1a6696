"""The sourced record of an unfolding crisis."""

__version__ = "0.1.0"
