"""Read statements: what the document hands to a source other than its own author.

Enters: an analysed document, its actors and its times. Leaves: its statements in the order of their content, each
with the words, who said them (resolved), through whom they came, the cue, whether they are quoted, what kind of act
they are, the day they were said, hedges and caveats. Quotations that stand alone go to the speaker of the sentence
before them.
Refused: quoted words without a speaker, cues without content, and anything in furniture.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

import msgspec
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.model import Act, Actor, Mode, Span, Statement, Time
from sayso.readings.analysis import Analysis
from sayso.readings.statements.caveats import find_hedge, with_caveats
from sayso.readings.statements.contents import QuotationIndex, settle
from sayso.readings.statements.continuations import continue_quotations
from sayso.readings.statements.cues import Cue, barred, suppose
from sayso.readings.statements.judging import UNLIKELY, UNLIKELY_RULED, Judge, judge
from sayso.readings.statements.labels import read_labels
from sayso.readings.statements.mentions import NOBODY
from sayso.readings.statements.nesting import settle_nesting
from sayso.readings.statements.patterns import read_by_patterns
from sayso.readings.statements.quotations import find_quotations
from sayso.readings.statements.quoted_subjects import outside_quotations, quotation_of_subject
from sayso.readings.statements.relays import find_relays, words_of
from sayso.readings.statements.ruled import Ruled, read_by_rules
from sayso.readings.statements.sources import find_source
from sayso.readings.statements.speakers import Discourse
from sayso.readings.statements.speech_words import SpeechWords, speech_words

_SHORTEST = 3
_PASSED_ON = 120
"""Characters between two cues of which the second passes on what the first has found."""
_ACT_UNLISTED: Act = "assert"
"""A cue that no lexicon lists says that something is said, and nothing of the act."""
_WITHOUT_VERB = frozenset({"source", "hearsay"})
_SUBORDINATE = frozenset({"ccomp", "relcl", "advcl", "acl", "pcomp"})


@dataclass(slots=True)
class _Draft:
    """One document's statements while they are gathered."""

    analysis: Analysis
    words: SpeechWords
    discourse: Discourse
    quotations: QuotationIndex
    judge: Judge
    times: tuple[Time, ...]
    found: list[Statement] = field(default_factory=list)


def read_statements(analysis: Analysis, actors: tuple[Actor, ...], times: tuple[Time, ...]) -> tuple[Statement, ...]:
    """Every statement of the document, in order of its content."""
    words = speech_words(analysis.language)
    quotations = QuotationIndex(find_quotations(analysis.text))
    if not analysis.parsed:
        return tuple(_distinct(list(read_by_patterns(analysis, quotations, words)), analysis.text))
    judged = judge(analysis, quotations, words)
    discourse = Discourse(words, actors)
    discourse.countries.learn(actors, analysis.tokens)
    draft = _Draft(analysis, words, discourse, quotations, judged, times)
    for sentence, span in zip(analysis.sentence_tokens, analysis.sentences, strict=True):
        if len(sentence):
            _read_sentence(draft, sentence, span)
    draft.found.extend(s for s in read_labels(analysis.text, draft.discourse) if not analysis.is_furniture(s.content))
    further = continue_quotations(draft.found, quotations, analysis, draft.discourse)
    draft.found.extend(list(further))
    found = settle_nesting(_distinct(draft.found, analysis.text), analysis.text, words)
    found = with_caveats(found, analysis.sentences, analysis.text, words)
    return tuple(sorted(found, key=lambda s: (s.content.start, s.content.end)))


def _read_sentence(draft: _Draft, sentence: TokenSpan, span: Span) -> None:
    _note_subjects(draft, sentence)
    ruled = read_by_rules(draft.analysis.text, draft.quotations, draft.words, sentence)
    relays = [cue.relay for cue, _ in ruled.values() if cue.relay is not None and cue.relay.head != cue.head]
    relaying = {relay.head.i for relay in relays}
    for token in sorted({*draft.judge.likely(sentence), *ruled} - relaying):
        known, content = ruled.get(token, (None, None))
        if known is not None and _passes_on(draft, known):
            continue
        statement = _read_token(draft, sentence.doc[token], known, content)
        if statement is not None and (content is not None or not _only_handles(statement, ruled)):
            draft.found.append(statement)


def _only_handles(statement: Statement, ruled: Ruled) -> bool:
    """Whether a supposed cue hands on a cue of the rules ("few shared his claim that …", "saying that …")."""
    outer = statement.content
    for cue, inner in ruled.values():
        if inner is None or not (outer.start <= cue.head.idx < outer.end and outer.covers(inner)):
            continue
        begins = cue.head.idx == outer.start
        if begins or (cue.kind == "noun" and outer.start < inner.start):
            return True
    return False


def _read_token(draft: _Draft, token: Token, known: Cue | None, ruled: Span | None) -> Statement | None:
    """The statement that a word hands on: `known` and `ruled` are the cue and the content that the rules see."""
    score = draft.judge.cue(token.i, known.kind if known is not None else "-")
    if ruled is not None and known is not None and (known.kind in _WITHOUT_VERB or _stands_within(draft, token)):
        score = max(score, 0.0)
    if score < (UNLIKELY if ruled is None else UNLIKELY_RULED):
        return None
    cue = known or outside_quotations(suppose(token, draft.words), draft.quotations)
    chosen = draft.judge.choose(token.i, score, ruled, barred(cue))
    return _read_cue(draft, cue, chosen) if chosen is not None else None


