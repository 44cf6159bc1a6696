"""Take judgements apart into the questions that they answer.

Enters: judgements, in the order of time. Leaves: each question (does this record stand, what is in this field, are
these two one, how good is this) with the latest answer of each person; which judgements are withdrawn.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from sayso.ledger.names.folding import Key, fold
from sayso.model import Judgement

NAMES = ("actor", "place", "outlet")
"""Nouns that judgements tell by name and not by id."""


class Question(NamedTuple):
    """What people may differ on. `kind` is "stands", "field", "pair" or "grade"; `keys` are what it is asked of."""

    kind: str
    noun: str
    keys: tuple[Key, ...]
    field: str = ""


Latest = Mapping[Question, Mapping[str, Judgement]]
"""For each question, the latest judgement of each person."""


def subject(noun: str, name: str) -> Key:
    """What stands for an id or a name: two spellings of a name that fold to the same words are one."""
    return fold(name) if noun in NAMES else (name,)


def latest_answers(judgements: Iterable[Judgement]) -> Latest:
    """The latest judgement of each person on each question. `judgements` come in the order of time."""
    latest: dict[Question, dict[str, Judgement]] = defaultdict(dict)
    for judgement in judgements:
        for question in _questions(judgement):
            latest[question][judgement.who.casefold()] = judgement
    return latest


def _questions(judgement: Judgement) -> Iterator[Question]:
    kind, noun = judgement.kind, judgement.noun
    keys = sorted({subject(noun, name) for name in judgement.about})
    if kind in ("same", "not_same"):
        yield from (Question("pair", noun, pair) for pair in combinations(keys, 2))
    elif kind in ("reject", "confirm"):
        yield from (Question("stands", noun, (key,)) for key in keys)
    elif kind == "grade":
        yield from (Question("grade", noun, (key,)) for key in keys)
    elif kind == "correct":
        yield Question("field", noun, (keys[0],), judgement.field or "")


def differ(found: Mapping[str, Judgement]) -> bool:
    """Whether people answer it differently."""
    return len({(j.kind, j.value, j.grade) for j in found.values()}) > 1


def withdrawn(judgements: Iterable[Judgement]) -> set[str]:
    """The ids of what is withdrawn by a judgement that is not withdrawn itself."""
    aims = {j.id: j.about[0] for j in judgements if j.kind == "withdraw"}
    open_withdrawals: dict[str, int] = defaultdict(int)
    for aim in aims.values():
        open_withdrawals[aim] += 1
    undone: set[str] = set()
    decided = [one for one in aims if one not in open_withdrawals]
    while decided:
        one = decided.pop()
        aim = aims[one]
        if one not in undone:
            undone.add(aim)
        open_withdrawals[aim] -= 1
        if not open_withdrawals[aim] and aim in aims:
            decided.append(aim)
    return undone
