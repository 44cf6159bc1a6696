"""Tell where: every place that documents name, under one name, with what it lies in.

Enters: the names of places in each document with their numbers, and the names chosen. Leaves: views of places. Refuses:
to say where a place lies that no gazetteer has, or whose name may be of two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.gazetteer import load_gazetteer
from sayso.ledger.days import order
from sayso.ledger.names.containment import places_around
from sayso.ledger.names.merges import OtherName, explain_names
from sayso.ledger.names.views import PlaceView
from sayso.ledger.telling import Names, tell_judged_name
from sayso.model import Place
from sayso.model.encoding import decode


def tell_places(rows: Iterable[Any], names: Names) -> tuple[PlaceView, ...]:
    """Views, those that most documents name first. `rows` are those of `asking.ask_located`."""
    found: dict[tuple[str, int | None], list[Any]] = defaultdict(list)
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    rows = list(rows)
    numbers = numbers_of(rows, names)
    for row in rows:
        chosen = names.places.of(row.name)
        known = numbers[chosen]
        number = next(iter(known)) if row.geonames is None and len(known) == 1 else row.geonames
        found[chosen, number].append(row)
        uses[chosen][row.name] += 1
    others = explain_names(names.places, uses)
    views = (_tell(name, number, some, others[name], names) for (name, number), some in found.items())
    return tuple(sorted(views, key=lambda v: (-v.documents, -v.mentions, v.name, v.geonames or 0)))


def numbers_of(rows: Iterable[Any], names: Names) -> Mapping[str, set[int]]:
    """The GeoNames numbers of all that goes by each name."""
    found: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        found[names.places.of(row.name)] |= {row.geonames} - {None}
    return found


def _tell(name: str, number: int | None, rows: Sequence[Any], others: tuple[OtherName, ...], names: Names) -> PlaceView:
    read = decode(min(rows, key=lambda row: (row.geonames is None, *order(row.known, row.id), row.name)).noun, Place)
    here = load_gazetteer().by_id(number) if number is not None else None
    said = {row.name for row in rows}
    days = [row.known for row in rows if row.known]
    return PlaceView(
        name=name,
        kind=read.kind,
        names=tuple(other for other in others if other.name in said),
        mentions=sum(row.mentions for row in rows),
        documents=len({row.id for row in rows}),
        first=min(days, default=""),
        last=max(days, default=""),
        within=tuple(place.name for place in places_around(number)) if number is not None else (),
        country=here.country if here else read.country,
        lat=here.lat if here else read.lat,
        lon=here.lon if here else read.lon,
        geonames=number,
        **tell_judged_name(names.weighed, "place", name),
    )


def lies(view: PlaceView, asked: str, names: Names) -> bool:
    """Whether this is the place asked for, or lies within it."""
    return any(names.places.same(asked, name) for name in (view.name, *view.within))
