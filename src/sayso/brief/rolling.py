"""The rolling form: what is due, then headed items, one a topic, newest first, each with what was said against it."""

from sayso.brief.brief import Part, Section
from sayso.brief.passages import Passage
from sayso.brief.ranking import ALIKE, SAME, Ranked
from sayso.brief.telling import Telling
from sayso.brief.topics import happens

ITEMS = 9
RELATED = 0.18


def tell_rolling(telling: Telling) -> tuple[Section, ...]:
    """The sections of the rolling form; what is due is left out where nothing is."""
    due = telling.choice.take(3, lambda r: _is_due(r.passage, telling.as_of))
    leads = telling.choice.take(ITEMS, lambda r: happens(r.passage) or bool(r.passage.figures))
    leads.sort(key=lambda r: (r.passage.known, r.score), reverse=True)
    sections = [Section((Part(telling.wording["due"]),), telling.told(due))] if due else []
    return (*sections, *(_item(telling, lead) for lead in leads))


def _is_due(passage: Passage, as_of: str) -> bool:
    """Whether it tells of something planned or foreseen for the day told or a later one."""
    ahead = [e.event for e in passage.events if e.event.status in ("planned", "forecast")]
    return any(e.date is not None and len(e.date) == 10 and e.date >= as_of for e in ahead)


def _item(telling: Telling, lead: Ranked) -> Section:
    related = _related(telling, lead)
    lines = telling.told([lead])
    others = telling.choice.take(2, lambda r: r.passage in related)
    return Section(telling.heading(lead.passage), lines + telling.told(others))


def _related(telling: Telling, lead: Ranked) -> set[Passage]:
    near = telling.ranking.index.neighbours(lead.passage.terms, RELATED)
    return {telling.ranking.index.passages[i] for i, c in near.items() if c < max(ALIKE, SAME)} - {lead.passage}
