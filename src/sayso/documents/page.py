"""Take the article out of an HTML page, with what the page says of it. Plain text passes through untouched.

Enters: what was received. Leaves: text with a line a paragraph, title, byline, day, outlet, address, as the page gives
them. Nothing is fetched. A page in which no article can be found, or that breaks the parser, leaves no text.
"""

import html
import re
from typing import Any

import msgspec

from sayso.sources.received import Received


class Page(msgspec.Struct, frozen=True):
    """The article of a page."""

    text: str = ""
    title: str = ""
    byline: str = ""
    date: str = ""
    outlet: str = ""
    url: str = ""


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_page(received: Received, *, retrieved: str) -> Page:
    """The article in what was received; a plain text is its own article. No day after `retrieved` is taken."""
    if received.form == "text":
        return Page(text=received.content)
    try:
        found = _extract(_CONTROL.sub(" ", received.content), received.url or None, retrieved[:10])
    except Exception:  # noqa: BLE001 - any fault of a stranger's page in the parsers means: no article
        return Page()
    if found is None:
        return Page()
    given = {k: _line(getattr(found, k, None)) for k in ("title", "author", "date", "sitename", "url")}
    return Page(
        text=str(found.text or ""),
        title=given["title"],
        byline=given["author"],
        date=given["date"],
        outlet=given["sitename"],
        url=given["url"],
    )


def _extract(content: str, url: str | None, latest: str) -> Any:
    import trafilatura

    days = {"original_date": True, "extensive_search": True, "max_date": latest}  # without `max_date`: the clock's
    return trafilatura.bare_extraction(
        content,
        url=url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        favor_precision=False,
        date_extraction_params=days,
    )


def _line(value: object) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
