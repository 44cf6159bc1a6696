"""Tell which of the days in a sentence are those of a figure.

Enters: a scanned sentence, where the figure stands in it, its times. Leaves: the times that the figure may be of, each
with how closely: `OWN` where both hang on one verb ("40 people were killed on Sunday"), `NEAR` where the figure's
clause hangs on that of the time, or goes on in it ("On Sunday they shelled the port and killed 40"), or where there
are no arcs. Refuses the day on which somebody spoke ("the agency said on Sunday") and the days of clauses that tell
something else: of a comparison, of somebody counted, of what follows with a subject of its own.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.model import Span, Time
from sayso.readings.figures.clause import Clause
from sayso.readings.figures.clause_breaks import BREAKS
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.quantities.scan import NOUNS, Scan

OWN, NEAR = 2, 1
CLIMB = 12
BEHIND_SAYING = 4
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SAID = frozenset({"ccomp", "parataxis"})


def own_times(words: MeasureWords, scan: Scan, clause: Clause, times: tuple[Time, ...]) -> dict[Time, int]:
    """The times that are the figure's, those that are most closely first, then by how near they stand."""
    inside = inside_times(words, scan, clause, times)
    close = {t: found for t in inside if (found := _closeness(words, scan, clause, t.span))}
    at = scan.lexemes[clause.number].start
    return dict(sorted(close.items(), key=lambda item: (-item[1], abs(item[0].span.start - at), item[0].span)))


def inside_times(words: MeasureWords, scan: Scan, clause: Clause, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """The times of what is told; the others are of its telling."""
    return tuple(t for t in times if clause.within.covers(t.span) and not _follows_saying(words, scan, t.span))


def _follows_saying(words: MeasureWords, scan: Scan, span: Span) -> bool:
    before = scan.first_after(span.start)
    for i in reversed(range(max(before - BEHIND_SAYING, 0), before)):
        lexeme, token = scan.lexemes[i], scan.token(i)
        if lexeme.text in BREAKS or lexeme.low[0].isdigit() or (token is not None and token.dep_ == "mark"):
            return False
        if lexeme.low in words.saying:
            return True
    return False


def _closeness(words: MeasureWords, scan: Scan, clause: Clause, span: Span) -> int:
    """How closely the time at `span` is the figure's; nothing where it is of another clause."""
    start = scan.first_from(span.start)
    between = range(clause.last + 1, start)
    if any(words.including.at(scan.lexemes, i) is not None for i in between):
        return 0
    close = _by_arcs(scan, clause, start)
    if not any(scan.low(i) in words.after for i in between):
        return close
    return 0 if any(scan.low(i) in words.start for i in between) else min(close, NEAR)


def _by_arcs(scan: Scan, clause: Clause, start: int) -> int:
    """How closely the time that starts at lexeme `start` is the figure's by the arcs alone."""
    number = _carrier(scan, clause)
    time = next((t for i in range(start, len(scan.lexemes)) if (t := scan.token(i))), None)
    if number is None or time is None:
        return NEAR
    told, dated = _verb_above(number), _verb_above(time)
    if told is None or dated is None or told.i == dated.i or _hangs_on(scan, clause, dated):
        return OWN
    return NEAR if _continues(told, dated) or _is_within(told, dated) else 0


def _carrier(scan: Scan, clause: Clause) -> Token | None:
    """The token of the figure that its verb is found from: its last noun, else its last word."""
    inside = range(clause.first, clause.last + 1)
    return next((scan.token(i) for i in reversed(inside) if scan.tag(i) in NOUNS), scan.token(clause.last))


def verb_of(scan: Scan, clause: Clause) -> Token | None:
    """The verb that the figure's words hang on, or are."""
    number = _carrier(scan, clause)
    return _verb_above(number) if number is not None else None


def _verb_above(token: Token) -> Token | None:
    """The verb that `token` hangs on, or is."""
    for above in _upwards(token):
        if above.tag_[:2] == "VB" and above.dep_ not in {"amod", "aux", "auxpass", "compound"}:
            return above
    return None


def _upwards(token: Token) -> Iterator[Token]:
    """`token` and what it hangs on, one after the other."""
    for _ in range(CLIMB):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def _hangs_on(scan: Scan, clause: Clause, verb: Token) -> bool:
    """Whether the verb of the time is one of the figure's words: "40 people killed on Sunday were buried"."""
    return scan.lexemes[clause.first].start <= verb.idx < scan.lexemes[clause.last].end


def _continues(told: Token, dated: Token) -> bool:
    """Whether the figure's clause hangs on that of the time, other than as what was said."""
    for token in _upwards(told):
        if token.i == dated.i:
            return True
        if token.dep_ in SAID:
            return False
    return False


def _is_within(told: Token, dated: Token) -> bool:
    """Whether the time's clause is part of the figure's: "were killed when a shell hit the port on Sunday"."""
    for token in _upwards(dated):
        if token.i == told.i:
            return True
        if token.dep_ in SAID or (token.i > told.i and (token.dep_ == "relcl" or _counts_others(token))):
            return False
        if token.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in token.lefts):
            return False
    return False


def _counts_others(verb: Token) -> bool:
    """Whether a participle is told of others that are counted: "unlike the 9 counted on Sunday"."""
    noun = verb.head
    return verb.dep_ == "acl" and (noun.tag_ == "CD" or any(c.dep_ == "nummod" for c in noun.lefts))
