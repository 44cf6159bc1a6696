"""Find who does a verb of saying, by the arcs of the parse.

Enters: the verb. Leaves: the head of its subject, the word that stands for it ("who"), and the relay that passes on
what it said ("Interfax quoted an official as saying"). A verb without a subject of its own shares that of the verb it
hangs on; where the parse has put "…, adding that" into what somebody said, it is the speaker's. Where the arcs fail,
what stands beside the verb decides.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.readings.statements.misreadings import FINITE, misread_object, right_before
from sayso.readings.statements.speech_words import SpeechWords

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_SHARED = SUBJECTS | {"nsubjpass"}
QUOTED_AS = "as"
"""Before what somebody is quoted or described as doing."""
RELATIVES = frozenset({"WDT", "WP", "WP$"})
_PASSIVE = frozenset({"auxpass", "nsubjpass", "csubjpass"})
_LINKS = ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep")
_FARTHEST = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of a subject, where it is written if elsewhere, and who passes its words on."""

    head: Token | None = None
    written: Token | None = None
    relay: Token | None = None


NO_SUBJECT = Subject()


def find_subject(verb: Token, last: int, words: SpeechWords, *, aside: bool) -> Subject:
    """Who does `verb`, whose cue ends at token `last`; `aside` where it may stand after what was said."""
    by_arcs = _by_arcs(verb, words)
    finite = verb.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)
    if aside and finite:
        after = misread_object(verb, last, by_arcs.head, words)
        if after is not None:
            return Subject(after)
    if by_arcs.written is None and by_arcs.relay is None and finite:
        before = right_before(verb, by_arcs.head, words)
        if before is not None:
            return Subject(before)
    return by_arcs


def _by_arcs(verb: Token, words: SpeechWords) -> Subject:
    kinds = SUBJECTS
    for _ in range(_FARTHEST):
        for child in verb.children:
            if child.dep_ in kinds:
                if child.tag_ in RELATIVES and verb.dep_ == "relcl":
                    return Subject(_antecedent(verb.head, child, words), child)
                return NO_SUBJECT if kinds != SUBJECTS and _stands_for_nothing(child, verb, words) else Subject(child)
        step = _upwards(verb, words)
        if isinstance(step, Subject):
            return step
        verb, kinds = step, _SHARED
    return NO_SUBJECT


def _stands_for_nothing(subject: Token, verb: Token, words: SpeechWords) -> bool:
    """Whether it is the "it" of "it is fair to say", which nobody is."""
    return words.pronouns.get(subject.lower_) == "it" and any(c.dep_ == "acomp" for c in verb.children)


def _upwards(verb: Token, words: SpeechWords) -> Subject | Token:
    """The subject that a verb without one of its own shares, or the verb to ask next."""
    head, dep = verb.head, verb.dep_
    if head == verb:
        return NO_SUBJECT
    if dep == "acl" or (dep == "relcl" and verb.tag_ == "VBG"):
        return _of_a_noun(verb, words)
    if dep == "pcomp" and head.dep_ == "prep" and head.lower_ == QUOTED_AS:
        return _quoted(head.head, words)
    if dep == "advcl" and verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children):
        return Subject(agent_of(verb))
    if (
        dep in ("advcl", "conj")
        and (outer := _outside(head, verb, words) or _behind_noun(head, verb, words)) is not None
    ):
        return outer
    if dep == "conj" and verb.tag_ in FINITE and (head.tag_ != verb.tag_ or _of_a_thing(head, words)):
        alike = (t for t in head.ancestors if t.tag_ == verb.tag_ and t.lower_ in words.sayings and t.i < verb.i)
        return next(alike, head)
    if dep not in _LINKS or (dep == "ccomp" and verb.tag_ not in ("VBG", "VB")):
        return NO_SUBJECT
    if dep == "xcomp" and (controller := _controller(verb)) is not None:
        return Subject(controller)
    head = head.head if dep == "pcomp" else head
    return head if head.tag_.startswith(("VB", "MD")) else NO_SUBJECT


