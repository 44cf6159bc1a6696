"""Cut a sentence that is too long to be one.

Enters: a text and the span of a sentence in it. Leaves: the sentence, or pieces of it of at most `MOST` words each,
in order, with nothing between them but white space. The longest of 42,000 sentences of news has 196 words: what is
longer is a table, a list or no prose at all, and reading it must not take time that grows faster than its length. A
cut is made after a mark that ends a clause, else between words. Nothing is refused.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.model import Span

MOST = 200
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_CLAUSE_MARKS = (";", ":,)—–")


def cut_long(text: str, sentence: Span) -> Iterator[Span]:
    """`sentence` where it has at most `MOST` words, signs being words, and else its pieces."""
    if sentence.end - sentence.start <= MOST:
        yield sentence
        return
    words = [m.end() for m in _WORD.finditer(text, sentence.start, sentence.end)]
    start, first = sentence.start, 0
    while len(words) - first > MOST:
        first = _cut(text, words, first)
        yield Span(start, words[first - 1])
        start = words[first - 1]
        while text[start].isspace():
            start += 1
    yield Span(start, sentence.end)


def _cut(text: str, words: Sequence[int], first: int) -> int:
    """The position among `words`, which are ends of words, of the first that the next piece begins with."""
    for marks in _CLAUSE_MARKS:
        for position in range(first + MOST, first + MOST // 2, -1):
            end = words[position - 1]
            if text[end - 1] in marks and text[end].isspace():
                return position
    for position in range(first + MOST, first + MOST // 2, -1):
        if text[words[position - 1]].isspace():
            return position
    return first + MOST
