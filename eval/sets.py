"""The gold sets: for each, the program that prepares its documents, and the one that scores readings of them.

Enters: the folder of gold sets. Leaves: commands, as `runs` runs them. A scorer prints one JSON object, a figure a key:
either a number or an object with `precision`, `recall` and `f1`.
"""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORD = "record"
UNITS = "{shared}/gold/figures"
STATEMENTS = "{shared}/gold/statements"
INCIDENTS = "{shared}/gold/incidents/isaf_press_releases_ft_test.jsonl"


@dataclass(frozen=True)
class GoldSet:
    """Commands without their interpreter: `{shared}`, `{here}` and `{readings}` stand for folders and a file.

    A set that has `rows`, a file of documents as it is, needs no preparing. One that has neither is no set of readings:
    what it measures comes before them.
    """

    name: str
    score: tuple[tuple[str, ...], ...]
    prepare: tuple[str, ...] = ()
    rows: str = ""

    @property
    def is_read(self) -> bool:
        """Whether its documents are read before it is scored."""
        return bool(self.prepare or self.rows)

    def preparing(self, shared: Path) -> list[str]:
        """The command that prints the documents, one row a line."""
        return [part.format(shared=shared, here=HERE) for part in self.prepare]

    def scoring(self, shared: Path, readings: Path | None) -> list[list[str]]:
        """The commands that print the figures of the readings."""
        return [[part.format(shared=shared, here=HERE, readings=readings) for part in c] for c in self.score]


def _published(name: str, *more: tuple[str, ...]) -> GoldSet:
    """A set of the shared scorer."""
    script = "{shared}/eval/gold.py"
    return GoldSet(name, ((script, "score", name, "{readings}", "--json"), *more), (script, "prepare", name))


def _record(name: str, gold: str, prepare: tuple[str, ...] = (), rows: str = "") -> GoldSet:
    """A set in the form of the hand-made records."""
    scorers = (
        ("{shared}/eval/score_record.py", gold, "{readings}", "--json"),
        ("{here}/wrong_speakers.py", "record", gold, "{readings}", "--json"),
    )
    return GoldSet(name, scorers, prepare, rows)


# The longest come first: two are read at a time.
SETS = (
    _published("places"),
    _published("times"),
    _published(
        "statements",
        ("{here}/wrong_speakers.py", "statements", STATEMENTS, "{readings}", "--json"),
        ("{here}/split_quotations.py", STATEMENTS, "{readings}", "--json"),
    ),
    GoldSet(
        "incidents",
        (("{here}/incidents.py", "score", INCIDENTS, "{readings}", "--json"),),
        ("{here}/incidents.py", "prepare", INCIDENTS),
    ),
    _record("sealed", "{here}/held/sealed", prepare=("{here}/held.py", "--part", "sealed", "--rows", "-")),
    _record(RECORD, "{shared}/gold/record", rows="{shared}/gold/record/input.jsonl"),
    _published("quantities"),
    GoldSet(
        "units",
        (("{here}/unit_sets.py", "score", UNITS, "{readings}", "--json"),),
        ("{here}/unit_sets.py", "prepare", UNITS),
    ),
    GoldSet("stories", (("{here}/stories.py", "{shared}", "--json"),)),
    GoldSet("day", (("{here}/day_without_date.py", "{shared}/corpora/ukraine2022/dev.jsonl", "--json"),)),
    GoldSet("copies", (("{here}/copies.py", "--json"),)),
)
