"""Explain by which rule each name was joined to the one that its bearer goes by.

Enters: names as chosen, with the links that joined them. Leaves: for each name of one bearer the rule and the name that
it led to: "Brandt", last name of "Ilse Brandt". A name that only the situation joins has the rule "situation", one that
differs in case, accents or articles alone "spelling".
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

import msgspec

from sayso.ledger.names.actors import Naming
from sayso.ledger.names.folding import Key, fold


class OtherName(msgspec.Struct, frozen=True):
    """A name that somebody, or some place, also goes by. `uses` counts documents; `rule` joined it to the name `of`."""

    name: str
    uses: int
    rule: str
    of: str


def explain_names(naming: Naming, uses: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[OtherName, ...]]:
    """By chosen name the other names, the most used first. `uses` has the names that go by each, with their uses."""
    neighbours = _neighbours(naming)
    return {chosen: _explain(chosen, names, naming, neighbours) for chosen, names in uses.items()}


def _neighbours(naming: Naming) -> Mapping[Key, list[tuple[Key, str]]]:
    found: dict[Key, list[tuple[Key, str]]] = defaultdict(list)
    for link in naming.links:
        if link.one != link.other and naming.may_join(link):
            found[link.one].append((link.other, link.rule))
            found[link.other].append((link.one, link.rule))
    return found


def _explain(
    chosen: str, names: Mapping[str, int], naming: Naming, neighbours: Mapping[Key, list[tuple[Key, str]]]
) -> tuple[OtherName, ...]:
    forms = _forms(names)
    led = _ways(fold(chosen), chosen, naming, neighbours)
    found = []
    for name, times in names.items():
        key = fold(name)
        if name != chosen:
            rule, of = ("spelling", fold(chosen)) if key == fold(chosen) else led.get(key, ("situation", fold(chosen)))
            found.append(OtherName(name, times, rule, chosen if of == fold(chosen) else forms.get(of, " ".join(of))))
    return tuple(sorted(found, key=lambda other: (-other.uses, other.name)))


def _forms(names: Mapping[str, int]) -> dict[Key, str]:
    """The most used form of each folded name."""
    best: dict[Key, str] = {}
    for name in sorted(names, key=lambda n: (-names[n], n)):
        best.setdefault(fold(name), name)
    return best


def _ways(
    root: Key, chosen: str, naming: Naming, neighbours: Mapping[Key, Iterable[tuple[Key, str]]]
) -> dict[Key, tuple[str, Key]]:
    """The last step of the shortest way from the chosen name to each that goes by it. What stands between names (a
    number) is passed through.
    """
    led: dict[Key, tuple[str, Key]] = {}
    waiting, seen = deque([(root, root)]), {root}
    while waiting:
        key, named = waiting.popleft()
        for other, rule in sorted(neighbours.get(key, ())):
            if other not in seen and naming.chosen_for(other) in (chosen, None):
                seen.add(other)
                is_name = naming.chosen_for(other) is not None
                if is_name:
                    led[other] = rule, named
                waiting.append((other, other if is_name else named))
    return led
