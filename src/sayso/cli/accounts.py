"""Find by its id what the ledger tells across documents: an incident, a dispute, a series, a judgement.

Enters: the beginning of an id. Leaves: the one view of which the id begins so, with the figures and documents it refers
to, as text or as JSON. Refuses: an id that nothing known by then has, or more than one.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from sayso.cli.account_lines import Account, dispute_text, incident_text, judgement_text, series_text
from sayso.exports.lines import documents_of, records_of
from sayso.ledger import Ledger
from sayso.ledger.disputes.views import DisputeView
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.views import JudgementView, Series
from sayso.model import SaysoError


class Kind(msgspec.Struct, frozen=True):
    """One kind of what has an id: what it is called, how it is asked for (as of a day: all of it, or less where the id
    says so), how one is written, and what of it stands in which document.
    """

    name: str
    ask: Callable[[Ledger, str | None, str], Iterable[Any]]
    text: Callable[[Account], str]
    documents: Callable[[Any], Iterable[str]] = lambda view: ()
    id_of: Callable[[Any], str] = lambda view: str(view.id)


def _of_incident(view: IncidentView) -> tuple[str, ...]:
    return view.documents


def _of_dispute(view: DisputeView) -> list[str]:
    return [record.document for record in records_of(view)]


def _of_series(view: Series) -> list[str]:
    return [point.document for point in (*view.points, *view.parts)]


def _id_of_judgement(view: JudgementView) -> str:
    return view.judgement.id


KINDS = {
    "i": Kind("incidents", lambda ledger, day, id: ledger.incidents(day, id=id), incident_text, _of_incident),
    "x": Kind("disputes", lambda ledger, day, _: ledger.disputes(day), dispute_text, _of_dispute),
    "q": Kind("series", lambda ledger, day, _: ledger.series(as_of=day), series_text, _of_series),
    "j": Kind("judgements", lambda ledger, day, _: ledger.judgements(day), judgement_text, id_of=_id_of_judgement),
}
"""By the letter that their ids begin with; those of documents and of records in them begin with others."""


def show_account(ledger: Ledger, id: str, output: str, as_of: str | None = None) -> str:
    """What has this id, as text or as JSON. Raises `SaysoError` where nothing known by then has, or more than one."""
    kind = KINDS[id[0]]
    with ledger.moment():
        view = _only(kind, [one for one in kind.ask(ledger, as_of, id) if kind.id_of(one).startswith(id)], id, as_of)
        wanted = set(kind.documents(view))
        documents = {d.document.id: d for d in ledger.documents(as_of) if d.document.id in wanted} if wanted else {}
        counted = {id for toll in view.tolls for id in toll.figures} if isinstance(view, IncidentView) else set()
        figures = {f.id: f for f in ledger.figures(as_of) if f.id in counted} if counted else {}
    if output == "text":
        return kind.text(Account(view, documents, figures))
    row = {"record": view, "documents": documents_of(documents), "figures": list(figures.values())}
    return msgspec.json.format(msgspec.json.encode(row), indent=1).decode() + "\n"


def _only(
    kind: Kind, found: Sequence[Any], id: str, as_of: str | None
) -> IncidentView | DisputeView | Series | JudgementView:
    if len(found) == 1:
        one: IncidentView | DisputeView | Series | JudgementView = found[0]
        return one
    by_then = f" known by {as_of}" if as_of is not None else ""
    if not found:
        raise SaysoError(f"none of the {kind.name}{by_then} has an id that begins with {id!r}; list them and take one")
    some = ", ".join(kind.id_of(one) for one in found[:5])
    raise SaysoError(f"{len(found)} {kind.name}{by_then} begin with {id!r}: {some}; type more of the one you mean")
