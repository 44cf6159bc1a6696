"""Name actors and places as all documents that count let it, as known at a moment.

Enters: a connection, the documents that count, the situation, what people judged. Leaves: names chosen for those who
are asked about, or for all; the names that somebody may mean who asks for one.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection

from sayso.ledger import asking
from sayso.ledger.asking import Wanted
from sayso.ledger.finding import overruled
from sayso.ledger.judgements.judging import spread
from sayso.ledger.judgements.weighing import Weighed
from sayso.ledger.names import blocks
from sayso.ledger.names.actors import Naming, name_actors
from sayso.ledger.names.filing import block_of_place
from sayso.ledger.names.fitting import names_fitting, places_fitting
from sayso.ledger.names.folding import fold
from sayso.ledger.names.guessing import BEGINNING, best, longest_sound, nearest
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.looking import Shelves
from sayso.ledger.names.nearby import Nearby
from sayso.ledger.names.neighbourhood import name_near
from sayso.ledger.names.place_neighbourhood import place_near
from sayso.ledger.names.places import Located, name_places
from sayso.ledger.names.sounding import sounds
from sayso.ledger.tables import statement
from sayso.ledger.telling import Names
from sayso.model import Situation, Statement
from sayso.model.correction import correct
from sayso.model.encoding import decode

_Used = TypeVar("_Used", Named, Located)


class Known:
    """What is known of names."""

    def __init__(self, connection: Connection, wanted: Wanted, situation: Situation, weighed: Weighed) -> None:
        self._connection = connection
        self._wanted = wanted
        self._situation = situation
        self._weighed = weighed
        self._actor = weighed.pairs("actor"), weighed.names.get("actor", frozenset())
        self._place = weighed.pairs("place"), weighed.names.get("place", frozenset())

    @cached_property
    def near(self) -> Names:
        """Names that are looked up when they are asked about."""
        shelves, situation = self._shelves, self._situation
        actors = Nearby(
            lambda seeds: name_near(seeds, shelves.actors, situation, *self._actor), lambda: self._actors, shelves.size
        )
        places = Nearby(
            lambda seeds: place_near(seeds, shelves.places, situation, *self._place), lambda: self._places, shelves.size
        )
        return self._judged(actors, places)

    @cached_property
    def whole(self) -> Names:
        """All names, joined at once, with the links that join them."""
        return self._judged(self._actors, self._places)

    @cached_property
    def every_actor(self) -> Names:
        """All names of actors, joined at once, with the links that join them. Those of places are looked up."""
        return self._judged(self._actors, self.near.places)

    @cached_property
    def every_place(self) -> Names:
        """All names of places, joined at once, with the links that join them. Those of actors are looked up."""
        return self._judged(self.near.actors, self._places)

    def named(self) -> Iterable[Named]:
        """Everybody whom documents name or give the word, or whom people have put in the place of a speaker."""
        return self._shelves.every_actor()

    def located(self) -> Iterable[Located]:
        """Every place that documents name."""
        return self._shelves.every_place()

    def fitting(self, asked: str) -> frozenset[str]:
        """Every name of an actor or source that `asked` fits."""
        return names_fitting(asked, self._shelves.actors, self._situation, *self._actor)

    def fitting_among(self, asked: str, names: Iterable[str]) -> set[str]:
        """Those of `names`, whoever's they are, that `asked` fits."""
        known, words = {fold(name) for name in self.fitting(asked)}, sounds(fold(asked))
        return {name for name in names if (key := fold(name)) in known or words <= sounds(key)}

    def called(self, asked: str) -> frozenset[str]:
        """Every name of the place that is called `asked`."""
        found = places_fitting(asked, self._shelves.places, self._situation, *self._place)
        return found | self._shelves.written_at({blocks.by_key(fold(name)) for name in (asked, *found)})

    def guess_actor(self, asked: str) -> tuple[str, ...]:
        """Who may be meant by a name that nobody bears."""
        if self.fitting(asked):
            return ()
        word, block = longest_sound(asked), blocks.by_word("")
        sounded = (found.removeprefix(block) for found in self._shelves.blocks(block + word[:BEGINNING]))
        near = (self._shelves.actors([blocks.by_word(like)]) for like in nearest(word, sounded))
        return best(self.near.actors.of(one.name) for some in near for one in _most_used(some))

    def guess_place(self, asked: str) -> tuple[str, ...]:
        """Which place may be meant by a name that none bears."""
        if self.called(asked):
            return ()
        words, block = " ".join(fold(asked)), block_of_place(blocks.by_key(("",)))
        written = (found.removeprefix(block) for found in self._shelves.blocks(block + words[:BEGINNING]))
        near = (self._shelves.places([blocks.by_key(tuple(like.split()))]) for like in nearest(words, written))
        return best(self.near.places.of(one.name) for some in near for one in _most_used(some))

    @cached_property
    def _actors(self) -> Naming:
        return name_actors(self.named(), self._situation, *self._actor)

    @cached_property
    def _places(self) -> Naming:
        return name_places(self.located(), self._situation, *self._place)

    @cached_property
    def _shelves(self) -> Shelves:
        shelves = Shelves(self._connection, self._wanted)
        if self._weighed.states:
            gone = *self._corrected, *overruled(statement, self._weighed.rejected)
            shelves.leave_out(self._wanted.without, gone)
            shelves.put(self._corrected_speakers())
        return shelves

    @cached_property
    def _corrected(self) -> list[str]:
        """The statements that people have corrected and not rejected."""
        return overruled(statement, self._weighed.corrections.keys() - self._weighed.rejected)

    def _corrected_speakers(self) -> Iterator[Named]:
        """The speakers of statements that people have corrected."""
        if not self._corrected:
            return
        where = [asking.has_one_of(statement.c.id, self._corrected)]
        for row in asking.ask_records(self._connection, self._wanted, statement, where=where):
            said = correct(decode(row.noun, Statement), self._weighed.corrections[row.id])
            if said.speaker is not None:
                yield Named(said.speaker, said.speaker_kind)

    def _judged(self, actors: Naming, places: Naming) -> Names:
        """With the judgements of each name under the one that it goes by."""
        return Names(actors, places, spread(self._weighed, {"actor": actors, "place": places}))


def _most_used(names: Iterable[_Used]) -> list[_Used]:
    return sorted(names, key=lambda one: (-one.uses, one.name))
