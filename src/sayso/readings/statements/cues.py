"""Find cues: the words by which a document hands words to a source, and who is said to say them.

Enters: the tokens of a sentence. Leaves: its cues in order: verbs of saying ("announced"), nouns of saying ("the claim
that") and sources without a verb ("according to"), each with the head of its subject where the parse gives one.
A verb in the passive has its agent as subject ("was accused by"), and nobody where no agent is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.readings.statements.speech_words import Saying, SpeechWords
from sayso.readings.statements.subjects import QUOTED_AS, RELATIVES, agent_of, find_subject, is_passive

_SAID = frozenset({"ccomp", "xcomp", "dobj", "parataxis", "advcl"})
_OPENS_SPEECH = frozenset({":", ",", "“", '"', "``", "that"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: the tokens `first` to `last`, its `head`, and the `subject` that it hands its content to.

    `kind` is verb, noun, source or hearsay
    ("reportedly", "is said to"). `written` is where the subject stands beside the cue where that is not
    the subject itself ("who"). `relay` passes on what the subject said ("Interfax quoted an official as saying").
    """

    head: Token
    first: int
    last: int
    saying: Saying | None
    kind: str
    subject: Token | None = None
    written: Token | None = None
    relay: Token | None = None
    inverted: bool = False
    passive: bool = False

    @property
    def clause_start(self) -> int:
        """The first token of the cue's clause: of its subject or who passes on, where these stand before it."""
        before = (token for token in (self.subject, self.relay) if token is not None and token.i < self.first)
        return min([self.first, *(token.left_edge.i for token in before)])


def find_cues(sentence: TokenSpan, words: SpeechWords) -> Iterator[Cue]:
    """The cues of `sentence`, in order."""
    lower = [token.lower_ for token in sentence]
    for position, word in enumerate(lower):
        if word in words.sources and (phrase := _phrase(lower, position, words.sources[word])):
            yield from _source_cue(sentence, position, len(phrase))
        elif word in words.hearsay:
            yield Cue(sentence[position], sentence[position].i, sentence[position].i, None, "hearsay")
        elif word in words.sayings:
            token = sentence[position]
            if token.tag_.startswith("VB") or (token.tag_ == "" and not token.dep_):
                for saying in words.sayings[word]:
                    if tuple(lower[position : position + len(saying.words)]) == saying.words:
                        yield from _verb_cue(token, saying, words)
                        break
        elif word in words.nominals and sentence[position].tag_ in ("NN", "NNS"):
            yield from _noun_cue(sentence[position], words.nominals[word])
        if word in words.nominals and word in words.sayings and sentence[position].tag_ in ("NN", "NNS"):
            yield from _noun_cue(sentence[position], words.nominals[word])


def _phrase(lower: list[str], position: int, phrases: tuple[tuple[str, ...], ...]) -> tuple[str, ...] | None:
    return next((p for p in phrases if tuple(lower[position : position + len(p)]) == p), None)


