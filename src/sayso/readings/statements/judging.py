"""Judge which words hand something on, by two learned models.

Enters: an analysed text, its quotations, and what the rules found for a cue. Leaves: for each word that is likely a cue
how likely, and of the passages beside it the likeliest. The first model scores the word in its surroundings, the second
a passage beside a cue; both are trained by `training/statements.py`. A word that is by itself no cue is passed over
before its surroundings are looked at.
"""

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from sayso.model import Span
from sayso.readings.analysis import Analysis
from sayso.readings.statements.arcs import Arcs, lay_out
from sayso.readings.statements.content_features import beside, content_features
from sayso.readings.statements.contents import QuotationIndex
from sayso.readings.statements.cue_features import Scene, cue_features, listed, word_features
from sayso.readings.statements.passages import Passages, find_passages
from sayso.readings.statements.speech_words import SpeechWords
from sayso.readings.weights import Weights, load_weights

_OTHERS = frozenset({"NN", "NNS", ":", "RB", "JJ", "IN"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
# Log odds, chosen among about a dozen settings by the statements found on PolNeAR's development part and in the
# hand-made records: what is measured there flatters them a little.
_OF_ITSELF = -2.5  # below it a word is passed over before its surroundings are looked at; and so a verb
_VERB_OF_ITSELF = -2.9
UNLIKELY = -0.5  # below it a word that no rule knows is no cue; and so a cue of the rules
UNLIKELY_RULED = -2.5
_SHARE = 0.5  # how much of a passage's score counts beside its cue's
_LEAST_RULED = -2.0  # what both together must reach: for the rules' passage, for a clause or quotation, for a thing
_LEAST_WORDS = 0.5
_LEAST_THING = 2.0
_AHEAD = 1.0  # by how much a passage must be likelier than that of the rules

Barred = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """The two models and the scene of one text."""

    scene: Scene
    quotations: QuotationIndex
    cues: Weights
    contents: Weights

    def likely(self, sentence: TokenSpan) -> Iterator[int]:
        """The tokens of `sentence` that could be cues, for what they are by themselves."""
        arcs = self.scene.arcs
        for token in range(sentence.start, sentence.end):
            tag = arcs.tags[token]
            verb = tag[:2] == "VB" and arcs.deps[token] not in _AUXILIARIES
            if verb or tag in _OTHERS:
                score = self.of_itself(token)
                if score > (_VERB_OF_ITSELF if verb else _OF_ITSELF):
                    yield token

    def of_itself(self, token: int) -> float:
        """The log odds that `token` is a cue, from what it is by itself."""
        arcs = self.scene.arcs
        listing = listed(self.scene, token)
        return _score_word(self.cues, arcs.words[token], arcs.tags[token], arcs.deps[token], listing)

    def cue(self, token: int, kind: str) -> float:
        """The log odds that `token` is a cue; `kind` is what the rules take it for, or "-"."""
        return self.of_itself(token) + self.cues.score(cue_features(self.scene, token, kind)) - self.cues.bias

    def choose(self, token: int, cue: float, ruled: Span | None, barred: Barred) -> Span | None:
        """What a cue with these log odds hands on; `None` where no passage is likely enough.

        `ruled` is the content that the rules give it. No content holds a `barred` token: the cue, its subject.
        """
        scored = self.score_passages(token, ruled, barred)
        if ruled is not None:
            scored = [s for s in scored if not self._is_aside(token, s[2])]
        if not scored:
            return None
        score, span, passage = max(scored)
        if ruled is None:
            return span if cue + _SHARE * score > self._least(passage) else None
        if cue + _SHARE * score < _LEAST_RULED:
            return None
        own = max((s for s, other, _ in scored if agrees(other, ruled) == "same"), default=score - _AHEAD)
        return span if score - own >= _AHEAD else ruled

    def _is_aside(self, token: int, passage: tuple[int, int]) -> bool:
        """Whether it is a clause behind the cue on when or why: "…, she said, as boats came in"."""
        arcs, first = self.scene.arcs, passage[0]
        behind = first > token and arcs.words[first - 1] == ","
        return behind and arcs.deps[first] == "mark" and arcs.deps[arcs.heads[first]] == "advcl"

    def _least(self, passage: tuple[int, int]) -> float:
        """How likely a passage has to be that no rule knows: the more it is like words, the less."""
        first, stop = passage
        arcs, quoted = self.scene.arcs, self.scene.quoted
        clause = arcs.finite[stop] > arcs.finite[first] or arcs.tags[first] == "TO"
        return _LEAST_WORDS if clause or quoted[first] or quoted[stop - 1] else _LEAST_THING

    def score_passages(
        self, token: int, ruled: Span | None, barred: Barred
    ) -> list[tuple[float, Span, tuple[int, int]]]:
        """Each passage beside `token` with its log odds and its characters."""
        told = self.tell_passages(token, ruled, barred)
        return [(self.contents.score(features), span, passage) for features, span, passage in told]

    def tell_passages(
        self, token: int, ruled: Span | None, barred: Barred
    ) -> Iterator[tuple[list[str], Span, tuple[int, int]]]:
        """Each passage beside `token` that holds nothing `barred`: its features, its characters, its tokens."""
        by = beside(self.scene, token)
        for passage, ways in self._passages(token, ruled).items():
            if not any(passage[0] <= b < passage[1] for b in barred):
                span = self._widened(token, passage)
                yield content_features(by, passage, ways, agrees(span, ruled)), span, passage

    def tell_cue(self, token: int, kind: str) -> list[str]:
        """The features of `token` as a cue, of itself and of what stands around it."""
        arcs = self.scene.arcs
        own = word_features(arcs.words[token], arcs.tags[token], arcs.deps[token], listed(self.scene, token))
        return [*own, *cue_features(self.scene, token, kind)]

    def _passages(self, token: int, ruled: Span | None) -> Passages:
        """The passages beside `token`, that of the rules among them."""
        arcs = self.scene.arcs
        found = find_passages(arcs, token, *self.scene.sentence[token])
        if ruled is not None:
            first = max(bisect_right(arcs.starts, ruled.start) - 1, 0)
            stop = bisect_left(arcs.starts, ruled.end)
            found.setdefault((first, stop), []).append("ruled")
        return found

    def _widened(self, token: int, passage: tuple[int, int]) -> Span:
        """A passage with the whole of the quotations that it meets."""
        arcs = self.scene.arcs
        span = Span(arcs.starts[passage[0]], arcs.ends[passage[1] - 1])
        if self.scene.quoted[token]:
            return span
        met = self.quotations.touching(span)
        return Span(min(span.start, met[0].outer.start), max(span.end, met[-1].outer.end)) if met else span


@functools.lru_cache(maxsize=1 << 15)
def _score_word(cues: Weights, word: str, tag: str, dep: str, listing: str) -> float:
    return cues.score(word_features(word, tag, dep, listing))


def agrees(span: Span, ruled: Span | None) -> str:
    """Whether a passage is the one of the rules, or they have another, or none."""
    if ruled is None:
        return "none"
    common = min(span.end, ruled.end) - max(span.start, ruled.start)
    return "same" if common > 0.45 * (span.end - span.start + ruled.end - ruled.start) else "other"


def judge(analysis: Analysis, quotations: QuotationIndex, words: SpeechWords) -> Judge:
    """The judge of one text."""
    language = analysis.language
    scene = set_scene(analysis, quotations, words)
    return Judge(scene, quotations, load_weights(language, "cues"), load_weights(language, "contents"))


def set_scene(analysis: Analysis, quotations: QuotationIndex, words: SpeechWords) -> Scene:
    """The scene of one text: its arcs, its sentences, and which of its tokens are quoted."""
    arcs = lay_out(analysis.tokens)
    sentences = [(0, 0)] * len(arcs.words)
    for sentence in analysis.sentence_tokens:
        sentences[sentence.start : sentence.end] = [(sentence.start, sentence.end)] * len(sentence)
    return Scene(arcs, words, _quoted(arcs, quotations), sentences)


def _quoted(arcs: Arcs, quotations: QuotationIndex) -> bytes:
    found, position, known = bytearray(len(arcs.words)), 0, quotations.quotations
    for token, (start, end) in enumerate(zip(arcs.starts, arcs.ends, strict=True)):
        while position < len(known) and known[position].outer.end <= start:
            position += 1
        found[token] = position < len(known) and known[position].outer.start < end
    return bytes(found)
