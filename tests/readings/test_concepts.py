"""A quantity has the words it is said of: what is measured, then whose it is; nothing where it is said of nothing."""

from dataclasses import replace

import pytest

from sayso.readings.quantities.read import read_quantities


@pytest.fixture(scope="module")
def said_of(analysis):
    def tell(text: str) -> str:
        return "; ".join(q.concept or "-" for q in read_quantities(analysis(text), ()))

    return tell


MEASURED = [
    ("Exports of flour fell by 4 percent.", "Exports flour"),
    ("The price of the new ferry rose 12 percent to $30 million.", "price new ferry; price new ferry"),
    ("The port will charge a 3 percent fee.", "fee, port"),
    ("The army bought a 40 kW engine.", "engine, army"),
    ("The court imposed a fine of $3 million.", "fine, court"),
    ("Velmark sold 12 percent of its gold.", "gold, Velmark"),
    ("The bank raised the rate by 2 percentage points.", "rate, bank"),
    ("The Orlin mine employs 400 miners.", "Orlin mine"),
    ("The tower, which cost $4 million, leans.", "tower"),
]


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_what_is_measured_comes_first_then_whose_it_is(said_of, text, expected):
    assert said_of(text) == expected


WITHOUT_A_CLAUSE = [
    ("Velmark Oil, up 3 percent, led the gains.", "Velmark Oil"),
    ("The dam is 47 feet (14 metres) high.", "dam; dam"),
    ("Seats in the house: Reform Party (14 seats), Harbour League (9 seats).", "Reform Party; Harbour League"),
    ("Orlin Steel gained 4 percent at $21.", "Orlin Steel; Orlin Steel"),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_A_CLAUSE)
def test_words_that_stand_apart_from_a_verb_are_found(said_of, text, expected):
    assert said_of(text) == expected


LEFT_OUT = [
    ("The other bridges cost $4 million.", "bridges"),
    ("Sales in March rose 3 percent.", "Sales"),
    ("Their two-year plan costs $9 million.", "plan"),
    ("West Orlin Crude (WOC) rose 2 percent.", "West Orlin Crude WOC"),
]


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_a_phrase_keeps_names_and_nouns_and_leaves_out_times_and_empty_words(said_of, text, expected):
    assert said_of(text) == expected


@pytest.mark.parametrize("text", ["There were 40 tents.", "Twelve soldiers died.", "They have two boats."])
def test_a_counted_noun_that_nothing_else_is_told_of_has_no_concept(said_of, text):
    assert said_of(text) == "-"


def test_a_pronoun_stands_for_the_subject_before_it(said_of):
    assert said_of("The league said it has 300 members.") == "league"


def test_without_a_parse_there_is_no_concept(analysis):
    unparsed = replace(analysis("Flour rose 3 percent."), parsed=False)
    assert [q.concept for q in read_quantities(unparsed, ())] == [None]
