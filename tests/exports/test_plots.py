"""A series is drawn as it is: a line of steps for each origin, open bounds, and what is flagged."""

import sys
from datetime import date

import pytest

from sayso.exports.curves import Curve, Curves, Step, lay_out
from sayso.exports.picture import draw_picture
from sayso.exports.text_plot import HEIGHT, draw_text
from sayso.ledger.views import Course, FigureView, Flag, Given, Series
from sayso.model import Figure, SaysoError, Span

SPAN = Span(0, 1)


def series(*told, flags=()):
    """A series of (origin, day, low, high), each known on the day it is about; ids count up from f0."""
    courses: dict[str, list[Given]] = {}
    for n, (origin, day, low, high) in enumerate(told):
        figure = Figure(SPAN, SPAN, low, high, "killed", place="Velm", basis="cumulative", source=origin)
        view = FigureView(f"f{n}", f"d{n}", day, day, figure, "w", origin, "q1", "Velm")
        courses.setdefault(origin, []).append(Given(day, day, view, (view,)))
    found = tuple(Course(origin, tuple(given)) for origin, given in courses.items())
    points = tuple(g.figure for c in found for g in c.given)
    return Series("q1", "killed", None, None, "Velm", "cumulative", points, (), tuple(flags), found)


TOLL = series(
    ("Harbour Council", "2031-05-01", 31, 31),
    ("Harbour Council", "2031-05-02", 58, 58),
    ("Harbour Council", "2031-05-04", 47, 47),
    ("Ilse Brandt", "2031-05-03", 40, None),
    flags=[Flag("f2", "fall", "f1"), Flag("f1", "again", "f0")],
)
DRAWN = """\
killed · Velm · cumulative
58┤            Aaaaaaaaaaaaaaaaaaaaaaaa
  ┤            │                       │
  ┤            │                       │
  ┤            │                       │
  ┤            │                       │
  ┤            │                       !
  ┤            │
  ┤            │
  ┤            │
  ┤            │           Bbbbbbbbbbbbb
  ┤            │
  ┤            │
  ┤            │
31┤Aaaaaaaaaaaa
   2031-05-01                 2031-05-04
A  Harbour Council: 47 for 2031-05-04
   ! 47 for 2031-05-04, a fall of 58 for 2031-05-02
B  Ilse Brandt: 40+ for 2031-05-03
"""


def test_text_shows_each_origin_in_steps_and_tells_its_flags():
    assert draw_text(lay_out(TOLL), 40) == DRAWN


@pytest.mark.parametrize("width", [1, 40, 60, 200])
@pytest.mark.parametrize(
    "steps",
    [
        [("2031-05-01", 0, 0)],
        [("2031-05-01", 5, 5)],
        [("2031-05-01", -3, -3), ("2031-05-02", -1, None)],
        [("2031-05-01", None, 40), ("2031-06-30", 1e9, 2e9)],
        [(f"2031-05-{d:02}", d, d + 1) for d in range(1, 32)],
    ],
    ids=["naught", "one", "below", "far", "month"],
)
def test_text_keeps_to_its_width(steps, width):
    lines = draw_text(lay_out(series(*(("Harbour Council", *step) for step in steps))), width).splitlines()
    assert max(len(line) for line in lines[1 : HEIGHT + 2]) <= max(width, 40)
    assert any("A" in line for line in lines[1 : HEIGHT + 1])


def test_more_origins_than_can_be_told_apart_are_counted():
    many = series(*((f"Outlet {n}", "2031-05-01", n, n) for n in range(12)))
    assert len(lay_out(many).curves) == 8
    assert "4 more origins" in draw_text(lay_out(many))


def test_nothing_to_draw_is_said():
    with pytest.raises(SaysoError, match="no figure of killed"):
        lay_out(series(("Harbour Council", "", 3, 3)))


def test_steps_have_bounds_and_what_they_are_held_against():
    (council, _) = lay_out(TOLL).curves
    assert council.steps[1] == Step(date(2031, 5, 2), 58, 58)
    assert council.steps[2] == Step(date(2031, 5, 4), 47, 47, "fall", council.steps[1])


def test_another_ending_is_refused():
    with pytest.raises(SaysoError, match=r"\.png or \.svg"):
        draw_picture(lay_out(TOLL), ".gif")


def test_without_matplotlib_it_is_said_how_to_have_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(SaysoError, match=r"pip install 'sayso\[plots\]'"):
        draw_picture(lay_out(TOLL), ".svg")


@pytest.mark.parametrize(("ending", "head"), [(".png", b"\x89PNG"), (".svg", b"<?xml")])
def test_a_picture_is_the_same_each_time_and_has_no_day_in_it(ending, head):
    pytest.importorskip("matplotlib", reason="it is an extra: pip install 'sayso[plots]'")
    curve = Curve("Velm <b>", (Step(date(2031, 5, 1), 3, 9), Step(date(2031, 5, 3), 5, None, "revision")))
    curves = Curves("killed & hurt", "person", (curve, *lay_out(TOLL).curves), 2)
    made = draw_picture(curves, ending)
    assert made.startswith(head)
    assert made == draw_picture(curves, ending)
    assert b"<dc:date>" not in made
    assert b"20" + b"26-" not in made
