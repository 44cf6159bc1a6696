"""What a ledger answers: the records that were added, with their words, under one name, as of a day."""

import msgspec
import pytest

from ledger.invented import judge, report
from sayso.ledger import Ledger
from sayso.ledger.views import Added
from sayso.model import Party, Problem, SaysoError, Situation


@pytest.fixture
def ledger(nowhere):
    with Ledger.open(nowhere()) as opened:
        yield opened


DAYS = ["2031-05-01", "2031-05-02", "2031-05-03"]
THREE = [report(n, day, dead=10 * n + 10) for n, day in enumerate(DAYS)]


def test_adding_tells_what_was_new(ledger):
    assert ledger.add(THREE[:2]) == Added(documents=2, readings=2)
    assert ledger.add(THREE) == Added(documents=1, documents_known=2, readings=1, readings_known=2)


def test_adding_twice_changes_nothing(ledger):
    ledger.add(THREE)
    before = ledger.record(), ledger.status()
    assert ledger.add([*THREE, *THREE]) == Added(documents_known=3, readings_known=6)
    assert (ledger.record(), ledger.status()) == before


def test_a_record_holds_what_was_read_and_its_words(ledger):
    ledger.add(THREE)
    record = ledger.record()
    assert [d.document for d in record.documents.values()] == [d for d, _ in THREE]
    assert [(d.number, d.date, d.known) for d in record.documents.values()] == [
        (n, day, day) for n, day in enumerate(DAYS, 1)
    ]
    for field in ("statements", "figures", "events"):
        nouns = [getattr(view, field[:-1]) for view in getattr(record, field)]
        assert nouns == [noun for _, reading in THREE for noun in getattr(reading, field)]
    for view in (*record.statements, *record.figures, *record.events):
        noun = getattr(view, "statement", None) or getattr(view, "figure", None) or view.event
        span = getattr(noun, "content", None) or noun.span
        assert span.words(record.documents[view.document].document.text) == view.words != ""


def test_as_of_and_since_leave_out_what_was_known_later_and_earlier(ledger):
    ledger.add(THREE)
    assert [d.known for d in ledger.record(as_of=DAYS[1]).documents.values()] == DAYS[:2]
    assert [f.figure.low for f in ledger.figures(since=DAYS[1])] == [20, 30]
    assert [s.known for s in ledger.statements(as_of=DAYS[1], since=DAYS[1])] == [DAYS[1]]
    assert [len(s.points) for s in ledger.series(as_of=DAYS[1])] == [2]
    assert ledger.events(as_of="2031-04-30") == ()


@pytest.mark.parametrize(
    ("day", "retrieved", "known", "as_of", "counts"),
    [
        (None, "2031-05-04T08:00:00Z", "2031-05-04", "2031-05-04", True),
        (None, "2031-05-04T08:00:00Z", "2031-05-04", "2031-05-03", False),
        ("2031-05-02", "2031-05-04T08:00:00Z", "2031-05-02", "2031-05-03", True),
        ("2031-05", None, "2031-05-31", "2031-05-30", False),
        ("2031", None, "2031-12-31", "2031-12-31", True),
        (None, None, "", "2031-12-31", False),
        (None, None, "", None, True),
    ],
)
def test_a_document_is_known_from_its_day_or_from_when_it_came_in(ledger, day, retrieved, known, as_of, counts):
    ledger.add([report(1, day, retrieved=retrieved)])
    assert [d.known for d in ledger.documents(as_of)] == ([known] if counts else [])


def test_an_undated_document_is_kept_and_comes_last(ledger):
    ledger.add([report(1, None), report(2, "2031-05-02")])
    assert [d.known for d in ledger.documents()] == ["2031-05-02", ""]


def test_the_earliest_receipt_of_a_document_counts(ledger):
    for hour in ("09", "07", "08"):
        ledger.add([report(1, None, retrieved=f"2031-05-0{hour[1]}T00:00:00Z")])
    assert [d.known for d in ledger.documents()] == ["2031-05-07"]


def test_statements_are_found_by_speaker_place_and_words(ledger):
    ledger.add([report(1), report(2, speaker="Marek Dov", place="Orsa Bay"), report(3, dead=77)])

    def found(**asked):
        return [s.document for s in ledger.statements(**asked)]

    one, two, three = (
        report(1)[0].id,
        report(2, speaker="Marek Dov", place="Orsa Bay")[0].id,
        report(3, dead=77)[0].id,
    )
    assert found(by="dov") == [two]
    assert found(by="brandt") == sorted([one, three])
    assert found(place="orsa bay") == [two]
    assert found(about="77 died") == [three]
    assert found(about="pe* mond*") == sorted([one, two, three])
    assert found(about='"; DROP TABLE') == found(about="") == found(by="nobody") == found(place="Bay") == []
    assert len(found(limit=2)) == 2


