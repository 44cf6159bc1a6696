"""Compose a brief: the record as known at a moment, told in one of the forms.

Enters: the record, the situation, a form and the day. Leaves: a `Brief`. Refuses: a form it does not know. A record
with nothing in it gives a brief with no lines and a note that says so.
"""

from collections.abc import Sequence
from datetime import date

from sayso.brief.brief import Brief, DayCount
from sayso.brief.references import number_references
from sayso.brief.rolling import tell_rolling
from sayso.brief.short import tell_short
from sayso.brief.telling import Telling, anchors_of
from sayso.brief.wording import Wording
from sayso.ledger.disputes.views import DisputeView
from sayso.ledger.views import Record
from sayso.model import SaysoError, Situation, Span

EVIDENCE = 2
"""How many of the passages that give day zero away are referred to."""
FORMS = {"short": tell_short, "rolling": tell_rolling}


def compose(
    record: Record,
    situation: Situation,
    wording: Wording,
    *,
    form: str = "short",
    as_of: str | None = None,
    zero_evidence: Sequence[tuple[str, Span]] = (),
    disputes: Sequence[DisputeView] = (),
) -> Brief:
    """The brief of `record` in `form`, as of the ISO day `as_of` (default: the last day anything was known).

    `disputes` are those of the record: a line with one side's words has another's beside them. `zero_evidence` are the
    words (document id, span) that `situation.day_zero` rests on, where documents gave it away.
    Raises `SaysoError` for an unknown form.
    """
    check_forms([form])
    day = as_of or max((v.known for v in record.documents.values()), default="")
    if not record.documents or not day:
        return Brief(form, situation.name, day, None, (), (), ("No document was known by then.",))
    telling = Telling(record, situation, wording, day, disputes)
    count = count_days(situation.day_zero, day, zero_evidence[:EVIDENCE])
    sections, count, references = number_references(FORMS[form](telling), count, record)
    return Brief(form, situation.name, day, count, sections, references, _notes(record, sections))


def check_forms(forms: Sequence[str]) -> None:
    """Raise `SaysoError` where one of `forms` is none."""
    unknown = [form for form in forms if form not in FORMS]
    if unknown:
        raise SaysoError(f"there is no form {unknown[0]!r}; there are: {', '.join(FORMS)}")


def count_days(zero: str | None, day: str, evidence: Sequence[tuple[str, Span]] = ()) -> DayCount | None:
    """The day count of `day`: day zero is day 1; none before it or without one."""
    if zero is None:
        return None
    number = (date.fromisoformat(day) - date.fromisoformat(zero)).days + 1
    return DayCount(number, zero, anchors_of(evidence)) if number > 0 else None


def _notes(record: Record, sections: Sequence[object]) -> tuple[str, ...]:
    notes = []
    undated = [v.document.name for v in record.documents.values() if v.date is None]
    if undated:
        notes.append(
            f"{len(undated)} documents have no known day and stand under the day they came in: "
            f"{', '.join(undated[:5])}{', …' * (len(undated) > 5)}."
        )
    if not sections:
        notes.append("Nothing in the documents of these days can be traced to words that stand alone.")
    return tuple(notes)
