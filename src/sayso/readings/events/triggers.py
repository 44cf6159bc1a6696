"""Find the words that give an event away.

Enters: the tokens of a sentence. Leaves: each token that is a trigger of `languages/*/events.toml`, with the type it
stands for. A verb may ask for company: "fired" is an event with missiles, not with a coach. Refused: a word whose tag
says that it is used as another part of speech, a verb without the company it asks for, or in company in which it means
something else ("damaged a reputation").
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain

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
PLACE_NAME = "place name"
"""What a trigger asks for where the name of a place will do: "took Oster"."""


def find_triggers(
    sentence: TokenSpan, vocabulary: Vocabulary, named: Container[int] = frozenset(), *, parsed: bool
) -> Iterator[tuple[Token, Trigger]]:
    """Every trigger of the sentence, in order, with the first of its readings that fits.

    `named` are the offsets at which names of places stand, smaller than a country.
    """
    company = Company(vocabulary, named)
    for token in sentence:
        candidates = vocabulary.triggers.get(token.lower_)
        if candidates:
            fitting = next((c for c in candidates if fits(token, c, sentence, company, parsed=parsed)), None)
            if fitting is not None:
                yield token, fitting


def fits(token: Token, trigger: Trigger, sentence: TokenSpan, company: "Company", *, parsed: bool) -> bool:
    """Whether the token is used as the trigger asks."""
    if not parsed:
        wanted = trigger.needs | trigger.objects | trigger.subjects
        return not wanted or any(t.lower_ in wanted for t in sentence)
    if trigger.noun:
        return token.tag_ in ("NN", "NNS") and _heads_its_phrase(token, trigger)
    if trigger.state:
        return is_said_of(token) or any(c.lower_ in company.vocabulary.copulas for c in token.children)
    if not token.tag_.startswith("VB"):
        return False
    if trigger.needs and not any(w in trigger.needs for w in company.words(token)):
        return False
    if trigger.objects and not any(w in trigger.objects for w in company.objects(token)):
        return False
    if trigger.subjects and not any(w in trigger.subjects for w in company.subjects(token)):
        return False
    if not trigger.unless:
        return True
    return not any(w in trigger.unless for w in chain(company.words(token), company.subjects(token)))


def is_said_of(adjective: Token) -> bool:
    """Whether a verb says the adjective of its subject."""
    return adjective.dep_ == "acomp" and adjective.head.tag_.startswith("VB")


def _heads_its_phrase(token: Token, trigger: Trigger) -> bool:
    """A noun that only qualifies another ("war crimes", "attack helicopters") tells of no event."""
    if token.dep_ in ("compound", "nmod", "amod"):
        return False
    return (not trigger.needs or any(c.lower_ in trigger.needs for c in token.subtree)) and not any(
        c.lower_ in trigger.unless for c in token.children
    )


@dataclass(frozen=True, slots=True)
class Company:
    """The words that stand with a verb. `named` are the offsets at which names of places stand."""

    vocabulary: Vocabulary
    named: Container[int] = frozenset()

    def words(self, verb: Token) -> Iterator[str]:
        """Words of the verb's objects, particles, prepositions and of what the prepositions lead to."""
        for child in verb.children:
            dep = child.dep_
            if dep in OBJECTS:
                yield from self.phrase(_meant(child, verb))
            elif dep in ("prt", "advmod", "acomp") or (dep in ("ccomp", "xcomp") and child.tag_ == "JJ"):
                yield child.lower_
            elif dep in ("prep", "agent"):
                yield child.lower_
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        yield from self.phrase(inner)

    def objects(self, verb: Token) -> Iterator[str]:
        """Words of what the verb is done to; of a participle after its noun ("towns taken by rebels"), that noun."""
        for child in verb.children:
            if child.dep_ in OBJECTS:
                yield from self.phrase(_meant(child, verb))
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            yield from self.phrase(verb.head)

    def subjects(self, verb: Token) -> Iterator[str]:
        """Words of the verb's subject."""
        subject = subject_of(verb)
        if subject is not None:
            yield from self.phrase(subject)

    def phrase(self, head: Token) -> Iterator[str]:
        """The head of a phrase, what it is coordinated with, what qualifies it and what prepositions lead to.

        What is only depicted does not count: "released the names of the prisoners".

        A number and a plural word for a people ("12", "Ardanians") count as people, a name as a proper noun or as the
        name of a place.
        """
        yield head.lower_
        if head.tag_ in PROPER_TAGS:
            yield PROPER_NOUN
        if head.idx in self.named:
            yield PLACE_NAME
        if _counts(head) or (head.tag_ in ("NNPS", "NNS") and head.text in self.vocabulary.demonyms):
            yield from self.vocabulary.people
        for child in head.children:
            if child.dep_ in ("compound", "amod", "conj", "nmod"):
                yield child.lower_
            elif child.dep_ == "prep" and head.lower_ not in self.vocabulary.depictions:
                yield from (inner.lower_ for inner in child.children if inner.dep_ == "pobj")


def _counts(head: Token) -> bool:
    """Whether it is a number that something is done to or that acts: "arrested 12", not "in 2018", not a price."""
    return head.tag_ == "CD" and head.dep_ in OBJECTS | SUBJECTS and not any(c.tag_ == "$" for c in head.children)


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
