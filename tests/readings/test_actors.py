"""Who a document names, each once, under the fullest name."""

import pytest

from sayso.model import Place, Span
from sayso.readings.actors import read_actors
from sayso.readings.times.read import read_times


def named(actors):
    return {a.name: a.kind for a in actors}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Anna Brandt met Karl Olsen. Olsen left.", {"Anna Brandt": "person", "Karl Olsen": "person"}),
        ("The Harbour Council met in the town.", {"Harbour Council": "organisation"}),
        ("Mr. Olsen spoke to Reuters.", {"Olsen": "person", "Reuters": "outlet"}),
        (
            "The Orlin People's Council met. Ardania’s Harbour Council did not.",
            {"Orlin People's Council": "organisation", "Harbour Council": "organisation"},
        ),
        (
            "Norway’s Foreign Ministry and the Danish Ministry of Defence wrote to the Office for Ports.",
            {
                "Norway’s Foreign Ministry": "organisation",
                "Danish Ministry of Defence": "organisation",
                "Office for Ports": "organisation",
            },
        ),
        ("Norway's State Rescue Service left.", {"State Rescue Service": "organisation"}),
        ("The envoy to Norway, Ambassador Ilse Orsa-Brandt, left.", {"Ilse Orsa-Brandt": "person"}),
        ("The General Staff of the Army left.", {"General Staff of the Army": "organisation"}),
        (
            "The General Assembly met Chief of Staff Karl Olsen.",
            {"General Assembly": "organisation", "Karl Olsen": "person"},
        ),
        ("The High Commissioner for Human Rights left.", {}),
        ("The leader of the Orlin People's Republic left.", {"Orlin People's Republic": "organisation"}),
        ("Officials of the Orlin and Velm People's Republics left.", {}),
        (
            "White House press secretary Anna Brandt left. The White House was late.",
            {"Anna Brandt": "person", "White House": "organisation"},
        ),
        ("The Tide House is old. The House is closed.", {}),
        (
            "The Chairman of the Joint Chiefs of Staff Gen. Karl Olsen left.",
            {"Karl Olsen": "person", "Joint Chiefs of Staff": "organisation"},
        ),
        ("Consul General of the Czech Republic Igor Lukes left. Lukes was late.", {"Igor Lukes": "person"}),
        ("The New York Times left. The Times said so.", {"New York Times": "outlet"}),
        ("Republicans met Senate Republicans.", {"Republicans": "group", "Senate Republicans": "organisation"}),
        ("The road is open.", {}),
        ("", {}),
    ],
)
def test_actors_of_a_text(analysis, text, expected):
    assert named(read_actors(analysis(text), ())) == expected


def test_a_name_does_not_begin_in_the_sentence_before(analysis):
    text = "11 Jan 2031 - 09:05 GMT President Anna Brandt met Karl Olsen.\nAid for Orlan\nMr. Olsen left."
    read = analysis(text)
    assert named(read_actors(read, (), read_times(read))) == {"Anna Brandt": "person", "Karl Olsen": "person"}


def test_a_last_name_belongs_to_the_full_name(analysis):
    text = "President Anna Brandt arrived. Brandt spoke to the crowd."
    (actor,) = read_actors(analysis(text), ())
    assert (actor.name, actor.other_names, actor.role) == ("Anna Brandt", ("Brandt",), "president")
    assert [m.words(text) for m in actor.mentions] == ["Anna Brandt", "Brandt"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("President Wen Dao met Karl Olsen. Wen spoke to the crowd.", {"Wen Dao": ("Wen",), "Karl Olsen": ()}),
        ("President Wen Dao and Mayor Wen Lihua met. Wen spoke.", {"Wen Dao": (), "Wen Lihua": ()}),
    ],
)
def test_a_family_name_may_come_first(analysis, text, others):
    found = {a.name: a.other_names for a in read_actors(analysis(text), ())}
    assert {name: found.get(name, ()) for name in others} == others


def test_an_acronym_belongs_to_the_words_that_define_it(analysis):
    text = "The Northern Rescue Service (NRS) arrived. The NRS left again."
    found = {a.name: a.other_names for a in read_actors(analysis(text), ())}
    assert found == {"Northern Rescue Service": ("NRS",)}


def test_a_country_is_a_state(analysis):
    text = "Norway sent two ships."
    places = (Place(Span(0, 6), "Norway", "country"),)
    assert named(read_actors(analysis(text), places)) == {"Norway": "state"}


def test_two_people_of_one_last_name_are_not_joined(analysis):
    text = "Anna Brandt met Karl Brandt. Brandt left."
    assert "Brandt" not in {n for a in read_actors(analysis(text), ()) for n in a.other_names}
