"""Find the words that give an event away.

Enters: the tokens of a sentence. Leaves: each token that is a trigger of `languages/*/events.toml`, with the type it
stands for. A verb may ask for company: "fired" is an event with missiles, not with a coach. Refused: a word whose tag
says that it is used as another part of speech, a verb without the company it asks for.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.languages import Language, load_language
from sayso.languages.ontology import event_type

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """What one spelling stands for. `needs`, `objects` and `subjects` are words of which one must stand beside it.

    A `state` is an adjective that is said of its subject ("are missing"). `moves` tells whether its type is located
    by where it goes ("to") or starts ("from"), `at_home` whether by the country that does it.
    """

    type: str
    noun: bool
    needs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    undergoer: bool = False
    background: bool = False
    state: bool = False
    moves: str = ""
    at_home: bool = False
    on_the_ground: bool = False


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
    boundaries: frozenset[str]
    attributions: frozenset[str]
    temporals: frozenset[str]
    quantifiers: frozenset[str]
    hypotheticals: frozenset[str]
    copulas: frozenset[str]
    underway: frozenset[str]
    locatives: frozenset[str]
    goals: frozenset[str]
    origins: frozenset[str]
    during: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    partitives: frozenset[str]
    homes: frozenset[str]
    people: frozenset[str]
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
            type=str(entry.value),
            noun=entry.kind == "noun",
            state=entry.kind == "state",
            needs=_words(entry.also.get("needs"), classes),
            objects=_words(entry.also.get("objects"), classes),
            subjects=_words(entry.also.get("subjects"), classes),
            undergoer=bool(entry.also.get("undergoer")),
            background=bool(entry.also.get("background")),
            moves=event_type(str(entry.value)).moves,
            at_home=event_type(str(entry.value)).at_home,
            on_the_ground=event_type(str(entry.value)).on_the_ground,
        )
        for spelling in entry.spellings:
            triggers[spelling.lower()] = (*triggers.get(spelling.lower(), ()), trigger)
    anaphora = {s: str(e.value) for s, e in lexicon.by_spelling("anaphora").items()}
    demonyms = {s: str(e.value) for e in language["demonyms"].entry for s in e.spellings}
    tables = ("triggers", "anaphora", "demonyms")
    sets = {name: lexicon.spellings(name) for name in Vocabulary.__slots__ if name not in tables}
    return Vocabulary(triggers=triggers, anaphora=anaphora, demonyms=demonyms, **sets)


def _words(names: object, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words listed, with every name of a class replaced by its words."""
    if not isinstance(names, list):
        return frozenset()
    return frozenset().union(*(classes.get(name, frozenset({name})) for name in names))


def find_triggers(sentence: TokenSpan, vocabulary: Vocabulary, *, parsed: bool) -> Iterator[tuple[Token, Trigger]]:
    """Every trigger of the sentence, in order, with the first of its readings that fits."""
    for token in sentence:
        candidates = vocabulary.triggers.get(token.lower_)
        if candidates:
            fitting = next((c for c in candidates if fits(token, c, sentence, vocabulary, parsed=parsed)), None)
            if fitting is not None:
                yield token, fitting


def fits(token: Token, trigger: Trigger, sentence: TokenSpan, vocabulary: Vocabulary, *, parsed: bool) -> bool:
    """Whether the token is used as the trigger asks."""
    if not parsed:
        wanted = trigger.needs | trigger.objects | trigger.subjects
        return not wanted or any(t.lower_ in wanted for t in sentence)
    if trigger.noun:
        return token.tag_ in ("NN", "NNS") and _heads_its_phrase(token, trigger)
    if trigger.state:
        return token.dep_ == "acomp" and token.head.tag_.startswith("VB")
    if not token.tag_.startswith("VB"):
        return False
    if trigger.needs and not any(w in trigger.needs for w in _company(token, vocabulary)):
        return False
    if trigger.objects and not any(w in trigger.objects for w in _object_words(token, vocabulary)):
        return False
    return not trigger.subjects or any(w in trigger.subjects for w in _subject_words(token, vocabulary))


def _heads_its_phrase(token: Token, trigger: Trigger) -> bool:
    """A noun that only qualifies another ("war crimes", "attack helicopters") tells of no event."""
    if token.dep_ in ("compound", "nmod", "amod"):
        return False
    return not trigger.needs or any(c.lower_ in trigger.needs for c in token.subtree)


def _company(verb: Token, vocabulary: Vocabulary) -> Iterator[str]:
    """Words of the verb's objects, particles, prepositions and of what the prepositions lead to."""
    for child in verb.children:
        dep = child.dep_
        if dep in OBJECTS:
            yield from _phrase_words(child, vocabulary)
        elif dep in ("prt", "advmod", "acomp") or (dep in ("ccomp", "xcomp") and child.tag_ == "JJ"):
            yield child.lower_
        elif dep in ("prep", "agent"):
            yield child.lower_
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _phrase_words(inner, vocabulary)


def _object_words(verb: Token, vocabulary: Vocabulary) -> Iterator[str]:
    """Words of what the verb is done to; of a participle after its noun ("towns taken by rebels"), that noun."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            yield from _phrase_words(child, vocabulary)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield from _phrase_words(verb.head, vocabulary)


def _subject_words(verb: Token, vocabulary: Vocabulary) -> Iterator[str]:
    subject = subject_of(verb)
    if subject is not None:
        yield from _phrase_words(subject, vocabulary)


def _phrase_words(head: Token, vocabulary: Vocabulary) -> Iterator[str]:
    """The head of a phrase, what it is coordinated with and what stands right before it as a qualifier.

    A plural word for a people ("Ardanians") counts as people.
    """
    yield head.lower_
    if head.tag_ in ("NNPS", "NNS") and head.text in vocabulary.demonyms:
        yield from vocabulary.people
    for child in head.children:
        if child.dep_ in ("compound", "amod", "conj", "nmod"):
            yield child.lower_
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner.lower_


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, its antecedent's, or that of the verb it leans on."""
    seen = 0
    while verb is not None and seen < 8:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                    return verb.head
                return child
        if verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
            verb = verb.head
        elif verb.dep_ == "acl":
            return verb.head
        else:
            return None
        seen += 1
    return None
