"""`sayso show` shows whatever a view prints the id of, with every word it rests on."""

import json
import re

import pytest
from click.testing import CliRunner

from ledger import disputed
from ledger.happening_reports import report, tell
from ledger.invented import judge
from sayso.cli.main import sayso
from sayso.ledger import Ledger
from sayso.model import SaysoError

STRUCK = "Shells struck the maternity hospital on Linden Street in Velm, killing 4 nurses"
AGAIN = "The maternity hospital on Linden Street in Velm was struck by shells that killed 7 nurses"
DENIED = "shelling the hospital in Torvik"
ID = re.compile(r"[a-z][0-9a-f]{16}")
SITUATION = """
[[parties]]
name = "Ardania"
aliases = ["Ardanian"]

[[parties]]
name = "Velmark"
aliases = ["Velmish"]

[[parties]]
name = "Norland"
"""
VIEWS = ["said", "figures", "figures --series", "figures --latest", "events", "incidents", "incidents --events",
         "disputes", "timeline", "stories", "copies", "actors", "places", "problems", "judge list"]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    (folder / "situation.toml").write_text(SITUATION, encoding="utf-8")
    charge = disputed.said("Velmark", "accused", f"Ardania of {DENIED}")
    with Ledger.open(folder / "sayso.ledger", disputed.WAR) as ledger:
        ledger.add(
            [
                report(tell(STRUCK, dead=4, source="the mayor", actor=("Ardania",))),
                report(tell(AGAIN, dead=7), outlet="Northern Post", day="2031-05-03"),
                report(tell("Dockers marched through Orsa Bay with lanterns", "protest", "Orsa Bay")),
                disputed.report(charge, disputed.said("Ardania", "denied", DENIED), day="2031-05-04"),
                disputed.report(disputed.said("Ardania", "admitted", DENIED), day="2031-05-08"),
                *(
                    disputed.report(f"The ferry ran late for {2 + n} days in Orsa Bay. " * 9, title=f"{n}")
                    for n in (0, 0)
                ),
            ]
        )
        ledger.judge(judge("grade", "outlet", "The Velm Post", grade="B"))
    return folder


def call(folder, *arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, arguments)


def rows(folder, *arguments):
    return json.loads(call(folder, *arguments, "--format", "json").stdout)


def shown(folder, *arguments):
    return call(folder, "show", *arguments).stdout


def test_every_id_that_a_view_prints_can_be_shown(desk):
    printed = {found for view in VIEWS for found in ID.findall(json.dumps(rows(desk, *view.split())))}
    assert {id[0] for id in printed} == set("sfedixqj")
    for id in printed:
        assert call(desk, "show", id).stdout.startswith(id), id
        assert json.loads(shown(desk, id, "--format", "json"))["record"], id


def test_an_incident_is_shown_with_each_event_whose_word_it_is_and_what_joined_it(desk):
    [incident] = [row for row in rows(desk, "incidents") if row["place"] == "Velm"]
    text = shown(desk, incident["id"])
    assert "who acts: Ardania (the mayor)" in text
    assert "killed 4–7 (2)" in text
    for event, words, who in zip(
        incident["events"], (STRUCK, AGAIN), ("the mayor, in The Velm Post", "in Northern Post"), strict=True
    ):
        assert f"{event}  " in text and who in text
        assert f"»{words}«" in " ".join(text.split())
    assert f"joined by words in common with {incident['events'][1]}: " in text
    assert "characters 0–" in text
    told = json.loads(shown(desk, incident["id"], "--format", "json"))
    assert [f["words"] for f in told["figures"]] == ["4", "7"]
    assert [d["outlet"] for d in told["documents"]] == ["The Velm Post", "Northern Post"]


def test_a_dispute_is_shown_with_both_sides_and_how_it_ended(desk):
    [dispute] = {row["dispute"] for row in rows(desk, "disputes", "--kind", "denial")}
    text = shown(desk, dispute)
    sides = ["Velmark claims; origins: 1", "Ardania denies; origins: 1", "conceded by"]
    assert [text.index(side) for side in sides] == sorted(text.index(side) for side in sides)
    assert text.count(f"»{DENIED}«") == 2 and f"»Ardania of {DENIED}«" in text
    assert shown(desk, dispute, "--as-of", "2031-05-04").splitlines()[2] == "open"


def test_a_series_is_shown_with_its_figures(desk):
    for series in {row["series"] for row in rows(desk, "figures", "--series")}:
        text = shown(desk, series)
        points = [row for row in rows(desk, "figures", "--series") if row["series"] == series]
        assert [text.index(row["id"]) for row in points] == sorted(text.index(row["id"]) for row in points)
        assert all(f"»{row['words']}«" in text and row["outlet"] in text for row in points)


@pytest.mark.parametrize("prefix", ["i", "x", "q", "j"])
def test_nothing_is_shown_for_an_id_that_nothing_known_by_then_has(desk, prefix):
    assert isinstance(call(desk, "show", f"{prefix}zzz").exception, SaysoError)
    error = call(desk, "show", prefix, "--as-of", "2031-04-01").exception
    assert isinstance(error, SaysoError) and "known by 2031-04-01" in str(error)


def test_an_id_that_two_have_is_refused_with_both(desk):
    found = [row["id"] for row in rows(desk, "incidents")]
    error = str(call(desk, "show", "i").exception)
    assert len(found) == 2 and "type more" in error and all(id in error for id in found)
