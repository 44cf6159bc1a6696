"""What sayso knows of a language, as data: one folder a language, the same file names in each."""

from sayso.languages.lexicon import Entry, Language, Lexicon, load_language, load_lexicon, supported_languages

__all__ = ["Entry", "Language", "Lexicon", "load_language", "load_lexicon", "supported_languages"]
