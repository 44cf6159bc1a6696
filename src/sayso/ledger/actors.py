"""Give one person, office or organisation one name across documents.

Enters: the names by which documents know their actors, with how often each is used, and the names chosen in the
situation. Leaves: for each name the one it goes by. Two names are one where
- they fold to the same words (case, accents, punctuation, titles aside),
- the situation says so,
- two full names differ only as transliterations do ("Zelensky", "Zelenskyy"; "Volodymyr", "Vladimir"),
- one is a bare last name that nearly all use for one full name, or an acronym that nearly all documents give for one,
- two bodies' names differ only in that an acronym is written out ("UN refugee agency"),
- people say so; and they are two where people say that (see `sayso.ledger.parting`).
Refuses: to choose where there are two candidates, and to merge unnamed sources, who are different people in
different documents, or descriptions ("the ministry"), which are of different bodies.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from sayso.ledger.folding import Key, fold, fold_person
from sayso.ledger.parting import Verdicts, settle
from sayso.model import Situation

NEARLY_ALL = 0.9
"""Share of the uses of full names with one last name that makes one of them what the bare last name means.

Readers misread a first name now and then: one slip among a hundred right ones must not part a man from his name. A
document that means another one of the same last name gives the first name, and its reading has it.
"""


OF_ACRONYMS = 0.8
"""Share of the uses of the names that documents give for an acronym, from which the most used is its long form."""


class Named(msgspec.Struct, frozen=True):
    """A name as documents have it. `kind` is that of `Actor` or of `Statement.speaker_kind`."""

    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    uses: int = 1


class Naming:
    """The one name of each actor."""

    def __init__(self, chosen: Mapping[Key, str]) -> None:
        self._chosen = chosen

    def of(self, name: str) -> str:
        """The name chosen for `name`; itself where it is not known, or is a description ("the ministry")."""
        return name if describes(name) else self._chosen.get(fold(name), name)

    def same(self, one: str, other: str) -> bool:
        """Whether two names are of one."""
        return self._key(one) == self._key(other)

    def fits(self, asked: str, name: str) -> bool:
        """Whether somebody who asks for `asked` may mean `name`: it has, or goes by a name that has, all its words."""
        words = set(fold(asked))
        return self.same(asked, name) or words <= set(fold(name)) or words <= set(self._key(name))

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
    kinds: dict[Key, set[str]] = defaultdict(set)
    uses: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    acronyms: dict[Key, dict[Key, int]] = defaultdict(lambda: defaultdict(int))
    links: list[tuple[Key, Key]] = []
    for one in named:
        key = fold(one.name)
        if key and one.kind not in ("unnamed", "collective", "unknown") and not describes(one.name):
            bare = fold_person(one.name) if one.kind == "person" else key
            kinds[bare].add(one.kind)
            uses[key][one.name] += one.uses
            links.append((key, bare))
            for short in one.acronyms:
                if _abbreviates(short, one.name):
                    acronyms[_undotted(fold(short))][key] += one.uses
                    links.append((fold(short), _undotted(fold(short))))
    told = chosen_names(situation)
    told.update({fold(n): told.get(fold(p.name), p.name) for p in situation.parties for n in (p.name, *p.aliases)})
    long = {short: full for short, names in acronyms.items() if (full := _most_used(names))}
    links += [*_transliterations(kinds), *_last_names(kinds, uses), *long.items(), *_written_out(kinds, long)]
    for name in written:
        uses[fold(name)][name] += 0
    groups = settle([*((key, key) for key in [*kinds, *told]), *_within(links, told)], verdicts)
    members: dict[Key, list[Key]] = defaultdict(list)
    for key, first in groups.items():
        members[first].append(key)
    chosen: dict[Key, str] = {}
    for keys in members.values():
        name = _choose(keys, uses, told)
        chosen.update({key: told.get(key, name) for key in keys})
    return Naming(chosen)


def describes(name: str) -> bool:
    """Whether no word of it is capitalised, in a script that has capitals: "the ministry" is of no one country."""
    return name.islower()


def chosen_names(situation: Situation) -> dict[Key, str]:
    """The names to be shown that the situation chooses, by every name they replace."""
    return {fold(n): shown for shown, names in situation.names.items() for n in (shown, *names)}


def _within(links: Iterable[tuple[Key, Key]], told: Mapping[Key, str]) -> Iterable[tuple[Key, Key]]:
    """The links that join no two names which the situation keeps apart."""
    for one, other in links:
        if one not in told or other not in told or told[one] == told[other]:
            yield one, other


def _transliterations(kinds: Mapping[Key, set[str]]) -> Iterable[tuple[Key, Key]]:
    """Full names of persons whose first and last names sound alike."""
    alike: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in _persons(kinds):
        if len(key) > 1:
            alike[_sound_of_first(key[0]), sound(key[-1])].append(key)
    for keys in alike.values():
        yield from ((min(keys), key) for key in keys)


def _last_names(kinds: Mapping[Key, set[str]], uses: Mapping[Key, Mapping[str, int]]) -> Iterable[tuple[Key, Key]]:
    """A bare last name, or one with an initial, with the full name that nearly all have in mind who give one."""
    full: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    short = []
    for key in sorted(_persons(kinds)):
        if len(key) > 1 and len(key[0]) > 1:
            full[sound(key[-1])][_sound_of_first(key[0])].append(key)
        else:
            short.append(key)
    for key in short:
        initial = key[0] if len(key) > 1 else ""
        fitting = [keys for keys in full[sound(key[-1])].values() if keys[0][0].startswith(initial)]
        weights = [sum(sum(uses.get(k, {}).values()) for k in keys) for keys in fitting]
        if fitting and max(weights) >= NEARLY_ALL * sum(weights):
            yield key, fitting[weights.index(max(weights))][0]


def _persons(kinds: Mapping[Key, set[str]]) -> Iterable[Key]:
    return (key for key, found in kinds.items() if found == {"person"})


def _most_used(names: Mapping[Key, int]) -> Key | None:
    """The name that nearly all uses have in mind; others are most often the same one, written in another way."""
    best = max(names, key=lambda name: (names[name], name))
    return best if names[best] >= OF_ACRONYMS * sum(names.values()) else None


def _written_out(kinds: Mapping[Key, set[str]], long: Mapping[Key, Key]) -> Iterable[tuple[Key, Key]]:
    """Names of bodies with the same in which acronyms are written out: "UN refugee agency"."""
    for key, found in kinds.items():
        if "person" not in found:
            plain = _undotted(key)
            full = tuple(word for part in plain for word in long.get((part,), (part,)))
            if full != key:
                yield key, full


def _undotted(key: Key) -> Key:
    """With the letters of a dotted acronym as one word: "U.N." folds to two."""
    letters = next((n for n, word in enumerate(key) if len(word) > 1), len(key))
    return ("".join(key[:letters]), *key[letters:]) if letters > 1 else key


def _abbreviates(short: str, name: str) -> bool:
    """Whether `short` is capitals that are the first letters of words of `name`, in order."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return False
    initials = iter(word[0].upper() for word in re.findall(r"\w+", name))
    return len(name.split()) > 1 and all(letter in initials for letter in letters)


