"""Show progress on standard error: a bar where that is a terminal, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(label: str, length: int | None = None) -> Iterator[Callable[[], None]]:
    """Yield a function to be called once for each thing done; `length` is how many there will be, where known."""
    stream = sys.stderr
    if not stream.isatty() or length == 0:
        yield lambda: None
        return
    with click.progressbar(range(length or 0), label=label, file=stream, show_pos=True) as bar:
        yield lambda: bar.update(1)
