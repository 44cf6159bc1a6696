"""Read the measure of a number: what was counted, in the field's terms.

Enters: a scanned sentence, its outcome words, and where the number and its noun stand. Leaves: the measure ("killed",
"missiles fired", "share of wells"), or nothing, and then the number is no figure. What happened to those counted goes
before what they are. Arcs decide where there are any: the verb whose subject or object the counted are, the clause that
hangs on them; without arcs the nearest word of the clause does.
"""

from typing import NamedTuple

from spacy.tokens import Token

from sayso.languages.lexicon import Entry
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.quantities.lexemes import SIGN, Lexeme
from sayso.readings.quantities.scan import NOUNS, Scan
from sayso.readings.quantities.spellings import Spellings

CLAUSE_ENDS = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "appos"})
SUBJECTS = frozenset({"nsubj"})
HANGING = frozenset({"acl", "relcl", "amod", "prep", "advmod", "acomp", "advcl", "xcomp", "pobj", "ccomp", "conj"})
RAISED = frozenset({"xcomp", "acomp", "oprd", "ccomp", "prep"})
FARTHEST = 7
NEAR = 8


class Trigger(NamedTuple):
    """A word of the lexicon at lexemes `[start, stop)`."""

    entry: Entry
    start: int
    stop: int


class Counting(NamedTuple):
    """A number at lexemes `[start, stop)` and its noun at `[stop, end)`."""

    start: int
    stop: int
    end: int


def find_triggers(spellings: Spellings, lexemes: list[Lexeme]) -> list[Trigger]:
    """Every word of `spellings` in the sentence."""
    found, i = [], 0
    while i < len(lexemes):
        at = spellings.at(lexemes, i)
        if at is None:
            i += 1
        else:
            found.append(Trigger(at[0], i, at[1]))
            i = at[1]
    return found


def find_outcome(words: MeasureWords, scan: Scan, outcomes: list[Trigger], counting: Counting) -> Trigger | None:
    """What happened to those counted, or `None`."""
    if not outcomes:
        return None
    people = _counts_people(words, scan, counting)
    fitting = [t for t in outcomes if _fits(words, scan, t, counting, people)]
    beside = _beside(scan, fitting, counting)
    if not scan.parsed:
        return beside or _nearest(scan, fitting, counting)
    told = _by_arcs(scan, fitting, counting)
    if beside is None or (told is not None and told.entry.also.get("strong")):
        return told
    return beside


def _by_arcs(scan: Scan, fitting: list[Trigger], counting: Counting) -> Trigger | None:
    carrier = scan.token(counting.end - 1) or scan.token(counting.start)
    if carrier is None:
        return None
    by_token = {token.i: t for t in fitting for token in _tokens(scan, t)}
    return (
        _hanging(by_token, carrier)
        or _governing(by_token, carrier)
        or (_told_of(by_token, carrier) if counting.end == counting.stop else None)
    )


def _counts_people(words: MeasureWords, scan: Scan, counting: Counting) -> bool | None:
    """Whether persons are counted; `None` where no noun tells."""
    if counting.end == counting.stop:
        return None
    last = counting.end - 1
    low = scan.low(last)
    if low in words.people or scan.tag(last) == "NNPS":
        return True
    capital = scan.lexemes[last].text[0].isupper()
    return True if capital and low not in words.things else False if low in words.things | words.places else None


def _fits(words: MeasureWords, scan: Scan, trigger: Trigger, counting: Counting, people: bool | None) -> bool:
    of = trigger.entry.also["of"]
    noun = scan.low(counting.end - 1) if counting.end > counting.stop else ""
    if counting.start <= trigger.start < counting.stop:
        return False
    if people is None:
        named = counting.end > counting.stop
        if of == "things":
            return False
        counted = trigger.entry.also["side"] == "count" and counting.stop <= trigger.start < counting.end
        return not named or counted or (of == "any" and scan.tag(counting.end - 1) == "NNS")
    if trigger.entry.also.get("civil") and noun in words.counts:
        return False
    things = noun in words.things or noun in words.places
    return of == "any" or (of == "people" and people) or (of == "things" and things)


def _beside(scan: Scan, triggers: list[Trigger], counting: Counting) -> Trigger | None:
    """The outcome that is the counted noun, stands in it, or right behind the number."""
    for trigger in triggers:
        if counting.stop <= trigger.start < max(counting.end, counting.stop + 1):
            return trigger
    for trigger in triggers:
        if trigger.start == counting.end and scan.tag(trigger.start) in {"VBN", "JJ", "", "VBD"}:
            passive = trigger.entry.also["side"] != "subject"
            token = scan.token(trigger.start)
            if token is not None and any(c.dep_ == "dobj" for c in token.rights):
                return None
            return trigger if passive or scan.tag(trigger.start) != "VBN" else None
    return None


