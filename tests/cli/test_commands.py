"""Every command does what its help says on the demo, and a user's mistake is one plain line."""

import csv
import io
import json
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sayso import languages
from sayso.cli.main import COMMANDS, run, sayso
from sayso.demo import demo_inputs, demo_situation
from sayso.model import SaysoError

VIEWS = ("said", "figures", "events", "timeline")


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with the demo's reports, its situation, and a ledger of them."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "reports").mkdir()
    for path in demo_inputs():
        shutil.copy(path, folder / "reports" / path.name)
    shutil.copy(demo_situation(), folder / "situation.toml")
    assert call(folder, "add", "reports").exit_code == 0
    return folder


def call(folder: Path, *arguments: str, stdin: bytes | None = None) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, arguments, input=stdin, catch_exceptions=True)


def ids(folder: Path, command: str) -> list[str]:
    return [row["id"] for row in json.loads(call(folder, command, "--format", "json").stdout)]


def test_the_demo_tells_its_brief_and_names_the_broken_file(tmp_path):
    result = call(tmp_path, "demo")
    assert result.exit_code == 0
    assert result.stdout.startswith("Day 5 · 13 Jun 2025 · Fighting over the Vosna Dam")
    assert "What they're saying" in result.stdout
    assert "damaged.txt" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_demo_can_be_copied_to_play_with(tmp_path):
    assert call(tmp_path, "demo", "--to", "mine").exit_code == 0
    assert call(tmp_path, "brief", "mine/reports", "--situation", "mine/situation.toml").exit_code == 0


@pytest.mark.parametrize("form", ["short", "rolling"])
@pytest.mark.parametrize("output", ["text", "markdown", "html", "json"])
def test_a_brief_comes_in_every_form_and_format(desk, form, output):
    result = call(desk, "brief", "--form", form, "--format", output)
    assert result.exit_code == 0
    assert "Vosna" in result.stdout
    if output == "json":
        assert json.loads(result.stdout)["form"] == form


def test_a_brief_of_files_leaves_no_ledger_behind(tmp_path, desk):
    assert call(tmp_path, "brief", str(desk / "reports" / "thursday.txt")).exit_code == 0
    assert list(tmp_path.iterdir()) == []


def test_a_brief_as_of_a_day_knows_nothing_later(desk):
    early = json.loads(call(desk, "brief", "--as-of", "2025-06-10", "--format", "json").stdout)
    assert early["as_of"] == "2025-06-10"
    assert {r["date"] for r in early["references"]} <= {"2025-06-09", "2025-06-10"}


def test_why_gives_reasons(desk):
    assert re.search(r"outlets \+\d", call(desk, "brief", "--why").stdout)


def test_adding_twice_changes_nothing(desk):
    before = json.loads(call(desk, "status", "--format", "json").stdout)
    assert call(desk, "add", "reports").exit_code == 0
    after = json.loads(call(desk, "status", "--format", "json").stdout)
    assert [r for r in before if r["what"] != "bytes"] == [r for r in after if r["what"] != "bytes"]


@pytest.mark.parametrize("command", VIEWS)
def test_a_view_reads_as_a_table_and_as_data(desk, command):
    rows = json.loads(call(desk, command, "--format", "json").stdout)
    assert rows
    assert len(list(csv.DictReader(io.StringIO(call(desk, command, "--format", "csv").stdout)))) == len(rows)
    assert len(call(desk, command, "--format", "jsonl").stdout.splitlines()) == len(rows)
    assert rows[0]["id"][:6] in call(desk, command).stdout


@pytest.mark.parametrize("command", VIEWS)
def test_every_row_leads_to_its_words(desk, command):
    for row in json.loads(call(desk, command, "--format", "json").stdout)[:5]:
        shown = json.loads(call(desk, "show", row["id"], "--format", "json").stdout)
        words = shown["document"]["text"][row["start"] : row["end"]]
        assert " ".join(words.split()) == " ".join(row["words"].split())


@pytest.mark.parametrize("command", VIEWS)
def test_a_view_as_of_a_day_knows_nothing_later(desk, command):
    rows = json.loads(call(desk, command, "--as-of", "2025-06-10", "--format", "json").stdout)
    assert rows
    assert all(row["known"] <= "2025-06-10" for row in rows)


