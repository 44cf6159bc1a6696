"""Cut out the clause that tells an event.

Enters: the trigger. Leaves: the token that governs its clause, and the clause as a span: the governing verb with its
subject, objects and adverbials, without the cue that hands it to a speaker, without coordinated clauses and without
what is set off after it. A noun that no light verb carries ("began", "held", "launched") is its own phrase.
"""

from spacy.tokens import Token

from sayso.model import Span
from sayso.readings.events.triggers import OBJECTS, SUBJECTS, is_said_of, subject_of
from sayso.readings.events.vocabulary import Trigger, Vocabulary

LEFT_OUT = frozenset({"mark", "cc", "punct", "preconj", "advcl", "parataxis", "meta", "dep", "intj", "discourse"})
CLAUSE_DEPTH = 6
"""Infinitives and coordinations that are climbed through ("is trying to begin to deploy")."""


def governor(token: Token, trigger: Trigger, vocabulary: Vocabulary) -> Token:
    """The token whose clause tells the event: the trigger itself, or the verb that carries it."""
    verb = token
    if trigger.noun:
        carrier = carrier_of(token, vocabulary)
        if carrier is None:
            return token
        verb = carrier
    elif trigger.state and is_said_of(token):
        verb = token.head
    return _top(verb, vocabulary)


def carrier_of(noun: Token, vocabulary: Vocabulary) -> Token | None:
    """The light verb that the noun is subject or object of: "launched an attack", "came under fire"."""
    head = _counted(_first_of_coordination(noun), vocabulary)
    if head.dep_ in SUBJECTS | OBJECTS:
        verb = head.head
    elif head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.lower_ in vocabulary.carrying:
        verb = head.head.head
        if head.i < verb.i:  # "during the attack, officers began": the clause is not of the attack
            return None
    else:
        return None
    if not verb.tag_.startswith("VB"):
        return None
    if verb.lower_ in vocabulary.copulas:
        children = list(verb.children)
        says = head.dep_ == "pobj" or any(c.dep_ == "expl" or c.lower_ in vocabulary.underway for c in children)
        return verb if says else None
    return verb if verb.lower_ in vocabulary.support else None


def _counted(noun: Token, vocabulary: Vocabulary) -> Token:
    """Of "rounds of talks" the rounds."""
    of = noun.head
    if noun.dep_ == "pobj" and of.dep_ == "prep" and of.head.lower_ in vocabulary.quantifiers:
        return of.head
    return noun


def _first_of_coordination(noun: Token) -> Token:
    for _ in range(CLAUSE_DEPTH):
        if noun.dep_ != "conj":
            break
        noun = noun.head
    return noun


def _top(verb: Token, vocabulary: Vocabulary) -> Token:
    """Climb from "planning to deploy" to the verb that has the subject, unless somebody else is asked to do it."""
    for _ in range(CLAUSE_DEPTH):
        head = verb.head
        if verb.dep_ != "xcomp" or head is verb or head.lower_ in vocabulary.asked:
            break
        if any(c.dep_ in SUBJECTS for c in verb.children):
            break
        verb = head
    return verb


def clause_span(governing: Token, trigger: Token, vocabulary: Vocabulary) -> Span:
    """The clause of `governing`, which always holds `trigger`."""
    first = last = governing.i
    for child in governing.children:
        if child.dep_ in LEFT_OUT or _is_other_clause(child, governing) or child.lower_ in vocabulary.attributions:
            continue
        if child.i < governing.i:
            first = min(first, child.left_edge.i)
        else:
            last = max(last, _right_end(child))
    doc = governing.doc
    first, last = _trim(doc, min(first, trigger.i), max(last, trigger.i), trigger.i)
    end = doc[last]
    return Span(doc[first].idx, end.idx + len(end))


def _is_other_clause(child: Token, governing: Token) -> bool:
    if child.dep_ == "conj":
        return governing.tag_.startswith("VB") and child.tag_.startswith("VB")
    if child.dep_ == "ccomp":
        return True
    return child.dep_ == "relcl" and child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].lower_ == ","


def _right_end(child: Token) -> int:
    """The last token of a phrase, up to a comma that sets a relative clause off."""
    for inner in child.subtree:
        if inner.dep_ in ("relcl", "advcl") and inner.left_edge.i > child.i:
            start = inner.left_edge.i
            if inner.doc[start - 1].lower_ == ",":
                return start - 1
    return child.right_edge.i


def _trim(doc: object, first: int, last: int, kept: int) -> tuple[int, int]:
    """Leave punctuation, conjunctions and white space out at both ends."""
    tokens = doc
    while first < kept and (_is_edge(tokens[first]) or tokens[first].dep_ in ("cc", "mark")):  # type: ignore[index]
        first += 1
    while last > kept and _is_edge(tokens[last]):  # type: ignore[index]
        last -= 1
    return first, last


def _is_edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in ")%")


def noun_phrase_span(noun: Token) -> Span:
    """The phrase of a noun trigger, up to a comma after it."""
    doc = noun.doc
    first, last = noun.left_edge.i, noun.i
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("prep", "acl", "relcl", "conj", "cc", "appos"):
            if doc[child.left_edge.i - 1].lower_ in (",", "—", "–", "-", ";"):
                break
            if child.dep_ in ("prep", "acl", "relcl"):
                last = _right_end(child)
    first, last = _trim(doc, first, last, noun.i)
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def surface_clause(trigger: Token, sentence: Span) -> Span:
    """Without arcs: the words around the trigger, between commas, semicolons and quotation marks."""
    doc, first, last = trigger.doc, trigger.i, trigger.i
    while first > 0 and doc[first - 1].idx >= sentence.start and not _stops(doc[first - 1]):
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].idx < sentence.end and not _stops(doc[last + 1]):
        last += 1
    first, last = _trim(doc, first, last, trigger.i)
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _stops(token: Token) -> bool:
    return token.text in (",", ";", ":", "“", "”", '"', "—", "–", ".", "!", "?") or token.is_space


__all__ = ["carrier_of", "clause_span", "governor", "noun_phrase_span", "subject_of", "surface_clause"]
