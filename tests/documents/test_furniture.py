"""What is no report is marked; what is one is left alone."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.furniture import mark_furniture
from sayso.documents.furniture_phrases import PLACES
from sayso.languages import load_language
from sayso.model import FurnitureKind

MARKED = [
    ("", []),
    ("The dam burst. (AP Photo/Ana Ruiz)", [("caption", "The dam burst."), ("credit", "(AP Photo/Ana Ruiz)")]),
    ("“It burst,” he said. (AP Photo/Ana Ruiz) Rain fell.", [("credit", "(AP Photo/Ana Ruiz)")]),
    ("The picture (Reuters/handout) shows a dam.", [("credit", "(Reuters/handout)")]),
    ("A boat (Lowe/AFP via Getty Images) Men wait (Ruiz/AFP) Rain fell.",
     [("caption", "A boat"), ("credit", "(Lowe/AFP via Getty Images)"), ("caption", "Men wait"),
      ("credit", "(Ruiz/AFP)")]),
    ("A car burned (see video below), police said.", [("pointer", "(see video below)")]),
    ("Water rose.\n\nSummary of the day:\n\nThe road is open.", [("contents", "Summary of the day:")]),
    ("Cookies were baked.\nShare this\nAdvertisement\nFour died.",
     [("boilerplate", "Share this"), ("boilerplate", "Advertisement")]),
    ("We use cookies to improve this site. Four died.", [("boilerplate", "We use cookies to improve this site.")]),
    ("He left. Click here to follow our blog with the latest updates The army said it held Tarsk.",
     [("read-more", "Click here to follow our blog with the latest updates")]),
    ("It held.\nPhotos: A dam in the rain A boat drifts. Hide Caption 1 of 8\nIt broke.",
     [("caption", "Photos: A dam in the rain A boat drifts. Hide Caption 1 of 8")]),
    ("It held.\n[Map: where the water went]\nIt broke.", [("read-more", "[Map: where the water went]")]),
    ("It held.\nRead more:\nTarsk is dark\nIt broke.", [("read-more", "Read more:"), ("read-more", "Tarsk is dark")]),
    ("It held. Related: Who is Ida Marsh?", [("read-more", "Related: Who is Ida Marsh?")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "marks"), MARKED)
def test_furniture_is_marked_with_its_kind(text, marks, english):
    assert [(f.kind, f.span.words(text)) for f in mark_furniture(text, english)] == marks


REPORTS = [
    "Officials asked people to sign up for the reserve.",
    "More than 300 people have died.",
    "Read out in parliament, the letter said that the army would leave Tarsk by the end of the week, "
    "and that nobody would be asked to pay for what had been taken from the stores of the town.",
    "See how far the rebels have come, the general said.",
    "Photos shared by residents showed the bridge in flames, and the ministry confirmed that it had been hit twice.",
    "Contact between the two armies was lost on Friday.",
    "Follow-up talks will be held in Orlan.",
    "The envoy (left) said the AP photo agency (AP) was wrong.",
    "ORLAN (Reuters) - The bank closed.",
    "Video showed a tank in the square.",
    "Summary executions were reported: 40 people were shot.",
    "The minister said the report contributed to this.",
    "Email service was down across Ardania.",
    "It held.\nMore: the word was on all lips, and nobody knew whether the mayor had said it.",
    "[The dam held] was all that the cable said.",
]


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_is_not_marked(text, english):
    assert mark_furniture(text, english) == ()


@given(
    st.lists(
        st.sampled_from(
            ["Read more", "(AP Photo/X)", "(see video below)", "See below", ". ", "A man left", "\n", "👇", "İ", "here"]
        )
        | st.text(max_size=5),
        max_size=20,
    ).map(" ".join)
)
def test_marks_are_ordered_and_apart_and_lie_in_the_text(text):
    end = 0
    for mark in mark_furniture(text, load_language("en")):
        assert end <= mark.span.start < mark.span.end <= len(text)
        assert mark.kind in get_args(FurnitureKind)
        end = mark.span.end


def test_every_entry_has_a_kind_and_a_place_that_the_model_knows(english):
    for entry in english["furniture"].entry:
        assert entry.kind in get_args(FurnitureKind)
        assert entry.also.get("at", "start") in PLACES
