"""Write a brief: of inputs that are kept nowhere, of inputs added to a ledger, or of a ledger as it is."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
import msgspec

from sayso.brief import Brief, Wording, check_forms, compose, write_html, write_markdown, write_text
from sayso.cli.intake import add_all, take_documents
from sayso.cli.session import LANGUAGE, Session, opened, with_day_zero
from sayso.languages import load_language
from sayso.ledger import Ledger


def print_brief(
    session: Session,
    inputs: Sequence[str],
    *,
    keep: bool,
    as_of: str | None = None,
    form: str | None = None,
    why: bool = False,
    output: str = "text",
    jobs: int | None = None,
) -> None:
    """Print the brief. `keep` tells whether `inputs` are added to the session's ledger or forgotten after."""
    wording = Wording(load_language(LANGUAGE))
    check_forms([form] if form else session.situation.forms)
    for each in [form] if form else session.situation.forms:
        brief = _brief(session, inputs, wording, keep=keep, as_of=as_of, form=each, jobs=jobs)
        click.echo(_write(brief, wording, output, why), nl=False)


def _brief(
    session: Session,
    inputs: Sequence[str],
    wording: Wording,
    *,
    keep: bool,
    as_of: str | None,
    form: str,
    jobs: int | None,
) -> Brief:
    if not inputs:
        with opened(session) as ledger:
            return _compose(session, ledger, wording, form, as_of)
    documents, problems = take_documents(inputs)
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        kept = session if keep else replace(session, ledger=Path(folder) / "brief.ledger")
        with Ledger.open(kept.ledger, kept.situation) as ledger:
            add_all(kept, ledger, documents, problems, jobs)
        with opened(kept) as ledger:
            return _compose(kept, ledger, wording, form, as_of)


def _compose(session: Session, ledger: Ledger, wording: Wording, form: str, as_of: str | None) -> Brief:
    """The brief, with the words that day zero rests on where those were known by then."""
    with ledger.moment():
        record, disputes = ledger.record(as_of=as_of), ledger.disputes(as_of=as_of)
    proposed = with_day_zero(session, [view.document for view in record.documents.values()])
    evidence = proposed.zero_evidence if proposed.situation.day_zero == ledger.situation.day_zero else ()
    return compose(record, ledger.situation, wording, form=form, as_of=as_of, zero_evidence=evidence, disputes=disputes)


def _write(brief: Brief, wording: Wording, output: str, why: bool) -> str:
    if output == "json":
        return msgspec.json.format(msgspec.json.encode(brief), indent=1).decode() + "\n"
    writers = {"text": write_text, "markdown": write_markdown, "html": write_html}
    return writers[output](brief, wording, why=why)
