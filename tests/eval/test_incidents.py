"""Press releases are dated by their own head, asked for what they can tell, and their killed counted from readings."""

import pytest

import incidents

START = "2030-12-30"


@pytest.mark.parametrize(("text", "start", "day"), [
    ("TORVIK (March 4, 2031) - A patrol found a store.", START, "2031-03-04"),
    ("TORVIK (Jan. 2) - A patrol found a store.", START, "2031-01-02"),
    ("TORVIK (Dec. 29) - A patrol found a store.", START, "2030-12-29"),
    ("2031-03-CA-007 TORVIK (March 4) - A patrol found a store.", START, "2031-03-04"),
    ("News of 2031. TORVIK, March 4 - A patrol found a store.", START, "2031-03-04"),
    ("TORVIK, April 31st - A patrol found a store.", START, None),
    ("TORVIK - A patrol found 12 stores.", START, None),
    ("TORVIK - Patrol 14 and Company 3, 2031.", START, None),
    ("x" * 600 + " TORVIK (March 4, 2031)", START, None),
])  # fmt: skip
def test_a_release_is_of_the_day_that_its_head_gives(text, start, day):
    assert incidents.day_of(text, start) == day


@pytest.mark.parametrize(("in_year", "start", "day"), [
    ("-03-04", "2031-03-02", "2031-03-04"),
    ("-01-02", "2030-12-30", "2031-01-02"),
    ("-12-31", "2030-12-30", "2030-12-31"),
    ("-01-02", "2030-11-30", "2030-01-02"),
])  # fmt: skip
def test_a_day_without_a_year_is_in_the_year_of_the_facts_or_just_behind_it(in_year, start, day):
    assert incidents.nearest(in_year, start) == day


@pytest.mark.parametrize(("released", "told"), [
    (None, False), ("2010-10-31", True), ("2010-11-01", False), ("2010-11-30", False), ("2010-12-01", True),
    ("2011-01-31", True), ("2011-02-01", False), ("2011-03-28", False), ("2011-03-29", True),
])  # fmt: skip
def test_days_are_not_asked_for_in_the_miscounted_stretches(released, told):
    assert incidents.is_told(released) is told


TEXT = "Several raiders were killed. More than 30 raiders died. Two fell."
SEVERAL, MORE, TWO = [0, 27], [29, 41], [56, 59]


def killing(span, *figures, **fields):
    return {"type": "killing", "span": span, "figures": list(figures), **fields}


def toll(span, low, measure="killed"):
    return {"span": span, "low": low, "measure": measure}


@pytest.mark.parametrize(("events", "figures", "killed", "counted"), [
    ([], [toll(TWO, 2.0)], 0.0, 0.0),
    ([killing(TWO)], [], 1.0, 1.0),
    ([killing(TWO, 0)], [toll(TWO, 2.0)], 2.0, 2.0),
    ([killing(TWO, 0)], [toll(TWO, 2.0, "wounded")], 1.0, 1.0),
    ([killing(TWO, 0)], [toll(TWO, None)], 1.0, 1.0),
    ([killing(MORE, 0)], [toll(MORE, 30.0)], 30.0, 31.0),
    ([killing(SEVERAL)], [], 1.0, 3.0),
    ([killing(SEVERAL), killing(TWO, 0)], [toll(TWO, 2.0)], 2.0, 3.0),
    ([killing(TWO, 0, negated=True)], [toll(TWO, 2.0)], 0.0, 0.0),
    ([killing(TWO, 0, status="planned")], [toll(TWO, 2.0)], 0.0, 0.0),
    ([killing(TWO, 0, status="claimed")], [toll(TWO, 2.0)], 2.0, 2.0),
    ([{"type": "arrest", "span": TWO, "figures": [0]}], [toll(TWO, 2.0)], 2.0, 2.0),
    ([{"type": "accident", "span": TWO, "figures": [0]}], [toll(TWO, 2.0)], 0.0, 0.0),
])  # fmt: skip
def test_the_killed_are_counted_by_figures_and_beside_them_as_the_gold_counts(events, figures, killed, counted):
    reading = {"events": events, "figures": figures}
    assert incidents.killed_in(reading) == killed
    assert incidents.killed_as_counted(reading, TEXT) == counted


PLACES = [
    {"name": "Oru", "admin1": "Lakeland"}, {"name": "Hask", "admin1": "Dunes"}, {"name": "Dunes", "kind": "region"},
]  # fmt: skip


@pytest.mark.parametrize(("events", "province"), [
    ([{"type": "arrest", "place": "Oru"}, {"type": "aid", "place": "Hask"}], "lakeland"),
    ([{"type": "aid", "place": "Oru"}, {"type": "arrest", "place": "Hask"}], "dunes"),
    ([{"type": "aid", "place": "Oru"}, {"type": "arrest"}], "lakeland"),
    ([{"type": "arrest", "place": "Oru", "status": "denied"}], "dunes"),
    ([], "dunes"),
])  # fmt: skip
def test_the_province_is_that_of_the_main_event_then_of_any_then_of_most_places(events, province):
    assert incidents.province_of({"events": events, "places": PLACES}) == province


def test_without_places_there_is_no_province():
    assert incidents.province_of({"events": [{"type": "arrest", "place": "Oru"}]}) is None
