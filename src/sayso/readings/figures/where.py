"""Read the place of a figure: where what it counts came about, and of people who moved where they came.

Enters: a sentence, where the figure stands in it, its measure. Leaves: the name of a place, or nothing. Of people who
moved a report can name the place that they left (the origin of the Internal Displacement Monitoring Centre's figures)
or the one that they came to (their destination): "4 million fled Ardania" and "400,000 came to Velmark" are of
different people. The destination goes first, for it counts fewer; with several the origin is the place of all of them.
Refuses a place where the sentence has several and none stands beside the figure, and a capital that stands for its
state ("Oslo said").
"""

from spacy.tokens import Token

from sayso.model import Place, Span
from sayso.readings.figures.clause import Clause
from sayso.readings.figures.days import verb_of
from sayso.readings.figures.sentence import Sentence
from sayso.readings.places.capitals import is_capital

NEXT = 40
LINKS = frozenset({"IN", "TO", "RP", "RB"})
CLAUSES = frozenset({"acl", "relcl"})


def place_of(sentence: Sentence, clause: Clause, measure: str) -> str | None:
    """The place of the figure in `clause`, which counts `measure`."""
    if measure in sentence.words.moving and sentence.scan.parsed:
        reached = {p.name for p in sentence.places if _is_reached(sentence, clause, p)}
        if len(reached) == 1:
            return reached.pop()
        left = {p.name for p in sentence.places if _is_left(sentence, p)}
        if reached or len(left) == 1:
            return left.pop() if len(left) == 1 else None
        found = _place(sentence, clause)
        return found if any(p.name == found and not _owns(sentence, p) for p in sentence.places) else None
    return _place(sentence, clause)


def _is_left(sentence: Sentence, place: Place) -> bool:
    """Whether people came from a place: "fled Ardania", not "fled Ardania's army"."""
    return _before(sentence, place) in sentence.words.origin and not _owns(sentence, place)


def _owns(sentence: Sentence, place: Place) -> bool:
    """Whether a place is named as whose something is: "Ardania's army"."""
    token = _last(sentence, place)
    return token is not None and any(c.tag_ == "POS" for c in token.rights)


def _place(sentence: Sentence, clause: Clause) -> str | None:
    """The one place of the sentence; of several, the one in the figure's clause or next behind it."""
    lexemes, text = sentence.scan.lexemes, sentence.analysis.text
    span = Span(lexemes[clause.first].start, lexemes[clause.last].end)
    places = [p for p in sentence.places if not _acts(sentence, clause, p) and not _is_a_state(sentence, p)]
    inside = {p.name for p in places if span.covers(p.span)}
    if len(inside) == 1:
        return inside.pop()
    behind = min((p for p in places if span.end <= p.span.start <= span.end + NEXT), default=None, key=lambda p: p.span)
    if behind is not None and not any(c in ",;" or c.isdigit() for c in text[span.end : behind.span.start]):
        return behind.name
    names = {p.name for p in places}
    return names.pop() if len(names) == 1 else None


def _acts(sentence: Sentence, clause: Clause, place: Place) -> bool:
    """Whether a place does what the figure counts: "Ardania fired 40 rockets" does not tell where they fell."""
    if _before(sentence, place) in sentence.words.agents:
        return True
    token = _last(sentence, place)
    if token is None or token.dep_ != "nsubj" or token.idx >= sentence.scan.lexemes[clause.first].start:
        return False
    return _is_figures(sentence, clause, token.head)


def _is_a_state(sentence: Sentence, place: Place) -> bool:
    """Whether a capital stands for its state: "Oslo says", "Oslo's forces", not "Oslo saw", "Oslo's shops"."""
    token = _last(sentence, place)
    if token is None or not is_capital(place) or _before(sentence, place) in sentence.words.settlements:
        return False
    if token.dep_ == "nsubj":
        return token.head.tag_.startswith("V") and token.head.lower_ not in sentence.words.undergoing
    return _owns(sentence, place) and token.head.lower_ in sentence.words.of_states


def _before(sentence: Sentence, place: Place) -> str:
    """The word before a place, in lower case, without an article."""
    scan = sentence.scan
    start = next((i for i, x in enumerate(scan.lexemes) if x.start == place.span.start), 0)
    while scan.tag(start - 1) in {"DT", "JJ", "VBG"}:
        start -= 1
    return scan.low(start - 1)


def _last(sentence: Sentence, place: Place) -> Token | None:
    """The token of a place's last word."""
    at = next((i for i, x in enumerate(sentence.scan.lexemes) if x.end >= place.span.end), 0)
    return sentence.scan.token(at)


def _is_reached(sentence: Sentence, clause: Clause, place: Place) -> bool:
    """Whether those counted came to a place, or are there: it hangs on them or on their verb, or took them in."""
    token, told = _last(sentence, place), verb_of(sentence.scan, clause)
    while token is not None and token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token is None or _is_parted(sentence, clause, token):
        return False
    if token.dep_ == "nsubj":
        return told is not None and token.head.i == told.i and told.lower_ in sentence.words.taking_in
    above = token.head
    if token.dep_ != "pobj" or above.lower_ not in sentence.words.destination:
        return False
    while above.head.i != above.i and (above.tag_ in LINKS or above.lower_ in sentence.words.borders):
        above = above.head
    own = _is_figures(sentence, clause, above) or (told is not None and above.i == told.i)
    return own or (above.dep_ in CLAUSES and _is_figures(sentence, clause, above.head))


def _is_figures(sentence: Sentence, clause: Clause, token: Token) -> bool:
    lexemes = sentence.scan.lexemes
    return lexemes[clause.first].start <= token.idx < lexemes[clause.last].end


def _is_parted(sentence: Sentence, clause: Clause, token: Token) -> bool:
    """Whether a mark or another number stands between the figure and a word behind it: "2 million, most in Velmark"."""
    between = sentence.analysis.text[sentence.scan.lexemes[clause.last].end : token.idx]
    return any(c in ",;:–—" or c.isdigit() for c in between)
