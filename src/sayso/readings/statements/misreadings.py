"""Find the subject of a verb of saying where the parse misread the sentence, by what stands beside the verb.

Enters: the verb with the subject that the arcs give it, or none. Leaves: another subject, or nothing where the arcs
stand: the noun after ", announced the council", which the parse takes for an object; the noun right before the verb
where the parse looks elsewhere; the name between commas right before it ("the minister, Karl Olsen, said").
"""

from spacy.tokens import Token

from sayso.readings.statements.phrases import NAME_TAGS
from sayso.readings.statements.speech_words import SpeechWords

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_INVERSION = frozenset({",", '"', "”", "''", "’", "'", "»", "—", "–", "-"})
_FAR = frozenset({"pobj", "npadvmod", "tmod", "nummod", "poss"})


def misread_object(verb: Token, last: int, subject: Token | None, words: SpeechWords) -> Token | None:
    """The noun after ", announced the UN", which the parse takes for an object."""
    if verb.i == verb.sent.start or verb.nbor(-1).text not in _BEFORE_INVERSION:
        return None
    after = next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") and c.i > last), None)
    if after is None or (subject is not None and subject.i > last):
        return None
    if after.tag_ not in NAME_TAGS and after.lower_ not in words.roles and after.tag_ != "PRP":
        return None
    if subject is None:
        return after
    between = verb.doc[subject.right_edge.i + 1 : verb.i]
    return after if any(t.tag_ in FINITE for t in between) and subject.right_edge.i < verb.i else None


def right_before(verb: Token, subject: Token | None, words: SpeechWords) -> Token | None:
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
        return _between_commas(token, subject, start, words)
    if token.tag_ not in _NOUNS and token.tag_ != "PRP":
        return None
    if subject is None:
        return None if token.dep_ in ("npadvmod", "tmod") or verb.dep_ in ("relcl", "acl") else token
    if token == subject or subject.left_edge.i <= token.i <= subject.right_edge.i or subject.i > verb.i:
        return None
    if token.dep_ in _FAR or (token.tag_ not in NAME_TAGS and token.lower_ not in words.roles):
        return None
    return token


def _between_commas(comma: Token, subject: Token | None, start: int, words: SpeechWords) -> Token | None:
    doc = comma.doc
    if subject is not None and subject.tag_ in NAME_TAGS and subject.lower_ not in words.titles:
        return None
    position = comma.i - 1
    while position >= start and doc[position].text != ",":
        position -= 1
    inside = doc[position + 1 : comma.i]
    if position >= start and 2 <= len(inside) <= 5 and all(t.tag_ in NAME_TAGS for t in inside):
        return inside[-1] if subject is None or subject.i < inside[0].i else None
    if subject is not None:
        return None
    first = next((t.i for t in doc[start : comma.i] if t.text in (",", "(")), None)
    if first is None or first == start or doc[first - 1].tag_ not in _NOUNS:
        return None
    return doc[first - 1]
