"""Read events: who did what, to whom, where and when, and whether it happened, is planned, feared or denied.

Enters: an analysed document with its statements, figures, times, places and actors. Leaves: one `Event` a clause that
holds a trigger of `languages/*/events.toml` and tells at least an actor, a place or a day. A verb comes before a noun
("died in an attack" is one event), and a background noun ("the war") counts only where something is told of it.
Refused: furniture, questions, what is only asked for or meant to be prevented, a trigger without company, and a
second telling of the same thing by a mere noun.
"""

from dataclasses import dataclass

import msgspec
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.documents.dateline import after_dateline
from sayso.model import Actor, Event, Figure, Place, Span, Statement, Time
from sayso.readings.analysis import Analysis
from sayso.readings.events.arguments import Names
from sayso.readings.events.days import days_named, days_of
from sayso.readings.events.homes import home_of_actor, home_of_target
from sayso.readings.events.lending import Before, lend_settings
from sayso.readings.events.places import place_beside, place_in, place_meant
from sayso.readings.events.retellings import Found, once_a_document, once_a_sentence
from sayso.readings.events.surroundings import Surroundings
from sayso.readings.events.telling import Told, is_event, tell, within
from sayso.readings.events.tidings import day_of_telling
from sayso.readings.events.triggers import find_triggers
from sayso.readings.events.vocabulary import Trigger, Vocabulary, vocabulary_of
from sayso.readings.stamps import Stamps, find_stamps


@dataclass(frozen=True, slots=True)
class _Document:
    """What an event is read from."""

    analysis: Analysis
    vocabulary: Vocabulary
    around: Surroundings
    names: Names
    contents: "_Contents"
    stamps: Stamps

    def written(self, sentence: Span) -> str | None:
        """The ISO day on which the sentence was written."""
        return self.stamps.written(sentence.start) or self.analysis.day.value


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
    stamps = find_stamps(analysis.text, (s.start for s in analysis.sentences), sorted(times, key=lambda t: t.span))
    told_of = tuple(t for t in times if t not in stamps.times)
    around = Surroundings(analysis.tokens, told_of, places, words.locatives)
    document = _Document(analysis, words, around, Names(actors, times), _Contents(statements), stamps)
    found: list[Found] = []
    sentences = [after_dateline(s, analysis.text) for s in analysis.sentences]
    for sentence, tokens in zip(sentences, analysis.sentence_tokens, strict=True):
        if not _is_question(sentence.words(analysis.text)):
            found.extend(once_a_sentence(_read_sentence(sentence, tokens, document)))
    lent = lend_settings(found, Before(analysis.text, sentences, around, words, document.contents.spans))
    return _with_figures(once_a_document(lent, analysis.text), figures)


def _read_sentence(sentence: Span, tokens: TokenSpan, document: _Document) -> list[Found]:
    named = document.around.named
    triggers = find_triggers(tokens, document.vocabulary, named, parsed=document.analysis.parsed)
    found = (_read(token, trigger, sentence, document) for token, trigger in triggers if token.idx >= sentence.start)
    return [f for f in found if f is not None]


def _is_question(sentence: str) -> bool:
    return sentence.rstrip('"”’ )').endswith("?")


class _Contents:
    """The statements of a document, asked by place in the text."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._rows = sorted(((s.content, i, s) for i, s in enumerate(statements)), key=lambda r: (r[0], r[1]))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the contents stand, in order."""
        return tuple(content for content, _, _ in self._rows)

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
    analysis, words, around = document.analysis, document.vocabulary, document.around
    position, statement = document.contents.at(token)
    told = tell(token, trigger, sentence, statement, words, document.names, parsed=analysis.parsed)
    if told is None or analysis.is_furniture(told.span):
        return None
    place, led = place_in(told, around, words)
    home = None
    if not is_event(told, trigger, words, dated=bool(days_named(told.span, analysis.text, around, words)), led=led):
        return None
    begin, end = days_of(told, token, sentence, analysis.text, around, words)
    begin = begin or day_of_telling(told, statement, sentence, analysis.text, around, words)
    if not told.bare:
        scope = sentence if statement is None else within(statement.content, sentence)
        place = (place if led else None) or place_meant(told.span, around, words) or place
        if trigger.kind.at_home and not led:
            home = home_of_actor(told, around, words)
        place = place or place_beside(told, scope, around, words)
        home = home or (None if place is not None else home_of_target(told, around, words))
    if begin is not None and told.status in ("reported", "claimed") and _is_ahead(begin, document.written(sentence)):
        begin, end = None, None  # what has happened has no day to come: the day is another's in the sentence
    event = _event(token, trigger, told, position, home or (place.name if place is not None else None), (begin, end))
    carried = trigger.noun and not told.bare
    named = days_named(sentence, analysis.text, around, words)
    return Found(
        event, trigger.noun, carried, told.coordinated, sentence, None if home else place,
        told.past, told.main, named, told.aside,
    )  # fmt: skip


def _event(
    token: Token, trigger: Trigger, told: Told, statement: int | None, place: str | None,
    days: tuple[str | None, str | None],
) -> Event:  # fmt: skip
    return Event(
        span=told.span,
        trigger=Span(token.idx, token.idx + len(token)),
        type=trigger.kind.name,
        actor=told.actor,
        target=told.target,
        place=place,
        date=days[0],
        end=days[1],
        status=told.status,
        negated=told.negated,
        statement=statement,
    )


def _is_ahead(day: str, written: str | None) -> bool:
    """Whether an ISO day, or a coarser one, lies after that on which it was written of."""
    return written is not None and day > written[: len(day)]


def _with_figures(events: list[Event], figures: tuple[Figure, ...]) -> tuple[Event, ...]:
    """Each event with the positions of the figures that stand in its clause."""
    ordered = sorted(range(len(figures)), key=lambda i: figures[i].span)
    return tuple(_set_figures(e, tuple(i for i in ordered if e.span.covers(figures[i].span))) for e in events)


def _set_figures(event: Event, positions: tuple[int, ...]) -> Event:
    return msgspec.structs.replace(event, figures=tuple(sorted(positions))) if positions else event
