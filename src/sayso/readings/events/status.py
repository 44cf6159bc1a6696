"""Tell how an event is told: as a fact, as planned, as feared, as denied.

Enters: the trigger, the token that governs its clause, the statement it stands in. Leaves: a status and whether it is
negated. Refused (`None`): what is only asked for, wished, meant to be prevented, or put as a question; none of these
tells of an event.
"""

from spacy.tokens import Token

from sayso.model import Statement, Status
from sayso.readings.events.triggers import subject_of
from sayso.readings.events.vocabulary import Trigger, Vocabulary

AUXILIARIES = frozenset({"aux", "auxpass"})
LOOK_UP = 6
"""Arcs that are climbed to the verb or the condition that decides; longer chains are parses gone wrong."""


def status_of(
    trigger: Token, kind: Trigger, governing: Token, statement: Statement | None, vocabulary: Vocabulary
) -> tuple[Status, bool] | None:
    """Status and negation of the event, or `None` where the words tell of none."""
    chain = _chain(trigger, governing)
    words = {w for token in chain for w in _modal_words(token)} | {t.lower_ for t in chain[1:]}
    if words & (vocabulary.asked | vocabulary.stopped) or _is_asked(governing, vocabulary):
        return None
    if (
        _is_purpose(governing, vocabulary)
        or _is_of_nobody(governing, vocabulary)
        or _is_counterfactual(trigger, vocabulary)
    ):
        return None
    negated = (
        bool(words & (vocabulary.negations | vocabulary.failed))
        or _denied_phrase(trigger, vocabulary)
        or (governing.dep_ == "acl" and _denied_phrase(governing.head, vocabulary))
    )
    told: Status = "claimed" if statement is not None else "reported"
    if (
        (statement is not None and statement.act == "deny")
        or words & vocabulary.denied
        or _is_denied(governing, vocabulary)
    ):
        return "denied", negated
    if (
        words & vocabulary.forecast
        or _is_conditional(governing, vocabulary)
        or _is_foreseen(governing, statement, vocabulary)
    ):
        return "forecast", negated
    if words & vocabulary.planned or _is_planned(governing, vocabulary):
        return ("forecast" if kind.undergoer else "denied" if negated else "planned"), negated
    if negated and not words & vocabulary.failed:
        return "denied", True
    return told, negated


def _is_foreseen(governing: Token, statement: Statement | None, vocabulary: Vocabulary) -> bool:
    """ "expects the economy to shrink": nothing of what a forecast says has happened yet."""
    if statement is not None and statement.act == "forecast":
        return True
    return governing.dep_ in ("ccomp", "xcomp") and governing.head.lower_ in vocabulary.forecast


def _chain(trigger: Token, governing: Token) -> list[Token]:
    """The trigger and the tokens above it up to the governing verb."""
    chain = [trigger]
    for _ in range(LOOK_UP):
        if chain[-1] is governing or chain[-1].i == governing.i or chain[-1].head is chain[-1]:
            break
        chain.append(chain[-1].head)
    if governing.dep_ == "conj" and not any(c.dep_ in AUXILIARIES or c.dep_ == "nsubj" for c in governing.children):
        chain.append(governing.head)
    return chain


def _modal_words(token: Token) -> list[str]:
    """Auxiliaries, negations and adverbs that stand with a token."""
    found = []
    for child in token.children:
        if child.dep_ in AUXILIARIES or child.dep_ in ("neg", "advmod", "det", "acomp", "preconj"):
            found.append(child.lower_)
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            found.extend(c.lower_ for c in child.children if c.dep_ in ("det", "neg"))
    return found


def _is_asked(governing: Token, vocabulary: Vocabulary) -> bool:
    """ "asked Velmark to send planes", "demanded that talks resume", also of what "or" adds to it."""
    while governing.dep_ == "conj" and governing.tag_ == "VB" and governing.head.tag_ == "VB":
        governing = governing.head
    head = governing.head
    if head.lower_ not in vocabulary.asked:
        return False
    if governing.dep_ == "ccomp":
        return governing.tag_ == "VB" and not any(c.tag_ == "MD" for c in governing.children)
    return governing.dep_ in ("xcomp", "advcl", "acl", "dobj", "pcomp", "pobj")


def _is_purpose(governing: Token, vocabulary: Vocabulary) -> bool:
    """ "to attack" as an aim, where nothing says that it was decided."""
    if governing.dep_ not in ("advcl", "acl", "relcl") or not any(c.tag_ == "TO" for c in governing.children):
        return False
    return governing.head.lower_ not in vocabulary.plans | vocabulary.planned | vocabulary.forecast


def _is_of_nobody(governing: Token, vocabulary: Vocabulary) -> bool:
    """ "It is a crime to attack", "providing aid is dear": an infinitive or gerund that nobody is the subject of."""
    if governing.dep_ in ("csubj", "pcomp") and governing.tag_ == "VBG":
        return governing.head.lower_ not in vocabulary.temporals
    if governing.tag_ != "VB" or not any(c.tag_ == "TO" for c in governing.children):
        return False
    return governing.dep_ not in ("acl", "relcl", "advcl") and subject_of(governing) is None


def _is_counterfactual(trigger: Token, vocabulary: Vocabulary) -> bool:
    """ "would have sent": it did not."""
    auxiliaries = [c for c in trigger.children if c.dep_ in AUXILIARIES]
    return any(c.lower_ in vocabulary.hypotheticals for c in auxiliaries) and any(
        c.tag_ == "VB" and trigger.tag_ == "VBN" and c.dep_ == "aux" for c in auxiliaries
    )


def _is_planned(governing: Token, vocabulary: Vocabulary) -> bool:
    """ "is to meet", "a decision to deploy"."""
    if not any(c.tag_ == "TO" for c in governing.children):
        return False
    if governing.dep_ in ("acl", "relcl", "advcl"):
        return governing.head.lower_ in vocabulary.plans | vocabulary.planned
    head = governing.head
    return governing.dep_ == "xcomp" and (head.lower_ in vocabulary.planned or head.tag_ in ("VBZ", "VBP"))


def _is_conditional(governing: Token, vocabulary: Vocabulary) -> bool:
    token = governing
    for _ in range(LOOK_UP):
        for child in token.children:
            if child.dep_ == "mark" and child.lower_ in vocabulary.conditions:
                return True
            if _is_condition(child, vocabulary):
                return True
        if token.dep_ not in ("conj", "xcomp", "ccomp", "advcl", "acl", "relcl") or token.head is token:
            return False
        if token.dep_ in ("relcl", "acl"):
            return False
        token = token.head
        if token.dep_ == "ROOT" and token.lower_ not in vocabulary.forecast:
            return token.lower_ in vocabulary.forecast
    return False


def _is_condition(child: Token, vocabulary: Vocabulary) -> bool:
    is_clause = child.dep_ == "advcl" and child.tag_.startswith("VB")
    return is_clause and any(c.lower_ in vocabulary.conditions for c in child.children)


def _is_denied(governing: Token, vocabulary: Vocabulary) -> bool:
    head = governing.head
    return governing.dep_ in ("ccomp", "xcomp", "dobj", "pcomp") and head.lower_ in vocabulary.denied


def _denied_phrase(trigger: Token, vocabulary: Vocabulary) -> bool:
    """ "no evidence of landings", "without a fight", "no indication that troops left"."""
    if any(c.dep_ in ("det", "neg") and c.lower_ in vocabulary.negations for c in trigger.children):
        return True
    head = trigger.head
    return head.dep_ == "prep" and head.lower_ in vocabulary.negations
