"""Find the wordings that a new wording may be a copy of, and keep those that it is one of.

Enters: the prints of new wordings. Leaves: rows of the index and of `copy_pair`. A wording meets those that share some
of its keys (see `Print.keys`): one in `FEWEST_MET` of the keys that the one with fewer of them has.

A key that many wordings have, such as one of a paragraph that stands under every report of an outlet, leads to the
`CROWD` of them whose digests are the smallest, and these lead to all. A digest is as good as drawn by lot, so the
n-th wording becomes one of these with probability `CROWD` / n, and what a wording costs is bounded however many share
a passage with it. Of more than `CROWD` wordings that share all their passages, which pairs are compared may depend
on the order in which they came; that each of them is compared with the `CROWD` does not.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from sqlalchemy import (
    CTE,
    BigInteger,
    Column,
    Connection,
    Integer,
    MetaData,
    ScalarSelect,
    Select,
    Table,
    case,
    func,
    select,
    union_all,
)
from sqlalchemy.schema import CreateTable

from sayso.ledger.asking import is_one_of
from sayso.ledger.copies.comparing import compare
from sayso.ledger.copies.levels import Key, file_keys, levels_in_use, make_room
from sayso.ledger.copies.wordprints import Print, prints_of
from sayso.ledger.opening import insert
from sayso.ledger.stores.choosing import store_of
from sayso.ledger.tables import copy_key, copy_pair, document

CROWD = 64
FEWEST_MET = 10
_LAST = 2**63 - 1

_new = Table(
    "copy_new",
    MetaData(),
    Column("hash", BigInteger),
    Column("rank", BigInteger),
    Column("wording", Integer),
    Column("keys", Integer),
    prefixes=["TEMPORARY"],
)


def link_copies(connection: Connection, new: Mapping[int, Print], level: int = 0) -> None:
    """Index these wordings, which are in no index yet, and keep the pairs of copies that they are part of.

    They are numbered on from those that are indexed, or else go to the last `level` (see `sayso.ledger.copies.levels`).
    """
    keys = _keys(new)
    if not keys:
        return
    if level == 0:
        make_room(connection, min(new), max(new))
    file_keys(connection, keys, level)
    met = _meet(connection, keys)
    prints = {**new, **_prints(connection, {row for pair in met for row in pair} - new.keys())}
    pairs = []
    for first, second in sorted(met):
        likeness = compare(prints[first], prints[second])
        if likeness is not None:
            pairs.append((first, second, *likeness))
    insert(connection, copy_pair.name, pairs)


def _keys(new: Mapping[int, Print]) -> list[Key]:
    """Rows of the index, in its order: a tree takes them three times as fast."""
    counts = [len(p.keys) for p in new.values()]
    heads = np.array([int.from_bytes(p.digest[:8], "little", signed=True) for p in new.values()], np.int64)
    hashes = np.concatenate([p.keys for p in new.values()] or [np.zeros(0, np.uint64)]).view(np.int64)
    columns = hashes, np.repeat(heads, counts), np.repeat(list(new), counts), np.repeat(counts, counts)
    order = np.lexsort(columns[1::-1])
    return list(zip(*(column[order].tolist() for column in columns), strict=True))


def _meet(connection: Connection, keys: list[Key]) -> set[tuple[int, int]]:
    """The pairs of wordings, one of them new, that share enough keys; the lower number first."""
    connection.execute(CreateTable(_new, if_not_exists=True))
    connection.execute(_new.delete())
    store_of(connection).insert(connection, _new.name, _new.columns.keys(), keys)
    levels = levels_in_use(connection)
    connection.execute(_new.delete().where(*(_first_other(level).is_(None) for level in levels)))
    ranks = union_all(*map(_first_ranks, levels)).subquery()
    last = select(ranks.c.rank).order_by(ranks.c.rank).limit(1).offset(CROWD - 1).scalar_subquery()
    every = copy_key.alias()
    many = select(every.c.rank).where(every.c.level.in_(levels), every.c.hash == _new.c.hash)
    is_crowded = many.limit(1).offset(CROWD - 1).scalar_subquery().is_not(None)
    reach = case((is_crowded, last), else_=_LAST).label("reach")
    one = select(_new, reach).cte("one").prefix_with("MATERIALIZED")
    met = union_all(*(some for level in levels for some in _sharing(one, level))).subquery()
    fewer = func.min(case((met.c["keys"] < met.c.other_keys, met.c["keys"]), else_=met.c.other_keys))
    query = select(met.c.wording, met.c.other).group_by(met.c.wording, met.c.other)
    found = connection.execute(query.having(FEWEST_MET * func.count() >= fewer))
    return {(min(pair), max(pair)) for pair in ((a, b) for a, b in found)}


def _first_other(level: int) -> ScalarSelect[int]:
    """Another wording that has a key of the new ones, on this level. Most keys are of one wording, and lead nowhere."""
    of = copy_key.alias()
    here = (of.c.level == level) & (of.c.hash == _new.c.hash) & (of.c.wording != _new.c.wording)
    return select(of.c.wording).where(here).correlate(_new).limit(1).scalar_subquery()


def _sharing(one: CTE, level: int) -> tuple[Select[Any], Select[Any]]:
    """Wordings of a level that share a key with new ones: those of the crowd with all, and all with those of it."""
    same = (copy_key.c.level == level) & (copy_key.c.hash == one.c.hash) & (copy_key.c.wording != one.c.wording)
    columns = one.c.wording, copy_key.c.wording.label("other"), one.c["keys"], copy_key.c["keys"].label("other_keys")
    near = select(*columns).join(copy_key, same & (copy_key.c.rank <= one.c.reach))
    crowded = (one.c.reach < _LAST) & (one.c.rank <= one.c.reach)
    return near, select(*columns).join(copy_key, same & (copy_key.c.rank > one.c.reach)).where(crowded)


def _first_ranks(level: int) -> Select[tuple[int]]:
    """The first of the ranks that a key has on a level."""
    of = copy_key.alias()
    here = (of.c.level == level) & (of.c.hash == _new.c.hash)
    first = select(of.c.rank).where(here).correlate(_new).order_by(of.c.rank).limit(CROWD).subquery()
    return select(first.c.rank)


def _prints(connection: Connection, wordings: set[int]) -> Mapping[int, Print]:
    texts = select(document.c.wording, func.min(document.c.text)).where(is_one_of(document.c.wording, wordings))
    rows = connection.execute(texts.group_by(document.c.wording)).all()
    return dict(zip((row for row, _ in rows), prints_of([text for _, text in rows]), strict=True))
