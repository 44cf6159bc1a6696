"""The reports are what the tutorial says: fourteen of six outlets on five days, and one broken file."""

import json
import re
from datetime import date

import msgspec
import pytest

from sayso.demo import demo_folder, demo_inputs, demo_situation
from sayso.model import Situation

DAYS = [f"2025-06-{n:02}" for n in range(9, 14)]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def rows() -> list[dict[str, str]]:
    return [
        json.loads(line) for p in demo_inputs() if p.suffix == ".jsonl" for line in p.read_text("utf-8").splitlines()
    ]


def texts() -> dict[str, str]:
    files = {p.name: p.read_text("utf-8") for p in demo_inputs() if p.suffix != ".jsonl" and p.name != "damaged.txt"}
    return files | {r["id"]: r["text"] for r in rows()}


def test_there_are_fourteen_reports_and_a_broken_file():
    assert len(texts()) == 14
    assert {p.suffix for p in demo_inputs()} == {".jsonl", ".txt", ".html", ".md"}
    with pytest.raises(UnicodeDecodeError):
        next(p for p in demo_inputs() if p.name == "damaged.txt").read_text("utf-8")


def test_the_rows_cover_every_day():
    assert {r["date"] for r in rows()} == set(DAYS)


def test_six_outlets_report():
    pages = {"Crisis Desk", "Relief Monitor"}
    assert len({r["outlet"] for r in rows()} | {o for o in pages if any(o in t for t in texts().values())}) == 6


@pytest.mark.parametrize(("name", "text"), texts().items(), ids=list(texts()))
def test_every_weekday_named_with_its_number_is_right(name, text):
    for weekday, number in re.findall(rf"\b({'|'.join(WEEKDAYS)}),? \(?(\d\d?)\b", text):
        assert WEEKDAYS[date(2025, 6, int(number)).weekday()] == weekday, f"{name}: {weekday} {number}"


@pytest.mark.parametrize(("name", "text"), texts().items(), ids=list(texts()))
def test_every_report_is_short(name, text):
    words = len(re.sub(r"<[^>]+>", " ", text).split())
    assert 80 <= words <= 330, f"{name} has {words} words"


def test_the_situation_is_one_and_leaves_day_zero_to_be_proposed():
    situation = msgspec.toml.decode(demo_situation().read_bytes(), type=Situation)
    assert [p.name for p in situation.parties] == ["Ardania", "Velmark"]
    assert situation.day_zero is None


def test_the_folder_holds_the_situation_and_the_reports():
    with demo_folder() as folder:
        assert (folder / "situation.toml").is_file()
        assert [p.name for p in sorted((folder / "reports").iterdir())] == [p.name for p in demo_inputs()]
