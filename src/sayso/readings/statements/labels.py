"""Read words that a label gives to a speaker: a transcript's "BRANDT: …", and a quotation with "— Ilse Brandt" behind.

Enters: a document and who is known in it. Leaves: statements. A line is labelled where a person of the document, or one
of several labels in capitals, stands before its colon; between two labels of a transcript all paragraphs belong to the
first. A quotation that fills a line and ends with a dash and a name belongs to that name.
Refused: a single label that names nobody ("UPDATE: …"), a dash with a clause behind.
"""

import re
from collections.abc import Iterator

from sayso.model import Actor, Span, SpeakerKind, Statement
from sayso.readings.statements.contents import trim
from sayso.readings.statements.speakers import Discourse

_NAME = r"[A-Z][\w.’'-]{0,24}(?: [A-Z][\w.’'-]{0,24}){0,4}"
_LABEL = re.compile(rf"^[ \t\xa0]*({_NAME})(?: \([^()\n]{{1,30}}\))?:[ \t\xa0]+(?=[^\s\d])", re.MULTILINE)
_SIGNED = re.compile(rf"[\"”“»][ \t\xa0]*[―—–-]{{1,2}}[ \t\xa0]*({_NAME})(?=$|[,(\n])", re.MULTILINE)
_MARKS = '"“”„«'
_FEWEST_LABELS = 3
_SHORTEST = 20
_LONGEST_SIGNATURE = 100
_LONGEST_SIGNED = 3000
"""Characters of a line that is one signed quotation; looking farther back for its start would not be linear."""


def read_labels(text: str, discourse: Discourse) -> Iterator[Statement]:
    """The statements that labels tell, in order."""
    found = list(_LABEL.finditer(text))
    capitals = [m for m in found if _in_capitals(m.group(1))]
    transcript = len(capitals) >= _FEWEST_LABELS and len({m.group(1) for m in capitals}) > 1
    for rank, match in enumerate(found):
        actor = _known(match.group(1), discourse)
        if actor is None and not (transcript and _in_capitals(match.group(1))):
            continue
        following = found[rank + 1].start() if transcript and rank + 1 < len(found) else None
        end = following if following is not None else _line_end(text, match.end())
        statement = _statement(text, Span(match.end(), end), Span(*match.span(1)), actor)
        if statement is not None:
            yield statement
    yield from _signed(text, discourse)


def _signed(text: str, discourse: Discourse) -> Iterator[Statement]:
    for match in _SIGNED.finditer(text):
        start = _line_start(text, match.start())
        if start is None or not _ends_soon(text, match.start(1)):
            continue
        opened = text[start : match.start()].lstrip()[:1]
        if not opened or opened not in _MARKS:
            continue
        first = text.index(opened, start) + 1
        actor = _known(match.group(1), discourse)
        statement = _statement(text, Span(first, match.start()), Span(*match.span(1)), actor, direct=True)
        if statement is not None:
            yield statement


def _statement(text: str, raw: Span, name: Span, actor: Actor | None, *, direct: bool = False) -> Statement | None:
    content = Span(raw.start, raw.end) if direct else trim(raw, text)
    if content is None or content.end - content.start < _SHORTEST:
        return None
    quoted = direct or (text[content.start] in _MARKS and text[content.end - 1] in _MARKS)
    if quoted and not direct:
        content = Span(content.start + 1, content.end - 1)
    speaker = actor.name if actor is not None else name.words(text)
    kind: SpeakerKind = "person" if actor is not None else "unknown"
    return Statement(content, speaker, kind, name, name, None, mode="direct")


def _known(label: str, discourse: Discourse) -> Actor | None:
    """The person of the document whom a label names, also in capitals ("BRANDT")."""
    actor = discourse.by_name.get(label) or discourse.by_name.get(label.title())
    return actor if actor is not None and actor.kind == "person" else None


def _in_capitals(label: str) -> bool:
    return label.isupper() and sum(c.isalpha() for c in label) > 2


def _line_start(text: str, offset: int) -> int | None:
    """Where the line of `offset` begins, `None` where that is too far."""
    reach = max(offset - _LONGEST_SIGNED, 0)
    start = text.rfind("\n", reach, offset) + 1
    return start if start or reach == 0 else None


def _ends_soon(text: str, offset: int) -> bool:
    """Whether the line ends within a signature's length of `offset`."""
    return len(text) - offset <= _LONGEST_SIGNATURE or text.find("\n", offset, offset + _LONGEST_SIGNATURE + 1) >= 0


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)
