"""Every export leads back to the words, says the same whatever the order, and keeps to its format."""

import csv
import io
import json
import re

import msgspec
import pytest

from ledger import disputed
from ledger.invented import judge, prose, report
from sayso.cli.export_command import NOUNS
from sayso.cli.exporting import material_of
from sayso.exports.cells import FORMULA
from sayso.exports.hxl import COLUMNS
from sayso.exports.leads import LEADS
from sayso.exports.registry import EXPORTS
from sayso.ledger import Ledger
from sayso.model import Situation, Statement

HASHTAG = re.compile(r"#(meta|date|indicator|population|loc|country|geo|org|status|description)(\+[a-z][a-z0-9_]*)*")
NUMBER = re.compile(r"-?[0-9.]+")
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
        killed = [msgspec.structs.replace(e, type="killing") for e in read.events]
        yield doc, msgspec.structs.replace(read, statements=tuple(said), events=tuple(killed))


def quarrels():
    """Reports in which sides charge each other, and count differently."""
    for n, words in enumerate(("shelling a hospital", "jailing foreign reporters", "burning grain in silos")):
        charge = disputed.said("Velmark", "accused", f"Ardania of {words}")
        yield disputed.report(charge, disputed.said("Ardania", "denied", words), day=f"2031-05-0{n + 2}")


ABOUT = {"disputes": (quarrels, disputed.WAR, 6, "Ardania", 6)}
"""For a noun: its reports, their situation, how many records they make, of whom to ask for some, and how many."""
USUAL = (pairs, Situation(name="dam"), len(SPEAKERS), "Brandt", 1)


def ledger_of(noun):
    reports, situation, *_ = ABOUT.get(noun, USUAL)
    ledger = Ledger.open(":memory:", situation)
    ledger.add(reports())
    ledger.judge(judge("grade", "outlet", "The Velm Post", grade="B"))
    return ledger


@pytest.fixture(scope="module")
def ledgers():
    opened = {noun: ledger_of(noun) for noun, _ in EXPORTS}
    yield opened
    for ledger in opened.values():
        ledger.close()


@pytest.fixture(scope="module")
def ledger(ledgers):
    return ledgers["events"]


def told(ledger, which, as_of=None, **asked):
    return "".join(EXPORTS[which].write(material_of(ledger, which[0], as_of=as_of, **asked)))


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
    elif which == ("incidents", "geojson"):
        for feature in json.loads(text)["features"]:
            yield from led_to(feature["properties"]["events"])
    elif which == ("incidents", "jsonl"):
        for line in text.splitlines():
            yield from ((e["id"], e["document"], *e["event"]["span"]) for e in json.loads(line)["events"])
    elif which == ("disputes", "jsonl"):
        for line in text.splitlines():
            records = [record for side in json.loads(line)["sides"] for record in side["records"]]
            yield from ((r["id"], r["document"], *r["span"]) for r in records)
    elif which == ("disputes", "claims"):
        for line in text.splitlines():
            for one in json.loads(line)["appearance"]:
                said = one["hasPart"]
                yield said["@id"].removeprefix("urn:sayso:"), one["identifier"], said["oa:start"], said["oa:end"]
    elif which[0] == "incidents":
        for row in csv.DictReader(io.StringIO(text)):
            yield from led_to(json.loads(row["sayso_words"]))
    else:
        for row in list(csv.DictReader(io.StringIO(text)))[1:]:
            yield row["Id"], row["Document"], int(row["Start"]), int(row["End"])


def led_to(words):
    return [(one["event"], one["document"], one["start"], one["end"]) for one in words]


def test_the_command_knows_every_export():
    assert {(noun, form) for noun, forms in NOUNS.items() for form in forms} - {("record", "jsonl")} == set(EXPORTS)


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
def test_every_row_leads_to_a_record_and_its_words(ledgers, which):
    ledger = ledgers[which[0]]
    rows = list(rows_of(which, told(ledger, which)))
    assert len(rows) == ABOUT.get(which[0], USUAL)[2]
    for id, document, start, end in rows:
        view, found = ledger.show(id)
        assert (view.id, found.id, view.words) == (id, document, found.text[start:end])


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
def test_an_export_is_the_same_whatever_the_order(ledgers, which):
    ledger, reports = ledgers[which[0]], ABOUT.get(which[0], USUAL)[0]
    with Ledger.open(":memory:", ledger.situation) as other:
        other.judge(*(v.judgement for v in ledger.judgements()))
        other.add(reversed(list(reports())), batch=1)
        assert told(other, which) == told(ledger, which)


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
@pytest.mark.parametrize("day", ["2031-04-01", "2031-05-03"])
def test_an_export_as_of_a_day_is_that_of_a_ledger_that_was_told_no_more(ledgers, which, day):
    ledger, reports = ledgers[which[0]], ABOUT.get(which[0], USUAL)[0]
    with Ledger.open(":memory:", ledger.situation) as other:
        other.add([pair for pair in reports() if pair[1].date <= day])
        assert told(ledger, which, day) == told(other, which)
    if day < "2031-05":
        assert list(rows_of(which, told(ledger, which, day))) == []


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
def test_an_export_is_of_what_was_asked_for(ledgers, which):
    *_, name, number = ABOUT.get(which[0], USUAL)
    assert len(list(rows_of(which, told(ledgers[which[0]], which, by=name)))) == number
    assert list(rows_of(which, told(ledgers[which[0]], which, by="Nobody Atall"))) == []


