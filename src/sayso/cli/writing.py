"""Say in one line why a file cannot be written that the user has named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.model import SaysoError


@contextmanager
def writing_to(path: Path | str) -> Iterator[None]:
    """What is enclosed writes at `path` and nowhere else; its trouble becomes a `SaysoError`."""
    try:
        yield
    except OSError as error:
        raise SaysoError(f"{path} cannot be written ({error.strerror or error}); name another place") from error
