"""Load the ontology of events: one small table of types that every language's triggers point into.

Enters: nothing; the table is `ontology.toml` beside this file. Leaves: an `Ontology`, its types by name, each with the
codes that ACLED and PLOVER would give it. Refuses: an unknown key, a name that stands twice, an ACLED sub-type without
its type.
"""

import functools
from importlib import resources
from typing import Literal

import msgspec

from sayso.model import SaysoError


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One type of event.

    `acled` and `acled_sub` are ACLED's `event_type` and `sub_event_type`, `plover` the PLOVER code; each is empty where
    that scheme has no code for the type, or where the words alone do not decide between several. `acled_open` tells
    that ACLED codes such happenings, and that more than the type decides as what: "type", or only the "sub" type; what
    stands in `acled` is then what it is most often. `under` is the wider
    type that the same happening may also be told as (a missile attack is an attack). `on_the_ground` tells that it
    happens where the crisis does, not in the wider world of money, courts and aid. `moves` tells which end of a
    movement its place is: "to" where it goes, "from" where it starts. `at_home` tells that a state or its bank, market
    or police does it in its own country, unless another is named. `told_with` is the type that reports tell the same
    happening as though it is no wider one: the dead of an attack are told as a killing. `lasts` tells that it goes on
    for days, so that those who tell it on following days tell one thing: at one place ("place"); in all of a country
    ("land"), or only where a country as a whole is its place ("whole land") or its target ("land aimed at"), which is
    then told as `lasts_as`. `flows` tells that it is no happening of a day at all, but told by figures: people who
    flee, prices that rise.
    """

    name: str
    about: str
    acled: str = ""
    acled_sub: str = ""
    acled_open: Literal["", "type", "sub"] = ""
    plover: str = ""
    under: str = ""
    on_the_ground: bool = False
    moves: Literal["", "to", "from"] = ""
    at_home: bool = False
    told_with: str = ""
    lasts: Literal["", "place", "land", "whole land", "land aimed at"] = ""
    lasts_as: str = ""
    flows: bool = False

    @property
    def family(self) -> str:
        """The widest type that the same happening may be told as."""
        return self.under or self.name

    @property
    def happening(self) -> str:
        """What all types have in common that one happening may be told as."""
        return self.told_with or self.family


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every type of event that a reading can hold."""

    about: str
    type: tuple[EventType, ...]

    def names(self) -> frozenset[str]:
        """The names of all types."""
        return frozenset(t.name for t in self.type)

    def __getitem__(self, name: str) -> EventType:
        """The type of this name. Raises `KeyError` where there is none."""
        return {t.name: t for t in self.type}[name]


@functools.cache
def load_ontology() -> Ontology:
    """The ontology. Raises `SaysoError` where its file is malformed."""
    data = resources.files("sayso.languages").joinpath("ontology.toml").read_bytes()
    try:
        ontology = msgspec.toml.decode(data, type=Ontology)
    except msgspec.DecodeError as error:
        raise SaysoError(f"languages/ontology.toml: {error}") from error
    _check(ontology)
    return ontology


@functools.cache
def event_type(name: str) -> EventType:
    """The type of this name. Raises `KeyError` where there is none."""
    return load_ontology()[name]


def _check(ontology: Ontology) -> None:
    names = ontology.names()
    if len(names) != len(ontology.type):
        raise SaysoError("languages/ontology.toml: a name stands twice; every type has one entry")
    for kind in ontology.type:
        if kind.under and kind.under not in names:
            raise SaysoError(f"languages/ontology.toml: {kind.name} is under {kind.under!r}, which is no type")
        for other in (kind.told_with, kind.lasts_as):
            if other and other not in names:
                raise SaysoError(f"languages/ontology.toml: {kind.name} is told with {other!r}, which is no type")
        if kind.acled_sub and not kind.acled:
            raise SaysoError(f"languages/ontology.toml: {kind.name} has an ACLED sub-type without its type")
