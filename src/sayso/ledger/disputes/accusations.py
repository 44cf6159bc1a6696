"""Find accusations that are answered by an accusation of the like.

Enters: statements, and what is known of sides. Leaves: clashes of two accusations, of one side against another and of
that one against it. They are of the like where one document has the one right behind the other, or where they share
enough of their words, in one document or in two of days close together. Refuses: an accusation in whose words nobody
is named at the head: whom it is against cannot be told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.ledger.disputes.denials import Said
from sayso.ledger.disputes.matter import cosine, shared, weight
from sayso.ledger.disputes.told import Clash, day_number

NEXT = 160
NEAR = 600
"""Characters between two accusations of one document that are of the like as they stand, and if they share a term."""
FEWEST, LEAST, ALIKE = 2, 7.0, 0.25
"""Terms that two accusations of two documents share, what they must weigh together, and the cosine."""
ONE = 3.5
DAYS = 2


def find_counter_accusations(said: Iterable[Said]) -> Iterator[Clash]:
    """The accusations that are answered."""
    by_document: dict[str, list[Said]] = defaultdict(list)
    by_day: dict[tuple[str | None, str | None, int, int], list[Said]] = defaultdict(list)
    for one in said:
        if one.act == "accuse" and one.target is not None and one.told.side not in (None, one.target):
            by_document[one.told.document].append(one)
            if one.told.known:
                for term in one.told.matter:
                    by_day[one.told.side, one.target, day_number(one.told.known), term].append(one)
    for within in by_document.values():
        yield from _within(within)
        for one in within:
            yield from (_clash(one, other) for other in _elsewhere(one, by_day))


def _within(said: Sequence[Said]) -> Iterator[Clash]:
    for number, one in enumerate(said):
        for other in said[number + 1 :]:
            gap = other.start - one.end
            if gap > NEAR:
                break
            both = weight(shared(one.told.matter, other.told.matter))
            if _answers(one, other) and (0 <= gap <= NEXT or both >= ONE):
                yield _clash(one, other)


def _elsewhere(one: Said, by_day: dict[tuple[str | None, str | None, int, int], list[Said]]) -> Iterator[Said]:
    """The accusations of other documents, known on the same day or later, that answer it."""
    if not one.told.known:
        return
    day, met = day_number(one.told.known), dict[str, Said]()
    for other in range(day, day + DAYS + 1):
        for term in one.told.matter:
            for answer in by_day.get((one.target, one.told.side, other, term), ()):
                if answer.told.document != one.told.document and one.told.order < answer.told.order:
                    met[answer.told.id] = answer
    for id in sorted(met):
        both = shared(one.told.matter, met[id].told.matter)
        alike = cosine(one.told.matter, met[id].told.matter) >= ALIKE
        if len(both) >= FEWEST and weight(both) >= LEAST and alike:
            yield met[id]


def _answers(one: Said, other: Said) -> bool:
    return one.target == other.told.side and other.target == one.told.side


def _clash(one: Said, other: Said) -> Clash:
    names = one.told.side or "", other.told.side or ""
    both = shared(one.told.matter, other.told.matter)
    matter = both or {**one.told.matter, **other.told.matter}
    return Clash("accusation", one.told, other.told, ("accuses", "accuses"), names, matter)
