"""Tell a word's surroundings as features: what speaks for it being a cue.

Enters: the arcs of a text, a token, and what the lexicons and the quotation marks say. Leaves: names of features for a
hashed linear model. No feature tells a name: of a capitalised word only its tag is told.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.readings.statements.arcs import Arcs
from sayso.readings.statements.phrases import NAME_TAGS
from sayso.readings.statements.speech_words import SpeechWords

_MOST = 6


@dataclass(frozen=True, slots=True)
class Scene:
    """A text to look for cues in: `quoted` is 1 for each token within a quotation, `sentence` its ends."""

    arcs: Arcs
    words: SpeechWords
    quoted: bytes
    sentence: list[tuple[int, int]]


@functools.lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without the ending that tells its form; not always a word."""
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word[: -len(ending)]
            break
    return word[:-1] if word[-1:] in "ey" and len(word) > 3 else word


def sort_of(scene: Scene, token: int) -> str:
    """What a word is in broad terms: a pronoun itself, a name, the kind of a role, or its tag."""
    arcs, words = scene.arcs, scene.words
    word, tag = arcs.words[token], arcs.tags[token]
    if tag in NAME_TAGS:
        return "name"
    if tag in ("PRP", "WP", "WDT", "EX", "DT"):
        return word
    return words.roles.get(word) or tag


def listed(scene: Scene, token: int) -> str:
    """What the lexicons say of a word: its act as a verb or as a noun."""
    word, words = scene.arcs.words[token], scene.words
    if scene.arcs.tags[token].startswith("V"):
        known = words.sayings.get(word)
        return "v" + known[-1].act if known else "v"
    noun = words.nominals.get(word)
    return "n" + noun.act if noun is not None else "n"


def word_features(word: str, tag: str, dep: str, in_list: str) -> tuple[str, ...]:
    """The features of a word for what it is by itself: the word, its tag, its arc, what the lexicons say of it."""
    root = stem(word)
    return (
        f"w {word} {tag}",
        f"s {root} {tag[:2]}",
        f"d {dep} {tag}",
        f"sd {root} {dep}",
        f"l {in_list}",
        f"ld {in_list} {dep}",
    )


def cue_features(scene: Scene, token: int, kind: str) -> Iterator[str]:
    """The features of a token's surroundings; `kind` is what the rules take it for, or "-"."""
    arcs = scene.arcs
    start, end = scene.sentence[token]
    root, in_list, verb = stem(arcs.words[token]), listed(scene, token), arcs.tags[token][:2]
    yield f"r {kind} {verb}"
    yield f"rl {kind} {in_list}"
    yield f"rs {kind} {root}"
    before = token - 1 if token > start else None
    after = token + 1 if token + 1 < end else None
    for name, place in (("p", before), ("n", after)):
        if place is None:
            yield f"{name}-"
            continue
        yield f"{name}t {arcs.tags[place]} {verb}"
        if arcs.tags[place] not in NAME_TAGS:
            yield f"{name}w {arcs.words[place]}"
            yield f"{name}s {root} {arcs.words[place]}"
    head, dep = arcs.heads[token], arcs.deps[token]
    if head != token:
        yield f"h {dep} {stem(arcs.words[head]) if arcs.tags[head] not in NAME_TAGS else 'name'}"
        yield f"hl {listed(scene, head)} {dep} {arcs.tags[head]}"
    quoted = scene.quoted
    yield f"q {quoted[token]} {verb}"
    near = 0
    for place in range(max(start, token - 3), min(end, token + 4)):
        near |= quoted[place]
    yield f"qn {near} {quoted[token]} {in_list}"
    yield f"qs {quoted[start]}{quoted[end - 1]}{quoted[token]}"
    yield from _of_children(scene, token, root, in_list)


def _of_children(scene: Scene, token: int, root: str, in_list: str) -> Iterator[str]:
    arcs = scene.arcs
    seen = set()
    for child in arcs.children[token][: 2 * _MOST]:
        dep = arcs.deps[child]
        side = "<" if child < token else ">"
        if dep in ("punct",):
            seen.add(f"c {arcs.words[child]}{side}")
            continue
        seen.add(f"c {dep}{side}")
        seen.add(f"cs {dep}{side} {root}")
        seen.add(f"cl {dep}{side} {in_list}")
        if dep in ("prep", "agent", "prt", "aux", "mark", "neg", "advmod", "acomp"):
            seen.add(f"cw {dep} {arcs.words[child]}")
            seen.add(f"cws {arcs.words[child]} {root}")
        elif dep in ("nsubj", "nsubjpass", "dobj", "attr", "poss", "oprd"):
            sort = sort_of(scene, child)
            seen.add(f"co {dep} {sort}")
            seen.add(f"cos {dep} {sort} {root}")
            if arcs.tags[child] not in NAME_TAGS:
                seen.add(f"cow {dep} {arcs.words[child]}")
        elif dep in ("ccomp", "xcomp", "acl", "relcl", "advcl"):
            mark = next((arcs.words[g] for g in arcs.children[child][:4] if arcs.deps[g] in ("mark", "aux")), "-")
            seen.add(f"cm {dep}{side} {mark} {arcs.tags[child]}")
            seen.add(f"cms {mark} {root}")
    yield from sorted(seen)
    if not any(arcs.deps[c] in ("nsubj", "nsubjpass") for c in arcs.children[token][:_MOST]):
        head = arcs.heads[token]
        owner = arcs.child(head, "nsubj", "nsubjpass") if head != token else None
        yield f"ns {sort_of(scene, owner) if owner is not None else '-'} {arcs.deps[token]}"