def _choose(keys: list[Key], uses: Mapping[Key, Mapping[str, int]], told: Mapping[Key, str]) -> str:
    """The situation's name; else a name in full and without title before others, then the one most in use."""
    if names := sorted({told[key] for key in keys if key in told}):
        return names[0]
    forms: dict[str, int] = defaultdict(int)
    for key in keys:
        for name, times in uses.get(key, {}).items():
            forms[name] += times
    if not forms:
        return " ".join(keys[0])
    return min(
        forms, key=lambda n: (_is_short(n), fold_person(n) != fold(n), -forms[n], not n[-1].isalnum(), -len(n), n)
    )


def _is_short(name: str) -> bool:
    """Whether it is an acronym, a bare last name, or has an initial for the first."""
    bare = fold_person(name)
    return len(bare) < 2 or len(bare[0]) < 2


_SAME_SOUND = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        ("shch|sch|tsch", "sh"), ("tch|tsch", "ch"), ("kh|gh", "h"), ("g", "h"), ("x", "ks"), ("w", "v"), ("ph", "f"),
        ("tz", "ts"), ("ck", "k"), ("ou", "u"), ("j|y", "i"), ("ie", "e"), ("i+", "i"), (r"(.)\1", r"\1"),
    ]
]  # fmt: skip


@functools.lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A form in which the usual transliterations of a Cyrillic name are equal: "zelenski" for Zelenskyy."""
    for pattern, same in _SAME_SOUND:
        word = pattern.sub(same, word)
    return word


def _sound_of_first(word: str) -> str:
    """As `sound`, without vowels where three consonants are left to tell names apart; a final "a" is kept."""
    sounded = sound(word)
    consonants = re.sub("[aeiou]", "", sounded)
    return consonants + sounded[-1:].replace("a", "A") if len(consonants) > 2 else sounded
