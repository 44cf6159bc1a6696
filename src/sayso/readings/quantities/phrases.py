"""Choose the words of a noun phrase that a concept keeps: "price luxury yacht" of "the price of the luxury yacht".

Enters: the noun that heads the phrase, and the tokens that belong to quantities. Leaves: its tokens in the order of the
text. Names, nouns, adjectives and possessors stay, what "of" and other prepositions behind them name stays too;
determiners, words without content ("other", "such") and times do not. A coordinated noun with a quantity of its own
is another phrase.
"""

import functools
from collections.abc import Iterator, Set
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.languages import Language
from sayso.readings.quantities.scan import NOUNS

CONTENT = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "FW", "HYPH", "AFX", "ADD", "CD", "$", "SYM", *NOUNS})
NAMES = frozenset({"NNP", "NNPS"})
APART = frozenset({"appos", "relcl", "cc", "conj", "det", "prep"})
DEEPEST = 3
LONGEST = 10


@dataclass(frozen=True, eq=False)
class PhraseWords:
    """The words of one language that a concept leaves out, and those that tell a time."""

    empty: frozenset[str]
    times: frozenset[str]
    of: frozenset[str]
    within: frozenset[str]


@functools.cache
def phrase_words(language: Language) -> PhraseWords:
    """The phrase words of `language`, compiled once."""
    lexicon = language["concepts"]
    times = lexicon.spellings("time") | language["units"].spellings("time") | language["numbers"].spellings("calendar")
    of = language["numbers"].spellings("of")
    return PhraseWords(lexicon.spellings("empty"), times, of, of | lexicon.spellings("within"))


def read_phrase(words: PhraseWords, noun: Token, taken: Set[int], *, alone: bool = False) -> list[Token]:
    """The tokens that the phrase of `noun` keeps, none of them `taken`; `alone` leaves out nouns joined to it."""
    kept = sorted({t.i for t in _walk(words, noun, taken, 0, alone)})[:LONGEST]
    doc = noun.doc
    while kept and _is_number(doc[kept[0]]):
        kept = kept[1:]
    kept = sorted({j for i in kept for j in (*_hyphenated(doc[i], taken), *_numbered(doc[i], taken))})
    return [doc[i] for i in kept] + (_abbreviation(doc[kept[-1]], taken) if kept else [])


def _walk(words: PhraseWords, noun: Token, taken: Set[int], depth: int, alone: bool = False) -> Iterator[Token]:
    for child in noun.lefts:
        if child.i not in taken and _stays_before(words, child, noun):
            yield from _walk(words, child, taken, depth + 1)
    if noun.i not in taken:
        yield noun
    if depth >= DEEPEST:
        return
    for child in noun.rights:
        if child.i in taken:
            continue
        if child.dep_ == "prep":
            yield from _named_behind(words, child, taken, depth)
        elif child.dep_ == "conj" and child.tag_ in NOUNS and not alone and not holds_any(child, taken):
            yield from _walk(words, child, taken, depth + 1)


def _stays_before(words: PhraseWords, child: Token, noun: Token) -> bool:
    if child.dep_ == "poss":
        return child.tag_ in NOUNS and child.lower_ not in words.times
    if child.dep_ in APART or child.tag_ not in CONTENT or _is_duration(words, child):
        return False
    if child.lower_ in words.empty | words.times and not _is_glued(child) and child.text[0].islower():
        return False
    return not (child.tag_ == "CD" and child.dep_ == "nummod" and noun.tag_ == "NNS" and len(child.text) != 4)


def _is_duration(words: PhraseWords, token: Token) -> bool:
    """Whether the word is a time that a number counts: "year" in "a five-year plan"."""
    before = token.doc[token.i - 2] if token.i > 1 and token.doc[token.i - 1].tag_ == "HYPH" else None
    return before is not None and before.tag_ == "CD" and token.lower_ in words.times


def _named_behind(words: PhraseWords, preposition: Token, taken: Set[int], depth: int) -> Iterator[Token]:
    if preposition.lower_ not in words.within:
        return
    for child in preposition.rights:
        if child.dep_ != "pobj" or child.tag_ not in NOUNS or child.i in taken:
            continue
        if preposition.lower_ in words.of or not (child.lower_ in words.times or holds_any(child, taken)):
            yield from _walk(words, child, taken, depth + 1)


def holds_any(token: Token, taken: Set[int]) -> bool:
    """Whether anything below `token` is at one of the indices."""
    return any(i in taken for i in range(token.left_edge.i, token.right_edge.i + 1))


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" or token.text in {"-", "$"}


def _is_glued(token: Token) -> bool:
    """Whether a hyphen makes the word part of a longer one ("first-quarter")."""
    doc, i = token.doc, token.i
    follows = i + 1 < len(doc) and not token.whitespace_ and doc[i + 1].tag_ == "HYPH"
    return follows or (i > 0 and doc[i - 1].tag_ == "HYPH" and not doc[i - 1].whitespace_)


def _hyphenated(token: Token, taken: Set[int]) -> list[int]:
    """The token and what hyphens join to it on either side, though the parse parts them ("Ben-Moshe")."""
    doc, first, last = token.doc, token.i, token.i
    while first > 1 and _joined(doc[first - 2], doc[first - 1]) and first - 2 not in taken:
        first -= 2
    while last + 2 < len(doc) and _joined(doc[last], doc[last + 1]) and last + 2 not in taken:
        last += 2
    return list(range(first, last + 1))


def _numbered(token: Token, taken: Set[int]) -> list[int]:
    """The number behind a name, and the rest of the name behind that: "Harbour Note 20 Ultra"."""
    doc, i = token.doc, token.i
    if token.tag_ not in NAMES | {"NN"} or i + 1 >= len(doc) or doc[i + 1].tag_ != "CD" or i + 1 in taken:
        return []
    goes_on = i + 2 < len(doc) and doc[i + 2].tag_ in NOUNS and i + 2 not in taken
    return [i + 1] if goes_on or token.tag_ in NAMES else []


def _joined(left: Token, hyphen: Token) -> bool:
    joined = hyphen.text == "-" and not left.whitespace_ and not hyphen.whitespace_
    return joined and left.text[-1:].isalpha() and left.tag_ != "CD"


def _abbreviation(last: Token, taken: Set[int]) -> list[Token]:
    """The short name in brackets behind the phrase: "West Texas Intermediate (WTI)"."""
    doc, i = last.doc, last.i
    if i + 3 >= len(doc) or doc[i + 1].text != "(" or doc[i + 3].text != ")":
        return []
    short = doc[i + 2]
    return [short] if short.text.strip(".").isupper() and short.i not in taken else []