def test_said_by_somebody_is_theirs_alone(desk):
    rows = json.loads(call(desk, "said", "--by", "Solvek", "--format", "json").stdout)
    assert rows
    assert all("Solvek" in row["speaker"] for row in rows)


def test_a_timeline_of_somebody_has_what_they_did_alone(desk):
    rows = json.loads(call(desk, "timeline", "--by", "central bank", "--format", "json").stdout)
    assert rows and all("central bank" in row["actor"][0] for row in rows)


def test_about_finds_words(desk):
    rows = json.loads(call(desk, "said", "--about", "corridor", "--format", "json").stdout)
    assert rows
    assert all("corridor" in row["words"].lower() for row in rows)


def test_series_have_points_in_order(desk):
    rows = json.loads(call(desk, "figures", "--series", "--format", "json").stdout)
    by_series: dict[str, list[str]] = {}
    for row in rows:
        by_series.setdefault(row["series"], []).append(row["day"])
    assert any(len(days) > 1 for days in by_series.values())
    assert all(days == sorted(days) for days in by_series.values())


def test_a_toll_that_was_taken_back_is_flagged_with_what_it_was(desk):
    rows = json.loads(call(desk, "figures", "--series", "--measure", "killed", "--format", "json").stdout)
    values = {row["id"]: row["low"] for row in rows}
    flagged = [(row["low"], values[flag.split()[-1]]) for row in rows for flag in row["flags"] if "fall" in flag]
    assert flagged == [(47, 58)]


@pytest.mark.parametrize("listing", [[], ["--series"]])
def test_parts_stand_under_their_whole(desk, listing):
    rows = json.loads(call(desk, "figures", *listing, "--limit", "500", "--format", "json").stdout)
    ids = [row["id"] for row in rows]
    parts = [n for n, row in enumerate(rows) if row["part_of"]]
    under = {ids[n] for n in parts if rows[n]["part_of"] in (ids[n - 1], rows[n - 1]["part_of"])}
    assert under == {ids[n] for n in parts}
    assert under


def test_show_marks_the_words_in_their_context(desk):
    out = call(desk, "show", ids(desk, "said")[0][:10]).stdout
    assert "»" in out
    assert "characters" in out


def test_show_refuses_what_was_not_known_by_then(desk):
    rows = json.loads(call(desk, "said", "--since", "2025-06-13", "--format", "json").stdout)
    assert call(desk, "show", rows[0]["id"], "--as-of", "2025-06-13").exit_code == 0
    assert isinstance(call(desk, "show", rows[0]["id"], "--as-of", "2025-06-12").exception, SaysoError)


def test_problems_name_the_broken_file(desk):
    rows = json.loads(call(desk, "problems", "--format", "json").stdout)
    assert any("damaged.txt" in row["place"] for row in rows)


def test_read_prints_a_reading_a_line(desk):
    result = call(desk, "read", "reports/wire.jsonl", "--format", "jsonl")
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    rows = [json.loads(line) for line in (desk / "reports" / "wire.jsonl").read_text("utf-8").splitlines()]
    assert [r["document"] for r in readings] == [r["id"] for r in rows]
    for reading, row in zip(readings, rows, strict=True):
        assert reading["statements"]
        for statement in reading["statements"]:
            assert row["text"][slice(*statement["content"])].strip()


def test_reading_in_several_processes_reads_the_same(desk):
    one = call(desk, "read", "reports", "--format", "jsonl", "--jobs", "1").stdout
    two = call(desk, "read", "reports", "--format", "jsonl", "--jobs", "2").stdout
    assert one == two


def test_standard_input_is_read(desk):
    rows = (desk / "reports" / "wire.jsonl").read_bytes()
    result = call(desk, "read", "-", "--format", "jsonl", stdin=rows)
    assert len(result.stdout.splitlines()) == len(rows.splitlines())


