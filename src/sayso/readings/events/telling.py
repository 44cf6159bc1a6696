"""Read how a trigger is told: in which clause, as what, by whom and to whom.

Enters: the trigger, its sentence and the statement it stands in. Leaves: a `Told`, or `None` where the words tell of no
event. A verb governs its clause, a noun the clause of the verb that carries it, else its own phrase. Refused: a clause
that only dates or describes something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.languages.ontology import EventType
from sayso.model import Span, Statement, Status
from sayso.readings.events.arguments import Names, find_actors, names, phrase_span
from sayso.readings.events.clauses import clause_span, governor, noun_phrase_span, surface_clause
from sayso.readings.events.status import AUXILIARIES, status_of
from sayso.readings.events.triggers import SUBJECTS, subject_of
from sayso.readings.events.vocabulary import Trigger, Vocabulary

SHARED = 6
"""Coordinations that one auxiliary is shared over."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words that tell an event, how they tell it, and who acts and undergoes in them.

    `acting` are the phrases that act, `kind` is the event's type, `someone` says that a person or a number acts or
    undergoes whom no name stands for ("he", "11").
    """

    kind: EventType
    span: Span
    status: Status
    negated: bool = False
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    acting: tuple[Span, ...] = ()
    bare: bool = False
    governing: Token | None = None
    someone: bool = False

    def is_acting(self, place: Span) -> bool:
        """Whether the span is part of what acts."""
        return any(a.covers(place) for a in self.acting)

    @property
    def coordinated(self) -> bool:
        """Whether it leans on another clause before it: "and wounded", "wounding", "and 40 wounded"."""
        if self.governing is None:
            return False
        if leans_on(self.governing) is not None:
            return True
        if self.governing.dep_ != "conj" and (self.governing.dep_ != "advcl" or self.governing.tag_ != "VBG"):
            return False
        return not any(c.dep_ in ("nsubj", "nsubjpass") for c in self.governing.children)

    @property
    def past(self) -> bool:
        """Whether a simple past tells it: what happened then, not what had happened or happens."""
        return self.governing is not None and is_past(self.governing)

    @property
    def main(self) -> bool:
        """Whether its clause is the main one of its sentence, or is coordinated with that."""
        verb = self.governing
        while verb is not None and verb.dep_ == "conj" and verb.head.i < verb.i:
            verb = verb.head
        return verb is not None and verb.dep_ == "ROOT"

    @property
    def aside(self) -> bool:
        """Whether a relative clause tells it, as something past."""
        verb = self.governing
        return verb is not None and verb.dep_ == "relcl" and verb.tag_ in ("VBD", "VBN")


def is_past(verb: Token) -> bool:
    """Whether the verb stands in the simple past: "shelled", "was shelled"."""
    verb = auxiliated(verb)
    if verb.tag_ == "VBD":
        return True
    auxiliaries = [c for c in verb.children if c.dep_ in AUXILIARIES]
    return verb.tag_ == "VBN" and [c.tag_ for c in auxiliaries] == ["VBD"] and auxiliaries[0].dep_ == "auxpass"


def auxiliated(verb: Token) -> Token:
    """The verb whose auxiliary a participle shares where its own is left out: "two were killed and 40 wounded"."""
    for _ in range(SHARED):
        first = leans_on(verb)
        if first is None:
            break
        verb = first
    return verb


def leans_on(verb: Token) -> Token | None:
    """The verb before "and" that a participle without an auxiliary leans on, even where arcs hang it to its noun."""
    if verb.tag_ != "VBN" or any(c.dep_ in AUXILIARIES for c in verb.lefts):
        return None
    joined = verb.head if verb.dep_ == "acl" else verb
    first = joined.head
    return first if joined.dep_ == "conj" and first.tag_.startswith("VB") else None


def tell(
    token: Token,
    trigger: Trigger,
    sentence: Span,
    statement: Statement | None,
    vocabulary: Vocabulary,
    known_names: Names,
    *,
    parsed: bool,
) -> Told | None:
    """How the trigger is told, or `None` where the words tell of no event."""
    if not parsed:
        told: Status = "claimed" if statement else "reported"
        return Told(trigger.kind, within(surface_clause(token, sentence), sentence), told)
    governing = governor(token, trigger, vocabulary)
    judged = status_of(token, trigger, governing, statement, vocabulary)
    if judged is None:
        return None
    bare = trigger.noun and governing.i == token.i
    span = noun_phrase_span(token) if bare else clause_span(governing, token, vocabulary)
    acts, undergoes = find_actors(token, trigger, governing, vocabulary)
    acts = [t for t in acts if t.idx >= sentence.start]
    if not trigger.undergoer:  # "carried out an attack" is done to nobody, but "a fire broke out" is told of the fire
        undergoes = [t for t in undergoes if not _happens(t, vocabulary)]
    return Told(
        trigger.kind, within(span, sentence), *judged, names(acts, known_names), names(undergoes, known_names),
        tuple(phrase_span(a, vocabulary) for a in acts), bare, governing,
        trigger.kind.on_the_ground and is_past(governing) and _has_someone((*acts, *undergoes), vocabulary),
    )  # fmt: skip


def _has_someone(heads: Sequence[Token], vocabulary: Vocabulary) -> bool:
    return any(t.tag_ == "CD" or t.lower_ in vocabulary.someone for t in heads)


def _happens(noun: Token, vocabulary: Vocabulary) -> bool:
    """Whether the noun is itself a happening."""
    kinds = [k for k in vocabulary.triggers.get(noun.lower_, ()) if k.noun]
    return any(not k.needs or any(t.lower_ in k.needs for t in noun.subtree) for k in kinds)


def is_event(told: Told, trigger: Trigger, vocabulary: Vocabulary, *, dated: bool, led: bool) -> bool:
    """Whether the clause tells the event rather than only mentions it."""
    if not (told.actor or told.target or dated or led or told.someone):
        return False
    if told.governing is None:
        return led or dated
    if told.bare:
        return dated or (led and not trigger.background)
    return dated or not _is_background(told, told.governing, vocabulary, led=led)


def _is_background(told: Told, governing: Token, vocabulary: Vocabulary, *, led: bool) -> bool:
    """A clause that only dates or describes something else ("since Velmark invaded", "towns taken by rebels")."""
    if governing.dep_ == "advcl":
        leading = {c.lower_ for c in governing.children if c.dep_ in ("mark", "advmod")} & vocabulary.temporals
        return bool(leading) and (_only_dates(leading, told, vocabulary) or not told.past)
    if governing.dep_ == "pcomp" and governing.head.lower_ in vocabulary.temporals:
        return _only_dates({governing.head.lower_}, told, vocabulary)
    if any(c.tag_ == "TO" for c in governing.children):
        return False
    if governing.tag_ == "VBN" and not led and subject_of(governing) is None:
        return not any(c.dep_ in AUXILIARIES for c in governing.children)
    if governing.dep_ == "acl" and any(c.dep_ in SUBJECTS for c in governing.lefts):
        return told.status in ("planned", "forecast")  # "evidence that rebels shelled the port", not "fears that"
    if governing.dep_ == "acl":
        return governing.tag_ == "VBN" or not led
    return governing.dep_ == "relcl" and not led and not _is_set_off(governing)


def _only_dates(leading: set[str], told: Told, vocabulary: Vocabulary) -> bool:
    """Whether such a clause tells nothing of its own: "since he took office", "when the war began".

    Of 45 others read in news of all kinds, told in a past ("after a bomb exploded"), 38 tell an event.
    """
    return bool(leading & vocabulary.boundaries) or told.kind.lasts != ""


def _is_set_off(clause: Token) -> bool:
    """Whether a comma stands before it: what follows adds to the noun, and does not only tell which one."""
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].is_punct


def within(span: Span, sentence: Span) -> Span:
    """The part of the span that lies in the sentence."""
    return Span(max(span.start, sentence.start), min(span.end, sentence.end))
