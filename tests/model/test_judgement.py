"""A judgement says one thing in one form, and what does not go together is refused with the reason."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Event, Figure, Judgement, SaysoError, Span, Statement
from sayso.model.correction import check_value, correct, correctable_fields, take_value
from sayso.model.encoding import decode, encode

S, F, D = "s" + "0" * 16, "f" + "0" * 16, "d" + "0" * 16
BASE = {"kind": "confirm", "noun": "figure", "about": (F,), "who": "Ana Reis", "when": "2031-05-02T10:00:00Z"}


def judge(**fields):
    return Judgement(**{**BASE, **fields})


SAME = [
    {"when": "2031-05-02T12:00:00+02:00"},
    {"when": "2031-05-02 10:00"},
    {"who": "  Ana   Reis "},
    {"about": (F, F)},
]


@pytest.mark.parametrize("fields", SAME)
def test_one_judgement_in_another_form_is_one(fields):
    assert judge(**fields) == judge()


@pytest.mark.parametrize(
    "fields",
    [
        {"why": "heard it"},
        {"who": "Tove Aas"},
        {"when": "2031-05-02T10:00:01Z"},
        {"kind": "reject"},
        {"about": (F[:-1] + "1",)},
    ],
)
def test_judgements_that_differ_have_ids_that_do(fields):
    assert judge(**fields).id != judge().id


def test_the_order_of_what_is_called_the_same_does_not_matter():
    assert (
        judge(kind="same", noun="place", about=("Velm", "Orsa")).id
        == judge(kind="same", noun="place", about=("Orsa", "Velm")).id
    )


REFUSED = [
    ({"about": ("f12",)}, "no figure's id"),
    ({"about": (S,)}, "no figure's id"),
    ({"about": ()}, "one id"),
    ({"noun": "actor", "about": ("Velm",)}, "cannot be of this noun: actor; it can be of: statement"),
    ({"who": " "}, "say who"),
    ({"when": "yesterday"}, "no moment"),
    ({"kind": "same"}, "two or more"),
    ({"kind": "same", "noun": "actor", "about": ("Velm", " Velm ")}, "two or more"),
    ({"kind": "same", "noun": "actor", "about": ("Velm", "")}, "no actor's name"),
    ({"kind": "same", "noun": "statement", "about": (S, S[:-1] + "1")}, "cannot be of this noun: statement"),
    ({"kind": "note", "noun": "place", "about": tuple(map(str, range(101))), "why": "x"}, "at most 100"),
    ({"kind": "note"}, "a note says something"),
    ({"kind": "grade"}, "1 to 6"),
    ({"kind": "grade", "grade": "B"}, "1 to 6"),
    ({"kind": "grade", "grade": "7"}, "1 to 6"),
    ({"kind": "grade", "noun": "outlet", "about": ("The Velm Post",), "grade": "2"}, "A to F"),
    ({"grade": "2"}, "only grade"),
    ({"field": "low"}, "only correct"),
    ({"kind": "correct"}, "no field ''"),
    ({"kind": "correct", "field": "low", "value": "many"}, "figure low cannot be 'many'; it is a number or nothing"),
    ({"kind": "correct", "field": "low", "value": float("inf")}, "figure low cannot be inf"),
    ({"kind": "correct", "field": "basis", "value": "total"}, "one of cumulative, increment, plan, rate, stock or"),
    ({"kind": "correct", "field": "as_of", "value": "Monday"}, "figure as_of cannot be 'Monday'; it is a day"),
    ({"kind": "correct", "field": "as_of", "value": "2031-02-30"}, "it is a day"),
    ({"kind": "correct", "field": "measure", "value": None}, "figure measure cannot be None; it is text"),
    ({"kind": "correct", "field": "measure", "value": "  "}, "it is text"),
    ({"kind": "correct", "field": "via", "value": "MNA"}, "a list of names"),
    ({"kind": "correct", "field": "unverified", "value": 1}, "true or false"),
    ({"kind": "correct", "field": "span", "value": (0, 1)}, "no field 'span' of this noun to correct: figure; "),
    ({"why": "\udcff"}, "half of a character"),
    ({"id": "j" + "0" * 16}, "changed afterwards"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "says"), REFUSED, ids=[s for _, s in REFUSED])
def test_what_does_not_go_together_is_refused(fields, says):
    with pytest.raises(SaysoError, match=says):
        judge(**fields)


def test_spans_and_positions_are_no_fields_to_correct():
    fields = {noun: set(correctable_fields(noun)) for noun in ("statement", "figure", "event")}
    assert "speaker" in fields["statement"] and "low" in fields["figure"] and "place" in fields["event"]
    for hidden in ("content", "span", "speaker_span", "via_spans", "statement", "figures", "part_of", "trigger"):
        assert not any(hidden in found for found in fields.values())


TYPED = [
    ("figure", "low", ("1400",), 1400.0),
    ("figure", "low", (), None),
    ("figure", "unverified", ("true",), True),
    ("figure", "source", ("14",), "14"),
    ("statement", "via", ("MNA", "The Velm Post"), ("MNA", "The Velm Post")),
    ("statement", "via", (), ()),
    ("statement", "speaker", ("null",), "null"),
    ("event", "date", ("2031-05",), "2031-05"),
]


@pytest.mark.parametrize(("noun", "field", "words", "value"), TYPED)
def test_words_of_a_command_line_become_values(noun, field, words, value):
    assert take_value(noun, field, words) == value


@pytest.mark.parametrize(
    ("noun", "field", "words", "says"),
    [
        ("figure", "source", ("Ilse", "Brandt"), "one value, not 2"),
        ("figure", "low", ("14,5",), "a number"),
        ("document", "title", ("x",), "no field of this noun can be corrected: document"),
        ("event", "speaker", ("x",), "no field 'speaker'"),
    ],
)
def test_words_that_are_no_value_are_refused(noun, field, words, says):
    with pytest.raises(SaysoError, match=says):
        take_value(noun, field, words)


def test_spans_that_led_to_the_value_replaced_go_with_it():
    one, two = Span(0, 4), Span(9, 12)
    he = Statement(one, "Ilse Brandt", speaker_span=two, named_span=one, via=("MNA",), via_spans=(two,))
    assert correct(he, {"speaker": "Marek Dov"}) == Statement(
        one, "Marek Dov", speaker_span=two, via=("MNA",), via_spans=(two,)
    )
    named = Statement(one, "Ilse Brandt", speaker_span=two, caveat="unverified", caveat_span=one)
    assert correct(named, {"speaker": "Marek Dov", "via": ("TNA",), "caveat": None}) == Statement(
        one, "Marek Dov", via=("TNA",)
    )
    assert correct(Event(one, two, "shelling", place="Velm"), {"place": None}) == Event(one, two, "shelling")
    assert correct(Figure(one, two, 1, 1, "killed"), {"low": 2.0}) == Figure(one, two, 2, 1, "killed")


def values(noun, field):
    kinds = st.one_of(
        st.none(), st.booleans(), st.floats(), st.text(max_size=9), st.lists(st.text(max_size=5)).map(tuple)
    )
    return kinds.map(lambda v: (noun, field, v))


FIELDS = [(noun, field) for noun in ("statement", "figure", "event") for field in correctable_fields(noun)]


@given(st.sampled_from(FIELDS).flatmap(lambda f: values(*f)), st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_taken_is_written_and_read_again(asked, who, why):
    noun, field, value = asked
    try:
        made = judge(kind="correct", noun=noun, about=(noun[0] + "0" * 16,), field=field, value=value, who=who, why=why)
    except SaysoError:
        return
    assert decode(encode(made), Judgement) == made
    assert msgspec.convert(check_value(noun, field, made.value), correctable_fields(noun)[field]) == made.value
