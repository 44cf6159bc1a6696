"""A document's day is given, or inferred from what the text gives away, or not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents import find_day, propose_day_zero
from sayso.documents.day_clues import find_clues
from sayso.documents.day_zero import own_day_zero
from sayso.languages import load_language
from sayso.model import Document, Situation, identify

ZERO = "2031-05-20"  # a Tuesday
NOW = "2036-01-01T00:00:00+00:00"

INFERRED = [
    # a count of days, from the situation's day zero or the text's own
    ("As the siege of Tarsk enters its fourth day, bread is short.", {"zero": ZERO}, "2031-05-23"),
    ("He warned on Day 5 of the invasion that time was short.", {"zero": ZERO}, "2031-05-24"),
    ("The war is in its 12th day. On day two of the war, Orlan fell.", {"zero": ZERO}, "2031-05-31"),
    ("This Saturday (31), the offensive reaches its twelfth day. Since its start on 20 May, the offensive was slow.",
     {}, "2031-05-31"),
    ("The offensive reaches its third day, since it began on May 20, 2031.", {"retrieved": None}, "2031-05-22"),
    # in step with the weekdays of the text: the first is its own day or the one before
    ("As the siege of Tarsk enters its fourth day, bread is short. On Friday a mill was hit.",
     {"zero": ZERO}, "2031-05-23"),
    ("As the siege of Tarsk enters its fourth day, bread is short. On Thursday a mill was hit.",
     {"zero": ZERO}, "2031-05-23"),
    ("As the siege of Tarsk enters its fourth day, a mill was hit on Friday. Talks could begin as soon as Saturday.",
     {"zero": ZERO}, "2031-05-23"),
    # a dateline, of the agency's own outlet or one that is not known
    ("ORLAN, May 24 (Reuters) - The dam held.", {"zero": ZERO}, "2031-05-24"),
    ("ORLAN, May 24 (Reuters) - The dam held.", {"zero": ZERO, "outlet": "reuters.com"}, "2031-05-24"),
    ("ORLAN, May 24, 2031 (AP) — The dam held.", {}, "2031-05-24"),
    ("ORLAN, May 18. /TASS/. The dam held.", {"zero": ZERO}, "2031-05-18"),
    # other ways
    ("Published May 24, 2031 at 8 a.m.\nThe dam held.", {}, "2031-05-24"),
    ("This Saturday (24), talks go on.", {"zero": ZERO}, "2031-05-24"),
]  # fmt: skip

NOT_INFERRED = [
    ("", {}),
    ("The dam held.", {"zero": ZERO}),
    ("As the siege of Tarsk enters its fourth day, bread is short.", {}),
    ("The festival enters its fourth day.", {"zero": ZERO}),
    ("On the first day of the war, Orlan fell.", {"zero": ZERO}),
    # a year that only a guess would give
    ("ORLAN, May 24 (Reuters) - The dam held.", {}),
    ("The offensive reaches its third day, since it began on May 20.", {}),
    ("This Saturday (24), talks go on.", {}),
    # what contradicts itself
    ("This Monday (24), the offensive reaches its fifth day.", {"zero": ZERO}),
    ("On Friday (9), he left. The offensive reaches its fifth day.", {"zero": ZERO}),
    ("The war reaches its 3rd day, having begun on 20 May. The war began on 21 May.", {}),
    # a count out of step with the weekdays of the text, of a day that is over, or of something else
    ("As the siege of Tarsk enters its fourth day, bread is short. The mayor spoke on Saturday.", {"zero": ZERO}),
    ("As the siege of Tarsk enters its fourth day, bread is short. On Tuesday a mill was hit.", {"zero": ZERO}),
    (
        "As the siege of Tarsk enters its fourth day, a mill was hit on Thursday. Saturday was a day of mourning.",
        {"zero": ZERO},
    ),
    ("As the siege of Tarsk entered its fourth day, bread was short.", {"zero": ZERO}),
    ("Forty wells were lost by day 4 of the siege.", {"zero": ZERO}),
    ("The attack marks the fourth day in a row of fire on Tarsk.", {"zero": ZERO}),
    # after it was retrieved, or reprinted by another
    ("As the siege of Tarsk enters its fourth day, bread is short.", {"zero": ZERO, "retrieved": "2031-05-22"}),
    ("ORLAN, May 24 (Reuters) - The dam held.", {"zero": ZERO, "outlet": "orlanpost.example"}),
    ("Published February 30, 2031. The dam held.", {}),
]


def make(text, zero=None, retrieved=NOW, **fields):
    return Document(identify(text), "n", text, retrieved=retrieved, language="en", **fields), Situation(day_zero=zero)


@pytest.mark.parametrize(("text", "fields", "day"), INFERRED)
def test_a_day_is_inferred_with_the_words_it_rests_on(text, fields, day, english):
    document, situation = make(text, **fields)
    found = find_day(document, situation, english)
    assert (found.value, found.basis) == (day, "inferred")
    assert found.evidence
    assert all(s.words(text) for s in found.evidence)


@pytest.mark.parametrize(("text", "fields"), NOT_INFERRED)
def test_there_is_no_day_where_no_single_candidate_is_left(text, fields, english):
    document, situation = make(text, **fields)
    found = find_day(document, situation, english)
    assert (found.value, found.basis, found.evidence) == (None, "unknown", ())


@pytest.mark.parametrize("published", ["2031-05-24", "2031-05-24T23:30:00-05:00"])
def test_a_given_day_is_kept(published, english):
    document, situation = make("This Monday (2), talks go on.", published=published, published_basis="page")
    found = find_day(document, situation, english)
    assert (found.value, found.basis) == ("2031-05-24", "page")


SINCE = "Ten towns fell since the start of the offensive on 20 May."
RUN = [
    make(SINCE, published="2031-05-25")[0],
    make("The army, which began its invasion on May 20, is tired.", published="2031-06-02")[0],
    make("The war that broke out on May 20 goes on.")[0],
    make("The flood began on 3 April.", published="2031-05-25")[0],
]


@pytest.mark.parametrize("order", [RUN, RUN[::-1], RUN[2:] + RUN[:2]])
def test_day_zero_is_what_most_documents_say_in_any_order(order, english):
    zero = propose_day_zero(order, Situation(), english)
    assert zero.value == "2031-05-20"
    assert zero == propose_day_zero(RUN, Situation(), english)
    texts = {d.id: d.text for d in RUN}
    assert {s.words(texts[d]) for d, s in zero.evidence} == {"20 May", "May 20"}


NO_ZERO = [
    [],
    [make("The dam held.")[0]],
    [make(SINCE)[0]],
    [make(SINCE, published="2031-05-25")[0], make("The flood began on 3 April.", published="2031-05-25")[0]],
]


@pytest.mark.parametrize("documents", NO_ZERO)
def test_no_day_zero_is_proposed_where_documents_do_not_agree_or_do_not_tell(documents, english):
    assert propose_day_zero(documents, Situation(), english) is None


def test_the_year_of_day_zero_is_that_of_days_written_in_full(english):
    documents = [make(SINCE)[0], make("Seen in Orlan, Friday, May 23, 2031.")[0]]
    assert propose_day_zero(documents, Situation(), english).value == "2031-05-20"


def test_a_day_zero_that_is_set_is_not_proposed_again(english):
    assert propose_day_zero(RUN, Situation(day_zero=ZERO), english) is None


def test_an_undated_document_is_dated_with_the_day_zero_of_another(english):
    undated, _ = make("On Day 5 of the offensive, the port closed.")
    zero = propose_day_zero([undated, *RUN], Situation(), english)
    assert find_day(undated, Situation(day_zero=zero.value), english).value == "2031-05-24"


PIECES = ["This Monday (7)", "day 5 of the war", "enters its ninth day", "since the start of the war on", "29 February",
          "May 20, 2031", "Published", "ORLAN, ", " (Reuters) - ", "(31)", "the 99th day", "day 9999 of the war", ". ",
          "0", "\n"]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map(" ".join),
    st.sampled_from([None, ZERO, "9999-12-31", "0001-01-01", "2031-05", "x"]),
    st.sampled_from([None, NOW, "x"]),
)
def test_no_text_raises_and_clues_lie_in_the_text(text, zero, retrieved):
    english = load_language("en")
    document, situation = make(text, zero=zero, retrieved=retrieved)
    find_day(document, situation, english)
    propose_day_zero([document], Situation(), english)
    for clue in find_clues(text, english):
        assert 0 <= clue.span.start < clue.span.end <= len(text)


def test_the_seeds_are_dated_in_one_run(shared, english):
    texts = [p.read_text(encoding="utf-8") for p in sorted((shared / "seeds").glob("*.txt"))]
    documents = [make(t, retrieved="2026-11-22T00:00:00+00:00")[0] for t in texts]
    zero = propose_day_zero(documents, Situation(), english)
    days = [find_day(d, Situation(day_zero=zero.value), english).value for d in documents]
    assert (zero.value, days) == ("2022-02-24", ["2022-02-28", "2022-03-07"])


@pytest.mark.parametrize(
    ("text", "published", "zero"),
    [
        ("The siege began on 24 February.", "2022-03-07", "2022-02-24"),
        ("The siege began on 24 February.", "2022-02-07", "2021-02-24"),
        ("The siege began on 24 February 2022.", None, "2022-02-24"),
        ("The siege began on 24 February 2022.", "2021-03-07", None),
        ("The siege began on 24 February.", None, None),
        ("The siege began on 24 February. The war began on 3 March.", "2022-03-07", None),
    ],
)
def test_a_document_alone_tells_day_zero_where_it_names_one_day(text, published, zero, document, english):
    assert own_day_zero(document(text, published=published), english) == zero
