"""One name for one person, office, organisation or place; none where there are two candidates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.names.actors import name_actors
from sayso.ledger.names.folding import fold, fold_person
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.places import Located, name_places, number_meant
from sayso.model import Party, Situation


def person(name, uses=1):
    return Named(name, "person", uses=uses)


def body(name, *acronyms):
    return Named(name, "organisation", acronyms)


ONE = [
    ("case and accents", [person("Zoë Márquez", 2), person("ZOE MARQUEZ")], "Zoë Márquez"),
    ("titles", [person("President Ilse Brandt", 5), person("Ilse Brandt")], "Ilse Brandt"),
    ("a bare last name", [person("Brandt", 9), person("Ilse Brandt")], "Ilse Brandt"),
    ("a title and a last name", [person("Mr. Brandt", 9), person("Ilse Brandt")], "Ilse Brandt"),
    ("an initial", [person("I. Brandt", 9), person("Ilse Brandt")], "Ilse Brandt"),
    ("endings", [person("Dan Orlovsky", 3), person("Dan Orlovskyy"), person("Dan Orlovskiy")], "Dan Orlovsky"),
    ("two spellings of a first name", [person("Volodymyr Orlov", 2), person("Vladimir Orlov")], "Volodymyr Orlov"),
    ("th for t", [person("Marthe Orlov", 2), person("Marte Orlov")], "Marthe Orlov"),
    ("Ukrainian letters", [person("Volodymyr Orlovskyy", 2), person("Володимир Орловський")], "Volodymyr Orlovskyy"),
    ("Russian letters", [person("Volodymyr Orlovskyy", 2), person("Владимир Орловский")], "Volodymyr Orlovskyy"),
    ("letters with strokes", [person("Łucja Bøe", 2), person("Lucja Boe")], "Łucja Bøe"),
    ("w for v, j for y", [person("Viktor Yanov", 2), person("Wiktor Janow")], "Viktor Yanov"),
    ("an article", [body("Harbour Council"), body("the Harbour Council"), body("Harbour Council")], "Harbour Council"),
    ("an acronym", [body("Velm Relief Fund", "VRF", "THE"), body("VRF")], "Velm Relief Fund"),
    ("a ministry", [
        body("Norwegian Defence Ministry"), body("Norwegian Defence Ministry"), body("Norway's defense ministry"),
        body("Ministry of Defence of Norway"), body("the Norwegian Ministry of Defense"),
    ], "Norwegian Defence Ministry"),
    ("the same of the interior", [
        body("Norway's interior ministry"), body("the Ministry of Internal Affairs of Norway"),
        body("Norway's interior ministry"), body("the Norwegian Ministry of the Interior"),
    ], "Norway's interior ministry"),
    ("a country's other name", [body("UK Treasury"), body("UK Treasury"), body("Britain's Treasury")], "UK Treasury"),
    ("a spelling", [body("Pilots Centre"), body("Pilots Centre"), body("Pilots Center")], "Pilots Centre"),
    ("an acronym with dots", [body("Velm Relief Fund", "V.R.F."), body("V.R.F."), body("VRF")], "Velm Relief Fund"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "named", "name"), ONE, ids=[w for w, _, _ in ONE])
def test_names_of_one_are_one(what, named, name):
    naming = name_actors(named, Situation())
    assert {naming.of(n.name) for n in named} == {name}
    assert all(naming.fits(n.name, name) for n in named)


ASKED = [
    ("Orlovskiy", "Dan Orlovskyy", True),
    ("Орловський", "Dan Orlovskyy", True),
    ("dan", "Dan Orlovskyy", True),
    ("Orlov", "Dan Orlovskyy", False),
    ("Ana", "Dan Orlovskyy", False),
    ("习近平", "习近平", True),
]


@pytest.mark.parametrize(("asked", "name", "fits"), ASKED)
def test_a_name_is_found_by_any_transliteration(asked, name, fits):
    assert name_actors([person(name)], Situation()).fits(asked, name) is fits


APART = [
    ("two first names for a last name", [person("Brandt"), person("Ilse Brandt"), person("Karl Brandt")]),
    ("other first names that sound short", [person("Ana Dov"), person("Ina Dov")]),
    ("descriptions", [body("ministry"), body("the Ministry")]),
    ("a man and a woman", [person("Martin Holm"), person("Martina Holm")]),
    ("a person and a body", [body("Brandt"), person("Ilse Brandt")]),
    ("an office and its place", [person("President of Ardania"), person("Minister of Ardania")]),
    ("letters that are no acronym of it", [body("Velm Relief Fund", "WHO"), body("WHO")]),
    ("an acronym of two", [body("Velm Relief Fund", "VRF"), body("Velmark Rail Federation", "VRF"), body("VRF")]),
    ("ministries of two countries", [body("Norwegian Fisheries Ministry"), body("Ministry of Fisheries of Denmark")]),
    ("ministries of one country", [body("Norwegian Ministry of Fisheries"), body("Norway's ministry of defence")]),
    ("churches of a country", [body("Norwegian Harbour Church"), body("Harbour Church of Norway")]),
    ("what is of a part of a country", [body("Scottish Government"), body("British government")]),
    ("no body", [person("Norway Defence"), person("Norwegian Defense")]),
    ("unnamed sources", [Named("an official", "unnamed"), Named("the official", "unnamed")]),
    ("a title that is part of a body's name", [body("General Staff"), body("Staff")]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "named"), APART, ids=[w for w, _ in APART])
def test_names_that_may_be_of_two_stay_apart(what, named):
    naming = name_actors(named, Situation())
    assert [naming.of(n.name) for n in named] == [n.name for n in named]


def test_the_situation_chooses_and_keeps_apart():
    here = Situation(
        names={"Viktor Janow": ("Viktor Yanov",), "Wiktor Yanow": ()},
        parties=(Party("Ardania", aliases=("the Ardanian government", "Sundholm")),),
    )
    naming = name_actors([person("Viktor Yanov", 9), person("Wiktor Yanow"), body("Sundholm")], here)
    assert [naming.of(n) for n in ("VIKTOR YANOV", "Wiktor Yanow", "Sundholm", "Ardanian Government")] == [
        "Viktor Janow", "Wiktor Yanow", "Ardania", "Ardania"
    ]  # fmt: skip


def test_an_acronym_is_written_out_in_longer_names():
    named = [body("United Harbours", "UH"), body("UH Pilots Service"), body("U.H. pilots service")]
    naming = name_actors([*named, body("United Harbours Pilots Service")], Situation())
    assert len({naming.of(n) for n in ("UH Pilots Service", "U.H. pilots service")}) == 1
    assert naming.same("UH Pilots Service", "United Harbours Pilots Service")
    assert not naming.same("UH Pilots Service", "United Harbours")


def test_an_acronym_means_what_nearly_all_documents_say_it_does():
    slips = [body("Velm Relief Fund", "VRF"), body("Velm Releif Fund", "VRF")]
    named = [Named("Velm Relief Fund", "organisation", ("VRF",), uses=9), *slips]
    assert name_actors(named, Situation()).of("VRF") == "Velm Relief Fund"


def test_a_slip_of_a_reader_does_not_part_a_last_name_from_its_owner():
    naming = name_actors([person("Brandt"), person("Ilse Brandt", 40), person("Monday Brandt", 2)], Situation())
    assert [naming.of(n) for n in ("Brandt", "Monday Brandt")] == ["Ilse Brandt", "Monday Brandt"]


def test_who_asks_may_write_small():
    naming = name_actors([person("Ilse Brandt"), person("Brandt"), person("Viktor Yanov")], Situation())
    assert naming.fits("brandt", "Ilse Brandt") and naming.fits("ilse brandt", "Brandt")
    assert not naming.fits("brandt", "Viktor Yanov")


def test_a_name_that_is_not_known_is_itself():
    naming = name_actors([], Situation())
    assert naming.of("Nobody at All") == "Nobody at All"
    assert not naming.same("Nobody", "Somebody")


LETTERS = st.sampled_from(["Ilse", "Brandt", "I", "Karl", "Holm", "Holmm", "the", "President", "VRF", "vom"])
NAMES = st.lists(LETTERS, min_size=1, max_size=3).map(" ".join)
KINDS = st.sampled_from(["person", "organisation", "unnamed"])


@given(
    st.lists(st.builds(Named, NAMES, KINDS, st.just(("VRF",)), st.integers(1, 3)), unique_by=lambda n: n.name),
    st.data(),
)
def test_names_do_not_depend_on_order_and_a_chosen_name_is_its_own(named, data):
    naming, other = (name_actors(some, Situation()) for some in (named, data.draw(st.permutations(named))))
    assert [naming.of(n.name) for n in named] == [other.of(n.name) for n in named]
    assert all(naming.same(naming.of(n.name), n.name) for n in named)


@given(st.text(max_size=40))
def test_any_name_can_be_folded(name):
    assert fold_person(name) == fold(name)[len(fold(name)) - len(fold_person(name)) :]


def test_places_of_one_number_go_by_the_name_most_in_use():
    naming = name_places([Located("Velm", 1, 2), Located("Welm", 1, 5), Located("Orsa", None, 9)], Situation())
    assert [naming.of(n) for n in ("VELM", "Welm", "Orsa", "Elsewhere")] == ["Welm", "Welm", "Orsa", "Elsewhere"]


def test_a_place_name_with_two_numbers_is_joined_with_none():
    naming = name_places([Located("Velm", 1), Located("Velm", 2), Located("Welm", 1)], Situation())
    assert naming.of("Velm") == "Velm" and naming.of("Welm") == "Welm"


def test_a_mention_that_was_misplaced_does_not_part_a_town_from_its_name():
    located = [Located("Velm", 1, 39), Located("Velm", 2), Located("Welm", 1)]
    assert name_places(located, Situation()).of("Welm") == "Velm"


@pytest.mark.parametrize(
    ("mentions", "number"), [({}, None), ({7: 1}, 7), ({7: 9, 8: 1}, 7), ({7: 8, 8: 1}, None), ({7: 1, 8: 1}, None)]
)
def test_a_name_stands_for_the_place_that_nearly_all_mentions_mean(mentions, number):
    assert number_meant(mentions) == number


def test_the_situation_chooses_the_names_of_places_and_parties_are_no_places():
    here = Situation(names={"Velm": ("Welm",)}, parties=(Party("Ardania", aliases=("Sundholm",)),))
    naming = name_places([Located("Welm", 1, 9), Located("Velmo", 1), Located("Sundholm", 3)], here)
    assert [naming.of(n) for n in ("Welm", "Velmo", "Sundholm")] == ["Velm", "Velm", "Sundholm"]
