"""Tell what a passage is good for: what happened, someone's words, how things stand, the wider world.

Enters: a passage. Leaves: yes or no to each question, by the ontology's codes and the figures' units and measures, so
that no list of types is written twice.
"""

from sayso.brief.passages import Passage
from sayso.languages.ontology import load_ontology
from sayso.model import Statement

QUOTED = ("direct", "mixed")
WIDER = ("", "AID", "SANCTION", "COOPERATE", "SUPPORT")
WEIGHTY = ("demand", "deny", "accuse", "threaten", "warn", "promise", "refuse")


def happens(passage: Passage) -> bool:
    """Whether it tells of something done: an event that is no forecast, or a statement that is an act in itself."""
    done = any(not e.event.negated and e.event.status != "forecast" for e in passage.events)
    return done or any(s.statement.act in WEIGHTY and s.speaker for s in passage.statements)


def speaks(passage: Passage) -> bool:
    """Whether it gives a named source's own words."""
    return any(_quoted(s.statement) and s.speaker for s in passage.statements)


def _quoted(statement: Statement) -> bool:
    return statement.mode in QUOTED and statement.content.end - statement.content.start >= 24


def stands(passage: Passage) -> bool:
    """Whether it tells how things stand on the ground: a count of people or things, or an event of force."""
    counted = any(f.figure.unit is None and f.figure.basis != "plan" for f in passage.figures)
    forced = any(_acled(e.event.type) for e in passage.events)
    return counted or forced


def widens(passage: Passage) -> bool:
    """Whether it tells of the wider world: money, rates, and events that no conflict coder would code."""
    money = any(f.figure.unit is not None for f in passage.figures)
    return money or any(_is_wider(e.event.type) for e in passage.events)


def _acled(kind: str) -> str:
    ontology = load_ontology()
    return ontology[kind].acled if kind in ontology.names() else ""


def _is_wider(kind: str) -> bool:
    ontology = load_ontology()
    if kind not in ontology.names():
        return False
    known = ontology[kind]
    return not known.acled and not known.on_the_ground and known.plover in WIDER
