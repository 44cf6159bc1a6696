"""Weigh judgements: what all of them amount to, taken together.

Enters: the judgements known by a moment. Leaves: what is rejected, corrected, graded, the same and apart, and how each
judgement stands. It depends on the set of judgements alone. Of one person's judgements on one question the latest
counts: they changed their mind. Where the latest of two people differ, nobody wins: the judgements are in conflict,
none of them has any effect on that question, and what was read stands until one of them is withdrawn.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from sayso.ledger.judgements.contradictions import contradictions
from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.judgements.questions import NAMES, Latest, Question, differ, latest_answers, subject, withdrawn
from sayso.ledger.names.folding import Key, fold
from sayso.model import Judgement
from sayso.model.correction import Value
from sayso.model.judgement import UNGRADED

State = Literal["counts", "conflict", "replaced", "withdrawn", "alone", "unlike"]
Subject = tuple[str, Key]
_Against = dict[str, set[str]]


class Weighed(msgspec.Struct, frozen=True):
    """What judgements amount to. Ids stand for records and documents, folded names for actors, places and outlets.

    `sides` are whose side people put an actor on. `bearing` leads from what judgements are about to their ids,
    `against` from each judgement in conflict to those it is in conflict with; `names` are the names as people wrote
    them.
    """

    rejected: frozenset[str] = frozenset()
    corrections: Mapping[str, Mapping[str, Value]] = {}
    sides: Mapping[Key, str | None] = {}
    grades: Mapping[Subject, str] = {}
    verdicts: Mapping[str, Verdicts[Key]] = {}
    bearing: Mapping[Subject, tuple[str, ...]] = {}
    names: Mapping[str, frozenset[str]] = {}
    states: Mapping[str, State] = {}
    against: Mapping[str, frozenset[str]] = {}

    def grade(self, noun: str, id: str, outlet: str) -> str:
        """The Admiralty grade of a record: its outlet's letter and its own digit."""
        letter = self.grades.get(("outlet", fold(outlet)), UNGRADED[0])
        return letter + self.grades.get((noun, (id,)), UNGRADED[1])

    def pairs(self, noun: str) -> Verdicts[Key]:
        """The pairs of this noun that people call the same and not the same."""
        return self.verdicts.get(noun, Verdicts())


def weigh(judgements: Iterable[Judgement]) -> Weighed:
    """What the judgements amount to."""
    every = sorted(judgements, key=lambda j: (j.when, j.id))
    undone = withdrawn(every)
    live = [j for j in every if j.id not in undone and j.kind != "withdraw"]
    latest = latest_answers(live)
    against = _disagreements(latest)
    verdicts = {noun: _verdicts(noun, latest, against) for noun in sorted({q.noun for q in latest if q.kind == "pair"})}
    states = _states(every, undone, latest, against)
    settled = [(q, next(iter(found.values()))) for q, found in latest.items() if not differ(found)]
    return Weighed(
        rejected=frozenset(q.keys[0][0] for q, j in settled if j.kind == "reject"),
        corrections=_corrections(settled),
        sides={q.keys[0]: str(j.value) if j.value else None for q, j in settled if q.field == "side"},
        grades={(q.noun, q.keys[0]): j.grade for q, j in settled if j.grade is not None},
        verdicts=verdicts,
        bearing=_bearing(j for j in live if states[j.id] != "replaced"),
        names={noun: frozenset(name for j in live if j.noun == noun for name in j.about) for noun in NAMES},
        states=states,
        against={one: frozenset(others) for one, others in against.items()},
    )


def _disagreements(latest: Latest) -> _Against:
    """The judgements that answer one question differently. Pairs come later: they can do so by way of others."""
    against: _Against = defaultdict(set)
    for question, found in latest.items():
        if question.kind != "pair" and differ(found):
            for one in found.values():
                others = {
                    j.id for j in found.values() if (j.kind, j.value, j.grade) != (one.kind, one.value, one.grade)
                }
                against[one.id] |= others
    return against


def _verdicts(noun: str, latest: Latest, against: _Against) -> Verdicts[Key]:
    """The pairs of a noun that can be followed. The judgements on the others are noted in `against`."""
    ids: dict[str, dict[tuple[Key, Key], set[str]]] = {"same": defaultdict(set), "not_same": defaultdict(set)}
    for question, found in latest.items():
        if question.kind == "pair" and question.noun == noun:
            for judgement in found.values():
                ids[judgement.kind][question.keys[0], question.keys[1]].add(judgement.id)
    same, apart = ids["same"], ids["not_same"]
    clashes = contradictions(same, apart)
    for pair, between in clashes.items():
        for one in apart[pair]:
            for other in set().union(*(same[p] for p in between)):
                against[one].add(other)
                against[other].add(one)
    lost = frozenset[tuple[Key, Key]]().union(*clashes.values())
    return Verdicts(tuple(sorted(same.keys() - lost)), tuple(sorted(apart.keys() - clashes.keys())))


def _states(
    every: Iterable[Judgement], undone: set[str], latest: Latest, against: Mapping[str, set[str]]
) -> dict[str, State]:
    counted = {j.id for found in latest.values() for j in found.values()}
    states: dict[str, State] = {}
    for judgement in every:
        if judgement.id in undone:
            states[judgement.id] = "withdrawn"
        elif judgement.id not in counted and judgement.kind not in ("note", "withdraw"):
            states[judgement.id] = "replaced"
        else:
            states[judgement.id] = "conflict" if judgement.id in against else "counts"
    return states


def _corrections(settled: Iterable[tuple[Question, Judgement]]) -> dict[str, dict[str, Value]]:
    corrections: dict[str, dict[str, Value]] = defaultdict(dict)
    for question, judgement in settled:
        if judgement.field is not None and question.noun not in NAMES:
            corrections[question.keys[0][0]][judgement.field] = judgement.value
    return dict(corrections)


def _bearing(judgements: Iterable[Judgement]) -> dict[Subject, tuple[str, ...]]:
    bearing: dict[Subject, tuple[str, ...]] = defaultdict(tuple)
    for judgement in judgements:
        for key in sorted({subject(judgement.noun, name) for name in judgement.about}):
            bearing[judgement.noun, key] += (judgement.id,)
    return dict(bearing)
