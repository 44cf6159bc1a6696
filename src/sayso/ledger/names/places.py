"""Give one place one name across documents.

Enters: the names of places that documents mention, with the gazetteer's number where there is one and how
often they do, and the names chosen in the situation. Leaves: for each name the one it goes by: the
situation's, else, of all names of one GeoNames number, the one most in use. A name that stands for
several numbers is joined with none of them. What people call the same place, or not the same, is.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.names.actors import JUDGED, Naming, chosen_names
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.links import Link
from sayso.model import Situation


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
    numbers: dict[Key, set[int]] = defaultdict(set)
    uses: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in located:
        key = fold(one.name)
        uses[key][one.name] += one.uses
        if one.geonames is not None:
            numbers[key].add(one.geonames)
    for name in written:
        uses[fold(name)][name] += 0
    told = chosen_names(situation)
    links = [(key, _number(*numbers[key]) if len(numbers[key]) == 1 else key) for key in uses]
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
    numbered = [Link(key, _number(*found), "GeoNames id") for key, found in numbers.items() if len(found) == 1]
    return Naming(chosen, [*numbered, *(Link(a, b, JUDGED) for a, b in verdicts.same)])


def _number(geonames: int) -> Key:
    """What stands between the names of one number. No name folds to it."""
    return (f"#{geonames}",)
