"""Tell an event's country by whose people or things it happens to, where no place is named.

Enters: how the event is told. Leaves: the name of a country, or none. "Ardanian civilians", "Ardanian cities" are in
Ardania, and what a state's bank, market or police does of some types of event it does at home. Refused: a people that
acts or fights ("Ardanian troops were killed" may be anywhere), clauses with two peoples.
"""

import functools

from spacy.tokens import Token

from sayso.gazetteer import load_gazetteer
from sayso.model import Span
from sayso.readings.events.surroundings import Surroundings
from sayso.readings.events.telling import Told
from sayso.readings.events.vocabulary import Vocabulary


def home_of_actor(told: Told, around: Surroundings, vocabulary: Vocabulary) -> str | None:
    """The country that acts in the clause, or whose institution does."""
    named = [p.name for a in told.acting for p in around.places_in(a) if p.kind == "country"]
    named += [c for a in told.acting for t in _tokens(a, around) if (c := _country(t, vocabulary))]
    return named[0] if len(set(named)) == 1 else None


def home_of_target(told: Told, around: Surroundings, vocabulary: Vocabulary) -> str | None:
    """The country whose civilians or towns the clause tells of."""
    named = {
        country
        for token in _tokens(told.span, around)
        if (country := _country(token, vocabulary)) and (token.head.lower_ in vocabulary.homes or _is_people(token))
        if not told.is_acting(Span(token.idx, token.idx + 1))
    }
    return next(iter(named)) if len(named) == 1 else None


def _is_people(token: Token) -> bool:
    return token.tag_ in ("NNPS", "NNS")


def _tokens(span: Span, around: Surroundings) -> list[Token]:
    words = around.doc.char_span(span.start, span.end, alignment_mode="expand")
    return [] if words is None else list(words)


def _country(token: Token, vocabulary: Vocabulary) -> str | None:
    """The country that the word for a people stands for, where it is one or qualifies a noun."""
    code = vocabulary.demonyms.get(token.text)
    qualifies = token.dep_ in ("amod", "compound") or _is_people(token)
    return _name(code) if code is not None and qualifies else None


@functools.cache
def _name(code: str) -> str | None:
    country = load_gazetteer().by_code(code)
    return None if country is None else country.name
