"""Load the arrays of a learned model: numbers of a language that no person writes down.

Enters: the code of a language and the name of a file `models/NAME.npz` in its folder. Leaves: its arrays by name.
Refuses: pickled objects, and a file that is missing or broken.
"""

import zipfile
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from sayso.model import SaysoError

Arrays = dict[str, NDArray[np.generic]]


def load_arrays(code: str, name: str) -> Arrays:
    """The arrays of one model. Raises `SaysoError` where the file is missing or is no archive of arrays."""
    where = f"languages/{code}/models/{name}.npz"
    file = resources.files("sayso.languages") / code / "models" / f"{name}.npz"
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as archive:
            return {key: archive[key] for key in archive.files}
    except FileNotFoundError:
        raise SaysoError(f"{where} is missing; train it again, training/ says how") from None
    except (ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise SaysoError(f"{where}: {error}; train it again, training/ says how") from error
