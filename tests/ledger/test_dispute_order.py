"""Disputes are a function of what was added by then: order, batches and repeats change nothing, nor does the future."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.disputed import WAR, count, report, said, taken
from sayso.ledger import Ledger

PIECES = (
    said("Velmark", "accused", "Ardania of shelling the children's hospital in Torvik"),
    said("Ardania", "denied", "shelling the hospital in Torvik"),
    said("Ardania", "denied", "the allegations"),
    said("Ardania", "accused", "Velmark of shelling the hospital itself in Torvik"),
    said("Ardania", "admitted", "shelling the children's hospital in Torvik"),
    said("Norland", "denied", "Velmish claims that it had sold the convoy"),
    count("Velmark", 5000, "Ardanian soldiers"),
    count("Ardania", 480, "Ardanian troops"),
    count("Ardania", 490, "Ardanian troops"),
    taken("Ardania", "captured the town of Torvik", "Torvik", by="Ardanian forces"),
    said("Velmark", "said", "Velmish forces still control Torvik"),
)
DAYS = ["2031-05-02", "2031-05-03", "2031-05-05"]
reports = st.builds(
    lambda some, day, outlet: report(*some, day=day, outlet=outlet),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=3),
    st.sampled_from([None, *DAYS]),
    st.sampled_from(["The Velm Post", "Orlan Echo"]),
)
few = settings(max_examples=6, deadline=None)


def told(pairs, as_of=None, batch=200):
    with Ledger.open(":memory:", WAR) as ledger:
        ledger.add(pairs, batch=batch)
        return ledger.disputes(as_of)


@few
@given(st.data(), st.lists(reports, max_size=8))
def test_the_order_of_adding_does_not_matter(data, pairs):
    shuffled = data.draw(st.permutations([*pairs, *pairs]))
    assert told(pairs) == told(shuffled, batch=data.draw(st.integers(1, 3)))


@few
@given(st.lists(reports, max_size=8), st.sampled_from(DAYS))
def test_as_of_a_day_is_as_if_nothing_had_come_later(pairs, day):
    earlier = [pair for pair in pairs if pair[1].date and pair[1].date <= day]
    assert told(pairs, as_of=day) == told(earlier)


@few
@given(st.lists(reports, max_size=8))
def test_every_side_has_words_and_the_record_that_ended_it_came_later(pairs):
    for dispute in told(pairs):
        assert len(dispute.sides) > 1
        assert all(side.records and side.origins and side.name for side in dispute.sides)
        assert (dispute.ended is None) == (dispute.stands == "open")
        assert dispute.ended is None or dispute.ended.known > dispute.first
