"""`sayso incidents` tells each happening once, with what holds it together."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ledger.happening_reports import report, tell
from sayso.cli.main import sayso
from sayso.ledger import Ledger

STRUCK = "Shells struck the maternity hospital on Linden Street in Velm, killing 4 nurses"
AGAIN = "The maternity hospital on Linden Street in Velm was struck by shells that killed 4 nurses"
MARCH = "Dockers marched through Orsa Bay with lanterns"


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    with Ledger.open(folder / "sayso.ledger") as ledger:
        ledger.add(
            [
                report(tell(STRUCK, dead=4, source="the mayor", actor=("Velmark",))),
                report(tell(AGAIN, dead=4), outlet="Northern Post", day="2031-05-03"),
                report(tell(MARCH, "protest", "Orsa Bay", "2031-05-03"), outlet="Orsa Daily", day="2031-05-03"),
            ]
        )
    return folder


def call(folder, *arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, ["incidents", *arguments])


def rows(folder, *arguments):
    return json.loads(call(folder, *arguments, "--format", "json").stdout)


def test_a_happening_is_one_line_with_its_toll(desk):
    strike, march = rows(desk)
    assert (strike["type"], strike["place"], strike["first"], strike["status"]) == (
        "shelling", "Velm", "2031-05-02", "reported",
    )  # fmt: skip
    assert strike["toll"] == ["killed 4 (2)"]
    assert (strike["texts"], strike["documents"], len(strike["events"]), strike["actors"]) == (2, 2, 2, ["Velmark"])
    assert (march["type"], march["toll"]) == ("protest", [])


def test_each_event_is_listed_with_what_joins_it(desk):
    first, second, alone = rows(desk, "--events")
    assert first["because"].startswith(f"words in common with {second['id']}: ")
    assert "Linden" in first["because"]
    assert (first["incident"], alone["because"]) == (second["incident"], "")


def test_columns_of_a_table_for_programs_are_those_of_a_line(desk):
    table = list(csv.DictReader(io.StringIO(call(desk, "--format", "csv").stdout)))
    assert [row["place"] for row in table] == ["Velm", "Orsa Bay"]
    assert "shelling" in call(desk).stdout


def test_nothing_that_fits_is_said_so(desk):
    assert call(desk, "--place", "Tarnholm").stderr == "No incident matches.\n"
