"""The ontology of events: one table, every trigger of every language points into it."""

import pytest

from sayso.languages import load_language, supported_languages
from sayso.languages.ontology import load_ontology

ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory",
        "Other",
    },
}  # fmt: skip
PLOVER = {
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
}  # fmt: skip


@pytest.mark.parametrize("kind", load_ontology().type, ids=lambda t: t.name)
def test_the_codes_of_a_type_are_codes_of_those_schemes(kind):
    assert not kind.acled or kind.acled in ACLED
    assert not kind.acled_sub or kind.acled_sub in ACLED[kind.acled]
    assert not kind.plover or kind.plover in PLOVER


@pytest.mark.parametrize("code", supported_languages())
def test_every_trigger_stands_for_a_type(code):
    triggers = load_language(code)["events"].of_kind("verb", "noun", "state")
    assert {t.value for t in triggers} <= load_ontology().names()


def test_every_type_has_a_trigger_in_english():
    used = {t.value for t in load_language("en")["events"].of_kind("verb", "noun", "state")}
    assert load_ontology().names() - used == set()


def test_a_type_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        load_ontology()["football"]
