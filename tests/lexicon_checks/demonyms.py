"""What `read_places` makes of an example of `demonyms.toml`."""

from lexicon_checks.place_words import gives

__all__ = ["gives"]
