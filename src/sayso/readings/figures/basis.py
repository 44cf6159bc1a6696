"""Read the basis of a figure: is it a sum so far, what came about in a day or a blow, what there is, a share, a plan?

Enters: a scanned sentence, where the figure stands in it, its measure, the dates of the sentence that are the figure's
own. Leaves: a basis. A sum is told by "so far" or "since", by a toll, by a verb that tells where it stands ("rose to"),
by a perfect ("have been displaced"); an increment by a day or a blow ("overnight", "on Sunday"). The day on which
somebody spoke is no day of the figure: "have fled, the agency said on Sunday" is a sum.
"""

from collections.abc import Container

from spacy.tokens import Token

from sayso.model import Basis
from sayso.readings.figures.clause import Clause
from sayso.readings.figures.clause_breaks import BREAKS, clause_start
from sayso.readings.figures.days import OWN, verb_of
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.quantities.scan import NOUNS, Scan
from sayso.readings.quantities.spellings import Spellings

CLIMB = 10
BEFORE = 10
NEAR = 8
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def tell_basis(
    words: MeasureWords, scan: Scan, clause: Clause, measure: str, *, summed: bool, dated: int, money: bool
) -> Basis | None:
    """The basis of a figure that is no share, price or plan; nothing where no word and no verb tells it.

    `dated` tells how closely a day is its own.
    """
    if _near(words.period, scan, clause):
        return "increment"
    if summed:
        return "cumulative"
    if measure in words.stocks or measure.endswith(words.stock_endings):
        return "stock"
    if money:
        return "increment"
    perfect = _auxiliary(words, scan, clause)
    if _near(words.so_far, scan, clause) or _is_level(words, scan, clause, measure):
        return "cumulative"
    if perfect in words.perfect:
        return "increment" if dated == OWN or _is_of_a_blow(words, scan, clause) else "cumulative"
    if dated or _anywhere(words.spell, scan, clause):
        return "increment"
    if perfect or _near(words.total, scan, clause) or measure in words.sums:
        return "cumulative"
    if measure in words.counts:
        return "stock"
    if _is_present(words, scan, clause):
        return "cumulative"
    return "increment" if _is_told(words, scan, clause) else None


def _is_told(words: MeasureWords, scan: Scan, clause: Clause) -> bool:
    """Whether a verb with a tense tells it, and not who counted: "40 were wounded", not "with another 40 wounded"."""
    verb = verb_of(scan, clause)
    return verb is not None and verb.lower_ not in words.saying and any(t.tag_ in FINITE for t in (verb, *verb.lefts))


def _is_of_a_blow(words: MeasureWords, scan: Scan, clause: Clause) -> bool:
    """Whether the figure is of something that happens once: "a missile has wounded 5", "hurt in the blast"."""
    found = (i for i in range(len(scan.lexemes)) if words.blow.at(scan.lexemes, i) is not None)
    verb = verb_of(scan, clause)
    return any(_has_article(scan, i) and verb is not None and _is_below(scan, i, verb.i) for i in found)


def _has_article(scan: Scan, i: int) -> bool:
    token = scan.token(i)
    return token is not None and token.tag_ == "NN" and any(c.tag_ == "DT" for c in token.lefts)


def _is_below(scan: Scan, i: int, verb: int) -> bool:
    """Whether lexeme `i` is what the verb's does it, or where or by what it is done."""
    token = scan.token(i)
    if token is None or token.dep_ not in {"nsubj", "pobj"}:
        return False
    head = token.head if token.dep_ == "nsubj" else token.head.head
    return head.i == verb


def _is_present(words: MeasureWords, scan: Scan, clause: Clause) -> bool:
    """Whether the figure is told as what is so: "259 people are dead", "the town has 40 infected"."""
    token = scan.token(clause.last)
    while token is not None and token.head.i != token.i and token.tag_[:2] != "VB":
        token = token.head
    if token is None or token.tag_[:2] != "VB":
        return False
    passive = any(c.dep_ == "auxpass" and c.lower_ in words.present for c in token.lefts)
    return passive or token.lower_ in words.present or (token.tag_ != "VBN" and token.lower_ in words.perfect)


def _is_level(words: MeasureWords, scan: Scan, clause: Clause, measure: str) -> bool:
    """Whether a toll or a verb of level tells the number: "lowered the toll to 47", "deaths climbed to 31"."""
    if measure in words.counts or measure in words.places:
        return False
    if words.level.before(scan.lexemes, clause.number) is not None:
        return True
    start = clause_start(scan, clause.number, BEFORE)
    return any(words.toll.at(scan.lexemes, i) is not None for i in range(start, clause.number))


def _auxiliary(words: MeasureWords, scan: Scan, clause: Clause) -> str:
    """The auxiliary of the perfect that the figure's verb stands in; empty where there is none."""
    known = words.perfect | words.past_perfect
    if not scan.parsed:
        return next((x.low for x in scan.lexemes[clause.first : clause.last + 1] if x.low in known), "")
    inside = range(clause.first, clause.last + 1)
    token = next((scan.token(i) for i in reversed(inside) if scan.tag(i) in NOUNS), scan.token(clause.last))
    return _perfect_above(known, token) if token is not None else ""


def _perfect_above(known: Container[str], token: Token) -> str:
    """The auxiliary of the first verb above `token`, or of the verb that this one is joined to without its own."""
    for _ in range(CLIMB):
        if token.tag_ == "VBN" or token.tag_ == "VBD":
            found = _auxiliary_of(known, token)
            if found or token.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children):
                return found
        elif token.tag_.startswith("V") and token.dep_ not in {"amod", "acl", "xcomp", "auxpass"}:
            return ""
        if token.head.i == token.i:
            return ""
        token = token.head
    return ""


def _auxiliary_of(known: Container[str], verb: Token) -> str:
    """The auxiliary of `verb`, or of the infinitive that it raises: "are said to have been killed"."""
    children = list(verb.children)
    raised = [c for child in children if child.dep_ == "xcomp" for c in child.children]
    return next((c.lower_ for c in (*children, *raised) if c.dep_ == "aux" and c.lower_ in known), "")


def _near(spellings: Spellings, scan: Scan, clause: Clause) -> bool:
    """Whether one of `spellings` stands in the figure's clause or beside it, with no stop between."""
    start, stop = clause.first, clause.last + 1
    while start > max(clause.first - NEAR, 0) and scan.lexemes[start - 1].text not in {";", ":"}:
        start -= 1
    while stop < min(clause.last + NEAR, len(scan.lexemes)) and scan.lexemes[stop].text not in BREAKS:
        stop += 1
    return any(spellings.at(scan.lexemes, i) is not None for i in range(start, stop))


def _anywhere(spellings: Spellings, scan: Scan, clause: Clause) -> bool:
    """Whether one of `spellings` stands in the words within which the figure is told."""
    lexemes = scan.lexemes
    found = (i for i in range(len(lexemes)) if spellings.at(lexemes, i) is not None)
    return any(clause.within.start <= lexemes[i].start < clause.within.end for i in found)
