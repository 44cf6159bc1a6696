"""Find quotations: what stands between quotation marks, whatever marks a newsroom uses.

Enters: a text. Leaves: its quotations in order, without overlaps, each with its marks and without them. Double marks
may be straight, curly, low, angled or two single ones; single marks count where they cannot be apostrophes. A
quotation may go on in the next paragraph if that opens with a mark again, and then it is one. Marks that are never
closed end with their sentence or paragraph. Nothing is refused: any text has zero or more quotations.
"""

import re

import msgspec

from sayso.model import Span

_MARK = re.compile(r"\n|[\"“”„‟«»]|''|``|‘‘|’’|[‘’'‚]")
_BEFORE_OPENING = frozenset(" \t\n\r\xa0([{—–-:/…")
_AFTER_CLOSING = frozenset(' \t\n\r\xa0.,;:!?)]}—–-…"”')
_SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s)")
_ENDS = frozenset(".!?…")
_LONGEST_SINGLE = 600


class Quotation(msgspec.Struct, frozen=True):
    """One quotation: `outer` with its marks, `inner` without them; `closed` is false where no mark ended it."""

    outer: Span
    inner: Span
    closed: bool = True


class _Open(msgspec.Struct):
    start: int
    mark: str
    reopened: int
    new_paragraph: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text`, in order. A quotation within a quotation is part of the outer one."""
    found: list[Quotation] = []
    opened: _Open | None = None
    single_until = -1
    unclosed: dict[str, int] = {}
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if at < single_until:
            continue
        if mark == "\n":
            if opened is not None and _ends_paragraph(text, at):
                opened.new_paragraph = True
        elif mark in "‘’'‚":
            if opened is None and (end := _single_end(text, at, mark, unclosed)) is not None:
                found.append(Quotation(Span(at, end), Span(at + 1, end - 1)))
                single_until = end
        elif opened is None:
            if _opens(text, at, mark):
                opened = _Open(at, mark, at + len(mark))
        else:
            opened = _meet(text, at, mark, opened, found)
    if opened is not None:
        _give_up(text, opened, len(text), found)
    return tuple(found)


def _meet(text: str, at: int, mark: str, opened: _Open, found: list[Quotation]) -> _Open | None:
    """What a mark does while a quotation is open: close it, go on with it, or give it up and open another."""
    opens = _opens(text, at, mark) and not (opened.mark == "„" and mark == "“")
    if opened.new_paragraph:
        first_of_paragraph = not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t\xa0-•*")
        if opens and first_of_paragraph:
            opened.new_paragraph, opened.reopened = False, at + len(mark)
            return opened
        _give_up(text, opened, at, found)
        return _Open(at, mark, at + len(mark)) if opens else None
    if not opens:
        found.append(Quotation(Span(opened.start, at + len(mark)), Span(opened.start + len(opened.mark), at)))
        return None
    if text[max(at - 2, 0) : at].strip()[-1:] in _ENDS:
        opened.reopened = at + len(mark)
        return opened
    _give_up(text, opened, at, found)
    return _Open(at, mark, at + len(mark))


def _ends_paragraph(text: str, at: int) -> bool:
    """Whether the line break at `at` ends a paragraph rather than wraps a line."""
    return text[at + 1 : at + 2] == "\n" or text[max(at - 3, 0) : at].strip()[-1:] in (*_ENDS, ":", "”", '"', "")


def _opens(text: str, at: int, mark: str) -> bool:
    if mark in "“„‟«" or mark in ("``", "‘‘"):
        return True
    if mark in ("”", "»", "’’"):
        return False
    after = text[at + len(mark) : at + len(mark) + 1]
    return (at == 0 or text[at - 1] in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _give_up(text: str, opened: _Open, limit: int, found: list[Quotation]) -> None:
    """End a quotation that no mark closes: with its paragraph, or with the first sentence where another one opens."""
    line = text.find("\n", opened.reopened, limit)
    end = line if line >= 0 else limit
    if end == limit and (sentence := _SENTENCE_END.search(text, opened.reopened, limit)) is not None:
        end = sentence.end()
    inner_start = opened.start + len(opened.mark)
    while end > inner_start and text[end - 1].isspace():
        end -= 1
    if end > inner_start:
        found.append(Quotation(Span(opened.start, end), Span(inner_start, end), closed=False))


def _single_end(text: str, at: int, mark: str, unclosed: dict[str, int]) -> int | None:
    """The end of a quotation in single marks that opens at `at`, or `None` where the mark is an apostrophe.

    `unclosed` keeps up to where it is known that no closing mark stands, so that nothing is looked at twice.
    """
    if mark == "’" or (at > 0 and text[at - 1] not in _BEFORE_OPENING) or not text[at + 1 : at + 2].isalnum():
        return None
    closing = "'" if mark == "'" else "’"
    limit = min(at + _LONGEST_SINGLE, len(text))
    stop = text.find("\n", at, limit)
    stop = stop if stop >= 0 else limit
    position = text.find(closing, max(at + 1, unclosed.get(closing, 0)), stop)
    while position >= 0:
        if not text[position - 1].isspace() and text[position + 1 : position + 2] in ("", *_AFTER_CLOSING):
            return position + 1
        position = text.find(closing, position + 1, stop)
    unclosed[closing] = stop
    return None
