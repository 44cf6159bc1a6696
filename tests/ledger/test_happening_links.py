"""What hangs together by one link need not be one; what is unusual at a place tells more than what is not."""

from itertools import pairwise

import pytest

from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.incidents.linkage import LARGEST, cohesive
from sayso.ledger.incidents.pairs import LEARNT, Usual, clash


def happening(id="a", known="2031-05-01", tolls=()):
    nothing = frozenset()
    told = ("attack", nothing, nothing, "Velm", "Velm", (1,), False)
    return Happening(id, id, known, (), *told, {}, nothing, tolls)


def joined(weights, others=-3.0, least=0.0):
    return sorted(cohesive(weights, lambda one, other: others, least))


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({("a", "b"): 1.0}, ["ab"]),
        ({("a", "b"): 4.0, ("b", "c"): 1.0}, ["ab"]),
        ({("a", "b"): 4.0, ("b", "c"): 3.5}, ["ab", "bc"]),
        ({("a", "b"): 1.0, ("c", "d"): 1.0}, ["ab", "cd"]),
        ({("a", "b"): 2.0, ("b", "c"): 0.5, ("c", "d"): 2.0}, ["ab", "cd"]),
        ({}, []),
    ],
)
def test_groups_hang_together_on_average(weights, expected):
    assert joined(weights) == [tuple(pair) for pair in expected]


def test_of_too_many_that_hang_together_the_closer_are_looked_at():
    names = [f"{n:04}" for n in range(LARGEST + 2)]
    chain = dict.fromkeys(pairwise(names), 0.1)
    chain[names[0], names[1]] = 5.0
    assert joined(chain) == [(names[0], names[1])]


def test_nothing_is_unusual_before_it_is_known_what_is_usual():
    few, many = ([happening(str(n), f"2031-05-{n:02}") for n in range(1, days + 1)] for days in (LEARNT - 1, LEARNT))
    assert Usual(few).of({1: 8})[1].rate == 8
    assert Usual(many).of({1: 8})[1].rate < 1


@pytest.mark.parametrize(
    ("ours", "theirs", "clashes"),
    [
        ((("killed", (4, 4)),), (("killed", (11, 11)),), True),
        ((("killed", (4, 4)),), (("killed", (4, 4)),), False),
        ((("killed", (4, float("inf"))),), (("killed", (11, 11)),), False),
        ((("killed", (4, 4)),), (("wounded", (11, 11)),), False),
        ((), (), False),
    ],
)
def test_tolls_clash_where_no_number_is_within_both(ours, theirs, clashes):
    one, other = happening("a", tolls=ours), happening("b", tolls=theirs)
    assert clash(one, other) == clashes
