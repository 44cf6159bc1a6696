"""Make a document out of what a source sent.

Enters: one received text or page. Leaves: a `Document` with its day as given, its language and its furniture; or a
`Problem` where there is no text in it. The words of a text are kept exactly; of a page the article is taken, and its
title, byline, day and outlet where the source gave none. Nothing is fetched, and the clock is not read: `retrieved`
is handed in. What is odd but no reason to leave a document out stands in `Document.problems`.
"""

from urllib.parse import urlsplit

from msgspec.structs import asdict, replace

from sayso.documents.furniture import mark_furniture
from sayso.documents.given_date import date_in_address, normalise_date
from sayso.documents.language_of import identify_language
from sayso.documents.page import read_page
from sayso.languages import load_language, supported_languages
from sayso.model import DayBasis, Document, Furniture, Problem, identify
from sayso.sources.encodings import without_surrogates
from sayso.sources.received import Received


def make_document(received: Received, *, retrieved: str) -> Document | Problem:
    """The document in `received`. `retrieved` is an ISO 8601 moment in UTC.

    A lone half of a surrogate pair, which no encoding has, becomes U+FFFD; offsets stay.
    """
    received = replace(received, **{field: without_surrogates(value) for field, value in asdict(received).items()})
    page = read_page(received, retrieved=retrieved)
    if not page.text.strip():
        message = (
            "no article was found in the page; save its text as .txt" if received.form == "html" else "has no text"
        )
        return Problem("documents", "no-text", message, received.name)
    address = received.url or page.url
    published, basis, problems = _day(received, page.date, address, retrieved)
    title = received.title or page.title
    outlet = received.outlet or page.outlet or _host(address)
    language = _language(received.language) or identify_language(page.text)
    return Document(
        id=identify(page.text, title=title, url=address, outlet=outlet, published=published),
        name=received.name,
        text=page.text,
        title=title,
        url=address,
        outlet=outlet,
        byline=received.byline or page.byline,
        published=published,
        published_basis=basis,
        retrieved=retrieved,
        language=language,
        furniture=_furniture(page.text, language),
        source=received.source,
        problems=problems,
    )


def _day(
    received: Received, on_page: str, address: str, retrieved: str
) -> tuple[str | None, DayBasis, tuple[Problem, ...]]:
    """The day as given, else as the page says, else as its address does where that is not yet to come."""
    given = normalise_date(received.date)
    if given:
        return given, "given", ()
    problems: tuple[Problem, ...] = ()
    if received.date:
        message = f"the date {received.date[:60]!r} cannot be read and is left out; write it as 2031-05-24"
        problems = (Problem("documents", "bad-date", message, received.name),)
    found = normalise_date(on_page) or date_in_address(address)
    if found and found[:10] <= retrieved[:10]:
        return found, "page", problems
    return None, "unknown", problems


def _language(given: str) -> str | None:
    """The ISO 639-1 code in what a source gave: "en" of "en", "EN", "en-GB", "en_US"."""
    code = given.strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _furniture(text: str, language: str | None) -> tuple[Furniture, ...]:
    """The furniture that the language's phrases mark; those of every language where it could not be told."""
    for code in supported_languages():
        if language in (code, None):
            marked = mark_furniture(text, load_language(code))
            if marked or language:
                return marked
    return ()


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
