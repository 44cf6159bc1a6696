"""The page of the Python interface runs as it stands, and leaves no method of a ledger out."""

import doctest
import inspect
import re
import shutil
from pathlib import Path

from sayso.demo import demo_inputs, demo_situation
from sayso.ledger import Ledger

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "python.md"
ALIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_the_examples_of_the_python_page_print_what_it_shows(tmp_path, monkeypatch):
    (tmp_path / "reports").mkdir()
    for path in demo_inputs():
        shutil.copy(path, tmp_path / "reports" / path.name)
    shutil.copy(demo_situation(), tmp_path / "situation.toml")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, optionflags=ALIKE, encoding="utf-8")
    assert failed == 0 and tried > 20


def test_every_public_method_of_a_ledger_is_on_the_python_page():
    told = set(re.findall(r"(\w+)\(", PAGE.read_text("utf-8")))
    methods = {name for name, _ in inspect.getmembers(Ledger, callable) if not name.startswith("_")}
    assert methods - told == set()
