"""Find claims that the side they are about denies.

Enters: statements by document, and what is known of sides. Leaves: clashes, each a claim with the denial of it. A
denial is met by a claim of another side that names the one who denies. In one document
- a denial that only points back ("the allegations") meets the claim just before it;
- another one meets the claim near it that shares enough of its words.
Across documents a denial meets an accusation of the days before it that shares as much. Where nobody's claim is found,
a denial that says whose claim it denies ("reports from Velmark that …") tells both. Refuses: what is turned down and
not called untrue ("rejected the offer"), unless it is told for words; a denial by nobody who can be told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.ledger.disputes.matter import Matter, cosine, shared, weight
from sayso.ledger.disputes.told import Clash, Told, day_number
from sayso.model import Span

NEXT = 120
"""Characters between an accusation and a denial that points back at it; half of them for what is no accusation."""
NEAR, FAR = 250, 900
"""Characters between a claim and the denial of the same words: in the next sentence, or in the same passage."""
ONE = 4.5
FEWEST, LEAST, MOST_OF = 2, 6.0, 0.4
"""What the terms that both share must weigh in the next sentence; further off how many there must be, what they must
weigh, and their share of what the denial says."""
ALIKE = 0.3
"""The cosine that two of two documents must have besides."""
BEFORE, AFTER = 3, 1
"""Days from the claim to its denial, in what was reported: a claim may reach another outlet after its denial."""
ANSWERING = ("deny", "accuse")
CLAIMS = ("accuse", "assert", "estimate", "forecast", "threaten", "warn")


class Said(msgspec.Struct, frozen=True):
    """A statement that may claim or deny.

    `names` are the sides that its words name, `target` the one it is turned against, `whose` the one whose words it
    says they are. `calls_untrue` tells that it calls words untrue and turns down no offer, `points` that it only points
    back, `grants` that its cue is a word for granting, `quoted` that all of it is quoted. `start` and `end` are of its
    words with the cue.
    """

    told: Told
    act: str
    names: frozenset[str]
    target: str | None = None
    whose: str | None = None
    calls_untrue: bool = False
    points: bool = False
    grants: bool = False
    quoted: bool = False
    start: int = 0
    end: int = 0

    @property
    def whole(self) -> Span:
        """Its words with the cue."""
        return Span(self.start, self.end)


def find_denials(said: Iterable[Said]) -> Iterator[Clash]:
    """The claims that are denied. Statements come by document in the order of the text."""
    by_document: dict[str, list[Said]] = defaultdict(list)
    accusations: dict[tuple[str, int, int], list[Said]] = defaultdict(list)
    for one in said:
        by_document[one.told.document].append(one)
        if one.act == "accuse" and one.target is not None and one.told.known and one.told.speaker is not None:
            for term in one.told.matter:
                accusations[one.target, day_number(one.told.known), term].append(one)
    for within in by_document.values():
        for denial in within:
            if denial.act == "deny" and denial.told.side is not None:
                claims = [c for c in within if _may_meet(c, denial)]
                found = [c for c in (_pointed_at(denial, claims) or _alike(denial, claims),) if c is not None]
                found += _elsewhere(denial, accusations)
                yield from (_clash(claim, denial) for claim in found or _within(denial))


def _within(denial: Said) -> list[Said]:
    """The claim in the words of the denial, where they say whose it is."""
    if denial.whose is None or denial.points or not denial.told.matter:
        return []
    told = msgspec.structs.replace(denial.told, speaker=denial.whose, side=denial.whose)
    return [msgspec.structs.replace(denial, told=told)]


def _clash(claim: Said, denial: Said) -> Clash:
    matter = claim.told.matter if denial.points else denial.told.matter
    name = claim.told.side or claim.told.speaker or ""
    return Clash("denial", claim.told, denial.told, ("claims", "denies"), (name, denial.told.side or ""), matter)


def _may_meet(claim: Said, denial: Said) -> bool:
    """Whether another side says it of the one who denies, and the side whose words are denied, where that is told.

    What stands in quotation marks is an answer to something else more often than not, but for accusations.
    """
    return (
        claim.act in CLAIMS
        and claim.told.speaker is not None
        and claim.told.side != denial.told.side
        and denial.whose in (None, claim.told.side)
        and (claim.act == "accuse" or not claim.quoted)
        and denial.told.side in claim.names
        and not claim.told.span.overlaps(denial.told.span)
    )


def _pointed_at(denial: Said, claims: Sequence[Said]) -> Said | None:
    """The claim just before a denial that points back."""
    if not denial.points:
        return None
    reach = {True: NEXT, False: NEXT // 2 if denial.calls_untrue else 0}
    before = [c for c in claims if 0 <= denial.start - c.told.span.end <= reach[c.act == "accuse"]]
    return max(before, key=lambda c: c.told.span, default=None)


def _alike(denial: Said, claims: Sequence[Said]) -> Said | None:
    """The claim near it that shares most of its words."""
    near = [c for c in claims if _is_next(c, denial) or (gap(c.told.span, denial.whole) <= FAR and _is_same(c, denial))]
    return max(near, key=lambda c: (_common(c, denial), -gap(c.told.span, denial.whole), c.told.id), default=None)


def _elsewhere(denial: Said, accusations: dict[tuple[str, int, int], list[Said]]) -> Iterator[Said]:
    """The accusations of other documents, of the days around it, that share as much."""
    if denial.points or not denial.told.known or denial.told.side is None:
        return
    day, met = day_number(denial.told.known), dict[str, Said]()
    for other in range(day - BEFORE, day + AFTER + 1):
        for term in denial.told.matter:
            for one in accusations.get((denial.told.side, other, term), ()):
                if one.told.document != denial.told.document and one.told.side != denial.told.side:
                    met[one.told.id] = one
    alike = (id for id in sorted(met) if cosine(met[id].told.matter, denial.told.matter) >= ALIKE)
    yield from (met[id] for id in alike if _is_same(met[id], denial))


def _is_next(claim: Said, denial: Said) -> bool:
    return denial.calls_untrue and 0 <= denial.start - claim.told.span.end <= NEAR and _common(claim, denial) >= ONE


def _is_same(claim: Said, denial: Said) -> bool:
    both: Matter = shared(claim.told.matter, denial.told.matter)
    enough = len(both) >= FEWEST and weight(both) >= max(LEAST, MOST_OF * weight(denial.told.matter))
    return denial.calls_untrue and enough


def _common(claim: Said, denial: Said) -> float:
    return weight(shared(claim.told.matter, denial.told.matter))


def gap(words: Span, other: Span) -> int:
    """Characters between two passages."""
    return max(other.start - words.end, words.start - other.end)
