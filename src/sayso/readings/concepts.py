"""Read what a quantity is said of: "the refund" in "the refund rose by 4 percent".

Enters: the token that carries a quantity (its number, unit or counted noun). Leaves: words of the sentence, without
determiners and function words, or nothing. The noun that the quantity stands before comes first ("a 10-foot wall"),
then what "of", "in" or "for" behind it names, then the subject of its verb.
"""

from spacy.tokens import Token

from sayso.readings.scan import NOUNS

CONTENT = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "FW", *NOUNS})
MODIFIES = frozenset({"nummod", "compound", "amod", "quantmod", "nmod", "npadvmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSE = frozenset({"relcl", "acl", "advcl", "appos", "punct", "prep", "cc", "conj", "ccomp", "parataxis"})
LONGEST_WAY = 12


def read_concept(carrier: Token, inside: frozenset[int]) -> str | None:
    """The words that the quantity carried by `carrier` is said of; `inside` are the offsets of its own words."""
    parts: list[str] = []
    noun = _modified(carrier, inside)
    if noun is not None:
        _add(parts, noun, inside)
    complement = _complement(noun or carrier, inside)
    if complement is not None:
        _add(parts, complement, inside)
    if not parts:
        subject = _subject(carrier)
        if subject is not None and subject.idx not in inside:
            _add(parts, subject, inside)
    return ", ".join(parts) or None


def _modified(carrier: Token, inside: frozenset[int]) -> Token | None:
    token = carrier
    for _ in range(LONGEST_WAY):
        head = token.head
        if token.dep_ not in MODIFIES or (head.i <= token.i and head.idx not in inside):
            break
        token = head
        if token.idx not in inside and token.tag_ in NOUNS:
            return token
    return None


def _complement(token: Token, inside: frozenset[int]) -> Token | None:
    for child in token.rights:
        if child.dep_ == "prep" and child.tag_ == "IN":
            for grandchild in child.rights:
                if grandchild.dep_ == "pobj" and grandchild.tag_ in NOUNS and grandchild.idx not in inside:
                    return grandchild
            return None
    return None


def _subject(carrier: Token) -> Token | None:
    token = carrier
    for _ in range(LONGEST_WAY):
        if token.dep_ in SUBJECTS and token.i != carrier.i:
            return token
        for child in token.lefts:
            if child.dep_ in SUBJECTS and child.i != carrier.i and child.tag_ in NOUNS:
                return child
        if token.dep_ in {"acl", "appos"} and token.head.tag_ in NOUNS and token.head.i < token.i:
            return token.head
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _add(parts: list[str], noun: Token, inside: frozenset[int]) -> None:
    words = " ".join(_phrase(noun, inside, 0))
    if words and words not in parts:
        parts.append(words)


def _phrase(noun: Token, inside: frozenset[int], depth: int) -> list[str]:
    words = []
    for child in noun.lefts:
        if child.idx not in inside and child.tag_ in CONTENT | {"POS"} and child.dep_ not in CLAUSE:
            words += _phrase(child, inside, depth + 1) if child.tag_ in NOUNS else [child.text]
    if noun.idx not in inside:
        words.append(noun.text)
    for child in noun.rights:
        if child.dep_ == "prep" and depth < 3 and child.tag_ == "IN":
            for grandchild in child.rights:
                if grandchild.dep_ == "pobj" and grandchild.tag_ in NOUNS:
                    words += _phrase(grandchild, inside, depth + 1)
        elif child.dep_ == "conj" and child.tag_ in NOUNS:
            words += _phrase(child, inside, depth + 1)
    return words
