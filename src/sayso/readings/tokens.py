"""Divide a text into tokens in time that grows with its length alone.

Enters: a pipeline and a text. Leaves: a spaCy `Doc` over the whole text, without tags. The tokenizer takes signs off
a run without spaces one by one and looks at all the rest of it each time: 4,000 quotation marks in a row take two
seconds, 40,000 two minutes. So a run longer than `LONGEST_RUN` is cut before it is tokenized. Nothing is refused.
"""

import re
from collections.abc import Iterator

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

LONGEST_RUN = 200
"""Characters without a space: more than a word or most addresses have."""
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")


def divide(text: str, pipeline: Pipeline) -> Doc:
    """The tokens of `text`; they hold every character of it."""
    pieces = list(_pieces(text))
    if len(pieces) == 1:
        return pipeline.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for piece in pieces:
        for token in pipeline.tokenizer(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(pipeline.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for run in _LONG_RUN.finditer(text):
        yield text[start : run.end()]
        start = run.end()
    yield text[start:]
