"""Reports from an invented crisis, and readings of them as the readers would make them."""

import random

from sayso.model import (
    Actor,
    Document,
    Event,
    Figure,
    Judgement,
    Place,
    Problem,
    Quantity,
    Reading,
    Span,
    Statement,
    Time,
    identify,
)

PLACES = {"Orsa Bay": 101, "Velm": 102, "Tarnholm": None}
PEOPLE = ("Ilse Brandt", "Ilse Brant", "Brandt", "Marek Dov", "the Harbour Council")
WORDS = (
    "harbour", "ferry", "bridge", "road", "market", "hospital", "school", "clinic", "tower", "depot", "river", "valley",
    "border", "convoy", "engine", "water", "power", "bread", "fuel", "winter", "morning", "crew", "driver", "nurse",
    "teacher", "farmer", "sailor", "mayor", "council", "flag", "street",
)  # fmt: skip


def prose(seed: int, words: int = 120) -> str:
    """Words in an order of their own."""
    return " ".join(random.Random(seed).choices(WORDS, k=words)) + "."


def report(
    seed: int,
    day: str | None = "2031-05-02",
    *,
    text: str | None = None,
    speaker: str = "Ilse Brandt",
    kind: str = "person",
    place: str = "Velm",
    dead: int = 40,
    retrieved: str | None = None,
    reader: str = "sayso/1",
    situation: str = "",
    problems: tuple[Problem, ...] = (),
    outlet: str = "The Velm Post",
) -> tuple[Document, Reading]:
    """A document that says, of one place on one day, that a speaker counts so many dead; and its reading."""
    said = f"{speaker} said {dead} people had died in {place} on Monday. "
    whole = said + (prose(seed) if text is None else text)
    document = Document(
        id=identify(whole, title=f"Report {seed}", outlet=outlet),
        name=f"report-{seed}",
        text=whole,
        title=f"Report {seed}",
        outlet=outlet,
        retrieved=retrieved,
        language="en",
    )

    def span(words: str) -> Span:
        start = whole.index(words)
        return Span(start, start + len(words))

    content = span(f"{dead} people had died in {place} on Monday")
    actor_kind = kind if kind in ("person", "organisation", "unnamed") else "organisation"
    reading = Reading(
        document=document.id,
        reader=reader,
        situation=situation,
        language="en",
        date=day,
        date_basis="given" if day else "unknown",
        statements=(Statement(content, speaker, kind, span(speaker), cue_span=span("said")),),
        figures=(
            Figure(
                *(span(f"{dead} people"), span(str(dead)), float(dead), float(dead), "killed"),
                place=place,
                source=speaker,
                statement=0,
            ),
        ),
        events=(Event(content, span("died"), "violence", actor=(speaker,), place=place, date=day, figures=(0,)),),
        quantities=(Quantity(span(f"{dead} people"), span(str(dead)), float(dead), "person"),),
        times=(Time(span("Monday"), "DATE", day or "XXXX-WXX-1"),),
        places=(Place(span(place), place, geonames=PLACES.get(place)),),
        actors=(Actor(speaker, actor_kind, (span(speaker),)),),
        problems=problems,
    )
    return document, reading


def judge(
    kind: str, noun: str, *about: str, who: str = "Ana Reis", day: str = "2031-05-04", **more: object
) -> Judgement:
    """A judgement, made at ten in the morning of `day` where `when` is not given."""
    when = more.pop("when", f"{day}T10:00:00Z")
    return Judgement(kind=kind, noun=noun, about=about, who=who, when=when, **more)