def _of_a_noun(verb: Token, words: SpeechWords) -> Subject | Token:
    """Who does a participle or infinitive on a noun: the noun, or whoever issued it ("a letter disputing …")."""
    noun = verb.head
    if verb.tag_ == "VBG" and verb.i > verb.sent.start and verb.nbor(-1).text == ",":
        main = next((t for t in verb.ancestors if t.tag_ in FINITE and t.i < verb.i), None)
        return main if main is not None else NO_SUBJECT
    thing = noun.tag_ == "NN" and words.roles.get(noun.lower_, "document") == "document"
    if noun.dep_ == "dobj" and noun.head.i < noun.i and (thing or verb.tag_ == "VB"):
        return noun.head
    return Subject(noun) if noun.tag_.startswith(("NN", "PRP")) else NO_SUBJECT


def _outside(inner: Token, verb: Token, words: SpeechWords) -> Token | None:
    """The verb of saying before "…, adding that", where the parse has put that into what was said.

    In 77 of 79 such places of annotated news the one who speaks outside goes on speaking.
    """
    while inner.dep_ == "conj":
        inner = inner.head
    outer = inner.head
    saying = inner.dep_ == "ccomp" and outer.lower_ in words.sayings and outer.i < verb.i
    return outer if saying and outer.tag_.startswith("VB") else None


def _behind_noun(inner: Token, verb: Token, words: SpeechWords) -> Token | None:
    """The verb of saying before ", saying that" which the parse has put into a clause on what is said.

    "She denied the idea that the council would move, saying …"
    """
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text != "," or inner.dep_ != "acl":
        return None
    noun = inner.head
    outer = noun.head if noun.dep_ in ("dobj", "pobj") else noun
    outer = outer.head if outer.dep_ == "prep" else outer
    return outer if outer.lower_ in words.sayings and outer.tag_.startswith("VB") and outer.i < inner.i else None


def is_passive(verb: Token) -> bool:
    """Whether what is done is told of the one it is done to."""
    shortened = verb.tag_ == "VBN" and verb.dep_ == "conj" and any(c.dep_ == "agent" for c in verb.children)
    return shortened or any(c.dep_ in _PASSIVE for c in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Who asks in "asked by a reporter", where that is said."""
    by = (c for c in verb.children if c.dep_ == "agent")
    return next((c for b in by for c in b.children if c.dep_ == "pobj"), None)


def _controller(verb: Token) -> Token | None:
    """Who is to do an infinitive: the object of "asked the mayor to say"."""
    controller = next((c for c in verb.head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
    return controller if controller is not None and controller.tag_.startswith(("NN", "PRP")) else None


def _of_a_thing(verb: Token, words: SpeechWords) -> bool:
    """Whether the subject of a verb is a thing that could not do a verb of saying as well."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.tag_ == "NN" and subject.lower_ not in words.roles


def _antecedent(head: Token, relative: Token, words: SpeechWords) -> Token:
    """What "who" stands for: the person in "a soldier from the regiment who", not the regiment."""
    top = head
    while relative.lower_ in words.pronouns and top.dep_ == "pobj" and top.head.dep_ == "prep":
        top = top.head.head
        if words.roles.get(top.lower_) == "person":
            return top
    return head


def _quoted(verb: Token, words: SpeechWords) -> Subject:
    """Whom "… quoted X as saying" and "X was quoted as saying" hand words to, and who quotes.

    "A guard described it as defending the bridge" quotes nobody.
    """
    children = {c.dep_: c for c in verb.children}
    if "nsubjpass" in children:
        return Subject(children["nsubjpass"], None, agent_of(verb))
    if "dobj" in children:
        if verb.lower_ not in words.quoting:
            return NO_SUBJECT
        return Subject(children["dobj"], None, children.get("nsubj"))
    return Subject(children.get("nsubj"))
