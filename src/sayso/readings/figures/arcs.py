"""Find the outcome of those counted by the arcs of the parse.

Enters: a scanned sentence, the outcome words that may be meant, and where the number and its noun stand. Leaves: the
outcome that hangs on the counted ("people killed in the raid"), the verb that they are subject or object of, or the
outcome in the subject of a bare number's verb ("the number of people killed rose to 70"); else nothing.
"""

from spacy.tokens import Token

from sayso.readings.figures.triggers import Counting, Trigger
from sayso.readings.quantities.scan import NOUNS, Scan

CLAUSE_ENDS = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "appos"})
SUBJECTS = frozenset({"nsubj"})
HANGING = frozenset({"acl", "relcl", "amod", "prep", "advmod", "acomp", "advcl", "xcomp", "pobj", "ccomp", "conj"})
RAISED = frozenset({"xcomp", "acomp", "oprd", "ccomp", "prep", "pcomp"})
RAISED_DEEP = 3
FARTHEST = 7


def by_arcs(ofs: frozenset[str], scan: Scan, fitting: list[Trigger], counting: Counting) -> Trigger | None:
    """The outcome of those counted, or `None`; `ofs` are the language's words for "of"."""
    carrier = scan.token(counting.end - 1) or scan.token(counting.start)
    if carrier is None:
        return None
    by_token = {token.i: t for t in fitting for token in _tokens(scan, t)}
    if counting.end > counting.stop:
        hanging, governing = _hanging(by_token, carrier), _governing(ofs, by_token, carrier)
        yields = hanging is None or (governing is not None and _goes_on(scan, hanging, governing))
        return governing if yields else hanging
    return _governing(ofs, by_token, carrier) or _hanging(by_token, carrier) or _told_of(by_token, carrier)


def _goes_on(scan: Scan, before: Trigger, now: Trigger) -> bool:
    """Whether `now` came about after `before`, or goes before it: "people who fled have returned", not "12 wounded"."""
    came_about = scan.tag(now.start) in {"VBN", "VBD"} and any(
        t.dep_ == "relcl" or t.tag_ == "VBG" for t in _tokens(scan, before)
    )
    return bool(now.entry.also.get("strong") and (before.entry.also.get("stock") or came_about))


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


def _governing(ofs: frozenset[str], by_token: dict[int, Trigger], carrier: Token) -> Trigger | None:
    """The verb or noun above the number that the counted are subject or object of."""
    token, way = carrier, 0
    role = ""
    while token.head.i != token.i and way < FARTHEST:
        dep, head = token.dep_, token.head
        if dep == "pobj" and head.dep_ in {"prep", "agent"}:
            role = "including" if head.tag_ == "VBG" else "of" if head.lower_ in ofs else role or "prep"
        elif dep in SUBJECTS | OBJECTS:
            role = role if role == "prep" else dep
        elif dep in CLAUSE_ENDS and token.tag_[:2] == "VB" and role in SUBJECTS:
            return None
        token, way = head, way + 1
        trigger = by_token.get(token.i)
        if trigger is not None and _plays(trigger, token, role):
            return trigger
        if role and token.tag_[:2] == "VB" and token.dep_ not in {"prep", "aux", "auxpass"}:
            return _raised(by_token, token) if role != "prep" else None
        if role == "including" and token.tag_ in NOUNS:
            hanging = _hanging(by_token, token)
            if hanging is not None:
                return hanging
    return None


def _raised(by_token: dict[int, Trigger], verb: Token) -> Trigger | None:
    """The outcome in what the verb raises: "are known to have died", "is confirmed as having died"."""
    level = [verb]
    for _ in range(RAISED_DEEP):
        level = [c for token in level for c in token.rights if c.dep_ in RAISED]
        for token in level:
            if token.i in by_token:
                return by_token[token.i]
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
        return side in {"object", "any", "count"}
    return True


def _told_of(by_token: dict[int, Trigger], number: Token) -> Trigger | None:
    """The outcome in the subject or object of the number's verb: "the number of people killed rose to 70"."""
    token = number
    for _ in range(FARTHEST):
        if token.head.i == token.i or (token.tag_[:2] == "VB" and token.dep_ != "xcomp"):
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
