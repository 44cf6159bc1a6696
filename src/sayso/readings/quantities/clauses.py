"""Find the nouns around a quantity that it may be said of: what it stands before, behind or in, object and subject.

Enters: the `Carrier` of a quantity, which is the token that its number or unit hangs on. Leaves: nouns, or nothing.
Arcs decide; a clause that has no subject of its own takes the one of the clause above it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.readings.quantities.scan import NOUNS

MODIFIES = frozenset({"nummod", "compound", "amod", "quantmod", "nmod", "punct", "advmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "oprd"})
BELOW_A_NOUN = frozenset({"prep", "acl", "relcl", "appos", "nummod", "amod", "advcl", "npadvmod"})
CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp"})
RELATIVE = frozenset({"WDT", "WP"})
LONGEST_WAY = 10


@dataclass(frozen=True, slots=True, eq=False)
class Carrier:
    """The highest token of a quantity's own words, and the indices that are its own and any quantity's.

    `counted` says that its unit is a noun of the sentence, `timed` that it measures time.
    """

    token: Token
    own: frozenset[int]
    taken: frozenset[int]
    counted: bool
    timed: bool

    def is_free(self, token: Token) -> bool:
        """Whether `token` is a noun that belongs to no quantity."""
        return token.tag_ in NOUNS and token.i not in self.taken and token.i not in self.own

    def ways_up(self, token: Token) -> Iterator[tuple[Token, Token]]:
        """Each token on the way up from `token` with its head."""
        for _ in range(LONGEST_WAY):
            if token.head.i == token.i:
                return
            yield token, token.head
            token = token.head


def modified_noun(carrier: Carrier) -> Token | None:
    """The noun that the quantity stands before: "wall" in "a 10-foot wall"."""
    for token, head in carrier.ways_up(carrier.token):
        if token.dep_ not in MODIFIES or head.i < token.i:
            return None
        if carrier.is_free(head):
            return _whole(carrier, head)
        if is_verb(head):
            return None
    return None


def _whole(carrier: Carrier, noun: Token) -> Token:
    """The head of the compound that `noun` is part of."""
    for token, head in carrier.ways_up(noun):
        if token.dep_ not in {"compound", "nmod"} or head.i < token.i or not carrier.is_free(head):
            return token
    return noun.head if noun.dep_ in {"compound", "nmod"} and carrier.is_free(noun.head) else noun


def complement(carrier: Carrier, of: frozenset[str], among: frozenset[str], times: frozenset[str]) -> Token | None:
    """The noun that "of" behind the quantity names, or one of the prepositions `among`: "gas" in "3 litres of gas"."""
    doc = carrier.token.doc
    for i in sorted(carrier.own):
        for child in doc[i].rights:
            if child.i in carrier.own or child.dep_ != "prep":
                continue
            plain = child.lower_ in of
            if not plain and (carrier.counted or child.lower_ not in among):
                continue
            for named in child.rights:
                if named.dep_ == "pobj" and carrier.is_free(named) and (plain or named.lower_ not in times):
                    return named
    return None


def is_verb(token: Token) -> bool:
    """Whether the token is a verb or a modal."""
    return token.tag_[:2] in {"VB", "MD"}


@dataclass(slots=True, eq=False)
class Surroundings:
    """What holds the quantity: a noun before it, its clause's object and subject; `crossed` says that the subject is
    that of a clause further up, `guessed` that a pronoun stands for it."""

    governor: Token | None = None
    object: Token | None = None
    subject: Token | None = None
    crossed: bool = False
    guessed: bool = False


def surroundings(carrier: Carrier, start: Token, times: frozenset[str]) -> Surroundings:
    """What is found on the way up from `start`, which is the quantity or the noun that it modifies."""
    found = Surroundings()
    inside_subject = False
    for token, head in carrier.ways_up(start):
        if token.dep_ in SUBJECTS:
            inside_subject = True
        if carrier.is_free(head) and found.governor is None and _governs(carrier, token, head, times):
            found.governor = head
        if is_verb(head):
            if found.object is None:
                found.object = _object(carrier, token, head, times)
            subject = None if inside_subject else _subject_of(head, token)
            if subject is not None:
                _take(carrier, found, subject, head)
                return found
            inside_subject = inside_subject and token.dep_ in SUBJECTS
        found.crossed = found.crossed or token.dep_ in CLAUSES
    return found


def _governs(carrier: Carrier, token: Token, head: Token, times: frozenset[str]) -> bool:
    before = head.i < min(carrier.own, default=token.i)
    below = token.dep_ == "prep" if carrier.counted else token.dep_ in BELOW_A_NOUN
    return before and below and head.lower_ not in times


def _object(carrier: Carrier, token: Token, verb: Token, times: frozenset[str]) -> Token | None:
    if token.dep_ not in {"prep", "npadvmod", "advmod"}:
        return None
    for child in verb.children:
        behind = child.i < min(carrier.own, default=0)
        if child.dep_ in OBJECTS and child.i != token.i and behind and carrier.is_free(child):
            return child if child.lower_ not in times else None
    return None


def _subject_of(verb: Token, came: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i != came.i:
            return child
    return None


def _take(carrier: Carrier, found: Surroundings, subject: Token, verb: Token) -> None:
    """Set the subject: a noun, what a relative pronoun stands for, or the noun that another pronoun may stand for."""
    if subject.i > min(carrier.own, default=0):
        return
    if subject.tag_ in RELATIVE and verb.dep_ == "relcl":
        found.subject = verb.head if carrier.is_free(verb.head) else None
        if found.governor is found.subject:
            found.governor = None
    elif subject.tag_ == "PRP":
        found.subject, found.guessed = _antecedent(carrier, subject), True
    elif _is_named(subject) and subject.i not in carrier.taken | carrier.own:
        found.subject = subject


def _is_named(subject: Token) -> bool:
    """Whether the subject is a noun or used as one ("sampling"), or a name that the tagger missed."""
    return subject.tag_ in NOUNS or subject.tag_ == "VBG" or (subject.tag_ == "JJ" and subject.text[0].isupper())


def noun_before(carrier: Carrier, gaps: frozenset[str], limit: int) -> tuple[Token | None, int]:
    """The noun on the left of the quantity with at most `limit` words between, and how many of these are no `gaps`."""
    doc, i, other = carrier.token.doc, min(carrier.own, default=0) - 1, 0
    first = max(carrier.token.sent.start, i - limit)
    while i >= first:
        if carrier.is_free(doc[i]):
            whole = _whole(carrier, doc[i])
            return (whole if whole.i < min(carrier.own) else doc[i]), other
        other += doc[i].lower_ not in gaps
        i -= 1
    return None, other


def _antecedent(carrier: Carrier, pronoun: Token) -> Token | None:
    """The last subject before the pronoun in its sentence, whatever its number, or nothing."""
    doc = pronoun.doc
    for i in range(pronoun.i - 1, max(pronoun.sent.start, pronoun.i - 60) - 1, -1):
        token = doc[i]
        if token.dep_ in SUBJECTS and carrier.is_free(token):
            return token
    return None
