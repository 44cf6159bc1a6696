"""What an origin takes back, mends, lowers or only prints again is flagged, and parts hang under their whole."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import judge, prose
from sayso.ledger import Ledger
from sayso.model import Document, Figure, Reading, Span, identify

CORRECTION = [
    ("cumulative", 58, 47, "correction"),
    ("stock", 58, 47, "correction"),
    ("cumulative", (58, None), 61, "revision"),
    ("cumulative", 58, 58, None),
    ("increment", 58, 47, None),
    ("plan", 58, 47, None),
    (None, 58, 47, None),
]
FALL = [
    ("cumulative", [31, 58, 47], (47, 58)),
    ("cumulative", [31, 58, 58, 47], (47, 58)),
    ("cumulative", [31, 58, 61], None),
    ("cumulative", [31, (58, None), (40, None)], None),
    ("cumulative", [31, 5800, 47], None),
    ("cumulative", [58, 47], None),
    ("cumulative", [58, 47, 40], None),
    ("stock", [31, 58, 47], None),
    ("increment", [31, 58, 47], None),
]


COUNCIL, POST = "Harbour Council", "The Velm Post"


def told(n, dead, known, *, about=None, source=COUNCIL, basis="cumulative", outlet=POST, said=None):
    """A report that `dead`, a number or two bounds, were killed in Velm, in a sentence of its own."""
    low, high = dead if isinstance(dead, tuple) else (dead, dead)
    sentence = said or f"By its count of {prose(n, 8)[:-1]} there were {low} dead in Velm as of today"
    text = f"{prose(n)} {sentence}. {prose(n + 500)}"
    start = text.index(f"{low} dead")
    span = Span(start, start + len(f"{low} dead"))
    document = Document(identify(text, title=str(n), outlet=outlet), f"report-{n}", text, outlet=outlet)
    figure = Figure(span, span, low, high, "killed", place="Velm", basis=basis, source=source, as_of=about)
    return document, Reading(document.id, "sayso/1", "en", date=known, date_basis="given", figures=(figure,))


def flags(*pairs, **asked):
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs)
        found = ledger.series("killed", **asked)
        values = {p.id: p.figure.low for s in found for p in s.points}
        everything = {p.id: p.figure.low for p in ledger.figures()}
    return [(f.kind, values[f.figure], everything[f.before]) for s in found for f in s.flags]


@pytest.mark.parametrize(("basis", "before", "now", "kind"), CORRECTION)
def test_another_value_for_the_same_day_is_flagged(basis, before, now, kind):
    first = told(1, before, "2031-05-01", basis=basis)
    second = told(2, now, "2031-05-03", about="2031-05-01", basis=basis)
    low = before[0] if isinstance(before, tuple) else before
    assert flags(first, second) == ([(kind, now, low)] if kind else [])


@pytest.mark.parametrize(("basis", "counts", "fall"), FALL)
def test_a_cumulative_count_that_falls_after_it_rose_is_flagged(basis, counts, fall):
    found = flags(*(told(n, dead, f"2031-05-0{n}", basis=basis) for n, dead in enumerate(counts, 1)))
    assert found == ([("fall", *fall)] if fall else [])


@pytest.mark.parametrize("source", [None, "officials", "the mayor of the town"])
def test_who_is_not_named_may_be_another(source):
    assert flags(*(told(n, dead, f"2031-05-0{n}", source=source) for n, dead in enumerate([31, 58, 47], 1))) == []
    first, second = told(1, 3, "2031-05-01", source=source), told(2, 9, "2031-05-02", about="2031-05-01", source=source)
    assert flags(first, second) == []


def test_of_two_origins_neither_corrects_the_other():
    assert flags(told(1, 58, "2031-05-01"), told(2, 47, "2031-05-03", source="Ilse Brandt")) == []


def test_an_earlier_day_told_late_is_no_fall():
    late = told(3, 47, "2031-05-05", about="2031-05-02")
    assert flags(told(1, 31, "2031-05-01"), told(2, 58, "2031-05-03"), late) == []


SENTENCE = "Since the dam broke there have been 58 dead in Velm by the count of the council"


def test_a_sentence_that_an_outlet_prints_again_is_said_once():
    first, again = told(1, 58, "2031-05-01", said=SENTENCE), told(2, 58, "2031-05-04", said=SENTENCE)
    other = told(3, 61, "2031-05-03")
    assert flags(first, other, again) == [("again", 58, 58)]
    with Ledger.open(":memory:") as ledger:
        ledger.add([first, other, again])
        (now,) = ledger.latest("killed")
        assert [(one.figure.figure.low, one.days) for one in now.latest] == [(61, 2)]


@pytest.mark.parametrize(
    "again",
    [
        {"said": SENTENCE, "outlet": "Harbour Radio"},
        {"said": SENTENCE, "source": "Ilse Brandt"},
        {"said": SENTENCE.replace("Since", "After")},
    ],
    ids=["outlet", "source", "sentence"],
)
def test_another_outlet_source_or_sentence_says_it_anew(again):
    assert flags(told(1, 58, "2031-05-01", said=SENTENCE), told(2, 58, "2031-05-04", **again)) == []


def test_a_few_words_may_tell_of_two_things():
    assert flags(*(told(n, 58, f"2031-05-0{n}", said="So 58 dead in Velm") for n in (1, 2))) == []


def test_since_leaves_out_points_and_keeps_what_is_known_of_the_others():
    counts = [(1, 31), (2, 58), (3, 47), (4, 49)]
    pairs = [told(n, dead, f"2031-05-0{n}") for n, dead in counts]
    assert flags(*pairs, since="2031-05-03") == [("fall", 47, 58)]
    assert flags(*pairs, since="2031-05-04") == []


def with_part(n=1, dead=63, of=11, known="2031-05-01", **fields):
    """A report of which one figure is a part of the other."""
    document, reading = told(n, dead, known)
    (whole,) = reading.figures
    start = document.text.rindex("Velm")
    part = msgspec.structs.replace(whole, span=Span(start, start + 4), low=of, high=of, part_of=0, **fields)
    return document, msgspec.structs.replace(reading, figures=(whole, part))


@pytest.mark.parametrize("fields", [{}, {"population": "children"}, {"place": "Orsa Bay"}])
def test_a_part_hangs_under_its_whole_and_counts_in_no_series_of_it(nowhere, fields):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([with_part(**fields)])
        for asked in ({}, {"place": "Velm"}):
            found = {s.points[0].figure.low: s for s in ledger.series("killed", **asked)}
            assert [p.figure.low for p in found[63].points] == [63]
            assert [(p.figure.low, p.part_of) for p in found[63].parts] == [(11, found[63].points[0].id)]
        assert [n.latest[0].figure.figure.low for n in ledger.latest("killed", place="Velm")] == [63]


def test_figures_are_asked_for_by_whom_they_count_in_any_words(nowhere):
    counted = {1: "Velmish troops", 2: "Velmish soldiers", 3: "Ardanian soldiers", 4: None}
    with Ledger.open(nowhere()) as ledger:
        ledger.add([of_population(n, population) for n, population in counted.items()])
        for asked in ("Velmish service members", "velmish soldiers"):
            assert sorted(f.figure.low for f in ledger.figures(population=asked)) == [1, 2]
            assert [len(s.points) for s in ledger.series(population=asked)] == [2]
            assert [one.days for n in ledger.latest(population=asked) for one in n.latest] == [2]
        assert ledger.latest(population="Velmish officers") == ()


def of_population(n, population):
    document, reading = told(n, n, f"2031-05-0{n}")
    (counted,) = reading.figures
    return document, msgspec.structs.replace(
        reading, figures=(msgspec.structs.replace(counted, population=population),)
    )


def test_a_part_of_what_people_rejected_stands_alone():
    with Ledger.open(":memory:") as ledger:
        ledger.add([with_part()])
        (whole,) = (f for f in ledger.figures() if f.part_of is None)
        ledger.judge(judge("reject", "figure", whole.id))
        assert [(f.figure.low, f.part_of) for f in ledger.figures()] == [(11, None)]


KNOWN = ["2031-05-01", "2031-05-02", "2031-05-03", None]
some_told = st.builds(
    told,
    st.integers(0, 9),
    st.sampled_from([47, 58, 61]),
    st.sampled_from(KNOWN),
    about=st.sampled_from(["2031-05-01", None]),
    source=st.sampled_from(["Harbour Council", "Ilse Brandt", None]),
    outlet=st.sampled_from(["The Velm Post", "Harbour Radio"]),
)
some_again = st.builds(lambda n, known: told(n, 58, known, said=SENTENCE), st.integers(10, 19), st.sampled_from(KNOWN))
some_parts = st.builds(with_part, st.integers(20, 22), known=st.sampled_from(KNOWN))
reports = st.lists(some_told | some_again | some_parts, max_size=6)


def answers(pairs, as_of=None, batch=200):
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs, batch=batch)
        return ledger.series(as_of=as_of), ledger.latest(as_of=as_of)


@settings(max_examples=10, deadline=None)
@given(st.data(), reports)
def test_the_order_of_adding_and_adding_twice_do_not_matter(data, pairs):
    shuffled = data.draw(st.permutations([*pairs, *pairs[:2]]))
    assert answers(pairs) == answers(shuffled, batch=data.draw(st.integers(1, 3)))


@settings(max_examples=10, deadline=None)
@given(reports, st.sampled_from(KNOWN[:3]))
def test_as_of_a_day_is_as_if_nothing_had_come_later(pairs, day):
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs)
        known = {d.document.id for d in ledger.documents(day)}
    assert answers(pairs, as_of=day) == answers([pair for pair in pairs if pair[0].id in known])
