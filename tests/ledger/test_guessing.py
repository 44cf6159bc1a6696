"""Which name may have been meant by one that nobody bears."""

import pytest

from ledger.invented import report
from sayso.ledger import Ledger
from sayso.model import SaysoError

PAIRS = [
    report(1, "2031-05-02", speaker="Ilse Brandt", place="Orsa Bay"),
    report(2, "2031-05-03", speaker="Marek Dov", place="Velm"),
    report(3, "2031-05-03", speaker="Ilse Brandt", place="Velm"),
    report(4, "2031-05-04", speaker="Brantner", place="Velma"),
]


@pytest.mark.parametrize(
    ("noun", "asked", "as_of", "guesses"),
    [
        ("actor", "Bradnt", None, ("Ilse Brandt",)),
        ("actor", "Ilse Bradnt", "2031-05-02", ("Ilse Brandt",)),
        ("actor", "Brandnter", None, ("Brantner", "Ilse Brandt")),
        ("actor", "Brandnter", "2031-05-03", ("Ilse Brandt",)),
        ("actor", "Ilse Dov", None, ("Ilse Brandt",)),
        ("actor", "Brandt", None, ()),
        ("actor", "Dragonfly", None, ()),
        ("place", "Vlem", None, ()),
        ("place", "Velmm", None, ("Velm", "Velma")),
        ("place", "Orsa Bya", None, ("Orsa Bay",)),
        ("place", "velm", None, ()),
    ],
)
def test_a_guess_begins_so_is_nearly_so_and_was_known(somewhere, noun, asked, as_of, guesses):
    with Ledger.open(somewhere()) as ledger:
        ledger.add(PAIRS)
        assert ledger.guess(noun, asked, as_of) == guesses


def test_nothing_is_guessed_in_an_empty_ledger_or_for_no_word(somewhere):
    with Ledger.open(somewhere()) as ledger:
        assert ledger.guess("actor", "Brandt") == ledger.guess("place", "Velm") == ()
        with pytest.raises(SaysoError, match="no word"):
            ledger.guess("actor", "…")
