"""Read events: who did what, to whom, where and when, and whether it happened, is planned, feared or denied.

Enters: an analysed document with its statements, figures, times, places and actors. Leaves: one `Event` a clause that
holds a trigger of `languages/*/events.toml` and tells at least an actor, a place or a day. A verb comes before a noun
("died in an attack" is one event), and a background noun ("the war") counts only where something is told of it.
Refused: furniture, questions, what is only asked for or meant to be prevented, a trigger without company, and a
second telling of the same thing by a mere noun.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from spacy.tokens import Token

from sayso.model import Actor, Event, Figure, Place, Span, Statement, Status, Time
from sayso.readings.analysis import Analysis
from sayso.readings.event_arguments import Surroundings, days_of, find_actors, names, place_of
from sayso.readings.event_clauses import carrier_of, clause_span, governor, noun_phrase_span, surface_clause
from sayso.readings.event_status import status_of
from sayso.readings.event_triggers import Trigger, Vocabulary, find_triggers, vocabulary_of

OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class _Found:
    """An event before it is set beside the others; `own` tells whether its own words hold an argument."""

    event: Event
    noun: bool
    carried: bool
    background: bool


def read_events(
    analysis: Analysis,
    statements: tuple[Statement, ...],
    figures: tuple[Figure, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    actors: tuple[Actor, ...],
) -> tuple[Event, ...]:
    """Every event of the document, in order."""
    vocabulary = vocabulary_of(analysis.language.code)
    surroundings = Surroundings(times, places, actors)
    contents = _Contents(statements)
    found: list[_Found] = []
    for sentence, tokens in zip(analysis.sentences, analysis.sentence_tokens, strict=True):
        if analysis.text[sentence.start : sentence.end].rstrip('"”’ )').endswith("?"):
            continue
        told = [
            f
            for token, trigger in find_triggers(tokens, vocabulary, parsed=analysis.parsed)
            if (f := _read(token, trigger, sentence, analysis, vocabulary, surroundings, contents)) is not None
        ]
        found.extend(_one_a_clause(told))
    return _with_figures(_each_once(found), figures)


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


def _read(
    token: Token,
    trigger: Trigger,
    sentence: Span,
    analysis: Analysis,
    vocabulary: Vocabulary,
    surroundings: Surroundings,
    contents: _Contents,
) -> _Found | None:
    position, statement = contents.at(token)
    status: tuple[Status, bool] = ("claimed" if statement is not None else "reported", False)
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    acting: list[Span] = []
    carried = False
    if analysis.parsed:
        governing = governor(token, trigger, vocabulary)
        carried = trigger.noun and carrier_of(token, vocabulary) is not None
        judged = status_of(token, trigger, governing, statement, vocabulary)
        if judged is None:
            return None
        status = judged
        bare = trigger.noun and not carried
        clause = noun_phrase_span(token) if bare else clause_span(governing, token, vocabulary)
        acts, undergoes = find_actors(token, trigger, governing)
        actor, target = names(acts, surroundings), names(undergoes, surroundings)
        acting = [_subtree(a) for a in acts]
    else:
        bare = False
        clause = surface_clause(token, sentence)
    clause = _within(clause, sentence)
    scope = clause if bare else sentence
    place = place_of(clause, scope, acting, surroundings)
    begin, end = days_of(clause, scope, analysis.text, surroundings, vocabulary)
    if analysis.is_furniture(clause):
        return None
    if bare and not (begin or (place is not None and not trigger.background)):
        return None
    if not (actor or target or place or begin):
        return None
    if analysis.parsed and not bare and _is_background(governing, begin, place, vocabulary):
        return None
    name = place.name if place is not None else None
    span = Span(token.idx, token.idx + len(token))
    event = Event(clause, span, trigger.type, actor, target, name, begin, end, status[0], status[1], (), position)
    return _Found(event, trigger.noun, carried, trigger.background)


def _is_background(governing: Token, begin: str | None, place: Place | None, vocabulary: Vocabulary) -> bool:
    """A clause that only dates or describes something else ("since Velmark invaded", "towns taken by rebels")."""
    if governing.dep_ == "advcl":
        marks = {c.lower_ for c in governing.children if c.dep_ in ("mark", "advmod")}
        return begin is None and bool(marks & vocabulary.temporals)
    if governing.dep_ == "pcomp":
        return begin is None and governing.head.lower_ in vocabulary.temporals
    return governing.dep_ == "acl" and begin is None and place is None


def _subtree(token: Token) -> Span:
    right = token.right_edge
    return Span(token.left_edge.idx, right.idx + len(right))


def _within(span: Span, sentence: Span) -> Span:
    return Span(max(span.start, sentence.start), min(span.end, sentence.end))


def _one_a_clause(found: list[_Found]) -> Iterator[_Found]:
    """The events of a sentence without those told again within another's clause: verbs first, then the longer."""
    kept: list[_Found] = []
    ranked = sorted(found, key=lambda f: (f.noun and not f.carried, f.noun, f.event.trigger))
    for one in ranked:
        if not any(_is_told_in(one.event, other.event) for other in kept):
            kept.append(one)
    return iter(sorted(kept, key=lambda f: f.event.span))


def _is_told_in(one: Event, other: Event) -> bool:
    """Whether `one` stands within the clause of `other`, or both share most of their words."""
    if one.span == other.span or other.span.covers(one.trigger):
        return True
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    shortest = min(one.span.end - one.span.start, other.span.end - other.span.start)
    return shared > OVERLAP * shortest


def _each_once(found: list[_Found]) -> list[Event]:
    """Events without a mere noun that names again what was told of the same place before."""
    told: set[tuple[str, str | None]] = set()
    kept = []
    for one in found:
        event = one.event
        bare = one.noun and not one.carried
        key = (event.type, event.place)
        if bare and (key in told or (event.place is None and any(t == event.type for t, _ in told))):
            continue
        told.add(key)
        kept.append(event)
    return kept


def _with_figures(events: list[Event], figures: tuple[Figure, ...]) -> tuple[Event, ...]:
    """Each event with the positions of the figures that stand in its clause."""
    ordered = sorted(range(len(figures)), key=lambda i: figures[i].span)
    return tuple(_set_figures(e, tuple(i for i in ordered if e.span.covers(figures[i].span))) for e in events)


def _set_figures(event: Event, positions: tuple[int, ...]) -> Event:
    return msgspec.structs.replace(event, figures=tuple(sorted(positions))) if positions else event
