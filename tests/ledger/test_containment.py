"""What a place lies in."""

import pytest

from sayso.gazetteer import load_gazetteer
from sayso.ledger.names.containment import places_around

AROUND = [
    (707565, ["Kyiv Oblast", "Ukraine"]),  # Irpin
    (703446, ["Ukraine"]),  # Kyiv Oblast
    (690791, []),  # Ukraine
    (4250542, ["Illinois", "United States"]),  # Springfield
    (3, []),
]


@pytest.mark.parametrize(("geonames", "names"), AROUND)
def test_a_place_lies_in_an_area_of_a_country(geonames, names):
    assert [one.name for one in places_around(geonames)] == names
    assert all(load_gazetteer().by_id(one.id) is not None for one in places_around(geonames))
