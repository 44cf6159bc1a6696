"""Score features with a linear model whose weights stand in hashed places.

Enters: the names of features, any strings. Leaves: the sum of their weights. A feature's place is the lower bits of its
CRC-32, so a model holds numbers and none of the words that it was trained on. Weights are whole numbers of a common
scale: sums are exact, and the same on every machine. A model's arrays are `weights` (16-bit, a power of two of them),
`scale` and `bias`, which `training/hashed.py` writes.
Refused: arrays of another form. A feature that training never saw has the weight of its place, most often zero.
"""

import functools
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

from sayso.languages import Language
from sayso.languages.arrays import Arrays, load_arrays
from sayso.model import SaysoError

_REMEMBERED = 1 << 17


def place(feature: str, size: int) -> int:
    """Where among `size` weights, a power of two, the weight of `feature` stands."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & (size - 1)


@dataclass(slots=True, eq=False)
class Weights:
    """A linear model: `score` is its value in nats where it was trained as a logistic one."""

    table: "array[int]"
    scale: float
    bias: float
    _known: dict[str, int] = field(default_factory=dict, repr=False)

    def score(self, features: Iterable[str]) -> float:
        """The bias and the weights of `features`, each as often as it is given."""
        known, total = self._known, 0
        for feature in features:
            weight = known.get(feature)
            total += self._look_up(feature) if weight is None else weight
        return total * self.scale + self.bias

    def _look_up(self, feature: str) -> int:
        """The weight of a feature, remembered for the next time; what is remembered is bounded."""
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        weight = self._known[feature] = self.table[place(feature, len(self.table))]
        return weight


def weights_of(arrays: Arrays) -> Weights:
    """The model that `arrays` hold. Raises `SaysoError` where they hold none."""
    table = arrays.get("weights")
    missing = {"weights", "scale", "bias"} - set(arrays)
    if missing or table is None:
        raise SaysoError(f"a model without {', '.join(sorted(missing))}; train it again, training/ says how")
    if table.ndim != 1 or table.dtype.kind != "i" or table.itemsize != 2 or len(table).bit_count() != 1:
        raise SaysoError(f"a model of {table.dtype} weights in the shape {table.shape}, not a power of two of int16")
    return Weights(
        array("h", table.astype(np.int16).tobytes()),
        float(arrays["scale"].astype(np.float64)),
        float(arrays["bias"].astype(np.float64)),
    )


@functools.cache
def load_weights(language: Language, name: str) -> Weights:
    """The model `models/NAME.npz` of a language, loaded once. Raises `SaysoError` where it cannot be."""
    return weights_of(load_arrays(language.code, name))
