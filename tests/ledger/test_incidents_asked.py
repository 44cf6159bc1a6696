"""Of incidents that are asked for, just what all incidents say is told: nothing is lost by leaving the others alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.happening_reports import report, tell
from ledger.invented import judge
from sayso.ledger import Ledger

WORDS = [
    "Shells struck the maternity hospital on Linden Street",
    "The maternity hospital on Linden Street was struck by shells",
    "Shells struck the lanterns of the maternity hospital near Linden Street",
    "Mortar bombs fell among shoppers at the fish market",
    "Shoppers at the fish market fled from mortar bombs",
    "A barge with timber sank at the pier",
]
DAYS = [(date(2031, 5, 1) + timedelta(days=n)).isoformat() for n in range(9)]
clauses = st.builds(
    tell,
    st.sampled_from(WORDS),
    st.sampled_from(["shelling", "killing", "siege", "war", "protest"]),
    st.sampled_from(["Velm", "Velm hospital", "Velm Oblast", "Ardania", None]),
    st.sampled_from([*DAYS, *DAYS, "2031-05", None]),
    status=st.sampled_from(["reported", "reported", "claimed", "denied", "planned"]),
    actor=st.sampled_from([(), ("Velmark",)]),
)
reports = st.lists(
    st.builds(report, clauses, clauses, day=st.sampled_from([*DAYS, None]), outlet=st.sampled_from(["Post", "Wire"])),
    max_size=12,
)
asked = st.fixed_dictionaries(
    {},
    optional={
        "since": st.sampled_from(DAYS),
        "kind": st.sampled_from(["shelling", "protest"]),
        "place": st.sampled_from(["Velm", "Ardania"]),
        "by": st.just("Velmark"),
        "about": st.sampled_from(["lanterns", "market"]),
        "limit": st.integers(1, 3),
        "id": st.sampled_from(["i", "i1", "ia", "i5"]),
    },
)


def part_of(whole, *, since="", kind=None, place=None, by=None, about="", limit=None, id=""):
    """What of all incidents is as asked for."""
    found = [
        one
        for one in whole
        if any(
            (kind is None or e.event.type == kind)
            and (place is None or e.place == place)
            and (by is None or by in e.actor)
            and about in e.words
            for e in one.events
        )
        and any(e.known >= since for e in one.events)
        and one.id.startswith(id)
    ]
    return tuple(found if limit is None else found[-limit:])


def judgements(draw, ids):
    pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    found = [
        judge(kind, "event", *draw(pairs)) for kind in draw(st.lists(st.sampled_from(["same", "not_same"]), max_size=4))
    ]
    return [*found, *(judge("reject", "event", id) for id in draw(st.lists(st.sampled_from(ids), max_size=1)))]


@pytest.mark.parametrize("several", [True, False])
@settings(max_examples=8)
@given(st.data(), reports, st.lists(asked, min_size=4, max_size=8))
def test_what_is_asked_for_is_part_of_the_whole(several, data, pairs, questions):
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs)
        ids = sorted(view.id for view in ledger.events())
        if several and len(ids) > 1:
            ledger.judge(*judgements(data.draw, ids))
        whole = ledger.incidents()
        for question in questions:
            assert ledger.incidents(**question) == part_of(whole, **question), question


def test_the_last_of_many_are_the_last_of_all(nowhere):
    told = [tell(f"{words} {n}", place="Velm", date=day) for n, day in enumerate(DAYS * 4) for words in WORDS[:1]]
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(one, day=one["date"]) for one in told])
        whole = ledger.incidents()
        assert len(whole) > 5
        for limit in (1, 3, 5):
            assert ledger.incidents(limit=limit) == whole[-limit:]
            assert ledger.incidents(limit=limit, since=DAYS[4]) == part_of(whole, since=DAYS[4], limit=limit)
        assert ledger.incidents(id=whole[0].id) == whole[:1]
