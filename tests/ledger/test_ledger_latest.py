"""What a series says now is what each origin says last, side by side."""

import msgspec
import pytest

from sayso.ledger import Ledger
from sayso.ledger.copies.origins import Told
from sayso.ledger.series.gathering import gather_series
from sayso.ledger.series.latest import series_now
from sayso.ledger.views import FigureView
from sayso.model import Document, Figure, Reading, Span, identify

SPAN = Span(0, 1)


def point(n, known, low, source="Harbour Council", document=None, high=None):
    figure = Figure(SPAN, SPAN, low, high if high is not None else low, "killed", place="Velm", source=source)
    return FigureView(f"f{n:02}", document or f"d{n:02}", known, known, figure, "w", source, "q1", "Velm")


def now(points, copies=()):
    """The series' state; `copies` are pairs of documents of which the first is a copy of the second."""
    texts = {p.document: dict(copies).get(p.document, p.document) for p in points}
    told = {one: Told(f"Outlet of {one}", text, f"Outlet of {text}") for one, text in texts.items()}
    (series,) = gather_series(points)
    return series_now(series, told)


def values(found):
    return {one.origin: one.figure.figure.low for one in found.latest}


def test_each_origin_has_its_own_latest_and_none_is_picked():
    found = now([point(1, "2031-05-01", 3), point(2, "2031-05-02", 5), point(3, "2031-05-02", 9, "Ilse Brandt")])
    assert values(found) == {"Harbour Council": 5, "Ilse Brandt": 9}
    assert (found.low, found.high) == (5, 9)


def test_an_origin_that_gave_another_figure_before_has_moved():
    found = now([point(1, "2031-05-01", 3), point(2, "2031-05-02", 5), point(3, "2031-05-03", 5)])
    assert found.latest[0].before.id == "f01"
    assert (found.latest[0].since, found.moved) == ("2031-05-02", ("Harbour Council",))
    still = now([point(1, "2031-05-01", 3), point(2, "2031-05-02", 3)])
    assert (still.latest[0].before, still.latest[0].since, still.moved) == (None, "2031-05-01", ())


def test_the_origins_that_moved_on_the_last_day_are_told():
    points = [point(n, f"2031-05-0{n}", n, source) for source in ("Harbour Council", "Ilse Brandt") for n in (1, 2)]
    assert now([*points, point(9, "2031-05-03", 9)]).moved == ("Harbour Council",)


def test_figures_count_by_the_ways_they_came():
    one, other = point(1, "2031-05-01", 3), point(2, "2031-05-01", 3)
    assert [(n.texts, n.origins) for n in now([one, other]).latest] == [(2, 2)]
    assert [(n.texts, n.origins) for n in now([one, other], [("d02", "d01")]).latest] == [(1, 1)]


def test_a_text_on_nobodys_word_is_the_word_of_whom_it_comes_from():
    points = [point(n, "2031-05-01", 3, None) for n in (1, 2)]
    assert values(now(points, [("d02", "d01")])) == {"Outlet of d01": 3}


def test_a_part_is_no_value_of_its_whole():
    whole, part = point(1, "2031-05-01", 63), point(2, "2031-05-02", 11)
    part = msgspec.structs.replace(part, figure=msgspec.structs.replace(part.figure, part_of=0))
    assert values(now([whole, part])) == {"Harbour Council": 63}


def test_the_default_is_the_origin_with_the_longest_record():
    points = [point(n, f"2031-05-0{n}", n) for n in (1, 2, 3)]
    points += [point(9, "2031-05-09", 50, "Ilse Brandt")]
    assert [(one.origin, one.days) for one in now(points).latest] == [("Harbour Council", 3), ("Ilse Brandt", 1)]


def test_a_figure_on_nobodys_word_is_its_outlets():
    assert values(now([point(1, "2031-05-01", 3, None)])) == {"Outlet of d01": 3}


@pytest.mark.parametrize(
    ("lows", "copies", "best"),
    [
        ([3, 5, 5], [], 5),
        ([3, 3, 5, 5, 5], [("d04", "d03"), ("d05", "d03")], 3),
        ([2000, 2155], [], 2155),
        ([3, 5], [], 5),
        ([3.75, 4], [], 3.75),
    ],
)
def test_of_one_day_the_figure_counts_that_most_texts_give(lows, copies, best):
    points = [point(n, "2031-05-01", low) for n, low in enumerate(lows, 1)]
    assert values(now(points, copies)) == {"Harbour Council": best}


def test_open_bounds_are_kept():
    found = now([point(1, "2031-05-01", None, high=40), point(2, "2031-05-01", 3, "Ilse Brandt")])
    assert (found.low, found.high) == (None, 40)
    assert now([point(1, "2031-05-01", None)]).latest[0].figure.id == "f01"


def test_a_figure_without_a_day_counts_only_where_there_is_no_other():
    found = now([point(1, "2031-05-01", 3), point(2, "", 14)])
    assert (values(found), found.latest[0].days) == ({"Harbour Council": 3}, 1)
    assert values(now([point(2, "", 14)])) == {"Harbour Council": 14}


def test_a_later_report_of_an_earlier_day_is_not_the_latest():
    recap = msgspec.structs.replace(point(2, "2031-05-09", 14), day="2031-05-01")
    assert values(now([point(1, "2031-05-08", 47), recap])) == {"Harbour Council": 47}


def test_a_document_without_an_outlet_stands_for_itself():
    points = [point(n, "2031-05-01", n, None) for n in (1, 2)]
    (series,) = gather_series(points)
    told = {p.document: Told("", p.document, p.document) for p in points}
    assert values(series_now(series, told)) == {"d01": 1, "d02": 2}


def test_a_ledger_tells_what_was_the_latest_as_of_any_day(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([told("2031-05-01", 3), told("2031-05-02", 5), told("2031-05-02", 8, "Ilse Brandt")])
        assert [values(n) for n in ledger.latest("killed")] == [{"Harbour Council": 5, "Ilse Brandt": 8}]
        assert [values(n) for n in ledger.latest(by="harbour")] == [{"Harbour Council": 5}]
        assert ledger.latest(by="nobody") == ()
        assert [values(n) for n in ledger.latest(as_of="2031-05-01")] == [{"Harbour Council": 3}]
        assert ledger.latest("injured") == ()


def told(day, dead, source="Harbour Council"):
    text = f"{dead} people were killed in Velm, said {source} on {day}."
    document = Document(identify(text), f"{dead}", text)
    figure = Figure(SPAN, SPAN, dead, dead, "killed", place="Velm", basis="cumulative", source=source)
    return document, Reading(document.id, "sayso/1", "en", date=day, date_basis="given", figures=(figure,))
