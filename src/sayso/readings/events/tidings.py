"""Take the day on which a source told of an event for the event's own.

Enters: an event as it is told, the statement that tells it, its sentence and the times of the document. Leaves: the day
of the statement, or none. It is taken where somebody tells of what they have decided themselves ("said on Sunday that
it had left"), and of news that a sentence hands on in indirect speech ("said on Sunday that two men were arrested").
Refused: what goes on, what has added up until then, what only stands aside in what is said, and words with a day of
their own.

Of such news in a stream of reports 9 of 9 simple pasts read were of the day, and 5 of 7 pluperfects that count nothing;
of what "has been", and of direct speech, 6 of 32.
"""

import re

from spacy.tokens import Token

from sayso.model import Span, Statement, Time
from sayso.readings.events.reach import leads_to
from sayso.readings.events.status import AUXILIARIES
from sayso.readings.events.surroundings import Surroundings
from sayso.readings.events.telling import Told, is_past
from sayso.readings.events.triggers import subject_of
from sayso.readings.events.vocabulary import Vocabulary

MAIN = frozenset({"ccomp", "ROOT"})
NUMBER = re.compile(r"\d")


def day_of_telling(
    told: Told, statement: Statement | None, sentence: Span, text: str, around: Surroundings, vocabulary: Vocabulary
) -> str | None:
    """The ISO day on which the statement was made, where that is also the day of what it tells."""
    verb = told.governing
    if statement is None or verb is None or told.negated or told.status != "claimed":
        return None
    named = around.times_in(sentence)
    if not any(t.begin == statement.said_on and _is_of_cue(t, statement, around, vocabulary) for t in named):
        return None
    own = statement.speaker in told.actor or (_is_main(verb) and _is_of_speaker(verb))
    if own and not told.kind.on_the_ground and verb.tag_ in ("VBD", "VBN"):
        return statement.said_on
    if statement.mode == "direct" or len({t.begin for t in named}) > 1 or not _is_main(verb):
        return None
    adds_up = _is_before_that(verb) and NUMBER.search(told.span.words(text))
    return statement.said_on if (told.past or _is_before_that(verb)) and not adds_up else None


def _is_of_cue(day: Time, statement: Statement, around: Surroundings, vocabulary: Vocabulary) -> bool:
    """Whether the words lead from the day to the cue, which is past."""
    token, cue = around.root(day), around.root_of(statement.cue_span)
    return token is not None and cue is not None and is_past(cue) and leads_to(token, cue, vocabulary)


def _is_main(verb: Token) -> bool:
    """Whether it is what is said itself, or is coordinated with that."""
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    return verb.dep_ in MAIN


def _is_of_speaker(verb: Token) -> bool:
    """Whether a pronoun acts, which in what is handed on is the speaker: "said that it had closed the border"."""
    subject = subject_of(verb)
    return subject is not None and subject.dep_ == "nsubj" and subject.tag_ == "PRP"


def _is_before_that(verb: Token) -> bool:
    """Whether it is a pluperfect: "had left"."""
    first = next((c for c in verb.lefts if c.dep_ in AUXILIARIES), None)
    return verb.tag_ == "VBN" and first is not None and (first.tag_, first.dep_) == ("VBD", "aux")
