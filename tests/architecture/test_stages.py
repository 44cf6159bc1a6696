"""The way of the data is one direction: a stage imports the nouns and earlier stages only, and readers are pure."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso

ROOT = Path(sayso.__file__).parent
ORDER = ["model", "languages", "gazetteer", "sources", "documents", "readings", "ledger", "brief", "exports", "web"]
MODULES = sorted(p for p in ROOT.rglob("*.py") if "demo" not in p.parts)
IMPURE = {
    "asyncio", "datetime.now", "http", "io", "os", "pathlib", "random", "requests", "secrets", "shutil", "socket",
    "sqlalchemy", "sqlite3", "ssl", "subprocess", "tempfile", "time", "urllib",
}  # fmt: skip
LOADERS = {"pipeline.py"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the stage"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent != ROOT], ids=name_of)
def test_a_stage_imports_no_later_stage(path):
    stage = path.relative_to(ROOT).parts[0]
    if stage not in ORDER:
        return
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "sayso" and len(parts) > 1 and parts[1] in [*ORDER, "cli", "demo"]:
            assert parts[1] in ORDER[: ORDER.index(stage) + 1], f"{stage} imports {module}"


@pytest.mark.parametrize("path", [p for p in MODULES if "readings" in p.parts], ids=name_of)
def test_a_reader_touches_no_file_network_clock_or_store(path):
    if path.name in LOADERS:
        return
    touched = {m for m in imports(path) if m.split(".")[0] in IMPURE}
    assert not touched
    calls = [n.func for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    called = {f.id for f in calls if isinstance(f, ast.Name)} | {f.attr for f in calls if isinstance(f, ast.Attribute)}
    assert not called & {"open", "now", "today", "utcnow", "read_text", "read_bytes", "write_text", "urlopen"}


OWN_SQL = r"json_extract|json_each|\bPRAGMA\b|\bMATCH\b|rowid\b|dialect\.name"
OF_FILES = {"inspecting.py", "copying.py"}


@pytest.mark.parametrize("path", [p for p in MODULES if p.parts[-3:-1] != ("ledger", "stores")], ids=name_of)
def test_the_sql_of_one_store_is_said_in_its_module(path):
    """A ledger may be on a server, which many who write code do not have at hand."""
    if path.name in OF_FILES or "migrations" in path.parts or "sqlalchemy" not in path.read_text(encoding="utf-8"):
        return
    found = re.findall(OWN_SQL, path.read_text(encoding="utf-8").replace("sqlite_with_rowid", ""))
    assert not found, (
        f"{found}: only SQLite knows these; use is_one_of, has_words and has_one_of_each of sayso.ledger.asking, "
        "or Field of sayso.ledger.stores.store"
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_code_branches_on_a_language(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            for side in [node.left, *node.comparators]:
                constants = [n.value for n in ast.walk(side) if isinstance(n, ast.Constant)]
                assert not {"en", "uk", "pt", "fr", "ru", "es", "de", "ar"} & {
                    c for c in constants if isinstance(c, str)
                }
        assert not (isinstance(node, ast.Match) and "language" in ast.dump(node.subject))
