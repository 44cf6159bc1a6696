"""What people decide wins over what was read, is told with every record it bears on, and can be taken back."""

import pytest
from sqlalchemy import select

from ledger.invented import judge, prose, report
from sayso.ledger import Ledger
from sayso.ledger.asking import is_one_of
from sayso.ledger.tables import figure
from sayso.model import SaysoError

DAYS = ["2031-05-01", "2031-05-02", "2031-05-03"]
THREE = [report(n, day, dead=10 * n + 10) for n, day in enumerate(DAYS)]


@pytest.fixture
def ledger(nowhere):
    with Ledger.open(nowhere()) as opened:
        opened.add(THREE)
        yield opened


def undo(one, **more):
    return judge("withdraw", "judgement", one.id, day="2031-05-06", **more)


def test_nothing_is_judged_until_somebody_does(ledger):
    assert ledger.judgements() == ()
    views = [*ledger.statements(), *ledger.figures(), *ledger.events(), *ledger.documents()]
    assert {(v.judgements, v.conflicts, v.grade, v.rejected) for v in views} == {((), (), "F6", False)}


def test_the_same_judgement_is_kept_once(ledger):
    one = judge("confirm", "figure", ledger.figures()[0].id)
    assert [ledger.judge(one), ledger.judge(one, one), len(ledger.judgements())] == [1, 0, 1]


def test_what_is_rejected_leaves_every_view_but_show(ledger):
    gone, kept = ledger.figures()[0], ledger.figures()[1:]
    one = judge("reject", "figure", gone.id)
    ledger.judge(one)
    assert ledger.figures() == ledger.record().figures == kept
    assert [p.id for s in ledger.series() for p in s.points] == [f.id for f in kept]
    assert ledger.status().figures == 2 and ledger.status().statements == 3
    shown, _ = ledger.show(gone.id)
    assert shown.rejected and shown.judgements == (one.id,)
    assert ledger.figures(limit=2) == kept


def test_a_rejected_document_takes_its_records_along(ledger):
    gone = ledger.documents()[0].document.id
    ledger.judge(judge("reject", "document", gone))
    assert gone not in ledger.record().documents and len(ledger.documents()) == 2
    assert all(v.document != gone for v in (*ledger.statements(), *ledger.figures(), *ledger.events()))
    assert (ledger.status().documents, ledger.status().statements, ledger.status().outlets) == (2, 2, 1)
    assert ledger.show(gone)[0].rejected


CORRECTIONS = [
    ("statement", "speaker", "Marek Dov", {"by": "dov"}, {"by": "brandt"}),
    ("figure", "source", "Marek Dov", {"by": "dov"}, {"by": "brandt"}),
    ("figure", "source", None, {"measure": "killed"}, {"by": "brandt"}),
    ("figure", "measure", "injured", {"measure": "injured"}, {"measure": "killed"}),
    ("figure", "measure", "injured", {"about": "inj* 10"}, {"about": "killed people"}),
    ("figure", "place", "Orsa Bay", {"place": "orsa bay"}, {"place": "Velm"}),
    ("event", "place", "Orsa Bay", {"place": "orsa bay"}, {"place": "Velm"}),
    ("event", "actor", ("Marek Dov",), {"by": "dov"}, {"by": "brandt"}),
    ("event", "type", "shelling", {"kind": "shelling"}, {"kind": "violence"}),
    ("event", "type", "shelling", {"about": "SHELLING velm"}, {"about": "violence"}),
]


@pytest.mark.parametrize(("noun", "field", "value", "found_by", "not_by"), CORRECTIONS)
def test_a_corrected_field_is_the_one_that_is_told_and_found(ledger, noun, field, value, found_by, not_by):
    view = {"statement": ledger.statements, "figure": ledger.figures, "event": ledger.events}[noun]
    before = view()[0]
    one = judge("correct", noun, before.id, field=field, value=value)
    ledger.judge(one)
    after = view()[0]
    assert getattr(getattr(after, noun), field) == value
    assert after.judgements == (one.id,)
    assert before.id in {v.id for v in view(**found_by)}
    assert before.id not in {v.id for v in view(**not_by)}
    assert len(view(**not_by)) == 2
    if noun != "statement":
        assert [v.id for v in view(limit=3)] == [v.id for v in view()]
    assert ledger.show(before.id)[0] == after
    ledger.judge(undo(one))
    assert view()[0] == before


