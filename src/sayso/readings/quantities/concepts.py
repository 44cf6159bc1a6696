"""Read what a quantity is said of: "the refund" in "the refund rose by 4 percent".

Enters: the token that carries a quantity (its counted noun, unit or number). Leaves: words of the sentence, without
determiners and function words, or nothing. The noun that the quantity stands before comes first ("a 10-foot wall"),
then what "of", "in" or "for" behind it names, then the subject of its verb; a counted noun has no concept but these.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.readings.quantities.amounts import Amount
from sayso.readings.quantities.mentions import Mention
from sayso.readings.quantities.scan import NOUNS, Scan

CONTENT = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "FW", "HYPH", "AFX", *NOUNS})
MODIFIES = frozenset({"nummod", "compound", "amod", "quantmod", "nmod", "npadvmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"WDT", "WP"})
ASIDE = frozenset({"relcl", "acl", "advcl", "appos", "prep", "cc", "conj", "ccomp", "parataxis"})
LONGEST_WAY = 10
LONGEST = 9


def read_concept(carrier: Token, inside: frozenset[int], *, counted: bool) -> str | None:
    """The words that the quantity carried by `carrier` is said of; `inside` are the offsets of its own words."""
    parts: list[str] = []
    noun = None if counted else _modified(carrier, inside)
    top = noun if noun is not None else carrier
    _add(parts, noun, inside)
    if noun is None:
        _add(parts, _complement(_top(carrier, inside), inside, counted), inside)
    if not counted or not parts:
        _add(parts, _subject(top, inside), inside)
    return ", ".join(parts[:2]) or None


def _top(token: Token, inside: frozenset[int]) -> Token:
    """The highest token of the quantity's own words."""
    for _ in range(LONGEST_WAY):
        if token.head.idx not in inside or token.head.i == token.i:
            break
        token = token.head
    return token


def _modified(carrier: Token, inside: frozenset[int]) -> Token | None:
    token = carrier
    for _ in range(LONGEST_WAY):
        head = token.head
        if head.idx not in inside and (token.dep_ not in MODIFIES or head.i <= token.i):
            return None
        if head.idx not in inside and head.tag_ in NOUNS:
            return head
        if head.i == token.i:
            return None
        token = head
    return None


def _complement(token: Token, inside: frozenset[int], counted: bool) -> Token | None:
    for child in token.rights:
        if child.dep_ != "prep" or child.tag_ != "IN" or (counted and child.lower_ != "of"):
            continue
        for grandchild in child.rights:
            if grandchild.dep_ == "pobj" and grandchild.tag_ in NOUNS and grandchild.idx not in inside:
                return grandchild
    return None


def _subject(token: Token, inside: frozenset[int]) -> Token | None:
    start = token.i
    for _ in range(LONGEST_WAY):
        if token.dep_ in SUBJECTS:
            return None
        if token.tag_[:2] == "VB" or token.head.i == token.i:
            for child in token.lefts:
                if child.dep_ in SUBJECTS and child.i < start and child.idx not in inside:
                    if child.tag_ in NOUNS:
                        return child
                    relative = child.tag_ in RELATIVE and token.dep_ == "relcl" and token.head.tag_ in NOUNS
                    return token.head if relative else None
        if token.dep_ in {"acl", "appos"} and token.head.tag_ in NOUNS and token.head.i < token.i:
            return token.head
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _add(parts: list[str], noun: Token | None, inside: frozenset[int]) -> None:
    if noun is None:
        return
    tokens = sorted(_phrase(noun, inside, 0), key=lambda t: t.i)[:LONGEST]
    words = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        joined = before is None or (before.i + 1 == token.i and not before.whitespace_)
        words += token.text if joined else f" {token.text}"
    if words and not any(words in part for part in parts):
        parts.append(words)


def _phrase(noun: Token, inside: frozenset[int], depth: int) -> Iterator[Token]:
    for child in noun.lefts:
        if child.idx in inside or child.dep_ in ASIDE or child.tag_ not in CONTENT:
            continue
        yield from _phrase(child, inside, depth + 1)
    if noun.idx not in inside:
        yield noun
    for child in noun.rights:
        if child.dep_ == "prep" and depth < 2 and child.tag_ == "IN":
            for grandchild in child.rights:
                if grandchild.dep_ == "pobj" and grandchild.tag_ in NOUNS:
                    yield from _phrase(grandchild, inside, depth + 1)
        elif child.dep_ == "conj" and child.tag_ in NOUNS:
            yield from _phrase(child, inside, depth + 1)


def read_concepts(scan: Scan, mentions: Sequence[Mention]) -> list[str | None]:
    """The words that each mention of the sentence is said of, in their order."""
    return [_concept(scan, m.last) for m in mentions]


def _concept(scan: Scan, amount: Amount) -> str | None:
    inside = frozenset(x.start for x in scan.lexemes[amount.start : amount.stop])
    if amount.counted is not None and amount.unit is None:
        carriers = [amount.counted.stop - 1]
    else:
        carriers = [amount.numeral.stop - 1, amount.numeral.start]
        if amount.unit is not None and amount.unit.stop > amount.numeral.stop:
            carriers.insert(0, amount.numeral.stop)
    token = next((t for i in carriers if (t := scan.token(i)) is not None), None)
    if token is None:
        return None
    return read_concept(token, inside, counted=amount.counted is not None and amount.unit is None)
