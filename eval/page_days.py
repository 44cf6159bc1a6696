"""How often the day of a page is found, and how often rightly, by sayso's intake and by htmldate alone.

    python eval/page_days.py GOLD/pages CORPORA/pages

Truth is the day of `datePublished` in the page's JSON-LD, by the clock that it is written in; pages without one, or
with two, are left out. A day beside it is counted apart: most pages give one moment by two clocks, the outlet's and
UTC, and the address has the former. Both are asked twice: for the page as it is, and for the page without its JSON-LD
and its meta elements, as many pages are. Where the two differ, mostly the page's own address was believed: a magazine's
has the day of the printed issue, which is not the day of publication.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from htmldate import find_date

from sayso.documents import make_document
from sayso.model import Document
from sayso.sources import Received

RETRIEVED = "2026-11-22T00:00:00+00:00"
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
_STATED = re.compile(r"<script[^>]{0,99}ld\+json.*?</script>|<meta[^>]*>", re.S | re.I)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("corpora", type=Path)
    given = parser.parse_args()
    pages = [(html, url, day) for html, url in _pages(given.gold, given.corpora) if (day := _truth(html))]
    print(f"{len(pages)} pages with a day")
    for name, strip in (("as they are", False), ("without what they state", True)):
        for who, ask in (("sayso", _sayso), ("htmldate", _htmldate)):
            answers = [(ask(_STATED.sub("", html) if strip else html, url), day) for html, url, day in pages]
            apart = [abs((date.fromisoformat(a) - date.fromisoformat(d)).days) for a, d in answers if a]
            right, beside = apart.count(0), apart.count(1)
            print(
                f"{name}: {who} finds {len(apart)}: {right} right, {beside} beside, {len(apart) - right - beside} wrong"
            )


def _pages(gold: Path, corpora: Path) -> Iterator[tuple[str, str]]:
    truth = json.loads((gold / "scrapinghub" / "ground-truth.json").read_text(encoding="utf-8"))
    for file in sorted(gold.glob("*/html/*.html.gz")):
        html = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        yield html, truth.get(file.name.removesuffix(".html.gz"), {}).get("url", "")
    for file in sorted(corpora.glob("*.html")):
        listed = corpora / (file.stem.removeprefix("url_").rpartition("_")[0] + ".txt")
        urls = listed.read_text(encoding="utf-8").split() if listed.is_file() else []
        number = int(file.stem.rpartition("_")[2]) - 1
        yield file.read_text(encoding="utf-8", errors="replace"), urls[number] if number < len(urls) else ""


def _truth(html: str) -> str | None:
    days = set(_PUBLISHED.findall(html))
    return days.pop() if len(days) == 1 and min(days) >= "1990" else None


def _sayso(html: str, url: str) -> str | None:
    made = make_document(Received("n", "s", html, form="html", url=url), retrieved=RETRIEVED)
    return made.published[:10] if isinstance(made, Document) and made.published else None


def _htmldate(html: str, url: str) -> str | None:
    try:
        return find_date(html, url=url or None, original_date=True)
    except Exception:  # noqa: BLE001 - a page that breaks it is a page without an answer
        return None


if __name__ == "__main__":
    main()
