"""A linear model over hashed features scores the same on every machine, and holds no words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.languages.arrays import load_arrays
from sayso.model import SaysoError
from sayso.readings import weights
from sayso.readings.weights import place, weights_of

SIZE = 1 << 16


def arrays(**at):
    """A model with the weights given by feature."""
    table = np.zeros(SIZE, dtype=np.int16)
    for feature, weight in at.items():
        table[place(feature, SIZE)] = weight
    return {"weights": table, "scale": np.float64(0.25), "bias": np.float64(-1.0)}


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ([], -1.0),
        (["said"], 1.0),
        (["said", "bridge"], 0.25),
        (["said", "said"], 3.0),
        (["never seen"], -1.0),
    ],
)
def test_a_score_is_the_bias_and_the_weights_of_the_features(features, expected):
    assert weights_of(arrays(said=8, bridge=-3)).score(features) == expected


@pytest.mark.parametrize(("feature", "expected"), [("", 0), ("said", 0x304D6), ("“ — é", 0x2889E)])
def test_the_place_of_a_feature_is_fixed(feature, expected):
    assert place(feature, 1 << 18) == expected


@given(st.lists(st.text(), max_size=20))
def test_any_text_is_a_feature_and_the_order_does_not_count(features):
    model = weights_of(arrays(said=8, bridge=-3))
    assert model.score(features) == model.score(reversed(features))


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(weights, "_REMEMBERED", 4)
    model = weights_of(arrays(said=8))
    assert [model.score(["said"] * (n + 1) + [str(n)]) for n in range(40)] == [2.0 * n + 1 for n in range(40)]
    assert len(model._known) <= 4


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"weights": np.zeros(16, dtype=np.int16)},
        {**arrays(), "weights": np.zeros(15, dtype=np.int16)},
        {**arrays(), "weights": np.zeros(16, dtype=np.float32)},
        {**arrays(), "weights": np.zeros((4, 4), dtype=np.int16)},
    ],
)
def test_arrays_that_hold_no_model_are_refused(broken):
    with pytest.raises(SaysoError, match="model"):
        weights_of(broken)


def test_a_model_that_is_not_there_is_named():
    with pytest.raises(SaysoError, match=r"languages/en/models/nothing\.npz is missing"):
        load_arrays("en", "nothing")
