"""Answer how a ledger stands: how much it holds, what could not be read, what people decided, and in which
situation it was read.

Enters: what `sayso.ledger.moments` holds. Leaves: counts, problems, judgements and the situation.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import CTE, Table, func, or_, select

from sayso.ledger import asking
from sayso.ledger.adding import RECORDS
from sayso.ledger.asking import Wanted
from sayso.ledger.finding import overruled
from sayso.ledger.judgements.judging import ask_judgements, ask_present
from sayso.ledger.judgements.weighing import State, Weighed
from sayso.ledger.moments import Moments
from sayso.ledger.names.fitting import refuse_wordless
from sayso.ledger.opening import REVISION
from sayso.ledger.series.gathering import are_alike
from sayso.ledger.tables import metadata, problem, reading, situation
from sayso.ledger.telling import UNNAMED
from sayso.ledger.views import Counts, FigureView, JudgementView
from sayso.model import Judgement, Problem, Situation
from sayso.model.encoding import decode


class Standing(Moments):
    """The answers about the ledger itself."""

    def problems(self, as_of: str | None = None) -> tuple[Problem, ...]:
        """Trouble met on the way: at intake, on whichever day, and in the readings that count."""
        with self.moment():
            counted = self._wanted(as_of).counted()
            counts = or_(problem.c.reading.is_(None), problem.c.reading.in_(select(counted.c.reading)))
            nouns = self._connection.execute(select(problem.c.noun).where(counts)).scalars().all()
        return tuple(sorted((decode(n, Problem) for n in nouns), key=lambda p: (p.place, p.stage, p.code, p.message)))

    def status(self, as_of: str | None = None) -> Counts:
        """How much there is. `readings` and `bytes` are those of the whole ledger, whatever the day."""
        problems = len(self.problems(as_of))
        with self.moment():
            wanted = self._wanted(as_of)
            counted = wanted.counted()
            rejected = self._weighed(as_of).rejected
            tables = {field: metadata.tables[table] for field, (table, _) in RECORDS.items()}
            numbers = {
                field: self._count_records(table, counted, rejected)
                for field, table in tables.items()
                if field in Counts.__struct_fields__
            }
            readings = self._count(select(func.count()).select_from(reading))
            wordings = asking.ask_wordings(self._connection, wanted)
            outlets = asking.ask_outlets(self._connection, wanted)
            groups = self._copies(as_of).groups()
            size = asking.ask_size(self._connection)
        known = [row.known for row in wordings if row.known]
        return Counts(
            documents=len(wordings),
            readings=readings,
            problems=problems,
            outlets=len(outlets),
            copies=sum(len(g.members) - 1 for g in groups),
            first_known=min(known, default=None),
            last_known=max(known, default=None),
            bytes=size,
            revision=REVISION,
            **numbers,
        )

    def settle_situation(self) -> Situation:
        """From now on answer in the situation that the documents were read in; that situation.

        It differs from the one that the ledger was opened with in its day zero alone, where only the documents gave
        that away; of several, the one that most readings were made in counts.
        """
        if self.situation.day_zero is None:
            with self.moment():
                uses = select(reading.c.situation, func.count()).group_by(reading.c.situation)
                counts = {str(row[0]): int(row[1]) for row in self._connection.execute(uses)}
                kept = [
                    decode(noun, Situation) for noun in self._connection.execute(select(situation.c.noun)).scalars()
                ]
            own = self.situation.fingerprint()
            alike = [s for s in kept if msgspec.structs.replace(s, day_zero=None).fingerprint() == own]
            if alike:
                best = max(alike, key=lambda s: (counts.get(s.fingerprint(), 0), s.day_zero or ""))
                self.situation = msgspec.structs.replace(self.situation, day_zero=best.day_zero)
        return self.situation

    def judgements(self, as_of: str | None = None) -> tuple[JudgementView, ...]:
        """What people decided by the end of the ISO day `as_of`, by (when, id), and how each of it stands."""
        with self.moment():
            found, weighed = ask_judgements(self._connection, as_of), self._weighed(as_of)
            if not found:
                return ()
            everything = Wanted(self.situation.fingerprint(), as_of)
            present = ask_present(self._connection, everything, found) | {j.id for j in found}
            figures = {f.id: f for f in self._judged_figures(self._names(as_of), everything)}
        return tuple(
            JudgementView(one, _state(one, weighed, present, figures), tuple(sorted(weighed.against.get(one.id, ()))))
            for one in found
        )

    def names(self, noun: str, as_of: str | None = None) -> frozenset[str]:
        """Every name that documents have for an "actor", a "place" or an "outlet". Who is not named has none."""
        with self.moment():
            if noun == "outlet":
                return frozenset(asking.ask_outlets(self._connection, self._wanted(as_of)))
            if noun == "place":
                return frozenset(one.name for one in self._known(as_of).located())
            return frozenset(one.name for one in self._known(as_of).named() if one.kind not in UNNAMED)

    def guess(self, noun: str, asked: str, as_of: str | None = None) -> tuple[str, ...]:
        """Which "actor" or "place" may be meant by a name that none bears, the likeliest first: for "Kesharn" Kesharin.

        Nothing where somebody bears it, or where nothing is like it. SaysoError where there is no word in it.
        """
        refuse_wordless(asked)
        with self.moment():
            known = self._known(as_of)
            return known.guess_place(asked) if noun == "place" else known.guess_actor(asked)

    def _count(self, query: Any) -> int:
        return int(self._connection.execute(query).scalar_one())

    def _count_records(self, table: Table, counted: CTE, rejected: frozenset[str]) -> int:
        query = select(func.count(table.c.row)).join(counted, counted.c.reading == table.c.reading)
        gone = overruled(table, rejected)
        return self._count(query.where(~asking.is_one_of(table.c.id, gone)) if gone else query)


def _state(one: Judgement, weighed: Weighed, present: set[str], figures: Mapping[str, FigureView]) -> State:
    """How a judgement stands in the record as it is read today."""
    state = weighed.states[one.id]
    there = [id for id in one.about if id in present]
    if state != "counts":
        return state
    if len(there) < (2 if one.kind in ("same", "not_same") else 1):
        return "alone"
    told = [figures[id] for id in there if id in figures]
    return "counts" if one.kind != "same" or all(are_alike(a, b) for a, b in pairwise(told)) else "unlike"
