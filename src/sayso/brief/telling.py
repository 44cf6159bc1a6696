"""What a form needs to tell a brief: the ranking, the choice so far, the lines, and the day told.

Enters: the record as known at a moment. Leaves: one `Telling`, made anew for each brief, whose methods turn ranked
passages into lines. Passages are told of the last `DAYS` days, or of more where those hold few texts; those of the
`PAST` days before are what they are compared with to see what is new.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from sayso.brief.brief import Anchor, Line, Part
from sayso.brief.choice import Choice
from sayso.brief.lines import LineMaker
from sayso.brief.moves import Move, find_move, number_of, owner_of
from sayso.brief.opposing import Opposing
from sayso.brief.passages import Passage, cut_passages, terms_of
from sayso.brief.ranking import Ranked, Ranking
from sayso.brief.wording import Wording
from sayso.ledger.disputes.views import DisputeView
from sayso.ledger.views import DocumentView, FigureView, Record
from sayso.model import Situation, Span

DAYS = 2
PAST = 5
FEWEST = 4
LONGEST_BACK = 14
HEADING_WORDS = 11
MOVES = 2
REACH = 1500
"""Characters that a headline within a text reaches."""
HEADLINE = re.compile(r"\n[ \t]*\n[ \t]*(\w[^\n]{14,110}[^\s.!?:;,…\"”’)])[ \t]*(?=\n[ \t]*\n)")
TITLE_TERMS = 3
"""A title heads a passage that shares so many terms with it: fewer are shared by any two texts on one war."""


class Telling:
    """One brief in the making."""

    def __init__(
        self,
        record: Record,
        situation: Situation,
        wording: Wording,
        as_of: str,
        disputes: Sequence[DisputeView] = (),
    ) -> None:
        since = first_day_told(record, as_of)
        passages = cut_passages(record, _back(since, PAST))
        told = [p for p in passages if p.known >= since]
        self.as_of = as_of
        self.record = record
        self.situation = situation
        self.wording = wording
        watch = (*situation.watch,)
        before = [p for p in passages if p.known < since]
        self.ranking = Ranking(told, before, record.documents, record.series, watch, wording)
        self.choice = Choice(self.ranking)
        self._opposing = Opposing(disputes, passages, self.ranking.index)
        self.lines = LineMaker(record, wording)
        self._titles: set[str] = set()
        self._numbers: dict[object, list[FigureView]] = defaultdict(list)
        for figure in record.figures:
            self._numbers[number_of(figure)].append(figure)
        self._series = {s.id: s for s in record.series}

    def line(self, ranked: Ranked) -> Line:
        """The line of a ranked passage, with its figures' moves."""
        moves = []
        for figure in (f for f in ranked.passage.figures if f.figure.part_of is None):
            move = self._move(figure)
            if move.before or move.otherwise:
                moves.append((figure, move))
        return self.lines.make(ranked.passage, why=ranked.why, moves=moves[:MOVES])

    def _move(self, figure: FigureView) -> Move:
        """How the figure moved; where it rests on nobody's word, how the same number of that day did that does."""
        owner = owner_of(figure, self._numbers[number_of(figure)]) if figure.source is None else ()
        for told in (figure, *owner):
            move = find_move(told, self._series.get(told.series or ""), self.record.documents)
            if move.before or move.otherwise:
                return move
        return Move(None, ())

    def told(self, ranked: Sequence[Ranked]) -> tuple[Line, ...]:
        """The lines of several, each with what is said against it elsewhere."""
        return tuple(line for one in ranked for line in (self.line(one), *self._set_against(one.passage)))

    def _set_against(self, passage: Passage) -> Iterator[Line]:
        """What another side of a dispute says against a passage, where the brief does not tell it already."""
        found = self._opposing.find(passage)
        if found is None or self.choice.has(found):
            return
        self.choice.set_aside(found)
        line = self.lines.make(found)
        yield msgspec.structs.replace(line, parts=(Part(self.wording["against"]), *line.parts))

    def heading(self, passage: Passage) -> tuple[Part, ...]:
        """A heading from the passage's document, none twice: its title where that tells the same, the headline over
        the passage, the clause of an event; else the passage's first words.
        """
        view = self.record.documents[passage.document]
        text, title = view.document.text, view.document.title
        if len(passage.terms & terms_of(title)) >= TITLE_TERMS and self._headed(title):
            return (self.lines.title(passage.document),)
        headline = headline_over(view, passage.span.start)
        if headline is not None and self._headed(headline.words(text)):
            return (self.lines.quoted(passage.document, headline),)
        clauses = [
            e.event.span for e in passage.events if 4 <= len(e.words.split()) <= HEADING_WORDS and names(e.words)
        ]
        if clauses:
            return (self.lines.quoted(passage.document, max(clauses, key=lambda s: (s.end - s.start, -s.start))),)
        words, end = passage.span.words(text), 0
        for _ in range(HEADING_WORDS):
            end = _next_word(words, end)
        cut = self.lines.quoted(passage.document, Span(passage.span.start, passage.span.start + end))
        return (cut, Part(" …")) if end < len(words.rstrip()) else (cut,)

    def _headed(self, words: str) -> bool:
        """Whether `words` head nothing yet; from now on they do."""
        new = words not in self._titles
        self._titles.add(words)
        return new


def headline_over(view: DocumentView, start: int) -> Span | None:
    """The last line of its own before `start` that reads like a headline: short, and without a full stop."""
    found = None
    for match in HEADLINE.finditer(view.document.text, max(0, start - REACH), start):
        span = Span(match.start(1), match.end(1))
        if not any(f.span.overlaps(span) for f in view.document.furniture):
            found = span
    return found


def names(words: str) -> bool:
    """Whether the words name anything: without a capital, a clause heads nothing."""
    return any(c.isupper() for c in words)


def _next_word(words: str, position: int) -> int:
    while position < len(words) and words[position].isspace():
        position += 1
    while position < len(words) and not words[position].isspace():
        position += 1
    return position


def first_day_told(record: Record, as_of: str) -> str:
    """The first day told: `DAYS` back, or as many more as it takes for `FEWEST` texts, where there are so many."""
    days = sorted(view.known for view in record.documents.values() if view.original and view.known)
    fewest = days[-FEWEST:][:1] or [as_of]
    return min(_back(as_of, DAYS - 1), max(fewest[0], _back(as_of, LONGEST_BACK)))


def _back(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def anchors_of(evidence: Sequence[tuple[str, Span]]) -> tuple[Anchor, ...]:
    """Anchors for (document id, span) pairs."""
    return tuple(Anchor(document, span) for document, span in evidence)
