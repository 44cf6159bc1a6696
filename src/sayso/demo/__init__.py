"""The demo: an invented crisis in five days, six outlets and fourteen short reports, shipped with the package.

Leaves: the paths of the reports and of their situation. Countries, towns, people and outlets are all invented. One of
the files is broken on purpose, so that the first run shows what a `Problem` looks like.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path


@contextmanager
def demo_folder() -> Iterator[Path]:
    """The folder that holds `situation.toml` and `reports/`, unpacked for as long as the block runs if need be."""
    with resources.as_file(resources.files("sayso.demo")) as folder:
        yield folder


def demo_inputs() -> list[Path]:
    """The demo's report files, in the order of their names, for an installation in a folder (as every wheel's is)."""
    with demo_folder() as folder:
        return sorted((folder / "reports").iterdir())


def demo_situation() -> Path:
    """The demo's `situation.toml`."""
    with demo_folder() as folder:
        return folder / "situation.toml"
