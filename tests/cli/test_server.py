"""Commands take a ledger on a server as they take a file."""

import json

from click.testing import CliRunner

from ledger.invented import report
from sayso.cli.main import sayso
from sayso.ledger import Ledger
from sayso.model import SaysoError


def call(*arguments, **environment):
    return CliRunner().invoke(sayso, arguments, env=environment)


def test_commands_take_the_url_of_a_server(postgresql):
    url = postgresql.emptied()
    with Ledger.open(url) as ledger:
        ledger.add([report(1), report(2, speaker="Marek Dov")])
    said = call("said", "--by", "dov", "--format", "json", "--ledger", url)
    assert [row["speaker"] for row in json.loads(said.stdout)] == ["Marek Dov"]
    assert json.loads(call("status", "--format", "json", SAYSO_LEDGER=url).stdout)[0]["count"] == 2
    checked = call("doctor", "--full", "--format", "json", "--ledger", url)
    states = {row["check"]: row["state"] for row in json.loads(checked.stdout)}
    assert states["full text"] == states["documents"] == states["revision"] == "ok"
    assert "fault" not in states.values()


def test_a_ledger_that_is_not_there_is_told_without_the_password(postgresql):
    url = postgresql.new().replace("sayso@", "sayso:geheim@")
    told = call("said", "--ledger", url)
    assert isinstance(told.exception, SaysoError)
    assert "no such ledger; make one with: sayso add" in str(told.exception)
    assert "geheim" not in str(told.exception)


def test_a_server_is_backed_up_by_its_own_program(postgresql, tmp_path):
    url = postgresql.emptied()
    told = call("backup", str(tmp_path / "copy"), "--ledger", url)
    assert isinstance(told.exception, SaysoError) and "pg_dump" in str(told.exception)


def test_a_folder_is_no_ledger(tmp_path):
    assert call("said", "--ledger", str(tmp_path)).exit_code == 2
