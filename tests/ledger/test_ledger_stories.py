"""Documents about one happening are one story, on the day and on those that follow, whatever comes in later."""

import hashlib
import math
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import report
from sayso.ledger import Ledger
from sayso.ledger.stories.cosines import Entries, Window
from sayso.ledger.stories.grouping import DAYS, group_stories
from sayso.ledger.stories.sketches import LONGEST, WORDS, read_sketch, sketch_of
from sayso.model import Document, Reading, identify

REPORTS = {
    "ferry": ("2031-05-01", "Ferry sinks off Orsa Bay", "The ferry Marigold capsized off Orsa Bay with 90 aboard."),
    "ferry again": ("2031-05-02", "Divers reach sunken ferry", "Divers searched the ferry Marigold, which capsized."),
    "inquest": ("2031-05-09", "Captain blamed", "The captain of the capsized ferry Marigold left the bridge off Orsa."),
    "late": ("2031-06-20", "Ferry Marigold raised", "Cranes raised the ferry Marigold, capsized off Orsa Bay."),
    "bridge": ("2031-05-01", "Bridge at Velm shelled", "Shells cut the railway bridge at Velm before dawn."),
    "bridge two": ("2031-05-02", "Velm railway bridge cut", "Engineers looked at the railway bridge that shells cut."),
    "bread": ("2031-05-02", "Bread prices double", "Flour millers said that bread prices had doubled in a month."),
}  # fmt: skip


def stories(*names):
    """Which of the reports, by name, are one story."""
    known = [(REPORTS[n][0], n, sketch_of(*REPORTS[n][1:])) for n in names]
    found = group_stories(known)
    return {frozenset(n for n in names if found[n] == first) for first in found.values()}


@pytest.mark.parametrize(
    ("names", "together"),
    [
        (["ferry", "ferry again"], [["ferry", "ferry again"]]),
        (["ferry", "bridge"], [["ferry"], ["bridge"]]),
        (["ferry", "ferry again", "inquest"], [["ferry", "ferry again", "inquest"]]),
        (["ferry", "late"], [["ferry"], ["late"]]),
        (["ferry", "ferry again", "bridge", "bridge two", "bread"],
         [["ferry", "ferry again"], ["bridge", "bridge two"], ["bread"]]),
        ([], []),
    ],
)  # fmt: skip
def test_reports_of_one_happening_are_one_story(names, together):
    assert stories(*names) == {frozenset(some) for some in together}


def test_what_every_report_of_a_crisis_says_tells_none_apart():
    """The same boilerplate in all of them must not make one story of them."""
    usual = (
        "The war between Ardania and Velmark entered its ninth day on Thursday. Ardania and Velmark are at war. " * 3
    )
    texts = [usual + " ".join(random.Random(n).choices(VOCABULARY, k=60)) for n in range(40)]
    found = group_stories(("2031-05-03", str(n), sketch_of("", text)) for n, text in enumerate(texts))
    assert len(set(found.values())) > 25


