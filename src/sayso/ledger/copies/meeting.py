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

import numpy as np
from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, Table, case, func, select, union_all
from sqlalchemy.schema import CreateTable

from sayso.ledger.asking import is_one_of
from sayso.ledger.copies.comparing import compare
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


def link_copies(connection: Connection, new: Mapping[int, Print]) -> None:
    """Index these wordings, which are in no index yet, and keep the pairs of copies that they are part of."""
    keys = _keys(new)
    if not keys:
        return
    insert(connection, copy_key.name, keys)
    met = _meet(connection, keys)
    prints = {**new, **_prints(connection, {row for pair in met for row in pair} - new.keys())}
    pairs = []
    for first, second in sorted(met):
        likeness = compare(prints[first], prints[second])
        if likeness is not None:
            pairs.append((first, second, *likeness))
    insert(connection, copy_pair.name, pairs)


def _keys(new: Mapping[int, Print]) -> list[tuple[int, int, int, int]]:
    """Rows of the index, in its order: a tree takes them three times as fast."""
    counts = [len(p.keys) for p in new.values()]
    heads = np.array([int.from_bytes(p.digest[:8], "little", signed=True) for p in new.values()], np.int64)
    hashes = np.concatenate([p.keys for p in new.values()] or [np.zeros(0, np.uint64)]).view(np.int64)
    columns = hashes, np.repeat(heads, counts), np.repeat(list(new), counts), np.repeat(counts, counts)
    order = np.lexsort(columns[1::-1])
    return list(zip(*(column[order].tolist() for column in columns), strict=True))


def _meet(connection: Connection, keys: list[tuple[int, int, int, int]]) -> set[tuple[int, int]]:
    """The pairs of wordings, one of them new, that share enough keys; the lower number first."""
    connection.execute(CreateTable(_new, if_not_exists=True))
    connection.execute(_new.delete())
    store_of(connection).insert(connection, _new.name, _new.columns.keys(), keys)
    other = copy_key.alias("crowd")
    last = select(other.c.rank).where(other.c.hash == _new.c.hash).order_by(other.c.rank).limit(1).offset(CROWD - 1)
    reach = func.coalesce(last.scalar_subquery(), _LAST).label("reach")
    one = select(_new, reach).cte("one").prefix_with("MATERIALIZED")
    same = (copy_key.c.hash == one.c.hash) & (copy_key.c.wording != one.c.wording)
    columns = one.c.wording, copy_key.c.wording.label("other"), one.c["keys"], copy_key.c["keys"].label("other_keys")
    near = select(*columns).join(copy_key, same & (copy_key.c.rank <= one.c.reach))
    far = select(*columns).join(copy_key, same & (copy_key.c.rank > one.c.reach)).where(one.c.rank <= one.c.reach)
    met = union_all(near, far).subquery()
    fewer = func.min(case((met.c["keys"] < met.c.other_keys, met.c["keys"]), else_=met.c.other_keys))
    query = select(met.c.wording, met.c.other).group_by(met.c.wording, met.c.other)
    found = connection.execute(query.having(FEWEST_MET * func.count() >= fewer))
    return {(min(pair), max(pair)) for pair in ((a, b) for a, b in found)}


def _prints(connection: Connection, wordings: set[int]) -> Mapping[int, Print]:
    texts = select(document.c.wording, func.min(document.c.text)).where(is_one_of(document.c.wording, wordings))
    rows = connection.execute(texts.group_by(document.c.wording)).all()
    return dict(zip((row for row, _ in rows), prints_of([text for _, text in rows]), strict=True))
