"""The short form: a lead, then the latest, what they're saying, the state of play, and the wider world.

Each section is a lead sentence with bullets. Its model are the one-page situation briefs of newsrooms.
"""

from sayso.brief.brief import Part, Section
from sayso.brief.ranking import Ranked
from sayso.brief.telling import Telling
from sayso.brief.topics import happens, speaks, stands, widens


def tell_short(telling: Telling) -> tuple[Section, ...]:
    """The sections of the short form; one with nothing to say is left out."""
    parties = {name for p in telling.situation.parties for name in (p.name, *p.aliases)}

    def of_a_party(ranked: Ranked) -> float:
        direct = any(s.statement.mode == "direct" for s in ranked.passage.statements)
        return direct + any(s.speaker in parties for s in ranked.passage.statements)

    def known_now(ranked: Ranked) -> bool:
        return ranked.passage.known == telling.ranking.latest

    take = telling.choice.take
    lead = take(1, lambda r: happens(r.passage) and not _only_quotes(r)) or take(1, lambda r: True)
    chosen = [
        ("", lead),
        ("latest", take(4, lambda r: known_now(r) and happens(r.passage) and not _only_quotes(r))),
        ("saying", take(3, lambda r: speaks(r.passage), of_a_party)),
        ("state", take(5, lambda r: stands(r.passage), lambda r: 1.5 * bool(r.passage.figures))),
        ("zoom", take(3, lambda r: widens(r.passage))),
    ]
    return tuple(
        Section((Part(telling.wording[key]),) if key else (), telling.told(ranked)) for key, ranked in chosen if ranked
    )


def _only_quotes(ranked: Ranked) -> bool:
    return ranked.passage.words[:1] in "\"“«'‘"
