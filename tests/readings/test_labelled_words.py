"""Words that a label or a signature gives to a speaker, and cues that no list has."""

import pytest

from sayso.readings.actors import read_actors
from sayso.readings.statements.read import read_statements

TALK = "OLSEN: The ferry sails at noon, whatever the wind does.\n\nNo one else may board.\n\n"
LABELLED = [
    (TALK + "BRANDT: The harbour has no such plan at all.\nOLSEN: It was told twice on Monday.\n",
     [("OLSEN", "The ferry sails at noon, whatever the wind does.\n\nNo one else may board"),
      ("BRANDT", "The harbour has no such plan at all"), ("OLSEN", "It was told twice on Monday")]),
    ("“The hill is ours for good.” ― Ilse Brandt, Torvik", [("Ilse Brandt", "The hill is ours for good.")]),
    ("”They left us with nothing at all.” — Karl Olsen", [("Karl Olsen", "They left us with nothing at all.")]),
    ("It was cut off.\n“The hill is ours for good.” ― Ilse Brandt", [("Ilse Brandt", "The hill is ours for good.")]),
    ("“" + "The hill is ours for good. " * 120 + "” ― Ilse Brandt", []),
    ("UPDATE: The bridge of Torvik is closed to all traffic.", []),
    ("“The hill is ours.” – The crowd cheered and the band played until the bridge was shut.", []),
    ("In a note on Friday, Ilse Brandt wrote:\n\nThe harbour stays shut until the mines are gone.",
     [("Ilse Brandt", "The harbour stays shut until the mines are gone")]),
]  # fmt: skip


@pytest.fixture
def told(analysis):
    """Who says what in a text."""

    def read(text):
        document = analysis(text)
        statements = read_statements(document, read_actors(document, ()), ())
        return [(s.speaker, s.content.words(text)) for s in statements]

    return read


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_labels_and_signatures_name_the_speaker(told, text, expected):
    assert told(text) == expected


def test_a_label_that_names_nobody_known_tells_no_kind(analysis):
    document = analysis(TALK + "BRANDT: The harbour has no such plan at all.\nOLSEN: It was told twice on Monday.\n")
    assert {s.speaker_kind for s in read_statements(document, (), ())} == {"unknown"}


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Governor Ilse Brandt reiterated on Friday that the dam would hold.", "Ilse Brandt", "the dam would hold"),
        ("Mayor Karl Olsen joked that the ferry was slower than his goat.", "Karl Olsen", "slower than his goat"),
        ("President Ilse Brandt has signaled that she will sign the treaty.", "Ilse Brandt", "she will sign"),
    ],
)  # fmt: skip
def test_a_cue_is_judged_by_what_stands_around_it(told, text, speaker, words):
    assert any(who == speaker and words in what for who, what in told(text))


@pytest.mark.parametrize(
    "text",
    ["The river rose by two metres on Friday.", "Soldiers crossed the bridge and left the valley.", ""],
)
def test_what_nobody_says_is_no_statement(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Karl Olsen said that Ardania had denied the attack.", "deny"),
        ("Ilse Brandt denied that the bridge had been shelled.", "deny"),
        ("The mayor's denial that the bridge was closed angered the council.", "deny"),
    ],
)
def test_a_denial_is_never_read_as_its_claim(analysis, text, act):
    document = analysis(text)
    inner = [
        s for s in read_statements(document, read_actors(document, ()), ()) if "denied" not in s.content.words(text)
    ]
    assert [s.act for s in inner] == [act]
