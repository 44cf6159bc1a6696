"""Answer what documents tell together: who acts and where, which are one text or one story, what each origin says.

Enters: an open connection and the situation. Leaves: the views of `sayso.ledger.views`, each from one moment of the
store, and of nothing but the records that `sayso.ledger.answers` finds by then.
"""

from collections.abc import Mapping, Sequence

from sayso.ledger import asking
from sayso.ledger.answers import Answers
from sayso.ledger.asking import Wanted
from sayso.ledger.copies.groups import originals_of
from sayso.ledger.copies.origins import Origin, Told, independent_origins, parts_within, said_by, tell_texts
from sayso.ledger.copies.repeats import find_repeats
from sayso.ledger.disputes import Grounds, find_disputes
from sayso.ledger.disputes.asking import ask_mentions, wanted_events, wanted_figures, wanted_statements
from sayso.ledger.disputes.holding import TAKEN
from sayso.ledger.disputes.views import DisputeView
from sayso.ledger.finding import Condition, holds, overruled
from sayso.ledger.incidents.gathering import Asked, Gathering
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.names.acting import NAMELESS, Mention, read_mentions, tell_actors
from sayso.ledger.names.fitting import refuse_wordless
from sayso.ledger.names.folding import fold
from sayso.ledger.names.sides import Sides
from sayso.ledger.names.views import ActorView, PlaceView
from sayso.ledger.names.whereabouts import lies, tell_places
from sayso.ledger.series.flags import flag_series
from sayso.ledger.series.gathering import gather_series
from sayso.ledger.series.given import origin_of
from sayso.ledger.series.latest import series_now
from sayso.ledger.stories.grouping import group_stories
from sayso.ledger.stories.telling import tell_stories
from sayso.ledger.tables import document, event, figure, statement
from sayso.ledger.telling import Names, tell_event, tell_figure, tell_statement
from sayso.ledger.views import CopyGroup, FigureView, Series, SeriesNow, StoryView


