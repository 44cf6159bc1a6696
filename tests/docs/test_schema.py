"""The published JSON Schema is that of the code, and it accepts what the code writes."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from sayso.model import Reading
from sayso.model.encoding import encode, schema

FILE = Path(__file__).parents[2] / "docs" / "reference" / "reading.schema.json"


def test_the_published_schema_is_that_of_the_code():
    """Write it anew with: python tools/schema.py"""
    assert json.loads(FILE.read_text("utf-8")) == schema()


def test_the_schema_accepts_a_reading(read):
    reading = read("At least 14 people were killed in Kesharin on Monday, the mayor said.", published="2025-06-09")
    jsonschema.Draft202012Validator(schema()).validate(json.loads(encode(reading)))


@pytest.mark.parametrize("broken", [{"reader": "sayso/1"}, {"document": "d1", "reader": "x", "date_basis": "guessed"}])
def test_the_schema_refuses_what_is_no_reading(broken):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(broken)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(broken, Reading)
