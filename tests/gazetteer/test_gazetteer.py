"""The gazetteer knows the world's places by every usual spelling, and says so in little memory."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.gazetteer import fold, load_gazetteer
from sayso.gazetteer.countries import country_called
from sayso.gazetteer.index import unpack
from sayso.gazetteer.names import DIGEST_BITS, digest
from sayso.model import SaysoError


@pytest.mark.parametrize(
    ("spelt", "key"),
    [
        ("Przemyśl", "przemysl"),
        ("St. Louis", "st louis"),
        ("Saint Louis", "st louis"),
        ("Fort Worth", "ft worth"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Coeur d’Alene", "coeur dalene"),
        ("Łódź", "lodz"),
        ("", ""),
        ("…", ""),
    ],
)
def test_spellings_of_one_name_have_one_key(spelt, key):
    assert fold(spelt) == key


@pytest.mark.parametrize(
    ("name", "kind", "code", "id"),
    [
        ("Kyiv", "capital", "UA.12", 703448),
        ("Kiev", "capital", "UA.12", 703448),
        ("Київ", "capital", "UA.12", 703448),
        ("Sao Paulo", "city", "BR.27", 3448439),
        ("Donetsk Oblast", "admin1", "UA.05", 709716),
        ("Ukraine", "country", "", 690791),
    ],
)
def test_a_place_is_found_by_each_of_its_names(name, kind, code, id):
    found = {f.id: f for f in load_gazetteer().find(fold(name))}
    assert (found[id].kind, found[id].area) == (kind, code)


def test_the_places_of_a_name_come_the_most_populous_first():
    populations = [f.population for f in load_gazetteer().find("springfield")]
    assert len(populations) > 10
    assert populations == sorted(populations, reverse=True)


def test_a_name_that_nothing_bears_is_not_found():
    assert list(load_gazetteer().find("ardania")) == []
    assert list(load_gazetteer().find("")) == []


@pytest.mark.parametrize(("code", "name"), [("US.OH", "Ohio"), ("FR", "France"), ("UA.11", "Crimea")])
def test_areas_and_countries_have_codes(code, name):
    assert load_gazetteer().by_code(code).name == name


@pytest.mark.parametrize("id", [707565, 703446, 690791])
def test_a_place_is_found_by_its_id(id):
    assert load_gazetteer().by_id(id).id == id


def test_an_unknown_id_has_no_place():
    assert [load_gazetteer().by_id(id) for id in (-1, 0, 3, 2**40)] == [None] * 4


def test_an_unknown_code_has_no_place():
    assert load_gazetteer().by_code("QQ") is None


def test_every_place_lies_on_the_globe_and_has_a_name():
    index = load_gazetteer()
    assert max(map(abs, index.columns["lat"])) <= 90_000
    assert max(map(abs, index.columns["lon"])) <= 180_000
    assert all(a < b for a, b in zip(index.name_starts, index.name_starts[1:], strict=False))


def test_the_index_stays_small():
    index = load_gazetteer()
    arrays = [index.keys, index.starts, index.postings, index.name_starts, *index.columns.values()]
    assert sum(a.nbytes for a in arrays) + len(index.names) < 30_000_000


def test_bytes_that_are_no_index_are_refused_with_the_next_step():
    with pytest.raises(SaysoError, match=r"tools/build_gazetteer\.py"):
        unpack(b"something else")


@given(st.text(max_size=40))
@example("𝘼 ™ ᴬ")
def test_folding_twice_changes_nothing_and_any_key_can_be_looked_up(name):
    key = fold(name)
    assert fold(key) == key
    assert 0 <= digest(key) < 2**DIGEST_BITS
    assert len(list(load_gazetteer().find(key))) <= 60


def test_a_country_is_told_by_its_name():
    index = load_gazetteer()
    countries = [place.name for code in index.codes if "." not in code and (place := index.by_code(code)) is not None]
    assert [found.name for name in countries if (found := country_called(name)) is not None] == countries
    assert country_called("Kesharin") is None and country_called("") is None
