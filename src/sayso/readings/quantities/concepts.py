"""Read what a quantity is said of: "refund" in "the refund rose by 4 percent", "interest rate, Ardania".

Enters: a scan and its mentions of quantities. Leaves, for each, words of the sentence without determiners and function
words, or nothing. First comes what is measured: the noun that the quantity stands before ("a 10-foot wall"), the one
behind it ("40 percent of the crop"), the one that it is put to ("a fine of $3"), or the object ("raised the rate by");
then whose it is, which is the subject. A counted noun is no concept of its own.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.languages import Language
from sayso.readings.quantities.amounts import Amount
from sayso.readings.quantities.clauses import Carrier, complement, modified_noun, noun_before, surroundings
from sayso.readings.quantities.pairs import Mention
from sayso.readings.quantities.phrases import PhraseWords, phrase_words, read_phrase
from sayso.readings.quantities.scan import Scan

LONGEST_GAP = 12


@dataclass(frozen=True, eq=False)
class ConceptWords:
    """The words of one language that show what a quantity is said of."""

    phrases: PhraseWords
    among: frozenset[str]
    of: frozenset[str]
    gaps: frozenset[str]
    links: frozenset[str]


@functools.cache
def concept_words(language: Language) -> ConceptWords:
    """The concept words of `language`, compiled once."""
    lexicon = language["concepts"]
    of, among, gaps, links = language["numbers"].spellings("of"), *map(lexicon.spellings, ("among", "gap", "link"))
    return ConceptWords(phrase_words(language), among, of, gaps, links)


def read_concepts(words: ConceptWords, scan: Scan, mentions: Sequence[Mention]) -> list[str | None]:
    """The words that each mention of the sentence is said of, in their order."""
    if not scan.tokens:
        return [None] * len(mentions)
    taken = frozenset(i for m in mentions for i in _measured(scan, m))
    found: list[str | None] = []
    for k, mention in enumerate(mentions):
        if k and (_converts(scan, mentions[k - 1], mention) or _goes_on(words, scan, mentions[k - 1], mention)):
            found.append(found[-1])
            continue
        carrier = _carrier(scan, mention, taken)
        parts = _parts(words, carrier, mention) if carrier is not None else []
        found.append(_written(words, parts, carrier.taken | carrier.own) if carrier is not None and parts else None)
    return found


def _indices(scan: Scan, start: int, stop: int) -> list[int]:
    begin, end = scan.lexemes[start].start, scan.lexemes[stop - 1].end
    return [t.i for t in scan.tokens.values() if t.idx < end and t.idx + len(t) > begin]


def _measured(scan: Scan, mention: Mention) -> list[int]:
    """The tokens of a mention without the noun that it counts."""
    last = mention.last
    stop = last.numeral.stop if _is_count(last) else last.stop
    return _indices(scan, mention.first.start, max(stop, last.numeral.stop))


def _is_count(amount: Amount) -> bool:
    return amount.counted is not None and amount.unit is None


def _converts(scan: Scan, before: Mention, mention: Mention) -> bool:
    """Whether the mention says in brackets what the one before it says: "7 miles (11 km)"."""
    i = mention.first.start
    opened = scan.low(i - 1) in {"(", "/"} and i - 1 == before.last.stop
    return opened and mention.first.unit is not None


def _goes_on(words: ConceptWords, scan: Scan, before: Mention, mention: Mention) -> bool:
    """Whether the mention says where the one before it led: "up 3 percent at $12", "fell 4 percent to 20"."""
    amount = mention.first
    linked = before.last.stop == amount.start - 1 and scan.low(amount.start - 1) in words.links
    return linked and not _is_count(amount) and not _is_count(before.last)


def _carrier(scan: Scan, mention: Mention, taken: frozenset[int]) -> Carrier | None:
    last = mention.last
    stop = max(last.stop, last.counted.stop) if last.counted is not None else last.stop
    own = frozenset(_indices(scan, mention.first.start, stop))
    places = [last.numeral.stop - 1, last.numeral.start]
    if _is_count(last) and last.counted is not None:
        places = [last.counted.stop - 1]
    elif last.unit is not None and last.unit.stop > last.numeral.stop:
        places.insert(0, last.numeral.stop)
    token = next((t for i in places if (t := scan.token(i)) is not None), None)
    if token is None:
        token = next((t for t in scan.tokens.values() if t.i in own), None)
    if token is None:
        return None
    while token.head.i in own and token.head.i != token.i:
        token = token.head
    timed = last.unit is not None and last.unit.kind == "time"
    return Carrier(token, own, taken, _is_count(last), timed)


def _parts(words: ConceptWords, carrier: Carrier, mention: Mention) -> list[Token]:
    times = words.phrases.times
    apposed = _apposed(words, carrier)
    if apposed is not None:
        return [apposed]
    modified = None if carrier.counted else modified_noun(carrier)
    around = surroundings(carrier, modified or carrier.token, times)
    among = frozenset[str]() if carrier.timed else words.among
    first = modified or complement(carrier, words.of, among, times)
    if mention.last.numeral.form == "words" and mention.last.numeral.low == 1 and carrier.counted:
        return [first] if first is not None else []
    if first is None:
        first = around.governor or (None if carrier.counted else around.object)
    parts = [first] if first is not None else []
    if around.subject is not None and not (parts and (around.crossed or around.guessed)):
        parts.append(around.subject)
    if not parts and not carrier.counted and not carrier.timed:
        parts = [t for t in [noun_before(carrier, words.gaps, LONGEST_GAP)[0]] if t is not None]
    return parts


def _apposed(words: ConceptWords, carrier: Carrier) -> Token | None:
    """The noun of a clause without a verb: "Velmark, up 3 percent", "and Velmark by 3 percent"."""
    noun, other = noun_before(carrier, words.gaps, 5)
    if noun is None or other or noun.i + 1 in carrier.own:
        return None
    if noun.doc[noun.i + 1].text == "(":
        return noun
    first = noun.left_edge.i
    before = noun.doc[first - 1] if first > noun.sent.start else None
    return noun if before is None or before.text in {",", ";", ":"} or before.tag_ == "CC" else None


def _written(words: ConceptWords, parts: list[Token], taken: frozenset[int]) -> str | None:
    """The parts as they are read, each once."""
    written: list[str] = []
    for n, noun in enumerate(parts):
        text = ""
        before = None
        for token in read_phrase(words.phrases, noun, taken, alone=n == 0 and len(parts) > 1):
            joined = before is None or (before.i + 1 == token.i and not before.whitespace_)
            text += token.text if joined else f" {token.text}"
            before = token
        if text and not any(text in part for part in written):
            written.append(text)
    return ", ".join(written) or None
