"""Give one place one name across documents.

Enters: the names of places that documents mention, with the gazetteer's number where there is one and how
often they do, and the names chosen in the situation. Leaves: for each name the one it goes by: the
situation's, else, of all names of one GeoNames number, the one most in use. A name that stands for
several places is joined with none of them. What people call the same place, or not the same, is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

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


def name_places(
    located: Iterable[Located],
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> Naming:
    """Choose names. The result depends on the set of names alone, not on their order.

    `verdicts` are what people say of names, folded; `written` are those names as they wrote them.
    """
    mentions: dict[Key, Counter[int]] = defaultdict(Counter)
    uses: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in located:
        key = fold(one.name)
        uses[key][one.name] += one.uses
        if one.geonames is not None:
            mentions[key][one.geonames] += one.uses
    for name in written:
        uses[fold(name)][name] += 0
    told = chosen_names(situation)
    numbers = {key: number for key, found in mentions.items() if (number := number_meant(found)) is not None}
    links = [(key, _number(numbers[key]) if key in numbers else key) for key in uses]
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key, first in settle(links, verdicts).items():
        if key in uses:
            groups[first].append(key)
    chosen = dict(told)
    for keys in groups.values():
        forms: dict[str, int] = defaultdict(int)
        for key in keys:
            for name, times in uses[key].items():
                forms[name] += times
        set_names = sorted({told[key] for key in keys if key in told})
        name = set_names[0] if set_names else min(forms, key=lambda n: (-forms[n], n))
        chosen.update({key: name for key in keys if key not in told})
    numbered = [Link(key, _number(number), "GeoNames id") for key, number in numbers.items()]
    return Naming(chosen, [*numbered, *(Link(a, b, JUDGED) for a, b in verdicts.same)])


def number_meant(mentions: Mapping[int, int]) -> int | None:
    """The GeoNames number that nearly all mentions of a name have which have one; `None` where there is no such."""
    best = max(mentions, key=lambda number: (mentions[number], -number), default=None)
    return best if best is not None and mentions[best] >= NEARLY_ALL * sum(mentions.values()) else None


def _number(geonames: int) -> Key:
    """What stands between the names of one number. No name folds to it."""
    return (f"#{geonames}",)
