"""`sayso doctor`: check a ledger."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("doctor", epilog="\b\nExamples:\n  sayso doctor\n  sayso doctor --full --format json")
@click.option("--full", is_flag=True, help="Look at every document, and compare all that is derived with a new copy.")
@options.ledger
@options.situation
@options.output
def command(ledger: Path | None, situation: Path | None, output: str, full: bool) -> None:
    """Check a ledger and change nothing: each check is ok, worth a note, or a fault with the next step.

    The exit status is 1 where there is a fault.
    """
    import msgspec

    from sayso.cli.session import there
    from sayso.cli.tables import print_rows
    from sayso.ledger.upkeep.diagnosing import diagnose
    from sayso.readings.reader import READER

    session = there(situation, ledger)
    found = list(diagnose(session.ledger, session.situation, READER, full=full))
    print_rows([msgspec.structs.asdict(one) for one in found], ["check", "state", "place", "says"], output, empty="")
    if any(one.state == "fault" for one in found):
        raise SystemExit(1)
