"""Write a brief as one HTML page that needs nothing from anywhere: no script, no font, no picture.

Every quoted piece links to its words in the reference list, where they stand marked in their context. Everything that
comes from a document is escaped; the page's own policy forbids it to load anything.
"""

from html import escape

from sayso.brief.brief import Anchor, Brief, Line, Part, Quote, Reference
from sayso.brief.text import basis_note, heading_line
from sayso.brief.wording import Wording

STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, 'Times New Roman', serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 1.8rem 0 .3rem; }
ul { padding-left: 1.2rem; } li { margin: .35rem 0; }
a { color: inherit; text-decoration-color: #9a9a9a; text-underline-offset: .15em; }
a.q { text-decoration: none; } a.q:hover, a.q:focus { text-decoration: underline; }
.by, .why, .place { color: #6a6a6a; font-size: .85em; } sup a { text-decoration: none; }
.refs { font-size: .9rem; } .refs blockquote { margin: .3rem 0 .3rem .5rem; }
.refs mark { background: #ffe9a8; color: #111; }
:target { outline: 2px solid #c98a00; outline-offset: 2px; }
"""


def write_html(brief: Brief, wording: Wording, *, why: bool = False) -> str:
    """The page, UTF-8."""
    title = escape(heading_line(brief, wording))
    body = [f"<h1>{title}{_marks(brief.day.references) if brief.day else ''}</h1>"]
    for section in brief.sections:
        if section.heading:
            body.append(f"<h2>{_parts(section.heading)}{_marks(section.references)}</h2>")
        lead, *bullets = [_line(line, why) for line in section.lines]
        body.append(f"<p>{lead}</p>")
        if bullets:
            body.append("<ul>" + "".join(f"<li>{b}</li>" for b in bullets) + "</ul>")
    references = "".join(_reference(r, wording) for r in brief.references)
    if references:
        body.append(f'<h2>{escape(wording["sources"])}</h2><ol class="refs">{references}</ol>')
    body += [f'<p class="by">{escape(note)}</p>' for note in brief.notes]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{wording.code}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _line(line: Line, why: bool) -> str:
    reasons = ", ".join(f"{k} {v:+.2f}" for k, v in line.why.items())
    note = f'<br><span class="why">{escape(reasons)}</span>' if why and reasons else ""
    by = f'<span class="by">({escape(line.attribution)})</span>'
    return f"{_parts(line.parts)} {by}&#8288;{_marks(line.references)}{note}"


def _parts(parts: tuple[Part, ...]) -> str:
    return "".join(
        f'<a class="q" href="#{_target(p.anchor)}">{escape(p.text)}</a>' if p.anchor else escape(p.text) for p in parts
    )


def _target(anchor: Anchor) -> str:
    return f"{anchor.document}-{anchor.field}-{anchor.span.start}-{anchor.span.end}"


def _marks(numbers: tuple[int, ...]) -> str:
    return "".join(f'<sup><a href="#ref-{n}">[{n}]</a></sup>' for n in numbers)


def _reference(reference: Reference, wording: Wording) -> str:
    title = f", “{escape(' '.join(reference.title.split()))}”" if reference.title else ""
    copies = f" ({wording['copies']} {escape(', '.join(dict.fromkeys(reference.copies)))})" if reference.copies else ""
    outlet = escape(reference.outlet)
    if reference.url.startswith(("https://", "http://")):
        outlet = f'<a href="{escape(reference.url)}" rel="noreferrer">{outlet}</a>'
    day = escape(wording.day(reference.date, year=True))
    quotes = "".join(_quote(reference.document, q) for q in reference.quotes)
    return f'<li id="ref-{reference.number}">{outlet}{title}, {day}{escape(basis_note(reference))}{copies}{quotes}</li>'


def _quote(document: str, quote: Quote) -> str:
    where = "title " if quote.field == "title" else ""
    place = f'<span class="place">{where}{quote.span.start}–{quote.span.end}</span>'
    words = f"…{escape(quote.prefix)}<mark>{escape(quote.exact)}</mark>{escape(quote.suffix)}…"
    return f'<blockquote id="{document}-{quote.field}-{quote.span.start}-{quote.span.end}">{words} {place}</blockquote>'
