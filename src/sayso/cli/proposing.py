"""Propose a situation from documents: day zero, who acts in it, and where, with the words each proposal rests on."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from sayso.cli.intake import read_all
from sayso.cli.session import Session, with_day_zero
from sayso.model import Document, Party, Reading, Situation, Span
from sayso.sources import dump_situation

PARTIES = 4
PLACES = 8
LEAST = 2


def propose(documents: Sequence[Document], name: str, jobs: int | None) -> str:
    """The text of a `situation.toml`. What fewer than `LEAST` documents support is not proposed."""
    from pathlib import Path

    session = with_day_zero(Session(Situation(name=name), Path()), documents)
    readings = [reading for _, reading in read_all(session, documents, jobs)]
    texts = {d.id: d for d in documents}
    parties, party_words = _parties(readings, texts)
    places, place_words = _places(readings, texts)
    situation = msgspec.structs.replace(session.situation, parties=parties, places=places)
    zero = tuple(_words(texts[d], s) for d, s in session.zero_evidence)
    return dump_situation(situation, {"day_zero": zero, "parties": party_words, "places": place_words})


def _parties(readings: Sequence[Reading], texts: dict[str, Document]) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """States and groups that act most, by the number of documents whose events name them as actor or target."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for reading in readings:
        for event in reading.events:
            for actor in (*event.actor, *event.target):
                found[actor].setdefault(reading.document, event.span)
    best = [n for n, _ in _most({k: len(v) for k, v in found.items()}, PARTIES)]
    words = tuple(f"{n}: {_words(texts[d], s)}" for n in best for d, s in list(found[n].items())[:1])
    return tuple(Party(n) for n in best), words


def _places(readings: Sequence[Reading], texts: dict[str, Document]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for reading in readings:
        for place in reading.places:
            if place.kind in ("city", "region", "country", "site"):
                found[place.name].setdefault(reading.document, place.span)
    best = [n for n, _ in _most({k: len(v) for k, v in found.items()}, PLACES)]
    words = tuple(f"{n}: {_words(texts[d], s)}" for n in best for d, s in list(found[n].items())[:1])
    return tuple(best), words


def _most(counts: dict[str, int], most: int) -> list[tuple[str, int]]:
    kept = Counter({k: n for k, n in counts.items() if n >= LEAST})
    return sorted(kept.items(), key=lambda item: (-item[1], item[0]))[:most]


def _words(document: Document, span: Span) -> str:
    text = document.text
    start, end = max(0, span.start - 30), min(len(text), span.end + 30)
    return f"“…{' '.join(text[start:end].split())}…” ({document.outlet or document.name}, {span.start}–{span.end})"
