"""A ledger is a function of what was added: the order does not matter, nor does what it was told later."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import PEOPLE, PLACES, prose, report
from sayso.ledger import Ledger
from sayso.model import Situation

HERE = Situation(names={"Welm": ("Velm",)})
TEXTS = [prose(1), prose(1, 90), prose(1, 60) + prose(2, 60), prose(2), prose(3)]
reports = st.builds(
    report,
    st.integers(0, 3),
    st.sampled_from([None, "2031-05-01", "2031-05-02", "2031-05-03", "2031-05"]),
    text=st.sampled_from(TEXTS),
    speaker=st.sampled_from(PEOPLE),
    place=st.sampled_from(sorted(PLACES)),
    dead=st.sampled_from([40, 41]),
    retrieved=st.sampled_from([None, "2031-05-02T09:00:00Z", "2031-05-04T09:00:00Z"]),
    reader=st.sampled_from(["sayso/1", "sayso/2"]),
    situation=st.sampled_from(["", HERE.fingerprint()]),
)
few = settings(max_examples=8, deadline=None)


def told(nowhere, pairs, as_of=None, batch=200):
    with Ledger.open(nowhere(), HERE) as ledger:
        ledger.add(pairs, batch=batch)
        return ledger.record(as_of), ledger.problems()


@few
@given(st.data(), st.lists(reports, max_size=8))
def test_the_order_of_adding_does_not_matter(nowhere, data, pairs):
    shuffled = data.draw(st.permutations(pairs))
    assert told(nowhere, pairs) == told(nowhere, shuffled, batch=data.draw(st.integers(1, 3)))


@few
@given(st.lists(reports, max_size=8), st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-04"]))
def test_as_of_a_day_is_as_if_nothing_had_come_later(nowhere, pairs, day):
    whole, _ = told(nowhere, pairs)
    known = {i for i, d in whole.documents.items() if d.known and d.known <= day}
    earlier, _ = told(nowhere, [pair for pair in pairs if pair[0].id in known])
    asked, _ = told(nowhere, pairs, as_of=day)
    assert asked.documents == earlier.documents
    assert (asked.statements, asked.figures, asked.events) == (earlier.statements, earlier.figures, earlier.events)
    assert asked.series == earlier.series


@few
@given(st.lists(reports, max_size=8))
def test_documents_are_numbered_and_every_record_stands_in_one(nowhere, pairs):
    record, _ = told(nowhere, pairs)
    numbers = count(1)
    assert all(d.number == next(numbers) for d in record.documents.values())
    assert all(v.document in record.documents for v in (*record.statements, *record.figures, *record.events))
    assert sorted(p.id for s in record.series for p in s.points) == sorted(f.id for f in record.figures)
    assert all(record.documents[d.copy_group].original for d in record.documents.values())
