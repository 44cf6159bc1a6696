"""Answer how a ledger stands: how much it holds, what could not be read, and which situation it was read in.

Enters: what `sayso.ledger.moments` holds. Leaves: counts, problems and the situation.
"""

from typing import Any

import msgspec
from sqlalchemy import func, or_, select

from sayso.ledger import asking
from sayso.ledger.adding import RECORDS
from sayso.ledger.moments import Moments
from sayso.ledger.opening import REVISION
from sayso.ledger.tables import metadata, problem, reading, situation
from sayso.ledger.views import Counts
from sayso.model import Problem, Situation
from sayso.model.encoding import decode


class Standing(Moments):
    """The answers about the ledger itself."""

    def problems(self, as_of: str | None = None) -> tuple[Problem, ...]:
        """Trouble met on the way: at intake, on whichever day, and in the readings that count."""
        with self._moment():
            counted = self._wanted(as_of).counted()
            counts = or_(problem.c.reading.is_(None), problem.c.reading.in_(select(counted.c.reading)))
            nouns = self._connection.execute(select(problem.c.noun).where(counts)).scalars().all()
        return tuple(sorted((decode(n, Problem) for n in nouns), key=lambda p: (p.place, p.stage, p.code, p.message)))

    def status(self, as_of: str | None = None) -> Counts:
        """How much there is. `readings` and `bytes` are those of the whole ledger, whatever the day."""
        problems = len(self.problems(as_of))
        with self._moment():
            wanted = self._wanted(as_of)
            counted = wanted.counted()
            tables = {field: metadata.tables[table] for field, (table, _) in RECORDS.items()}
            numbers = {
                field: self._count(select(func.count(table.c.row)).join(counted, counted.c.reading == table.c.reading))
                for field, table in tables.items()
                if field in Counts.__struct_fields__
            }
            readings = self._count(select(func.count()).select_from(reading))
            wordings = asking.ask_wordings(self._connection, wanted)
            outlets = asking.ask_outlets(self._connection, wanted)
            copies = self._copies(as_of)
            size = asking.ask_size(self._connection)
        known = [row.known for row in wordings if row.known]
        return Counts(
            documents=len(wordings),
            readings=readings,
            problems=problems,
            outlets=len(outlets),
            copies=sum(original != one for one, original in copies.items()),
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
            with self._moment():
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

    def _count(self, query: Any) -> int:
        return int(self._connection.execute(query).scalar_one())
