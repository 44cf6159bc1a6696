"""Parse texts in batches of bounded size.

Enters: texts as tokens, with their sentences marked. Leaves: the same with tags and arcs, in order. The parser takes
sixteen kilobytes a token while it works: it gets `MOST` tokens at a time, whether those are many short texts or a
part of a long one, which is cut where a sentence starts. Nothing is refused.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

_With = TypeVar("_With")
BATCH = 32
MOST = 10_000


def parse(texts: Iterable[tuple[Doc, _With]], pipeline: Pipeline) -> Iterator[tuple[Doc, _With]]:
    """Each text, parsed, together with what came with it."""
    for batch in _batches(texts):
        docs = [doc for doc, _ in batch]
        long = len(docs[0]) > MOST
        parsed = (
            [_join(pipeline.pipe(_pieces(docs[0]), batch_size=1))] if long else pipeline.pipe(docs, batch_size=BATCH)
        )
        yield from zip(parsed, (given for _, given in batch), strict=True)


def _batches(texts: Iterable[tuple[Doc, _With]]) -> Iterator[list[tuple[Doc, _With]]]:
    batch: list[tuple[Doc, _With]] = []
    size = 0
    for doc, given in texts:
        if batch and (len(batch) == BATCH or size + len(doc) > MOST):
            yield batch
            batch, size = [], 0
        batch.append((doc, given))
        size += len(doc)
    if batch:
        yield batch


def _join(pieces: Iterable[Doc]) -> Doc:
    joined = Doc.from_docs(list(pieces), ensure_whitespace=False)
    assert joined is not None
    return joined


def _pieces(text: Doc) -> Iterator[Doc]:
    """The parts of `text`, each from the start of a sentence and as long as may be."""
    starts = [t.i for t in text if t.is_sent_start] + [len(text)]
    cuts = [0]
    for start, following in pairwise(starts):
        if following - cuts[-1] > MOST and start > cuts[-1]:
            cuts.append(start)
    for start, end in pairwise([*cuts, len(text)]):
        yield _part(text, start, end)


def _part(text: Doc, start: int, end: int) -> Doc:
    """Some tokens of `text` with their sentences marked; `as_doc` would look up a vector for each token as well."""
    tokens = text[start:end]
    words, spaces = [t.text for t in tokens], [bool(t.whitespace_) for t in tokens]
    return Doc(text.vocab, words=words, spaces=spaces, sent_starts=[bool(t.is_sent_start) for t in tokens])
