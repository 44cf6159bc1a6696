"""The commands of `sayso judge` that make a judgement, one for each kind."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.cli import options

if TYPE_CHECKING:
    from sayso.ledger import Ledger

_F = TypeVar("_F", bound=Callable[..., Any])

actors = click.option("--actors", "noun", flag_value="actor", help="They are names of actors, not ids.")
places = click.option("--places", "noun", flag_value="place", help="They are names of places, not ids.")
outlets = click.option("--outlets", "noun", flag_value="outlet", help="They are names of outlets, not ids.")


def making(command: _F) -> _F:
    """The options of every command that makes a judgement."""
    for option in (
        options.situation,
        options.ledger,
        click.option("--when", help="The moment it was made, ISO 8601, in UTC where no zone is given. [default: now]"),
        click.option("--why", default="", help="The reason."),
        click.option("--who", envvar="SAYSO_WHO", help="Who judges. [default: SAYSO_WHO in the environment]"),
    ):
        command = option(command)
    return command


@click.command("same", epilog='\b\nExample:\n  sayso judge same --places Sarnik Kesharin --who "Ana Reis"')
@click.argument("about", nargs=-1, required=True)
@actors
@places
@making
def same(about: tuple[str, ...], noun: str | None, **made: Any) -> None:
    """Say that these are one.

    Figures of one series, documents that are one text, events that are one happening, or names of one actor or place.
    """
    _pair("same", about, noun, made)


@click.command(
    "not-same", epilog='\b\nExample:\n  sayso judge not-same --actors "Andrei Solvek" "Ilse Brandvik" --who "Ana Reis"'
)
@click.argument("about", nargs=-1, required=True)
@actors
@places
@making
def not_same(about: tuple[str, ...], noun: str | None, **made: Any) -> None:
    """Say that no two of these are one; what was joined is parted."""
    _pair("not_same", about, noun, made)


def _pair(kind: str, about: tuple[str, ...], noun: str | None, made: dict[str, Any]) -> None:
    from sayso.cli.judging import judge, name_or_ids
    from sayso.model import SaysoError

    def decide(ledger: "Ledger") -> Iterator[dict[str, Any]]:
        found = name_or_ids(ledger, noun, about)
        nouns = sorted({of for of, _ in found})
        if len(nouns) > 1:
            raise SaysoError(f"these are of different kinds ({', '.join(nouns)}); give ids of one kind")
        yield {"kind": kind, "noun": nouns[0], "about": tuple(one for _, one in found)}

    judge(decide, **made)


@click.command(
    "correct",
    epilog='\b\nExamples:\n  sayso judge correct ID speaker "Ilse Brandvik" --who "Ana Reis" --why "see her post"\n'
    '  sayso judge correct --actors "Ilvane River Commission" side Ardania --who "Ana Reis"',
)
@click.argument("about", metavar="ID")
@click.argument("field")
@click.argument("value", nargs=-1)
@actors
@making
def correct(about: str, field: str, value: tuple[str, ...], noun: str | None, **made: Any) -> None:
    """Put VALUE into a FIELD of the statement, figure or event with this ID. No VALUE empties it.

    Fields that hold lists of names take several VALUEs. A wrong field is told with those that there are. With --actors,
    ID is a name and FIELD is side: the party or state that it is of, or "outlet".
    """
    from sayso.cli.judging import check_bounds, judge, name_or_ids
    from sayso.model.correction import take_value

    def decide(ledger: "Ledger") -> Iterator[dict[str, Any]]:
        [(of, one)] = name_or_ids(ledger, noun, [about])
        typed = take_value(of, field, value)
        check_bounds(ledger, one, field, typed)
        yield {"kind": "correct", "noun": of, "about": (one,), "field": field, "value": typed}

    judge(decide, **made)


@click.command("reject", epilog='\b\nExample:\n  sayso judge reject ID --who "Ana Reis" --why "an advertisement"')
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@making
def reject(ids: tuple[str, ...], **made: Any) -> None:
    """Take records, or documents with all that is in them, out of every view.

    `sayso show` still shows them.
    """
    _each("reject", ids, None, made)


@click.command("confirm", epilog='\b\nExample:\n  sayso judge confirm ID --who "Ana Reis"')
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@making
def confirm(ids: tuple[str, ...], **made: Any) -> None:
    """Say that records or documents are right as they are."""
    _each("confirm", ids, None, made)


@click.command("note", epilog='\b\nExample:\n  sayso judge note ID --who "Ana Reis" --why "ask the ministry again"')
@click.argument("about", nargs=-1, required=True)
@actors
@places
@outlets
@making
def note(about: tuple[str, ...], noun: str | None, **made: Any) -> None:
    """Keep a remark, the words of --why, with records, documents or names."""
    _each("note", about, noun, made)


def _each(kind: str, about: tuple[str, ...], noun: str | None, made: dict[str, Any]) -> None:
    from sayso.cli.judging import judge, name_or_ids

    def decide(ledger: "Ledger") -> Iterator[dict[str, Any]]:
        for of, one in name_or_ids(ledger, noun, about):
            yield {"kind": kind, "noun": of, "about": (one,)}

    judge(decide, **made)


@click.command("grade", epilog='\b\nExample:\n  sayso judge grade "Northern Post" B --who "Ana Reis"')
@click.argument("about")
@click.argument("grade")
@making
def grade(about: str, grade: str, **made: Any) -> None:
    """Grade an outlet or a record on the Admiralty scale.

    An outlet from A, reliable, to E, or F where that cannot be judged; the record or document with an ID from 1,
    confirmed, to 5, or 6 where that cannot be judged.
    """
    from sayso.cli.judging import judge, name_or_ids

    def decide(ledger: "Ledger") -> Iterator[dict[str, Any]]:
        noun = "outlet" if grade.isalpha() else None
        [(of, one)] = name_or_ids(ledger, noun, [about])
        yield {"kind": "grade", "noun": of, "about": (one,), "grade": grade.upper()}

    judge(decide, **made)


@click.command("undo", epilog='\b\nExample:\n  sayso judge undo JUDGEMENT --who "Ana Reis" --why "misread it"')
@click.argument("id")
@making
def undo(id: str, **made: Any) -> None:
    """Withdraw the judgement with this ID. It is kept, and has no effect any more; to undo this too brings it back."""
    from sayso.cli.judging import find_judgement, judge

    judge(lambda ledger: [{"kind": "withdraw", "noun": "judgement", "about": (find_judgement(ledger, id),)}], **made)


COMMANDS = (same, not_same, correct, reject, confirm, grade, note, undo)
