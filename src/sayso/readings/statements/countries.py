"""Remember of which country somebody is, by the words beside a name: "Ardanian", "Ardania’s", "of Ardania".

Enters: phrases that name or describe somebody. Leaves: ISO 3166-1 codes of those named, and whether a
description is of another country than somebody. A body is of the country that its name tells.
"""

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from sayso.model import Actor
from sayso.readings.statements.mentions import Speaker
from sayso.readings.statements.nations import nation_of
from sayso.readings.statements.phrases import Phrase, words_before
from sayso.readings.statements.speech_words import SpeechWords

_WORD = re.compile(r"[\w.]+")
_MOST = 20
"""Mentions of one person that are looked at: a country stands before one of the first."""
_BEFORE = ("poss", "amod", "compound", "nmod")


@dataclass(slots=True)
class Countries:
    """What one document tells of the countries of persons."""

    words: SpeechWords
    by_name: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, actors: tuple[Actor, ...], text: Doc) -> None:
        """Remember what stands before the names of persons, wherever in `text` it stands."""
        for actor in actors:
            for mention in actor.mentions[:_MOST] if actor.kind == "person" else ():
                name = text.char_span(mention.start, mention.end, alignment_mode="expand")
                told = self.told(words_before(name[0], [])) if name is not None and len(name) else None
                if told:
                    self.by_name.setdefault(actor.name, set()).update(told)

    def note(self, speaker: Speaker, phrase: Phrase, head: Token) -> Speaker:
        """`speaker`, of whom it is remembered which countries the words around `head` tell."""
        beside = [head, *(c for c in head.children if c.dep_ == "appos")]
        before = [t.text for noun in beside for t in noun.children if t.dep_ in _BEFORE]
        of = [t.text for n in beside for p in n.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
        told = self.told((*phrase.modifiers, *before, *of))
        if told and speaker.name is not None and speaker.kind == "person":
            self.by_name.setdefault(speaker.name, set()).update(told)
        return speaker

    def told(self, modifiers: tuple[str, ...]) -> set[str]:
        """The countries that some words tell of."""
        return {nation for m in modifiers if (nation := nation_of(m, self.words)) is not None}

    def known(self, speaker: Speaker, role: str | None = None) -> set[str]:
        """The countries that somebody is known to be of; of a body rather by what stands before its `role`."""
        name = speaker.name or ""
        if speaker.kind == "person":
            return self.by_name.get(name, set())
        before = name.lower().find(role) if role is not None else -1
        own = self.told(tuple(_WORD.findall(name[:before]))) if before > 0 else set()
        return own or self.told(tuple(_WORD.findall(name)))

    def differ(self, phrase: Phrase, speaker: Speaker) -> bool:
        """Whether a description tells of another country than what is known of somebody."""
        ours, theirs = self.told(phrase.modifiers), self.known(speaker)
        return bool(ours and theirs) and ours.isdisjoint(theirs)
