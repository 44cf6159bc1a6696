"""A situation is read from its file, and a mistake in it is told with file, key and next step."""

import pytest

from sayso.model import Party, SaysoError, Situation
from sayso.sources import dump_situation, find_situation, load_situation

FULL = Situation(
    name='The "river" war\\1',
    day_zero="2031-05-20",
    parties=(Party("Ardania", ("Ardanian army",)), Party("Velmark")),
    names={"Tarsk": ("Tarszk", "Тарск")},
    places=("Tarsk", "Orlan"),
    watch=("dam",),
    forms=("short", "rolling"),
)


@pytest.mark.parametrize("situation", [FULL, Situation(), Situation(day_zero="2031-05-20")])
def test_what_is_written_is_read_back(situation, tmp_path):
    path = tmp_path / "situation.toml"
    path.write_text(dump_situation(situation), encoding="utf-8")
    assert load_situation(path) == situation


def test_the_words_that_a_proposal_rests_on_stand_above_it():
    text = dump_situation(FULL, {"day_zero": ["since the start\non 20 May"], "parties": ["Ardania: the army"]})
    assert '# since the start on 20 May\nday_zero = "2031-05-20"' in text
    assert '# Ardania: the army\n[[parties]]\nname = "Ardania"' in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "not valid TOML"),
        ("nam = 'x'", "nam"),
        ("places = 'x'", "places"),
        ("day_zero = 'soon'", "write a day such as"),
        ("day_zero = '2031-02-30'", "write a day such as"),
        ("[[parties]]\nalias = []", "alias"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_the_key(text, told, tmp_path):
    path = tmp_path / "situation.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SaysoError, match=told) as error:
        load_situation(path)
    assert str(path) in str(error.value)


def test_a_date_needs_no_quotation_marks(tmp_path):
    path = tmp_path / "situation.toml"
    path.write_text("day_zero = 2031-05-20", encoding="utf-8")
    assert load_situation(path).day_zero == "2031-05-20"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SaysoError, match="check the path"):
        load_situation(tmp_path / "none.toml")


def test_the_nearest_situation_above_is_found(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find_situation(tmp_path / "a" / "b") in (None, *(p / "situation.toml" for p in tmp_path.parents))
    (tmp_path / "situation.toml").write_text("", encoding="utf-8")
    assert find_situation(tmp_path / "a" / "b") == tmp_path / "situation.toml"
