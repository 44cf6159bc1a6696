"""A line with one side's words has what another side of the dispute says against it beside it."""

from itertools import pairwise

import pytest

from brief.records import RecordBuilder
from sayso.brief import FORMS, Wording, compose
from sayso.languages import load_language
from sayso.ledger.disputes.views import DisputeRecord, DisputeSide, DisputeView
from sayso.model import Situation, Span

WORDING = Wording(load_language("en"))
CLAIM = "Ardania accused Velmark on Monday of shelling the grain terminal in Orlin with heavy guns."
DENIAL = "Velmark denied that its guns had fired on the terminal in Orlin."
ELSEWHERE = "Velmark denied that its ships had entered the Sound of Talmo in the night."
ALLY = "Norland, too, accused Velmark of shelling the terminal in Orlin, and called a meeting in Talmo."


def build(*texts):
    """A record of one statement a text, the first of an event, and the ids of the statements."""
    made = RecordBuilder()
    ids = []
    for n, text in enumerate(texts):
        document, speaker = made.document(text, outlet=f"Outlet {n}", day=f"2031-05-{10 + n}"), text.split()[0]
        ids.append(made.said(document, text.removesuffix("."), speaker.strip(","), by=speaker.strip(",")))
        if n == 0:
            made.happened(document, text.removesuffix("."), "shelling")
    return made.build(), ids


def side(name, role, *ids):
    records = tuple(DisputeRecord(id, "", "2031-05-10", Span(0, 1), "", name) for id in ids)
    return DisputeSide(name, role, records, ())


def dispute(*sides, kind="denial", stands="open"):
    return DisputeView("x1", kind, "the terminal", "2031-05-10", "2031-05-12", sides, stands)


def told_against(record, disputes, form="short"):
    """What stands against what, by the last word before it."""
    lines = [line.text for line in compose(record, Situation(), WORDING, form=form, disputes=disputes).lines()]
    against = WORDING["against"]
    return {before: line.removeprefix(against) for before, line in pairwise(lines) if line.startswith(against)}


@pytest.mark.parametrize("form", FORMS)
def test_the_other_side_stands_behind_a_line(form):
    record, (claim, denial) = build(CLAIM, DENIAL)
    disputes = [dispute(side("Ardania", "claims", claim), side("Velmark", "denies", denial))]
    told = told_against(record, disputes, form)
    assert list(told.items()) in ([(CLAIM, DENIAL)], [(DENIAL, CLAIM)])


def test_the_words_against_a_line_lead_back_to_where_they_stand():
    record, (claim, denial) = build(CLAIM, DENIAL)
    disputes = [dispute(side("Ardania", "claims", claim), side("Velmark", "denies", denial))]
    lines = compose(record, Situation(), WORDING, disputes=disputes).lines()
    (against,) = [line for line in lines if line.text.startswith(WORDING["against"])]
    assert against.records in ((claim,), (denial,)) and len(against.references) == 1
    assert all(part.anchor is not None for part in against.parts[1:])


def test_of_several_the_words_most_alike_are_told():
    record, (claim, *denials) = build(CLAIM, ELSEWHERE, DENIAL)
    disputes = [dispute(side("Ardania", "claims", claim), side("Velmark", "denies", *denials))]
    assert told_against(record, disputes) == {CLAIM: DENIAL}


@pytest.mark.parametrize(
    "disputes",
    [
        pytest.param(lambda one, two: [], id="no dispute"),
        pytest.param(
            lambda one, two: [dispute(side("Ardania", "claims", one), side("Norland", "claims", two))], id="both claim"
        ),
        pytest.param(
            lambda one, two: [
                dispute(side("Ardania", "claims", one), side("Velmark", "denies", two), stands="conceded")
            ],
            id="conceded",
        ),
        pytest.param(
            lambda one, two: [dispute(side("Ardania", "counts", one), side("Velmark", "counts", two), kind="numbers")],
            id="numbers",
        ),
        pytest.param(
            lambda one, two: [dispute(side("Ardania", "claims", one), side("Velmark", "denies", one))],
            id="told of both sides already",
        ),
        pytest.param(
            lambda one, two: [dispute(side("Ardania", "claims", one), side("Velmark", "denies", "s0"))],
            id="not in the record",
        ),
    ],
)
def test_nothing_is_set_against_a_line_where_nobody_speaks_against_it(disputes):
    record, (one, two) = build(CLAIM, ALLY)
    assert told_against(record, disputes(one, two)) == {}


def test_accusations_stand_against_each_other():
    back = "Velmark accused Ardania of shelling its own terminal in Orlin with heavy guns."
    record, (one, two) = build(CLAIM, back)
    disputes = [dispute(side("Ardania", "accuses", one), side("Velmark", "accuses", two), kind="accusation")]
    assert {CLAIM, back} in map(set, told_against(record, disputes).items())


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_told_twice(form):
    record, ids = build(CLAIM, DENIAL, ALLY, ELSEWHERE)
    claims, denials = ids[::2], ids[1::2]
    disputes = [dispute(side("Ardania", "claims", *claims), side("Velmark", "denies", *denials))]
    lines = [line.text for line in compose(record, Situation(), WORDING, form=form, disputes=disputes).lines()]
    told = [line.removeprefix(WORDING["against"]) for line in lines]
    assert sorted(told) == sorted(set(told))
