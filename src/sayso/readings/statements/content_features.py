"""Tell a passage beside a cue as features: what speaks for it being what the cue hands on.

Enters: a scene, a cue, a passage and the ways by which it was come upon. Leaves: names of features for a hashed linear
model. As with cues, no name is told.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.readings.statements.arcs import Arcs
from sayso.readings.statements.cue_features import Scene, listed, sort_of, stem

_LENGTHS = (2, 3, 5, 8, 12, 18, 26, 40, 80)


@dataclass(frozen=True, slots=True)
class Beside:
    """A cue, and what of it tells on each passage beside it."""

    scene: Scene
    cue: int
    root: str
    in_list: str
    dep: str
    tag: str
    start: int
    end: int


def beside(scene: Scene, cue: int) -> Beside:
    """What of `cue` tells on the passages beside it."""
    arcs, (start, end) = scene.arcs, scene.sentence[cue]
    tag = arcs.tags[cue][:2]
    return Beside(scene, cue, stem(arcs.words[cue]), listed(scene, cue), arcs.deps[cue], tag, start, end)


def content_features(by: Beside, passage: tuple[int, int], ways: list[str], rule: str) -> list[str]:
    """The features of one passage; `rule` tells whether it is the one of the rules."""
    scene, cue, root, in_list = by.scene, by.cue, by.root, by.in_list
    arcs, quoted = scene.arcs, scene.quoted
    first, stop = passage
    last = stop - 1
    side = "<" if stop <= cue else ">" if first > cue else "="
    size = bisect_left(_LENGTHS, stop - first)
    finite = min(arcs.finite[stop] - arcs.finite[first], 3)
    marks = f"{quoted[first]}{quoted[last]}{quoted[cue]}"
    ends = _ends(arcs, stop, by.end)
    top = _top(arcs, first, stop)
    path = arcs.deps[top] if arcs.heads[top] == cue else f"^{arcs.deps[top]}"
    between = first - cue if side == ">" else abs(cue - last)
    found = [
        f"r {rule}",
        f"rl {rule} {in_list} {side}",
        f"z {size} {side}",
        f"zl {size} {in_list}",
        f"f {finite} {side} {by.tag}",
        f"fl {finite} {in_list} {root}",
        f"q {marks} {side}",
        f"qo {marks} {_outside_quoted(scene, passage, by.start, by.end)} {side}",
        f"e {first == by.start} {ends} {side}",
        f"el {ends} {side} {in_list} {finite}",
        f"t {path} {arcs.tags[top]} {side}",
        f"tl {path} {in_list}",
        f"ts {path} {root} {side}",
        f"tf {arcs.tags[top]} {sort_of(scene, first)} {side}",
        f"b {min(between, 8)} {side} {finite > 0}",
        f"ft {sort_of(scene, first)} {side}",
        f"fd {arcs.deps[first]} {arcs.tags[first]} {side}",
        f"lt {arcs.tags[last]} {side}",
    ]
    for way in ways:
        found += (f"k {way}", f"kl {way} {in_list} {by.dep}", f"ks {way} {root}")
    found += _edges(by, first, stop, side)
    return found


def _outside_quoted(scene: Scene, passage: tuple[int, int], start: int, end: int) -> str:
    """Whether the sentence has quoted words at its ends that the passage leaves out."""
    first, stop = passage
    return f"{int(first > start and scene.quoted[start])}{int(stop < end and scene.quoted[end - 1])}"


def _ends(arcs: Arcs, stop: int, end: int) -> bool:
    return stop >= end or (stop + 2 >= end and arcs.tags[end - 1] in (".", "''", ":"))


def _edges(by: Beside, first: int, stop: int, side: str) -> Iterator[str]:
    """The words before and after a passage."""
    arcs = by.scene.arcs
    if first > by.start:
        before = first - 1
        word = _word(arcs, before)
        yield f"pt {word} {side}"
        yield f"pc {before == by.cue} {word} {by.in_list}"
    else:
        yield f"pt - {side}"
    if stop < by.end:
        yield f"nt {_word(arcs, stop)} {side}"
        yield f"nd {arcs.tags[stop]} {arcs.deps[stop]} {side} {stop == by.cue}"
    else:
        yield f"nt - {side}"


def _word(arcs: Arcs, token: int) -> str:
    """A small word or mark as it stands, of other words the tag."""
    tag = arcs.tags[token]
    return arcs.words[token] if tag[:2] not in ("NN", "VB", "JJ", "RB", "CD") else tag


def _top(arcs: Arcs, first: int, stop: int) -> int:
    """The first token of a passage from which one climbs out of it, within a few steps."""
    token = first
    for _ in range(40):
        head = arcs.heads[token]
        if head == token or not first <= head < stop:
            return token
        token = head
    return token
