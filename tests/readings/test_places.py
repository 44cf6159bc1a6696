"""Places are found by name and surroundings, put on the map by what else the document says, and else left alone."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Situation
from sayso.readings.places.read import read_places


def told(places, text):
    return [(p.span.words(text), p.name, p.country) for p in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell on Lisbon and Porto.", [("Lisbon", "Lisbon", "PT"), ("Porto", "Porto", "PT")]),
        ("A ship left Odessa for Istanbul; Ukraine protested.", ["Odesa", "Istanbul", "Ukraine"]),
        ("The cruiser Moskva sank. The Moskva was old. Its crew went to Moscow.", ["Moscow"]),
        ("The landing ship “Saratov” sank near Saratov.", ["Saratov"]),
        ("The flagship Black Sea cruiser sank.", ["Black Sea"]),
        ("The U.S. and the U.K. sent aid to Chile.", ["United States", "United Kingdom", "Chile"]),
        ("They met in São Paulo, Brazil.", ["São Paulo", "Brazil"]),
        ("They met in Sao Paulo, Brazil.", ["São Paulo", "Brazil"]),
        ("He moved from Lyon to Ghent, in Belgium.", ["Lyon", "Gent", "Belgium"]),
        ("Trucks went from Kabul to Mazar-e Sharif.", ["Kabul", "Mazār-e Sharīf"]),
        ("The London-based choir sang in Kyiv.", ["London", "Kyiv"]),
        ("Talks on the Middle East opened near the Black Sea.", ["Middle East", "Black Sea"]),
    ],
)  # fmt: skip
def test_places_are_found_by_their_names(text, expected, analysis):
    places = read_places(analysis(text))
    if isinstance(expected[0], tuple):
        assert told(places, text) == expected
    else:
        assert [p.name for p in places] == expected


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("A barn burned in Paris, Texas, on Monday.", "Paris", "US", "Texas"),
        ("A barn burned in Springfield, Ill., on Monday.", "Springfield", "US", "Illinois"),
        ("The choir of Melbourne, Fla., sang.", "Melbourne", "US", "Florida"),
        ("A barn burned in Paris on Monday. France was shocked.", "Paris", "FR", "Île-de-France"),
        ("The bus from Alexandria reached Cairo. Egypt paid.", "Alexandria", "EG", "Alexandria Governorate"),
    ],
)
def test_what_stands_around_a_name_tells_which_place_it_is(text, name, country, admin1, analysis):
    place = read_places(analysis(text))[0]
    assert (place.name, place.country, place.admin1) == (name, country, admin1)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Villagers of Bucha, Irpin and Hostomel fled to Kyiv.", "Kyiv", "city"),
        ("Farms burned in Kyiv region.", "Kyiv Oblast", "region"),
        ("Talks ended in Washington.", "Washington", "city"),
        ("Talks in Seattle, Tacoma and Spokane ended all over Washington.", "Washington", "region"),
        ("Talks with Russia, Ohio senators said, had failed. Nobody was in Russia.", "Russia", "country"),
    ],
)
def test_a_famous_name_is_the_famous_place(text, name, kind, analysis):
    last = read_places(analysis(text))[-1]
    assert (last.name, last.kind) == (name, kind)


def test_a_name_means_one_place_in_one_document(analysis):
    text = "A barn burned in Paris, Texas.\n\nThe mayor of Paris thanked the firefighters."
    assert [p.admin1 for p in read_places(analysis(text)) if p.name == "Paris"] == ["Texas", "Texas"]


@pytest.mark.parametrize(
    "text",
    [
        "Paris Marlow sang, and Mayor Lincoln wept.",
        "Russian forces met French doctors.",
        "Mr. Jackson said so. Jackson also laughed.",
        "He lives at 12 Boston Road.",
        "The White House was silent, and so was Wall Street.",
        "Reading is fun. March was cold. Nice!",
        "",
        "!",
        "x",
        "🙂🙂",
    ],
)
def test_persons_streets_peoples_and_words_are_no_places(text, analysis):
    assert read_places(analysis(text)) == ()


def test_a_person_named_in_full_is_no_place_later(analysis):
    text = "The head of the union is Darla Cleveland. On Monday Cleveland said that the strike was over."
    assert read_places(analysis(text)) == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A depot burned northwest of Kyiv.", "northwest of"),
        ("A depot burned 60 miles east of Kyiv.", "60 miles east of"),
        ("A depot burned near Kyiv.", "near"),
        ("A depot burned on the outskirts of Kyiv.", "the outskirts of"),
        ("A depot burned in central Kyiv.", "central"),
        ("A depot burned in Kyiv.", None),
    ],
)
def test_words_that_place_something_beside_it_are_kept(text, relation, analysis):
    (place,) = read_places(analysis(text))
    assert (place.name, place.relation) == ("Kyiv", relation)


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"),
    [
        ("Smoke rose from the Kharkiv power plant.", "Kharkiv power plant", "site", "UA"),
        ("Shells hit the Ardanov airport.", "Ardanov airport", "site", None),
        ("Roads in the Gomel region of Belarus were closed.", "Gomel region", "region", "BY"),
        ("Roads in Donetsk Oblast were closed.", "Donetsk Oblast", "region", "UA"),
        ("Boats on the Ardan River turned back.", "Ardan River", "water", None),
    ],
)  # fmt: skip
def test_sites_regions_and_waters_are_told_by_a_word_of_their_own(text, words, kind, country, analysis):
    place = read_places(analysis(text))[0]
    assert (place.span.words(text), place.kind, place.country) == (words, kind, country)


def test_what_is_in_no_gazetteer_has_no_coordinates(analysis):
    (place,) = read_places(analysis("Shells hit the Ardanov airport."))
    assert (place.lat, place.lon, place.geonames) == (None, None, None)


def test_a_town_that_does_not_lie_where_its_address_says_has_no_coordinates(analysis):
    place = read_places(analysis("The parcel was sent to Gelsenkirchen, Ont., on Monday."))[0]
    assert (place.name, place.lat) == ("Gelsenkirchen", None)


def test_the_bare_name_is_the_city_and_not_its_region(analysis):
    (place,) = read_places(analysis("Crowds gathered in Kherson."))
    assert (place.kind, place.admin1) == ("city", "Kherson Oblast")


def test_the_situation_chooses_the_name_that_is_shown(analysis):
    situation = Situation(names={"Kiew": ("Kiev", "Kyiv")})
    assert [p.name for p in read_places(analysis("Crowds left Kiev.", situation=situation))] == ["Kiew"]


def test_the_situation_places_count_where_nothing_else_does(analysis):
    text = "The bus from Alexandria was late."
    situation = Situation(places=("Egypt", "Cairo"))
    assert [p.country for p in read_places(analysis(text, situation=situation))] == ["EG"]


VALLEY = Situation(
    places=("Kesharin", "Sarnik", "Vosna Dam", "Lake Oster", "Gorna Polva", "Drinmouth"),
    names={"Kesharin": ("Keszaryn",), "Drin": ("Drinmouth",), "Andrei Solvek": ("Andrey Solveck",)},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Kesharin.", [("Kesharin", "Kesharin", "city")]),
        ("KESHARIN, June 9 (MNA) — Shells fell.", [("KESHARIN", "Kesharin", "city")]),
        ("Keszaryn’s streets were empty.", [("Keszaryn", "Kesharin", "city")]),
        ("Guards left the Vosna Dam.", [("Vosna Dam", "Vosna Dam", "site")]),
        ("Boats crossed Lake Oster.", [("Lake Oster", "Lake Oster", "water")]),
        ("Buses left Gorna Polva.", [("Gorna Polva", "Gorna Polva", "city")]),
        ("Buses left Drinmouth.", [("Drinmouth", "Drin", "city")]),
        ("The Kesharin hospital was full.", [("Kesharin hospital", "Kesharin hospital", "site")]),
        ("Roads in the Sarnik district were closed.", [("Sarnik district", "Sarnik district", "region")]),
        ("Buses went from Sarnik to Kesharin.", [("Sarnik", "Sarnik", "city"), ("Kesharin", "Kesharin", "city")]),
    ],
)  # fmt: skip
def test_the_situation_places_are_places_that_no_gazetteer_has(text, expected, analysis):
    places = read_places(analysis(text, situation=VALLEY))
    assert [(p.span.words(text), p.name, p.kind) for p in places] == expected
    assert all(p.lat is None and p.country is None for p in places)


@pytest.mark.parametrize(
    "text",
    [
        "Marek Sarnik sang, and Mr. Sarnik wept.",
        "The head of the union is Darla Sarnik. On Monday Sarnik said that the strike was over.",
        "Sarnik said so.",
        "Andrei Solvek said so, and Andrey Solveck repeated it.",
        "They live at 12 Sarnik Road.",
        "Sarnikov and the Kesharinite left; so did a sarnik.",
        "Gorna and Polva, Oster and Vosna.",
    ],
)
def test_a_situation_place_is_none_where_its_words_are_a_persons_or_parts_of_others(text, analysis):
    assert read_places(analysis(text, situation=VALLEY)) == ()


def test_a_situation_place_keeps_the_coordinates_of_the_gazetteer(analysis):
    text = "Crowds left Kyiv."
    situation = Situation(places=("Kyiv",))
    assert read_places(analysis(text, situation=situation)) == read_places(analysis(text))
    assert read_places(analysis(text))[0].lat is not None


def test_a_situation_place_that_the_gazetteer_is_not_sure_of_has_no_coordinates(analysis):
    text = "A boy from a farm was called, and Oranje was closed."
    assert read_places(analysis(text)) == ()
    (place,) = read_places(analysis(text, situation=Situation(places=("Oranje",))))
    assert (place.name, place.kind, place.lat) == ("Oranje", "city", None)


def test_names_of_a_situation_without_places_make_no_place(analysis):
    situation = Situation(names={"Kesharin": ("Keszaryn",)})
    assert read_places(analysis("Shells fell on Keszaryn.", situation=situation)) == ()


def test_events_and_figures_carry_a_situation_place(read):
    found = read("At least 14 people were killed in Kesharin on Monday.", situation=VALLEY)
    assert {e.place for e in found.events} == {f.place for f in found.figures} == {"Kesharin"}


TEXTS = st.lists(
    st.sampled_from(
        ["Paris", "Kyiv", ",", ", ", " ", ".", "’s", "\n\n", "Texas", "U.S.", "north of", "Mr.", "-", "(", "airport",
         "Sarnik", "Vosna Dam"]
    )
    | st.text(max_size=6)
).map("".join)  # fmt: skip


@given(TEXTS)
@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_read_and_spans_lie_apart_in_it(analysis, text):
    places = read_places(analysis(text, situation=VALLEY))
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in places)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(places))
    assert all((p.lat is None) == (p.lon is None) for p in places)
