"""Who acts and where, under one name each, with offices, the side they are on, and what joined their names."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import PEOPLE, PLACES, judge, prose, report
from sayso.ledger import Ledger
from sayso.ledger.names.offices import Offices
from sayso.ledger.names.sides import Sides, country_named
from sayso.ledger.names.whereabouts import places_meant
from sayso.model import Actor, Party, Situation, Span

HERE = Situation(parties=(Party("Velmark", ("Velmish", "the Harbour Guard")), Party("Ardania", ("Ardanian",))))
NAME = "Ilse Brandt"

OFFICES = [
    ("On Monday Velmish Foreign Minister Ilse Brandt spoke.", ("Velmark", "foreign minister")),
    ("On Monday Velmark's foreign minister Ilse Brandt spoke.", ("Velmark", "foreign minister")),
    ("Ilse Brandt, the Velmish deputy defence minister, spoke.", ("Velmark", "deputy defence minister")),
    ("Ilse Brandt, Velmark’s deputy defence minister, spoke.", ("Velmark", "deputy defence minister")),
    ("French President Ilse Brandt spoke.", ("France", "president")),
    ("the U.S. Secretary of State Ilse Brandt spoke.", None),
    ("US ambassador Ilse Brandt spoke.", ("United States", "ambassador")),
    ("Foreign Minister Ilse Brandt spoke.", None),
    ("former Velmish President Ilse Brandt spoke.", None),
    ("Velmark's former president Ilse Brandt spoke.", None),
    ("the Velmish journalist Ilse Brandt spoke.", None),
    ("Velmark, President Ilse Brandt said.", None),
    ("Velmish forces met with President Ilse Brandt.", None),
    ("the velmish president Ilse Brandt spoke.", None),
    ("Ilse Brandt", None),
]


@pytest.mark.parametrize(("text", "given"), OFFICES)
def test_the_office_beside_a_name(text, given):
    start = text.index(NAME)
    office = Offices(Sides(HERE)).of(text, Span(start, start + len(NAME)))
    assert (office and (office.side, office.title)) == given
    assert office is None or office.title in office.span.words(text).casefold()


def test_the_same_words_before_a_name_have_the_span_of_each_text():
    offices = Offices(Sides(HERE))
    for lead in ("", "On Monday. ", "So. ", ""):
        text = f"{lead}Velmish President {NAME} spoke."
        start = text.index(NAME)
        office = offices.of(text, Span(start, start + len(NAME)))
        assert office is not None and office.span.words(text) == "Velmish President"


SIDED = {"Velmish": "Velmark", "Velmark's": "Velmark", "the Ardanian": "Ardania", "French": "France"}
TITLES = ["President", "foreign minister", "deputy defence minister", "Prime Minister", "ambassador"]
PIECES = [*SIDED, *TITLES, "former", "journalist", "met with", "said", NAME, ",", ".", "“", "\n", "of", "Harbour", "7"]
around = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
told = st.tuples(around, st.sampled_from(["", "former", ","]), st.sampled_from([*SIDED, ""]), st.sampled_from(TITLES))
beside = told.map(" ".join)


@given(around, st.sampled_from(sorted(SIDED)), st.sampled_from(TITLES), around)
def test_an_office_right_before_a_name_is_found_whatever_stands_around(before, side, title, after):
    text = f"{before}. {side} {title} {NAME} {after}"
    start = text.index(f"{side} {title} {NAME}", len(before))
    end = start + len(f"{side} {title}")
    office = Offices(Sides(HERE)).of(text, Span(end + 1, end + 1 + len(NAME)))
    assert office is not None and (office.side, office.title) == (SIDED[side], title.casefold())
    assert office.span == Span(start + len(side) - len(side.split()[-1]), end)


@given(st.one_of(around, beside), st.one_of(around, beside))
def test_an_office_stands_in_one_piece_beside_the_name_and_is_held_today(before, after):
    text = f"{before} {NAME} {after}"
    name = Span(len(before) + 1, len(before) + 1 + len(NAME))
    office = Offices(Sides(HERE)).of(text, name)
    if office is not None:
        words = office.span.words(text)
        assert office.side in SIDED.values() and words.casefold().endswith(office.title)
        assert not set(words) & set(".“\n,") and "former" not in words.split()
        assert not text[: office.span.start].rstrip(" ").endswith("former")
        if office.span.start < name.start:
            assert text[office.span.end : name.start].isspace()
        else:
            assert text[name.end : office.span.start].lstrip().startswith(",")


SIDES = [
    ("Velmish forces", "Velmark"),
    ("Harbour Guard forces", "Velmark"),
    ("French Foreign Ministry", "France"),
    ("Fund for Velmark", None),
    ("Harbour Council", None),
    ("France", None),
]


@pytest.mark.parametrize(("name", "side"), SIDES)
def test_the_side_that_a_bodys_name_begins_with(name, side):
    assert Sides(HERE).begins(name) == side


COUNTRIES = [
    ("uk", "United Kingdom"),
    ("britain", "United Kingdom"),
    ("holland", "The Netherlands"),
    ("georgia", "Georgia"),
    ("uman", None),
    ("springfield", None),
    ("french", None),
]


@pytest.mark.parametrize(("name", "country"), COUNTRIES)
def test_the_country_of_a_name(name, country):
    assert country_named((name,)) == country


def named(seed, name, before="", kind="person", day="2031-05-02", **more):
    """A report that names somebody, with words right before the name."""
    doc, reading = report(seed, day, text=f"{before}{name} was there. {prose(seed)}", **more)
    start = doc.text.index(f"{before}{name}") + len(before)
    actor = Actor(name, kind, (Span(start, start + len(name)),))
    return doc, msgspec.structs.replace(reading, actors=(*reading.actors, actor))


def actors(nowhere, pairs, situation=HERE, judgements=(), **asked):
    with Ledger.open(nowhere(), situation) as ledger:
        ledger.add(pairs)
        ledger.judge(*judgements)
        return {view.name: view for view in ledger.actors(**asked)}


MARIK = "Lena Marik"


def test_a_side_is_proposed_where_the_texts_agree(nowhere):
    said = [named(n, MARIK, "Velmish President ", day=f"2031-05-0{n}") for n in (1, 2)]
    view = actors(nowhere, said)[MARIK]
    assert (view.of, view.side, view.side_by, view.texts) == ("Velmark", "party", "office", 2)
    [office] = view.offices
    assert (office.side, office.title, office.first, office.last) == (
        "Velmark",
        "president",
        "2031-05-01",
        "2031-05-02",
    )
    assert office.evidence[1].words(said[0][0].text) == "Velmish President"
    other = named(3, MARIK, "Ardanian President ")
    assert actors(nowhere, [*said, other])[MARIK].side is None
    assert actors(nowhere, said[:1])[MARIK].side is None
    assert actors(nowhere, said, Situation())[MARIK].side is None


def test_a_copy_gives_no_side_once_more(nowhere):
    one = named(1, MARIK, "Velmish President ", outlet="The Velm Post")
    other = named(1, MARIK, "Velmish President ", outlet="The Orsa Times")
    view = actors(nowhere, [one, other])[MARIK]
    assert (view.documents, view.texts, view.side) == (2, 1, None)


def test_a_person_says_whose_side_somebody_is_on(nowhere):
    said = [named(n, MARIK, "Velmish President ") for n in (1, 2)]
    told = judge("correct", "actor", MARIK, field="side", value="Ardanian")
    view = actors(nowhere, said, judgements=[told])[MARIK]
    assert (view.of, view.side, view.side_by, view.judgements) == ("Ardania", "party", "judgement", (told.id,))
    none = judge("correct", "actor", "LENA MARIK", field="side", value=None, day="2031-06-01")
    assert actors(nowhere, said, judgements=[told, none])[MARIK].side is None
    assert actors(nowhere, said, judgements=[told], as_of="2031-05-02")[MARIK].of == "Velmark"


def test_each_other_name_says_what_joined_it(nowhere):
    forms = {"Dan Orlovskyy": 3, "Dan Orlovsky": 2, "Orlovsky": 2, "President Dan Orlovsky": 1, "DAN ORLOVSKY": 1}
    said = [named(n, name) for n, name in enumerate(name for name, times in forms.items() for _ in range(times))]
    same = judge("same", "actor", "Dan Orlovsky", MARIK)
    view = actors(nowhere, [*said, named(20, MARIK)], judgements=[same])["Dan Orlovskyy"]
    assert {(one.name, one.rule, one.of) for one in view.names} == {
        ("Dan Orlovsky", "transliteration", "Dan Orlovskyy"),
        ("DAN ORLOVSKY", "transliteration", "Dan Orlovskyy"),
        ("Orlovsky", "last name", "Dan Orlovsky"),
        ("President Dan Orlovsky", "title", "Dan Orlovsky"),
        (MARIK, "judgement", "Dan Orlovsky"),
    }


def test_a_place_lies_in_its_area_and_country(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(n, place=place) for n, place in enumerate(PLACES)])
        views = {view.name: view for view in ledger.places()}
        assert set(views) == set(PLACES)
        assert [view.name for view in ledger.places(place="Velm")] == ["Velm"]
        assert all(view.documents == 1 and view.mentions >= 1 for view in views.values())
        assert ledger.places(since="2031-05-03") == () == ledger.places(as_of="2031-05-01")


CITY, VILLAGE, COUNTRY = 703448, 4250542, 690791
"""Of the gazetteer: a capital, a town of another country, and the country of the first."""


def at(seed, number, name="Velm"):
    """A report whose place has this number in the gazetteer."""
    doc, reading = report(seed, place=name)
    places = tuple(msgspec.structs.replace(place, geonames=number) for place in reading.places)
    return doc, msgspec.structs.replace(reading, places=places)


@pytest.mark.parametrize(("strays", "found"), [(0, True), (1, True), (9, False)])
def test_a_name_lies_where_nearly_all_of_its_mentions_do(strays, found):
    pairs = [at(n, CITY) for n in range(10)] + [at(20 + n, VILLAGE) for n in range(strays)]
    with Ledger.open(":memory:") as ledger:
        ledger.add([*pairs, at(40, COUNTRY, "Orsa Bay")])
        assert bool([v for v in ledger.events(within="Ukraine") if v.place == "Velm"]) is found
        assert ("Velm" in places_meant(ledger.places())) is found


some = st.builds(
    named,
    st.integers(0, 3),
    st.sampled_from([*PEOPLE[:4], MARIK]),
    st.sampled_from(["", "Velmish President ", "Ardanian envoy "]),
    day=st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-03"]),
)


@settings(max_examples=10, deadline=None)
@given(st.data(), st.lists(some, max_size=7))
def test_actors_and_places_depend_on_what_was_known_alone(data, pairs):
    shuffled, day = data.draw(st.permutations(pairs)), data.draw(st.sampled_from(["2031-05-01", "2031-05-02"]))
    with Ledger.open(":memory:", HERE) as whole, Ledger.open(":memory:", HERE) as told:
        whole.add(shuffled, batch=2)
        early = {view.document.id for view in whole.documents() if view.known <= day}
        told.add(pair for pair in pairs if pair[0].id in early)
        assert whole.actors(day) == told.actors() and whole.places(day) == told.places()
    with Ledger.open(":memory:", HERE) as one, Ledger.open(":memory:", HERE) as other:
        one.add(pairs)
        other.add(shuffled, batch=1)
        assert one.actors() == other.actors() and one.places() == other.places()
