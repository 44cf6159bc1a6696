"""Find places of which one side is said to have taken them, and it is denied or another is said to hold them.

Enters: takeovers, and words that a side holds a place, each with its day. Leaves: clashes, of days close together.
Refuses: an answer on nobody's word, or on that of the side that made the claim; a place taken by one and then by
another, which may both be so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from sayso.ledger.disputes.told import Clash, Told

DAYS = 2
"""Days within which a place is not taken and lost again as a rule."""


class Hold(msgspec.Struct, frozen=True):
    """That a side has a place, or has not. `holder` is `None` where nobody is said to have failed to take it.

    `taken` tells that it was taken, and not that it is still held; `hearsay` that it rests on a word that is not the
    holder's, or on the document's without a day.
    """

    told: Told
    place: str
    day: int
    holder: str | None
    denied: bool = False
    taken: bool = True
    hearsay: bool = False


def find_contested(holds: Iterable[Hold]) -> Iterator[Clash]:
    """The places of which two say what cannot both be so."""
    by_day: dict[tuple[str, int], list[Hold]] = defaultdict(list)
    claims = []
    for one in holds:
        by_day[one.place, one.day].append(one)
        if not one.denied and one.taken and one.holder is not None and not one.hearsay:
            claims.append(one)
    for claim in claims:
        for day in range(claim.day - DAYS, claim.day + DAYS + 1):
            for other in by_day[claim.place, day]:
                if _contradicts(other, claim):
                    yield _clash(claim, other)


def _contradicts(other: Hold, claim: Hold) -> bool:
    if other.told.side in (None, claim.told.side, claim.holder):
        return False
    if other.denied:
        return other.holder in (claim.holder, None)
    return not other.taken and other.holder != claim.holder


def _clash(claim: Hold, other: Hold) -> Clash:
    if other.denied:
        names, roles = (claim.holder or "", other.told.side or ""), ("holds", "denies")
    else:
        names, roles = (claim.holder or "", other.holder or ""), ("holds", "holds")
    return Clash("control", claim.told, other.told, roles, names, key=claim.place, about=claim.place)
