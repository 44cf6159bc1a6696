"""Reports of an invented war, with the events that a reader would find in them."""

from sayso.model import Document, Event, Figure, Place, Reading, Span, Statement, identify

TOWNS = {"Velm": 102, "Orsa Bay": 101, "Tarnholm": 103}
KINDS = {"Ardania": "country", "Velm Oblast": "region", "Velm hospital": "site"}


def tell(
    words: str, type: str = "shelling", place: str | None = "Velm", date: str | None = "2031-05-02", **more: object
) -> dict:
    """An event that the sentence `words` tells; `dead` are told in it, as `source` says where there is one."""
    return {"words": words, "type": type, "place": place, "date": date, **more}


def report(
    *told: dict, day: str | None = "2031-05-02", outlet: str = "The Velm Post", name: str = ""
) -> tuple[Document, Reading]:
    """A document of these sentences and its reading."""
    text = "\n".join(one["words"] + "." for one in told)
    document = Document(
        id=identify(text, title=name, outlet=outlet), name=name or "report", text=text, title=name, outlet=outlet
    )
    reading: dict[str, list] = {"events": [], "figures": [], "statements": [], "places": []}
    start = 0
    for one in told:
        span = Span(start, start + len(one["words"]))
        start = span.end + 2
        _put(reading, span, **one)
    return document, Reading(
        document=document.id,
        reader="sayso/1",
        language="en",
        date=day,
        date_basis="given" if day else "unknown",
        **{field: tuple(found) for field, found in reading.items()},
    )


def _put(
    reading: dict[str, list],
    span: Span,
    *,
    words: str,
    type: str,
    place: str | None,
    date: str | None,
    dead: int | None = None,
    basis: str = "increment",
    source: str | None = None,
    **more: object,
) -> None:
    if source is not None:
        reading["statements"].append(Statement(span, source, "organisation"))
        more |= {"statement": len(reading["statements"]) - 1, "status": more.get("status", "claimed")}
    if dead is not None:
        at = span.start + words.index(str(dead))
        number = Span(at, at + len(str(dead)))
        figure = Figure(number, number, dead, dead, "killed", place=place, basis=basis, source=source)
        reading["figures"].append(figure)
        more["figures"] = (len(reading["figures"]) - 1,)
    if place is not None:
        at = Span(span.start, span.start + 1)
        reading["places"].append(Place(at, place, KINDS.get(place, "city"), country="AR", geonames=TOWNS.get(place)))
    reading["events"].append(Event(span, Span(span.start, span.start + 1), type, place=place, date=date, **more))
