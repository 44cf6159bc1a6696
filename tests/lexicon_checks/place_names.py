"""What `read_places` makes of an example of `place_names.toml`."""

from lexicon_checks.place_words import gives

__all__ = ["gives"]
