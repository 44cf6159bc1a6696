"""Propose who the parties of a situation are and where it plays.

Enters: documents with their readings, in a language. Leaves: a `Proposal`: parties with the names they go by, places,
and for each the document and the span of the words it rests on. It does not depend on the order of the documents.
Refuses: what fewer than `LEAST` documents support.
"""

from collections.abc import Sequence

import msgspec

from sayso.languages import Language
from sayso.ledger.proposals.parties import find_parties
from sayso.ledger.proposals.places import find_places
from sayso.ledger.proposals.sides import find_sides
from sayso.ledger.proposals.support import Read, Support
from sayso.model import Document, Party, Reading, Span

PARTIES, PLACES = 4, 8
SHARE_OF_BEST = 1 / 3
"""Of the documents of the first party: those who only comment or impose sanctions have fewer."""


class Proposal(msgspec.Struct, frozen=True):
    """Parties and places, the best supported first. The evidence is in step with them: document id and span."""

    parties: tuple[Party, ...]
    party_evidence: tuple[tuple[str, Span], ...]
    places: tuple[str, ...]
    place_evidence: tuple[tuple[str, Span], ...]


def propose_parties_and_places(found: Sequence[tuple[Document, Reading]], language: Language) -> Proposal:
    """What the documents have enough words for."""
    read = tuple(Read(d, r) for d, r in sorted(found, key=lambda pair: pair[0].id))
    sides = find_sides(read, language)
    acting = find_parties(read, sides)
    parties = acting.best(PARTIES, share=SHARE_OF_BEST)
    where: Support = find_places(read, sides, language)
    places = where.best(PLACES)
    return Proposal(
        tuple(Party(name, sides.aliases(name)) for name in parties),
        tuple(acting.evidence(name) for name in parties),
        tuple(places),
        tuple(where.evidence(name) for name in places),
    )
