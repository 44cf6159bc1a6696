"""Find the words that weaken a statement: hedges, caveats.

Enters: a text, its sentences and statements, and the language's words. Leaves: hedges (words of doubt within the
statement or its cue) and caveats (a note that it is unverified, in the same sentence or the one after it).
"""

from bisect import bisect_left, bisect_right

import msgspec

from sayso.model import Span, Statement
from sayso.readings.statements.speech_words import SpeechWords


def find_hedge(text: str, words: SpeechWords) -> str | None:
    """The words of doubt in `text`, as they stand, joined by " / "; `None` where there are none."""
    raw = text.split()
    plain = [w.strip(".,;:!?\"“”'’()").lower().replace("’", "'") for w in raw]
    found: list[str] = []
    position = 0
    while position < len(plain):
        phrase = next(
            (p for p in words.hedges.get(plain[position], ()) if tuple(plain[position : position + len(p)]) == p), None
        )
        if phrase is None:
            position += 1
            continue
        found.append(" ".join(plain[position : position + len(phrase)]))
        position += len(phrase)
    return " / ".join(dict.fromkeys(found)) or None


def find_caveat(text: str, sentence: Span, words: SpeechWords) -> Span | None:
    """Where `sentence` says that something is unverified."""
    lowered = sentence.words(text).lower()
    for phrase in words.caveats:
        at = lowered.find(phrase)
        if at >= 0 and len(lowered) == sentence.end - sentence.start:
            return Span(sentence.start + at, sentence.start + at + len(phrase))
    return None


def with_caveats(found: list[Statement], sentences: tuple[Span, ...], text: str, words: SpeechWords) -> list[Statement]:
    """`found`, with the caveat that its sentence goes on with or that is the sentence after it."""
    noted = [(i, caveat) for i, s in enumerate(sentences) if (caveat := find_caveat(text, s, words)) is not None]
    standing = _by_sentence(found, sentences) if noted else []
    marked = list(found)
    for position, caveat in noted:
        own = [i for i in standing[position] if found[i].content.end <= caveat.start]
        sentence = sentences[position]
        for i in own or standing[max(position - 1, 0)]:
            marked[i] = msgspec.structs.replace(marked[i], caveat=sentence.words(text), caveat_span=sentence)
    return marked


def _by_sentence(found: list[Statement], sentences: tuple[Span, ...]) -> list[list[int]]:
    """The places in `found` of the statements whose content shares a character with each sentence."""
    standing: list[list[int]] = [[] for _ in sentences]
    starts, ends = [s.start for s in sentences], [s.end for s in sentences]
    for place, statement in enumerate(found):
        content = statement.content
        for position in range(bisect_right(ends, content.start), bisect_left(starts, content.end)):
            standing[position].append(place)
    return standing