def _source_cue(sentence: TokenSpan, position: int, length: int) -> Iterator[Cue]:
    head, last = sentence[position], sentence[position + length - 1]
    objects = [c for c in last.children if c.dep_ in ("pobj", "dobj")]
    subject = objects[0] if objects else None
    if subject is None and last.i + 1 < sentence.end:
        rest = last.doc[last.i + 1 : sentence.end]
        subject = next((t for t in rest if t.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP") and t.head not in rest), None)
    if subject is not None:
        yield Cue(head, head.i, last.i, None, "source", subject)


def _verb_cue(token: Token, saying: Saying, words: SpeechWords) -> Iterator[Cue]:
    last = token.i + len(saying.words) - 1
    if _ends_quoting(token, words):
        return
    if (said := _said_behind(token, words)) is not None and _says_no_more(said):
        yield from _quoting_cue(token, words.sayings[said.lower_][0])
        return
    if is_passive(token):
        agent = agent_of(token)
        heard = agent is None and saying.term in words.heard
        yield Cue(token, token.i, last, saying, "hearsay" if heard else "verb", agent, passive=True)
        return
    if token.tag_ == "VBN" and token.dep_ == "acl":
        return
    if any(c.tag_ == "WP" and c.dep_ == "dobj" for c in token.children):
        return
    subject = find_subject(token, last, words, aside="aside" in saying.frames)
    if subject.head is not None and (_can_act(subject.head, words) or "clause" in saying.frames):
        inverted = subject.head.i > last and subject.written is None
        yield Cue(token, token.i, last, saying, "verb", subject.head, subject.written, subject.relay, inverted)


def _said_behind(token: Token, words: SpeechWords) -> Token | None:
    """The verb of saying behind one that quotes: "Interfax quoted an official as saying"."""
    by = [prep for prep in token.children if prep.lower_ == QUOTED_AS] if token.lower_ in words.quoting else []
    return next((v for prep in by for v in prep.children if v.dep_ == "pcomp" and v.lower_ in words.sayings), None)


def _ends_quoting(token: Token, words: SpeechWords) -> bool:
    """Whether a verb of saying ends what quotes: "…, Interfax quoted an official as saying."."""
    by = token.head
    quotes = token.dep_ == "pcomp" and by.lower_ == QUOTED_AS and by.head.lower_ in words.quoting
    return quotes and _says_no_more(token)


def _says_no_more(verb: Token) -> bool:
    """Whether nothing that is said follows a verb."""
    said = any(c.i > verb.i and c.dep_ in _SAID for c in verb.children)
    return not said and (verb.i + 1 == len(verb.doc) or verb.nbor(1).text not in _OPENS_SPEECH)


def _quoting_cue(verb: Token, saying: Saying) -> Iterator[Cue]:
    """One cue for both verbs: who is quoted speaks, and who quotes passes it on."""
    children = {child.dep_: child for child in verb.children}
    quoted = children.get("nsubjpass", children.get("dobj"))
    relay = agent_of(verb) if "nsubjpass" in children else children.get("nsubj")
    if quoted is not None:
        yield Cue(verb, verb.i, verb.i, saying, "verb", quoted, None, relay)


def _can_act(head: Token, words: SpeechWords) -> bool:
    """Whether a noun is somebody that can want or refuse something, rather than a thing."""
    return head.tag_ in ("NNP", "NNPS", "NNS", "PRP", "WP") or words.is_somebody(head.lower_)


def _noun_cue(token: Token, saying: Saying) -> Iterator[Cue]:
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None and owner.tag_ not in RELATIVES:
        yield Cue(token, token.i, token.i, saying, "noun", owner)


def barred(cue: Cue) -> tuple[int, ...]:
    """The tokens that no content of `cue` holds: its own, its subject and what stands for that."""
    around = (cue.subject, cue.written) if cue.kind != "hearsay" and not cue.passive else (cue.written,)
    return tuple({*((cue.head.i,) if cue.kind != "hearsay" else ()), *(t.i for t in around if t is not None)})


def suppose(token: Token, words: SpeechWords) -> Cue:
    """The cue that a word would be which no rule takes for one, with its subject where there is one."""
    tag = token.tag_
    if tag.startswith("VB"):
        saying = next((s for s in words.sayings.get(token.lower_, ()) if len(s.words) == 1), None)
        return next(_supposed_verb(token, saying, words))
    known = words.nominals.get(token.lower_)
    return Cue(token, token.i, token.i, known, "noun", _owner(token))


def _supposed_verb(token: Token, saying: Saying | None, words: SpeechWords) -> Iterator[Cue]:
    if is_passive(token):
        yield Cue(token, token.i, token.i, saying, "verb", agent_of(token), passive=True)
        return
    if token.lower_ in words.impressions:
        yield Cue(token, token.i, token.i, saying, "verb")
        return
    subject = find_subject(token, token.i, words, aside=True)
    inverted = subject.head is not None and subject.head.i > token.i and subject.written is None
    yield Cue(token, token.i, token.i, saying, "verb", subject.head, subject.written, subject.relay, inverted)


def _owner(token: Token) -> Token | None:
    """Whose word a noun or an adjective tells: "the mayor's call", "made a promise", "is critical of"."""
    for child in token.children:
        if child.dep_ == "poss" and child.tag_ not in RELATIVES:
            return child
    if token.tag_ in (":", "HYPH"):
        return token.nbor(-1) if token.i > token.sent.start else None
    if token.tag_ == "IN":
        return next((c for c in token.children if c.dep_ == "pobj"), None)
    head = token.head
    return next((c for c in head.children if c.dep_ == "nsubj" and c != token), None)
