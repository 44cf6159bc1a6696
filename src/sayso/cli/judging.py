"""Make judgements of what was typed: ids looked up, names checked, and the clock read, here alone.

Enters: the options of a judgement and what it is about. Leaves: judgements in the ledger, and a line about each.
Refuses: ids that are not there, names that no document has, and judgements by nobody.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from sayso.cli.session import opened, start
from sayso.ledger import Ledger
from sayso.ledger.names.folding import fold
from sayso.ledger.views import FigureView, JudgementView
from sayso.model import Judgement, SaysoError
from sayso.model.correction import Value, correct

Parts = dict[str, Any]


def judge(
    decide: Callable[[Ledger], Iterable[Parts]],
    *,
    who: str | None,
    why: str,
    when: str | None,
    ledger: Path | None,
    situation: Path | None,
) -> None:
    """Keep the judgements whose parts `decide` gives, and say what became of them."""
    if not who or not who.strip():
        raise SaysoError("a judgement has somebody who made it: give --who NAME, or set SAYSO_WHO to your name")
    moment = when or datetime.now(UTC).isoformat()
    with opened(start(situation, ledger)) as record:
        made = [Judgement(who=who, when=moment, why=why, **parts) for parts in decide(record)]
        record.judge(*made)
        views = {v.judgement.id: v for v in record.judgements()}
    for one in made:
        click.echo(f"{one.id}  {in_words(one)}")
        _warn(views[one.id])


_WITHOUT_EFFECT = {
    "replaced": "has no effect: a later judgement by the same person says otherwise",
    "withdrawn": "has no effect: it was withdrawn",
    "alone": "has no effect yet: what it is about is not in the record as it is read today",
    "unlike": "joins nothing: these figures are of different units or bases",
}


def _warn(view: JudgementView) -> None:
    if view.state == "conflict":
        click.echo(
            f"sayso: {view.judgement.id} is in conflict with {', '.join(view.against)}: what was read stands until one "
            "of them is withdrawn (sayso judge undo)",
            err=True,
        )
    elif view.state in _WITHOUT_EFFECT:
        click.echo(f"sayso: {view.judgement.id} {_WITHOUT_EFFECT[view.state]}", err=True)


def check_bounds(ledger: Ledger, id: str, field: str, value: Value) -> None:
    """Refuse a bound of a figure that crosses its other one."""
    if field not in ("low", "high"):
        return
    view, _ = ledger.show(id)
    if not isinstance(view, FigureView):
        return
    figure = correct(view.figure, {field: value})
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        other = "high" if field == "low" else "low"
        told = f"low would be {figure.low:.15g} and high {figure.high:.15g}"
        raise SaysoError(f"{told}, which no number lies between; correct {other} first")


def find_judgement(ledger: Ledger, prefix: str) -> str:
    """The id of the one judgement whose id begins with `prefix`."""
    found = [v.judgement.id for v in ledger.judgements() if v.judgement.id.startswith(prefix)]
    if len(found) != 1:
        told = f"{len(found)} judgements have ids that begin" if found else "no judgement has an id that begins"
        raise SaysoError(f"{told} with {prefix!r}; list them with: sayso judge list")
    return found[0]


def check_names(ledger: Ledger, noun: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names, each of which some document has."""
    known = {fold(name) for name in ledger.names(noun)}
    for name in names:
        if fold(name) not in known:
            raise SaysoError(f"no document names the {noun} {name!r}; write it as a view shows it")
    return tuple(names)


def name_or_ids(ledger: Ledger, noun: str | None, about: Sequence[str]) -> list[tuple[str, str]]:
    """Noun and name of each where they are names of this noun, else noun and id of each."""
    if noun is not None:
        return [(noun, name) for name in check_names(ledger, noun, about)]
    return [ledger.find(prefix) for prefix in about]


def in_words(one: Judgement) -> str:
    """A judgement in a line: what was decided about what."""
    told = {"withdraw": "undo", "not_same": "not the same"}.get(one.kind, one.kind)
    return " ".join(filter(None, [told, one.noun, ", ".join(one.about), says(one)]))


def says(one: Judgement) -> str:
    """What a correction or a grade says."""
    if one.kind != "correct":
        return one.grade or ""
    value = ", ".join(one.value) if isinstance(one.value, tuple) else one.value
    text = f"{value:.15g}" if isinstance(value, float) else "nothing" if value in (None, "") else str(value)
    return f"{one.field} = {text}"


def judgement_row(view: JudgementView) -> Parts:
    """A row of `sayso judge list`."""
    one = view.judgement
    value = list(one.value) if isinstance(one.value, tuple) else one.value
    return {
        "id": one.id, "when": one.when[:16].replace("T", " "), "who": one.who, "kind": one.kind, "noun": one.noun,
        "about": list(one.about), "says": says(one), "state": view.state, "why": one.why, "against": list(view.against),
        "field": one.field, "value": value, "grade": one.grade,
    }  # fmt: skip
