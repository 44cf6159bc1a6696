"""Settle statements within statements.

Enters: the statements of a document. Leaves: those that stand. A statement within another stands on its own where it
hands words to somebody else ("the mayor said that Ardania had denied it"), and falls where it only says what the
speaker of the outer one thinks ("she said she hoped"). Where a whole content is what somebody believes or a finding
shows ("said the army believes that …"), the words behind it are the content, and the belief is its hedge. Where an
outlet hands on no more than somebody's statement ("…, she said, Reuters reported"), it is the relay of that. Hearsay
("reportedly") stands only outside of all other statements.
"""

import msgspec

from sayso.model import Statement
from sayso.readings.statements.speech_words import SpeechWords

_SHARE = 0.5
_BETWEEN = 24
"""Characters of marks, small words and a day between the parts of a statement."""


def settle_nesting(found: list[Statement], text: str, words: SpeechWords) -> list[Statement]:
    """`found` without what falls."""
    fallen: set[int] = set()
    settled = list(found)
    order = sorted(range(len(found)), key=lambda i: found[i].content.start)
    for rank, i in enumerate(order):
        inner = settled[i]
        for j in _around(i, settled, order[max(rank - 6, 0) : rank + 8]):
            outer = settled[j]
            if j in fallen or j == i:
                continue
            if inner.speaker_span is None or _is_pronoun(inner, text, words):
                fallen.add(i)
            elif _is_weak(inner, text, words) and _is_all(inner, outer):
                settled[j] = _merged(outer, inner, text)
                fallen.add(i)
            elif outer.speaker_kind == "outlet" and _is_whole(inner, outer):
                settled[i] = inner = _relayed(inner, outer)
                fallen.add(j)
    return [s for i, s in enumerate(settled) if i not in fallen]


def _around(position: int, found: list[Statement], near: list[int]) -> list[int]:
    """Those of the statements `near` whose content holds the cue of the one at `position`."""
    inner = found[position]
    cue = inner.cue_span
    if cue is None:
        return []
    return [j for j in near if j != position and found[j].cue_span != cue and found[j].content.covers(cue)]


def _is_pronoun(statement: Statement, text: str, words: SpeechWords) -> bool:
    span = statement.speaker_span
    return span is not None and words.pronouns.get(span.words(text).lower()) in ("he", "she", "it", "they", "self")


def _is_weak(statement: Statement, text: str, words: SpeechWords) -> bool:
    return statement.cue_span is not None and statement.cue_span.words(text).lower() in words.weak


def _is_all(inner: Statement, outer: Statement) -> bool:
    """Whether the outer content begins with the inner cue's clause and is for the most part what that hands on."""
    assert inner.speaker_span is not None
    begins = min(inner.speaker_span.start, outer.content.end) - outer.content.start <= 4
    long = inner.content.end - inner.content.start >= _SHARE * (outer.content.end - outer.content.start)
    return begins and long and outer.content.covers(inner.content)


def _is_whole(inner: Statement, outer: Statement) -> bool:
    """Whether the outer content is the inner statement, its speaker and its cue, and next to nothing else."""
    parts = [span for span in (inner.content, inner.speaker_span, inner.cue_span) if span is not None]
    told = sum(span.end - span.start for span in parts)
    return outer.content.covers(inner.content) and outer.content.end - outer.content.start - told <= _BETWEEN


def _relayed(inner: Statement, outer: Statement) -> Statement:
    """The inner statement, passed on by the outer one's speaker."""
    if outer.speaker is None or outer.speaker_span is None or outer.speaker in (inner.speaker, *inner.via):
        return inner
    via, spans = (*inner.via, outer.speaker), (*inner.via_spans, outer.speaker_span)
    return msgspec.structs.replace(inner, via=via, via_spans=spans)


def _merged(outer: Statement, inner: Statement, text: str) -> Statement:
    assert inner.speaker_span is not None and inner.cue_span is not None
    belief = " ".join(text[inner.speaker_span.start : inner.cue_span.end].split())
    hedge = f"{belief} / {outer.hedge}" if outer.hedge else belief
    return msgspec.structs.replace(outer, content=inner.content, hedge=hedge, mode=inner.mode)
