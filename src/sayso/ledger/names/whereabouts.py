"""Tell where: every place that documents name, under one name, with what it lies in.

Enters: the names of places in each document with their numbers, and the names chosen. Leaves: views of places. Refuses:
to say where a place lies that no gazetteer has, or whose name may be of two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sayso.gazetteer import load_gazetteer
from sayso.ledger.days import order
from sayso.ledger.names.containment import places_around
from sayso.ledger.names.merges import OtherName, explain_names
from sayso.ledger.names.places import number_meant
from sayso.ledger.names.views import PlaceView
from sayso.ledger.telling import Names, tell_judged_name
from sayso.model import Place
from sayso.model.encoding import decode


class _Seen(NamedTuple):
    """A name of a place in a document: with its number, how often it is mentioned so, and the noun of one mention."""

    name: str
    geonames: int | None
    id: str
    known: str
    noun: str
    mentions: int


def tell_places(rows: Iterable[Any], names: Names) -> tuple[PlaceView, ...]:
    """Views, those that most documents name first. `rows` are those of `asking.ask_located`."""
    found: dict[tuple[str, int | None], list[_Seen]] = defaultdict(list)
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    seen = [_Seen(*row) for row in rows]
    numbers = numbers_of(_summed(seen), names)
    chosen_for = {name: names.places.of(name) for name in {one.name for one in seen}}
    for row in seen:
        chosen = chosen_for[row.name]
        found[chosen, row.geonames if row.geonames is not None else numbers.get(chosen)].append(row)
        uses[chosen][row.name] += 1
    others = explain_names(names.places, uses)
    views = (_tell(name, number, some, others[name], names) for (name, number), some in found.items())
    return tuple(sorted(views, key=lambda v: (-v.documents, -v.mentions, v.name, v.geonames or 0)))


def _summed(seen: Iterable[_Seen]) -> Iterator[tuple[str, int | None, int]]:
    """Each name and number with how often it is mentioned."""
    mentions = Counter[tuple[str, int | None]]()
    for one in seen:
        mentions[one.name, one.geonames] += one.mentions
    return ((name, number, times) for (name, number), times in mentions.items())


def numbers_of(mentions: Iterable[tuple[str, int | None, int]], names: Names) -> dict[str, int]:
    """The GeoNames number that each chosen name stands for, see `number_meant`. `mentions` are names with a number and
    how often they have it.
    """
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for name, number, times in mentions:
        if number is not None:
            found[names.places.of(name)][number] += times
    return {name: meant for name, counts in found.items() if (meant := number_meant(counts)) is not None}


def places_meant(views: Iterable[PlaceView]) -> dict[str, PlaceView]:
    """The place that each name stands for; a name that may stand for two has none."""
    by_name: dict[str, dict[int | None, PlaceView]] = defaultdict(dict)
    for view in views:
        by_name[view.name][view.geonames] = view
    return {name: meant for name, found in by_name.items() if (meant := _meant(found)) is not None}


def _meant(found: Mapping[int | None, PlaceView]) -> PlaceView | None:
    """That of the number that the name stands for; the only one where no gazetteer has it."""
    mentions = {number: view.mentions for number, view in found.items() if number is not None}
    if not mentions:
        return found[None]
    number = number_meant(mentions)
    return found[number] if number is not None else None


def _tell(
    name: str, number: int | None, rows: Sequence[_Seen], others: tuple[OtherName, ...], names: Names
) -> PlaceView:
    read = decode(min((row.geonames is None, *order(row.known, row.id), row.name, row.noun) for row in rows)[-1], Place)
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
