"""Which figures measure one thing."""

import pytest

from sayso.ledger.copies.origins import Told
from sayso.ledger.series.gathering import gather_series, series_id
from sayso.ledger.series.given import tell_courses
from sayso.ledger.views import FigureView
from sayso.model import Figure, Span

SPAN = Span(0, 1)
ONE = {"measure": "killed", "population": "the civilians", "basis": "cumulative", "unit": None}


def figure(**fields):
    return Figure(SPAN, SPAN, 1, 1, **{**ONE, **fields})


@pytest.mark.parametrize(
    ("fields", "place", "same"),
    [
        ({}, "Velm", True),
        ({"population": "Civilians"}, "the Velm", True),
        ({"source": "Ilse Brandt", "unverified": True, "as_of": "2031-05-01"}, "Velm", True),
        ({"measure": "injured"}, "Velm", False),
        ({"unit": "percent"}, "Velm", False),
        ({"population": None}, "Velm", False),
        ({"population": "soldiers"}, "Velm", False),
        ({"population": "civilian deaths"}, "Velm", True),
        ({"population": "Velmish civilians"}, "Velm", False),
        ({"basis": "increment"}, "Velm", False),
        ({"basis": None}, "Velm", False),
        ({}, None, False),
        ({}, "Orsa Bay", False),
    ],
)
def test_one_series_is_one_measure_unit_population_place_and_basis(fields, place, same):
    assert (series_id(figure(**fields), place, "Ilse Brandt") == series_id(figure(), "Velm", "Tove Aas")) == same


def test_parts_do_not_run_into_one_another():
    assert series_id(figure(measure="killed in", population="Velm"), None, "") != series_id(
        figure(measure="killed", population="in Velm"), None, ""
    )


@pytest.mark.parametrize(
    ("fields", "place", "same"),
    [
        ({"population": None}, None, False),
        ({"population": "killed"}, None, False),
        ({"population": None}, "Velm", True),
        ({"population": "miners"}, None, True),
    ],
)
def test_sources_meet_only_where_a_figure_says_where_or_of_whom(fields, place, same):
    of = figure(**fields)
    assert (series_id(of, place, "Ilse Brandt") == series_id(of, place, "Tove Aas")) == same
    assert series_id(of, place, "the Ilse Brandt") == series_id(of, place, "Ilse Brandt")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Velmish troops", "Velmish soldiers", True),
        ("Velmish service members", "Velmish soldier", True),
        ("Velmish troops", "Ardanian troops", False),
        ("troops of Velm", "soldiers of Velm", False),
        ("people", None, True),
        ("Velmish people", "people", False),
        ("forces", "security forces", False),
    ],
)
def test_populations_are_one_by_the_last_of_their_words(one, other, same):
    ids = [series_id(figure(population=p), "Velm", "") for p in (one, other)]
    assert (ids[0] == ids[1]) == same


def test_a_population_that_repeats_the_measure_tells_nothing():
    said, unsaid = figure(measure="refugees", population="refugees"), figure(measure="refugees", population=None)
    assert series_id(said, "Velm", "") == series_id(unsaid, "Velm", "")


def test_points_come_by_the_day_they_are_about():
    def view(i, day, known):
        return FigureView(i, "d", known, day, figure(), "1", None, "q", "Velm")

    views = [view("f3", "", ""), view("f2", "2031-05-02", "2031-05-09"), view("f1", "2031-05-02", "2031-05-03")]
    (series,) = gather_series([*views, view("f0", "2031-05-01", "2031-05-09")])
    assert [p.id for p in series.points] == ["f0", "f1", "f2", "f3"]
    assert (series.id, series.measure, series.place, series.basis) == ("q", "killed", "Velm", "cumulative")


@pytest.mark.parametrize(
    ("basis", "day"), [("cumulative", "2031-05-03"), ("plan", "2031-05-01"), ("rate", "2031-05-01")]
)
def test_a_page_that_is_written_on_tells_of_days_after_its_own_and_a_plan_does_not(basis, day):
    view = FigureView("f1", "d", "2031-05-01", "2031-05-03", figure(basis=basis), "1", "Tove Aas", "q", "Velm")
    ((given,),) = [course.given for course in tell_courses([view], {"d": Told("Dawn", "d", "Dawn")})]
    assert (given.day, given.known) == (day, "2031-05-01")
