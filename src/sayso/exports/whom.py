"""Tell who acts in an incident, and whom it befalls, in one name each.

Enters: those whom an incident's events name, with the names of everybody whom documents name, and the places. Leaves:
the one name that more sources give than any other; nothing where two are given as often. Refuses: what is nobody:
"missiles", "a strike", "the city", a town. Somebody is who goes by a name in documents, a country among them, or a kind
of people that figures count: "Velmish troops".
"""

from collections.abc import Iterable, Sequence

from sayso.exports.material import Material
from sayso.languages.ontology import event_type
from sayso.ledger.incidents.views import IncidentView, Teller
from sayso.ledger.names.folding import fold
from sayso.ledger.series.populations import names_people

OWN_FORCES = ("MOBILIZE", "RETREAT")
"""PLOVER codes of types in which a side moves its own: "sent troops" befalls no other side."""


def acting(view: IncidentView, material: Material) -> str | None:
    """Who acts."""
    return _one_named(view.actors, material)


def befallen(view: IncidentView, material: Material) -> str | None:
    """Whom it befalls; nobody where a side moves its own forces."""
    return None if event_type(view.type).plover in OWN_FORCES else _one_named(view.targets, material)


def _one_named(tellers: Sequence[Teller], material: Material) -> str | None:
    """The one that most sources name."""
    some = [one for one in tellers if _is_somebody(one.name, material)]
    most = max((len(one.by) for one in some), default=0)
    best = [one.name for one in some if len(one.by) == most]
    return best[0] if len(best) == 1 else None


def _is_somebody(name: str, material: Material) -> bool:
    named = name in material.actors and not name.islower()
    return (named and fold(name) not in material.towns) or names_people(name)


def told_by(tellers: Iterable[Teller]) -> list[str]:
    """Everybody named, with how many sources say so: "Velmish troops (3)"."""
    return [f"{one.name} ({len(one.by)})" for one in tellers]
