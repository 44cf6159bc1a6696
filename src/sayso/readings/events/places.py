"""Choose the place of an event among the places of its sentence.

Enters: the clause of the event, its sentence, and the places that were read. Leaves: one place, or none. A place counts
by its role: one that a locative preposition or the verb itself leads to comes before one that only qualifies ("Ardanian
cities"), and of a movement it depends on the type whether it is told by where it starts or where it goes. Among those
the most specific wins. "The city" stands for the last city named. A sentence lends its clause a place only where it
holds one alone. Refused: what acts, what stands for company ("including", "with"), the place of a background ("over the
war in Ardania").
"""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from sayso.model import Place, Span
from sayso.readings.events.surroundings import Surroundings, depth, innermost
from sayso.readings.events.telling import Told
from sayso.readings.events.vocabulary import Vocabulary
from sayso.readings.places.capitals import is_capital

Role = Literal["in", "to", "from", "of", "aside"]
QUALIFIERS = frozenset({"compound", "nmod", "amod", "poss", "appos", "conj", "nummod", "punct"})
REACHED = frozenset({"dobj", "nsubjpass", "npadvmod"})
IN, DIRECTED, QUALIFIED = 3, 2, 1
CAPITAL = "capital"
EMBEDDED = frozenset({"acl", "relcl", "ccomp", "advcl"})
ROLE_STEPS = 6
LIST_STEPS = 9
NAMED_BEHIND = 2
"""Words, or marks, before which the name of a place stands behind the word for it."""
LISTED_TAGS = frozenset({"NNP", "NNPS", "NN", "HYPH", "POS", "``", "''"})


def role_of(place: Place, around: Surroundings, vocabulary: Vocabulary) -> Role:
    """How the words lead to a place: in it, to it, from it; whether it qualifies something, or stands aside."""
    token = around.root(place)
    if token is None:
        return "of"
    if is_listed(token, vocabulary):
        return "in"
    qualifies = False
    for _ in range(ROLE_STEPS):
        if token.dep_ in ("amod", "poss") and token.head.lower_ not in vocabulary.grounds:
            return "of"
        qualifies = qualifies or token.dep_ in ("compound", "amod", "nmod", "poss")
        if token.dep_ not in QUALIFIERS or token.head is token:
            break
        token = token.head
    if token.dep_ == "pobj":
        return _role_of_preposition(token.head, vocabulary)
    if token.dep_ not in REACHED or qualifies or (token.head.lower_ in vocabulary.facing and _is_of_a_state(place)):
        return "of"
    return "in"


def _is_of_a_state(place: Place) -> bool:
    """Whether its name may stand for a state."""
    return place.kind == "country" or is_capital(place)


def is_listed(name: Token, vocabulary: Vocabulary) -> bool:
    """Whether it closes a list from the smaller to the larger: "in Oster district, Ardan province,"."""
    doc, last, first = name.doc, name.i + 1, name.i - 1
    while last < len(doc) and doc[last].tag_ in LISTED_TAGS and last - name.i < LIST_STEPS:
        last += 1
    if last < len(doc) and not doc[last].is_punct:
        return False
    while first > 0 and name.i - first < LIST_STEPS and (doc[first].tag_ in LISTED_TAGS or doc[first].text == ","):
        first -= 1
    inside = doc[first + 1 : name.i]
    return doc[first].lower_ in vocabulary.locatives and any(t.text == "," for t in inside)


def _role_of_preposition(preposition: Token, vocabulary: Vocabulary) -> Role:
    word = preposition.lower_
    if word in vocabulary.origins or preposition.head.lower_ in vocabulary.origins:
        return "from"
    if word in vocabulary.locatives:
        return "in"
    return "to" if word in vocabulary.goals else "aside"


def place_in(told: Told, around: Surroundings, vocabulary: Vocabulary) -> tuple[Place | None, bool]:
    """The place of the clause, and whether words lead to it rather than that it only qualifies something."""
    described = _place_described(told, around)
    if described is not None:
        return described, True
    best: tuple[tuple[int, int, bool], Place] | None = None
    for place in around.places_in(told.span):
        if _acts(place, told, around, vocabulary) or _is_of_the_background(place, told, around, vocabulary):
            continue
        if not told.kind.on_the_ground and _is_embedded(place, told, around):
            continue
        role = "in" if told.governing is None else role_of(place, around, vocabulary)
        rank = (_rank(role, told.kind.moves), depth(place), role == "in")
        if rank[0] and (rank[0] > QUALIFIED or place.kind != "continent") and (best is None or rank > best[0]):
            best = rank, place
    return (None, False) if best is None else (best[1], best[0][2])


