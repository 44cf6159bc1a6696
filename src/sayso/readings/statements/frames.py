"""Find contents that are no sentence of their own: what somebody demands, whom they accuse, what they refuse to do.

Enters: a cue and the tokens that hang on it to the right, and a frame that its lexicon entry allows. Leaves: the span
of the noun phrase or infinitive in that frame, or nothing. A pronoun alone is no content.
"""

from spacy.tokens import Token

from sayso.model import Span
from sayso.readings.statements.cues import Cue
from sayso.readings.statements.subjects import RELATIVES

_INFINITIVES = ("xcomp", "ccomp", "advcl")


def chars(tokens_from: Token, tokens_to: Token) -> Span:
    """From the first character of a token to the last of another, without a conjunction at the end."""
    while tokens_to.tag_ == "CC" and tokens_to.i > tokens_from.i:
        tokens_to = tokens_to.nbor(-1)
    return Span(tokens_from.idx, tokens_to.idx + len(tokens_to.text))


def find_framed(frame: str, cue: Cue, right: list[Token]) -> Span | None:
    """The content of `cue` in `frame`, among the tokens `right` of it."""
    objects = _objects(cue, right)
    infinitives = [c for c in right if c.dep_ in _INFINITIVES and any(g.lower_ == "to" for g in c.children)]
    if frame == "to":
        return chars(infinitives[0].left_edge, infinitives[0].right_edge) if infinitives and not objects else None
    if frame == "object-to":
        return _object_to(objects, infinitives)
    if not objects or objects[0].tag_ in RELATIVES:
        return None
    thing = objects[0]
    if frame == "object":
        return chars(thing.left_edge, thing.right_edge) if thing.tag_ != "PRP" else None
    prepositions = {
        "object-of": ("of", "for", "with"),
        "object-as": ("as",),
        "object-at": ("at",),
        "object-to-np": ("to",),
    }
    tails = [c for o in (cue.head, thing) for c in o.children if c.dep_ == "prep" and c.i > thing.i]
    tail = next((c for c in tails if c.lower_ in prepositions[frame]), None)
    if tail is None and frame == "object-as":
        tail = next((c for c in right if c.dep_ in ("oprd", "xcomp", "ccomp", "attr") and c != thing), None)
    return chars(thing.left_edge, tail.right_edge) if tail is not None else None


def _objects(cue: Cue, right: list[Token]) -> list[Token]:
    if len(cue.saying.words if cue.saying else ()) > 1:
        last = cue.head.doc[cue.last]
        objects = [c for c in last.children if c.dep_ in ("pobj", "dobj", "pcomp") and c.i > last.i]
        if objects:
            return objects
    return [c for c in right if c.dep_ in ("dobj", "dative") and c.tag_ not in ("IN", "TO")]


def _object_to(objects: list[Token], infinitives: list[Token]) -> Span | None:
    for infinitive in infinitives:
        own = next((c for c in infinitive.children if c.dep_ == "nsubj"), None)
        first = own or (objects[0] if objects else None)
        if first is not None and first.i < infinitive.i:
            return chars(first.left_edge, infinitive.right_edge)
    for thing in objects:
        inner = next((c for c in thing.children if c.dep_ in ("acl", "relcl", "xcomp") and c.tag_ == "VB"), None)
        if inner is not None:
            return chars(thing.left_edge, inner.right_edge)
    return None


def find_after_noun(cue: Cue) -> Span | None:
    """The content of a noun of saying: "claim that …", "call for …", "refusal to …"."""
    assert cue.saying is not None
    frames = cue.saying.frames
    wanted = {"for": "for", "of": "of", "against": "against", "toward": "to", "on-person": "on"}
    for child in cue.head.children:
        if child.i < cue.head.i:
            continue
        if "clause" in frames and child.dep_ in ("acl", "ccomp", "relcl") and child.left_edge.lower_ == "that":
            return chars(child.left_edge.nbor(1), child.right_edge)
        if "to" in frames and child.dep_ in ("acl", "xcomp", "relcl") and child.left_edge.lower_ == "to":
            return chars(child.left_edge, child.right_edge)
        if child.dep_ == "prep" and any(f in frames and wanted[f] == child.lower_ for f in wanted):
            return chars(child.left_edge.nbor(1), child.right_edge) if child.right_edge.i > child.i else None
    return None
