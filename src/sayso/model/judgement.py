"""A judgement is what a person decided about the record. It is only ever added; to undo one is to withdraw it."""

import re
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from sayso.model.correction import Value, check_value
from sayso.model.errors import SaysoError
from sayso.model.identity import content_id

JudgementKind = Literal["same", "not_same", "correct", "reject", "confirm", "grade", "note", "withdraw"]
Noun = Literal["statement", "figure", "event", "document", "actor", "place", "outlet", "judgement"]

RECORDS: tuple[Noun, ...] = ("statement", "figure", "event")
ALLOWED: dict[JudgementKind, tuple[Noun, ...]] = {
    "same": ("actor", "place", "document", "figure", "event"),
    "not_same": ("actor", "place", "document", "figure", "event"),
    "correct": (*RECORDS, "actor"),
    "reject": (*RECORDS, "document"),
    "confirm": (*RECORDS, "document"),
    "grade": (*RECORDS, "document", "outlet"),
    "note": (*RECORDS, "document", "actor", "place", "outlet"),
    "withdraw": ("judgement",),
}
"""The nouns that each kind of judgement can be about."""
_LETTER_OF_ID: dict[Noun, str] = {"statement": "s", "figure": "f", "event": "e", "document": "d", "judgement": "j"}
MOST = 100
"""What one judgement can be about: each of two in `same` is compared with each, and nobody reads more."""
LETTERS, DIGITS = "ABCDEF", "123456"
UNGRADED = "F6"
"""The Admiralty scale's grade for what nobody has graded: reliability and credibility cannot be judged."""


class Judgement(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody decided, about what, when and why.

    `about` are ids of records, documents or judgements, or names of actors, places or outlets, as `noun` says. `field`
    and `value` are those of `correct`; `None` empties the field. `grade` is of the Admiralty scale (NATO AJP-2.1): a
    letter for an outlet's reliability, a digit for the credibility of one record. `when` is an ISO 8601 moment, kept in
    UTC. `id` is the hash of all the rest: it is worked out, and where it is given it must agree. Raises `SaysoError`
    where the parts do not go together.
    """

    kind: JudgementKind
    noun: Noun
    about: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    field: str | None = None
    value: Value = None
    grade: str | None = None
    id: str = ""

    def __post_init__(self) -> None:
        """Bring every part into its one form, check them, and work out the id."""
        _put(self, "about", tuple(sorted({" ".join(name.split()) for name in self.about})))
        _put(self, "who", " ".join(self.who.split()))
        _put(self, "when", _moment(self.when))
        _check_subject(self)
        _check_rest(self)
        if self.kind == "correct":
            _put(self, "value", check_value(self.noun, self.field or "", self.value))
        parts = self.kind, self.noun, self.about, self.who, self.when, self.why, self.field, self.value, self.grade
        own = content_id("j", _written(parts))
        if self.id not in ("", own):
            raise SaysoError(f"the judgement {self.id} is not what its id stands for, {own}; it was changed afterwards")
        _put(self, "id", own)


def _put(judgement: Judgement, field: str, value: Any) -> None:
    msgspec.structs.force_setattr(judgement, field, value)


def _moment(when: str) -> str:
    """The moment in UTC, always in one form, so that the order of the texts is the order in time."""
    try:
        moment = datetime.fromisoformat(when)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise SaysoError(f"{when!r} is no moment; write it like 2022-03-07T18:30:00Z") from None
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _check_subject(judgement: Judgement) -> None:
    kind, count = judgement.kind, len(judgement.about)
    if judgement.noun not in ALLOWED[kind]:
        raise SaysoError(f"{kind} cannot be of this noun: {judgement.noun}; it can be of: {', '.join(ALLOWED[kind])}")
    letter = _LETTER_OF_ID.get(judgement.noun)
    for one in judgement.about:
        if not one or (letter and not re.fullmatch(f"{letter}[0-9a-f]{{16}}", one)):
            raise SaysoError(f"{one!r} is no {judgement.noun}'s {'id' if letter else 'name'}")
    if count > MOST:
        raise SaysoError(f"{kind} of {count} at once: give at most {MOST}")
    if kind in ("same", "not_same") and count < 2:
        raise SaysoError(f"{kind} takes two or more different ids or names; it was given {count}")
    if (kind in ("correct", "withdraw") and count != 1) or not count:
        raise SaysoError(f"{kind} takes one id; it was given {count}")


def _check_rest(judgement: Judgement) -> None:
    kind, grade = judgement.kind, judgement.grade
    if not judgement.who:
        raise SaysoError("a judgement has somebody who made it; say who")
    if kind == "note" and not judgement.why.strip():
        raise SaysoError("a note says something; give its words as the reason why")
    if kind != "correct" and (judgement.field is not None or judgement.value is not None):
        raise SaysoError(f"only correct has a field and a value, not {kind}")
    scale = LETTERS if judgement.noun == "outlet" else DIGITS
    if kind == "grade" and (grade is None or len(grade) != 1 or grade not in scale):
        allowed = "A to F" if scale is LETTERS else "1 to 6"
        raise SaysoError(f"a grade of a {judgement.noun} is {allowed}, not {grade!r}")
    if kind != "grade" and grade is not None:
        raise SaysoError(f"only grade has a grade, not {kind}")


def _written(parts: Any) -> str:
    try:
        return msgspec.json.encode(parts).decode()
    except UnicodeEncodeError:
        raise SaysoError("a judgement holds half of a character; write it anew") from None
