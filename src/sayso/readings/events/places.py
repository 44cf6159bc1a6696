"""Choose the setting of an event: its place, its day.

Enters: the clause of the event, its sentence, and the times and places that were read. Leaves: one place and one day,
or none. A place counts by its role: one that a locative preposition or the verb itself leads to comes before one that
only qualifies ("Ardanian cities"), and what acts is no place. Among those the most specific wins. "The city" stands for
the last city named. A sentence lends its clause a place or a day only where it holds one alone. Refused: a day before
or until which something happened, the day in a dateline.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from sayso.model import Place, Span, Time
from sayso.readings.events.triggers import Vocabulary

SPECIFIC = {"site": 6, "city": 5, "water": 4, "area": 3, "region": 3, "country": 2, "continent": 1}
QUALIFIERS = frozenset({"compound", "nmod", "amod", "poss", "appos", "conj", "nummod", "punct"})
REACHED = frozenset({"dobj", "nsubjpass", "npadvmod"})
COARSE = re.compile(r"\d{4}(-\d{2})?")
BEFORE_A_TIME = 16
ROLE_STEPS = 6


class Surroundings:
    """The times and places of a document, asked by place in the text."""

    def __init__(self, doc: Doc, times: Sequence[Time], places: Sequence[Place]) -> None:
        self.doc = doc
        self.times = sorted((t for t in times if t.begin and t.type in ("DATE", "TIME")), key=lambda t: t.span)
        self.places = sorted(places, key=lambda p: p.span)
        self._time_starts = [t.span.start for t in self.times]
        self._place_starts = [p.span.start for p in self.places]

    def times_in(self, span: Span) -> list[Time]:
        """The dated times that start within `span`."""
        return self.times[bisect_left(self._time_starts, span.start) : bisect_left(self._time_starts, span.end)]

    def places_in(self, span: Span) -> list[Place]:
        """The places that start within `span`."""
        return self.places[bisect_left(self._place_starts, span.start) : bisect_left(self._place_starts, span.end)]

    def last_place(self, kind: str, before: int) -> Place | None:
        """The last place of this kind named before the offset."""
        for place in reversed(self.places[: bisect_left(self._place_starts, before)]):
            if place.kind == kind:
                return place
        return None

    def root(self, place: Place) -> Token | None:
        """The token that carries the place's name."""
        words = self.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        return None if words is None else words.root

    def leader(self, place: Place, grounds: frozenset[str]) -> str:
        """The preposition that leads to a place, "=" where a verb does, "" where it only qualifies or acts.

        `grounds` are nouns that a qualifier locates ("Ardanian cities").
        """
        token = self.root(place)
        if token is None:
            return ""
        qualifies = False
        for _ in range(ROLE_STEPS):
            if token.dep_ in ("amod", "poss") and token.head.lower_ not in grounds:
                return ""
            qualifies = qualifies or token.dep_ in ("compound", "amod", "nmod", "poss")
            if token.dep_ not in QUALIFIERS or token.head is token:
                break
            token = token.head
        if token.dep_ == "pobj":
            return str(token.head.lower_)
        return "=" if token.dep_ in REACHED and not qualifies else ""


def place_in(
    clause: Span, acting: Sequence[Span], governing: Token | None, around: Surroundings, vocabulary: Vocabulary
) -> tuple[Place | None, bool]:
    """The place of the clause, and whether words lead to it rather than that it only qualifies something."""
    if governing is not None and governing.dep_ == "relcl":
        head = governing.head
        for place in around.places_in(Span(head.idx, head.idx + 1)):
            if not any(a.covers(place.span) for a in acting):
                return place, True
    best: tuple[tuple[bool, int], Place] | None = None
    for place in around.places_in(clause):
        if any(a.covers(place.span) for a in acting):
            continue
        leader = "=" if governing is None else around.leader(place, vocabulary.grounds)
        led = leader == "=" or leader in vocabulary.locatives
        if governing is not None and _is_of_the_background(around.root(place), governing, vocabulary):
            continue
        rank = (led, SPECIFIC[place.kind])
        if (led or place.kind != "continent") and (best is None or rank > best[0]):
            best = rank, place
    return (None, False) if best is None else (best[1], best[0][0])


def _is_of_the_background(token: Token | None, governing: Token, vocabulary: Vocabulary) -> bool:
    """ "sanctions over the war in Ardania": the place of the war."""
    for _ in range(ROLE_STEPS):
        if token is None or token.i == governing.i or token.head is token:
            return False
        token = token.head
        if token.i != governing.i and any(t.background for t in vocabulary.triggers.get(token.lower_, ())):
            return token.head.i != governing.i or token.dep_ not in ("nsubj", "nsubjpass", "dobj")
    return False


def place_meant(clause: Span, around: Surroundings, vocabulary: Vocabulary) -> Place | None:
    """The place that "the city" or "the plant" in the clause stands for: the last one named of that kind."""
    words = around.doc.char_span(clause.start, clause.end, alignment_mode="expand")
    for token in words if words is not None else ():
        kind = vocabulary.anaphora.get(token.lower_)
        if kind is not None and token.i and around.doc[token.i - 1].lower_ in vocabulary.definite:
            return around.last_place(kind, token.idx)
    return None


def place_beside(
    clause: Span, scope: Span, acting: Sequence[Span], around: Surroundings, vocabulary: Vocabulary
) -> Place | None:
    """The place that the rest of the sentence locates the clause in, where it names one alone."""
    outside = [
        p
        for p in around.places_in(scope)
        if not clause.overlaps(p.span)
        and not any(a.covers(p.span) for a in acting)
        and around.leader(p, vocabulary.grounds) in vocabulary.locatives
    ]
    names = {p.name for p in outside}
    return outside[0] if len(names) == 1 else None


def days_in(
    span: Span, text: str, around: Surroundings, vocabulary: Vocabulary, *, alone: bool
) -> tuple[str | None, str | None]:
    """First and last day that a time of `span` gives; where `alone`, only if it gives one."""
    usable = [t for t in around.times_in(span) if not _is_bounded(t, text, vocabulary) and not _is_dateline(t, text)]
    usable = [t for t in usable if t.begin == t.end] or usable
    if not usable or (alone and len({t.begin for t in usable}) > 1):
        return None, None
    return _days(usable[0])


def _days(time: Time) -> tuple[str | None, str | None]:
    if COARSE.fullmatch(time.value):
        return time.value, None
    return time.begin, (time.end if time.end != time.begin else None)


def _is_bounded(time: Time, text: str, vocabulary: Vocabulary) -> bool:
    """ "before Friday", "until 3 March": the event is not of that day."""
    before = text[max(0, time.span.start - BEFORE_A_TIME) : time.span.start].split()[-2:]
    return any(word.lower() in vocabulary.boundaries for word in before)


def _is_dateline(time: Time, text: str) -> bool:
    """ "(Dec. 30) –" and "(Jan. 25, 2013)" before a line break: the day of the report."""
    if text[max(0, time.span.start - 1) : time.span.start] != "(" or text[time.span.end : time.span.end + 1] != ")":
        return False
    after = text[time.span.end + 1 : time.span.end + 4]
    return "\n" in after or after.lstrip()[:1] in ("-", "–", "—")


def phrase_span(head: Token) -> Span:
    """The words of a phrase up to its head, and those that "of" adds."""
    last = head
    for child in head.children:
        if child.i > head.i and child.lower_ == "of":
            last = child.right_edge
    return Span(head.left_edge.idx, last.idx + len(last))
