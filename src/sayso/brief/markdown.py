"""Write a brief as Markdown (CommonMark), with links from each line to its reference."""

import re

from sayso.brief.brief import Brief, Line
from sayso.brief.text import basis_note, heading_line
from sayso.brief.wording import Wording

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def write_markdown(brief: Brief, wording: Wording, *, why: bool = False) -> str:
    """The brief; words of documents are escaped, so that nothing in them is taken for markup."""
    rests = f" {_links(brief.day.references)}" if brief.day and brief.day.references else ""
    out = [f"# {escape(heading_line(brief, wording))}{rests}", ""]
    for section in brief.sections:
        if section.heading:
            out += [f"## {escape(section.title)} {_links(section.references)}".rstrip(), ""]
        for i, line in enumerate(section.lines):
            out.append(f"{'- ' if i else ''}{_line(line)}")
            out += [f"  <br>*{_reasons(line)}*"] * why + [""] * (i == 0)
        out.append("")
    out += [f"## {wording['sources']}", ""] if brief.references else []
    for r in brief.references:
        title = f", “{escape(' '.join(r.title.split()))}”" if r.title else ""
        copies = f" ({wording['copies']} {escape(', '.join(dict.fromkeys(r.copies)))})" if r.copies else ""
        where = f" <{r.url}>" if re.fullmatch(r"https?://[^\s<>]+", r.url) else ""
        day = wording.day(r.date, year=True)
        out.append(
            f'{r.number}. <a id="ref-{r.number}"></a>{escape(r.outlet)}{title}, {day}{basis_note(r)}{copies}{where}'
        )
        out += [f"   - {q.span.start}–{q.span.end}: “{escape(' '.join(q.exact.split()))}”" for q in r.quotes]
    out += ["", *(f"*{escape(note)}*" for note in brief.notes)]
    return "\n".join(out).rstrip() + "\n"


def escape(words: str) -> str:
    """`words` with the characters that Markdown gives a meaning to escaped."""
    return SPECIAL.sub(r"\\\1", words)


def _line(line: Line) -> str:
    return f"{escape(line.text)} ({escape(line.attribution)}) {_links(line.references)}"


def _links(numbers: tuple[int, ...]) -> str:
    return "".join(f"[\\[{n}\\]](#ref-{n})" for n in numbers)


def _reasons(line: Line) -> str:
    return ", ".join(f"{k} {v:+.2f}" for k, v in line.why.items())
