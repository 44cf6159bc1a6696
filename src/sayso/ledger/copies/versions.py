"""Tell versions: texts that stood one after the other at one address, and what changed from one to the next.

Enters: documents with their prints; two texts. Leaves: rows of `copy_address` and `copy_version`; the words that were
added and taken away, and the numbers that stand in the same words as another did. Two texts of one address are
versions where one has `KEPT` of the other's words; a front page that has nothing left of what it was is another text.
Of more than `MOST` at one address, which pairs are compared depends on the order in which they came.
"""

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

import msgspec
import numpy as np
from sqlalchemy import Connection, select

from sayso.ledger.asking import is_one_of
from sayso.ledger.copies.comparing import likeness
from sayso.ledger.copies.wordprints import Flags, Print, prints_of
from sayso.ledger.opening import insert
from sayso.ledger.tables import copy_address, copy_version, document
from sayso.model import Span

KEPT = 300
"""Thousandths of the words of either text."""
MOST = 64
"""Versions of one address that a new one is compared with."""
AROUND = 2
"""Words before and after a number that must be the same where it moved."""
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_TRACKING = frozenset({"fbclid", "gclid", "cmpid", "ref", "ref_src", "src"})
_TRACKING_BEGINS = ("utm_", "at_")


class Change(msgspec.Struct, frozen=True):
    """From one version to the next. Spans of `added` are in the later text, of `removed` in the earlier one.

    `moved` are numbers that changed while the words around them did not: before, after.
    """

    added: tuple[Span, ...]
    removed: tuple[Span, ...]
    moved: tuple[tuple[Span, Span], ...]


def address_of(url: str) -> str | None:
    """What two addresses of one page have in common; `None` where it is a front page, or no address."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    query = sorted(p for p in parse_qsl(parts.query) if not _tracks(p[0].lower()))
    if not parts.netloc or not (path or query):
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{query}"


def _tracks(parameter: str) -> bool:
    """Whether a parameter tells how a reader came to the page, and not which page it is."""
    return parameter in _TRACKING or parameter.startswith(_TRACKING_BEGINS)


def link_versions(connection: Connection, new: Mapping[int, tuple[str, Print]]) -> None:
    """Index these documents (url and print by row) by their addresses, and keep the pairs that are versions."""
    addresses = {row: address for row, (url, _) in new.items() if (address := address_of(url)) is not None}
    hashes = {row: _hash(address) for row, address in addresses.items()}
    insert(connection, copy_address.name, sorted((h, row) for row, h in hashes.items()))
    pairs = set()
    for row, number in hashes.items():
        same = select(copy_address.c.document).where(copy_address.c.hash == number, copy_address.c.document != row)
        others = connection.execute(same.order_by(copy_address.c.document.desc()).limit(MOST)).scalars()
        pairs |= {(min(row, other), max(row, other)) for other in others}
    found = {row: found for row, (_, found) in new.items()}
    found |= _prints(connection, {row for pair in pairs for row in pair} - found.keys())
    kept = ((first, second, *likeness(found[first], found[second])) for first, second in sorted(pairs))
    insert(connection, copy_version.name, [row for row in kept if max(row[2:]) >= KEPT])


def _hash(address: str) -> int:
    digest = hashlib.blake2b(address.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _prints(connection: Connection, documents: set[int]) -> dict[int, Print]:
    query = select(document.c.row, document.c.text).where(is_one_of(document.c.row, documents))
    rows = connection.execute(query).all()
    return dict(zip((row for row, _ in rows), prints_of([text for _, text in rows]), strict=True))


def change(before: str, after: str) -> Change:
    """What is in one text and not in the other. A passage that only moved is no change."""
    one, other = prints_of([before, after])
    added, removed = _pieces(after, ~other.shared_with(one)), _pieces(before, ~one.shared_with(other))
    return Change(added, removed, _moved(before, after))


def _pieces(text: str, changed: Flags) -> tuple[Span, ...]:
    """The spans of the words that are set, each with those that follow it."""
    spans = [m.span() for m in re.finditer(r"\w+", text)]
    edges = np.flatnonzero(np.diff(changed.astype(np.int8), prepend=0, append=0)).tolist()
    return tuple(Span(spans[a][0], spans[b - 1][1]) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _moved(before: str, after: str) -> tuple[tuple[Span, Span], ...]:
    """Numbers whose words around are the same in both texts, and stand in each but once."""
    old, new = _numbers(before), _numbers(after)
    pairs = ((old[frame], new[frame]) for frame in old.keys() & new.keys())
    moved = [(a, b) for a, b in pairs if a and b and a.words(before) != b.words(after)]
    return tuple(sorted(moved, key=lambda pair: pair[1]))


def _numbers(text: str) -> dict[tuple[str, ...], Span | None]:
    """Each number by the words around it; `None` where two numbers have the same."""
    words = [(m[0].casefold(), Span(*m.span())) for m in _WORD.finditer(text)]
    found: dict[tuple[str, ...], Span | None] = {}
    for n, (word, span) in enumerate(words):
        if word[0].isdigit():
            around = words[max(0, n - AROUND) : n] + words[n + 1 : n + 1 + AROUND]
            frame = tuple(w for w, _ in around)
            found[frame] = None if frame in found else span
    return found
