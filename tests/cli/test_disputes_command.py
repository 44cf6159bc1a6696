"""`sayso disputes` lists what sources contradict each other in, a line a side."""

import csv
import io
import json
from typing import get_args

import pytest
from click.testing import CliRunner

from ledger.disputed import WAR, count, report, said
from sayso.cli.main import sayso
from sayso.cli.said_command import ACTS
from sayso.ledger import Ledger
from sayso.model import Act

SITUATION = """
[[parties]]
name = "Ardania"
aliases = ["Ardanian"]

[[parties]]
name = "Velmark"
aliases = ["Velmish"]
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    (folder / "situation.toml").write_text(SITUATION, encoding="utf-8")
    counts = [
        report(count(who, number + n, "Ardanian soldiers"), day=day)
        for who, number in (("Velmark", 5000), ("Ardania", 480))
        for n, day in enumerate(("2031-05-02", "2031-05-03"))
    ]
    denied = report(
        said("Velmark", "accused", "Ardania of shelling the hospital in Torvik"),
        said("Ardania", "denied", "shelling the hospital in Torvik"),
        day="2031-05-04",
    )
    granted = report(said("Ardania", "admitted", "shelling the hospital in Torvik"), day="2031-05-08")
    with Ledger.open(folder / "sayso.ledger", WAR) as ledger:
        ledger.add([*counts, denied, granted])
    return folder


def call(folder, *arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, ["disputes", *arguments])


def rows(folder, *arguments):
    return json.loads(call(folder, *arguments, "--format", "json").stdout)


def test_each_side_has_a_line_with_its_words_and_origins_the_newest_dispute_first(desk):
    found = rows(desk)
    assert [(r["kind"], r["side"], r["role"]) for r in found] == [
        ("denial", "Velmark", "claims"),
        ("denial", "Ardania", "denies"),
        ("numbers", "Ardania", "counts"),
        ("numbers", "Velmark", "counts"),
    ]
    assert found[0]["words"] == "Ardania of shelling the hospital in Torvik"
    assert (found[2]["about"], found[2]["origins"], len(found[2]["records"])) == (
        "killed · Ardanian soldiers · cumulative", 1, 2,
    )  # fmt: skip


def test_what_ended_a_dispute_is_told_as_of_the_day(desk):
    ended = rows(desk, "--kind", "denial")[0]
    assert (ended["stands"], ended["ended_by"], ended["ended_known"]) == ("conceded", "Ardania", "2031-05-08")
    before = rows(desk, "--kind", "denial", "--as-of", "2031-05-07")[0]
    assert (before["stands"], before["ended"], before["dispute"]) == ("open", None, ended["dispute"])


@pytest.mark.parametrize(
    ("asked", "sides"),
    [
        (("--by", "Velmark"), 4),
        (("--by", "Norland"), 0),
        (("--about", "hospital"), 2),
        (("--since", "2031-05-04"), 2),
        (("--limit", "1"), 2),
        (("--place", "Velm"), 0),
        (("--kind", "control"), 0),
    ],
)
def test_disputes_are_chosen_by_options(desk, asked, sides):
    assert len(rows(desk, *asked)) == sides


def test_where_there_is_none_it_says_so(desk):
    assert call(desk, "--kind", "control").stderr == "No dispute matches.\n"


def test_tables_and_csv_have_the_same_lines(desk):
    table = list(csv.DictReader(io.StringIO(call(desk, "--format", "csv").stdout)))
    assert [row["dispute"] for row in table] == [row["dispute"] for row in rows(desk)]
    assert "Ardania of shelling" in " ".join(call(desk).stdout.split())


def test_said_lists_what_was_said_so(desk):
    told = CliRunner().invoke(
        sayso,
        ["said", "--act", "deny", "--format", "json", "--ledger", str(desk / "sayso.ledger")],
        catch_exceptions=False,
    )
    assert [(row["speaker"], row["act"]) for row in json.loads(told.stdout)] == [("Ardania", "deny")]


def test_every_act_can_be_asked_for():
    assert get_args(Act) == ACTS
