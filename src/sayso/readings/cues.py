"""Find cues: the words by which a document hands words to a source, and who is said to say them.

Enters: the tokens of a sentence. Leaves: its cues in order: verbs of saying ("announced"), nouns of saying ("the claim
that") and sources without a verb ("according to"), each with the head of its subject where the parse gives one.
A verb in the passive has its agent as subject ("was accused by"), and nobody where no agent is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.readings.speech_words import Saying, SpeechWords

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: the tokens `first` to `last`, its `head`, and the `subject` that it hands its content to.

    `kind` is verb, noun or source. `written` is where the subject stands beside the cue where that is not the
    subject itself ("who"). `relay` passes on what the subject said ("Interfax quoted an official as saying").
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


def find_cues(sentence: TokenSpan, words: SpeechWords) -> Iterator[Cue]:
    """The cues of `sentence`, in order."""
    lower = [token.lower_ for token in sentence]
    for position, word in enumerate(lower):
        if word in words.sources and (phrase := _phrase(lower, position, words.sources[word])):
            yield from _source_cue(sentence, position, len(phrase))
        elif word in words.sayings:
            token = sentence[position]
            if token.tag_.startswith("VB") or (token.tag_ == "" and not token.dep_):
                for saying in words.sayings[word]:
                    if tuple(lower[position : position + len(saying.words)]) == saying.words:
                        yield from _verb_cue(token, saying)
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


def _verb_cue(token: Token, saying: Saying) -> Iterator[Cue]:
    last = token.i + len(saying.words) - 1
    children = list(token.children)
    if any(c.dep_ == "auxpass" for c in children) or any(c.dep_ in PASSIVE_SUBJECTS for c in children):
        agent = next((o for c in children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None)
        yield Cue(token, token.i, last, saying, "verb", agent, passive=True)
        return
    subject, written, relay = find_subject(token)
    inverted = False
    if subject is not None and subject.i > last and subject.head == token:
        inverted = True
    if subject is None and "aside" in saying.frames and len(saying.words) == 1:
        subject = _misread_subject(token)
        inverted = subject is not None
    if subject is not None or "aside" in saying.frames:
        yield Cue(token, token.i, last, saying, "verb", subject, written, relay, inverted)


def find_subject(verb: Token) -> tuple[Token | None, Token | None, Token | None]:
    """The head of who does `verb`, where it is written if elsewhere, and the relay that passes it on."""
    for _ in range(6):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                if child.tag_ in RELATIVES and verb.dep_ == "relcl":
                    return verb.head, child, None
                return child, None, None
        head, dep = verb.head, verb.dep_
        if head == verb:
            return None, None, None
        if dep == "acl" or (dep == "relcl" and verb.tag_ == "VBG"):
            return (head, None, None) if head.tag_.startswith(("NN", "PRP")) else (None, None, None)
        if dep == "pcomp" and head.dep_ == "prep" and head.lower_ == "as":
            return _quoted(head.head)
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"):
            return None, None, None
        if dep == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return None, None, None
        if dep == "pcomp":
            head = head.head
        if dep == "xcomp":
            controller = next((c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
            if controller is not None and controller.tag_.startswith(("NN", "PRP")):
                return controller, None, None
        if not head.tag_.startswith(("VB", "MD")):
            return None, None, None
        verb = head
    return None, None, None


def _quoted(verb: Token) -> tuple[Token | None, Token | None, Token | None]:
    """Whom "… quoted X as saying" and "X was quoted as saying" hand words to, and who quotes."""
    children = {c.dep_: c for c in verb.children}
    if "nsubjpass" in children:
        return children["nsubjpass"], None, None
    if "dobj" in children:
        return children["dobj"], None, children.get("nsubj")
    return children.get("nsubj"), None, None


def _misread_subject(verb: Token) -> Token | None:
    """The noun after ", announced the UN", which the parse takes for an object."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1).text
    if before not in {",", '"', "”", "''", "’", "'", "»"}:
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") and c.i > verb.i), None)


def _noun_cue(token: Token, saying: Saying) -> Iterator[Cue]:
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None and owner.tag_ not in RELATIVES:
        yield Cue(token, token.i, token.i, saying, "noun", owner)
