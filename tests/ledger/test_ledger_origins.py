"""Where a text comes from, and on how many independent origins a thing rests."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import prose, report
from sayso.ledger import Ledger
from sayso.ledger.copies.credits import find_credits, wire_named
from sayso.ledger.copies.versions import address_of, change
from sayso.ledger.views import DocumentView
from sayso.model import Document, Span
from stores import kept_in_a_file

TEXT = prose(7, 200)

NO_CREDITS = [
    "The mayor told Reuters that the dam held.",
    "The number could not be verified by Reuters.",
    f"Barges were seen by the AP. {prose(1, 200)}",
    f"{prose(1, 90)} (AP) {prose(2, 200)}",
    "A photograph (AP Photo/Ilse Brandt) shows the dam.",
    "The bridge was closed, according to Reuters.",
    "",
]


@pytest.mark.parametrize("text", NO_CREDITS, ids=range(len(NO_CREDITS)))
def test_a_wire_that_is_only_named_is_not_credited(text):
    assert find_credits(Document("d", "test", text)) == ()


def test_a_byline_credits_a_wire():
    (found,) = find_credits(Document("d", "test", TEXT, byline="By Ilse Brandt, Associated Press"))
    assert (found.wire, found.whole, found.field, found.span) == ("Associated Press", True, "byline", Span(16, 32))


@pytest.mark.parametrize("name", ["AP", "the AP", "Associated Press", "the Associated Press", "www.apnews.com"])
def test_a_wire_is_one_by_all_its_names(name):
    assert wire_named(name) == "Associated Press"
    assert wire_named("the AFP news agency") == wire_named("AFP")
    assert wire_named("the Harbour Council") is None


@given(st.text(), st.text())
def test_any_text_may_be_asked_for_its_credits(text, byline):
    for found in find_credits(Document("d", "test", text, byline=byline)):
        assert wire_named(found.wire) == found.wire
        assert 0 <= found.span.start < found.span.end <= len(text if found.field == "text" else byline)


def told(nowhere, *pairs):
    with Ledger.open(nowhere()) as ledger:
        ledger.add(pairs)
        (found,) = ledger.copies()
        names = {d.document.id: d.document.outlet for d in ledger.documents()}
    return names[found.origin], found.reason, found.wire


def test_the_wire_that_copies_credit_is_their_origin_though_it_came_late(nowhere):
    wire = report(1, "2031-05-03", text=TEXT, outlet="apnews.com")
    copies = [report(n, "2031-05-01", text=f"{TEXT} AP", outlet=f"Outlet {n}") for n in (2, 3)]
    assert told(nowhere, wire, *copies) == ("apnews.com", "wire", "Associated Press")
    assert told(nowhere, *copies)[1:] == ("id", "Associated Press")


ORIGINS = [
    ("first", {"day": "2031-05-01"}, {"day": "2031-05-02"}),
    ("received", {"retrieved": "2031-05-03T09:00:00Z"}, {"retrieved": "2031-05-03T10:00:00Z"}),
    ("fullest", {"text": f"{TEXT} {prose(9, 150)}"}, {}),
]


@pytest.mark.parametrize(("reason", "origin", "copy"), ORIGINS, ids=[r for r, _, _ in ORIGINS])
def test_the_origin_is_told_with_the_reason(nowhere, reason, origin, copy):
    first = report(1, **{"text": TEXT, "outlet": "Origin", **origin})
    second = report(2, **{"text": f"{TEXT} {prose(8, 9)}", "outlet": "Copy", **copy})
    assert told(nowhere, first, second) == told(nowhere, second, first) == ("Origin", reason, None)


def with_url(pair, url):
    document, reading = pair
    document = msgspec.structs.replace(document, id=f"{document.id}{len(url)}", url=url)
    return document, msgspec.structs.replace(reading, document=document.id)


def test_what_stood_at_one_address_is_one_text_while_some_of_it_is_left(nowhere):
    page = "https://velmpost.example/dam"
    kept = " ".join(TEXT.split()[:70])
    versions = [
        with_url(report(1, "2031-05-01", text=TEXT), page),
        with_url(report(2, "2031-05-02", text=f"{prose(20, 140)} {kept}"), f"{page}/?utm_source=x#top"),
        with_url(report(3, "2031-05-03", text=prose(30, 200)), f"{page}#"),
    ]
    with Ledger.open(nowhere()) as ledger:
        ledger.add(versions, batch=1)
        (found,) = ledger.copies()
        assert [copy.kind for copy in found.members] == ["origin", "version"]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.velmpost.example/dam/", "velmpost.example/dam?[]"),
        ("http://velmpost.example/dam?utm_medium=mail&page=2#end", "velmpost.example/dam?[('page', '2')]"),
        ("https://velmpost.example/dam?reference=1&ref=home", "velmpost.example/dam?[('reference', '1')]"),
        ("https://velmpost.example/?p=123", "velmpost.example?[('p', '123')]"),
        ("https://velmpost.example/?utm_source=mail", None),
        ("https://velmpost.example/", None),
        ("https://[velmpost", None),
        ("the paper of Monday", None),
        ("", None),
    ],
)
def test_an_address_is_told_without_its_trimmings(url, address):
    assert address_of(url) == address


def test_what_changed_is_told_in_words_and_numbers():
    before = "At least 12 people died in Velm. The bridge was closed on Monday by the harbour council."
    after = "At least 14 people died in Velm. The bridge was closed on Monday by the harbour council. Sirens wailed."
    found = change(before, after)
    assert [(a.words(before), b.words(after)) for a, b in found.moved] == [("12", "14")]
    assert found.added[-1].words(after) == "Sirens wailed"
    assert change(before, before).added == change(before, before).moved == ()


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_changes_lie_in_their_texts(before, after):
    found = change(before, after)
    assert all(span.words(after) for span in found.added)
    assert all(span.words(before) for span in found.removed)


def origins(nowhere, *pairs, **asked):
    with Ledger.open(nowhere()) as ledger:
        ledger.add(pairs)
        return [(o.speaker, o.relay, len(o.statements)) for o in ledger.origins(**asked)]


def test_copies_documents_and_outlets_make_no_second_origin(nowhere):
    copies = [report(n, "2031-05-01", text=TEXT, outlet=f"Outlet {n}") for n in range(4)]
    own = report(9, "2031-05-02", text=prose(9), outlet="Outlet 1")
    other = report(10, "2031-05-02", text=prose(10), outlet="Outlet 9")
    assert [n for _, _, n in origins(nowhere, *copies)] == [4]
    assert sum(n for _, _, n in origins(nowhere, *copies, own, other)) == 6
    assert len(origins(nowhere, *copies, other)) == 2


def test_another_speaker_is_another_origin_and_another_relay_is_too(nowhere):
    one = report(1, text=prose(1), outlet="The Velm Post")
    speaker = report(2, text=prose(2), outlet="The Velm Post", speaker="Marek Dov")
    relay = report(3, text=prose(3), outlet="Harbour Radio")
    assert len(origins(nowhere, one, speaker, relay)) == 3


def test_two_texts_of_one_wire_are_one_origin_of_what_one_speaker_says(nowhere):
    one = report(1, text=f"{prose(1)} AFP", outlet="The Velm Post")
    other = report(2, text=f"{prose(2)} AFP", outlet="Harbour Radio")
    assert origins(nowhere, one, other) == [("Ilse Brandt", "Agence France-Presse", 2)]


def test_a_page_with_a_report_in_it_is_no_second_origin_of_what_that_says(nowhere):
    part = report(1, text=TEXT, outlet="The Velm Post")
    page = report(2, text=f"{TEXT} {prose(1500, 900)}", outlet="Harbour Radio")
    other = report(3, text=f"{TEXT} {prose(1600, 900)}", outlet="Harbour Radio", dead=41)
    assert [count for _, _, count in origins(nowhere, part, page)] == [2]
    assert len(origins(nowhere, part, other)) == 2


@kept_in_a_file
@settings(deadline=None, max_examples=10)
@given(st.permutations(range(5)), st.integers(1, 3))
def test_origins_do_not_depend_on_the_order_of_adding(nowhere, order, batch):
    texts = [TEXT, f"{TEXT} AP", prose(3), f"{prose(1500, 900)} {TEXT}", f"{prose(4)} {TEXT}"]
    pairs = [report(n, f"2031-05-0{1 + n % 3}", text=text, outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    told = []
    for some in (pairs, [pairs[n] for n in order]):
        with Ledger.open(nowhere()) as ledger:
            ledger.add(some, batch=batch)
            told.append((ledger.copies(), ledger.parts(), ledger.origins(), ledger.copies("2031-05-02")))
    assert told[0] == told[1]


@pytest.mark.parametrize("batch", [1, 2, 200])
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_receipt_that_counts_gives_the_byline_and_the_address(nowhere, order, batch):
    """One text, received three times, and a later text at the first one's address."""
    received = [
        ("By the desk", "https://a.example/one", "2031-05-03T09:00:00Z"),
        ("By AP", "https://a.example/two", "2031-05-02T09:00:00Z"),
        ("", "https://b.example/three", None),
    ]
    first = [
        (msgspec.structs.replace(doc, byline=byline, url=url, retrieved=retrieved), reading)
        for byline, url, retrieved in received
        for doc, reading in [report(0, "2031-05-02", text=TEXT)]
    ]
    doc, reading = report(1, "2031-05-03", text=f"{TEXT[: len(TEXT) // 2]} {prose(8)}", place="Tarnholm")
    later = [(msgspec.structs.replace(doc, url="https://a.example/two"), reading)]
    with Ledger.open(nowhere()) as ledger:
        ledger.add([*(first[n] for n in order), *later], batch=batch)
        (shown, _), groups = ledger.show(first[0][0].id), ledger.copies()
    assert isinstance(shown, DocumentView)
    assert (shown.document.byline, shown.wire) == ("By AP", "Associated Press")
    assert [copy.kind for group in groups for copy in group.members] == ["origin", "version"]


def test_copies_as_of_a_day_are_those_of_what_was_known(nowhere):
    pairs = [report(n, f"2031-05-0{1 + n}", text=TEXT, outlet=f"Outlet {n}") for n in range(4)]
    with Ledger.open(nowhere()) as whole, Ledger.open(nowhere()) as early:
        whole.add(reversed(pairs), batch=1)
        early.add(pairs[:2])
        assert whole.copies("2031-05-02") == early.copies()
        assert whole.copies("2031-05-01") == ()
        assert whole.copies(since="2031-05-04") == whole.copies()