def _acts(place: Place, told: Told, around: Surroundings, vocabulary: Vocabulary) -> bool:
    """Whether it is part of what acts, and not of a list of places that arcs hang to that."""
    if not told.is_acting(place.span):
        return False
    token = around.root(place)
    return token is None or not is_listed(token, vocabulary)


def _rank(role: Role, moves: str) -> int:
    """How well a role tells where: 0 for what tells nothing of it."""
    if role in ("in", moves):
        return IN
    return {"to": DIRECTED, "from": DIRECTED, "of": QUALIFIED}.get(role, 0)


def _place_described(told: Told, around: Surroundings) -> Place | None:
    """The place that a relative clause is said of: "Oster, which Velmark has shelled"."""
    governing = told.governing
    if governing is None or governing.dep_ != "relcl":
        return None
    head = governing.head
    return next((p for p in around.places_in(Span(head.idx, head.idx + 1)) if not told.is_acting(p.span)), None)


def _is_of_the_background(place: Place, told: Told, around: Surroundings, vocabulary: Vocabulary) -> bool:
    """Whether it is the place of a war that the event is about ("sanctions over the war in Ardania").

    What happened during the war, or in it, happened where the war is.
    """
    above = [t.head for t in _path_up(place, told, around)]
    for token in (t for t in above if t != told.governing):
        if any(t.background for t in vocabulary.triggers.get(token.lower_, ())):
            if token.dep_ == "pobj":
                return token.head.lower_ not in vocabulary.during
            return token.head != told.governing or token.dep_ not in ("nsubj", "nsubjpass", "dobj")
    return False


def _path_up(place: Place, told: Told, around: Surroundings) -> Iterator[Token]:
    """The tokens from the place up to the one that governs the clause, without that, as far as `ROLE_STEPS` of them."""
    token = around.root(place)
    for _ in range(ROLE_STEPS):
        if token is None or told.governing is None or token.i == told.governing.i or token.head is token:
            return
        yield token
        token = token.head


def _is_embedded(place: Place, told: Told, around: Surroundings) -> bool:
    """Whether a clause within the clause has it ("approved a resolution condemning the strikes in Ardania")."""
    return any(token.dep_ in EMBEDDED for token in _path_up(place, told, around))


def place_meant(clause: Span, around: Surroundings, vocabulary: Vocabulary) -> Place | None:
    """The place that "the city", "the plant" or "there" stands for: the last of that kind told of as a place."""
    words = around.doc.char_span(clause.start, clause.end, alignment_mode="expand")
    for token in words if words is not None else ():
        if token.lower_ in vocabulary.there and token.tag_ == "RB":
            return next((p for p in around.before(token.idx) if role_of(p, around, vocabulary) == "in"), None)
        kind = vocabulary.anaphora.get(token.lower_)
        if kind is None or not token.i or around.doc[token.i - 1].lower_ not in vocabulary.definite:
            continue
        named = next((p for p in around.places_in(clause) if _is_called(token, p) and _is_a(kind, p)), None)
        if named is not None:
            return named
        meant = [p for p in around.before(token.idx) if _is_a(kind, p)]
        return next((p for p in meant if role_of(p, around, vocabulary) != "of"), meant[0] if meant else None)
    return None


def _is_a(kind: str, place: Place) -> bool:
    return is_capital(place) if kind == CAPITAL else place.kind == kind


def _is_called(thing: Token, place: Place) -> bool:
    """Whether a place is named right behind the word for it: "the capital, Oslo", "the city of Oslo"."""
    between = thing.doc.text[thing.idx + len(thing) : place.span.start]
    return place.span.start > thing.idx and len(between.split()) < NAMED_BEHIND


def place_beside(told: Told, scope: Span, around: Surroundings, vocabulary: Vocabulary) -> Place | None:
    """The place that the rest of the sentence locates the clause in, where it names one, alone or near another."""
    outside = [
        p
        for p in around.places_in(scope)
        if not told.span.overlaps(p.span)
        and not told.is_acting(p.span)
        and role_of(p, around, vocabulary) in ("in", told.kind.moves)
    ]
    return innermost([p for p in outside if p.relation not in vocabulary.beside] or outside)