def _note_subjects(draft: _Draft, sentence: TokenSpan) -> None:
    for token in sentence:
        agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
        subject = (agent or token.dep_ in ("nsubj", "nsubjpass")) and token.tag_ in ("NN", "NNS", "NNP", "NNPS")
        if token.dep_ in ("dobj", "pobj"):
            draft.discourse.issue(token)
        if subject and draft.quotations.at(token.idx) is None:
            draft.discourse.note(token, salient=token.head.dep_ not in _SUBORDINATE)


def _passes_on(draft: _Draft, cue: Cue) -> bool:
    """Whether "…, X said, according to Y" hands on, through Y, what the cue before it has found."""
    before = draft.found[-1] if draft.found else None
    if cue.kind != "source" or cue.subject is None or before is None or before.cue_span is None:
        return False
    if before.content.end > cue.head.idx or not 0 <= cue.head.idx - before.cue_span.end <= _PASSED_ON:
        return False
    between = draft.analysis.text[before.cue_span.end : cue.head.idx]
    if len(between.split()) > 6 or "." in between:
        return False
    relay = draft.discourse.resolve(cue.subject, cue.head.idx)
    if relay.name is not None and relay.kind == "outlet" and relay.name not in before.via:
        at = words_of(cue.subject)
        draft.found[-1] = msgspec.structs.replace(
            before, via=(*before.via, relay.name), via_spans=(*before.via_spans, at)
        )
    return True


def _read_cue(draft: _Draft, cue: Cue, judged: Span) -> Statement | None:
    text, sentence = draft.analysis.text, cue.head.sent
    if draft.quotations.at(cue.head.idx) is not None or _is_hypothetical(draft, cue):
        return None
    content = settle(judged, text, draft.quotations, cue)
    if content is None or len(content.words(text)) < _SHORTEST or _is_topic(draft, content):
        return None
    nobody = quotation_of_subject(cue, draft.quotations) is not None
    speaker, speaker_span = (NOBODY, None) if nobody else find_source(cue, draft.discourse, text, content)
    content = _before_source(draft, cue, content, speaker_span)
    if speaker == NOBODY and cue.subject is not None and draft.words.pronouns.get(cue.subject.lower_) == "self":
        return None
    speaker, relays = find_relays(cue, content, sentence, speaker, draft.discourse)
    if speaker.name is not None:
        outer = not _stands_within(draft, cue.head)
        draft.discourse.mention(speaker, cue.head.idx, salient=outer, spoke=outer)
    cue_span = Span(cue.head.idx, cue.head.doc[cue.last].idx + len(cue.head.doc[cue.last].text))
    return Statement(
        content=content,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        speaker_span=speaker_span,
        named_span=speaker.named,
        cue_span=cue_span,
        via=tuple(r.name for r in relays),
        via_spans=tuple(r.span for r in relays),
        mode=_mode(content, draft),
        act=cue.saying.act if cue.saying is not None else _ACT_UNLISTED,
        said_on=_said_on(draft, cue, content),
        hedge=find_hedge(content.words(text), draft.words),
    )


def _before_source(draft: _Draft, cue: Cue, content: Span, source: Span | None) -> Span:
    """The content without a source that stands at its end ("…," its director, Tomas Relk, told them)."""
    if source is None or not content.start < source.start < content.end <= source.end:
        return content
    return settle(Span(content.start, source.start), draft.analysis.text, draft.quotations, cue) or content


def _is_topic(draft: _Draft, content: Span) -> bool:
    """Whether the content is one bare noun: what was called for or backed, in nobody's words ("calls for dialogue")."""
    if " " in content.words(draft.analysis.text) or draft.quotations.at(content.start) is not None:
        return False
    token = draft.analysis.tokens.char_span(content.start, content.end)
    return token is not None and len(token) == 1 and token[0].tag_ == "NN"


def _is_hypothetical(draft: _Draft, cue: Cue) -> bool:
    """Whether the cue is an infinitive within what somebody says ("if a country were to ask for")."""
    return cue.head.tag_ == "VB" and _stands_within(draft, cue.head)


def _stands_within(draft: _Draft, token: Token) -> bool:
    """Whether a word is part of what somebody says: there the models, trained on outer cues, see too few."""
    return any(s.content.start <= token.idx < s.content.end for s in draft.found[-4:])


def _mode(content: Span, draft: _Draft) -> Mode:
    quoted = sum(
        min(q.outer.end, content.end) - max(q.outer.start, content.start) for q in draft.quotations.touching(content)
    )
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * (content.end - content.start) else "mixed"


def _said_on(draft: _Draft, cue: Cue, content: Span) -> str | None:
    sentence = cue.head.sent
    days = []
    for time in draft.times[bisect_left(draft.times, sentence.start_char, key=_begin) :]:
        if time.span.start >= sentence.end_char:
            break
        if time.span.end > sentence.end_char or time.span.overlaps(content):
            continue
        if time.begin is not None and time.begin == time.end and abs(time.span.start - cue.head.idx) < 120:
            days.append((abs(time.span.start - cue.head.idx), time.begin))
    return min(days)[1] if days else None


def _begin(time: Time) -> int:
    return time.span.start


def _distinct(found: list[Statement], text: str) -> list[Statement]:
    """One statement a span: the first that has a speaker, or of a quotation that ends in a comma the one behind it."""
    by_span: dict[Span, Statement] = {}
    for statement in found:
        known = by_span.get(statement.content)
        if known is None or (statement.speaker is not None and _gives_way(known, statement, text)):
            by_span[statement.content] = statement
    return list(by_span.values())


def _gives_way(known: Statement, later: Statement, text: str) -> bool:
    """Whether nobody speaks, or a comma leads from the quotation to a later cue: "What they say: “Stay,” she said"."""
    end = known.content.end
    if known.speaker is None or known.cue_span is None or later.cue_span is None:
        return known.speaker is None
    return text[end - 1] == "," and known.cue_span.start < end <= later.cue_span.start
