"""Give one place one name across documents.

Enters: the names of places that documents mention, with the gazetteer's number where there is one and how
often they do, and the names chosen in the situation. Leaves: for each name the one it goes by: the
situation's, else, of all names of one GeoNames number, the one most in use. A name that stands for
several places is joined with none of them. What people call the same place, or not the same, is.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec

from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.names.actors import JUDGED, Naming, chosen_names
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.links import Link
from sayso.model import Situation

NEARLY_ALL = 0.9
"""Share of the mentions of a name that must be of one place for the name to stand for it, as for last names (`links`):
a reader takes one Kyiv in forty for a village of that name, and it is no less the city for that.
"""


class Located(msgspec.Struct, frozen=True):
    """A place as documents name it."""

    name: str
    geonames: int | None = None
    uses: int = 1


class KnownPlaces:
    """Folded names: how often each is used in which form, and how often for which GeoNames number."""

    def __init__(self, written: Iterable[str]) -> None:
        self.mentions: dict[Key, Counter[int]] = defaultdict(Counter)
        self.uses: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for name in written:
            self.uses[fold(name)][name] += 0

    def note(self, one: Located) -> None:
        """Count one in."""
        key = fold(one.name)
        self.uses[key][one.name] += one.uses
        if one.geonames is not None:
            self.mentions[key][one.geonames] += one.uses

    def link(self, key: Key) -> Link | None:
        """A name with the number that it stands for."""
        number = number_meant(self.mentions.get(key, {}))
        return Link(key, numbered(number), "GeoNames id") if number is not None else None


def name_places(
    located: Iterable[Located],
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> Naming:
    """Choose names. The result depends on the set of names alone, not on their order.

    `verdicts` are what people say of names, folded; `written` are those names as they wrote them.
    """
    known = KnownPlaces(written)
    for one in located:
        known.note(one)
    return choose_places(known, known.uses, situation, verdicts)


def choose_places(known: KnownPlaces, keys: Collection[Key], situation: Situation, verdicts: Verdicts[Key]) -> Naming:
    """Choose one name for all of `keys` that have one number, or that people make one."""
    told = chosen_names(situation)
    links = [link for key in keys if (link := known.link(key))]
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key, first in settle([*((key, key) for key in keys), *((a, b) for a, b, _ in links)], verdicts).items():
        if key in known.uses:
            groups[first].append(key)
    chosen = dict(told)
    for group in groups.values():
        name = _choose([known.uses[key] for key in group], {told[key] for key in group if key in told})
        chosen.update({key: name for key in group if key not in told})
    return Naming(chosen, [*links, *(Link(a, b, JUDGED) for a, b in verdicts.same)])


def _choose(uses: Iterable[Mapping[str, int]], told: Collection[str]) -> str:
    """The situation's name, else the one most in use."""
    forms = Counter[str]()
    for one in uses:
        forms.update(one)
    return min(told) if told else min(forms, key=lambda n: (-forms[n], n))


def number_meant(mentions: Mapping[int, int]) -> int | None:
    """The GeoNames number that nearly all mentions of a name have which have one; `None` where there is no such."""
    best = max(mentions, key=lambda number: (mentions[number], -number), default=None)
    return best if best is not None and mentions[best] >= NEARLY_ALL * sum(mentions.values()) else None


def numbered(geonames: int) -> Key:
    """What stands between the names of one number. No name folds to it."""
    return (f"#{geonames}",)
