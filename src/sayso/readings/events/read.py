"""Read events: who did what, to whom, where and when, and whether it happened, is planned, feared or denied.

Enters: an analysed document with its statements, figures, times, places and actors. Leaves: one `Event` a clause that
holds a trigger of `languages/*/events.toml` and tells at least an actor, a place or a day. A verb comes before a noun
("died in an attack" is one event), and a background noun ("the war") counts only where something is told of it.
Refused: furniture, questions, what is only asked for or meant to be prevented, a trigger without company, and a
second telling of the same thing by a mere noun.
"""

import functools
from dataclasses import dataclass

import msgspec
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.documents.dateline import after_dateline
from sayso.languages.ontology import load_ontology
from sayso.model import Actor, Event, Figure, Place, Span, Statement, Status, Time
from sayso.readings.analysis import Analysis
from sayso.readings.events.arguments import Names, find_actors, names
from sayso.readings.events.clauses import clause_span, governor, noun_phrase_span, surface_clause
from sayso.readings.events.places import (
    Surroundings,
    days_in,
    phrase_span,
    place_beside,
    place_in,
    place_meant,
)
from sayso.readings.events.retellings import Found, once_a_document, once_a_sentence
from sayso.readings.events.status import status_of
from sayso.readings.events.triggers import Trigger, Vocabulary, find_triggers, subject_of, vocabulary_of


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words that tell an event, how they tell it, and who acts and undergoes in them."""

    span: Span
    status: Status
    negated: bool = False
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    acting: tuple[Span, ...] = ()
    bare: bool = False
    governing: Token | None = None

    @property
    def coordinated(self) -> bool:
        """Whether it leans on another clause before it, with no subject of its own."""
        if self.governing is None or self.governing.dep_ != "conj":
            return False
        return not any(c.dep_ in ("nsubj", "nsubjpass") for c in self.governing.children)


@dataclass(frozen=True, slots=True)
class _Document:
    """What an event is read from."""

    analysis: Analysis
    vocabulary: Vocabulary
    around: Surroundings
    names: Names
    contents: "_Contents"


def read_events(
    analysis: Analysis,
    statements: tuple[Statement, ...],
    figures: tuple[Figure, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    actors: tuple[Actor, ...],
) -> tuple[Event, ...]:
    """Every event of the document, in order."""
    words = vocabulary_of(analysis.language.code)
    around = Surroundings(analysis.tokens, times, places)
    document = _Document(analysis, words, around, Names(actors, times), _Contents(statements))
    found: list[Found] = []
    for sentence, tokens in zip(analysis.sentences, analysis.sentence_tokens, strict=True):
        if not _is_question(analysis.text[sentence.start : sentence.end]):
            told = after_dateline(sentence, analysis.text)
            found.extend(once_a_sentence(_read_sentence(told, tokens, document), _family))
    return _with_figures(once_a_document(found, analysis.text), figures)


@functools.cache
def _family(name: str) -> str:
    return load_ontology()[name].under or name


def _read_sentence(sentence: Span, tokens: TokenSpan, document: _Document) -> list[Found]:
    triggers = find_triggers(tokens, document.vocabulary, parsed=document.analysis.parsed)
    found = (_read(token, trigger, sentence, document) for token, trigger in triggers if token.idx >= sentence.start)
    return [f for f in found if f is not None]


def _is_question(sentence: str) -> bool:
    return sentence.rstrip('"”’ )').endswith("?")


class _Contents:
    """The statements of a document, asked by place in the text."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._rows = sorted(((s.content, i, s) for i, s in enumerate(statements)), key=lambda r: (r[0], r[1]))

    def at(self, token: Token) -> tuple[int | None, Statement | None]:
        """The innermost statement whose content holds the token, with its position."""
        best: tuple[int | None, Statement | None] = (None, None)
        for content, position, statement in self._rows:
            if content.start > token.idx:
                break
            if token.idx < content.end:
                best = position, statement
        return best


