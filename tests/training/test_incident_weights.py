"""Weights of incidents are fitted from judged pairs of a ledger's events."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("sklearn")
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))
incidents = pytest.importorskip("incidents")

from ledger.happening_reports import report, tell  # noqa: E402
from sayso.ledger import Ledger  # noqa: E402

PLACES = [f"Village {n}" for n in range(40)]


def pairs_of(ledger):
    """Of each village two clauses with many words in common, which are one, and one of another matter."""
    first = "Shells struck the maternity hospital on Linden Street in {}"
    again = "The maternity hospital on Linden Street in {} was struck by shells"
    other = "Mortar bombs fell among shoppers at a market behind the ferry pier of {}"
    for place in PLACES:
        for number, clause in enumerate((first, again, other)):
            ledger.add([report(tell(clause.format(place), place=place), outlet=f"Paper {number} of {place}")])
    events = {e.words: e.id for e in ledger.events()}
    ids = [[events[clause.format(place)] for clause in (first, again, other)] for place in PLACES]
    return {(a, b): True for a, b, _ in ids} | {(a, c): False for a, _, c in ids}


def test_words_in_common_are_found_to_tell_pairs_apart(tmp_path):
    with Ledger.open(tmp_path / "ledger") as ledger:
        judged = pairs_of(ledger)
    rows = list(incidents.weighed(tmp_path / "ledger", judged))
    weights, right = incidents.fit(rows)
    assert len(rows) == len(judged)
    assert right == 1.0
    assert weights.words > 0


def test_what_was_unclear_counts_for_nothing_and_no_happening_for_two(tmp_path):
    sheet = tmp_path / "pairs.csv"
    rows = [
        "number,events,drawn,verdict",
        "1,a b,joined,one",
        "2,a c,apart,none",
        "3,b c,apart,unclear",
        "4,a d,apart,two",
    ]
    sheet.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert incidents.judged(sheet) == {("a", "b"): True, ("a", "c"): False, ("a", "d"): False}
