"""The pages hold together: links lead somewhere, and every command, option and problem code is documented."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import sayso
from sayso.cli.main import COMMANDS
from sayso.cli.main import sayso as group
from sayso.sources.formats import FORMATS
from sayso.sources.rows import FIELDS

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("requirements/*.md")])
COMMAND_PAGE = (ROOT / "docs/reference/commands.md").read_text("utf-8")
INPUT_PAGE = (ROOT / "docs/reference/inputs.md").read_text("utf-8")
PROBLEM_PAGE = (ROOT / "docs/reference/problems.md").read_text("utf-8")


def without_code(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.S)


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", without_code(page.read_text("utf-8")), flags=re.M)
    return {re.sub(r"[^\w -]", "", t.casefold()).replace(" ", "-") for t in titles}


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text("utf-8"))):
            if "://" not in target:
                yield page, target


def options(command: str) -> set[str]:
    found = [group.get_command(click.Context(group), command)]
    found += getattr(found[0], "commands", {}).values()
    options = (p for each in found for p in each.params if isinstance(p, click.Option))
    return {o for p in options for o in p.opts if o.startswith("--")}


def commands_in(command: str) -> set[str]:
    return set(getattr(group.get_command(click.Context(group), command), "commands", ()))


def section(command: str) -> str:
    return next((s for s in COMMAND_PAGE.split("\n## ")[1:] if s.startswith(f"sayso {command}\n")), "")


def problem_codes() -> set[str]:
    """The code in every `Problem(stage, code, …)` and `NotTaken(code, …)` of the source, where it is written out."""
    position = {"Problem": 1, "NotTaken": 0}
    found = set()
    for path in Path(sayso.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in position:
                at = position[node.func.id]
                code = [k.value for k in node.keywords if k.arg == "code"] or node.args[at : at + 1]
                found |= {c.value for c in code if isinstance(c, ast.Constant)}
    return found


@pytest.mark.parametrize(("page", "target"), list(links()), ids=lambda v: v.name if isinstance(v, Path) else v)
def test_a_link_leads_somewhere(page, target):
    path, _, anchor = target.partition("#")
    linked = (page.parent / path).resolve() if path else page
    assert linked.exists(), f"{page.name}: {target}"
    assert not anchor or anchor in anchors(linked), f"{page.name}: {target}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_with_its_options(command):
    documented = section(command)
    assert documented, f"docs/reference/commands.md has no section: ## sayso {command}"
    missing = {o for o in options(command) if not re.search(rf"`{o}\b", documented)}
    assert not missing, f"not in the section of sayso {command}: {missing}"


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_is_documented_that_is_not_there(command):
    named = set(re.findall(r"`(--[a-z-]+)", section(command)))
    assert named <= options(command)


@pytest.mark.parametrize("command", [c for c in COMMANDS if commands_in(c)])
def test_every_command_in_a_group_is_documented(command):
    assert set(re.findall(rf"`sayso {command} ([a-z-]+)", section(command))) == commands_in(command)


def test_no_command_is_documented_that_is_not_there():
    assert set(re.findall(r"^## sayso (\S+)", COMMAND_PAGE, flags=re.M)) == set(COMMANDS)


@pytest.mark.parametrize(("field", "names"), FIELDS.items(), ids=list(FIELDS))
def test_every_name_of_a_field_is_documented(field, names):
    row = re.search(rf"^\| {field} \|(.*)", INPUT_PAGE, flags=re.M)
    assert row
    assert tuple(re.findall(r"`([^`]+)`", row[1])) == names


def test_every_format_is_documented():
    missing = {ending for ending in FORMATS if f"`{ending}`" not in INPUT_PAGE}
    assert not missing, f"not in docs/reference/inputs.md: {missing}"


def test_every_problem_code_is_documented():
    codes = problem_codes()
    assert codes
    missing = {c for c in codes if f"| `{c}` |" not in PROBLEM_PAGE}
    assert not missing, f"not in docs/reference/problems.md: {missing}"
