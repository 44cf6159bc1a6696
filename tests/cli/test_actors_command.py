"""`sayso actors` and `sayso places` tell who and where, and what joined their names."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli.main import sayso
from sayso.demo import demo_inputs, demo_situation


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copy(demo_situation(), folder / "situation.toml")
    assert call(folder, "add", *map(str, demo_inputs())).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def stream(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("towns")
    towns = ("Springfield, Illinois", "Chicago, Illinois", "Lyon, France")
    kept = [
        {
            "date": f"2021-05-0{n + 3}",
            "title": f"Flood in {town}",
            "text": f"Three people were killed by a flood in {town} on Monday. The mayor said a bridge in {town} fell.",
        }
        for n, town in enumerate(towns)
    ]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, kept)), encoding="utf-8")
    assert call(folder, "add", "rows.jsonl").exit_code == 0
    return folder


def call(folder, *arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, arguments)


def rows(folder, *arguments):
    return json.loads(call(folder, *arguments, "--format", "json").stdout)


def test_actors_have_offices_and_sides(desk):
    found = {row["name"]: row for row in rows(desk, "actors")}
    assert (found["Andrei Solvek"]["of"], found["Andrei Solvek"]["office"]) == ("Ardania", "president")
    assert found["Oskar Tharn"]["side"] == "party" and found["Oskar Tharn"]["side_by"] == "office"
    assert found["Velmish defence ministry"]["side_by"] == "name"
    assert found["Ilvane River Commission"]["side"] is None
    assert "ministry" not in found


def test_actors_of_a_side_by_a_name_as_of_a_day(desk):
    assert {row["of"] for row in rows(desk, "actors", "--of", "velmish")} == {"Velmark"}
    assert [row["name"] for row in rows(desk, "actors", "--by", "Андрей Солвек")] == ["Andrei Solvek"]
    assert rows(desk, "actors", "--as-of", "2025-06-01") == []
    assert all(row["last"] >= "2025-06-13" for row in rows(desk, "actors", "--since", "2025-06-13"))


def test_other_names_come_with_their_rule(desk):
    found = {(row["name"], row["other"], row["rule"]) for row in rows(desk, "actors", "--names")}
    assert ("Ilse Brandvik", "Brandvik", "last name") in found
    assert call(desk, "places", "--names").stderr == "No name was joined.\n"


def test_a_side_that_a_person_sets_is_shown_with_the_judgement(desk, tmp_path):
    shutil.copytree(desk, tmp_path / "desk")
    typed = ["judge", "correct", "--actors", "Ilvane River Commission", "side", "Ardania", "--who", "Ana Reis"]
    made = call(tmp_path / "desk", *typed).stdout.split()[0]
    [row] = rows(tmp_path / "desk", "actors", "--by", "Ilvane River")
    assert (row["of"], row["side_by"], row["judgements"]) == ("Ardania", "judgement", [made])


@pytest.mark.parametrize("command", ["said", "figures", "events", "timeline"])
def test_what_is_within_a_place_is_more_than_what_is_at_it(stream, command):
    """Two towns of one region, and one of another country."""
    at = {
        place: len(rows(stream, command, "--within", place)) for place in ("Springfield", "Illinois", "Ohio", "France")
    }
    assert at["Illinois"] > at["Springfield"] > 0 and at["Ohio"] == 0 and at["France"] > 0


def test_places_tell_what_they_lie_in(desk):
    found = {row["name"]: row for row in rows(desk, "places")}
    assert found["Kesharin"]["documents"] == 12
    assert found["Meridian"]["within"] == "Idaho, United States"
    assert [row["name"] for row in rows(desk, "places", "--place", "United States")] == ["Meridian"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("said", "--by", "Thanr"), "No statement matches: nobody here is called 'Thanr'; there is: Oskar Tharn."),
        (("said", "--by", "Solvek", "--about", "dragons"), "No statement matches."),
        (("actors", "--by", "Thanr"), "Nobody matches: nobody here is called 'Thanr'; there is: Oskar Tharn."),
        (
            ("places", "--place", "Keshrain"),
            "No place matches: no place here is called 'Keshrain'; there is: Kesharin.",
        ),
        (
            ("events", "--within", "Keshrain"),
            "No event matches: no place here is called 'Keshrain'; there is: Kesharin.",
        ),
        (
            ("figures", "--place", "Keshrain"),
            "No figure matches: no place here is called 'Keshrain'; there is: Kesharin.",
        ),
        (("timeline", "--by", "dragons"), "No event with a day matches."),
        (
            ("disputes", "--place", "Keshrain"),
            "No dispute matches: no place here is called 'Keshrain'; there is: Kesharin.",
        ),
        (
            ("stories", "--place", "Keshrain"),
            "No story matches: no place here is called 'Keshrain'; there is: Kesharin.",
        ),
    ],
)
def test_where_nobody_is_called_so_the_name_that_may_be_meant_is_told(desk, asked, says):
    done = call(desk, *asked)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", says + "\n")
