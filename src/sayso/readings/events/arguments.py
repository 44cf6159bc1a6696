"""Find who did it to whom.

Enters: the trigger with the token that governs its clause, and the actors that were read. Leaves: names. They are the
actor reader's where it covers them, else the phrase without its article. Refused: a pronoun that nobody resolved, a
clause in the place of a name.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.model import Actor, Span, Time
from sayso.readings.events.triggers import subject_of
from sayso.readings.events.vocabulary import Trigger, Vocabulary

NAME_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "CD"})
LONGEST_NAME = 8
"""Words before its head that a name keeps."""


class Names:
    """The actors of a document, asked by token."""

    def __init__(self, actors: Sequence[Actor], times: Sequence[Time]) -> None:
        self._times = sorted(t.span for t in times)
        self._mentions = sorted((m, a.name) for a in actors for m in a.mentions)
        self._starts = [m.start for m, _ in self._mentions]

    def is_time(self, token: Token) -> bool:
        """Whether the token is part of a time ("today's attack")."""
        position = bisect_left(self._times, Span(token.idx + 1, 0)) - 1
        return position >= 0 and self._times[position].end > token.idx

    def at(self, token: Token) -> str | None:
        """The name of the actor whose mention covers the token, if one does."""
        position = bisect_left(self._starts, token.idx + 1) - 1
        for mention, name in self._mentions[max(0, position - 2) : position + 1][::-1]:
            if mention.start <= token.idx and token.idx + len(token) <= mention.end:
                return name
        return None


def find_actors(
    trigger: Token, kind: Trigger, governing: Token, vocabulary: Vocabulary
) -> tuple[list[Token], list[Token]]:
    """The heads of the phrases that act and of those acted upon."""
    if governing.i == trigger.i and kind.noun:
        return list(_noun_actors(trigger, vocabulary)), list(_noun_targets(trigger, vocabulary))
    subject = subject_of(governing) if not kind.noun or governing.dep_ != "ROOT" else _own_subject(governing)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in trigger.children) or (
        trigger.tag_ == "VBN"
        and trigger.dep_ in ("acl", "relcl")
        and not any(c.dep_ == "aux" for c in trigger.children)
    )
    agents = [p for c in trigger.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    objects = [c for c in trigger.children if c.dep_ in ("dobj", "dative")]
    if kind.noun:
        own = [] if subject is None or trigger.i in (subject.i, subject.head.i) else [subject]
        acts, undergoes = list(_noun_actors(trigger, vocabulary)), list(_noun_targets(trigger, vocabulary))
        return (
            (acts, own + undergoes)
            if trigger.dep_ == "pobj" and trigger.head.head.i == governing.i
            else (own + acts, undergoes)
        )
    if passive or kind.undergoer:
        return agents, [] if subject is None else [subject]
    return ([] if subject is None else [subject]), objects


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) or subject_of(verb)


def _noun_actors(noun: Token, vocabulary: Vocabulary) -> Iterator[Token]:
    """Those before the noun ("Velmark's", "Ardanian"), after "by" and on both sides of "between"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("compound", "amod", "nmod") and child.text[:1].isupper()):
            yield child
        elif child.dep_ in ("prep", "agent") and child.lower_ in vocabulary.agents:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from inner.conjuncts


def _noun_targets(noun: Token, vocabulary: Vocabulary) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in vocabulary.patients:
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def name_of(head: Token, known_names: Names) -> str | None:
    """The name of the phrase with this head, or `None` for a pronoun or a clause."""
    known = known_names.at(head)
    if known is not None:
        return known
    if known_names.is_time(head):
        return None
    if head.tag_ not in NAME_TAGS or (head.tag_ == "CD"):
        return None
    if head.tag_ == "JJ" and not head.text[:1].isupper():
        return None
    first = head.i
    while first > head.left_edge.i and head.i - first < LONGEST_NAME and _belongs(head.doc[first - 1], head):
        first -= 1
    doc = head.doc
    return str(doc[first : head.i + 1].text)


def _belongs(token: Token, head: Token) -> bool:
    return token.tag_ in NAME_TAGS and token.tag_ != "CD" and head.is_ancestor(token)


def names(heads: Sequence[Token], known_names: Names) -> tuple[str, ...]:
    """The names of several phrases and of what is coordinated with them, each once."""
    found: dict[str, None] = {}
    for head in heads:
        for one in (head, *head.conjuncts):
            name = name_of(one, known_names)
            if name:
                found.setdefault(name)
    return tuple(found)


def phrase_span(head: Token, vocabulary: Vocabulary) -> Span:
    """The words of a phrase up to its head, and those that "of" adds."""
    last = head
    for child in head.children:
        if child.i > head.i and child.lower_ in vocabulary.partitives:
            last = child.right_edge
    return Span(head.left_edge.idx, last.idx + len(last))
