"""What is derived is a function of what was told: made anew it is the same byte for byte, whatever the order."""

import hashlib

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import PEOPLE, PLACES, judge, prose, report
from sayso.ledger import Ledger
from sayso.ledger.upkeep.rebuilding import canonical_rows
from sayso.ledger.upkeep.transcript import entries
from sayso.model import Problem, SaysoError, Situation, record_id
from stores import kept_in_a_file

HERE = Situation(names={"Welm": ("Velm",)})
TEXTS = [prose(1), prose(1, 90), prose(1, 60) + prose(2, 60), prose(2), prose(3), prose(1) + " (AP)"]
DAYS = [None, "2031-05-01", "2031-05-02", "2031-05-03", "2031-05"]


@st.composite
def reports(draw):
    doc, read = report(
        draw(st.integers(0, 2)),
        draw(st.sampled_from(DAYS)),
        text=draw(st.sampled_from(TEXTS)),
        speaker=draw(st.sampled_from(PEOPLE)),
        place=draw(st.sampled_from(sorted(PLACES))),
        retrieved=draw(st.sampled_from([None, "2031-05-02T09:00:00Z", "2031-05-04T09:00:00Z"])),
        reader=draw(st.sampled_from(["sayso/1", "sayso/2"])),
        situation=draw(st.sampled_from(["", HERE.fingerprint()])),
        problems=draw(st.sampled_from([(), (Problem("readings", "too-long", "is long", "x"),)])),
    )
    more = {"url": draw(st.sampled_from(["", "https://velm.example/ferry"]))}
    return msgspec.structs.replace(doc, byline=draw(st.sampled_from(["", "Reuters", "AFP"])), **more), read


JUDGEMENTS = st.sets(
    st.sampled_from(
        [
            judge("same", "actor", "Ilse Brandt", "Marek Dov"),
            judge("not_same", "actor", "Ilse Brandt", "Ilse Brant", day="2031-05-02"),
            judge("grade", "outlet", "The Velm Post", grade="B", day="2031-05-05"),
        ]
    )
)
few = settings(max_examples=4, deadline=None)


def everything(ledger):
    """All that the ledger answers, what it is derived from, and the derived tables, as bytes."""
    asked = (
        ledger.record, ledger.copies, ledger.origins, ledger.stories, ledger.problems, ledger.judgements, ledger.parts
    )  # fmt: skip
    views = [view() for view in asked] + [ledger.latest(), ledger.statements(about="died"), ledger.record("2031-05-02")]
    tables = {name: sorted(map(tuple, ledger._connection.execute(query))) for name, query in canonical_rows().items()}
    return msgspec.json.encode([views, tables]) + b"".join(ledger.transcript())


def told(nowhere, pairs, made, batch=200):
    ledger = Ledger.open(nowhere(), HERE)
    ledger.add(pairs, batch=batch)
    ledger.judge(*made)
    return ledger


@kept_in_a_file
@few
@given(st.data(), st.lists(reports(), max_size=6), JUDGEMENTS)
def test_a_ledger_made_anew_is_the_same_byte_for_byte_whatever_the_order(nowhere, data, pairs, made):
    with told(nowhere, pairs, made) as one, told(nowhere, data.draw(st.permutations(pairs)), made, batch=1) as other:
        before = everything(one)
        assert everything(other) == before
        assert (one.rebuild(), other.rebuild()) == ((), ())
        assert everything(one) == before == everything(other)
        assert one.add(pairs).documents == 0


@kept_in_a_file
@few
@given(st.lists(reports(), max_size=6), JUDGEMENTS)
def test_a_ledger_made_from_the_lines_of_another_is_the_same(nowhere, pairs, made):
    with told(nowhere, pairs, made) as one, Ledger.open(nowhere(), HERE) as other:
        one.keep_situation(HERE)
        one.add_problems([Problem("sources", "not-text", "is no text", "reports/x")])
        lines = list(one.transcript())
        for _ in range(2):
            other.take(entries(lines, "lines"))
        assert everything(other) == everything(one)


@kept_in_a_file
@few
@given(st.lists(reports(), max_size=6), JUDGEMENTS, st.sampled_from(DAYS[1:4]))
def test_the_lines_as_of_a_day_are_those_of_a_ledger_that_was_told_no_more(nowhere, pairs, made, day):
    with told(nowhere, pairs, made) as whole:
        lines, known = list(whole.transcript(day)), set(whole.record(day).documents)
        early = [j for j in made if j.when[:10] <= day]
        with told(nowhere, [p for p in pairs if p[0].id in known], early) as earlier:
            assert lines == list(earlier.transcript())


def test_a_crowd_of_copies_is_made_anew_the_same_whatever_the_order(nowhere, monkeypatch):
    """Of more copies of one passage than are compared with each other, the pairs kept may hang on the order of adding;
    made anew they do not.
    """
    monkeypatch.setattr("sayso.ledger.copies.meeting.CROWD", 2)
    crowd = [report(n, text=f"{TEXTS[0]} {prose(n, 40)}") for n in range(9)]
    with told(nowhere, crowd, []) as one, told(nowhere, crowd[::-1], [], batch=7) as other:
        one.rebuild()
        other.rebuild()
        assert everything(one) == everything(other)
        assert (one.rebuild(), other.rebuild()) == ((), ())


