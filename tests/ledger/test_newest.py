"""The newest records are found from the newest documents on, and they are those that all of them end with."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event as events_of

from ledger.invented import judge, prose, report
from sayso.ledger import Ledger, finding
from sayso.ledger.names.folding import fold
from sayso.model import record_id

DAYS = ["2031-05-01", "2031-05-02", "2031-05-04"]
PLACES = ["Orsa Bay", "Velm", "Tarnholm"]
SPEAKERS = [("Ilse Brandt", "person"), ("Brandt", "person"), ("the ministry", "unnamed")]
REPORTS = [
    {"seed": n, "place": place, "speaker": speaker, "kind": kind, "text": prose(n, 12)}
    for n, (place, (speaker, kind)) in enumerate(product(PLACES, SPEAKERS))
]
ASKED = {
    "statements": [{"by": "brandt"}, {"by": "ministry"}, {"place": "velm"}, {"about": "died"}, {"about": "Orsa"}],
    "figures": [{"by": "brandt"}, {"place": "velm"}, {"measure": "killed"}, {"population": "people"}, {"about": "41"}],
    "events": [{"by": "brandt"}, {"by": "dov"}, {"place": "Orsa Bay"}, {"kind": "violence"}, {"about": "tarn*"}],
}


@st.composite
def reports(draw):
    """A few documents in any order of days, some of them read twice."""
    return report(
        **draw(st.sampled_from(REPORTS)),
        day=draw(st.sampled_from([None, *DAYS])),
        dead=draw(st.sampled_from([40, 41])),
        retrieved=draw(st.sampled_from([None, "2031-05-03T09:00:00Z"])),
        reader=draw(st.sampled_from(["sayso/1", "sayso/2"])),
    )


@st.composite
def judged(draw, pairs):
    """What people say of some of their records."""
    made = []
    for doc, read in pairs:
        said, counted, done = (
            record_id("s", doc.id, read.statements[0].content),
            record_id("f", doc.id, read.figures[0].span),
            record_id("e", doc.id, read.events[0].span),
        )
        made += [
            judge("reject", "document", doc.id),
            judge("reject", "event", done),
            judge("correct", "statement", said, field="speaker", value="Marek Dov"),
            judge("correct", "figure", counted, field="place", value="Velm"),
            judge("correct", "figure", counted, field="measure", value="injured"),
            judge("correct", "event", done, field="actor", value=("Marek Dov",)),
        ]
    return draw(st.lists(st.sampled_from(made), max_size=3))


@settings(max_examples=15)
@given(st.data(), st.lists(reports(), min_size=1, max_size=9), st.booleans())
def test_a_limit_keeps_what_all_that_fits_ends_with(nowhere, data, pairs, are_judged):
    with Ledger.open(nowhere()) as ledger, pytest.MonkeyPatch.context() as patched:
        ledger.add(pairs, batch=data.draw(st.integers(1, 4)))
        if are_judged:
            ledger.judge(*data.draw(judged(pairs)))
        patched.setattr(finding, "FEW", data.draw(st.integers(1, 3)))
        patched.setattr(finding, "MANY", data.draw(st.sampled_from([2, 5, 32])))
        as_of, since = data.draw(st.sampled_from([(None, None), (None, DAYS[1]), (DAYS[1], None), (DAYS[2], DAYS[1])]))
        for noun, questions in ASKED.items():
            view = getattr(ledger, noun)
            for asked, limit in product(questions, (1, 2, 4)):
                assert view(as_of, since, **asked, limit=limit) == view(as_of, since, **asked)[-limit:]


@settings(max_examples=15)
@given(st.data(), st.lists(reports(), min_size=1, max_size=9))
def test_what_is_at_a_place_is_found_as_if_all_was_gone_through(nowhere, data, pairs):
    with Ledger.open(nowhere()) as ledger:
        ledger.add(pairs)
        ledger.judge(*data.draw(judged(pairs)))
        as_of = data.draw(st.sampled_from([None, DAYS[1]]))
        for place in PLACES:
            for view in (ledger.figures, ledger.events):
                there = tuple(one for one in view(as_of) if one.place and fold(one.place) == fold(place))
                assert view(as_of, place=place.upper()) == there


def test_enough_in_the_newest_documents_is_all_that_is_asked_for(nowhere):
    """No record of all documents is put in order where a few have as many as are wanted."""
    with Ledger.open(nowhere()) as ledger:
        ledger.add(report(n, day) for n, day in enumerate(DAYS))
        told = []
        events_of.listen(ledger._connection.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
        assert [view.known for view in ledger.statements(by="brandt", limit=2)] == DAYS[1:]
        assert len([one for one in told if "statement.words" in one]) == 1
