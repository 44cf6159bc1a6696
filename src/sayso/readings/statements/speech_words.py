"""The words that the readers of actors and statements go by, compiled once a language.

Enters: a language's lexicons. Leaves: `SpeechWords`, look-up tables keyed by lower-case words. Nothing is refused
here; a lexicon that is malformed is refused where it is loaded.
"""

import functools
from dataclasses import dataclass
from typing import cast

from sayso.languages import Language
from sayso.languages.lexicon import Lexicon
from sayso.model import Act


@dataclass(frozen=True, slots=True)
class Saying:
    """A form of a word of saying: its words, its act and the frames that its content may stand in.

    After a `bare` one stands what was said even where the parse sees no clause.
    """

    words: tuple[str, ...]
    act: Act
    frames: frozenset[str]
    term: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Everything the readers of actors and statements look up."""

    sayings: dict[str, tuple[Saying, ...]]
    nominals: dict[str, Saying]
    sources: dict[str, tuple[tuple[str, ...], ...]]
    hearsay: frozenset[str]
    impressions: frozenset[str]
    heard: frozenset[str]
    heard_by: frozenset[str]
    weak: frozenset[str]
    quoting: frozenset[str]
    issuing: frozenset[str]
    bearing: frozenset[str]
    relaying: frozenset[str]
    citing: frozenset[str]
    platforms: frozenset[str]
    hedges: dict[str, tuple[tuple[str, ...], ...]]
    caveats: tuple[str, ...]
    titles: frozenset[str]
    particles: frozenset[str]
    owners: frozenset[str]
    courtesy: dict[str, str]
    roles: dict[str, str]
    general: frozenset[str]
    bodies: frozenset[str]
    states: frozenset[str]
    outlets: dict[str, str]
    seats: frozenset[str]
    pronouns: dict[str, str]
    nations: dict[str, str]
    weekdays: frozenset[str]

    def is_somebody(self, word: str) -> bool:
        """Whether a noun in lower case is known to speak: it has a role ("the council") or is a title."""
        return word in self.roles or word in self.titles


def by_first_word(spellings: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tuples of words, by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for spelling in spellings:
        words = tuple(spelling.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for first, phrases in table.items()}


@functools.cache
def speech_words(language: Language) -> SpeechWords:
    """The look-up tables of `language`."""
    titles, pronouns, sources = language["titles"], language["pronouns"], language["sources"]
    return SpeechWords(
        sayings=_sayings(language["reporting"]),
        nominals={s.words[0]: s for several in _sayings(language["nominals"]).values() for s in several},
        sources=by_first_word(sources.spellings("source")),
        hearsay=sources.spellings("hearsay"),
        impressions=sources.spellings("impression"),
        heard=_marked(language["reporting"], "heard"),
        heard_by=_marked(language["reporting"], "hearer"),
        weak=_forms_marked(language["reporting"], "weak"),
        quoting=_forms_marked(language["reporting"], "relays"),
        issuing=sources.spellings("issuing"),
        bearing=sources.spellings("bearing"),
        relaying=sources.spellings("relaying", "issuing"),
        citing=sources.spellings("citing"),
        platforms=frozenset(e.term for e in language["outlets"].of_kind("platform")),
        hedges=by_first_word(language["hedges"].spellings()),
        caveats=tuple(sorted(language["caveats"].spellings(), key=lambda s: (-len(s), s))),
        titles=titles.spellings("title"),
        particles=titles.spellings("particle"),
        owners=titles.spellings("owner"),
        courtesy={s: str(e.value or "") for s, e in titles.by_spelling("courtesy").items()},
        roles={s: e.kind for s, e in language["roles"].by_spelling().items()},
        general=_marked(language["roles"], "general"),
        bodies=language["bodies"].spellings("body"),
        states=_marked(language["roles"], "state"),
        seats=frozenset(s.lower() for s in language["seats"].spellings()),
        outlets={s: e.term for s, e in language["outlets"].by_spelling().items()},
        pronouns={s: e.kind for s, e in pronouns.by_spelling().items()},
        nations=_nations(language),
        weekdays=frozenset(e.term.lower() for e in language["calendar"].of_kind("weekday")),
    )


def _nations(language: Language) -> dict[str, str]:
    entries = [*language["demonyms"].of_kind("demonym"), *language["place_names"].of_kind("country")]
    return {form: str(entry.value) for entry in entries for form in entry.spellings}


def _marked(lexicon: Lexicon, mark: str) -> frozenset[str]:
    """The terms of the entries that carry a mark."""
    return frozenset(e.term for e in lexicon.entry if e.also.get(mark))


def _forms_marked(lexicon: Lexicon, mark: str) -> frozenset[str]:
    """Every form of the entries that carry a mark."""
    return frozenset(s.lower() for e in lexicon.entry if e.also.get(mark) for s in e.spellings)


def _sayings(lexicon: Lexicon) -> dict[str, tuple[Saying, ...]]:
    table: dict[str, list[Saying]] = {}
    for entry in lexicon.entry:
        frames = entry.also.get("frames", [])
        for spelling in entry.spellings:
            words = tuple(spelling.lower().split())
            bare = bool(entry.also.get("bare"))
            allowed = frozenset(cast(list[str], frames))
            saying = Saying(words, cast(Act, entry.kind), allowed, entry.term, bare)
            table.setdefault(words[0], []).append(saying)
    return {first: tuple(sorted(several, key=lambda s: -len(s.words))) for first, several in table.items()}