DAMAGE = [
    ("UPDATE document SET wording = (SELECT min(row) FROM wording)", {"wording"}),
    ("DELETE FROM copy_pair", {"copy_pair"}),
    ("UPDATE copy_pair SET first_share = 1", {"copy_pair"}),
    ("DELETE FROM copy_key WHERE wording = 1", {"copy_key"}),
    ("DELETE FROM copy_version", {"copy_version"}),
    ("DELETE FROM copy_address", {"copy_address"}),
    ("DELETE FROM copy_credit", {"copy_credit"}),
    ("DELETE FROM sketch", {"sketch"}),
    ("UPDATE sketch SET terms = ''", {"sketch"}),
    ("DELETE FROM counting", {"counting"}),
    ("UPDATE counting SET day = '2031-01-01'", {"counting"}),
    ("UPDATE counting SET several = 1", {"counting"}),
    ("UPDATE counting SET reading = (SELECT min(row) FROM reading)", {"counting"}),
    ("UPDATE figure SET measure = 'injured', place = NULL", {"figure columns"}),
    ("UPDATE statement SET words = 'nothing'", {"statement columns"}),
    ("UPDATE event SET start = 3", {"event columns"}),
    ("UPDATE reading SET known = '2031-01-01', troubles = 9", {"reading columns"}),
    ("UPDATE receipt SET outlet = 'Nobody'", {"receipt columns"}),
    ("DELETE FROM statement_words", {"statement_words"}),
]


@pytest.mark.parametrize(("damage", "tables"), DAMAGE, ids=[d[0] for d in DAMAGE])
def test_what_is_lost_of_what_is_derived_is_made_anew_and_told(nowhere, damage, tables):
    pairs = [report(n, text=TEXTS[0] + prose(n, 20) + " (AP)") for n in range(3)]
    pairs = [(msgspec.structs.replace(d, url="https://velm.example/ferry", byline="AFP"), r) for d, r in pairs]
    with told(nowhere, pairs, []) as ledger:
        before = everything(ledger)
        ledger._connection.exec_driver_sql(damage)
        assert {each.table for each in ledger.rebuild()} == tables
        assert everything(ledger) == before
        assert ledger.rebuild() == ()


def test_a_full_text_index_that_is_gone_is_made_anew():
    with Ledger.open(":memory:") as ledger:
        ledger.add([report(1)])
        ledger._connection.exec_driver_sql("DROP TABLE document_words")
        assert [each.table for each in ledger.rebuild()] == ["document_words"]
        assert len(ledger.documents(about="velm")) == 1


def test_a_rebuild_that_is_cut_short_changes_nothing(nowhere, monkeypatch):
    with told(nowhere, [report(1), report(2)], []) as ledger:
        ledger._connection.exec_driver_sql("DELETE FROM sketch")
        before = everything(ledger)
        monkeypatch.setattr("sayso.ledger.upkeep.rebuilding.mend_full_text", lambda connection: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ledger.rebuild()
        assert everything(ledger) == before


@pytest.mark.parametrize("damage", ["DELETE FROM counting; DELETE FROM receipt", "UPDATE figure SET noun = '{'"])
def test_what_the_ledger_was_told_cannot_be_made_anew(nowhere, damage):
    with told(nowhere, [report(1)], []) as ledger:
        for step in damage.split(";"):
            ledger._connection.exec_driver_sql(step)
        with pytest.raises(SaysoError, match="sayso doctor"):
            ledger.rebuild()


def test_the_credit_of_the_earliest_receipt_counts_whichever_came_first(nowhere):
    doc, read = report(1, retrieved="2031-05-02T09:00:00Z")
    late = msgspec.structs.replace(doc, byline="Reuters", retrieved="2031-05-04T09:00:00Z")
    for order in ([(doc, read), (late, read)], [(late, read), (doc, read)]):
        with told(nowhere, order, []) as ledger:
            assert [view.wire for view in ledger.documents()] == [None]


def test_judgements_are_in_the_lines_and_the_digest_of_a_ledger_can_be_told(nowhere):
    (doc, read), made = report(1), judge("note", "place", "Velm", why="see there")
    with told(nowhere, [(doc, read)], [made]) as one, told(nowhere, [(doc, read)], [made]) as other:
        digests = {hashlib.sha256(b"".join(ledger.transcript())).hexdigest() for ledger in (one, other)}
        assert len(digests) == 1
        other.judge(judge("reject", "statement", record_id("s", doc.id, read.statements[0].content)))
        assert hashlib.sha256(b"".join(other.transcript())).hexdigest() not in digests


BAD = [
    b"",
    b"{}",
    b"[]",
    b'{"document":{}}',
    b'{"poem":{}}',
    b'{"judgement":{"kind":"same"}}',
    b"\xff",
    b'{"a":1,"b":2}',
]


@pytest.mark.parametrize("line", BAD)
def test_a_line_that_holds_no_noun_is_named(nowhere, line):
    with told(nowhere, [report(1)], []) as ledger:
        lines = [*ledger.transcript(), line]
    with Ledger.open(nowhere()) as other, pytest.raises(SaysoError, match=r"backup\.jsonl:3"):
        other.take(entries(lines, "backup.jsonl"))


def test_a_reading_before_its_document_is_refused(nowhere):
    with told(nowhere, [report(1)], []) as ledger:
        lines = list(ledger.transcript())[::-1]
    with Ledger.open(nowhere()) as other, pytest.raises(SaysoError, match="before any document"):
        other.take(entries(lines, "x"))
