"""Find who does a verb of saying, by the arcs of the parse and, where those fail, by what stands beside it.

Enters: the verb. Leaves: the head of its subject, the word that stands for it ("who"), and the relay that passes on
what it said ("Interfax quoted an official as saying"). Beside the arcs count: the name between commas right before
the verb ("the minister, Karl Olsen, said"), the noun right before it where the parse looks elsewhere, and the noun
right after it in ", announced the council".
"""

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.readings.statements.speech_words import SpeechWords

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMES = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_BEFORE_INVERSION = frozenset({",", '"', "”", "''", "’", "'", "»", "—", "–", "-"})
_FAR = frozenset({"pobj", "npadvmod", "tmod", "nummod", "poss"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of a subject, where it is written if elsewhere, and who passes its words on."""

    head: Token | None = None
    written: Token | None = None
    relay: Token | None = None


NO_SUBJECT = Subject()


def find_subject(verb: Token, last: int, words: SpeechWords, *, aside: bool) -> Subject:
    """Who does `verb`, whose cue ends at token `last`; `aside` where it may stand after what was said."""
    by_arcs = _by_arcs(verb, words)
    if aside and verb.tag_ in _FINITE:
        after = _misread_object(verb, last, by_arcs.head, words)
        if after is not None:
            return Subject(after)
    if by_arcs.written is None and by_arcs.relay is None and verb.tag_ in _FINITE:
        before = _right_before(verb, by_arcs.head, words)
        if before is not None:
            return Subject(before)
    return by_arcs


def _by_arcs(verb: Token, words: SpeechWords) -> Subject:
    for _ in range(6):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                if child.tag_ in _RELATIVES and verb.dep_ == "relcl":
                    return Subject(_antecedent(verb.head, child, words), child)
                return Subject(child)
        step = _upwards(verb, words)
        if isinstance(step, Subject):
            return step
        verb = step
    return NO_SUBJECT


def _upwards(verb: Token, words: SpeechWords) -> Subject | Token:
    """The subject that a verb without one of its own shares, or the verb to ask next."""
    head, dep = verb.head, verb.dep_
    if head == verb:
        return NO_SUBJECT
    if verb.tag_ == "VBG" and dep == "acl" and verb.i > verb.sent.start and verb.nbor(-1).text == ",":
        main = next((t for t in verb.ancestors if t.tag_ in _FINITE and t.i < verb.i), None)
        return main if main is not None else NO_SUBJECT
    if dep == "acl" or (dep == "relcl" and verb.tag_ == "VBG"):
        return Subject(head) if head.tag_.startswith(("NN", "PRP")) else NO_SUBJECT
    if dep == "pcomp" and head.dep_ == "prep" and head.lower_ == "as":
        return _quoted(head.head)
    if dep == "conj" and verb.tag_ in _FINITE and (head.tag_ != verb.tag_ or _of_a_thing(head, words)):
        alike = (t for t in head.ancestors if t.tag_ == verb.tag_ and t.lower_ in words.sayings and t.i < verb.i)
        return next(alike, head)
    if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"):
        return NO_SUBJECT
    if dep == "ccomp" and verb.tag_ not in ("VBG", "VB"):
        return NO_SUBJECT
    if dep == "pcomp":
        head = head.head
    if dep == "xcomp":
        controller = next((c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
        if controller is not None and controller.tag_.startswith(("NN", "PRP")):
            return Subject(controller)
    return head if head.tag_.startswith(("VB", "MD")) else NO_SUBJECT


def _of_a_thing(verb: Token, words: SpeechWords) -> bool:
    """Whether the subject of a verb is a thing that could not do a verb of saying as well."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.tag_ == "NN" and subject.lower_ not in words.roles


def _antecedent(head: Token, relative: Token, words: SpeechWords) -> Token:
    """What "who" stands for: the person in "a soldier from the regiment who", not the regiment."""
    top = head
    while relative.lower_ in words.pronouns and top.dep_ == "pobj" and top.head.dep_ == "prep":
        top = top.head.head
        if words.roles.get(top.lower_) == "person":
            return top
    return head


def _quoted(verb: Token) -> Subject:
    """Whom "… quoted X as saying" and "X was quoted as saying" hand words to, and who quotes."""
    children = {c.dep_: c for c in verb.children}
    if "nsubjpass" in children:
        return Subject(children["nsubjpass"])
    if "dobj" in children:
        return Subject(children["dobj"], None, children.get("nsubj"))
    return Subject(children.get("nsubj"))


def _misread_object(verb: Token, last: int, subject: Token | None, words: SpeechWords) -> Token | None:
    """The noun after ", announced the UN", which the parse takes for an object."""
    if verb.i == verb.sent.start or verb.nbor(-1).text not in _BEFORE_INVERSION:
        return None
    after = next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") and c.i > last), None)
    if after is None or (subject is not None and subject.i > last):
        return None
    if after.tag_ not in _NAMES and after.lower_ not in words.roles and after.tag_ != "PRP":
        return None
    if subject is None:
        return after
    between = verb.doc[subject.right_edge.i + 1 : verb.i]
    return after if any(t.tag_ in _FINITE for t in between) and subject.right_edge.i < verb.i else None


def _right_before(verb: Token, subject: Token | None, words: SpeechWords) -> Token | None:
    """The noun right before the verb, where the parse gives it no subject or one that stands farther away."""
    doc, start = verb.doc, verb.sent.start
    position = verb.i - 1
    while (position > start and doc[position].tag_ in ("RB", "MD")) or doc[position].dep_ in ("aux", "advmod"):
        if position <= start:
            return None
        position -= 1
    if position < start:
        return None
    token = doc[position]
    if token.text in (",", "—", "–"):
        return _between_commas(token, subject, start)
    if token.tag_ not in _NOUNS and token.tag_ != "PRP":
        return None
    if subject is None:
        return None if token.dep_ in ("npadvmod", "tmod") or verb.dep_ in ("relcl", "acl") else token
    if token == subject or subject.left_edge.i <= token.i <= subject.right_edge.i or subject.i > verb.i:
        return None
    if token.dep_ in _FAR or (token.tag_ not in _NAMES and token.lower_ not in words.roles):
        return None
    return token


def _between_commas(comma: Token, subject: Token | None, start: int) -> Token | None:
    doc = comma.doc
    position = comma.i - 1
    while position >= start and doc[position].text != ",":
        position -= 1
    inside = doc[position + 1 : comma.i]
    if position >= start and 2 <= len(inside) <= 5 and all(t.tag_ in _NAMES for t in inside):
        return inside[-1] if subject is None or subject.i < inside[0].i else None
    if subject is not None:
        return None
    first = next((t.i for t in doc[start : comma.i] if t.text in (",", "(")), None)
    if first is None or first == start or doc[first - 1].tag_ not in _NOUNS:
        return None
    return doc[first - 1]
