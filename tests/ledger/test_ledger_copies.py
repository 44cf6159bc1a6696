"""Which documents are one text, and which of them is the origin."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ledger.invented import prose, report
from sayso.ledger import Ledger
from sayso.ledger.copies import levels, meeting
from sayso.ledger.copies.comparing import compare, group
from sayso.ledger.copies.wordprints import Print, digest_of, prints_of
from sayso.ledger.tables import copy_key, copy_pair

TEXT = prose(7, 300)
WORDS = TEXT.split()
PINNED = [25, 2076697]


def changed(text: str, share: float, run: int = 1) -> str:
    """`text` with this share of its words put in place by others, in runs of so many."""
    words, rng = text.split(), random.Random(3)
    for start in rng.sample(range(0, len(words), run), int(share * len(words) / run)):
        words[start : start + run] = [f"other{start}"] * run
    return " ".join(words)


def told(*texts: str) -> str | None:
    likeness = compare(*prints_of(texts))
    return likeness.kind if likeness is not None else None


EDITS = [
    ("case and punctuation", TEXT.upper().replace(" ", ", "), "near"),
    ("another lead", f"{prose(8, 50)} {' '.join(WORDS[50:])}", "near"),
    ("a lead before it", f"{prose(8, 30)} {TEXT}", "near"),
    ("cut to two thirds", " ".join(WORDS[:200]), "near"),
    ("cut to a third", " ".join(WORDS[:90]), "whole"),
    ("its middle alone", " ".join(WORDS[120:190]), "whole"),
    ("carried on", f"{TEXT} {prose(9, 150)}", "near"),
    ("in a text ten times as long", f"{prose(21, 1500)} {TEXT} {prose(22, 1500)}", "part"),
    ("paragraphs in another order", " ".join(WORDS[150:] + WORDS[:150]), "near"),
    ("a fifth of the words changed", changed(TEXT, 0.2), "near"),
    ("a fifth of the words changed, in runs", changed(TEXT, 0.2, 6), "near"),
    ("another text", prose(10, 300), None),
    ("one paragraph shared", f"{prose(11, 250)} {' '.join(WORDS[:60])}", None),
    ("the background shared", f"{prose(12, 100)} {' '.join(WORDS[200:])}", None),
    ("nothing", "", None),
]


@pytest.mark.parametrize(("edit", "other", "kind"), EDITS, ids=[e for e, _, _ in EDITS])
def test_copies_are_told_from_others(edit, other, kind):
    back = {"part": "whole", "whole": "part"}
    assert told(TEXT, other) == kind
    assert told(other, TEXT) == back.get(kind, kind)


@pytest.mark.parametrize(("edit", "other", "kind"), [e for e in EDITS if e[2]], ids=[e for e, _, k in EDITS if k])
def test_copies_meet_in_the_ledger(nowhere, edit, other, kind):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(1, text=TEXT), report(2, text=other)], batch=1)
        assert len(ledger.copies()) + len(ledger.parts()) == 1


def test_what_two_reporters_quote_alike_is_no_copy():
    speech = " ".join(WORDS[:120])
    one, other = (f'"{speech}" {prose(n, 50)}' for n in (31, 41))
    assert told(one, other) is None
    assert told(one.replace('"', ""), other.replace('"', "")) == "near"


def test_a_quotation_that_never_closes_quotes_nothing():
    assert not prints_of([f'"{TEXT}'])[0].quoted.any()
    assert prints_of(['He said "we hold the dam" and “we shall”.'])[0].quoted.tolist() == [0, 0, 1, 1, 1, 1, 0, 1, 1]


def test_short_texts_are_copies_only_word_for_word():
    one, other = "Sirens were heard in Velm at 06:10.", "Sirens were heard in Velm at 06:40."
    assert told(one, one) is None
    assert digest_of(one) == digest_of("SIRENS were heard — in Velm, at 06.10") != digest_of(other)


def test_a_print_is_the_same_on_every_machine():
    """A change here means that ledgers hold keys of two kinds, which never meet: it needs a migration."""
    found = prints_of([TEXT])[0]
    assert [len(found.keys), int(found.keys[0] >> 32)] == PINNED


@settings(deadline=None)
@given(st.lists(st.text(), max_size=4))
def test_a_text_has_the_same_print_alone_and_among_others(texts):
    together = prints_of(texts)
    for text, found in zip(texts, together, strict=True):
        (alone,) = prints_of([text])
        assert found.digest == alone.digest
        assert (found.words == alone.words).all()
        assert (found.keys == alone.keys).all()


@given(st.text(), st.text())
def test_any_text_can_be_compared(one, other):
    assert told(one, other) is None or len(one) > 30


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300), st.integers(1, 9))
def test_comparing_has_no_direction(start, end, own, seed):
    one, other = prints_of([TEXT, f"{prose(seed, own)} {' '.join(WORDS[start:end])}"])
    there, back = compare(one, other), compare(other, one)
    assert (there is None and back is None) or tuple(there) == tuple(back)[::-1]


def test_one_word_a_million_times_is_a_text_like_any_other():
    found: Print = prints_of(["dam " * 1_000_000])[0]
    assert (len(found.words), len(found.keys) <= 1) == (1_000_000, True)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_links(links, rng):
    shuffled = [pair[:: rng.choice([1, -1])] for pair in links]
    rng.shuffle(shuffled)
    found = group(links)
    assert found == group(shuffled)
    assert all(found[a] == found[b] <= min(a, b) for a, b in links)


def groups(ledger, as_of=None):
    return {d.document.name: (d.copy_group, d.original) for d in ledger.documents(as_of)}


def test_a_group_is_named_after_its_earliest_document(nowhere):
    late, early, edited, other = (
        report(1, "2031-05-03", text=TEXT),
        report(2, "2031-05-01", text=TEXT),
        report(3, "2031-05-02", text=TEXT + " " + prose(9, 80)),
        report(4, "2031-05-01", text=prose(5)),
    )
    with Ledger.open(nowhere()) as ledger:
        ledger.add([late, early, edited, other], batch=1)
        first = early[0].id
        assert groups(ledger) == {
            "report-1": (first, False),
            "report-2": (first, True),
            "report-3": (first, False),
            "report-4": (other[0].id, True),
        }
        assert [d.original for d in ledger.documents(since="2031-05-02")] == [False, False]


def test_what_is_not_known_yet_joins_nothing(nowhere):
    first, last = TEXT, prose(12, 300)
    between = " ".join([*first.split(), *last.split()])
    pairs = [
        report(1, "2031-05-01", text=first),
        report(2, "2031-05-02", text=last),
        report(3, "2031-05-03", text=between),
    ]
    with Ledger.open(nowhere()) as ledger:
        ledger.add(pairs)
        assert [original for _, original in groups(ledger, "2031-05-02").values()] == [True, True]
        assert [original for _, original in groups(ledger).values()] == [True, False, False]


def test_the_parts_of_a_long_page_are_not_one_anothers_copies(nowhere):
    reports = [prose(n, 90) for n in range(50, 60)]
    pairs = [report(n, text=text) for n, text in enumerate(reports)]
    page = report(99, text=" ".join(reports))
    with Ledger.open(nowhere()) as ledger:
        ledger.add([*pairs, page])
        assert ledger.copies() == ()
        assert {part for part, whole, _ in ledger.parts() if whole == page[0].id} == {d.id for d, _ in pairs}


def test_many_reports_over_one_paragraph_cost_no_more_each(nowhere, monkeypatch):
    """The paragraph leads to a bounded number of them: comparisons grow with the reports, not with their pairs."""
    background, counted = prose(77, 60), []
    monkeypatch.setattr(meeting, "CROWD", 8)
    monkeypatch.setattr(meeting, "compare", lambda *pair: counted.append(pair))
    with Ledger.open(nowhere()) as ledger:
        ledger.add((report(n, text=f"{prose(100 + n, 90)} {background}") for n in range(400)), batch=100)
    assert len(counted) <= 400 * 3 * meeting.CROWD


@pytest.mark.parametrize("batch", [1, 3, 7])
@pytest.mark.parametrize("crowd", [2, meeting.CROWD])
def test_copies_meet_whichever_level_of_the_index_they_are_on(nowhere, monkeypatch, batch, crowd):
    """Levels that are full after two and after eight wordings, beside one that never is: the same pairs are kept."""
    monkeypatch.setattr(meeting, "CROWD", crowd)
    pairs = [report(n, text=f"{prose(n, 60)} {prose(n % 3, 90)} {prose(900 + n % 5, 90)}") for n in range(30)]
    kept = []
    for full in ((1, 3), (40, 41)):
        monkeypatch.setattr(levels, "FULL", full)
        with Ledger.open(nowhere()) as ledger:
            ledger.add(pairs, batch=batch)
            kept.append(set(ledger._connection.execute(select(copy_pair)).all()))
            on = ledger._connection.execute(select(copy_key.c.level).distinct()).scalars().all()
            assert sorted(on) == ([0] if full[0] == 40 else [0, 1, 2])
    assert kept[0] == kept[1] != set()


def test_a_hundred_times_the_same_is_one_group(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add(report(1, f"2031-05-{1 + n % 9:02}", text=TEXT, outlet=f"Outlet {n}") for n in range(100))
        (found,) = ledger.copies()
        assert (len(found.members), len(found.outlets)) == (100, 100)
        assert {copy.kind for copy in found.members[1:]} == {"exact"}
