"""Resolve speakers: from the words beside a cue to the fullest name that the document gives for them.

Enters: the actors of the document and, in the order of the text, who spoke and who was mentioned. Leaves: a name and
its kind. A pronoun goes to the last person (he, she) or body (it, they) that it can stand for, a description such as
"the minister" to the last actor with that role or that word in its name, a last name to the full name. Where two are
left, or none, a description stays as it is and a pronoun gives nobody.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.model import Actor, Span, SpeakerKind
from sayso.readings.phrases import Phrase, describe
from sayso.readings.speech_words import SpeechWords

_REACH = 900


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a name, or nobody; `named` is where the document gives the fuller name, `told` who relays it."""

    name: str | None = None
    kind: SpeakerKind = "unknown"
    named: Span | None = None
    via: tuple[str, ...] = ()


NOBODY = Speaker()


@dataclass(slots=True)
class _Mention:
    speaker: Speaker
    at: int
    roles: frozenset[str]
    salient: bool
    plural: bool = False


@dataclass(slots=True)
class Discourse:
    """What was mentioned so far in one document."""

    words: SpeechWords
    actors: tuple[Actor, ...]
    mentions: list[_Mention] = field(default_factory=list)
    by_name: dict[str, Actor] = field(default_factory=dict)
    female: set[str] = field(default_factory=set)
    male: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Index the actors by every name they go by."""
        for actor in self.actors:
            for name in (actor.name, *actor.other_names):
                self.by_name.setdefault(name, actor)
        for actor in self.actors:
            self.by_name.setdefault(actor.name.split()[-1], actor) if actor.kind == "person" else None

    def resolve(self, head: Token, at: int) -> Speaker:
        """Who the noun phrase around `head` stands for, read at offset `at`."""
        pronoun = self.words.pronouns.get(head.lower_)
        if pronoun is not None and head.tag_ in ("PRP", "WP", "WDT", "PRP$", "NN", "NNP"):
            return self._pronoun(pronoun, at)
        phrase = describe(head, self.words)
        if phrase is None:
            return NOBODY
        return self._named(phrase) if phrase.named else self._described(phrase, head, at)

    def mention(self, speaker: Speaker, at: int, phrase_roles: frozenset[str] = frozenset(), *, salient: bool) -> None:
        """Remember that `speaker` was mentioned at offset `at`; `salient` where as a speaker or subject."""
        if speaker.name is None:
            return
        roles = set(phrase_roles)
        actor = self.by_name.get(speaker.name)
        if actor is not None and actor.role:
            roles.add(actor.role)
        roles.update(w.lower() for w in speaker.name.split())
        self.mentions.append(_Mention(speaker, at, frozenset(roles), salient, speaker.kind == "collective"))

    def note(self, head: Token) -> None:
        """Remember the subject of a sentence, if it names somebody."""
        phrase = describe(head, self.words)
        if phrase is None:
            return
        if phrase.named:
            speaker = self._named(phrase)
        elif phrase.kind in ("unnamed", "organisation", "collective") and not phrase.definite:
            speaker = Speaker(phrase.name, phrase.kind, phrase.span)
        else:
            return
        self.mention(speaker, head.idx, frozenset({phrase.role}) if phrase.role else frozenset(), salient=True)

    def last_speaker(self, at: int) -> Speaker:
        """Who was last mentioned as a speaker or a subject."""
        recent = self._recent(at)
        return recent[0].speaker if recent else NOBODY

    def _named(self, phrase: Phrase) -> Speaker:
        actor = self.by_name.get(phrase.name)
        if actor is None:
            return Speaker(phrase.name, phrase.kind, phrase.span)
        kinds: dict[str, SpeakerKind] = {"person": "person", "organisation": "organisation", "outlet": "outlet"}
        kind = kinds.get(actor.kind, "organisation" if actor.kind == "state" else phrase.kind)
        fuller = next((m for m in actor.mentions if m.end - m.start == len(actor.name)), phrase.span)
        return Speaker(actor.name, kind, fuller)

    def _recent(self, at: int) -> list[_Mention]:
        return [m for m in reversed(self.mentions) if m.salient and 0 <= at - m.at <= _REACH]

    def _pronoun(self, pronoun: str, at: int) -> Speaker:
        recent = self._recent(at)
        if pronoun in ("he", "she"):
            return self._person(pronoun, recent)
        if pronoun == "it":
            bodies = [m.speaker for m in recent if m.speaker.kind in ("organisation", "outlet", "unknown")]
            return bodies[0] if bodies else NOBODY
        if pronoun == "they":
            several = [m.speaker for m in recent if m.plural or m.speaker.kind in ("organisation", "outlet")]
            return several[0] if several else NOBODY
        return NOBODY

    def _person(self, pronoun: str, recent: list[_Mention]) -> Speaker:
        excluded = self.male if pronoun == "she" else self.female
        people = [
            m.speaker for m in recent if m.speaker.kind in ("person", "unnamed") and m.speaker.name not in excluded
        ]
        if not people:
            people = [m.speaker for m in recent if m.speaker.kind == "unknown" and " " in (m.speaker.name or "")]
        if not people:
            return NOBODY
        name = people[0].name or ""
        (self.female if pronoun == "she" else self.male).add(name)
        return people[0]

    def _described(self, phrase: Phrase, head: Token, at: int) -> Speaker:
        own = Speaker(phrase.name, phrase.kind, phrase.span)
        if not phrase.definite or phrase.role is None or phrase.plural:
            return own
        recent = [m for m in reversed(self.mentions) if m.at <= at]
        exact = [m for m in recent if phrase.role in m.roles and _fits(phrase, m)]
        if exact:
            return exact[0].speaker
        group = self.words.roles.get(phrase.role)
        if phrase.modifiers or group not in ("person", "organisation"):
            return self._by_role(phrase) or own
        by_role = self._by_role(phrase)
        if by_role is not None:
            return by_role
        wanted = ("person", "unnamed") if group == "person" else ("organisation", "outlet", "unknown")
        near = [m.speaker for m in recent if m.salient and at - m.at < _REACH and m.speaker.kind in wanted]
        return near[0] if near and len({s.name for s in near[:2]}) == 1 else own

    def _by_role(self, phrase: Phrase) -> Speaker | None:
        holders = [a for a in self.actors if a.role == phrase.role and a.kind == "person"]
        if len(holders) == 1:
            return Speaker(holders[0].name, "person", holders[0].mentions[0] if holders[0].mentions else None)
        return None


def _fits(phrase: Phrase, mention: _Mention) -> bool:
    """Whether nothing in the description speaks against the one mentioned."""
    if mention.speaker.kind == "unnamed":
        name = {w.lower() for w in (mention.speaker.name or "").replace("-", " ").split()}
        return all(w in name for w in phrase.modifiers)
    return True
