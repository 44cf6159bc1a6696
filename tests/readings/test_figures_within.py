"""What holds a figure is found as by looking at every statement, in less time."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.readings.figures.within import Holders

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 8)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_longer_span_holds_as_comparing_with_each_tells(spans, span):
    assert Holders(spans).hold(span) == any(s.covers(span) and s != span for s in spans)


@given(st.lists(SPANS, max_size=8, unique=True), SPANS)
def test_the_innermost_starts_last_and_is_the_shortest_of_those(spans, span):
    covering = [s for s in spans if s.covers(span)]
    closest = max(covering, key=lambda s: (s.start, -s.end), default=None)
    found = Holders(spans).innermost(span)
    assert (spans[found] if found is not None else None) == closest
