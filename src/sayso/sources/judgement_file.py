"""The file by which judgements go from one ledger to another: JSON Lines, one judgement a line.

Enters: a path, or "-" for standard input. Leaves: judgements. Refuses, with a message that names file and line: what is
no judgement, and one whose parts are not those that its id stands for. Nothing is taken of a file with such a line.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from sayso.model import Judgement, SaysoError
from sayso.model.encoding import decode, encode


def dump_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Lines, each with its end."""
    return (encode(one).decode() + "\n" for one in judgements)


def load_judgements(path: Path | str) -> list[Judgement]:
    """The judgements in the file. Raises `SaysoError` where it cannot be read or a line is no judgement."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
    except OSError as error:
        raise SaysoError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    lines = enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
    return [_load(line, f"{path}:{number}") for number, line in lines if line.strip()]


def _load(line: bytes, place: str) -> Judgement:
    try:
        return decode(line, Judgement)
    except SaysoError as error:
        raise SaysoError(f"{place}: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SaysoError(f"{place}: is no judgement ({error}); take the line out, or mend it") from error
