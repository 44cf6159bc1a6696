"""Name the passages that a cue could hand on.

Enters: the arcs of a text, a cue's token and the ends of its sentence. Leaves: spans of tokens, each with the ways by
which it was come upon: a subtree to the right of the cue, that to the end of the sentence, what stands before the
cue's clause, what the noun says that the cue hangs on. Of a word's neighbours `_WIDEST` are looked at on each side and
`_DEEPEST` words above the cue, so that their number does not grow with the sentence.
"""

from collections.abc import Callable

from sayso.readings.statements.arcs import Arcs

_WIDEST = 7
_DEEPEST = 4
_LOOSE = frozenset({",", ".", ":", "-LRB-", "-RRB-", "''", "``", "HYPH", "NFP", "_SP"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")

Passages = dict[tuple[int, int], list[str]]
Add = Callable[[int, int, str], None]


def find_passages(arcs: Arcs, cue: int, start: int, end: int) -> Passages:
    """The passages (first token, end) of the sentence from `start` to `end` that `cue` could hand on."""
    found: Passages = {}

    def add(first: int, stop: int, way: str) -> None:
        first, stop = _settled(arcs, max(first, start), min(stop, end))
        if first < stop:
            found.setdefault((first, stop), []).append(way)

    own = arcs.children[cue]
    after = [c for c in own if c > cue][:_WIDEST]
    before = [c for c in own if c < cue][-_WIDEST:]
    for rank, child in enumerate(after):
        dep = arcs.deps[child]
        if dep in ("punct", "cc", "aux", "neg", "prt"):
            continue
        first = max(arcs.lefts[child], cue + 1)
        add(first, arcs.rights[child] + 1, f">{dep}")
        if rank + 1 < len(after):
            for later in after[rank + 1 : rank + 3]:
                if arcs.deps[later] != "conj":
                    add(first, arcs.rights[later] + 1, f">{dep}+{arcs.deps[later]}")
        add(first, end, f">{dep}..")
        _below(arcs, child, first, cue, add)
    add(cue + 1, end, "rest")
    comma = next((i for i in range(cue + 1, min(cue + 40, end)) if arcs.words[i] == ","), None)
    if comma is not None:
        add(cue + 1, comma, "to comma")
        add(comma + 1, end, "from comma")
    _before(arcs, cue, start, before, add)
    _around(arcs, cue, start, end, add)
    return found


def _below(arcs: Arcs, child: int, first: int, cue: int, add: Add) -> None:
    """What hangs on what hangs on the cue: "about the plan", "reporters that", "a claim that"."""
    dep = arcs.deps[child]
    if dep in ("prep", "dative", "agent", "dobj", "attr", "acomp", "oprd", "nsubj", "pobj", "advmod", "xcomp"):
        for grand in arcs.children[child][:_WIDEST]:
            if grand > child:
                add(arcs.lefts[grand], arcs.rights[grand] + 1, f">{dep}>{arcs.deps[grand]}")
                if arcs.deps[grand] in ("pobj", "dobj", "prep", "acl"):
                    way = f">{dep}>{arcs.deps[grand]}"
                    for last in arcs.children[grand][:_WIDEST]:
                        if last > grand:
                            add(arcs.lefts[last], arcs.rights[last] + 1, f"{way}>{arcs.deps[last]}")
    cut = next(
        (c for c in arcs.children[child] if c > child and arcs.deps[c] in ("conj", "cc", "advcl", "punct")), None
    )
    if cut is not None and cut > first:
        add(first, arcs.lefts[cut], f">{dep} cut")


def _before(arcs: Arcs, cue: int, start: int, before: list[int], add: Add) -> None:
    """What stands before the cue's clause, and what hangs on the cue to its left."""
    clause = cue
    for child in before:
        dep = arcs.deps[child]
        if dep in _SUBJECTS or dep in ("aux", "auxpass", "neg", "advmod"):
            clause = min(clause, max(arcs.lefts[child], start))
        add(arcs.lefts[child], arcs.rights[child] + 1, f"<{dep}")
        if dep in ("nsubjpass", "nsubj"):
            for later in arcs.children[cue]:
                if later > cue and arcs.deps[later] in ("xcomp", "ccomp", "oprd", "acomp"):
                    add(arcs.lefts[child], arcs.rights[later] + 1, f"<{dep}+{arcs.deps[later]}")
    add(start, clause, "<clause")
    add(start, cue, "<cue")
    subject = arcs.child(cue, *_SUBJECTS)
    if subject is None or subject > cue:
        add(start, cue, "<inverted")
    opened = next((i for i in range(clause - 1, max(start, clause - 60), -1) if arcs.words[i] in (":", ";")), None)
    if opened is not None:
        add(opened + 1, clause, "<colon")


def _around(arcs: Arcs, cue: int, start: int, end: int, add: Add) -> None:
    """What the words above the cue say, without the cue."""
    child, way = cue, ""
    for _ in range(_DEEPEST):
        head = arcs.heads[child]
        if head == child:
            break
        way += f"^{arcs.deps[child]}"
        add(arcs.lefts[head], arcs.lefts[child], f"{way}<")
        add(arcs.rights[child] + 1, arcs.rights[head] + 1, f"{way}>")
        if arcs.deps[child] in ("acl", "relcl", "prep", "pobj", "amod", "poss", "compound", "nsubj"):
            add(head, arcs.rights[head] + 1, f"{way}=")
        child = head
    add(arcs.rights[cue] + 1, end, "after all")
    add(start, arcs.lefts[cue], "before all")
    add(start, end, "all")


def _settled(arcs: Arcs, first: int, stop: int) -> tuple[int, int]:
    """A passage without loose punctuation at its ends."""
    while first < stop and arcs.tags[first] in _LOOSE:
        first += 1
    while first < stop and (arcs.tags[stop - 1] in _LOOSE or arcs.tags[stop - 1] == "CC"):
        stop -= 1
    if first < stop and arcs.words[first] == "that" and arcs.tags[first] == "IN":
        first += 1
    return first, stop
