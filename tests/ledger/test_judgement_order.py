"""Judgements and readings may come in any order, every day has its own, and what is withdrawn leaves no trace."""

import sqlite3

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import PEOPLE, judge, prose, report
from sayso.ledger import Ledger
from sayso.ledger.copies.comparing import group
from sayso.ledger.finding import holds
from sayso.ledger.judgements.contradictions import contradictions
from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.judgements.weighing import weigh
from sayso.ledger.stores.sqlite import fts_query
from sayso.model import record_id
from stores import kept_in_a_file

TEXT = prose(1)
PAIRS = [
    report(
        n,
        f"2031-05-0{n + 1}",
        text=TEXT if n % 2 else prose(n),
        speaker=PEOPLE[n % 4],
        place=("Velm", "Orsa Bay")[n // 3],
    )
    for n in range(6)
]
DAYS = [f"2031-05-0{n}" for n in range(1, 8)]
IDS = {
    "document": [d.id for d, _ in PAIRS],
    "statement": [record_id("s", d.id, r.statements[0].content) for d, r in PAIRS],
    "figure": [record_id("f", d.id, r.figures[0].span) for d, r in PAIRS],
    "event": [record_id("e", d.id, r.events[0].span) for d, r in PAIRS],
    "actor": [*PEOPLE[:4], "Tove Aas"],
    "place": ["Velm", "Orsa Bay", "Tarnholm"],
    "outlet": ["The Velm Post"],
}
VALUES = {
    "statement": [("speaker", "Ilse Brandt"), ("speaker", None), ("speaker", "Tove Aas"), ("act", "deny")],
    "figure": [("low", 7), ("source", "Marek Dov"), ("place", "Velm"), ("basis", "stock"), ("as_of", "2031-05-01")],
    "event": [("place", None), ("actor", ("Tove Aas",)), ("date", "2031-05")],
}


@st.composite
def judgements(draw):
    kind = draw(st.sampled_from(["same", "not_same", "correct", "reject", "confirm", "grade", "note"]))
    nouns = {"same": ["actor", "place", "document", "figure"], "correct": list(VALUES), "grade": ["figure", "outlet"]}
    nouns["not_same"] = nouns["same"]
    noun = draw(st.sampled_from(nouns.get(kind, ["statement", "figure", "event", "document"])))
    few = 2 if kind in ("same", "not_same") else 1
    about = draw(st.lists(st.sampled_from(IDS[noun]), min_size=few, max_size=few, unique=True))
    more = {}
    if kind == "correct":
        more["field"], more["value"] = draw(st.sampled_from(VALUES[noun]))
    if kind == "grade":
        more["grade"] = draw(st.sampled_from("AB" if noun == "outlet" else "12"))
    if kind == "note":
        more["why"] = "see there"
    return judge(kind, noun, *about, who=draw(st.sampled_from("XY")), day=draw(st.sampled_from(DAYS)), **more)


@st.composite
def sets_of_judgements(draw):
    """Judgements, and withdrawals of some of them and of withdrawals."""
    made = draw(st.lists(judgements(), max_size=7))
    for _ in range(draw(st.integers(0, 3)) if made else 0):
        aim, day = draw(st.sampled_from(made)), draw(st.sampled_from(DAYS))
        made.append(judge("withdraw", "judgement", aim.id, day=day))
    return made


def told(nowhere, pairs, made, as_of=None, *, first=False):
    with Ledger.open(nowhere()) as ledger:
        if first:
            ledger.judge(*made)
        ledger.add(pairs)
        for one in made:
            ledger.judge(one)
        return ledger.record(as_of), ledger.judgements(as_of), ledger.status(as_of).figures


few = settings(max_examples=6, deadline=None)


@kept_in_a_file
@few
@given(sets_of_judgements(), st.data())
def test_the_order_of_judgements_and_readings_does_not_matter(nowhere, made, data):
    other = told(
        nowhere, data.draw(st.permutations(PAIRS)), data.draw(st.permutations(made)), first=data.draw(st.booleans())
    )
    assert told(nowhere, PAIRS, made) == other


@few
@given(sets_of_judgements(), st.sampled_from(DAYS))
def test_as_of_a_day_is_as_if_nothing_had_been_read_or_judged_later(nowhere, made, day):
    whole, _, _ = told(nowhere, PAIRS, [])
    known = {i for i, d in whole.documents.items() if d.known <= day}
    earlier = told(nowhere, [p for p in PAIRS if p[0].id in known], [j for j in made if j.when[:10] <= day])
    asked = told(nowhere, PAIRS, made, day)
    assert msgspec.structs.replace(asked[0], as_of=None) == earlier[0]
    assert asked[1:] == earlier[1:]


@kept_in_a_file
@few
@given(sets_of_judgements())
def test_what_is_withdrawn_leaves_no_trace_in_the_record(nowhere, made):
    undone = [judge("withdraw", "judgement", j.id, day="2031-05-09") for j in made if j.kind != "withdraw"]
    live = [j for j in made if j.kind != "withdraw"]
    assert told(nowhere, PAIRS, [*live, *undone])[0] == told(nowhere, PAIRS, [])[0]


@kept_in_a_file
@few
@given(sets_of_judgements())
def test_no_view_tells_what_is_rejected_and_every_judgement_told_is_there(nowhere, made):
    record, views, figures = told(nowhere, PAIRS, made)
    weighed = weigh(made)
    told_views = [*record.statements, *record.figures, *record.events, *record.documents.values()]
    assert not any(v.rejected for v in told_views) and len(record.figures) == figures
    states = {v.judgement.id: v.state for v in views}
    assert all(states[j] not in ("withdrawn", "replaced") for v in told_views for j in v.judgements)
    assert all(states[j] == "conflict" for v in told_views for j in v.conflicts)
    assert all(weighed.states[v.judgement.id] == v.state for v in views if v.state not in ("alone", "unlike"))


KEYS = st.integers(0, 6).map(str)
LINKS = st.lists(st.tuples(KEYS, KEYS), max_size=10)
VERDICTS = st.lists(st.tuples(KEYS, KEYS).filter(lambda p: p[0] != p[1]).map(lambda p: tuple(sorted(p))), max_size=4)


@given(LINKS, VERDICTS, VERDICTS, st.booleans(), st.randoms(use_true_random=False))
def test_people_win_over_links_whatever_the_order(links, same, apart, earlier_keeps, rng):
    clashes = contradictions(same, apart)
    lost = {pair for between in clashes.values() for pair in between}
    verdicts = Verdicts(tuple(p for p in same if p not in lost), tuple(p for p in apart if p not in clashes))
    found = settle(links, verdicts, earlier_keeps=earlier_keeps)
    assert all(found[a] == found[b] for a, b in verdicts.same)
    assert all(found[a] != found[b] for a, b in verdicts.apart)
    shuffled = [pair[:: rng.choice([1, -1])] for pair in links]
    rng.shuffle(shuffled)
    again = settle(shuffled, Verdicts(verdicts.same[::-1], verdicts.apart[::-1]), earlier_keeps=earlier_keeps)
    assert {k: found[k] for k in found} == {k: again[k] for k in found}
    if not verdicts.apart:
        assert found == group([*links, *verdicts.same])
    for pair, between in clashes.items():
        assert pair not in verdicts.apart and between


PARTED = [
    ("the link between the two", ["ab", "ax", "by"], "ab", "ax by", "ax by"),
    ("what lies between goes with neither", ["ac", "cb", "cd"], "ab", "a b cd", "acd b"),
    ("the nearer keeps it", ["ac", "cd", "db", "bf"], "ab", "ac dbf", "ac dbf"),
    ("nothing leads from one to the other", ["ac", "bd"], "ab", "ac bd", "ac bd"),
]


@pytest.mark.parametrize(("what", "links", "apart", "neither", "earlier"), PARTED, ids=[p[0] for p in PARTED])
def test_a_link_is_dropped_only_between_those_two(what, links, apart, neither, earlier):
    for earlier_keeps, expected in [(False, neither), (True, earlier)]:
        found = settle([tuple(pair) for pair in links], Verdicts((), (tuple(apart),)), earlier_keeps=earlier_keeps)
        groups = {frozenset(k for k in found if found[k] == top) for top in found.values()}
        assert groups == {frozenset(members) for members in expected.split()}


WORDS = st.lists(
    st.sampled_from(["Velm", "velms", "étude", "etude", "a-b", "a", "b", "x*", "ve*", '"', "10"]), max_size=4
)


@given(WORDS, WORDS)
def test_words_are_found_as_the_full_text_index_finds_them(words, asked):
    text, about = " ".join(words), " ".join(asked)
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(a, b, tokenize='unicode61 remove_diacritics 2')")
        connection.execute("INSERT INTO words VALUES (?, 'killed')", (text,))
        found = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (fts_query(about),)).fetchone()
    connection.close()
    assert bool(found[0]) == holds(about, text, "killed")