def test_statements_are_found_by_what_was_done_in_saying_them(ledger):
    (one, read), other = report(1), report(2)
    denied = msgspec.structs.replace(read.statements[0], act="deny")
    ledger.add([(one, msgspec.structs.replace(read, statements=(denied,))), other])
    assert [s.document for s in ledger.statements(act="deny")] == [one.id]
    assert [s.document for s in ledger.statements(act="assert", limit=1)] == [other[0].id]
    ledger.judge(judge("correct", "statement", ledger.statements(act="deny")[0].id, field="act", value="accuse"))
    assert ledger.statements(act="deny") == ()
    assert [s.document for s in ledger.statements(act="accuse")] == [one.id]


def test_a_limit_keeps_the_newest_in_order(ledger):
    ledger.add(THREE)
    assert [s.known for s in ledger.statements(limit=2)] == DAYS[1:]
    assert [d.known for d in ledger.documents(limit=1)] == DAYS[2:]
    assert [e.known for e in ledger.events(by="brandt", limit=1)] == DAYS[2:]
    assert ledger.events(by="brandt", limit=0) == ()


def test_figures_and_events_are_found_by_place_source_and_kind(ledger):
    ledger.add([report(1), report(2, place="Orsa Bay", speaker="Marek Dov")])
    assert [f.place for f in ledger.figures(place="ORSA BAY")] == ["Orsa Bay"]
    assert [f.source for f in ledger.figures(by="brandt", measure="killed")] == ["Ilse Brandt"]
    assert {f.place for f in ledger.figures(about="killed 40")} == {"Orsa Bay", "Velm"}
    assert ledger.figures(measure="injured") == ledger.figures(about="41") == ledger.events(about="protest") == ()
    assert [e.place for e in ledger.events(about="died orsa")] == ["Orsa Bay"]
    assert [e.actor for e in ledger.events(by="dov", kind="violence")] == [("Marek Dov",)]
    assert ledger.events(kind="protest") == ledger.events(place="Tarnholm") == ()


def done_by(seed, *actors):
    document, reading = report(seed)
    (event,) = reading.events
    return document, msgspec.structs.replace(reading, events=(msgspec.structs.replace(event, actor=actors),))


def test_events_are_found_by_any_name_of_one_who_acts(ledger):
    """Also of one who is no actor of the document, and of one who goes by a longer name."""
    ledger.add([done_by(1, "Zorin Guard", "Brandt"), done_by(2), report(3), report(4, speaker="Brandt")])
    by_name = {name: {e.document for e in ledger.events(by=name)} for name in ("ZORIN", "ilse", "brandt", "dov")}
    one, three, four = report(1)[0].id, report(3)[0].id, report(4, speaker="Brandt")[0].id
    everybody = {one, three, four}
    assert by_name == {"ZORIN": {one}, "ilse": everybody, "brandt": everybody, "dov": set()}


def test_an_event_whose_actor_was_corrected_is_found_by_the_right_one(ledger):
    ledger.add([report(1)])
    (event,) = ledger.events()
    ledger.judge(judge("correct", "event", event.id, field="actor", value=("Marek Dov",)))
    assert ledger.events(by="brandt") == ()
    assert [e.actor for e in ledger.events(by="dov")] == [("Marek Dov",)]


def test_documents_are_found_by_their_words(ledger):
    ledger.add([report(1, text="A ferry struck the pier at Çelbe."), report(2, text="Nothing else was said.")])
    assert [d.document.name for d in ledger.documents(about="celbe ferry")] == ["report-1"]


def test_the_newest_reader_in_the_situation_asked_for_counts(somewhere):
    where = somewhere()
    here = Situation(name="Velm", day_zero="2031-05-01")
    readings = [
        report(1, reader="sayso/9", dead=40, text="x"),
        report(1, reader="sayso/10", dead=40, speaker="Ilse Brandt", text="x"),
        report(1, reader="sayso/2", situation=here.fingerprint(), text="x", day="2031-05-09"),
    ]
    with Ledger.open(where) as ledger:
        ledger.add(readings)
        assert [d.known for d in ledger.documents()] == ["2031-05-02"]
        assert ledger.status().readings == 3
        assert len(ledger.statements()) == 1
    with Ledger.open(where, here) as ledger:
        assert [d.known for d in ledger.documents()] == ["2031-05-09"]


def test_of_two_readings_of_one_reader_the_one_with_less_trouble_counts(ledger):
    trouble = (Problem("readings", "no-pipeline", "No pipeline is installed."),)
    ledger.add([report(1), report(1, problems=trouble, day="2031-05-08")])
    assert [d.known for d in ledger.documents()] == ["2031-05-02"]
    assert ledger.problems() == ()


