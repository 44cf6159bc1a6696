"""Where no pipeline can be used, names right beside a word of saying are still read, and nothing else is."""

import pytest
import spacy

from sayso.model import Situation
from sayso.readings.actors import read_actors
from sayso.readings.analysis import analyse
from sayso.readings.statements.read import read_statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Brandt said that the road was open.", [("Anna Brandt", "the road was open")]),
        ("“The road is open,” said Anna Brandt.", [("Anna Brandt", "The road is open,")]),
        ("“The road is open,” Anna Brandt said.", [("Anna Brandt", "The road is open,")]),
        ("The mayor said that the road was open.", []),
        ("", []),
        ("“", []),
    ],
)
def test_patterns_alone(english, document, text, expected):
    blank = spacy.blank("en")
    analysed = next(analyse([document(text)], Situation(), english, blank, parsed=False))
    found = read_statements(analysed, read_actors(analysed, ()), ())
    assert [(s.speaker, s.content.words(text)) for s in found] == expected
