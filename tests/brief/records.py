"""Build a record by hand: documents with statements, figures and events pointed out by their words."""

from typing import Any

from sayso.ledger.views import DocumentView, EventView, FigureView, Record, Series, StatementView
from sayso.model import Document, Event, Figure, Span, Statement, identify, record_id


class RecordBuilder:
    """Collects documents; `build` makes the record."""

    def __init__(self) -> None:
        self.documents: dict[str, DocumentView] = {}
        self.statements: list[StatementView] = []
        self.figures: list[FigureView] = []
        self.events: list[EventView] = []

    def document(self, text: str, *, outlet: str, day: str, copy_of: str | None = None, title: str = "") -> str:
        """Add a document; its id."""
        id = identify(text, outlet=outlet, title=title)
        document = Document(id, f"{outlet}-{len(self.documents)}", text, title, outlet=outlet, language="en")
        view = DocumentView(document, len(self.documents) + 1, day, "given", (), day, copy_of or id, copy_of is None)
        self.documents[id] = view
        return id

    def said(
        self, id: str, words: str, speaker: str | None = None, *, by: str = "", named: str = "", **fields: Any
    ) -> str:
        """Add a statement of `words`; `by` and `named` are where the speaker stands and is named."""
        caveat = fields.pop("caveat_words", None)
        spans = {"speaker_span": self._span(id, by), "named_span": self._span(id, named)}
        spans["caveat_span"] = self._span(id, caveat) if caveat else None
        statement = Statement(self._must(id, words), speaker, **spans, **fields)
        key = record_id("s", id, statement.content)
        known = self.documents[id].known
        self.statements.append(StatementView(key, id, known, statement, words, speaker, statement.via))
        return key

    def counted(
        self, id: str, words: str, low: float, measure: str, *, series: str, source: str | None = None, **fields: Any
    ):
        """Add a figure of `words`."""
        span = self._must(id, words)
        figure = Figure(span, span, low, fields.pop("high", low), measure, source=source, **fields)
        day = self.documents[id].known
        view = FigureView(record_id("f", id, span), id, day, day, figure, words, source, series, figure.place)
        self.figures.append(view)
        return view

    def happened(self, id: str, words: str, type: str, **fields: Any) -> str:
        """Add an event of `words`."""
        span = self._must(id, words)
        event = Event(span, span, type, **fields)
        key = record_id("e", id, span)
        self.events.append(EventView(key, id, self.documents[id].known, event, words))
        return key

    def build(self, as_of: str | None = None) -> Record:
        """The record."""
        series = {}
        for f in sorted(self.figures, key=lambda f: (f.day, f.known, f.id)):
            series.setdefault(f.series, []).append(f)
        told = tuple(
            Series(k, v[0].figure.measure, None, None, None, v[0].figure.basis, tuple(v)) for k, v in series.items()
        )
        return Record(as_of, self.documents, tuple(self.statements), tuple(self.figures), tuple(self.events), told)

    def _must(self, id: str, words: str) -> Span:
        span = self._span(id, words)
        assert span is not None, words
        return span

    def _span(self, id: str, words: str) -> Span | None:
        start = self.documents[id].document.text.find(words) if words else -1
        return Span(start, start + len(words)) if start >= 0 else None
