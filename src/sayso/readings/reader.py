"""Read documents: run every reader over an analysed document.

Enters: documents and the situation they belong to. Leaves: one `Reading` a document, in order, whatever the document
holds: a reader's failure is a `Problem` of that reading, not the end of the run. Reading is a pure function of the
document, the situation and `VERSION`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from spacy.language import Language as Pipeline

from sayso.languages import Language
from sayso.model import Document, Problem, Reading, Situation
from sayso.readings.actors import read_actors
from sayso.readings.analysis import Analysis, analyse, why_not_read
from sayso.readings.events.read import read_events
from sayso.readings.figures.read import read_figures
from sayso.readings.places.read import read_places
from sayso.readings.quantities.read import read_quantities
from sayso.readings.statements.read import read_statements
from sayso.readings.times.read import read_times

NAME = "sayso"
VERSION = "8"
READER = f"{NAME}/{VERSION}"
_Found = TypeVar("_Found")


class Reader:
    """Everything that reading needs, made once; `read` may be called any number of times."""

    def __init__(
        self, situation: Situation, language: Language, pipeline: Pipeline, *, degraded: str | None = None
    ) -> None:
        """`pipeline` and `degraded` are what `load_pipeline` returns."""
        self.situation = situation
        self.language = language
        self.pipeline = pipeline
        self.degraded = degraded

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading a document, in the order of the documents."""
        analyses = analyse(documents, self.situation, self.language, self.pipeline, parsed=self.degraded is None)
        for analysis in analyses:
            yield self._read(analysis)

    def _read(self, analysis: Analysis) -> Reading:
        document = analysis.document
        unread = why_not_read(document, self.language)
        if unread is not None:
            return self._pass_over(analysis, unread)
        problems = list(analysis.day.problems)
        if self.degraded is not None:
            problems.append(Problem("readings", "no-pipeline", self.degraded, document.name))

        def run(reader: Callable[..., tuple[_Found, ...]], *given: object) -> tuple[_Found, ...]:
            try:
                return reader(analysis, *given)
            except Exception as error:  # noqa: BLE001 - a stranger's text must not end the run; the trouble is recorded
                what = f"{reader.__name__} failed: {type(error).__name__}: {error}; please report the document"
                problems.append(Problem("readings", "reader-failed", what, document.name))
                return ()

        times = run(read_times)
        quantities = run(read_quantities, times)
        places = run(read_places)
        actors = run(read_actors, places, times)
        statements = run(read_statements, actors, times)
        figures = run(read_figures, quantities, statements, times, places)
        events = run(read_events, statements, figures, times, places, actors)
        return Reading(
            document=document.id,
            reader=READER,
            situation=self.situation.fingerprint(),
            language=document.language,
            date=analysis.day.value,
            date_basis=analysis.day.basis,
            date_evidence=analysis.day.evidence,
            statements=statements,
            figures=figures,
            events=events,
            quantities=quantities,
            times=times,
            places=places,
            actors=actors,
            problems=tuple(problems),
        )

    def _pass_over(self, analysis: Analysis, problem: Problem) -> Reading:
        """The reading of a document that is not read: its day where it was given, and why there is no more."""
        document = analysis.document
        return Reading(
            document=document.id,
            reader=READER,
            situation=self.situation.fingerprint(),
            language=document.language,
            date=analysis.day.value,
            date_basis=analysis.day.basis,
            problems=(*analysis.day.problems, problem),
        )
