"""Give one person, office or organisation one name across documents.

Enters: the names by which documents know their actors, with how often each is used, and the names chosen in the
situation. Leaves: for each name the one it goes by. Two names are one where
- they fold to the same words (case, accents, punctuation, titles aside),
- the situation says so,
- two full names differ only as transliterations do ("Zelensky", "Zelenskyy"; "Volodymyr", "Vladimir"),
- one is a bare last name that nearly all use for one full name, or an acronym that nearly all documents give for one,
- two bodies' names are wordings of one ("Norwegian Defense Ministry", "Ministry of Defence of Norway"),
- two bodies' names differ only in that an acronym is written out ("UN refugee agency"),
- two states' names are of one country ("Britain", "the UK"),
- people say so; and they are two where people say that (see `sayso.ledger.judgements.parting`).
Refuses: to choose where there are two candidates, and to merge unnamed sources, who are different people in
different documents, or descriptions ("the ministry"), which are of different bodies.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.names.folding import Key, fold, fold_person
from sayso.ledger.names.knowing import KnownNames, Named, describes, is_joined
from sayso.ledger.names.links import Link, link_names
from sayso.ledger.names.sounding import sounds
from sayso.ledger.names.wordings import stands_between
from sayso.model import Situation

JUDGED = "judgement"
"""The rule of a link that people made."""


class Naming:
    """The one name of each actor or place. `links` are those that joined names, by rule or by people."""

    def __init__(self, chosen: Mapping[Key, str], links: Sequence[Link] = ()) -> None:
        self._chosen = chosen
        self.links = links

    def prepare(self, names: Iterable[str]) -> None:
        """Be ready to be asked about these."""

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
        words = sounds(fold(asked))
        having = bool(words) and any(words <= sounds(key) for key in (fold(name), self._key(name)))
        return having or self.same(asked, name)

    def chosen_for(self, key: Key) -> str | None:
        """The name chosen for a folded one; `None` for what is no name, such as the number of a place."""
        return self._chosen.get(key)

    def may_join(self, link: Link) -> bool:
        """Whether a link joins no two that go by different names."""
        one, other = self._chosen.get(link.one), self._chosen.get(link.other)
        return one is None or other is None or one == other

    def among(self, keys: Collection[Key]) -> "Naming":
        """What it says of these folded names, and nothing of others."""
        chosen = {key: name for key, name in self._chosen.items() if key in keys}
        return Naming(chosen, [link for link in self.links if link.one in keys and link.other in keys])

    def _key(self, name: str) -> Key:
        return fold(self._chosen.get(fold(name), name))


def name_actors(
    named: Iterable[Named],
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> Naming:
    """Choose names. The result depends on the set of names alone, not on their order.

    `verdicts` are what people say of names, folded; `written` are those names as they wrote them.
    """
    known = KnownNames(written)
    links = [link for one in named if is_joined(one) for link in known.note(one)]
    links += link_names(known.kinds, known.uses, known.acronyms)
    return choose_names(known, known.kinds, links, situation, verdicts)


def choose_names(
    known: KnownNames, keys: Iterable[Key], links: Iterable[Link], situation: Situation, verdicts: Verdicts[Key]
) -> Naming:
    """Choose one name for all of `keys` that links, and people, make one."""
    told = chosen_actors(situation)
    links = [link for link in links if _may_join(link, told)]
    alone = ((key, key) for key in [*keys, *told])
    groups = settle([*alone, *((link.one, link.other) for link in links)], verdicts)
    members: dict[Key, list[Key]] = defaultdict(list)
    for key, first in groups.items():
        if not stands_between(key):
            members[first].append(key)
    chosen: dict[Key, str] = {}
    for group in members.values():
        name = _choose(group, known, told)
        chosen.update({key: told.get(key, name) for key in group})
    return Naming(chosen, [*links, *(Link(a, b, JUDGED) for a, b in verdicts.same)])


def chosen_names(situation: Situation) -> dict[Key, str]:
    """The names to be shown that the situation chooses, by every name they replace."""
    return {fold(n): shown for shown, names in situation.names.items() for n in (shown, *names)}


def chosen_actors(situation: Situation) -> dict[Key, str]:
    """As `chosen_names`, with the names of parties."""
    told = chosen_names(situation)
    return told | {fold(n): told.get(fold(p.name), p.name) for p in situation.parties for n in (p.name, *p.aliases)}


def _may_join(link: Link, told: Mapping[Key, str]) -> bool:
    """Whether a link joins no two names which the situation keeps apart."""
    return link.one not in told or link.other not in told or told[link.one] == told[link.other]


def _choose(keys: list[Key], named: KnownNames, told: Mapping[Key, str]) -> str:
    """The situation's name; else a name in full and without title before others, then the one most in use."""
    if names := sorted({told[key] for key in keys if key in told}):
        return names[0]
    forms: dict[str, int] = defaultdict(int)
    for key in keys:
        for name, times in named.uses.get(key, {}).items():
            forms[name] += times
    is_state = any("state" in named.kinds.get(key, ()) for key in keys)
    if not forms:
        return " ".join(min(keys))
    if len(forms) == 1:
        return next(iter(forms))
    return min(
        forms,
        key=lambda n: (_is_short(n, is_state), fold_person(n) != fold(n), -forms[n], not n[-1].isalnum(), -len(n), n),
    )


def _is_short(name: str, is_state: bool) -> bool:
    """Whether it is an acronym, a bare last name, or has an initial for the first. States have names of one word."""
    bare = fold_person(name)
    return name.isupper() if is_state else len(bare) < 2 or len(bare[0]) < 2
