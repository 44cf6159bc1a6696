"""The gold sets: for each, the program that prepares its documents, and the one that scores readings of them.

Enters: the folder of gold sets. Leaves: commands, as `runs` runs them. A scorer prints one JSON object, a figure a key:
either a number or an object with `precision`, `recall` and `f1`.
"""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORD = "record"
INCIDENTS = "{shared}/gold/incidents/isaf_press_releases_ft_test.jsonl"


@dataclass(frozen=True)
class GoldSet:
    """Commands without their interpreter: `{shared}`, `{here}` and `{readings}` stand for folders and a file.

    A set that has `rows`, a file of documents as it is, needs no preparing.
    """

    name: str
    score: tuple[str, ...]
    prepare: tuple[str, ...] = ()
    rows: str = ""

    def preparing(self, shared: Path) -> list[str]:
        """The command that prints the documents, one row a line."""
        return [part.format(shared=shared, here=HERE) for part in self.prepare]

    def scoring(self, shared: Path, readings: Path) -> list[str]:
        """The command that prints the figures of the readings."""
        return [part.format(shared=shared, here=HERE, readings=readings) for part in self.score]


def _published(name: str) -> GoldSet:
    """A set of the shared scorer."""
    script = "{shared}/eval/gold.py"
    return GoldSet(name, (script, "score", name, "{readings}", "--json"), (script, "prepare", name))


# The longest come first: two are read at a time.
SETS = (
    _published("places"),
    _published("times"),
    _published("statements"),
    GoldSet(
        "incidents",
        ("{here}/incidents.py", "score", INCIDENTS, "{readings}", "--json"),
        ("{here}/incidents.py", "prepare", INCIDENTS),
    ),
    GoldSet(
        RECORD,
        ("{shared}/eval/score_record.py", "{shared}/gold/record", "{readings}", "--json"),
        rows="{shared}/gold/record/input.jsonl",
    ),
    _published("quantities"),
)
