"""Load the lexicons of a language: TOML files of entries, each with an example that a test runs.

Enters: an ISO 639-1 code that has a folder here. Leaves: a `Language`, its lexicons by file name. Refuses: a file
with a key that the format does not know, an entry without an example.

A file reads:

    about = "What the file is for, in a sentence."
    [[entry]]
    term = "deny"                        # the headword; unique within its kind
    forms = ["denied", "denies"]         # every spelling matched, the term itself where it is left out
    kind = "deny"                        # what the file sorts its entries into
    value = 12                           # a number or a text that the entry stands for
    also = { relays = true }             # further marks that the file's `about` explains
    example = "The mayor denied it."     # a sentence of our own
    gives = "mayor | it | deny"          # what the reader of this file makes of the example
"""

import functools
from importlib import resources

import msgspec

from sayso.model import SaysoError


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word or phrase of a lexicon."""

    term: str
    example: str
    gives: str = ""
    forms: tuple[str, ...] = ()
    kind: str = ""
    value: float | str | None = None
    also: dict[str, str | float | bool | list[str]] = {}

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every form to match; the term where no forms are listed."""
        return self.forms or (self.term,)


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The entries of one file."""

    about: str
    entry: tuple[Entry, ...]

    def of_kind(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of these kinds, in the file's order."""
        return tuple(e for e in self.entry if e.kind in kinds)

    def spellings(self, *kinds: str) -> frozenset[str]:
        """Every spelling of these kinds (of all, where none is named), in lower case."""
        return frozenset(s.lower() for e in self.entry if not kinds or e.kind in kinds for s in e.spellings)

    def by_spelling(self, *kinds: str) -> dict[str, Entry]:
        """Each lower-case spelling of these kinds (of all, where none is named) with its entry."""
        return {s.lower(): e for e in self.entry if not kinds or e.kind in kinds for s in e.spellings}


class Language(msgspec.Struct, frozen=True, eq=False):
    """All the lexicons of one language, by file name without its ending.

    Compared and hashed by identity, so that what a stage compiles from it can be cached by language.
    """

    code: str
    lexicons: dict[str, Lexicon]

    def __getitem__(self, name: str) -> Lexicon:
        """The lexicon of this name. Raises `SaysoError` where the language has no such file."""
        try:
            return self.lexicons[name]
        except KeyError:
            raise SaysoError(f"languages/{self.code}/{name}.toml is missing; every language needs it") from None


def supported_languages() -> tuple[str, ...]:
    """The codes of the languages that there are lexicons for, in order."""
    root = resources.files("sayso.languages")
    return tuple(sorted(d.name for d in root.iterdir() if len(d.name) == 2 and d.is_dir()))


@functools.cache
def load_language(code: str) -> Language:
    """The language with this ISO 639-1 code. Raises `SaysoError` where there is none or a file of it is malformed."""
    folder = resources.files("sayso.languages") / code
    if code not in supported_languages():
        known = ", ".join(supported_languages())
        raise SaysoError(f"there is no language {code!r} under languages/; there are: {known}")
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    return Language(code, {name: load_lexicon(code, name) for name in names})


@functools.cache
def load_lexicon(code: str, name: str) -> Lexicon:
    """One file of a language, for who needs no other. Raises `SaysoError` where it is missing or malformed."""
    file = resources.files("sayso.languages") / code / f"{name}.toml"
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Lexicon)
    except FileNotFoundError:
        raise SaysoError(f"languages/{code}/{name}.toml is missing; every language needs it") from None
    except msgspec.DecodeError as error:
        raise SaysoError(f"languages/{code}/{name}.toml: {error}") from error
