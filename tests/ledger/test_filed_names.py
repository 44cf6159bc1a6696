"""What is asked of the names that are filed is answered as if all names of all documents had been gone through."""

from contextlib import contextmanager
from inspect import getmembers, isfunction, signature

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ledger.invented import judge, prose, report
from sayso.ledger import Ledger, asking
from sayso.ledger.finding import overruled
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.places import Located
from sayso.ledger.naming import Known
from sayso.ledger.tables import actor, event, figure, statement
from sayso.model import SaysoError, Situation, record_id

HERE = Situation(names={"Welm": ("Velm",)})
SPEAKERS = (
    *(("Ilse Brandt", "person"), ("Mayor Ilse Brant", "person"), ("Brandt", "person"), ("I. Brandt", "person")),
    *(
        ("Tove Brandt", "person"),
        ("United Harbours", "organisation"),
        ("Velm", "organisation"),
        ("the ministry", "unnamed"),
    ),
)
PLACES = ("Orsa Bay", "Velm", "Tarnholm", "velm")
ASKED = ("Brandt", "Ilse Brandt", "Brant", "Harbours", "Velm", "ministry", "Welm", "Tove")
DAYS = (None, "2031-05-02")


DOCUMENTS = [
    {"seed": seed, "speaker": speaker, "kind": kind, "place": PLACES[seed % 4], "text": prose(seed, 20)}
    for seed, (speaker, kind) in enumerate(SPEAKERS)
]


def asked_by():
    """The views that can be asked by a name."""
    public = [(name, view) for name, view in getmembers(Ledger, isfunction) if not name.startswith("_")]
    return [name for name, view in public if "by" in signature(view).parameters]


@st.composite
def reports(draw):
    """A few documents, each received and read in several ways."""
    return report(
        **draw(st.sampled_from(DOCUMENTS)),
        day=draw(st.sampled_from([None, "2031-05-01", "2031-05-02", "2031-05-04"])),
        retrieved=draw(st.sampled_from([None, "2031-05-01T09:00:00Z", "2031-05-03T09:00:00Z"])),
        reader=draw(st.sampled_from(["sayso/1", "sayso/2"])),
        situation=draw(st.sampled_from(["", HERE.fingerprint(), "another"])),
    )


def judged(pairs):
    """Judgements of every kind that changes which names count, of some of the reports."""
    ids = [(doc.id, record_id("s", doc.id, read.statements[0].content)) for doc, read in pairs]
    made = [
        judge("same", "actor", "Tove Brandt", "United Harbours"),
        judge("not_same", "actor", "Brandt", "Tove Brandt"),
    ]
    for number, (doc, said) in enumerate(ids):
        made.append(judge("reject", "document", doc, day=f"2031-05-0{number % 4 + 1}"))
        made.append(judge("reject", "statement", said))
        made.append(judge("correct", "statement", said, field="speaker", value="Otto Brandt", day="2031-05-02"))
    return st.lists(st.sampled_from(made), max_size=4)


@contextmanager
def gone_through():
    """Answer as the rules are stated: of every name, and of all that there are."""

    def fitting(known, asked):
        columns = statement.c.speaker, figure.c.source
        names = set().union(*(asking.ask_named(known._connection, known._wanted, column) for column in columns))
        return {name for name in names if known.whole.actors.fits(asked, name)}

    def called(known, asked):
        columns = event.c.place, figure.c.place
        names = set().union(*(asking.ask_named(known._connection, known._wanted, column) for column in columns))
        names |= {one.name for one in located(known)}
        return {name for name in names if known.whole.places.same(asked, name)}

    def named(known):
        counted = known._wanted.counted()
        query = select(actor.c.name, actor.c.kind, actor.c.acronyms)
        for name, kind, acronyms in known._connection.execute(
            query.join(counted, counted.c.reading == actor.c.reading)
        ):
            yield Named(name, kind, tuple(acronyms.split()))
        gone = [*known._corrected, *overruled(statement, known._weighed.rejected)]
        for name, kind, uses in asking.ask_speakers(known._connection, known._wanted, gone):
            yield Named(name, kind, uses=uses)
        yield from known._corrected_speakers()

    def located(known):
        return [Located(*row) for row in asking.ask_places(known._connection, known._wanted)]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Known, "named", named)
        patched.setattr(Known, "located", located)
        patched.setattr(Known, "near", Known.whole)
        patched.setattr(Known, "fitting", fitting)
        patched.setattr(Known, "called", called)
        yield


def answers(ledger, as_of):
    views = [ledger.statements(as_of), ledger.figures(as_of, limit=2), ledger.events(as_of)]
    views += [ledger.statements(as_of, by=asked) for asked in ASKED]
    views += [ledger.figures(as_of, by=ASKED[0]), ledger.series(by=ASKED[1], as_of=as_of)]
    views += [view(as_of, place="Welm") for view in (ledger.statements, ledger.figures, ledger.events)]
    views += [ledger.actors(as_of), ledger.places(as_of), ledger.names("actor", as_of), ledger.names("place", as_of)]
    return [*views, ledger.statements(as_of, place="Orsa Bay")]


@settings(max_examples=4)
@given(st.data(), st.lists(reports(), min_size=4, max_size=10), st.sampled_from([HERE, Situation()]))
def test_names_are_those_of_all_documents_whatever_came_when(nowhere, data, pairs, situation):
    with Ledger.open(nowhere(), situation) as ledger:
        ledger.judge(*data.draw(judged(pairs)))
        ledger.add(pairs, batch=data.draw(st.integers(1, 3)))
        assert ledger.rebuild() == ()
        for day in DAYS:
            found = answers(ledger, day)
            with gone_through():
                assert found == answers(ledger, day)


def test_a_name_that_no_reading_uses_any_more_is_found_by_nobody(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(1, speaker="Marek Dov")])
        assert [view.speaker for view in ledger.statements(by="Dov")] == ["Marek Dov"]
        ledger.add([report(2, speaker="Ilse Brandt")])
        ledger.judge(judge("reject", "document", report(1, speaker="Marek Dov")[0].id))
        assert ledger.statements(by="Dov") == ()
        with ledger.moment():
            assert ledger._known(None).fitting("Dov") == frozenset()


@pytest.mark.parametrize("view", asked_by())
def test_a_question_for_a_name_without_a_word_is_refused(nowhere, view):
    with Ledger.open(nowhere()) as ledger, pytest.raises(SaysoError, match="no word in it"):
        getattr(ledger, view)(by="…")
