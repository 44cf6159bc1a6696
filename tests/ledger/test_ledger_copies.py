"""Which documents are one text, and which of them is the original."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import prose, report
from sayso.ledger import Ledger
from sayso.ledger.copies import bands_of, digest_of, group, near_copies, runs_of

TEXT = prose(7, 300)
PINNED = [-8418470738426580914, -8086935505918036523]


def changed(text, share):
    """`text` with this share of its words put in place by others, in runs of six."""
    words, rng = text.split(), random.Random(3)
    for start in rng.sample(range(0, len(words), 6), int(share * len(words) / 6)):
        words[start : start + 6] = [f"other{start}"] * 6
    return " ".join(words)


EDITS = [
    ("case and punctuation", TEXT.upper().replace(" ", ", "), True),
    ("another lead", prose(8, 30) + " " + TEXT, True),
    ("cut to two thirds", " ".join(TEXT.split()[:200]), True),
    ("carried on", TEXT + " " + prose(9, 150), True),
    ("paragraphs in another order", " ".join(TEXT.split()[150:] + TEXT.split()[:150]), True),
    ("a fifth of the words changed", changed(TEXT, 0.2), True),
    ("another text", prose(10, 300), False),
    ("one paragraph shared", prose(11, 250) + " " + " ".join(TEXT.split()[:60]), False),
    ("nothing", "", False),
]


@pytest.mark.parametrize(("edit", "other", "copies"), EDITS, ids=[e for e, _, _ in EDITS])
def test_near_copies_are_met_and_told_from_others(edit, other, copies):
    met = set(bands_of([TEXT])[0]) & set(bands_of([other])[0])
    assert near_copies(runs_of(TEXT), runs_of(other)) == copies
    assert bool(met) or not copies


def test_short_texts_are_copies_only_word_for_word():
    one, other = "Sirens were heard in Velm at 06:10.", "Sirens were heard in Velm at 06:40."
    assert bands_of([one, ""]) == [(), ()]
    assert not near_copies(runs_of(one), runs_of(one))
    assert digest_of(one) == digest_of("SIRENS were heard — in Velm, at 06.10") != digest_of(other)


def test_a_sketch_is_the_same_on_every_machine():
    """A change here means that ledgers hold sketches of two kinds, which never meet: it needs a migration."""
    assert sorted(bands_of([TEXT])[0])[:2] == PINNED


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_links(links, rng):
    shuffled = [pair[:: rng.choice([1, -1])] for pair in links]
    rng.shuffle(shuffled)
    found = group(links)
    assert found == group(shuffled)
    assert all(found[a] == found[b] <= min(a, b) for a, b in links)


@given(st.text(), st.text())
def test_any_text_can_be_compared(one, other):
    bands_of([one, other])
    assert near_copies(runs_of(one), runs_of(other)) == near_copies(runs_of(other), runs_of(one))


def groups(ledger, as_of=None):
    return {d.document.name: (d.copy_group, d.original) for d in ledger.documents(as_of)}


def test_a_group_is_named_after_its_earliest_document(tmp_path):
    late, early, edited, other = (
        report(1, "2031-05-03", text=TEXT),
        report(2, "2031-05-01", text=TEXT),
        report(3, "2031-05-02", text=TEXT + " " + prose(9, 80)),
        report(4, "2031-05-01", text=prose(5)),
    )
    with Ledger.open(":memory:") as ledger:
        ledger.add([late, early, edited, other], batch=1)
        first = early[0].id
        assert groups(ledger) == {
            "report-1": (first, False),
            "report-2": (first, True),
            "report-3": (first, False),
            "report-4": (other[0].id, True),
        }
        assert [d.original for d in ledger.documents(since="2031-05-02")] == [False, False]


def test_what_is_not_known_yet_joins_nothing():
    first, last = TEXT, prose(12, 300)
    between = " ".join([*first.split(), *last.split()])
    pairs = [
        report(1, "2031-05-01", text=first),
        report(2, "2031-05-02", text=last),
        report(3, "2031-05-03", text=between),
    ]
    with Ledger.open(":memory:") as ledger:
        ledger.add(pairs)
        assert [original for _, original in groups(ledger, "2031-05-02").values()] == [True, True]
        assert [original for _, original in groups(ledger).values()] == [True, False, False]
