"""`start.py` needs no more than Python, says so to an old one, and sets up only when something changed."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    python = tmp_path / "python"
    python.touch()
    monkeypatch.setattr(module, "PYTHON", python)
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp")
    module.calls = []
    monkeypatch.setattr(module.subprocess, "call", lambda command, **_: module.calls.append(command) or 0)
    return module


def test_an_old_python_is_told_which_one_is_needed(start, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    assert "needs Python 3.11" in start.main(["demo"])
    assert start.calls == []


def test_a_second_run_installs_nothing(start):
    start.main(["demo"])
    first = len(start.calls)
    start.main(["demo"])
    assert first == 3
    assert len(start.calls) == first + 1


def test_what_checks_need_serves_for_running_too(start):
    start.main(["check"])
    before = len(start.calls)
    start.main(["demo"])
    assert len(start.calls) == before + 1


def test_a_changed_requirement_installs_anew(start, monkeypatch):
    start.main(["demo"])
    monkeypatch.setattr(start, "fingerprint", lambda: "other")
    assert start.install("run.txt") is None
    assert "--require-hashes" in start.calls[-2]


def test_a_step_that_fails_is_named(start, monkeypatch):
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: 1)
    assert "failed at" in start.main(["demo"])
    assert not start.STAMP.exists()
