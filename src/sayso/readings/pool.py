"""Read documents in several processes, in order, with the same result as in one.

Enters: documents. Leaves: each with its reading, in order. Every process loads the language and the pipeline once.
Documents go out and readings come back as bytes of the one serialisation, in chunks that are small enough for progress
to be seen. Few documents are read in this process, where loading twice would cost more than it saves.
"""

import functools
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import cpu_count, get_context
from threading import current_thread, main_thread

import msgspec
from spacy.language import Language as Pipeline

from sayso.languages import load_language
from sayso.model import Document, Reading, Situation
from sayso.readings.pipeline import load_pipeline
from sayso.readings.reader import Reader

CHUNK = 16
FEW = 48
_ENCODE, _DECODE = msgspec.msgpack.Encoder().encode, msgspec.msgpack.decode


def read_documents(
    documents: Sequence[Document], situation: Situation, language: str, *, jobs: int | None = None
) -> Iterator[tuple[Document, Reading]]:
    """Each document with its reading. `jobs` processes, by default one a core where the documents are many.

    Documents in another language than `language` are kept with a reading that holds nothing but their day.
    """
    jobs = jobs or cpu_count()
    if jobs == 1 or len(documents) <= FEW:
        yield from zip(documents, _reader(situation, language).read(documents), strict=True)
        return
    waiting: deque[tuple[Sequence[Document], Future[bytes]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for start in range(0, len(documents), CHUNK):
                chunk = documents[start : start + CHUNK]
                with _uninterrupted():
                    waiting.append(
                        (chunk, pool.submit(_read_chunk, _ENCODE(list(chunk)), _ENCODE(situation), language))
                    )
                if len(waiting) > 2 * jobs:
                    yield from _collect(*waiting.popleft())
            while waiting:
                yield from _collect(*waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes started in here never see Ctrl-C: this one does, and ends them."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _collect(chunk: Sequence[Document], result: "Future[bytes]") -> Iterator[tuple[Document, Reading]]:
    yield from zip(chunk, _DECODE(result.result(), type=list[Reading]), strict=True)


def _read_chunk(documents: bytes, situation: bytes, language: str) -> bytes:
    """What a process does: bytes in, bytes out."""
    reader = _reader(_DECODE(situation, type=Situation), language)
    return _ENCODE(list(reader.read(_DECODE(documents, type=list[Document]))))


def _reader(situation: Situation, language: str) -> Reader:
    pipeline, degraded = _loaded()
    return Reader(situation, load_language(language), pipeline, degraded=degraded)


@functools.cache
def _loaded() -> tuple[Pipeline, str | None]:
    return load_pipeline()
