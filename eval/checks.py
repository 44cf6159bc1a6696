"""Hold what is read in one text to what every reading promises, whatever the text.

Enters: a text with what a source said of it. Leaves: the first promise that is broken, in words, or `None`: nothing
raises, no reader fails, every span lies in the text, every position is that of a record, every number is finite,
every day is a day, the reading can be written and read again, and the time is bounded by the length.
"""

import datetime
import math
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec

from sayso.documents import make_document
from sayso.languages import load_language
from sayso.model import Document, Problem, Reading, Situation, Span
from sayso.model.encoding import encode, encode_wire
from sayso.readings.pipeline import load_pipeline
from sayso.readings.reader import Reader
from sayso.sources import Received

SECONDS = 2.0
SECONDS_A_CHARACTER = 0.002
"""CPU time that a text may take on a busy machine: forty times what news takes."""
TRIES = 150
COUNTED = ("statements", "figures", "events", "times", "places")


@dataclass(frozen=True)
class Case:
    """One text and what its source says of it."""

    text: str
    form: Literal["text", "html"] = "text"
    date: str = ""
    title: str = ""
    language: str = "en"


class TooSlow(BaseException):
    """The time for a text is over. No `Exception`, so that nothing takes it for a failure of its own."""


class Trial:
    """A reader put to the test; `counts` says what it has read."""

    def __init__(self) -> None:
        pipeline, degraded = load_pipeline()
        self.reader = Reader(Situation(), load_language("en"), pipeline, degraded=degraded)
        self.counts: Counter[str] = Counter()

    def failure(self, case: Case) -> str | None:
        """What is wrong with the reading of `case`, in words."""
        allowed = SECONDS + SECONDS_A_CHARACTER * len(case.text)
        begin = time.process_time()
        _watch(allowed)
        try:
            return self._read(case)
        except TooSlow:
            return f"took more than {allowed:.0f} CPU seconds"
        except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
            return f"raised {type(error).__name__}: {error}"
        finally:
            _watch(0)
            self.counts["CPU ms"] += round(1000 * (time.process_time() - begin))

    def shrink(self, case: Case, failure: str) -> Case:
        """The smallest case found that fails in the same way."""
        kind, tries = kind_of(failure), TRIES
        size = len(case.text) // 2
        while size and tries:
            for start in range(0, len(case.text), size):
                smaller = replace(case, text=case.text[:start] + case.text[start + size :])
                tries -= 1
                if kind_of(self.failure(smaller) or "") == kind:
                    case = smaller
                    break
                if not tries:
                    break
            else:
                size //= 2
        return case

    def _read(self, case: Case) -> str | None:
        received = Received(
            "case", "case", case.text, case.form, title=case.title, date=case.date, language=case.language
        )
        document = make_document(received, retrieved="2026-01-01T00:00:00+00:00")
        self.counts["texts"] += 1
        self.counts["characters"] += len(case.text)
        if isinstance(document, Problem):
            self.counts["without an article"] += 1
            return None
        reading = next(self.reader.read([document]))
        self.counts.update({kind: len(getattr(reading, kind)) for kind in COUNTED})
        return wrong_with(document, reading)


def wrong_with(document: Document, reading: Reading) -> str | None:
    """The first promise that the reading of a document breaks, in words."""
    for problem in reading.problems:
        if problem.code == "reader-failed":
            return problem.message
    for where, value in (*_leaves(document, "document"), *_leaves(reading, "reading")):
        if isinstance(value, Span) and not 0 <= value.start < value.end <= len(document.text):
            return f"{where} is outside of the text or empty: {value}"
        if isinstance(value, float) and not math.isfinite(value):
            return f"{where} is not a number: {value}"
        if where.endswith((".begin", ".end", ".date", ".said_on", ".since", ".until", ".as_of")) and not _is_day(value):
            return f"{where} is no day: {value!r}"
    return _wrong_positions(reading) or _wrong_words(document, reading) or _wrong_bytes(document, reading)


def _leaves(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, msgspec.Struct) and not isinstance(value, Span):
        for name in value.__struct_fields__:
            yield from _leaves(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item, where)
    else:
        yield where, value


def _is_day(value: str | None) -> bool:
    """Whether it is none, or an ISO 8601 day, month or year, with or without a time of day."""
    if value is None:
        return True
    try:
        datetime.date.fromisoformat((value[:10] + "-01-01")[:10] if len(value) < 10 else value[:10])
    except ValueError:
        return False
    return True


def _wrong_positions(reading: Reading) -> str | None:
    statements, figures = len(reading.statements), len(reading.figures)
    for n, figure in enumerate(reading.figures):
        if figure.statement is not None and not 0 <= figure.statement < statements:
            return f"figure.statement is none of the statements: {figure}"
        if figure.part_of is not None and (figure.part_of == n or not 0 <= figure.part_of < figures):
            return f"figure.part_of is none of the other figures: {figure}"
    for event in reading.events:
        if event.statement is not None and not 0 <= event.statement < statements:
            return f"event.statement is none of the statements: {event}"
        if any(not 0 <= f < figures for f in event.figures):
            return f"event.figures are none of the figures: {event}"
    return None


def _wrong_words(document: Document, reading: Reading) -> str | None:
    """Whether what must be found in the text for a record to be traced has words at all."""
    for records, name in ((reading.statements, "content"), (reading.figures, "number"), (reading.times, "span")):
        for record in records:
            if not getattr(record, name).words(document.text).strip():
                return f"{name} holds no words: {record}"
    return None


def _wrong_bytes(document: Document, reading: Reading) -> str | None:
    if msgspec.json.decode(encode(reading), type=Reading) != reading:
        return "the reading is not the same when it is written and read again"
    wire = msgspec.json.decode(encode_wire(reading, document))
    return None if wire["document"] == document.name else "the wire form goes by another name"


def kind_of(failure: str) -> str:
    """The failure without its particulars."""
    return failure.split(":")[0][:60]


def _watch(seconds: float) -> None:
    """Raise `TooSlow` here after so many CPU seconds; 0 takes it back. Nothing where a system has no such signal."""
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _stop(*_: object) -> None:
    raise TooSlow
