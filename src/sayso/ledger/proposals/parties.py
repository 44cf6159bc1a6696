"""Find the sides that act upon each other, or accuse and deny each other's word.

Enters: documents with their readings, and the sides that they name. Leaves: by side the documents in which it faces
another one. A person speaks for the side that documents name before the person's name ("Velmish Defence Minister Ilse
Brandvik"). Refuses: an event or an accusation that names one side alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.ledger.names.folding import fold_person
from sayso.ledger.proposals.sides import Sides
from sayso.ledger.proposals.support import Read, Support
from sayso.model import Span

FACING = frozenset({"accuse", "deny", "threaten", "demand"})
_REACH = 60
"""Characters before a name in which its office stands."""


def find_parties(read: Sequence[Read], sides: Sides) -> Support:
    """The sides that face each other, with the documents that say so."""
    speakers = _speakers(read, sides)
    support = Support()
    for one in read:
        for actors, targets, span in (*_events(one, sides), *_statements(one, sides, speakers)):
            if any(a != t for a in actors for t in targets):
                for side in {*actors, *targets}:
                    support.add(side, one.document.id, span)
    return support


def _events(one: Read, sides: Sides) -> Iterator[tuple[set[str], set[str], Span]]:
    for event in one.reading.events:
        actors = {side for name in event.actor for side in sides.named_in(name)}
        targets = {side for name in event.target for side in sides.named_in(name)}
        yield actors, targets, event.span


def _statements(one: Read, sides: Sides, speakers: dict[str, str]) -> Iterator[tuple[set[str], set[str], Span]]:
    text = one.document.text
    for statement in one.reading.statements:
        if statement.act not in FACING or not statement.speaker:
            continue
        named = statement.speaker_span.words(text) if statement.speaker_span else ""
        speaking = sides.named_in(f"{statement.speaker} {named}")[:1]
        speaking = speaking or [s for s in [speakers.get(_last_name(statement.speaker))] if s]
        spoken_of = sides.named_in(statement.content.words(text))
        yield set(speaking), set(spoken_of), statement.content


def _speakers(read: Sequence[Read], sides: Sides) -> dict[str, str]:
    """By last name the side that most documents name before the person."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in read:
        for actor in one.reading.actors:
            if actor.kind == "person":
                before = {s for m in actor.mentions for s in _named_before(one.document.text, m, sides)}
                found[_last_name(actor.name)].update(before)
    return {name: min(c, key=lambda s: (-c[s], s)) for name, c in found.items() if c}


def _named_before(text: str, mention: Span, sides: Sides) -> list[str]:
    """The side named last before a mention, in the same stretch of words."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    for sign in '.,;:!?—\n“”"':
        before = before.rpartition(sign)[2]
    return sides.named_in(before)[-1:]


def _last_name(name: str) -> str:
    folded = fold_person(name)
    return folded[-1] if folded else ""