def test_a_limit_counts_what_is_found_after_correction(ledger):
    last = ledger.figures()[-1]
    ledger.judge(judge("correct", "figure", last.id, field="measure", value="injured"))
    assert [f.known for f in ledger.figures(measure="killed", limit=1)] == [DAYS[1]]


def test_a_corrected_figure_moves_to_the_series_of_what_it_is(ledger):
    ledger.judge(judge("correct", "figure", ledger.figures()[0].id, field="place", value="Orsa Bay"))
    assert sorted((s.place, len(s.points)) for s in ledger.series()) == [("Orsa Bay", 1), ("Velm", 2)]


def test_the_figures_in_a_statement_follow_its_speaker(ledger):
    said = ledger.statements()[0]
    one = judge("correct", "statement", said.id, field="speaker", value="Marek Dov")
    ledger.judge(one)
    figure = ledger.figures(by="dov")[0]
    assert (figure.document, figure.source, figure.judgements) == (said.document, "Marek Dov", (one.id,))
    ledger.judge(judge("correct", "figure", figure.id, field="source", value="Tove Aas"))
    assert ledger.figures(by="aas")[0].id == figure.id


def test_names_take_account_of_corrected_speakers(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(1, speaker="Brandt"), report(2, speaker="Ilze Brandt")])
        assert {s.speaker for s in ledger.statements()} == {"Ilze Brandt"}
        full = next(s for s in ledger.statements() if s.statement.speaker == "Ilze Brandt")
        ledger.judge(judge("correct", "statement", full.id, field="speaker", value="Karl Brandt"))
        assert "Karl Brandt" in {s.speaker for s in ledger.statements()}


def test_names_that_people_call_the_same_or_not_are(nowhere):
    with Ledger.open(nowhere()) as ledger:
        people = ["Ilze Orlovsky", "Ilze Orlovskyy", "Marek Dov", "the Harbour Council"]
        ledger.add([report(n, speaker=name, place=f"Velm{n}") for n, name in enumerate(people)])
        names = {s.statement.speaker: s.speaker for s in ledger.statements()}
        assert names["Ilze Orlovskyy"] == names["Ilze Orlovsky"]
        split = judge("not_same", "actor", *people[:2])
        merge = judge("same", "actor", "Marek Dov", "The Harbour Council")
        ledger.judge(split, merge)
        views = {s.statement.speaker: s for s in ledger.statements()}
        assert {views[n].speaker for n in people[:2]} == set(people[:2])
        assert views["Marek Dov"].speaker == views["the Harbour Council"].speaker
        assert views["Ilze Orlovskyy"].judgements == (split.id,)
        assert views["the Harbour Council"].judgements == views["Marek Dov"].judgements == (merge.id,)
        assert len(ledger.statements(by="Marek Dov")) == 2
        ledger.judge(judge("same", "place", "Velm1", "Velm2"))
        assert {f.place for f in ledger.figures(place="velm1")} == {"Velm1"}
        assert len(ledger.figures(place="velm2")) == 2


def test_documents_that_people_call_copies_or_not_are(nowhere):
    text = prose(7, 300)
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(n, f"2031-05-0{n}", text=t) for n, t in [(1, text), (2, text), (3, text), (4, prose(9))]])
        one, two, three, four = ledger.documents()
        assert [d.copy_group == one.document.id for d in ledger.documents()] == [True, True, True, False]
        split = judge("not_same", "document", two.document.id, three.document.id)
        ledger.judge(split, judge("same", "document", three.document.id, four.document.id))
        assert [d.copy_group for d in ledger.documents()] == [
            one.document.id, one.document.id, three.document.id, three.document.id
        ]  # fmt: skip
        assert ledger.status().copies == 2
        ledger.judge(undo(split))
        assert {d.copy_group for d in ledger.documents()} == {one.document.id}


def series_of(ledger):
    return [f.series for f in ledger.figures()]