def test_init_proposes_with_the_words_it_rests_on(desk, tmp_path):
    result = call(tmp_path, "init", str(desk / "reports"), "--write", "situation.toml")
    assert result.exit_code == 0
    text = (tmp_path / "situation.toml").read_text("utf-8")
    assert 'day_zero = "2025-06-09"' in text
    assert "“" in text
    again = call(tmp_path, "init", str(desk / "reports"), "--write", "situation.toml")
    assert isinstance(again.exception, SaysoError)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["said"], "no such ledger"),
        (["brief"], "no such ledger"),
        (["add"], "no input named"),
        (["add", "nowhere.txt"], "nothing to read"),
        (["read", "nowhere.txt"], "nothing to read"),
        (["said", "--situation", "nowhere.toml"], "no such situation file"),
        (["brief", "REPORT", "--form", "long"], "no form 'long'"),
    ],
)
def test_a_mistake_is_one_line_and_code_one(desk, tmp_path, capsys, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    report = str(desk / "reports" / "thursday.txt")
    with pytest.raises(SystemExit) as left:
        run([report if a == "REPORT" else a for a in arguments])
    assert left.value.code == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("sayso: ")
    assert words in last


def test_a_text_too_long_to_parse_is_kept_and_the_others_are_read(tmp_path):
    (tmp_path / "long.txt").write_text("The dam holds. " * 40_000, "utf-8")
    (tmp_path / "short.txt").write_text("The dam holds, the mayor of Orlin said on Monday.", "utf-8")
    result = call(tmp_path, "read", "long.txt", "short.txt", "--format", "jsonl")
    long, short = [json.loads(line) for line in result.stdout.splitlines()]
    assert [p["code"] for p in long["problems"]] == ["too-long"]
    assert short["statements"]


def test_an_unknown_form_is_refused_before_anything_is_read(tmp_path, desk):
    result = call(tmp_path, "brief", str(desk / "reports"), "--ledger", "new.ledger", "--form", "weekly")
    assert isinstance(result.exception, SaysoError)
    assert list(tmp_path.iterdir()) == []


def test_a_brief_of_a_day_before_everything_says_so(desk):
    out = call(desk, "brief", "--as-of", "2020-01-01").stdout
    assert "No document was known by then." in out
    assert "Sources" not in out


def test_a_date_that_cannot_be_read_is_told(tmp_path):
    row = {"id": "r1", "text": "The dam holds, the mayor said.", "date": "sometime"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), "utf-8")
    assert "sometime" in call(tmp_path, "read", "rows.jsonl").stderr


def test_a_place_that_cannot_be_written_to_is_one_line(desk, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        run(["init", str(desk / "reports"), "--write", "nowhere/situation.toml"])
    assert left.value.code == 1
    assert "no such folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["init", "REPORTS", "--write", "FILE/situation.toml"], ["demo", "--to", "FILE/in"]]
)
def test_a_file_where_a_folder_should_be_is_one_line(desk, tmp_path, capsys, arguments):
    (tmp_path / "file").touch()
    places = {"REPORTS": str(desk / "reports"), "FILE": str(tmp_path / "file")}
    with pytest.raises(SystemExit) as left:
        run([re.sub("REPORTS|FILE", lambda m: places[m[0]], a) for a in arguments])
    assert left.value.code == 1
    told = capsys.readouterr().err
    assert str(tmp_path / "file") in told
    assert "Traceback" not in told


@pytest.mark.parametrize(("error", "shown"), [
    (OSError(28, "No space left on device"), "sayso: standard output: No space left on device; name another\n"),
    (OSError(36, "File name too long", "aaa"), "sayso: aaa: File name too long; name another\n"),
    (FileNotFoundError(2, "No such file", str(Path(languages.__file__, "x.toml"))), None),
    (RuntimeError("x"), None),
])  # fmt: skip
def test_the_user_s_trouble_is_one_line_and_a_fault_of_the_program_is_shown_whole(monkeypatch, capfd, error, shown):
    def fail(**_):
        raise error

    monkeypatch.setattr(sayso, "main", fail)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    with pytest.raises(type(error) if shown is None else SystemExit):
        run([])
    assert shown is None or capfd.readouterr().err == shown


