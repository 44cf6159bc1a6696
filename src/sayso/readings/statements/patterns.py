"""Read statements by surface patterns alone, where no pipeline can be used.

Enters: the sentences of a document and its quotations. Leaves: the statements whose speaker is a run of capitalised
words right beside a word of saying: "Ilse Brandt said that …", "“…,” said Ilse Brandt". Everything that needs a parse
is left out: pronouns, descriptions, objects, relays.
"""

import re
from collections.abc import Iterator

from sayso.model import Span, Statement
from sayso.readings.analysis import Analysis
from sayso.readings.statements.contents import QuotationIndex, trim
from sayso.readings.statements.speech_words import SpeechWords

_NAME = r"[A-Z][\w’'.-]{0,30}(?: [A-Z][\w’'.-]{0,30}){0,4}"
_WORD = re.compile(r"[a-z]{3,15}")
_NAME_BEFORE = re.compile(rf"({_NAME}) $")
_NAME_AFTER = re.compile(rf" ({_NAME})")
_THAT = re.compile(r" (?:that )?(?=\w)")
_LOOK_BACK = 120


def read_by_patterns(analysis: Analysis, quotations: QuotationIndex, words: SpeechWords) -> Iterator[Statement]:
    """The statements that patterns find, at most one a word of saying."""
    for sentence in analysis.sentences:
        for match in _WORD.finditer(analysis.text, sentence.start, sentence.end):
            sayings = words.sayings.get(match.group(), ())
            if any("aside" in s.frames and len(s.words) == 1 for s in sayings):
                cue = Span(match.start(), match.end())
                if quotations.at(cue.start) is None and (found := _beside(analysis.text, sentence, cue, quotations)):
                    yield found


def _beside(text: str, sentence: Span, cue: Span, quotations: QuotationIndex) -> Statement | None:
    before = _NAME_BEFORE.search(text, max(sentence.start, cue.start - _LOOK_BACK), cue.start)
    if before is not None:
        name, start = Span(before.start(1), before.end(1)), before.start(1)
    else:
        after = _NAME_AFTER.match(text, cue.end, sentence.end)
        if after is None:
            return None
        words = after.group(1).rstrip(".'’")
        name, start = Span(after.start(1), after.start(1) + len(words)), cue.start
    quoted = quotations.at(max(start - 2, 0))
    if quoted is not None and quoted.outer.end <= start:
        return _statement(text, quoted.inner, name, cue, direct=True)
    that = _THAT.match(text, cue.end, sentence.end)
    content = trim(Span(that.end(), sentence.end), text) if that is not None and before is not None else None
    return _statement(text, content, name, cue, direct=False) if content is not None else None


def _statement(text: str, content: Span, name: Span, cue: Span, *, direct: bool) -> Statement:
    return Statement(content, name.words(text), "unknown", name, name, cue, mode="direct" if direct else "indirect")