def test_of_two_figures_that_are_not_the_same_the_later_leaves_the_series(ledger):
    one, two, three = ledger.figures()
    whole = one.series
    ledger.judge(judge("not_same", "figure", three.id, two.id))
    assert series_of(ledger)[:2] == [whole, whole] and series_of(ledger)[2] != whole
    assert len({s.id for s in ledger.series()}) == 2
    assert len({f.series for f in ledger.figures(since=DAYS[2])} | {whole}) == 2
    assert series_of(ledger) == [f.series for f in (*ledger.figures(limit=3),)]


def test_figures_that_are_the_same_join_their_series(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add(
            [report(n, f"2031-05-0{n}", place=p) for n, p in [(1, "Velm"), (2, "Velm"), (3, "Orsa"), (4, "Orsa")]]
        )
        one, _, _, four = ledger.figures()
        ledger.judge(judge("same", "figure", one.id, four.id))
        assert len(set(series_of(ledger))) == 1
        assert {f.series for f in ledger.figures(as_of="2031-05-03")} == {one.series, four.series}
        assert set(series_of(ledger)) <= {one.series, four.series}


def test_no_judgement_mixes_increments_with_totals(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(1), report(2, place="Orsa")])
        one, two = ledger.figures()
        ledger.judge(
            judge("correct", "figure", two.id, field="basis", value="increment"),
            judge("same", "figure", one.id, two.id),
        )
        assert len(set(series_of(ledger))) == 2
        assert [v.state for v in ledger.judgements() if v.judgement.kind == "same"] == ["unlike"]


def test_grades_are_of_outlet_and_record(ledger):
    figure = ledger.figures()[0]
    ledger.judge(judge("grade", "outlet", "the velm post", grade="B"), judge("grade", "figure", figure.id, grade="2"))
    assert [f.grade for f in ledger.figures()] == ["B2", "B6", "B6"]
    assert {d.grade for d in ledger.documents()} == {"B6"}
    assert len(ledger.figures()[0].judgements) == 2


def test_one_person_may_change_their_mind(ledger):
    figure = ledger.figures()[0]
    first = judge("correct", "figure", figure.id, field="low", value=11)
    later = judge("correct", "figure", figure.id, field="low", value=12, day="2031-05-05", who="ANA REIS")
    ledger.judge(later, first)
    assert ledger.figures()[0].figure.low == 12
    assert [v.state for v in ledger.judgements()] == ["replaced", "counts"]
    assert ledger.figures()[0].judgements == (later.id,)
    ledger.judge(undo(later))
    assert ledger.figures()[0].figure.low == 11


F = "figure"
CONFLICTS = [
    ([("correct", F, {"field": "low", "value": 1}), ("correct", F, {"field": "low", "value": 2})], True),
    ([("correct", F, {"field": "low", "value": 1}), ("correct", F, {"field": "low", "value": 1})], False),
    ([("correct", F, {"field": "low", "value": 1}), ("correct", F, {"field": "high", "value": 2})], False),
    ([("reject", F, {}), ("confirm", F, {})], True),
    ([("reject", F, {}), ("reject", F, {})], False),
    ([("grade", F, {"grade": "1"}), ("grade", F, {"grade": "3"})], True),
    ([("confirm", F, {}), ("note", F, {"why": "see page two"})], False),
]


@pytest.mark.parametrize(("made", "clash"), CONFLICTS)
def test_where_two_people_differ_nobody_wins(ledger, made, clash):
    before = ledger.figures()[0]
    one, two = [
        judge(kind, noun, before.id, who=who, **more) for who, (kind, noun, more) in zip("AB", made, strict=True)
    ]
    ledger.judge(one, two)
    assert [v.state == "conflict" for v in ledger.judgements()] == [clash, clash]
    if clash:
        assert {v.judgement.id: v.against for v in ledger.judgements()} == {one.id: (two.id,), two.id: (one.id,)}
        told = ledger.figures()[0]
        assert (told.figure, told.grade, told.rejected) == (before.figure, "F6", False)
        assert set(told.conflicts) == set(told.judgements) == {one.id, two.id}
        ledger.judge(undo(two, who="C"))
        assert sorted(v.state for v in ledger.judgements()) == ["counts", "counts", "withdrawn"]
        assert ledger.figures() == () or ledger.figures()[0].conflicts == ()