def test_documents_that_a_reader_has_not_read_are_told_whole(ledger):
    ledger.add(THREE)
    ledger.add([report(1, DAYS[1], dead=20, reader="sayso/2")])
    left = {THREE[0][0].id, THREE[2][0].id}
    assert {d.id for d in ledger.documents_without_reading("sayso/2", "")} == left
    assert list(ledger.documents_without_reading("sayso/1", "")) == []
    assert list(ledger.documents_without_reading("sayso/1", "elsewhere")) == sorted(
        (d for d, _ in THREE), key=lambda d: d.id
    )


def test_problems_are_kept_once(ledger):
    broken = Problem("sources", "not-text", "It is no text; leave it out.", "a.bin")
    read = Problem("readings", "reader-failed", "Please report it.", "report-1")
    assert ledger.add_problems([broken, broken]) == 1
    assert ledger.add_problems([broken]) == 0
    ledger.add([report(1, problems=(read,))])
    assert ledger.problems() == (broken, read)


def test_show_finds_by_an_unambiguous_prefix(ledger):
    ledger.add(THREE)
    figure = ledger.figures()[0]
    view, document = ledger.show(figure.id[:10])
    assert (view, document.id) == (figure, figure.document)
    view, document = ledger.show(document.id)
    assert view.document == document == THREE[0][0]


@pytest.mark.parametrize(
    ("prefix", "says"), [("s", "3 ids begin"), ("", "ids begin"), ("zz", "nothing"), ("%", "nothing")]
)
def test_show_refuses_what_is_not_one(ledger, prefix, says):
    ledger.add(THREE)
    with pytest.raises(SaysoError, match=says):
        ledger.show(prefix)


def test_a_record_that_only_an_older_reading_has_is_shown_with_its_place_and_words(ledger):
    """A judgement of it still leads to the words that it was made about."""
    ledger.add([report(1)])
    (said,) = ledger.statements()
    document, reading = report(1, reader="sayso/2")
    ledger.add([(document, msgspec.structs.replace(reading, statements=(), figures=()))])
    with pytest.raises(SaysoError) as refused:
        ledger.show(said.id)
    span = said.statement.content
    for told in (said.id, "sayso/1", document.id, f"characters {span.start} to {span.end}", f"“{said.words}”"):
        assert told in str(refused.value)


def test_what_is_not_one_is_refused_before_anything_is_told(ledger, monkeypatch):
    ledger.add(THREE)
    monkeypatch.setattr("sayso.ledger.answers.tell_statement", lambda row, names: 1 / 0)
    with pytest.raises(SaysoError, match="ids begin"):
        ledger.show("s")


def test_status_counts(ledger):
    empty = ledger.status()
    assert (empty.documents, empty.first_known, empty.statements) == (0, None, 0)
    ledger.add([*THREE, report(0, DAYS[0], dead=10, outlet="Orsa Times")])
    status = ledger.status()
    assert (status.documents, status.statements, status.figures, status.events) == (4, 4, 4, 4)
    assert (status.outlets, status.copies, status.first_known, status.last_known) == (2, 1, DAYS[0], DAYS[2])
    assert ledger.status(as_of=DAYS[1]).documents == 3
    assert status.bytes > 0


def test_the_situation_chooses_names(somewhere):
    where = somewhere()
    here = Situation(names={"Welm": ("Velm",)}, parties=(Party("Velmark", aliases=("the Harbour Council",)),))
    with Ledger.open(where, here) as ledger:
        ledger.add([report(1, speaker="the Harbour Council", kind="organisation", situation=here.fingerprint())])
        assert [s.speaker for s in ledger.statements(by="Velmark", place="Welm")] == ["Velmark"]
        assert [f.place for f in ledger.figures(place="velm")] == ["Welm"]


def test_an_unnamed_source_keeps_the_words_of_its_document(ledger):
    ledger.add(
        [
            report(1, speaker="a senior official", kind="unnamed"),
            report(2, speaker="the senior official", kind="unnamed"),
        ]
    )
    assert {s.speaker for s in ledger.statements()} == {"a senior official", "the senior official"}


def test_documents_are_given_by_their_ids_as_they_were_first_received(nowhere):
    doc, read = report(1, retrieved="2031-05-03T09:00:00Z")
    earlier = msgspec.structs.replace(doc, byline="Reuters", retrieved="2031-05-02T09:00:00Z")
    with Ledger.open(nowhere()) as ledger:
        ledger.add([(doc, read), (earlier, read), report(2)])
        assert ledger.received([doc.id, "d0"]) == {doc.id: earlier}
        assert ledger.received([]) == {}
