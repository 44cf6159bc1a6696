"""Give one person, office or organisation one name across documents.

Enters: the names by which documents know their actors, with how often each is used, and the names chosen in the
situation. Leaves: for each name the one it goes by. Two names are one where
- they fold to the same words (case, accents, punctuation, titles aside),
- the situation says so,
- two full names differ only as transliterations do ("Zelensky", "Zelenskyy"; "Volodymyr", "Vladimir"),
- one is a bare last name that nearly all use for one full name, or an acronym that nearly all documents give for one,
- two bodies' names differ only in that an acronym is written out ("UN refugee agency"),
- two states' names are of one country ("Britain", "the UK"),
- people say so; and they are two where people say that (see `sayso.ledger.judgements.parting`).
Refuses: to choose where there are two candidates, and to merge unnamed sources, who are different people in
different documents, or descriptions ("the ministry"), which are of different bodies.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.names.folding import Key, fold, fold_person
from sayso.ledger.names.links import Link, abbreviates, link_names, undotted
from sayso.ledger.names.sounding import sound
from sayso.model import Situation

JUDGED = "judgement"
"""The rule of a link that people made."""


class Named(msgspec.Struct, frozen=True):
    """A name as documents have it. `kind` is that of `Actor` or of `Statement.speaker_kind`."""

    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    uses: int = 1


class Naming:
    """The one name of each actor or place. `links` are those that joined names, by rule or by people."""

    def __init__(self, chosen: Mapping[Key, str], links: Sequence[Link] = ()) -> None:
        self._chosen = chosen
        self.links = links

    def of(self, name: str) -> str:
        """The name chosen for `name`; itself where it is not known, or is a description ("the ministry")."""
        return name if describes(name) else self._chosen.get(fold(name), name)

    def same(self, one: str, other: str) -> bool:
        """Whether two names are of one."""
        return self._key(one) == self._key(other)

    def fits(self, asked: str, name: str) -> bool:
        """Whether somebody who asks for `asked` may mean `name`: it has, or goes by a name that has, all its words.

        A word that sounds like another does for it, so that any transliteration finds a name.
        """
        words = set(map(sound, fold(asked)))
        return self.same(asked, name) or any(words <= set(map(sound, key)) for key in (fold(name), self._key(name)))

    def chosen_for(self, key: Key) -> str | None:
        """The name chosen for a folded one; `None` for what is no name, such as the number of a place."""
        return self._chosen.get(key)

    def may_join(self, link: Link) -> bool:
        """Whether a link joins no two that go by different names."""
        one, other = self._chosen.get(link.one), self._chosen.get(link.other)
        return one is None or other is None or one == other

    def _key(self, name: str) -> Key:
        return fold(self._chosen.get(fold(name), name))


class _Names:
    """Folded names: their kinds, how often each is used in which form, and what documents abbreviate them to."""

    def __init__(self, named: Iterable[Named], written: Iterable[str]) -> None:
        self.kinds: dict[Key, set[str]] = defaultdict(set)
        self.uses: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.acronyms: dict[Key, dict[Key, int]] = defaultdict(lambda: defaultdict(int))
        self.links: list[Link] = []
        for one in named:
            if fold(one.name) and one.kind not in ("unnamed", "collective", "unknown") and not describes(one.name):
                self._note(one)
        for name in written:
            self.uses[fold(name)][name] += 0
        self.links += link_names(self.kinds, self.uses, self.acronyms)

    def _note(self, one: Named) -> None:
        key = fold(one.name)
        bare = fold_person(one.name) if one.kind == "person" else key
        self.kinds[bare].add(one.kind)
        self.uses[key][one.name] += one.uses
        self._link(key, bare, "title")
        for short in one.acronyms:
            if abbreviates(short, one.name):
                self.acronyms[undotted(fold(short))][key] += one.uses
                self._link(fold(short), undotted(fold(short)), "spelling")

    def _link(self, one: Key, other: Key, rule: str) -> None:
        self.links.append(Link(one, other, rule))


def name_actors(
    named: Iterable[Named],
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> Naming:
    """Choose names. The result depends on the set of names alone, not on their order.

    `verdicts` are what people say of names, folded; `written` are those names as they wrote them.
    """
    names = _Names(named, written)
    told = chosen_names(situation)
    told.update({fold(n): told.get(fold(p.name), p.name) for p in situation.parties for n in (p.name, *p.aliases)})
    links = [link for link in names.links if _may_join(link, told)]
    alone = ((key, key) for key in [*names.kinds, *told])
    groups = settle([*alone, *((link.one, link.other) for link in links)], verdicts)
    members: dict[Key, list[Key]] = defaultdict(list)
    for key, first in groups.items():
        members[first].append(key)
    chosen: dict[Key, str] = {}
    for keys in members.values():
        name = _choose(keys, names, told)
        chosen.update({key: told.get(key, name) for key in keys})
    return Naming(chosen, [*links, *(Link(a, b, JUDGED) for a, b in verdicts.same)])


def describes(name: str) -> bool:
    """Whether no word of it is capitalised, in a script that has capitals: "the ministry" is of no one country."""
    return name.islower()


def chosen_names(situation: Situation) -> dict[Key, str]:
    """The names to be shown that the situation chooses, by every name they replace."""
    return {fold(n): shown for shown, names in situation.names.items() for n in (shown, *names)}


def _may_join(link: Link, told: Mapping[Key, str]) -> bool:
    """Whether a link joins no two names which the situation keeps apart."""
    return link.one not in told or link.other not in told or told[link.one] == told[link.other]


def _choose(keys: list[Key], named: _Names, told: Mapping[Key, str]) -> str:
    """The situation's name; else a name in full and without title before others, then the one most in use."""
    if names := sorted({told[key] for key in keys if key in told}):
        return names[0]
    forms: dict[str, int] = defaultdict(int)
    for key in keys:
        for name, times in named.uses.get(key, {}).items():
            forms[name] += times
    is_state = any("state" in named.kinds.get(key, ()) for key in keys)
    if not forms:
        return " ".join(keys[0])
    return min(
        forms,
        key=lambda n: (_is_short(n, is_state), fold_person(n) != fold(n), -forms[n], not n[-1].isalnum(), -len(n), n),
    )


def _is_short(name: str, is_state: bool) -> bool:
    """Whether it is an acronym, a bare last name, or has an initial for the first. States have names of one word."""
    bare = fold_person(name)
    return name.isupper() if is_state else len(bare) < 2 or len(bare[0]) < 2
