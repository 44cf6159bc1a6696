"""Fit the weights by which two events are taken for one happening.

    python training/incidents.py LEDGER

Enters: a ledger of the stream of reports, see CONTRIBUTING.md, and `incidents.csv`: pairs of its events with what five
readers said of them, "one" happening or "two", "none" that could be found again, or "unclear". Of the first 886, half
were drawn of what an earlier reader of incidents had joined, half of what it had left apart within two days at one
place; the others are pairs of merged incidents, a dozen of each at most, and of neighbours, as sheets had them. Leaves:
on standard output, the weights for `sayso.ledger.incidents.pairs`, and how many pairs they tell rightly where pairs of
the same place and day were kept out of fitting. Needs scikit-learn; takes half a minute.
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from sayso.ledger import Ledger
from sayso.ledger.incidents.gathering import Gathering
from sayso.ledger.incidents.pairs import Features

PAIRS = Path(__file__).with_suffix(".csv")
STRENGTH = 0.3
"""The inverse of the penalty on weights (`C`): from .1 to 3 the pairs told rightly differ by less than one in 200."""
FOLDS = 10
Pair = tuple[str, str]
Row = tuple[Features, bool, str]


def judged(sheet: Path) -> dict[Pair, bool]:
    """Pairs of ids of events, and whether they are one happening."""
    with sheet.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["verdict"] != "unclear"]
    pairs = ((tuple(row["events"].split()), row["verdict"] == "one") for row in rows)
    return {(one, other): same for (one, other), same in pairs}


def weighed(ledger: Path, pairs: dict[Pair, bool]) -> Iterator[Row]:
    """What is weighed of each pair that is weighed at all, whether it is one, and where and when the first was."""
    with Ledger.open(ledger) as record:
        record.settle_situation()
        events = {event.id: event for event in record.events()}
        linking = Gathering(record._connection, record._wanted(None), record._names(None), record._copies(None)).linking
        for (one, other), same in pairs.items():
            features = linking.features(one, other)
            if features is not None:
                yield features, same, f"{events[one].place} {events[one].event.date}"


def fit(rows: Sequence[Row]) -> tuple[Features, float]:
    """The weights, and the share of pairs that are told rightly by those fitted on others."""
    values = np.array([list(features)[:-1] for features, _, _ in rows], np.float64)
    labels = [same for _, same, _ in rows]
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))
    right = cross_val_score(model, values, labels, groups=[block for *_, block in rows], cv=GroupKFold(FOLDS)).mean()
    scale, line = model.fit(values, labels)[0], model[1]
    slopes = line.coef_[0] / scale.scale_
    bias = line.intercept_[0] - slopes @ scale.mean_
    return Features(*np.round([*slopes, bias], 2).tolist()), float(right)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the weights by which two events are taken for one happening.")
    parser.add_argument("ledger", type=Path)
    rows = list(weighed(parser.parse_args().ledger, judged(PAIRS)))
    weights, right = fit(rows)
    print(f"{len(rows)} pairs, {right:.3f} told rightly", weights, sep="\n")


if __name__ == "__main__":
    main()