class Across(Answers):
    """The answers across documents. `as_of` and `since` are as in `Answers`."""

    def series(
        self,
        measure: str | None = None,
        *,
        by: str | None = None,
        place: str | None = None,
        within: str | None = None,
        population: str | None = None,
        as_of: str | None = None,
        since: str | None = None,
    ) -> tuple[Series, ...]:
        """Series of figures that measure one thing, by what they measure, with the parts and flags of their points, and
        what each origin gave for each day. `by` keeps the origins whose name is like it.

        Flags take account of all that was known by `as_of`: `since` only leaves out.
        """
        with self.moment():
            figures, told, again = self._measured(measure, by, place, within, population, as_of)
            narrowed = place is not None or within is not None or population is not None
            parts = self._parts_of(figures, as_of) if narrowed else ()
        found = (flag_series(series, told, again) for series in gather_series(figures, parts))
        return tuple(found) if since is None else tuple(series for one in found if (series := one.known_since(since)))

    def latest(
        self,
        measure: str | None = None,
        *,
        by: str | None = None,
        place: str | None = None,
        within: str | None = None,
        population: str | None = None,
        as_of: str | None = None,
    ) -> tuple[SeriesNow, ...]:
        """What each series says by `as_of`: the latest figure of every origin, or of those whose name is like `by`. The
        series with most figures come first. None of them is picked; `sayso.ledger.series.latest` says what "latest" is,
        and which is the default for one line. What an outlet prints again counts once, on the day it was first known.
        """
        with self.moment():
            figures, told, again = self._measured(measure, by, place, within, population, as_of)
            parts = parts_within(self._copies(as_of))
        found = sorted(gather_series(figures), key=lambda series: -len(series.points))
        now = (series_now(series, told, parts, again=again.keys()) for series in found)
        return tuple(one for one in now if one.latest)

    def _measured(
        self,
        measure: str | None,
        by: str | None,
        place: str | None,
        within: str | None,
        population: str | None,
        as_of: str | None,
    ) -> tuple[tuple[FigureView, ...], Mapping[str, Told], Mapping[str, str]]:
        """The figures of a measure that are as asked for, of those origins whose name is like `by`; where texts come
        from; and which figures are only printed again.
        """
        refuse_wordless(by)
        figures = self._figures_like(self._wanted(as_of), measure, place=place, within=within, population=population)
        told = tell_texts(self._copies(as_of))
        if by is not None:
            names = self._names(as_of).actors
            figures = tuple(f for f in figures if names.fits(by, origin_of(f, told)))
        return figures, told, find_repeats(figures, told, self._texts)

    def _texts(self, documents: set[str]) -> dict[str, str]:
        return asking.ask_texts_of(self._connection, documents)

    def _parts_of(self, figures: Sequence[FigureView], as_of: str | None) -> tuple[FigureView, ...]:
        """The parts of these figures, wherever and of whomever they are."""
        measures = sorted({f.figure.measure for f in figures})
        where = [Condition(asking.is_part()), Condition(asking.is_one_of(figure.c.measure, measures))]
        return self._find(self._wanted(as_of), self._names(as_of), figure, tell_figure, where) if figures else ()

    def copies(
        self, as_of: str | None = None, since: str | None = None, *, limit: int | None = None
    ) -> tuple[CopyGroup, ...]:
        """Groups of documents that are one text, by the day each was first known. `since` leaves out those of which no
        document has become known since.
        """
        with self.moment():
            found = self._copies(as_of).groups()
        fresh = [g for g in found if since is None or any(c.known >= since for c in g.members)]
        return tuple(fresh if limit is None else fresh[max(0, len(fresh) - limit) :])

    def origins(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        by: str | None = None,
        place: str | None = None,
        about: str | None = None,
    ) -> tuple[Origin, ...]:
        """The independent origins of the statements that `statements` gives for the same: how many there are is on how
        many words, come by how many ways, they rest, whatever the number of documents, outlets and copies.
        """
        with self.moment():
            said = self.statements(as_of, since, by=by, place=place, about=about)
            copies = self._copies(as_of)
            told, parts = tell_texts(copies), parts_within(copies)
        return independent_origins(map(said_by, said), told, parts)

    def parts(self, as_of: str | None = None) -> tuple[tuple[str, str, float], ...]:
        """Documents that stand in a much longer one, which is not their copy: part, whole, share of the part's words
        that the whole has.
        """
        with self.moment():
            return tuple((part, whole, share.one / 1000) for part, whole, share in self._copies(as_of).parts())

    def stories(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        about: str | None = None,
        place: str | None = None,
        limit: int | None = None,
    ) -> tuple[StoryView, ...]:
        """Stories, by their last day: whole ones, of which a document has become known on `since` or later.

        `about` are words that a document of them has, in full text; `place` is mentioned in one.
        """
        with self.moment():
            rows = asking.ask_sketches(self._connection, self._wanted(as_of))
            groups, wanted, where = self._copies(as_of).groups(), self._wanted(as_of, since), []
            if about is not None:
                where.append(asking.has_words(document, about))
            if place is not None:
                where.append(asking.mentions(self._known(as_of).called(place)))
            meant = asking.ask_ids(self._connection, wanted, where)
        found = tell_stories(rows, group_stories((row.known, row.id, row.terms) for row in rows), originals_of(groups))
        fitting = tuple(story for story in found if not meant.isdisjoint(story.documents))
        return fitting if limit is None else fitting[max(0, len(fitting) - limit) :]

    def actors(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        by: str | None = None,
        of: str | None = None,
        limit: int | None = None,
    ) -> tuple[ActorView, ...]:
        """Everybody whom documents name, those that most texts name first: with `by`, of these names or part of one;
        with `of`, of this party or state. `since` leaves out those whom nothing has named since.
        """
        refuse_wordless(by)
        with self.moment():
            wanted, names = self._wanted(as_of), self._every_actor(as_of)
            meant = None if by is None else {n for n in self.names("actor", as_of) if names.actors.fits(by, n)}
            sides = Sides(self.situation)
            found = tell_actors(*self._mentions(wanted, meant, sides), names, sides)
        fitting = [a for a in found if (of is None or a.of == (sides.asked_for(of) or of)) and a.last >= (since or "")]
        return tuple(fitting if limit is None else fitting[:limit])

    def _mentions(
        self, wanted: Wanted, meant: set[str] | None, sides: Sides
    ) -> tuple[Mapping[str, Sequence[Mention]], Mapping[str, int]]:
        """Every mention of these names, or of all, by name, and how many statements each is given."""
        groups = originals_of(self._copies(wanted.as_of).groups())
        naming = asking.ask_naming(self._connection, wanted, meant)
        speaking = asking.ask_speaking(self._connection, wanted, meant, NAMELESS)
        texts = self._texts({id for _, kind, _, _, id, _ in naming if kind == "person"})
        return read_mentions(naming, speaking, texts, groups, sides)

    def places(
        self, as_of: str | None = None, since: str | None = None, *, place: str | None = None, limit: int | None = None
    ) -> tuple[PlaceView, ...]:
        """Places, those that most documents name first: with `place`, of this name, or what lies within it. `since`
        leaves out those that nothing has named since.
        """
        with self.moment():
            names = self._every_place(as_of)
            found = tell_places(asking.ask_located(self._connection, self._wanted(as_of)), names)
        fitting = [view for view in found if view.last >= (since or "") and (place is None or lies(view, place, names))]
        return tuple(fitting if limit is None else fitting[:limit])

    def disputes(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        by: str | None = None,
        place: str | None = None,
        about: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
    ) -> tuple[DisputeView, ...]:
        """Disputes, by their last day: whole ones, of which a record has become known on `since` or later.

        `by` is a side, or a speaker of one, by any name or part of one; `place` is one that a record of them is of, or
        mentions; `about` are words that a record of them has. `kind` is numbers, denial, accusation or control.
        """
        refuse_wordless(by)
        with self.moment():
            names = self._every_name(as_of)
            found = find_disputes(self._grounds(names, as_of))
            ids = {record.id for one in found for record in one.records}
            there = self._at(place, ids, names, as_of) if place is not None else ids
        fitting = tuple(
            one
            for one in found
            if (since is None or any(r.known >= since for r in one.records))
            and (kind is None or one.kind == kind)
            and any(r.id in there for r in one.records)
            and (about is None or any(holds(about, r.words) for r in one.records))
            and (by is None or any(names.actors.fits(by, name) for name in one.names))
        )
        return fitting if limit is None else fitting[max(0, len(fitting) - limit) :]

    def _grounds(self, names: Names, as_of: str | None) -> Grounds:
        """What disputes are found in, as known by `as_of`."""
        wanted = self._wanted(as_of)
        corrected = overruled(statement, names.weighed.corrections)
        said = wanted_statements(self._connection, wanted, corrected)
        statements = self._find(wanted, names, statement, tell_statement, [Condition(said)])
        copies = self._copies(as_of)
        return Grounds(
            statements=statements,
            figures=self._find(wanted, names, figure, tell_figure, [wanted_figures()]),
            events=self._find(wanted, names, event, tell_event, [wanted_events()]),
            texts=self._texts({view.document for view in statements}),
            told=tell_texts(copies),
            mentions=ask_mentions(self._connection, wanted, names.place),
            parts=parts_within(copies),
            apart=[(a[0], b[0]) for a, b in names.weighed.pairs("figure").apart],
            series=names.series,
            situation=self.situation,
            judged={fold(names.actors.of(" ".join(key))): side for key, side in names.weighed.sides.items()},
        )

    def _at(self, place: str, ids: set[str], names: Names, as_of: str | None) -> set[str]:
        """Those of the records that are of a place or mention it."""
        wanted = self._wanted(as_of)
        near = [asking.has_one_of(statement.c.id, ids), asking.stands_at(self._known(as_of).called(place))]
        said = {row.id for row in asking.ask_records(self._connection, wanted, statement, where=near)}
        counted, taken = self._figures_like(wanted, place=place), self.events(as_of, kind=TAKEN, place=place)
        return said | {view.id for view in counted} | {view.id for view in taken}

    def incidents(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        kind: str | None = None,
        by: str | None = None,
        place: str | None = None,
        within: str | None = None,
        about: str | None = None,
        id: str = "",
        limit: int | None = None,
    ) -> tuple[IncidentView, ...]:
        """Incidents, by their first day: events of one happening, of one document or of many; whole ones, of which an
        event has become known on `since` or later.

        `kind` is the type of one of their events, `by` an actor, by any name or part of one; `place` is where one was,
        or lies `within` another; `about`: words that one of them has. `id` is what the incident's id begins with.
        """
        refuse_wordless(by)
        with self.moment():
            wanted = self._wanted(as_of)
            inside = None if within is None else self._lying_in(wanted, within)
            gathering = Gathering(self._connection, wanted, self._names(as_of), self._copies(as_of))
            return gathering.tell(gathering.find(Asked(kind, by, place, inside, about, since, id), limit))
