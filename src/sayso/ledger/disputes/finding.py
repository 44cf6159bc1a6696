"""Find the disputes in what documents say.

Enters: the statements, figures and events that count, the documents they stand in, and what people chose. Leaves:
disputes as views, by their last day. Everything is a function of these alone: of later documents and of the order of
arrival it knows nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.ledger.copies.origins import Told
from sayso.ledger.disputes.accusations import find_counter_accusations
from sayso.ledger.disputes.control import find_contested
from sayso.ledger.disputes.denials import CLAIMS, FAR, Said, find_denials, gap
from sayso.ledger.disputes.endings import Endings
from sayso.ledger.disputes.gathering import gather
from sayso.ledger.disputes.happening import gather_acts_ahead, gather_acts_done
from sayso.ledger.disputes.holding import Mentions, gather_holds
from sayso.ledger.disputes.matter import matter_of
from sayso.ledger.disputes.numbers import counts_of, find_rival_numbers, gather_things
from sayso.ledger.disputes.sides import Seen, Sides, learn_sides
from sayso.ledger.disputes.telling import tell_disputes
from sayso.ledger.disputes.told import Clash, tell_statement
from sayso.ledger.disputes.views import DisputeView
from sayso.ledger.disputes.words import is_of_kind, points_back, spans_of_kind, terms_for_words
from sayso.ledger.names.folding import Key
from sayso.ledger.views import EventView, FigureView, StatementView
from sayso.model import Situation, Span, Statement

BEFORE = 70
"""Characters before a name in which its office stands."""
AT_HEAD = 12
"""Characters of an accusation within which the one is named whom it is against."""


BESIDE = 25
"""Characters between a noun for words and the side whose words they are."""


class Grounds(msgspec.Struct, frozen=True):
    """What disputes are found in. `texts` are those of the documents that the statements stand in, `told` says where
    the text of each document comes from; `mentions` are those of the places of the events; `parts` are documents by the
    longer one that they stand in. `apart` are figures that people call another thing, `series` those that they have
    joined, with what each is now. `judged` are the sides that people put actors on, by folded name.
    """

    statements: Sequence[StatementView]
    figures: Sequence[FigureView]
    events: Sequence[EventView]
    texts: Mapping[str, str]
    told: Mapping[str, Told]
    mentions: Mentions = {}
    parts: Mapping[str, Sequence[str]] = {}
    apart: Sequence[tuple[str, str]] = ()
    series: Mapping[str, str] = {}
    situation: Situation = Situation()
    judged: Mapping[Key, str | None] = {}


def find_disputes(grounds: Grounds) -> tuple[DisputeView, ...]:
    """The disputes, by their last day, then their first, then id."""
    sides = learn_sides(_seen(grounds), grounds.situation, grounds.judged)
    untold = sides.terms | terms_for_words()
    said = [_said(view, grounds.texts[view.document], sides, untold) for view in _telling(grounds, sides)]
    holds = list(gather_holds(grounds.events, grounds.statements, grounds.mentions, sides))
    things = gather_things(grounds.figures, sides, grounds.series)
    clashes: list[Clash] = [
        *find_denials(said),
        *find_counter_accusations(said),
        *find_rival_numbers(things, sides),
        *find_contested(holds),
    ]
    apart = {frozenset(pair) for pair in grounds.apart}
    clashes = [clash for clash in clashes if frozenset((clash.one.id, clash.other.id)) not in apart]
    ahead = gather_acts_ahead(grounds.events, grounds.statements, sides)
    done = gather_acts_done(grounds.events, grounds.told, sides)
    endings = Endings((one for one in said if one.grants), holds, counts_of(things, sides), ahead, done)
    return tell_disputes(gather(clashes), endings, grounds.told, grounds.parts)


def _telling(grounds: Grounds, sides: Sides) -> Iterator[StatementView]:
    """The statements that may clash, or grant something: of 21,531 that are looked at some 7,000."""
    denials: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for view in grounds.statements:
        if view.statement.act == "deny" and (side := sides.of(view.speaker)) is not None:
            denials[view.document].append((side, _with_cue(view.statement)))
    for view in grounds.statements:
        cue = _cue(view.statement, grounds.texts[view.document])
        if _may_clash(view, denials.get(view.document, ()), sides) or is_of_kind(cue, "concede"):
            yield view


def _may_clash(view: StatementView, denials: Iterable[tuple[str, Span]], sides: Sides) -> bool:
    """Whether it denies, accuses somebody who is named at its head, or names who denies something nearby."""
    act, content = view.statement.act, view.statement.content
    if act == "deny" or act not in CLAIMS:
        return act == "deny"
    near = {side for side, denial in denials if gap(content, denial) <= FAR}
    named = sides.named_in(view.words) if near or act == "accuse" else ()
    if act == "accuse" and named and named[0][1] <= AT_HEAD:
        return True
    return any(side in near for side, _ in named) and (act == "accuse" or view.statement.mode != "direct")


def _cue(s: Statement, text: str) -> str:
    return s.cue_span.words(text) if s.cue_span is not None else ""


def _with_cue(s: Statement) -> Span:
    """From where its words or its cue begin to where both have ended."""
    cue = s.cue_span or s.content
    return Span(min(s.content.start, cue.start), max(s.content.end, cue.end))


def _seen(grounds: Grounds) -> Iterator[Seen]:
    """The names of speakers with the words before them."""
    for view in grounds.statements:
        s = view.statement
        span = s.named_span or s.speaker_span
        if view.speaker is not None and s.speaker_kind not in ("unnamed", "collective"):
            text = grounds.texts[view.document]
            own = span.words(text) if span is not None else ""
            start = span.start if span is not None and s.speaker_kind == "person" else 0
            yield view.speaker, text[max(0, start - BEFORE) : start], own


def _said(view: StatementView, text: str, sides: Sides, untold: frozenset[int]) -> Said:
    s = view.statement
    named = sides.named_in(view.words)
    cue, whole = _cue(s, text), _with_cue(s)
    speaker = sides.of(view.speaker)
    target = named[0][0] if named and named[0][1] <= AT_HEAD and named[0][0] != speaker else None
    return Said(
        told=tell_statement(view, speaker, matter_of(view.words, untold)),
        act=s.act,
        names=frozenset(side for side, _ in named),
        target=target,
        whose=_whose(view.words, sides, speaker) if s.act == "deny" else None,
        calls_untrue=s.act == "deny" and (is_of_kind(cue, "deny") or is_of_kind(view.words, "word")),
        quoted=s.mode == "direct",
        grants=is_of_kind(cue, "concede"),
        points=s.act == "deny" and points_back(view.words, sides.names_in(view.words)),
        start=whole.start,
        end=whole.end,
    )


def _whose(words: str, sides: Sides, speaker: str | None) -> str | None:
    """The side named beside a noun for words: "Velmish reports", "reports from Velmark"."""
    for start, end in spans_of_kind(words, "word"):
        before = sides.named_in(words[max(0, start - BESIDE) : start])
        led = next((b for a, b in spans_of_kind(words, "from") if a - end == 1), None)
        after = sides.named_in(words[led : led + BESIDE]) if led is not None else []
        for side, _ in (*after[:1], *before[-1:]):
            if side != speaker:
                return side
    return None
