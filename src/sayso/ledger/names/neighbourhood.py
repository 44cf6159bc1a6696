"""Name a few actors out of all that documents name, knowing no more than those around them.

Enters: the names asked for, and a way to look up all names that are filed under some blocks. Leaves: what `name_actors`
over all names says of them, and of whatever goes by the same name, by the very same rules. Each rule has one walk here,
which tells the blocks it compares. Refuses: to say anything of other names that were met on the way.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.names import blocks
from sayso.ledger.names.actors import choose_names, chosen_actors
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.knowing import KnownNames, Named, acronyms_of, fold_named, is_joined
from sayso.ledger.names.links import (
    Link,
    country_of,
    is_person,
    link_country,
    link_last_name,
    link_written_out,
    most_used,
    undotted,
)
from sayso.ledger.names.near import Near, Rows, ties_of
from sayso.ledger.names.reaching import Reaching, Walk
from sayso.ledger.names.sounding import sound
from sayso.ledger.names.wordings import stands_between
from sayso.ledger.names.writing import Abbreviations
from sayso.model import Situation

Look = Callable[[Collection[str]], Iterable[Named]]
"""Every name filed under any of these blocks (see `blocks_of`), once a call, with all its uses."""


def name_near(
    seeds: Iterable[str],
    look: Look,
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> Near:
    """What `name_actors` says of `seeds`, where `look` finds all names that it would be given."""
    around = _Around(look, written)
    told = chosen_actors(situation)
    reaching = Reaching(around.walks, around.rows.load, ties_of(told, verdicts))
    reaching.reach(map(fold, seeds))
    known = [key for key in reaching.reached if key in around.known.kinds]
    naming = choose_names(around.known, known, reaching.links, situation, verdicts)
    return Near(naming.among(reaching.reached | told.keys()), around.rows.named(reaching.reached))


class _Around:
    """All that was looked up, and the walks that rules take through it."""

    def __init__(self, look: Look, written: Iterable[str]) -> None:
        self.rows = Rows(look, self._note)
        self.known = KnownNames(written)
        self._own: dict[Key, set[Link]] = defaultdict(set)
        self._persons: dict[str, set[Key]] = defaultdict(set)
        self._states: dict[str, set[Key]] = defaultdict(set)
        self._abbreviations = Abbreviations()

    def walks(self, key: Key) -> list[Walk]:
        """The walk of every rule; only the first of what stands between names, and of a name without a word, which only
        the situation can tie to others.
        """
        bodies = self._shortened, self._writing_out, self._written_out, self._of_country
        rules = self._of_itself, self._of_last_name, *bodies
        return [rule(key) for rule in (rules if key and not stands_between(key) else rules[:1])]

    def _note(self, one: Named) -> None:
        if not is_joined(one):
            return
        for link in self.known.note(one):
            self._own[link.one].add(link)
            self._own[link.other].add(link)
        key, bare = fold_named(one)
        if one.kind == "person":
            self._persons[sound(bare[-1])].add(bare)
        else:
            self._abbreviations.add_body(key)
            if (country := country_of(key, {one.kind})) is not None:
                self._states[country].add(key)
        for _, short in acronyms_of(one):
            self._abbreviations.add_acronym(short, key)

    def _long(self, short: Key) -> Key | None:
        return most_used(names) if (names := self.known.acronyms.get(short)) else None

    def _of_itself(self, key: Key) -> Walk:
        """With a title and without, in another wording, and as an acronym with dots and without."""
        yield [blocks.by_key(key), blocks.by_acronym(undotted(key))]
        return self._own[key]

    def _shortened(self, key: Key) -> Walk:
        """As an acronym, and as what acronyms stand for."""
        yield [blocks.by_key(key)]
        shorts = {key, *self._abbreviations.of(key)}
        yield [blocks.by_acronym(short) for short in shorts]
        long = ((short, self._long(short)) for short in shorts)
        return [Link(short, full, "acronym") for short, full in long if full]

    def _writing_out(self, key: Key) -> Walk:
        """To the same with its acronyms written out."""
        yield [blocks.by_key(key), *_acronyms_in(key)]
        return link_written_out(key, self.known.kinds.get(key, set()), self._long)

    def _written_out(self, key: Key) -> Walk:
        """From the same with other acronyms, or dots."""
        yield [blocks.by_long_form(key[at:stop]) for at in range(len(key)) for stop in (at + 1, at + 2)]
        beginnings = self._abbreviations.beginnings(key)
        yield [blocks.by_first_words(words) for words in beginnings]
        bodies = self._abbreviations.bodies(key, beginnings)
        yield [block for body in bodies for block in (blocks.by_key(body), *_acronyms_in(body))]
        return [link for body in bodies for link in link_written_out(body, self.known.kinds[body], self._long)]

    def _of_last_name(self, key: Key) -> Walk:
        yield [blocks.by_key(key), blocks.by_last_name(key)]
        if not is_person(self.known.kinds.get(key, set())):
            return ()
        alike = self._persons[sound(key[-1])]
        yield [blocks.by_key(other) for other in alike]
        return link_last_name([k for k in alike if is_person(self.known.kinds[k])], self.known.uses)

    def _of_country(self, key: Key) -> Walk:
        yield [blocks.by_key(key)]
        country = country_of(key, self.known.kinds.get(key, set()))
        if country is None:
            return ()
        yield [blocks.by_country(country)]
        return link_country(self._states[country])


def _acronyms_in(key: Key) -> list[str]:
    return [blocks.by_acronym((word,)) for word in undotted(key)]
