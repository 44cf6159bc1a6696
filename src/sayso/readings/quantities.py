"""Read quantities."""

from sayso.model import Quantity, Time
from sayso.readings.analysis import Analysis


def read_quantities(analysis: Analysis, times: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """Every measured or counted quantity of the document, in order; what `times` hold is none."""
    return ()
