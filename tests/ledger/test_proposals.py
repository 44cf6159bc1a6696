"""Parties are sides that face each other, places those that several documents name; one document proposes nothing."""

import pytest

from sayso.ledger.proposals import propose_parties_and_places

ACCUSES = "Ardanian President Andrei Solvek accused Velmark of shelling the dam. Ardania buried its dead in Kesharin."
DENIES = "Velmish troops attacked Ardanian soldiers near Kesharin. Velmish forces left; Velmark said nothing in Sarnik."
THIRD = "Ardanian soldiers fired on Velmish troops at dawn. People fled from Sarnik to Kesharin, Ardania said."
REAL = [
    "Russian forces attacked Ukraine on Monday. Crowds left Kyiv for Lviv.",
    "Ukraine accused Russia of shelling Kyiv. Russian forces shelled Ukrainian troops.",
]


@pytest.fixture
def propose(read, document, english):
    def make(*texts):
        found = [(document(t, published="2025-06-10"), read(t, published="2025-06-10")) for t in texts]
        return propose_parties_and_places(found, english)

    return make


def test_invented_sides_are_found_by_the_words_for_their_forces(propose):
    proposal = propose(ACCUSES, DENIES, THIRD)
    assert [p.name for p in proposal.parties] == ["Ardania", "Velmark"]
    assert [set(p.aliases) for p in proposal.parties] == [
        {"Ardanian", "Ardanian soldiers"},
        {"Velmish", "Velmish troops"},
    ]


def test_demonyms_act_for_their_countries(propose):
    proposal = propose(*REAL)
    assert {p.name: p.aliases for p in proposal.parties} == {
        "Russia": ("Russian", "Russian forces"),
        "Ukraine": (),
    }
    assert proposal.places == ("Kyiv",)


def test_places_no_gazetteer_has_are_led_to_by_prepositions(propose):
    assert propose(ACCUSES, DENIES, THIRD).places == ("Kesharin", "Sarnik")


def test_every_proposal_has_its_words(propose, document):
    texts = {document(t, published="2025-06-10").id: t for t in (ACCUSES, DENIES, THIRD)}
    proposal = propose(ACCUSES, DENIES, THIRD)
    assert len(proposal.party_evidence) == len(proposal.parties)
    assert [span.words(texts[d]) for d, span in proposal.place_evidence] == list(proposal.places)


def test_the_order_of_the_documents_changes_nothing(propose):
    assert propose(ACCUSES, DENIES, THIRD) == propose(THIRD, ACCUSES, DENIES)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["", "🙂"],
        [ACCUSES],
        ["People fired at people. Fire hit people.", "People attacked people. The army shelled the army."],
        ["Velmish troops slept.", "Velmish troops ate in Velmark.", "Velmark was quiet."],
        ["She was born in March, and spoke in English.", "He was born in March, and wrote in English."],
    ],
)
def test_what_too_few_words_speak_for_is_not_proposed(texts, propose):
    proposal = propose(*texts)
    assert (proposal.parties, proposal.places) == ((), ())


def test_persons_and_bodies_are_no_places(propose):
    text = "The case was brought to Marek Tolan, and in Tolan’s words it was late. It lies with the Oster Council."
    assert propose(text, text + " It was late.").places == ()


def test_a_letter_that_is_longer_in_lower_case_hides_no_side(propose):
    assert [p.name for p in propose(*(f"İdil wrote this. {t}" for t in REAL)).parties] == ["Russia", "Ukraine"]
