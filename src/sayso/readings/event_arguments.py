"""Find who did it, to whom, where and when.

Enters: the trigger with its clause, and the times, places and actors that were read. Leaves: names, one place and one
day. Names are the actor reader's where it covers them, else the phrase without its article; a pronoun that nobody
resolved is no name. The place is the most specific one of the clause that is not itself the one who acts, else of the
sentence; the day is that of the clause, else the only one of the sentence. Refused: a day before or until which
something happened.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.model import Actor, Place, Span, Time
from sayso.readings.event_triggers import Trigger, Vocabulary, subject_of

SPECIFIC = {"site": 6, "city": 5, "water": 4, "area": 3, "region": 3, "country": 2, "continent": 1}
NAME_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "CD"})
LONGEST_NAME = 8


class Surroundings:
    """What the other readers found in a document, ready to be asked by place in the text."""

    def __init__(self, times: Sequence[Time], places: Sequence[Place], actors: Sequence[Actor]) -> None:
        self.times = sorted((t for t in times if t.begin and t.type in ("DATE", "TIME")), key=lambda t: t.span)
        self.places = sorted(places, key=lambda p: p.span)
        self._time_starts = [t.span.start for t in self.times]
        self._place_starts = [p.span.start for p in self.places]
        mentions = sorted((m, a.name) for a in actors for m in a.mentions)
        self._mentions = mentions
        self._mention_starts = [m.start for m, _ in mentions]

    def times_in(self, span: Span) -> list[Time]:
        """The dated times that start within `span`."""
        return self.times[bisect_left(self._time_starts, span.start) : bisect_left(self._time_starts, span.end)]

    def places_in(self, span: Span) -> list[Place]:
        """The places that start within `span`."""
        return self.places[bisect_left(self._place_starts, span.start) : bisect_left(self._place_starts, span.end)]

    def actor_at(self, token: Token) -> str | None:
        """The name of the actor whose mention covers the token, if one does."""
        position = bisect_left(self._mention_starts, token.idx + 1) - 1
        for mention, name in self._mentions[max(0, position - 2) : position + 1][::-1]:
            if mention.start <= token.idx and token.idx + len(token) <= mention.end:
                return name
        return None


def find_actors(trigger: Token, kind: Trigger, governing: Token) -> tuple[list[Token], list[Token]]:
    """The heads of the phrases that act and of those acted upon."""
    if governing.i == trigger.i and kind.noun:
        return list(_noun_actors(trigger)), list(_noun_targets(trigger))
    subject = subject_of(governing) if not kind.noun or governing.dep_ != "ROOT" else _own_subject(governing)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in trigger.children) or (
        trigger.tag_ == "VBN"
        and trigger.dep_ in ("acl", "relcl")
        and not any(c.dep_ == "aux" for c in trigger.children)
    )
    agents = [p for c in trigger.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    objects = [c for c in trigger.children if c.dep_ in ("dobj", "dative")]
    if kind.noun:
        own = [] if subject is None or subject.i == trigger.i else [subject]
        return own + list(_noun_actors(trigger)), list(_noun_targets(trigger))
    if passive or kind.undergoer:
        return agents, [] if subject is None else [subject]
    return ([] if subject is None else [subject]), objects


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) or subject_of(verb)


def _noun_actors(noun: Token) -> Iterator[Token]:
    """Those before the noun ("Velmark's", "Ardanian"), after "by" and on both sides of "between"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("compound", "amod", "nmod") and child.text[:1].isupper()):
            yield child
        elif child.dep_ in ("prep", "agent") and child.lower_ in ("by", "between", "with"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from inner.conjuncts


def _noun_targets(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("against", "on", "of"):
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def name_of(head: Token, surroundings: Surroundings) -> str | None:
    """The name of the phrase with this head, or `None` for a pronoun or a clause."""
    known = surroundings.actor_at(head)
    if known is not None:
        return known
    if head.tag_ not in NAME_TAGS or (head.tag_ == "CD"):
        return None
    if head.tag_ == "JJ" and not head.text[:1].isupper():
        return None
    first = head.i
    while first > head.left_edge.i and head.i - first < LONGEST_NAME and _belongs(head.doc[first - 1], head):
        first -= 1
    doc = head.doc
    return str(doc.text[doc[first].idx : head.idx + len(head)])


def _belongs(token: Token, head: Token) -> bool:
    return token.tag_ in NAME_TAGS and token.tag_ != "CD" and head.is_ancestor(token)


def names(heads: Sequence[Token], surroundings: Surroundings) -> tuple[str, ...]:
    """The names of several phrases and of what is coordinated with them, each once."""
    found: dict[str, None] = {}
    for head in heads:
        for one in (head, *head.conjuncts):
            name = name_of(one, surroundings)
            if name:
                found.setdefault(name)
    return tuple(found)


def place_of(clause: Span, sentence: Span, acting: Sequence[Span], surroundings: Surroundings) -> Place | None:
    """The most specific place of the clause, else of the sentence, that does not only name who acts."""
    for span in (clause, sentence):
        best: Place | None = None
        for place in surroundings.places_in(span):
            if any(a.covers(place.span) for a in acting):
                continue
            if best is None or SPECIFIC[place.kind] > SPECIFIC[best.kind]:
                best = place
        if best is not None:
            return best
    return None


def days_of(
    clause: Span, sentence: Span, text: str, surroundings: Surroundings, vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """First and last day of the event, where one time tells them."""
    for span in (clause, sentence):
        usable = [t for t in surroundings.times_in(span) if not _is_bounded(t, text, vocabulary)]
        days = {t.begin for t in usable}
        if usable and (span is clause or len(days) == 1):
            begin, end = usable[0].begin, usable[0].end
            return begin, (end if end != begin else None)
    return None, None


def _is_bounded(time: Time, text: str, vocabulary: Vocabulary) -> bool:
    """ "before Friday", "until 3 March": the event is not of that day."""
    before = text[max(0, time.span.start - 16) : time.span.start].split()[-2:]
    return any(word.lower() in vocabulary.boundaries for word in before)
