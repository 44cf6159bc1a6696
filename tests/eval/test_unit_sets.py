"""The unit sets are scored by value, then by value with unit; what is found where nothing is counts against both."""

import json

import unit_sets


def test_a_range_is_two_amounts_and_a_minus_is_kept():
    rows = [{"value": "40-50", "normalized_unit": "year"}, {"value": "-5", "normalized_unit": "celsius"}]
    assert unit_sets.expected(rows) == [(40.0, "year"), (50.0, "year"), (-5.0, "celsiu")]


def test_equal_units_are_paired_first():
    assert unit_sets.pair([(3.0, "metre")], [(3.0, "-"), (3.0, "metre")]) == [(0, 1)]


def test_what_is_found_where_nothing_is_counts(tmp_path):
    rows = [
        {"text": "It weighs 3 kg.", "quantities": [{"value": "3", "normalized_unit": "kilogram"}]},
        {"text": "SX-9m", "quantities": []},
    ]
    (tmp_path / "dimension-model.json").write_text(json.dumps(rows), encoding="utf-8")
    gold = unit_sets.load(tmp_path, "dimension")
    readings = {
        "dimension-0": {"quantities": [{"value": 3.0, "unit": "pound"}]},
        "dimension-1": {"quantities": [{"value": 9.0, "unit": "metre"}]},
    }
    tasks, misses = unit_sets.score(gold, readings)
    assert tasks == {"value": (1, 2, 1), "value + unit": (0, 2, 1)}
    assert len(misses) == 2
