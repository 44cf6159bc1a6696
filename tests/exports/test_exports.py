"""Every export leads back to the words, says the same whatever the order, and keeps to its format."""

import csv
import io
import json
import re

import msgspec
import pytest

from ledger.invented import judge, prose, report
from sayso.cli.export_command import NOUNS
from sayso.exports.cells import FORMULA
from sayso.exports.hxl import COLUMNS
from sayso.exports.material import Material
from sayso.exports.registry import EXPORTS
from sayso.ledger import Ledger
from sayso.ledger.names.whereabouts import places_meant
from sayso.model import Situation, Statement

HASHTAG = re.compile(r"#(meta|date|indicator|population|loc|country|geo|org|status|description)(\+[a-z][a-z0-9_]*)*")
SPEAKERS = ["Ilse Brandt", '=HYPERLINK("x")', "@velm", "Marek\tDov 🚢", "+1", "the “mayor”"]


def pairs():
    """Reports with names that a spreadsheet would run, letters beyond the first plane, and places known or not."""
    for n, speaker in enumerate(SPEAKERS):
        doc, read = report(
            n, f"2031-05-0{n + 1}", speaker=speaker, place=("Velm", "Tarnholm")[n % 2], text="🚢 " + prose(n)
        )
        if n % 2 == 0:
            located = [msgspec.structs.replace(p, lat=-12.5, lon=101.25, country="NO") for p in read.places]
            read = msgspec.structs.replace(read, places=tuple(located))
        said = [msgspec.structs.replace(s, via=("Reuters",), hedge="reportedly") for s in read.statements]
        yield doc, msgspec.structs.replace(read, statements=tuple(said))


def material_of(ledger, as_of=None, **asked):
    return Material(
        documents={v.document.id: v for v in ledger.documents(as_of)},
        statements=ledger.statements(as_of, **asked),
        figures=ledger.figures(as_of, **asked),
        events=ledger.events(as_of, **asked),
        places=places_meant(ledger.places(as_of)),
    )


@pytest.fixture(scope="module")
def ledger():
    with Ledger.open(":memory:", Situation(name="dam")) as ledger:
        ledger.add(pairs())
        ledger.judge(judge("grade", "outlet", "The Velm Post", grade="B"))
        yield ledger


def told(material, which):
    return "".join(EXPORTS[which].write(material))


def rows_of(which, text):
    """The id, document and span that each row of an export carries."""
    if which == ("statements", "annotations"):
        for line in text.splitlines():
            row = json.loads(line)
            [_, place] = row["target"]["selector"]
            document = row["target"]["source"]["schema:identifier"]
            yield row["id"].removeprefix("urn:sayso:"), document, place["start"], place["end"]
    elif which == ("events", "geojson"):
        for feature in json.loads(text)["features"]:
            p = feature["properties"]
            yield feature["id"], p["document"], p["start"], p["stop"]
    else:
        for row in list(csv.DictReader(io.StringIO(text)))[1:]:
            yield row["Id"], row["Document"], int(row["Start"]), int(row["End"])


def test_the_command_knows_every_export():
    assert {(noun, form) for noun, forms in NOUNS.items() for form in forms} - {("record", "jsonl")} == set(EXPORTS)


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
def test_every_row_leads_to_a_record_and_its_words(ledger, which):
    rows = list(rows_of(which, told(material_of(ledger), which)))
    assert len(rows) == len(SPEAKERS)
    for id, document, start, end in rows:
        view, found = ledger.show(id)
        assert (view.id, found.id, view.words) == (id, document, found.text[start:end])


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
def test_an_export_is_the_same_whatever_the_order(ledger, which):
    with Ledger.open(":memory:", ledger.situation) as other:
        other.judge(*(v.judgement for v in ledger.judgements()))
        other.add(reversed(list(pairs())), batch=1)
        assert told(material_of(other), which) == told(material_of(ledger), which)


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
@pytest.mark.parametrize("day", ["2031-04-01", "2031-05-03"])
def test_an_export_as_of_a_day_is_that_of_a_ledger_that_was_told_no_more(ledger, which, day):
    with Ledger.open(":memory:", ledger.situation) as other:
        other.add([pair for pair in pairs() if pair[1].date <= day])
        assert told(material_of(ledger, day), which) == told(material_of(other), which)
    if day < "2031-05":
        assert list(rows_of(which, told(material_of(ledger, day), which))) == []


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
def test_an_export_is_of_what_was_asked_for(ledger, which):
    assert len(list(rows_of(which, told(material_of(ledger, by="Brandt"), which)))) == 1


def test_annotations_have_the_words_around_and_who_said_them(ledger):
    documents = {v.document.id: v.document for v in ledger.documents()}
    for line in told(material_of(ledger), ("statements", "annotations")).splitlines():
        row = json.loads(line)
        assert row["@context"] == "http://www.w3.org/ns/anno.jsonld" and row["type"] == "Annotation"
        [quote, place] = row["target"]["selector"]
        text = documents[row["target"]["source"]["schema:identifier"]].text
        assert quote["type"] == "TextQuoteSelector" and place["type"] == "TextPositionSelector"
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        bodies = {body["purpose"]: body["value"] for body in row["body"]}
        assert bodies["identifying"] in SPEAKERS
        assert (bodies["linking"], bodies["classifying"], bodies["describing"]) == ("Reuters", "assert", "reportedly")


def test_geojson_has_longitude_first_and_no_point_where_none_is_known(ledger):
    collection = json.loads(told(material_of(ledger), ("events", "geojson")))
    assert collection["type"] == "FeatureCollection"
    places = {f["properties"]["place"]: f["geometry"] for f in collection["features"]}
    assert places == {"Velm": {"type": "Point", "coordinates": [101.25, -12.5]}, "Tarnholm": None}
    assert all(f["type"] == "Feature" and f["properties"]["grade"] == "B6" for f in collection["features"])


def test_hxl_has_hashtags_under_its_headings_and_no_cell_that_runs(ledger):
    [heads, tags, *rows] = csv.reader(io.StringIO(told(material_of(ledger), ("figures", "hxl"))))
    assert heads == list(COLUMNS) and len(set(tags)) == len(tags)
    assert all(HASHTAG.fullmatch(tag) for tag in tags)
    for row in rows:
        cells = dict(zip(heads, row, strict=True))
        numbers = {name: cells.pop(name) for name in ("Low", "High", "Latitude", "Longitude", "Start", "End")}
        assert not any(cell.startswith(FORMULA) for cell in cells.values())
        assert all(cell.isprintable() for cell in cells.values())
        assert numbers["Low"] == numbers["High"] == "40"
        assert numbers["Latitude"] == ("-12.5" if cells["Place"] == "Velm" else "")
        assert cells["Country"] == ("NO" if cells["Place"] == "Velm" else "")
    assert {cells[heads.index("Source")].lstrip("'") for cells in rows} >= {'=HYPERLINK("x")', "@velm", "+1"}


def test_a_statement_of_nobody_has_no_speaker_as_a_body():
    doc, read = report(1)
    read = msgspec.structs.replace(read, statements=(Statement(read.statements[0].content),))
    with Ledger.open(":memory:") as ledger:
        ledger.add([(doc, read)])
        row = json.loads(told(material_of(ledger), ("statements", "annotations")))
    assert [body["purpose"] for body in row["body"]] == ["classifying"]
