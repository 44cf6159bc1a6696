"""The floors: figures below which the gate fails. They only rise.

`floors.toml` holds them by set and measure. `gate.py --update` raises a floor to what was measured, rounded down to
three decimals, and never lowers one. To lower one, edit the file by hand and give the reason in the commit.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from measures import Row, round_down

FILE = Path(__file__).resolve().parent / "floors.toml"
HEAD = (
    "# Figures below which the gate fails; `python eval/gate.py --update` raises them and never lowers one.\n"
    "# Lowering one is an edit by hand, with the reason in the commit."
)


def load_floors() -> dict[str, dict[str, float]]:
    """The floors by set and measure."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}


def raise_floors(rows: Iterable[Row]) -> list[Row]:
    """The rows, each with the higher of its floor and its figure as its floor."""
    return [replace(row, floor=max(row.floor or 0.0, round_down(row.ours.value))) for row in rows]


def write_floors(rows: Iterable[Row]) -> None:
    """Write the floors of the rows into the file, by set."""
    lines: dict[str, list[str]] = {}
    for row in rows:
        lines.setdefault(row.set, []).append(f'"{row.metric}" = {row.floor:.3f}')
    sets = [f"\n[{name}]\n" + "\n".join(of) for name, of in lines.items()]
    FILE.write_text("\n".join([HEAD, *sets]) + "\n", encoding="utf-8", newline="\n")
