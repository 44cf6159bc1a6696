"""Find the words that weaken a statement: hedges, caveats.

Enters: a text, a span in it and the language's words. Leaves: hedges (words of doubt within the statement or its
cue) and caveats (a note that it is unverified, in the same sentence or the one after it).
"""

from sayso.model import Span
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
