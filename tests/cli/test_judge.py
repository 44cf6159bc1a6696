"""`sayso judge` keeps what people decide, says what is wrong with what they typed, and hands it on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.invented import judge, report
from sayso.cli.main import run, sayso
from sayso.ledger import Ledger
from sayso.model import SaysoError
from sayso.sources import dump_judgements, load_judgements

ANA = ("--who", "Ana Reis", "--when", "2031-05-04T10:00:00Z")
PEOPLE = ["Ilse Brandt", "Marek Dov", "Tove Aas"]


@pytest.fixture
def desk(tmp_path) -> Path:
    """A folder with a ledger of three reports."""
    with Ledger.open(tmp_path / "sayso.ledger") as ledger:
        ledger.add([report(n, f"2031-05-0{n + 1}", speaker=name, dead=10 + n) for n, name in enumerate(PEOPLE)])
    return tmp_path


def call(folder: Path, *arguments: str, stdin: str | None = None, who: str | None = None) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SAYSO_WHO", who or "")
        return CliRunner().invoke(sayso, arguments, input=stdin)


def rows(folder: Path, *arguments: str) -> list[dict]:
    return json.loads(call(folder, *arguments, "--format", "json").stdout)


def first(folder: Path, command: str) -> str:
    return rows(folder, command)[-1]["id"]


MADE = [
    (["same", "--actors", "Ilse Brandt", "Marek Dov"], ("same", "actor", "")),
    (["not-same", "--places", "Velm", "Orsa Bay"], None),
    (["same", "--places", "Velm"], None),
    (["correct", "FIGURE", "low", "2"], ("correct", "figure", "low = 2")),
    (["correct", "FIGURE", "low"], ("correct", "figure", "low = nothing")),
    (["correct", "FIGURE", "low", "99"], None),
    (["correct", "FIGURE", "high", "1"], None),
    (["correct", "FIGURE", "source"], ("correct", "figure", "source = nothing")),
    (["correct", "STATEMENT", "via", "MNA", "The Velm Post"], ("correct", "statement", "via = MNA, The Velm Post")),
    (["correct", "FIGURE", "basis", "total"], None),
    (["correct", "FIGURE", "size", "12"], None),
    (["correct", "DOCUMENT", "title", "x"], None),
    (["reject", "EVENT"], ("reject", "event", "")),
    (["reject", "f0000"], None),
    (["confirm", "DOCUMENT"], ("confirm", "document", "")),
    (["grade", "The Velm Post", "b"], ("grade", "outlet", "B")),
    (["grade", "FIGURE", "2"], ("grade", "figure", "2")),
    (["grade", "FIGURE", "9"], None),
    (["grade", "The Orsa Times", "B"], None),
    (["note", "STATEMENT", "--why", "ask again"], ("note", "statement", "")),
    (["note", "--outlets", "The Velm Post", "--why", "party's own"], ("note", "outlet", "")),
    (["note", "STATEMENT"], None),
    (["undo", "j0000"], None),
    (["same", "FIGURE", "STATEMENT"], None),
]


@pytest.mark.parametrize(("typed", "listed"), MADE, ids=[" ".join(t) for t, _ in MADE])
def test_what_is_typed_becomes_a_judgement_or_a_plain_refusal(desk, typed, listed):
    ids = {
        "FIGURE": first(desk, "figures")[:9],
        "STATEMENT": first(desk, "said")[:9],
        "EVENT": first(desk, "events")[:9],
        "DOCUMENT": rows(desk, "said")[0]["document"],
    }
    result = call(desk, "judge", *(ids.get(word, word) for word in typed), *ANA)
    found = [(r["kind"], r["noun"], r["says"]) for r in rows(desk, "judge", "list")]
    if listed is None:
        assert isinstance(result.exception, SaysoError) and found == []
    else:
        assert result.exit_code == 0 and result.stdout.startswith("j")
        assert found == [listed]


def test_somebody_has_to_have_judged(desk):
    typed = ["judge", "confirm", first(desk, "figures")]
    assert "SAYSO_WHO" in str(call(desk, *typed).exception)
    assert call(desk, *typed, who="Tove Aas").exit_code == 0
    [row] = rows(desk, "judge", "list")
    assert row["who"] == "Tove Aas" and row["when"] > "2026"


def test_a_judgement_without_effect_says_so(desk):
    figure = first(desk, "figures")
    assert call(desk, "judge", "correct", figure, "low", "9", *ANA).stderr == ""
    earlier = call(desk, "judge", "correct", figure, "low", "8", "--who", "Ana Reis", "--when", "2031-05-03T09:00:00Z")
    assert "no effect: a later judgement by the same person" in earlier.stderr
    assert [r["low"] for r in rows(desk, "figures") if r["id"] == figure] == [9]


def test_many_ids_are_judged_at_once(desk):
    ids = [r["id"] for r in rows(desk, "said")]
    result = call(desk, "judge", "confirm", *ids, *ANA)
    assert [line.split()[3] for line in result.stdout.splitlines()] == ids


def test_a_view_tells_what_was_judged_and_undo_takes_it_back(desk):
    figure = first(desk, "figures")
    before = call(desk, "figures").stdout
    assert "judgements" not in before
    made = call(desk, "judge", "correct", figure, "low", "9", *ANA, "--why", "page two says nine").stdout.split()[0]
    [row] = [r for r in rows(desk, "figures") if r["id"] == figure]
    assert (row["low"], row["judgements"]) == (9, [made])
    assert made in call(desk, "figures").stdout.replace("\n", "")
    shown = call(desk, "show", figure).stdout
    assert f"{made}  correct figure {figure} low = 9 (Ana Reis, 2031-05-04): page two says nine" in shown
    assert "low          9 (read: 10)" in shown
    assert call(desk, "judge", "undo", made[:8], *ANA).exit_code == 0
    assert call(desk, "figures").stdout == before
    assert [r["state"] for r in rows(desk, "judge", "list")] in (["withdrawn", "counts"], ["counts", "withdrawn"])


def test_what_is_rejected_is_shown_by_show_alone(desk):
    event = first(desk, "events")
    call(desk, "judge", "reject", event, *ANA)
    assert event not in [r["id"] for r in rows(desk, "events")]
    assert "rejected" in call(desk, "show", event).stdout
    assert "rejected" not in call(desk, "show", event, "--as-of", "2031-05-03").stdout
    assert json.loads(call(desk, "show", event, "--format", "json").stdout)["record"]["rejected"] is True


def test_people_who_differ_are_told_and_listed(desk):
    figure = first(desk, "figures")
    call(desk, "judge", "reject", figure, *ANA)
    result = call(desk, "judge", "confirm", figure, "--who", "Tove Aas", "--when", "2031-05-05T09:00:00Z")
    assert "in conflict" in result.stderr
    listed = rows(desk, "judge", "list", "--conflicts")
    assert [(r["kind"], r["against"]) for r in listed] == [
        ("reject", [listed[1]["id"]]),
        ("confirm", [listed[0]["id"]]),
    ]
    assert "in conflict" in call(desk, "show", figure).stdout
    assert rows(desk, "judge", "list", "--conflicts", "--as-of", "2031-05-04") == []
    assert len(rows(desk, "figures")) == 3


def test_judgements_go_from_ledger_to_ledger(desk, tmp_path):
    call(desk, "judge", "reject", first(desk, "figures"), *ANA)
    call(desk, "judge", "same", "--actors", "Ilse Brandt", "Tove Aas", *ANA)
    out = call(desk, "judge", "export").stdout
    (tmp_path / "made.jsonl").write_text(out, "utf-8")
    with Ledger.open(tmp_path / "other.ledger") as other:
        other.add([report(9, speaker="Per Lind")])
    for taken in ("2 judgements taken in, 2 of them new", "2 judgements taken in, 0 of them new"):
        assert call(desk, "judge", "import", "made.jsonl", "--ledger", "other.ledger").stdout.strip() == taken
    assert call(desk, "judge", "export", "--ledger", "other.ledger").stdout == out
    assert call(desk, "judge", "import", "-", stdin=out).stdout.strip() == "2 judgements taken in, 0 of them new"
    assert sorted(r["state"] for r in rows(desk, "judge", "list", "--ledger", "other.ledger")) == ["alone", "counts"]


GOOD = next(iter(dump_judgements([judge("note", "place", "Velm", why="seen")])))
BAD = [
    ("{", "truncated"),
    ('{"kind": "reject"}', "missing required field"),
    (GOOD.replace("seen", "unseen"), "changed afterwards"),
    (GOOD.replace('"note"', '"guess"'), "guess"),
    (GOOD.replace('"why"', '"whence"'), "whence"),
    ("[" * 9999, "is no judgement"),
    ('"\udcff"', "is no judgement"),
]


@pytest.mark.parametrize(("line", "says"), BAD, ids=range(len(BAD)))
def test_a_bad_line_is_told_with_file_and_line_and_nothing_is_taken(desk, line, says, capsys, monkeypatch):
    monkeypatch.chdir(desk)
    (desk / "made.jsonl").write_bytes(f"{GOOD}\n{line}\n".encode("utf-8", "surrogateescape"))
    with pytest.raises(SystemExit) as left:
        run(["judge", "import", "made.jsonl"])
    said = capsys.readouterr().err
    assert left.value.code == 1 and said.startswith("sayso: made.jsonl:3: ") and says in said
    assert rows(desk, "judge", "list") == []


def test_a_file_that_is_not_there_is_told(desk):
    assert "cannot be read" in str(call(desk, "judge", "import", "nowhere.jsonl").exception)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAMES = TEXTS.filter(lambda name: any(c.isalnum() for c in name))
MOMENTS = st.datetimes().map(lambda m: m.isoformat())
IDS = st.integers(0, 16**16 - 1).map(lambda n: f"f{n:016x}")
WHAT = st.one_of(
    st.builds(lambda id: ("reject", "figure", id), IDS),
    st.builds(lambda name: ("note", "place", name), NAMES),
    st.builds(lambda name: ("grade", "outlet", name), NAMES),
    st.builds(lambda id: ("correct", "figure", id), IDS),
)
VALUES = st.none() | st.floats(-1e9, 1e9)
ANY = st.builds(
    lambda what, value, **parts: judge(*what, **parts, **MORE.get(what[0], lambda _: {})(value)),
    WHAT,
    VALUES,
    who=NAMES,
    when=MOMENTS,
    why=NAMES,
)
MORE = {"correct": lambda value: {"field": "low", "value": value}, "grade": lambda _: {"grade": "C"}}


@settings(max_examples=40, deadline=None)
@given(st.lists(ANY, max_size=5))
def test_what_is_exported_is_imported(tmp_path_factory, made):
    file = tmp_path_factory.mktemp("made") / "made.jsonl"
    file.write_bytes("".join(dump_judgements(made)).encode())
    assert load_judgements(file) == made