def _read(token: Token, trigger: Trigger, sentence: Span, document: _Document) -> Found | None:
    position, statement = document.contents.at(token)
    clause = _clause(token, trigger, sentence, statement, document)
    if clause is None or document.analysis.is_furniture(clause.span):
        return None
    around, words, text = document.around, document.vocabulary, document.analysis.text
    place, led = place_in(clause.span, clause.acting, clause.governing, around, words)
    begin, end = days_in(clause.span, text, around, words, alone=False)
    if not _is_told(clause, trigger, begin, led=led, vocabulary=words):
        return None
    if not (clause.actor or clause.target or begin or led):
        return None
    if not clause.bare:
        place = (place if led else None) or place_meant(clause.span, around, words) or place
        scope = sentence if statement is None else statement.content
        place = place or place_beside(clause.span, _within(scope, sentence), clause.acting, around, words)
        if begin is None:
            begin, end = days_in(sentence, text, around, words, alone=True)
    where = place.name if place is not None else None
    if begin is not None and clause.status in ("reported", "claimed") and _is_ahead(begin, document.analysis):
        begin, end = None, None  # what has happened has no day to come: the day is another's in the sentence
    event = Event(
        clause.span, Span(token.idx, token.idx + len(token)), trigger.type, clause.actor, clause.target,
        where, begin, end, clause.status, clause.negated, (), position,
    )  # fmt: skip
    return Found(event, trigger.noun, trigger.noun and not clause.bare, clause.coordinated)


def _is_ahead(day: str, analysis: Analysis) -> bool:
    """Whether an ISO day, or a coarser one, lies after the document's own."""
    own = analysis.day.value
    return own is not None and day > own[: len(day)]


def _clause(
    token: Token, trigger: Trigger, sentence: Span, statement: Statement | None, document: _Document
) -> _Clause | None:
    """The clause of the trigger with its status and those who act and undergo in it; `None` where it tells of none."""
    if not document.analysis.parsed:
        return _Clause(_within(surface_clause(token, sentence), sentence), "claimed" if statement else "reported")
    words = document.vocabulary
    governing = governor(token, trigger, words)
    judged = status_of(token, trigger, governing, statement, words)
    if judged is None:
        return None
    bare = trigger.noun and governing.i == token.i
    span = noun_phrase_span(token) if bare else clause_span(governing, token, words)
    acts, undergoes = find_actors(token, trigger, governing)
    acts = [t for t in acts if t.idx >= sentence.start]
    undergoes = [t for t in undergoes if not any(k.noun for k in words.triggers.get(t.lower_, ()))]
    return _Clause(
        _within(span, sentence), *judged, names(acts, document.names), names(undergoes, document.names),
        tuple(phrase_span(a) for a in acts), bare, governing,
    )  # fmt: skip


def _is_told(clause: _Clause, trigger: Trigger, begin: str | None, *, led: bool, vocabulary: Vocabulary) -> bool:
    """Whether the clause tells the event rather than only mentions it."""
    if clause.governing is None:
        return led or begin is not None
    if clause.bare:
        return begin is not None or (led and not trigger.background)
    return begin is not None or not _is_background(clause.governing, vocabulary, led=led)


def _is_background(governing: Token, vocabulary: Vocabulary, *, led: bool) -> bool:
    """A clause that only dates or describes something else ("since Velmark invaded", "towns taken by rebels")."""
    if governing.dep_ == "advcl":
        return any(c.lower_ in vocabulary.temporals for c in governing.children if c.dep_ in ("mark", "advmod"))
    if governing.dep_ == "pcomp":
        return governing.head.lower_ in vocabulary.temporals
    if any(c.tag_ == "TO" for c in governing.children):
        return False
    if governing.tag_ == "VBN" and not led and subject_of(governing) is None:
        return not any(c.dep_ in ("aux", "auxpass") for c in governing.children)
    if governing.dep_ == "acl":
        return governing.tag_ == "VBN" or not led
    return governing.dep_ == "relcl" and not led and not _is_set_off(governing)


def _is_set_off(clause: Token) -> bool:
    """Whether a comma stands before it: what follows adds to the noun, and does not only tell which one."""
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].is_punct


def _within(span: Span, sentence: Span) -> Span:
    return Span(max(span.start, sentence.start), min(span.end, sentence.end))


def _with_figures(events: list[Event], figures: tuple[Figure, ...]) -> tuple[Event, ...]:
    """Each event with the positions of the figures that stand in its clause."""
    ordered = sorted(range(len(figures)), key=lambda i: figures[i].span)
    return tuple(_set_figures(e, tuple(i for i in ordered if e.span.covers(figures[i].span))) for e in events)


def _set_figures(event: Event, positions: tuple[int, ...]) -> Event:
    return msgspec.structs.replace(event, figures=tuple(sorted(positions))) if positions else event