@pytest.mark.parametrize(
    "arguments", [["said", "--as-of", "yesterday"], ["nonsense"], ["said", "--limit", "0"], ["read", "--format", "xml"]]
)
def test_a_wrong_command_line_is_code_two(tmp_path, capsys, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        run(arguments)
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_an_ambiguous_id_is_refused(desk):
    assert isinstance(call(desk, "show", "s").exception, SaysoError)
    assert isinstance(call(desk, "show", "szzz").exception, SaysoError)


def commands(name: str) -> list[click.Command]:
    """The command of this name and, where it is a group, those in it."""
    command = sayso.get_command(None, name)
    return [command, *getattr(command, "commands", {}).values()]


def examples() -> list[tuple[str, str]]:
    found = []
    for name in COMMANDS:
        text = "\n".join(command.epilog or "" for command in commands(name))
        found += [(name, line.strip()) for line in text.splitlines() if "sayso " in line]
    return found


def expand(word: str, folder: Path) -> list[str]:
    """What a shell makes of a word: the files it stands for, or itself."""
    return [str(p.relative_to(folder)) for p in sorted(folder.glob(word))] if "*" in word else [word]


def test_every_command_has_an_example():
    assert {name for name, _ in examples()} == set(COMMANDS)


@pytest.mark.parametrize(("name", "example"), examples())
def test_the_examples_of_the_help_run(desk, tmp_path, name, example):
    shutil.copytree(desk, tmp_path / "desk")
    before, _, line = example.rpartition("| ")
    arguments = [a for word in shlex.split(line.split(" > ")[0])[1:] for a in expand(word, desk)]
    arguments = ["mine.toml" if a == "situation.toml" else a for a in arguments]
    if name == "show":
        arguments = ["show", ids(desk, "said")[0]]
    if "JUDGEMENT" in arguments or "judgements.jsonl" in arguments:
        made = call(tmp_path / "desk", "judge", "confirm", ids(desk, "said")[0], "--who", "Ana Reis").stdout.split()[0]
        (tmp_path / "desk" / "judgements.jsonl").write_text(call(tmp_path / "desk", "judge", "export").stdout, "utf-8")
        arguments = [made if a == "JUDGEMENT" else a for a in arguments]
    if "record.jsonl" in arguments:
        (tmp_path / "desk" / "record.jsonl").write_text(call(desk, "export", "record").stdout, "utf-8")
    arguments = [ids(desk, "said")[0] if a == "ID" else a for a in arguments]
    stdin = (desk / before.split()[1]).read_bytes() if before else None
    result = call(tmp_path / "desk", *arguments, stdin=stdin)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_written_for_every_option(name):
    for command in commands(name):
        assert command.help
        assert all(p.help for p in command.params if p.param_type_name == "option")


def test_a_series_is_drawn_here_and_what_else_matches_is_said(desk):
    result = call(desk, "figures", "--measure", "killed", "--by", "Civil Protection", "--plot")
    assert result.stdout.startswith("killed")
    assert "a fall of 58 for 2025-06-11" in result.stdout
    assert "more series match" in result.stderr
    assert call(desk, "figures", "--measure", "unicorns", "--plot").stderr.startswith("No figure")


def test_a_picture_is_written_where_it_is_asked_for(desk, tmp_path):
    pytest.importorskip("matplotlib", reason="it is an extra: pip install 'sayso[plots]'")
    assert call(desk, "figures", "--measure", "killed", "--plot", str(tmp_path / "toll.svg")).exit_code == 0
    assert "<svg" in (tmp_path / "toll.svg").read_text("utf-8")
    nowhere = call(desk, "figures", "--measure", "killed", "--plot", str(tmp_path / "no" / "toll.png"))
    assert isinstance(nowhere.exception, SaysoError)


@pytest.mark.parametrize("listing", [[], ["--series"], ["--latest"]])
def test_figures_of_one_population_are_theirs_by_any_word(desk, listing):
    rows = json.loads(call(desk, "figures", *listing, "--population", "Velmish troops", "--format", "json").stdout)
    assert {row["population"] for row in rows} == {"Velmish soldiers", "Velmish soldier"}
