"""`sayso copies` tells which texts several documents are, and what became of a page that was changed."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli.main import sayso

TEXT = (
    "ORLAN (AP) — At least 12 people were killed in Velm on Monday when the dam broke, the harbour council said. The "
    "ferry was stopped and the bridge to the northern bank stayed closed until the evening. Crews from three districts "
    "brought bread, water and fuel to the school where families had spent the night. The mayor asked farmers of the "
    "valley to keep away from the river, which stood two metres above its banks."
)
PAGE = "https://velmpost.example/dam"
ROWS = [
    {"id": "a", "outlet": "The Velm Post", "url": PAGE, "date": "2031-05-02", "title": "Dam breaks", "text": TEXT},
    {"id": "b", "outlet": "The Velm Post", "url": f"{PAGE}?utm_source=x", "date": "2031-05-03", "title": "Dam breaks",
     "text": TEXT.replace("12 people", "14 people") + " Sirens were heard again at noon."},
    {"id": "c", "outlet": "apnews.com", "url": "", "date": "2031-05-03", "title": "Dam", "text": TEXT},
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    assert call(folder, "add", "rows.jsonl").exit_code == 0
    return folder


def call(folder, *arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, arguments)


def rows(folder, *arguments):
    return json.loads(call(folder, "copies", *arguments, "--format", "json").stdout)


def test_the_origin_comes_first_with_the_words_that_credit_it(desk):
    origin, *others = rows(desk)
    assert (origin["outlet"], origin["reason"], origin["wire"]) == ("apnews.com", "wire", "Associated Press")
    assert origin["credit_words"] == "(AP)"
    assert [row["kind"] for row in others] == ["exact", "near"]


def test_as_of_a_day_what_came_later_is_not_there(desk):
    assert rows(desk, "--as-of", "2031-05-02") == []
    assert call(desk, "copies", "--as-of", "2031-05-02").stderr == "No text stands in two documents.\n"


def test_since_a_day_only_texts_that_a_document_was_added_to(desk):
    assert len(rows(desk, "--since", "2031-05-03")) == 3
    assert rows(desk, "--since", "2031-05-04") == []


def test_programs_get_every_value(desk):
    told = list(csv.DictReader(io.StringIO(call(desk, "copies", "--changes", "--format", "csv").stdout)))
    assert {"text", "document", "kind", "share", "origin_share", "credit_words", "changed"} <= set(told[0])


def test_what_a_version_changed_is_told(tmp_path):
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS[:2])), encoding="utf-8")
    assert call(tmp_path, "add", "rows.jsonl").exit_code == 0
    version = rows(tmp_path, "--changes")[1]
    assert version["kind"] == "version"
    assert "12 → 14" in version["changed"]
    assert "Sirens were heard again at noon" in version["changed"]


def test_a_version_is_compared_with_the_one_before_it(tmp_path):
    third = ROWS[1] | {"id": "d", "date": "2031-05-04", "text": ROWS[1]["text"].replace("14 people", "15 people")}
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, [*ROWS[:2], third])), encoding="utf-8")
    assert call(tmp_path, "add", "rows.jsonl").exit_code == 0
    assert [row["changed"] for row in rows(tmp_path, "--changes")][2] == "14 → 15; + 15; - 14"
