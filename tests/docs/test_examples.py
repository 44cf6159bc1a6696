"""Every `$ sayso …` in a console block of the README and the tutorial prints what the page shows.

The examples of a page are run one after the other in an empty folder of their own. `...` stands for anything, and white
space is compared as a person would. `$ cd` is followed; what is no command of sayso is not run.
"""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from sayso.cli.main import run

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "docs" / "tutorial.md", ROOT / "docs" / "how-to.md"]
ALIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def examples(page: Path) -> list[tuple[str, str]]:
    """The command lines of a page, each with the output shown under it."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), flags=re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown))
    return found


def printed(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        run(shlex.split(command)[1:])
    return capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_examples_of_a_page_print_what_it_shows(page, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("NO_COLOR", "1")
    folder = tmp_path
    ran = 0
    for command, shown in examples(page):
        monkeypatch.chdir(folder)
        if command.startswith("cd "):
            folder = folder / command.removeprefix("cd ").strip()
        elif command.startswith("sayso "):
            output = printed(command, capsys)
            assert doctest.OutputChecker().check_output(shown, output, ALIKE), f"$ {command}\n{output}"
            ran += 1
    assert ran, f"{page.name} shows no example"
