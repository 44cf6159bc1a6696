"""Find the words that give an event away.

Enters: the tokens of a sentence. Leaves: each token that is a trigger of `languages/*/events.toml`, with the type it
stands for. A verb may ask for company: "fired" is an event with missiles, not with a coach. Refused: a word whose tag
says that it is used as another part of speech, a verb without the company it asks for.
"""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.readings.events.vocabulary import Trigger, Vocabulary

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd"})
MOST_VERBS = 8
"""Verbs that are climbed through to one with a subject."""
RELATIVES = frozenset({"WDT", "WP"})
PROPER_TAGS = frozenset({"NNP", "NNPS"})
PROPER_NOUN = "proper noun"
"""What a trigger asks for where any name will do: who "travels to" a named place need not be in a list."""


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
        return is_said_of(token) or any(c.lower_ in vocabulary.copulas for c in token.children)
    if not token.tag_.startswith("VB"):
        return False
    if trigger.needs and not any(w in trigger.needs for w in _company(token, vocabulary)):
        return False
    if trigger.objects and not any(w in trigger.objects for w in _object_words(token, vocabulary)):
        return False
    return not trigger.subjects or any(w in trigger.subjects for w in _subject_words(token, vocabulary))


def is_said_of(adjective: Token) -> bool:
    """Whether a verb says the adjective of its subject."""
    return adjective.dep_ == "acomp" and adjective.head.tag_.startswith("VB")


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
            yield from _phrase_words(_meant(child, verb), vocabulary)
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
            yield from _phrase_words(_meant(child, verb), vocabulary)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield from _phrase_words(verb.head, vocabulary)


def _subject_words(verb: Token, vocabulary: Vocabulary) -> Iterator[str]:
    subject = subject_of(verb)
    if subject is not None:
        yield from _phrase_words(subject, vocabulary)


def _phrase_words(head: Token, vocabulary: Vocabulary) -> Iterator[str]:
    """The head of a phrase, what it is coordinated with, what qualifies it and what prepositions lead to.

    What is only depicted does not count: "released the names of the prisoners".

    A plural word for a people ("Ardanians") counts as people, and a name as a proper noun.
    """
    yield head.lower_
    if head.tag_ in PROPER_TAGS:
        yield PROPER_NOUN
    if head.tag_ in ("NNPS", "NNS") and head.text in vocabulary.demonyms:
        yield from vocabulary.people
    for child in head.children:
        if child.dep_ in ("compound", "amod", "conj", "nmod"):
            yield child.lower_
        elif child.dep_ == "prep" and head.lower_ not in vocabulary.depictions:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner.lower_


def _meant(phrase: Token, verb: Token) -> Token:
    """What "who" or "which" stands for in a relative clause."""
    return verb.head if verb.dep_ == "relcl" and phrase.tag_ in RELATIVES else phrase


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, its antecedent's, or that of the verb it leans on."""
    for _ in range(MOST_VERBS):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return _meant(child, verb)
        if verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
            verb = verb.head
        elif verb.dep_ == "acl":
            return verb.head
        else:
            return None
    return None
