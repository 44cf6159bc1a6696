"""Fit linear models over hashed features: the training side of `sayso.readings.weights`.

Enters: rows of feature names with a label each (true or false, or a share from 0 to 1). Leaves: the arrays that
`weights_of` reads. Needs scikit-learn; fitting 500,000 rows of 40 features takes about a minute on one core, and gives
the same weights each time.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from sayso.readings.weights import place

LARGEST = 32767
"""The largest 16-bit whole number."""
FINEST = 1 / 256
"""The step of weights in nats where all of them fit into 16 bits so."""


def matrix(rows: Iterable[Sequence[str]], bits: int) -> csr_matrix:
    """One row of hashed counts for each of `rows`."""
    size, starts, places = 1 << bits, [0], []
    known: dict[str, int] = {}
    for row in rows:
        for feature in row:
            at = known.get(feature)
            if at is None:
                at = known[feature] = place(feature, size)
            places.append(at)
        starts.append(len(places))
    ones = np.ones(len(places), dtype=np.float32)
    return csr_matrix((ones, np.array(places, dtype=np.int32), np.array(starts)), shape=(len(starts) - 1, size))


def fit(features: csr_matrix, labels: Sequence[float], *, strength: float) -> dict[str, np.ndarray]:
    """The arrays of a logistic model. A label between 0 and 1 counts as that share of a true one."""
    share = np.asarray(labels, dtype=np.float64)
    worth = np.ones(len(share))
    if ((share > 0) & (share < 1)).any():
        features = vstack([features, features]).tocsr()
        worth = np.concatenate([share, 1 - share])
        share = np.concatenate([np.ones(len(share)), np.zeros(len(share))])
        kept = worth > 0
        features, worth, share = features[kept], worth[kept], share[kept]
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=60)
    model.fit(features, share > 0.5, sample_weight=worth)
    return pack(model.coef_[0], float(model.intercept_[0]))


def pack(weights: np.ndarray, bias: float) -> dict[str, np.ndarray]:
    """Arrays of whole numbers: every weight in steps of `FINEST`, coarser where one would not fit."""
    scale = max(FINEST, float(np.abs(weights).max()) / LARGEST)
    whole = np.rint(weights / scale).astype(np.int16)
    return {"weights": whole, "scale": np.float64(scale), "bias": np.float64(bias)}


def save(arrays: dict[str, np.ndarray], path: Path) -> None:
    """Write a model as a compressed archive, without the time of day, so that it is the same bytes each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)
