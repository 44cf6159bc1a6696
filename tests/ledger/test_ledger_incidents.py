"""Events of many documents that are one happening are one incident; what only looks like it is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.happening_reports import report, tell
from ledger.invented import judge
from sayso.ledger import Ledger
from sayso.ledger.names.place_kinds import OFTEN

HOSPITAL = "Shells struck the maternity hospital on Linden Street in Velm, killing 4 nurses"
AGAIN = "The maternity hospital on Linden Street in Velm was struck by shells that killed 4 nurses"
MARKET = "Mortar bombs fell among shoppers at the fish market behind the Velm ferry pier"


def incidents(*pairs, **asked):
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs)
        return ledger.incidents(**asked)


def told(*clauses):
    """How many events are in each incident, where each clause is told by an outlet of its own."""
    return sorted(len(i.events) for i in incidents(*(report(c, outlet=f"Paper {n}") for n, c in enumerate(clauses))))


ONE, TWO = [2], [1, 1]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (tell(HOSPITAL), tell(AGAIN), ONE),
        (tell(HOSPITAL), tell(AGAIN, "killing"), ONE),
        (tell(HOSPITAL), tell(AGAIN, status="claimed"), ONE),
        (tell(HOSPITAL), tell(AGAIN, status="denied"), ONE),
        (tell(HOSPITAL), tell(MARKET), TWO),
        (tell(HOSPITAL), tell(AGAIN, "protest"), TWO),
        (tell(HOSPITAL), tell(AGAIN, place="Orsa Bay"), TWO),
        (tell(HOSPITAL), tell(AGAIN, date="2031-05-06"), TWO),
        (tell(HOSPITAL, place="Velm hospital"), tell(AGAIN, place="Velm"), ONE),
        (tell(HOSPITAL, place="Velm hospital"), tell(MARKET, place="Velm"), TWO),
        (tell(HOSPITAL, date="2031-05-01", end="2031-05-02"), tell(AGAIN), ONE),
        (tell("Ardania was shelled", place="Ardania"), tell("Towns of Ardania were shelled", place="Ardania"), TWO),
        (tell("Velmark invaded Ardania", "invasion", "Ardania"), tell("The war began", "war", "Ardania"), ONE),
        (
            tell("Velmark invaded Ardania", "invasion", "Ardania"),
            tell("The invasion goes on", "invasion", "Ardania", "2031-05-05"),
            ONE,
        ),
        (
            tell("Velmark invaded Ardania", "invasion", "Ardania"),
            tell("The invasion goes on", "invasion", "Ardania", "2031-05-09"),
            TWO,
        ),
    ],
)  # fmt: skip
def test_two_events_are_one_happening_or_two(first, second, expected):
    assert told(first, second) == expected


def test_a_clause_and_its_retelling_in_the_next_sentence_are_one_happening():
    retold = tell("Nurses said the shells set the roof of the maternity hospital on fire")
    [one] = incidents(report(tell("Shells struck the maternity hospital on Linden Street in Velm"), retold))
    assert [one.evidence[event.id].because for event in one.events] == ["words", "words"]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, ONE),
        ({"actor": ("Norrey",)}, TWO),
        ({"actor": ()}, TWO),
        ({"date": "2031-05-03"}, TWO),
    ],
)
def test_another_actor_or_day_speaks_against_one_deed(other, expected):
    first = tell("Ardania struck out on Monday", "sanctions", actor=("Ardania",), target=("bank",))
    second = tell("It was a hard punishment", "sanctions", **{"actor": ("Ardania",), "target": ("bank",), **other})
    assert told(first, second) == expected


@pytest.mark.parametrize(
    "clause",
    [
        tell(HOSPITAL, status="planned"),
        tell(HOSPITAL, status="forecast"),
        tell(HOSPITAL, status="denied"),
        tell(HOSPITAL, negated=True),
        tell(HOSPITAL, date=None),
        tell(HOSPITAL, date="2031-05"),
        tell(HOSPITAL, date="2031-05-02", end="2031-05-08"),
        tell(HOSPITAL, place=None),
        tell("Families fled from Velm over the hills", "displacement"),
        tell("Some 900 have been killed across Ardania", "killing", "Ardania", dead=900, basis="cumulative"),
        tell("Some 900 have been killed so far, two of them in Velm", "killing", dead=900, basis="cumulative"),
        tell("As of Friday, 900 houses in Velm lay in ruins", "destruction"),
        tell("Curfews were imposed in Velm since the war began", "restriction", date="2031-04-20"),
        tell("The quays of Velm were shelled", date="2031-04-20"),
    ],
)
def test_what_is_no_happening_of_a_day_and_place_is_no_incident(clause):
    assert told(clause) == []


def test_what_names_its_day_is_a_happening_however_late_it_is_told():
    assert told(tell("The quays of Velm were shelled on Sunday", date="2031-04-20")) == [1]


def test_a_clause_that_names_another_town_is_not_taken_to_be_where_it_was_read_to_be():
    marches = [report(tell(f"March {n} in Tarnholm", "protest", "Tarnholm"), outlet=f"Paper {n}") for n in range(OFTEN)]
    astray = report(tell("Shells also fell on the quays of Tarnholm", place="Velm"))
    assert {one.place for one in incidents(*marches, astray)} == {"Tarnholm"}


def test_a_denial_stands_in_the_incident_that_it_denies():
    [one] = incidents(report(tell(HOSPITAL)), report(tell(AGAIN, status="denied"), outlet="Velmark Today"))
    assert (one.status, len(one.reported), len(one.denied)) == ("reported, denied", 1, 1)


def test_a_toll_is_a_range_with_its_sources_and_copies_count_once():
    count = "Shells struck the maternity hospital on Linden Street in Velm and killed {} people there, {} said"
    pairs = [
        report(tell(count.format(4, "the mayor"), dead=4, source="the mayor")),
        report(tell(count.format(4, "the mayor"), dead=4, source="the mayor"), outlet="Orsa Wire"),
        report(tell(count.format(11, "the army"), dead=11, source="the army"), outlet="North", day="2031-05-03"),
    ]
    [one] = incidents(*pairs)
    [toll] = one.tolls
    assert (toll.measure, toll.low, toll.high, toll.open) == ("killed", 4, 11, False)
    assert (toll.by, toll.texts, len(toll.figures)) == (("the mayor", "the army"), 2, 3)
    assert (one.texts, len(one.documents), len(one.origins)) == (2, 3, 2)


def test_each_event_says_what_joins_it_and_who_says_who_did_it():
    [one] = incidents(
        report(tell(HOSPITAL, actor=("Velmark",), source="the mayor")),
        report(tell(AGAIN, actor=("Velmark",)), outlet="Northern Post"),
    )
    first, second = (event.id for event in one.events)
    assert {one.evidence[first].event, one.evidence[second].event} == {first, second}
    assert one.evidence[first].because == "words"
    assert {"maternity", "Linden"} <= set(one.evidence[first].words)
    assert [(a.name, set(a.by)) for a in one.actors] == [("Velmark", {"the mayor", "Northern Post"})]
    assert (one.type, one.place, one.first, one.last) == ("shelling", "Velm", "2031-05-02", "2031-05-02")


def test_a_sentence_that_two_reports_share_word_for_word_is_one_happening():
    [one] = incidents(
        report(tell(HOSPITAL), tell(MARKET, "protest")), report(tell(HOSPITAL, date="2031-05-03"), outlet="Wire")
    )[:1]
    assert [one.evidence[e.id].because for e in one.events] == ["sentence", "sentence"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 2), ({"kind": "shelling"}, 1), ({"kind": "protest"}, 1), ({"place": "velm"}, 1),
        ({"place": "Tarnholm"}, 0),
        ({"about": "matern*"}, 1), ({"by": "velmark"}, 1), ({"by": "Orsa"}, 0), ({"since": "2031-05-03"}, 1),
        ({"as_of": "2031-05-01"}, 0), ({"limit": 1}, 1),
    ],
)  # fmt: skip
def test_incidents_are_found_by_what_one_of_their_events_is(asked, found):
    crowd = tell("Dockers marched through Orsa Bay with lanterns", "protest", "Orsa Bay", "2031-05-03")
    pairs = [report(tell(HOSPITAL, actor=("Velmark",))), report(crowd, day="2031-05-03")]
    assert len(incidents(*pairs, **asked)) == found


def judged(pairs, *judgements, **asked):
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs)
        ids = {view.words: view.id for view in ledger.events()}
        ledger.judge(*(judge(kind, "event", *(ids[w] for w in words), **more) for kind, words, more in judgements))
        return sorted(sorted(e.words for e in one.events) for one in ledger.incidents(**asked))


PAIRS = [report(tell(HOSPITAL)), report(tell(AGAIN), outlet="Wire"), report(tell(MARKET), outlet="Orsa Daily")]
UNDATED = report(tell("They fired on the clinic", date=None, place=None), outlet="Diary")


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        ([], [[MARKET], [HOSPITAL, AGAIN]]),
        ([("same", (HOSPITAL, MARKET), {})], [[MARKET, HOSPITAL, AGAIN]]),
        ([("not_same", (HOSPITAL, AGAIN), {})], [[MARKET], [HOSPITAL], [AGAIN]]),
        (
            [("same", (HOSPITAL, MARKET), {}), ("not_same", (HOSPITAL, MARKET), {"who": "Bo"})],
            [[MARKET], [HOSPITAL, AGAIN]],
        ),
        ([("reject", (AGAIN,), {})], [[MARKET], [HOSPITAL]]),
        ([("correct", (AGAIN,), {"field": "place", "value": "Tarnholm"})], [[MARKET], [HOSPITAL], [AGAIN]]),
    ],
)  # fmt: skip
def test_what_people_judge_wins(judgements, expected):
    assert judged(PAIRS, *judgements) == sorted(sorted(words) for words in expected)


def test_people_can_put_an_event_without_day_and_place_into_an_incident():
    found = judged([*PAIRS, UNDATED], ("same", (HOSPITAL, "They fired on the clinic"), {}))
    assert sorted([HOSPITAL, AGAIN, "They fired on the clinic"]) in found


def test_a_judgement_counts_from_its_day():
    merge = ("same", (HOSPITAL, MARKET), {"day": "2031-05-04"})
    assert len(judged(PAIRS, merge, as_of="2031-05-03")) == 2
    assert len(judged(PAIRS, merge, as_of="2031-05-04")) == 1


clauses = st.builds(
    tell,
    st.sampled_from([HOSPITAL, AGAIN, MARKET, "Shells hit the fish market", "A barge sank at the pier of Velm"]),
    st.sampled_from(["shelling", "killing", "siege", "protest"]),
    st.sampled_from(["Velm", "Velm hospital", "Ardania", None]),
    st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-03", "2031-05", None]),
    status=st.sampled_from(["reported", "claimed", "denied", "planned"]),
)
reports = st.builds(
    report,
    clauses,
    clauses,
    day=st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-03", None]),
    outlet=st.sampled_from(["The Velm Post", "Orsa Wire", "Northern Post"]),
)
few = settings(max_examples=5, deadline=None)


def known(pairs, as_of=None, batch=200):
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs, batch=batch)
        ledger.add(pairs[:1])
        return ledger.incidents(as_of)


@few
@given(st.data(), st.lists(reports, max_size=4))
def test_the_order_of_adding_does_not_matter(data, pairs):
    assert known(pairs) == known(data.draw(st.permutations(pairs)), batch=data.draw(st.integers(1, 3)))


@few
@given(st.lists(reports, max_size=4), st.sampled_from(["2031-05-01", "2031-05-02"]))
def test_as_of_a_day_is_as_if_nothing_had_come_later(pairs, day):
    earlier = [pair for pair in pairs if pair[1].date and pair[1].date <= day]
    assert known(pairs, as_of=day) == known(earlier)


@few
@given(st.lists(reports, max_size=4))
def test_every_event_is_in_one_incident_at_most_and_every_id_is_told_once(pairs):
    found = known(pairs)
    events = [event.id for one in found for event in one.events]
    assert len(events) == len(set(events)) and len({one.id for one in found}) == len(found)
    assert all(one.evidence.keys() <= {e.id for e in one.events} for one in found)
    assert all(one.texts <= len(one.documents) for one in found)
