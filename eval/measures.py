"""What is measured: for each set the figures looked at, where its scorer prints them, and what others published."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Measure:
    """One figure: the set, our words for it, the scorer's key, and the best published figure with its system."""

    set: str
    metric: str
    key: str
    published: str = ""


@dataclass(frozen=True)
class Row:
    """One measured figure beside the published one and the floor it must not fall below."""

    set: str
    metric: str
    ours: float
    published: str
    floor: float | None

    @property
    def fails(self) -> bool:
        """Whether the figure, rounded down as floors are, is below its floor."""
        return self.floor is not None and round_down(self.ours) < self.floor


def round_down(figure: float) -> float:
    """Three decimals, never more than `figure`; the addend is for what binary fractions leave over."""
    return int(figure * 1000 + 1e-6) / 1000


def value_of(scores: dict[str, Any], measure: Measure) -> float:
    """The F1 that the scorer printed under the measure's key, or the plain figure where it has no parts."""
    found = scores[measure.key]
    return float(found["f1"] if isinstance(found, dict) else found)


RECORD_TASKS = (
    "document date",
    "statement found",
    "statement + speaker",
    "statement + speaker + via",
    "figure found",
    "figure + value",
    "figure + value + measure",
    "figure + value + measure + source",
    "event found",
    "event + place",
    "event + date",
    "furniture kept out",
)

# The published figures are of other halves of the same sets, or of other sets where it says so: the sets' own README
# files, in the folder that the gate reads, give the papers.
MEASURES = (
    *(Measure("record", task, task) for task in RECORD_TASKS),
    Measure("times", "relaxed", "relaxed", "HeidelTime .903, SUTime .903"),
    Measure("times", "strict", "strict", "HeidelTime .813, SUTime .796"),
    Measure("times", "value", "value", "HeidelTime .776, SUTime .674"),
    Measure("quantities", "value", "value", "CQE .920, quantulum3 .730"),
    Measure("quantities", "value + unit", "value + unit", "CQE .856, quantulum3 .472"),
    Measure("quantities", "value + change", "value + change", "CQE .881"),
    Measure("quantities", "value + concept", "value + concept, all words", "CQE .570"),
    Measure("statements", "found", "found (content Dice >= .5)"),
    Measure("statements", "found with its source", "found with its source"),
    Measure("statements", "source, overlap", "source overlap", "Citron on PARC3 .853"),
    Measure("statements", "content, overlap", "content overlap", "Citron on PARC3 .833"),
    Measure("places", "found", "found"),
    Measure("places", "found and within 161 km", "found and within 161 km"),
    Measure("places", "within 161 km of those found", "accuracy@161 of those found", "mentions given: Mordecai3 .827"),
)
