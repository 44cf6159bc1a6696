"""Tell whether a place is the capital of a country.

Enters: a place as it was read. Leaves: what the gazetteer has it as. Refuses places that it does not know.
"""

from sayso.gazetteer import fold, load_gazetteer
from sayso.model import Place


def is_capital(place: Place) -> bool:
    """Whether the gazetteer has it as the capital of a country."""
    if place.geonames is None or place.kind != "city":
        return False
    return any(f.id == place.geonames and f.kind == "capital" for f in load_gazetteer().find(fold(place.name)))
