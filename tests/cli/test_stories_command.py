"""`sayso stories` groups the documents of a ledger, or those that are named."""

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
    (folder / "reports").mkdir()
    for path in demo_inputs():
        shutil.copy(path, folder / "reports" / path.name)
    assert call(folder, "add", "reports").exit_code == 0
    return folder


def call(folder, *arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, arguments)


def rows(folder, *arguments):
    return json.loads(call(folder, "stories", *arguments, "--format", "json").stdout)


def test_inputs_are_grouped_as_a_ledger_of_them_is(desk):
    """Also where nobody gives the day: it is inferred, as it is when they are read."""
    by_story: dict[str, set[str]] = {}
    for row in rows(desk, "reports"):
        by_story.setdefault(row["story"], set()).add(row["day"])
    told = {(row["id"], row["first"], row["last"]) for row in rows(desk)}
    assert {(story, min(days), max(days)) for story, days in by_story.items()} == told
    assert sum(len(row["members"]) for row in rows(desk)) == 14


def test_options_of_the_ledger_are_refused_for_inputs(desk):
    result = call(desk, "stories", "reports", "--since", "2025-06-12")
    assert result.exit_code == 2 and "for the ledger" in result.stderr
