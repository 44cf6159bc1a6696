"""Look names up where they are filed.

Enters: a connection, which documents count, and what people changed in them. Leaves: names by the blocks they are
filed under, each with its uses, as `sayso.ledger.names.neighbourhood` asks for them. Refuses: a name that nothing uses.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from sayso.ledger.asking import Wanted, ask_speakers, is_one_of
from sayso.ledger.names.filing import ACTOR, AT, PLACE, SOURCE, Filed, ask_uses, block_of_place
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.places import Located
from sayso.ledger.tables import document, filed_name, name_block, name_use

LAST = "\U0010ffff"
"""What no other character comes behind."""


class Shelves:
    """The names filed, as the documents that count use them."""

    def __init__(self, connection: Connection, wanted: Wanted) -> None:
        self._connection = connection
        self._wanted = wanted
        self._changes: dict[str, Counter[Filed]] = defaultdict(Counter)

    def leave_out(self, documents: Collection[str], statements: Collection[str]) -> None:
        """Take away the uses of documents that do not count, and of the speakers of statements that do not."""
        rows = self._connection.execute(select(document.c.row).where(is_one_of(document.c.id, documents))).scalars()
        for (filed, situation, day), times in ask_uses(self._connection, list(rows)).items():
            if situation in self._situations and (self._wanted.as_of is None or day <= self._wanted.as_of):
                self._change(filed, -times)
        for speaker, kind, times in ask_speakers(self._connection, self._wanted, among=statements):
            self._change(Filed(ACTOR, speaker, kind, ""), -times)

    def put(self, named: Iterable[Named]) -> None:
        """Add what is used beside."""
        for one in named:
            self._change(Filed(ACTOR, one.name, one.kind, " ".join(one.acronyms)), one.uses)

    def _change(self, filed: Filed, times: int) -> None:
        for block in filed.blocks():
            self._changes[block][filed] += times

    @property
    def _situations(self) -> set[str]:
        return {"", self._wanted.situation}

    def actors(self, blocks: Collection[str]) -> Iterable[Named]:
        """Everybody filed under any of these blocks."""
        for filed, uses in self._look(blocks, (ACTOR, SOURCE)):
            yield msgspec.structs.replace(filed.named, uses=uses)

    def places(self, blocks: Collection[str]) -> Iterable[Located]:
        """Every place filed under any of these blocks."""
        for filed, uses in self._look(map(block_of_place, blocks), (PLACE,)):
            yield msgspec.structs.replace(filed.located, uses=uses)

    def every_actor(self) -> Iterable[Named]:
        """Everybody whom documents name, or give the word."""
        for filed, uses in self._look(None, (ACTOR,)):
            yield Named(filed.name, filed.kind, tuple(filed.more.split()), uses)

    def every_place(self) -> Iterable[Located]:
        """Every place that documents name."""
        for filed, uses in self._look(None, (PLACE,)):
            yield msgspec.structs.replace(filed.located, uses=uses)

    def written_at(self, blocks: Collection[str]) -> frozenset[str]:
        """The names under any of these blocks that places of any record have."""
        return frozenset(filed.name for filed, _ in self._look(map(block_of_place, blocks), (PLACE, AT)))

    def blocks(self, beginning: str) -> Sequence[str]:
        """The blocks that begin so, which names of any documents are filed under."""
        block = name_block.c.block
        query = select(block).where(block >= beginning, block < beginning + LAST).distinct()
        return self._connection.execute(query).scalars().all()

    def size(self) -> int:
        """About how many names there are."""
        return int(self._connection.execute(select(func.coalesce(func.max(filed_name.c.row), 0))).scalar_one())

    def _look(self, blocks: Iterable[str] | None, nouns: Collection[str]) -> Iterable[tuple[Filed, int]]:
        """The names under these blocks; all there are, where none are given."""
        asked = set(self._changes) if blocks is None else set(blocks)
        uses = Counter(self._kept(None if blocks is None else asked, nouns))
        changed = {filed: n for block in asked for filed, n in self._changes.get(block, {}).items()}
        uses.update({filed: times for filed, times in changed.items() if filed.noun in nouns})
        return ((filed, times) for filed, times in uses.items() if times > 0)

    def _kept(self, blocks: Iterable[str] | None, nouns: Collection[str]) -> dict[Filed, int]:
        parts = filed_name.c["noun", "name", "kind", "more"]
        query = select(*parts, func.sum(name_use.c.uses)).join(name_use, name_use.c.name == filed_name.c.row)
        if blocks is not None:
            under = select(name_block.c.name).where(is_one_of(name_block.c.block, blocks)).distinct().subquery("under")
            query = query.join(under, under.c.name == filed_name.c.row)
        query = query.where(filed_name.c.noun.in_(nouns), name_use.c.situation.in_(self._situations))
        if self._wanted.as_of is not None:
            query = query.where(name_use.c.day <= self._wanted.as_of)
        rows = self._connection.execute(query.group_by(filed_name.c.row, *parts))
        return {Filed(*parts): int(uses) for *parts, uses in rows}
