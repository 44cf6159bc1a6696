"""What `read_places` makes of an example of `directions.toml`."""

from lexicon_checks.place_words import gives

__all__ = ["gives"]
