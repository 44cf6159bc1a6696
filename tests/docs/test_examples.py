"""Every `$ sayso …` in a console block of the README, the tutorial, the how-to and exports prints what the page shows.

The examples of a page are run one after the other in an empty folder of their own. `...` stands for anything, and white
space is compared as a person would. `$ cd` is followed; what is no command of sayso is not run. With `SAYSO_REWRITE=1`
in the environment the pages are written anew instead: an output that ends with `...` keeps its number of lines.
"""

import doctest
import os
import re
import shlex
from pathlib import Path

import pytest

from sayso.cli.main import run

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *(ROOT / "docs" / name for name in ("tutorial.md", "how-to.md", "reference/exports.md"))]
ALIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
EXAMPLE = re.compile(r"^\$ (?P<command>.*)\n(?P<shown>(?:(?!\$ |```).*\n)*)", flags=re.M)
REWRITE = os.environ.get("SAYSO_REWRITE") == "1"


def examples(page: Path) -> list[re.Match[str]]:
    """The command lines of a page's console blocks, each with the output shown under it."""
    text = page.read_text("utf-8")
    blocks = re.finditer(r"^```console\n.*?^```", text, flags=re.M | re.S)
    return [e for b in blocks for e in EXAMPLE.finditer(text, b.start(), b.end())]


def printed(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        run(shlex.split(command)[1:])
    return "".join(line.rstrip() + "\n" for line in capsys.readouterr().out.splitlines())


def renewed(shown: str, output: str) -> str:
    """The output as the page is to show it: as much of it as was shown before."""
    lines = shown.splitlines()
    if lines[-1:] != ["..."]:
        return output
    return "\n".join([*output.splitlines()[: len(lines) - 1], "..."]) + "\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_examples_of_a_page_print_what_it_shows(page, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("NO_COLOR", "1")
    folder = tmp_path
    text = page.read_text("utf-8")
    outputs = {}
    for example in examples(page):
        command, shown = example["command"], example["shown"]
        monkeypatch.chdir(folder)
        if command.startswith("cd "):
            folder = folder / command.removeprefix("cd ").strip()
        elif command.startswith("sayso "):
            output = printed(command, capsys)
            same = doctest.OutputChecker().check_output(shown, output, ALIKE)
            assert REWRITE or same, f"$ {command}\n{output}"
            outputs[example.span("shown")] = shown if same else renewed(shown, output)
    assert outputs, f"{page.name} shows no example"
    if REWRITE:
        for (start, end), output in sorted(outputs.items(), reverse=True):
            text = text[:start] + output + text[end:]
        page.write_text(text, encoding="utf-8", newline="\n")
