"""Every entry of every lexicon carries an example, and the reader of that file must make of it what the entry says.

For each file `languages/LL/NAME.toml` there is `tests/lexicon_checks/NAME.py` with `gives(entry, analysis) -> str`:
what the reader of that file makes of `entry.example`, in the short form that the file's `about` explains.
"""

import importlib

import pytest

from sayso.languages import load_language, supported_languages

ENTRIES = [
    pytest.param(code, name, entry, id=f"{code}/{name}: {entry.term}")
    for code in supported_languages()
    for name, lexicon in load_language(code).lexicons.items()
    for entry in lexicon.entry
]


@pytest.mark.parametrize(("code", "name", "entry"), ENTRIES)
def test_an_entry_gives_what_its_example_says(code, name, entry, analysis):
    check = importlib.import_module(f"lexicon_checks.{name}")
    assert check.gives(entry, analysis) == entry.gives


@pytest.mark.parametrize("code", supported_languages())
def test_every_language_has_the_same_files(code):
    assert set(load_language(code).lexicons) == set(load_language("en").lexicons)


@pytest.mark.parametrize(("code", "name", "entry"), ENTRIES)
def test_an_example_shows_its_term(code, name, entry):
    example = entry.example.casefold()
    assert any(s.casefold() in example for s in entry.spellings), entry.example
