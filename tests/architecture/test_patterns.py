"""No regular expression backtracks without bound."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from backtracking import tried_anew, unbounded

ROOT = Path(sayso.__file__).parent
SEARCHING = r"\.(?:search|finditer|findall|sub|subn|split)\("
KNOWN = [
    (r"(a+)+b", True),
    (r"(\w+\s?)+x", True),
    (r"(?:\d+,?)+x", True),
    (r"\w+\d+x", True),
    (r"(?:a|b+)*c", True),
    (r".*foo.*bar", True),
    (r"a{0,5000}a{0,5000}", True),
    (r"\w+ \w+", False),
    (r"\w++\d+x", False),
    (r"a{1,30}a{1,30}", False),
    (r"[^,]+,[^,]+", False),
    (r"(?:[^\W\d_]\.){2,}", False),
    (r"\w+(?:['’]\w+)*", False),
    (r"\s*(?:-\s+)*", False),
]
ANEW = [(r"\s+x", True), (r"(\s+)x", True), (r"(?<!\s)\s+x", False), (r"\s+", False), (r"\s{1,9}x", False)]


@pytest.mark.parametrize(("pattern", "backtracks"), KNOWN)
def test_what_backtracks_is_told_by_the_structure(pattern, backtracks):
    assert bool(unbounded(pattern)) is backtracks


@pytest.mark.parametrize(("pattern", "anew"), ANEW)
def test_what_is_tried_anew_from_every_place_is_told_by_the_structure(pattern, anew):
    assert bool(tried_anew(pattern)) is anew


@pytest.fixture(scope="module")
def patterns():
    script = Path(__file__).with_name("list_patterns.py")
    done = subprocess.run([sys.executable, "-X", "utf8", str(script)], stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    assert len(found) > 100
    return [(pattern, flags & ~re.UNICODE, ROOT / file) for pattern, flags, file in found]


def test_no_pattern_backtracks_without_bound(patterns):
    assert not [(file.name, p, why) for p, flags, file in patterns if (why := unbounded(p, flags))]


def test_no_pattern_that_is_searched_for_is_tried_anew_from_every_place_of_a_long_run(patterns):
    """One that begins with an endless repeat may be matched where it must stand, but not looked for."""
    trouble = []
    for pattern, flags, file in patterns:
        if tried_anew(pattern, flags):
            code = file.read_text("utf-8")
            names = [n for n, v in vars(_module(file)).items() if getattr(v, "pattern", None) == pattern]
            if not names or any(re.search(rf"\b{name}{SEARCHING}", code) for name in names):
                trouble.append((file.name, pattern))
    assert not trouble


def _module(file):
    return sys.modules.get(_name(file)) or __import__(_name(file), fromlist=["_"])


def _name(file):
    return ".".join(("sayso", *file.relative_to(ROOT).with_suffix("").parts))
