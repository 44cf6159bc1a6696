"""Compile the vocabulary of events: which words give one away, and which decide how it is told.

Enters: the `events` lexicon of a language, its demonyms and the ontology. Leaves: a `Vocabulary`, made once. A name of
a class among the words that a trigger asks for stands for the words of that class.
"""

import functools
from dataclasses import dataclass

from sayso.languages import Language, load_language
from sayso.languages.ontology import EventType, event_type


@dataclass(frozen=True, slots=True)
class Trigger:
    """What one spelling stands for. `needs`, `objects` and `subjects` are words of which one must stand beside it.

    `unless` are words of which none may.

    A `state` is an adjective that is said of its subject ("are missing").
    """

    kind: EventType
    noun: bool
    needs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    undergoer: bool = False
    background: bool = False
    state: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The triggers of a language by lower-case spelling, and the sets of words that decide how an event is told."""

    triggers: dict[str, tuple[Trigger, ...]]
    planned: frozenset[str]
    forecast: frozenset[str]
    asked: frozenset[str]
    stopped: frozenset[str]
    failed: frozenset[str]
    denied: frozenset[str]
    plans: frozenset[str]
    conditions: frozenset[str]
    negations: frozenset[str]
    support: frozenset[str]
    carrying: frozenset[str]
    boundaries: frozenset[str]
    attributions: frozenset[str]
    temporals: frozenset[str]
    meanwhile: frozenset[str]
    dayparts: frozenset[str]
    quantifiers: frozenset[str]
    depictions: frozenset[str]
    hypotheticals: frozenset[str]
    copulas: frozenset[str]
    underway: frozenset[str]
    locatives: frozenset[str]
    goals: frozenset[str]
    origins: frozenset[str]
    during: frozenset[str]
    beside: frozenset[str]
    facing: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    partitives: frozenset[str]
    homes: frozenset[str]
    people: frozenset[str]
    someone: frozenset[str]
    there: frozenset[str]
    grounds: frozenset[str]
    definite: frozenset[str]
    anaphora: dict[str, str]
    demonyms: dict[str, str]


@functools.cache
def vocabulary_of(code: str) -> Vocabulary:
    """The vocabulary of the language with this code, made once."""
    return compile_vocabulary(load_language(code))


def compile_vocabulary(language: Language) -> Vocabulary:
    """The vocabulary in the language's `events` lexicon."""
    lexicon = language["events"]
    classes = {e.term: frozenset(s.lower() for s in e.spellings) for e in lexicon.of_kind("class")}
    triggers: dict[str, tuple[Trigger, ...]] = {}
    for entry in lexicon.of_kind("verb", "noun", "state"):
        trigger = Trigger(
            kind=event_type(str(entry.value)),
            noun=entry.kind == "noun",
            state=entry.kind == "state",
            needs=_words(entry.also.get("needs"), classes),
            objects=_words(entry.also.get("objects"), classes),
            subjects=_words(entry.also.get("subjects"), classes),
            unless=_words(entry.also.get("unless"), classes),
            undergoer=bool(entry.also.get("undergoer")),
            background=bool(entry.also.get("background")),
        )
        for spelling in entry.spellings:
            triggers[spelling.lower()] = (*triggers.get(spelling.lower(), ()), trigger)
    anaphora = {s: str(e.value) for s, e in lexicon.by_spelling("anaphora").items()}
    demonyms = {s: str(e.value) for e in language["demonyms"].entry for s in e.spellings}
    tables = ("triggers", "anaphora", "demonyms", "beside")
    sets = {name: lexicon.spellings(name) for name in Vocabulary.__slots__ if name not in tables}
    sets["facing"] |= {spelling.lower() for spelling in language["reporting"].spellings()}
    return Vocabulary(
        triggers=triggers,
        anaphora=anaphora,
        demonyms=demonyms,
        beside=language["directions"].spellings("beside"),
        **sets,
    )


def _words(names: object, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words listed, with every name of a class replaced by its words."""
    if not isinstance(names, list):
        return frozenset()
    return frozenset().union(*(classes.get(name, frozenset({name})) for name in names))