@pytest.mark.parametrize("which", EXPORTS, ids="-".join)
def test_an_export_since_a_day_has_what_became_known_since(ledgers, which):
    ledger = ledgers[which[0]]
    every, late = (list(rows_of(which, told(ledger, which, since=since))) for since in (None, "2031-05-03"))
    assert late == [row for row in every if ledger.show(row[0])[0].known >= "2031-05-03"]
    assert 0 < len(late) < len(every)


@pytest.mark.parametrize("which", [w for w in EXPORTS if w[0] != "disputes"], ids="-".join)
def test_an_export_of_a_place_has_what_is_of_that_place(ledgers, which):
    ledger = ledgers[which[0]]
    rows = list(rows_of(which, told(ledger, which, place="Tarnholm")))
    assert len(rows) == 3 and all("died in Tarnholm" in ledger.show(row[0])[1].text for row in rows)


@pytest.mark.parametrize("which", [w for w in EXPORTS if EXPORTS[w].ending == ".csv"], ids="-".join)
def test_no_cell_of_a_table_runs_and_none_breaks_its_row(ledgers, which):
    [heads, *rows] = csv.reader(io.StringIO(told(ledgers[which[0]], which)))
    assert rows and {len(row) for row in rows} == {len(heads)} and len(set(heads)) == len(heads)
    for row in rows:
        cells = [cell for cell in row if not NUMBER.fullmatch(cell)]
        assert not any(cell.startswith(FORMULA) or not cell.isprintable() for cell in cells)


@pytest.mark.parametrize("which", [w for w in EXPORTS if w[1] in ("acled", "ucdp")], ids="-".join)
def test_a_table_of_incidents_has_columns_that_lead_back_behind_those_of_its_standard(ledgers, which):
    heads, *_ = csv.reader(io.StringIO(told(ledgers["incidents"], which)))
    assert heads[-len(LEADS) :] == list(LEADS)
    assert not any(name.startswith("sayso_") for name in heads[: -len(LEADS)])


def test_annotations_have_the_words_around_and_who_said_them(ledger):
    documents = {v.document.id: v.document for v in ledger.documents()}
    for line in told(ledger, ("statements", "annotations")).splitlines():
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
    collection = json.loads(told(ledger, ("events", "geojson")))
    assert collection["type"] == "FeatureCollection"
    places = {f["properties"]["place"]: f["geometry"] for f in collection["features"]}
    assert places == {"Velm": {"type": "Point", "coordinates": [101.25, -12.5]}, "Tarnholm": None}
    assert all(f["type"] == "Feature" and f["properties"]["grade"] == "B6" for f in collection["features"])


def test_hxl_has_hashtags_under_its_headings_and_no_cell_that_runs(ledger):
    [heads, tags, *rows] = csv.reader(io.StringIO(told(ledger, ("figures", "hxl"))))
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


def test_a_claim_has_its_side_and_who_said_it_where_and_no_rating(ledgers):
    text = told(ledgers["disputes"], ("disputes", "claims"))
    found = [json.loads(line) for line in text.splitlines()]
    sides = [(c["author"]["name"], c["keywords"], c["text"]) for c in found if "grain" in c["text"]]
    assert sides == [
        ("Velmark", "claims", "Ardania of burning grain in silos"),
        ("Ardania", "denies", "burning grain in silos"),
    ]
    assert len({c["isPartOf"]["@id"] for c in found}) == 3 and len({c["@id"] for c in found}) == 6
    for claim in found:
        assert (claim["@type"], claim["firstAppearance"]) == ("Claim", claim["appearance"][0])
        assert claim["appearance"][0]["hasPart"]["creator"] == [{"name": claim["author"]["name"]}]
    assert not re.search("[Rr]ating|ClaimReview", text)


def test_a_statement_of_nobody_has_no_speaker_as_a_body():
    doc, read = report(1)
    read = msgspec.structs.replace(read, statements=(Statement(read.statements[0].content),))
    with Ledger.open(":memory:") as ledger:
        ledger.add([(doc, read)])
        row = json.loads(told(ledger, ("statements", "annotations")))
    assert [body["purpose"] for body in row["body"]] == ["classifying"]
