"""The file in which a person says what is followed: `situation.toml`.

Enters: a path. Leaves: a `Situation`. Refuses, with a message that names file, key and next step: what is not TOML, a
key that a situation does not have, a value of the wrong kind, a day zero that is no day.
"""

import datetime
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from sayso.model import SaysoError, Situation

NAME = "situation.toml"
KEYS = tuple(f.name for f in msgspec.structs.fields(Situation))


def load_situation(path: Path | str) -> Situation:
    """The situation in the file at `path`. Raises `SaysoError` where it cannot be one."""
    path = Path(path)
    try:
        raw = msgspec.toml.decode(path.read_bytes())
    except OSError as error:
        raise SaysoError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SaysoError(f"{path}: is not valid TOML ({error}); mend the line") from error
    if isinstance(raw.get("day_zero"), datetime.date):  # a TOML date without quotation marks
        raw["day_zero"] = raw["day_zero"].isoformat()[:10]
    try:
        situation = msgspec.convert(raw, Situation)
    except msgspec.ValidationError as error:
        known = ", ".join(KEYS)
        raise SaysoError(f"{path}: {error}; a situation has the keys {known}") from error
    if situation.day_zero is not None and not _is_day(situation.day_zero):
        raise SaysoError(f"{path}: day_zero is {situation.day_zero!r}; write a day such as 2031-05-24")
    return situation


def find_situation(folder: Path | str) -> Path | None:
    """The `situation.toml` in `folder` or the nearest folder above it."""
    folder = Path(folder).resolve()
    return next((p / NAME for p in (folder, *folder.parents) if (p / NAME).is_file()), None)


def dump_situation(situation: Situation, comments: Mapping[str, Sequence[str]] | None = None) -> str:
    """The TOML of `situation`. `comments` are, by key, the words that its value rests on, written above it."""
    comments = comments or {}
    lines: list[str] = []

    def add(key: str, *written: str) -> None:
        lines.extend(f"# {' '.join(c.split())}" for c in comments.get(key, ()))
        lines.extend(written)

    add("name", f"name = {_quoted(situation.name)}")
    zero = situation.day_zero
    add("day_zero", f"day_zero = {_quoted(zero)}" if zero else '# day_zero = "2031-05-24"')
    add("places", f"places = {_listed(situation.places)}")
    add("watch", f"watch = {_listed(situation.watch)}")
    add("forms", f"forms = {_listed(situation.forms)}")
    if situation.names:
        lines.append("")
        add("names", "[names]", *(f"{_quoted(k)} = {_listed(v)}" for k, v in situation.names.items()))
    for number, party in enumerate(situation.parties):
        lines.append("")
        if number == 0:
            add("parties")
        lines += ["[[parties]]", f"name = {_quoted(party.name)}", f"aliases = {_listed(party.aliases)}"]
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """A TOML basic string, which a JSON string without escaped slashes is; DEL alone needs escaping beyond JSON's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(values: Sequence[str]) -> str:
    return "[" + ", ".join(map(_quoted, values)) + "]"


def _is_day(value: str) -> bool:
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
