"""The index of places: which places bear a name, and what is known of each.

Enters: the bytes of `places.bin`, made by `tools/build_gazetteer.py`. Leaves: an `Index`, a dozen flat arrays without
an object a place. The file is `MAGIC` and a zlib stream of a JSON header, with the number and type of every section,
and the sections themselves: sorted digests of names as differences, how many places bear each, the places, and one
value a place for its kind, country, first-order area, GeoNames id, coordinates (thousandths of a degree), population
and name. Refuses bytes that are no such file.

Of the numbers of a section all first bytes come first, then all second ones. So zlib makes them 7.0 MB, and reads them
in .05 s of CPU; XZ made them 6.8 MB and took .57 s, which was most of what the first question of a run waited for.
"""

import json
import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from sayso.gazetteer.names import digest
from sayso.model import SaysoError

MAGIC = b"sayso-places-2\n"
KINDS = ("city", "admin1", "admin2", "country", "capital")


class Feature(msgspec.Struct, frozen=True):
    """One place of the gazetteer. `area` is "US.OH"; `exact` tells whether it was found by its own name."""

    id: int
    name: str
    kind: str
    country: str
    area: str
    lat: float
    lon: float
    population: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Index:
    """The arrays; `find` is the way in. `by_number` are the places in the order of their ids."""

    keys: memoryview
    starts: memoryview
    postings: memoryview
    columns: dict[str, memoryview]
    names: bytes
    name_starts: memoryview
    by_number: memoryview
    countries: tuple[str, ...]
    areas: tuple[str, ...]
    codes: dict[str, int]

    def by_code(self, code: str) -> Feature | None:
        """The first-order area ("US.OH") or the country ("FR") of this code."""
        number = self.codes.get(code)
        return None if number is None else self.feature(number)

    def by_id(self, geonames: int) -> Feature | None:
        """The place of this GeoNames id."""
        ids = self.columns["id"]
        at = bisect_left(self.by_number, geonames, key=lambda n: int(ids[n]))
        number = self.by_number[at] if at < len(self.by_number) else None
        return self.feature(number) if number is not None and ids[number] == geonames else None

    def find(self, key: str) -> Iterator[Feature]:
        """The places that bear the folded name `key`, the most populous first."""
        code = digest(key)
        at = bisect_left(self.keys, code)
        if at < len(self.keys) and self.keys[at] == code:
            for posting in self.postings[self.starts[at] : self.starts[at + 1]]:
                yield self.feature(posting >> 1, exact=bool(posting & 1))

    def feature(self, number: int, *, exact: bool = True) -> Feature:
        """The place of this number."""
        column = self.columns
        return Feature(
            id=column["id"][number],
            name=self.names[self.name_starts[number] : self.name_starts[number + 1] - 1].decode(),
            kind=KINDS[column["kind"][number]],
            country=self.countries[column["country"][number]],
            area=self.areas[column["area"][number]],
            lat=column["lat"][number] / 1000,
            lon=column["lon"][number] / 1000,
            population=column["population"][number],
            exact=exact,
        )


def unpack(data: bytes) -> Index:
    """The index in `data`. Raises `SaysoError` where it holds none."""
    if not data.startswith(MAGIC):
        raise SaysoError("gazetteer/places.bin is no index of places; run: python tools/build_gazetteer.py")
    plain = zlib.decompress(data[len(MAGIC) :])
    (size,) = struct.unpack_from("<I", plain)
    header = json.loads(plain[4 : 4 + size])
    sections = dict(_sections(plain, 4 + size, header["sections"]))
    names = sections["names"]
    breaks = np.flatnonzero(names == ord("\n")) + 1
    return Index(
        keys=_flat(np.cumsum(sections["keys"], dtype=np.uint64)),
        starts=_flat(np.concatenate([[0], np.cumsum(sections["counts"], dtype=np.int64)]).astype(np.uint32)),
        postings=_flat(sections["postings"]),
        columns=_columns(sections),
        names=names.tobytes(),
        name_starts=_flat(np.concatenate([[0], breaks, [len(names) + 1]]).astype(np.uint32)),
        by_number=_flat(np.argsort(np.cumsum(sections["id"], dtype=np.int64)).astype(np.uint32)),
        countries=tuple(header["countries"]),
        areas=tuple(header["areas"]),
        codes=_codes(sections, header),
    )


def _flat(array: Any) -> memoryview:
    """A view whose items are plain Python integers, which a binary search compares fastest."""
    return memoryview(array)


def _codes(sections: dict[str, Any], header: dict[str, Any]) -> dict[str, int]:
    """The number of each country and first-order area; of two areas under one code, the more populous."""
    kinds, population = sections["kind"], sections["population"]
    areas = np.flatnonzero(kinds == KINDS.index("admin1"))
    codes = {header["areas"][sections["area"][n]]: int(n) for n in sorted(areas, key=lambda n: population[n])}
    for n in np.flatnonzero(kinds == KINDS.index("country")):
        codes[header["countries"][sections["country"][n]]] = int(n)
    return codes


def _sections(plain: bytes, at: int, rows: list[list[Any]]) -> Iterator[tuple[str, Any]]:
    for name, kind, count in rows:
        size = np.dtype(kind).itemsize
        planes = np.frombuffer(plain, np.uint8, size * count, at).reshape(size, count)
        yield name, np.ascontiguousarray(planes.T).view(kind).reshape(count)
        at += size * count


def _columns(sections: dict[str, Any]) -> dict[str, memoryview]:
    wanted = ("kind", "country", "area", "lat", "lon", "population")
    columns = {name: _flat(sections[name]) for name in wanted}
    columns["id"] = _flat(np.cumsum(sections["id"], dtype=np.int64).astype(np.int32))
    return columns
