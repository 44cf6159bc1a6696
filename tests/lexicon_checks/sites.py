"""What `read_places` makes of an example of `sites.toml`."""

from lexicon_checks.place_words import gives

__all__ = ["gives"]
