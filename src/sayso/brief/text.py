"""Write a brief as plain text for a terminal or a mail."""

import textwrap

from sayso.brief.brief import Brief, Line, Reference, Section
from sayso.brief.wording import Wording

WIDTH = 100


def write_text(brief: Brief, wording: Wording, *, why: bool = False, width: int = WIDTH) -> str:
    """The brief in lines of at most `width` characters; `why` adds the reasons for each line below it."""
    rests = f" {marks(brief.day.references)}" if brief.day and brief.day.references else ""
    out = [heading_line(brief, wording) + rests, ""]
    for section in brief.sections:
        out += _section(section, why, width)
    if brief.references:
        out += [wording["sources"], *(line for r in brief.references for line in _reference(r, wording, width))]
    out += [""] * bool(brief.notes) + [
        textwrap.fill(f"* {note}", width, subsequent_indent="  ") for note in brief.notes
    ]
    return "\n".join(out).rstrip() + "\n"


def heading_line(brief: Brief, wording: Wording) -> str:
    """The first line: day count, day, situation."""
    day = wording.day(brief.as_of, year=True)
    count = [f"{wording['day']} {brief.day.number}"] if brief.day else []
    return " · ".join([*count, day, *([brief.situation] if brief.situation else [])])


def marks(numbers: tuple[int, ...]) -> str:
    """The reference numbers as they stand behind a line."""
    return "".join(f"[{n}]" for n in numbers)


def line_text(line: Line) -> str:
    """A line with its attribution and reference numbers."""
    return f"{line.text} ({line.attribution}) {marks(line.references)}"


def _section(section: Section, why: bool, width: int) -> list[str]:
    out = [f"{section.title}{' ' + marks(section.references) if section.references else ''}"] if section.heading else []
    for i, line in enumerate(section.lines):
        bullet = "- " if i else ""
        out.append(
            textwrap.fill(bullet + line_text(line), width, subsequent_indent="  " * bool(i), break_on_hyphens=False)
        )
        if why:
            reasons = ", ".join(f"{k} {v:+.2f}" for k, v in line.why.items())
            out.append(
                textwrap.fill(
                    f"{'  ' * bool(i)}  ({reasons}; {' '.join(line.records)})", width, subsequent_indent="    "
                )
            )
    return [*out, ""]


def _reference(reference: Reference, wording: Wording, width: int) -> list[str]:
    day = wording.day(reference.date, year=True)
    title = f", “{' '.join(reference.title.split())}”" if reference.title else ""
    copies = f" ({wording['copies']} {', '.join(dict.fromkeys(reference.copies))})" if reference.copies else ""
    where = f" {reference.url}" if reference.url else ""
    head = f"[{reference.number}] {reference.outlet}{title}, {day}{basis_note(reference)}{copies}{where}"
    out = [textwrap.fill(head, width, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False)]
    for q in (q for q in reference.quotes if q.field == "text"):
        words = textwrap.shorten(" ".join(q.exact.split()), width - 18, placeholder=" …")
        out.append(f"    {q.span.start}–{q.span.end}: “{words}”")
    return out


def basis_note(reference: Reference) -> str:
    """A note behind a day that only the document's own words gave away."""
    return f" ({reference.date_basis})" if reference.date_basis == "inferred" else ""