def _nearest(scan: Scan, triggers: list[Trigger], counting: Counting) -> Trigger | None:
    """Without arcs: the nearest outcome of the clause, behind the number first."""
    inside = [t for t in triggers if not _parted(scan, t, counting)]
    behind = [t for t in inside if 0 <= t.start - counting.end <= NEAR]
    before = [t for t in inside if 0 <= counting.start - t.stop <= NEAR and t.entry.also["side"] != "subject"]
    return min(behind, key=lambda t: t.start, default=None) or max(before, key=lambda t: t.start, default=None)


def _parted(scan: Scan, trigger: Trigger, counting: Counting) -> bool:
    first, last = sorted((trigger.start, counting.start))
    return any(x.kind == SIGN and x.text in ",;:.—" for x in scan.lexemes[first:last])


def _tokens(scan: Scan, trigger: Trigger) -> list[Token]:
    """The token of a trigger that the rest of it hangs on."""
    tokens = [t for i in range(trigger.start, trigger.stop) if (t := scan.token(i)) is not None]
    inside = {t.i for t in tokens}
    return [t for t in tokens if t.head.i not in inside or t.head.i == t.i][:1]


def _hanging(by_token: dict[int, Trigger], noun: Token) -> Trigger | None:
    """The outcome in what hangs on the noun: "people killed in the raid", "families who fled", "dead people"."""
    level = [c for c in noun.children if c.dep_ in HANGING and c.dep_ != "conj"]
    for _ in range(3):
        for token in level:
            if token.i in by_token and _is_told_of(by_token[token.i], token, noun):
                return by_token[token.i]
        level = [c for t in level for c in t.rights if c.dep_ in HANGING and c.dep_ != "conj"]
    return None


def _is_told_of(trigger: Trigger, token: Token, noun: Token) -> bool:
    """Whether a clause on the noun says the outcome of the noun: "people killed", not "people killing"."""
    if token.head.i != noun.i and token.dep_ in {"prep", "pobj"}:
        return trigger.entry.also["side"] != "object"
    if token.tag_ == "VBN":
        return trigger.entry.also["side"] != "subject" or token.dep_ == "relcl"
    active = token.tag_ in {"VBD", "VBZ", "VBP", "VBG", "VB"}
    return not active or trigger.entry.also["side"] != "object"


def _governing(by_token: dict[int, Trigger], carrier: Token) -> Trigger | None:
    """The verb or noun above the number that the counted are subject or object of."""
    token, way = carrier, 0
    role = ""
    while token.head.i != token.i and way < FARTHEST:
        dep, head = token.dep_, token.head
        if dep == "pobj" and head.dep_ in {"prep", "agent"}:
            role = "including" if head.tag_ == "VBG" else "of" if head.lower_ == "of" else role or "prep"
        elif dep in SUBJECTS | OBJECTS:
            role = dep
        elif dep in CLAUSE_ENDS and token.tag_[:2] == "VB" and role in SUBJECTS:
            return None
        token, way = head, way + 1
        trigger = by_token.get(token.i)
        if trigger is not None and _plays(trigger, token, role):
            return trigger
        if role and token.tag_[:2] == "VB" and token.dep_ not in {"prep", "aux", "auxpass"}:
            raised = next((c for c in token.rights if c.dep_ in RAISED and c.i in by_token), None)
            return by_token[raised.i] if raised is not None and role != "prep" else None
        if role == "including" and token.tag_ in NOUNS:
            hanging = _hanging(by_token, token)
            if hanging is not None:
                return hanging
    return None


def _plays(trigger: Trigger, token: Token, role: str) -> bool:
    side = trigger.entry.also["side"]
    if token.tag_[:2] != "VB":
        return side == "count" or role in {"including", "of"}
    if role == "prep":
        return False
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.lefts)
    if role == "nsubj":
        return side in {"subject", "any"} or passive
    if role in {"dobj", "attr"}:
        return side in {"object", "any", "count"} or trigger.entry.value == trigger.entry.term == "left"
    return True


def _told_of(by_token: dict[int, Trigger], number: Token) -> Trigger | None:
    """The outcome in the subject or object of the number's verb: "the number of people killed rose to 70"."""
    token = number
    for _ in range(FARTHEST):
        if token.tag_[:2] == "VB" or token.head.i == token.i:
            break
        token = token.head
    if token.i in by_token and token.dep_ in {"acl", "relcl"}:
        return by_token[token.i]
    for child in token.children:
        if child.dep_ in SUBJECTS | OBJECTS and child.i < number.i:
            found = by_token.get(child.i) or _hanging(by_token, child)
            if found is not None:
                return found
    return None