SYLLABLES = ("ba", "mo", "te", "gri", "ka", "lo", "ni", "sta", "mer", "vo")
VOCABULARY = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
days = st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-20", "2031-06-30", ""])
texts = st.integers(0, 5).map(lambda n: " ".join(random.Random(n // 2).choices(VOCABULARY, k=30)) + f" extra{n}")
documents = st.lists(st.tuples(days, texts), max_size=12).map(
    lambda found: [(day, f"{n:03}", sketch_of("", text)) for n, (day, text) in enumerate(found)]
)


@settings(max_examples=60, deadline=None)
@given(documents, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(known, rng):
    shuffled = rng.sample(known, len(known))
    assert group_stories(known) == group_stories(shuffled)


@settings(max_examples=60, deadline=None)
@given(documents, days.filter(bool))
def test_what_comes_later_changes_no_story(known, day):
    whole, by_then = group_stories(known), group_stories([d for d in known if d[0] and d[0] <= day])
    assert by_then == {one: whole[one] for one in by_then}


@settings(max_examples=60, deadline=None)
@given(documents, st.data())
def test_what_common_terms_can_add_bounds_the_likeness(known, data):
    entries = Entries([sketch for *_, sketch in known])
    terms = len(entries.names)
    rarity = np.array(data.draw(st.lists(st.floats(0.1, 9), min_size=terms, max_size=terms)), np.float64)
    begin, start = sorted(data.draw(st.tuples(*[st.integers(0, len(known))] * 2)))
    weights = [dict(zip(*map(np.ndarray.tolist, read_sketch(sketch)), strict=True)) for *_, sketch in known]
    told = [{t: w * r for t, w in own.items() if (r := rarity[entries.names == t][0])} for own in weights]
    for number, (some, slack) in enumerate(Window(entries, begin, len(known), rarity).likeness(start), start):
        exact = [cosine(told[number], told[other]) for other in range(begin, number)]
        window = Window(entries, begin, len(known), rarity)
        assert window.cosines(number, np.arange(number - begin)) == pytest.approx(exact)
        assert all(least - 1e-9 <= full <= least + slack + 1e-9 for least, full in zip(some, exact, strict=True))


def cosine(one, other):
    norms = [math.sqrt(sum(w * w for w in weights.values())) for weights in (one, other)]
    return sum(w * other.get(t, 0) for t, w in one.items()) / max(math.prod(norms), 1e-12)


@settings(max_examples=40, deadline=None)
@given(documents)
def test_a_story_is_named_for_the_document_that_began_it(known):
    found = group_stories(known)
    order = {one: n for n, (_, one, _) in enumerate(sorted(known, key=lambda d: (d[0] == "", *d)))}
    assert all(found[first] == first and order[first] <= order[one] for one, first in found.items())


@pytest.mark.parametrize("text", ["", " \n", "§ 1 a", "\ud800 broken", "same " * 200_000, "x" * 500_000])
def test_any_text_has_a_sketch(text):
    terms, weights = read_sketch(sketch_of(text[:50], text))
    assert len(terms) <= WORDS
    assert (weights >= 1).all()
    group_stories([("2031-05-01", "a", sketch_of("", text)), ("2031-05-01", "b", sketch_of("", text))])


def test_words_far_into_a_long_text_do_not_change_its_sketch():
    assert sketch_of("", "dam " * LONGEST + "ferry") == sketch_of("", "dam " * LONGEST)


def test_sketches_stay_what_they_are():
    """A change here means that a ledger holds sketches of two kinds: it needs a migration that sketches anew."""
    digest = hashlib.sha256(b"".join(sketch_of(title, text) for _, title, text in REPORTS.values())).hexdigest()
    assert digest[:16] == "e5a0dc10afab4bf4"


def pair(name, outlet="The Velm Post"):
    day, title, text = REPORTS[name]
    document = Document(identify(text, title=title), name, text, title=title, outlet=outlet, published=day)
    return document, Reading(document=document.id, reader="sayso/1", language="en", date=day, date_basis="given")


@pytest.fixture
def ledger(nowhere):
    with Ledger.open(nowhere()) as opened:
        opened.add([pair(name, f"Outlet {n % 2}") for n, name in enumerate(REPORTS)])
        yield opened


def test_a_ledger_tells_its_stories(ledger):
    first = ledger.stories()[0]
    assert (first.title, first.first, first.last) == ("Bridge at Velm shelled", "2031-05-01", "2031-05-02")
    assert (len(first.documents), first.texts, len(first.outlets)) == (2, 2, 2)
    assert first.id == first.documents[0]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"as_of": "2031-05-01"}, ["Bridge at Velm shelled", "Ferry sinks off Orsa Bay"]),
        ({"since": "2031-05-03"}, ["Ferry sinks off Orsa Bay", "Ferry Marigold raised"]),
        ({"about": "flour"}, ["Bread prices double"]),
        ({"about": "captain", "as_of": "2031-05-02"}, []),
        ({"limit": 1}, ["Ferry Marigold raised"]),
    ],
)
def test_stories_can_be_asked_for(ledger, asked, titles):
    assert sorted(s.title for s in ledger.stories(**asked)) == sorted(titles)


def test_stories_of_a_place_have_a_document_that_mentions_it(nowhere):
    with Ledger.open(nowhere()) as opened:
        opened.add([report(1, place="Velm"), report(2, "2031-07-02", place="Orsa Bay")])
        assert [s.documents for s in opened.stories(place="Velm")] == [(report(1, place="Velm")[0].id,)]


def test_a_ledger_asked_as_of_a_day_tells_the_stories_of_one_that_was_never_told_more(nowhere, ledger):
    for day in ("2031-05-01", "2031-05-02", "2031-05-09"):
        with Ledger.open(nowhere()) as earlier:
            earlier.add([pair(n, f"Outlet {k % 2}") for k, n in enumerate(REPORTS) if REPORTS[n][0] <= day])
            assert earlier.stories() == ledger.stories(as_of=day)


def test_a_ledger_from_before_there_were_stories_tells_them(tmp_path):
    with Ledger.open(tmp_path / "new") as new:
        new.add([pair(name) for name in REPORTS])
        whole = new.stories()
        for table in ("sketch", "counting", "name_use", "name_block", "filed_name"):
            new._connection.exec_driver_sql(f"DROP TABLE {table}")
        new._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0004'")
    with Ledger.open(tmp_path / "new") as migrated:
        assert migrated.stories() == whole


def test_a_document_without_a_day_is_compared_by_what_all_of_them_say():
    usual = "The flood in the Ilvane valley entered its ninth day. "
    dated = [
        (f"2031-01-{n:02}", f"a{n}", usual + " ".join(random.Random(n).choices(VOCABULARY, k=40))) for n in range(1, 29)
    ]
    known = [(day, one, sketch_of("", text)) for day, one, text in dated]
    other = ("", "z", sketch_of("", usual + " ".join(random.Random(99).choices(VOCABULARY, k=40))))
    assert group_stories([*known, ("2031-06-30", "b", sketch_of("", "bread")), other])["z"] == "z"


def test_a_story_that_lasts_is_compared_with_its_last_weeks_alone():
    """Each step is within the window of the one before, the last far outside that of the first."""
    text = REPORTS["ferry"][2]
    known = [(f"2031-{5 + n:02}-01", str(n), sketch_of("", text)) for n in range(3)]
    close = [(f"2031-05-{1 + n * (DAYS - 1):02}", str(n), sketch_of("", text)) for n in range(2)]
    assert len(set(group_stories(known).values())) == 3
    assert len(set(group_stories(close).values())) == 1
