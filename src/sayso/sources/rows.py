"""Make what was received out of a row: an object of a `.jsonl` file, a line of a table.

Enters: a row under whatever names its maker gave the fields; `FIELDS` lists those that are understood, the first
that holds something wins. Leaves: a `Received`. Refuses: a row without text.
"""

import re
from collections.abc import Mapping
from typing import Any

from sayso.sources.encodings import without_surrogates
from sayso.sources.opening import NotTaken
from sayso.sources.received import Received

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "document_id", "document", "article_id", "uid", "guid", "_id"),
    "url": ("url", "link", "href", "web_url", "source_url", "canonical_url", "permalink", "uri"),
    "outlet": (
        "outlet", "publisher", "publication", "newspaper", "site_name", "source_name", "source", "site",
        "source_domain", "domain", "provider", "feed",
    ),
    "title": ("title", "headline", "web_title", "heading", "subject"),
    "date": (
        "date", "published", "published_at", "date_published", "date_publish", "publish_date", "publication_date",
        "pub_date", "web_publication_date", "created_at", "datetime", "timestamp", "time", "day",
    ),
    "text": (
        "text", "full_text", "body_text", "body", "article_body", "article_text", "maintext", "main_text",
        "plain_text", "content", "article", "story", "description", "summary",
    ),
    "html": ("html", "raw_html", "body_html", "page"),
    "byline": ("byline", "authors", "author", "writer", "creator"),
    "language": ("language", "lang", "language_code", "lang_code"),
}  # fmt: skip
"""Field of a document: the names it goes by in rows, in any case and with or without "_", "-" or spaces."""

_APART = re.compile(r"[\W_]+")


def receive_row(row: object, source: str, name: str) -> Received:
    """The row as received. `name` is what it goes by where it has no id. Raises `NotTaken` where it has no text."""
    if not isinstance(row, Mapping):
        raise NotTaken("not-a-row", "is no object with named fields; give an object with a text")
    fields = {_folded(str(k)): v for k, v in row.items()}
    found = {field: _first(fields, names) for field, names in FIELDS.items()}
    content = found["text"] or found["html"]
    if not content.strip():
        raise NotTaken("no-text", f"has no text; a row needs one of the fields {', '.join(FIELDS['text'])}")
    return Received(
        name=found["id"].strip() or name,
        source=source,
        content=content,
        form="text" if found["text"] else "html",
        url=found["url"].strip(),
        outlet=found["outlet"].strip(),
        title=found["title"].strip(),
        byline=found["byline"].strip(),
        date=found["date"].strip(),
        language=found["language"].strip(),
    )


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = _as_text(fields.get(_folded(name)))
        if value.strip():
            return value
    return ""


def _as_text(value: Any) -> str:
    """A field's value as text: the name of a thing, the parts of a list with commas between."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, Mapping):
        return _as_text(value.get("name") or value.get("title"))
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (_as_text(v) for v in value[:50] if not isinstance(v, list | tuple))))
    if value is None or isinstance(value, bool):
        return ""
    return str(value)


def _folded(name: str) -> str:
    return _APART.sub("", name).lower()