def test_same_and_not_same_by_way_of_others_is_a_conflict_of_those_that_lie_between(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(n, speaker=s) for n, s in enumerate(["Ana Dov", "Karl Holm", "Tove Aas", "Per Lind"])])
        ab, bc, cd = (
            judge("same", "actor", *pair)
            for pair in [("Ana Dov", "Karl Holm"), ("Karl Holm", "Tove Aas"), ("Tove Aas", "Per Lind")]
        )
        no = judge("not_same", "actor", "Ana Dov", "Tove Aas", who="Bo Krantz")
        ledger.judge(ab, bc, cd, no)
        states = {v.judgement.id: v.state for v in ledger.judgements()}
        assert states == {ab.id: "conflict", bc.id: "conflict", cd.id: "counts", no.id: "conflict"}
        assert len({s.speaker for s in ledger.statements()}) == 3
        ledger.judge(undo(ab))
        assert {s.statement.speaker for s in ledger.statements(by="Karl Holm")} == {"Karl Holm", "Tove Aas", "Per Lind"}


def test_a_withdrawal_can_be_withdrawn(ledger):
    one = judge("reject", "figure", ledger.figures()[0].id)
    first = undo(one)
    second = undo(first)
    for given, left in [((one,), 2), ((first,), 3), ((second,), 2)]:
        ledger.judge(*given)
        assert len(ledger.figures()) == left
    assert [v.state for v in ledger.judgements()].count("withdrawn") == 1


def test_what_a_new_reader_no_longer_finds_is_kept_and_stands_alone(ledger):
    figure = ledger.figures()[0]
    wrong, right = (judge(k, "figure", f.id) for k, f in [("reject", figure), ("confirm", ledger.figures()[1])])
    ledger.judge(wrong, right, judge("same", "figure", figure.id, right.about[0]))
    doc, reading = report(0, DAYS[0], dead=10, reader="sayso/2")
    reading = type(reading)(**{f: getattr(reading, f) for f in reading.__struct_fields__ if f != "figures"})
    ledger.add([(doc, reading)])
    assert {v.judgement.kind: v.state for v in ledger.judgements()} == {
        "reject": "alone", "confirm": "counts", "same": "alone"
    }  # fmt: skip
    assert len(ledger.figures()) == 2
    ledger.add([report(0, DAYS[0], dead=10, reader="sayso/3")])
    assert {v.judgement.kind: v.state for v in ledger.judgements()}["reject"] == "counts"
    assert len(ledger.figures()) == 2


def test_a_judgement_may_come_before_what_it_is_about(nowhere):
    with Ledger.open(nowhere()) as ledger, Ledger.open(nowhere()) as other:
        other.add(THREE)
        ledger.judge(judge("reject", "figure", other.figures()[0].id))
        assert [v.state for v in ledger.judgements()] == ["alone"]
        ledger.add(THREE)
        assert len(ledger.figures()) == 2


def test_any_number_of_records_can_be_asked_for(ledger):
    there = [f.id for f in ledger.figures()]
    asked = select(figure.c.id).where(is_one_of(figure.c.id, [*there, *(f"f{n:016x}" for n in range(40_000))]))
    assert sorted(ledger._connection.execute(asked).scalars()) == sorted(there)


def test_judgements_have_their_day_too(ledger):
    figure = ledger.figures()[0]
    ledger.judge(judge("reject", "figure", figure.id, day="2031-05-05"))
    assert len(ledger.figures("2031-05-04")) == 3 and len(ledger.figures("2031-05-05")) == 2
    assert ledger.judgements("2031-05-04") == ()
    assert not ledger.show(figure.id, as_of="2031-05-04")[0].rejected


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (judge("not_same", "actor", "Ilse Brandt", "the ILSE BRANDT"), "one name"),
        (judge("same", "place", "Velm", "VELM"), "one name"),
        (judge("same", "actor", "the ministry", "Ilse Brandt"), "is a description"),
        (judge("note", "actor", "…", why="x"), "no word"),
    ],
)
def test_names_that_nothing_can_be_told_by_are_refused(ledger, one, says):
    with pytest.raises(SaysoError, match=says):
        ledger.judge(judge("confirm", "figure", ledger.figures()[0].id), one)
    assert ledger.judgements() == ()
