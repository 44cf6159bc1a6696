"""Propose a situation from documents: day zero, parties and places, each with the words it rests on."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.cli.intake import read_all
from sayso.cli.session import LANGUAGE, Session, with_day_zero
from sayso.languages import load_language
from sayso.ledger.proposals import propose_parties_and_places
from sayso.model import Document, Situation, Span
from sayso.sources import dump_situation

AROUND = 30
"""Characters shown on each side of the words that a proposal rests on."""


def propose(documents: Sequence[Document], name: str, jobs: int | None) -> str:
    """The text of a `situation.toml`."""
    session = with_day_zero(Session(Situation(name=name), Path()), documents)
    proposal = propose_parties_and_places(list(read_all(session, documents, jobs)), load_language(LANGUAGE))
    situation = msgspec.structs.replace(session.situation, parties=proposal.parties, places=proposal.places)
    by_id = {d.id: d for d in documents}
    comments = {
        "day_zero": _quote(by_id, [""] * len(session.zero_evidence), session.zero_evidence),
        "parties": _quote(by_id, [f"{p.name}: " for p in proposal.parties], proposal.party_evidence),
        "places": _quote(by_id, [f"{p}: " for p in proposal.places], proposal.place_evidence),
    }
    return dump_situation(situation, comments)


def _quote(by_id: dict[str, Document], labels: Sequence[str], evidence: Sequence[tuple[str, Span]]) -> tuple[str, ...]:
    return tuple(f"{label}{_words(by_id[d], s)}" for label, (d, s) in zip(labels, evidence, strict=True))


def _words(document: Document, span: Span) -> str:
    text = document.text
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    return f"“…{' '.join(text[start:end].split())}…” ({document.outlet or document.name}, {span.start}–{span.end})"
