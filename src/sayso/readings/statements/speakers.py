"""Resolve speakers: from the words beside a cue to the fullest name that the document gives for them.

Enters: the actors of the document and, in the order of the text, who spoke and who was mentioned. Leaves: a name and
its kind. A pronoun goes to the last person (he, she) or body (it, they) that it can stand for, a description such as
"the minister" to the last actor with that role or that word in its name, a last name to the full name. Where two are
left, or none, a description stays as it is and a pronoun gives nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.model import Actor, Span, SpeakerKind
from sayso.readings.statements.countries import Countries
from sayso.readings.statements.mentions import NOBODY, Mention, Relay, Speaker
from sayso.readings.statements.nations import is_place
from sayso.readings.statements.phrases import Phrase, describe, is_acronym
from sayso.readings.statements.speech_words import SpeechWords
from sayso.readings.statements.subjects import find_subject

_REACH = 900
_NEAR = 450
_NEXT = 200
"""Characters from one who spoke to a description that goes on with them in the next sentence."""
_MEMORY = 300


@dataclass(slots=True)
class Discourse:
    """What was mentioned so far in one document."""

    words: SpeechWords
    actors: tuple[Actor, ...]
    mentions: list[Mention] = field(default_factory=list)
    by_name: dict[str, Actor] = field(default_factory=dict)
    in_full: dict[str, Span] = field(default_factory=dict)
    holders: dict[str, list[Actor]] = field(default_factory=dict)
    female: set[str] = field(default_factory=set)
    male: set[str] = field(default_factory=set)
    relayed: dict[str, tuple[Relay, ...]] = field(default_factory=dict)
    issued: dict[str, Speaker] = field(default_factory=dict)
    countries: Countries = field(init=False)
    heads: dict[str, str] = field(default_factory=dict)
    things: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Index the actors by every name they go by."""
        self.countries = Countries(self.words)
        for actor in self.actors:
            for name in (actor.name, *actor.other_names):
                self.by_name.setdefault(name, actor)
        for actor in self.actors:
            full = next((m for m in actor.mentions if m.end - m.start == len(actor.name)), None)
            if full is not None:
                self.in_full.setdefault(actor.name, full)
            if actor.kind == "person":
                self.by_name.setdefault(actor.name.split()[-1], actor)
                self.holders.setdefault(actor.role or "", []).append(actor)

    def resolve(self, head: Token, at: int, said: Span | None = None) -> Speaker:
        """Who the noun phrase around `head` stands for, read at offset `at`; `said` is what they are to have said."""
        pronoun = self._pronoun_at(head)
        if pronoun == "nobody":
            return NOBODY
        if pronoun is not None and head.tag_ in ("PRP", "WP", "WDT", "DT", "PRP$", "NN", "NNP"):
            return self._pronoun(pronoun, at, said)
        phrase = describe(head, self.words)
        if phrase is None:
            return NOBODY
        known = self.by_name.get(head.text)
        if not phrase.named and known is not None and known.kind == "person" and phrase.name == head.text:
            return Speaker(known.name, "person", known.mentions[0] if known.mentions else None)
        if not phrase.named:
            return self._described(phrase, head, at)
        if phrase.definite:
            self.things.add(phrase.name)
        return self.countries.note(self._named(phrase), phrase, head)

    def _pronoun_at(self, head: Token) -> str | None:
        """What kind of pronoun `head` is, alone or with the word before it ("no one")."""
        if is_acronym(head):
            return None
        both = f"{head.nbor(-1).lower_} {head.lower_}" if head.i > 0 else ""
        return self.words.pronouns.get(both) or self.words.pronouns.get(head.lower_)

    def mention(
        self, speaker: Speaker, at: int, phrase: Phrase | None = None, *, salient: bool, spoke: bool = False
    ) -> None:
        """Remember that `speaker` was mentioned at offset `at`; `salient` where as one who `spoke` or main subject."""
        if speaker.name is None:
            return
        head = self.heads.get(speaker.name)
        roles = {head} if head is not None else {w.lower() for w in speaker.name.split()}
        actor = self.by_name.get(speaker.name)
        if actor is not None and actor.role:
            roles.add(actor.role)
        if phrase is not None and phrase.role:
            roles.add(phrase.role)
        modifiers = phrase.modifiers if phrase is not None else ()
        plural = speaker.kind == "collective" and not any(self.words.roles.get(r) == "document" for r in roles)
        self.mentions.append(Mention(speaker, at, frozenset(roles), salient, spoke, plural, modifiers))

    def issue(self, thing: Token) -> None:
        """Remember who speaks through a document: "said in a statement", "released a note"."""
        bearing = thing.head
        if bearing.lower_ not in self.words.bearing or self.words.roles.get(thing.lower_) != "document":
            return
        verb = bearing.head if thing.dep_ == "pobj" else bearing
        issuer = find_subject(verb, verb.i, self.words, aside=True).head
        speaker = self.resolve(issuer, verb.idx) if issuer is not None and issuer != thing else NOBODY
        if speaker.name is not None:
            self.issued[thing.lower_] = speaker

    def note(self, head: Token, *, salient: bool) -> None:
        """Remember the subject of a clause, if it names somebody."""
        phrase = describe(head, self.words)
        if phrase is None:
            return
        if phrase.named:
            if phrase.definite:
                self.things.add(phrase.name)
            speaker = self.countries.note(self._named(phrase), phrase, head)
        elif phrase.kind == "organisation" and self.countries.told(phrase.modifiers):
            speaker = self._described(phrase, head, head.idx)
        elif phrase.kind in ("unnamed", "organisation", "collective") and not phrase.definite:
            speaker = Speaker(phrase.name, phrase.kind, phrase.span)
            self._learn_head(phrase)
        else:
            return
        self.mention(speaker, head.idx, phrase, salient=salient)

    def _named(self, phrase: Phrase) -> Speaker:
        actor = self.by_name.get(phrase.name)
        name = actor.name if actor is not None else phrase.name
        if actor is None:
            return Speaker(name, phrase.kind, phrase.span)
        kinds: dict[str, SpeakerKind] = {"person": "person", "organisation": "organisation", "outlet": "outlet"}
        kind = kinds.get(actor.kind, "organisation" if actor.kind == "state" else phrase.kind)
        return Speaker(actor.name, kind, self.in_full.get(actor.name, phrase.span))

    def _recent(self, at: int) -> list[Mention]:
        """Those mentioned within reach before `at`, main subjects and speakers first, the last first."""
        near = [m for m in reversed(self.mentions[-_MEMORY:]) if 0 <= at - m.at <= _REACH]
        return [m for m in near if m.salient] or near

    def _pronoun(self, pronoun: str, at: int, said: Span | None) -> Speaker:
        recent = self._recent(at)
        if pronoun in ("he", "she"):
            return self._person(pronoun, recent, at, said)
        if pronoun == "it":
            bodies = [m.speaker for m in recent if m.speaker.kind in ("organisation", "outlet", "unknown")]
            known = (s for s in bodies if s.kind != "unknown" or not self._is_full_name(s.name or ""))
            return next(known, bodies[0] if bodies else NOBODY)
        return self._several(recent) if pronoun == "they" else NOBODY

    def _several(self, recent: list[Mention]) -> Speaker:
        """Whom "they" stands for: a group, or the body mentioned last, where no person was mentioned since."""
        group = next((m for m in recent if m.plural), None)
        body = recent[0] if recent and recent[0].speaker.kind == "organisation" else None
        if group is not None and (body is None or group.at > body.at):
            return group.speaker
        return body.speaker if body is not None else NOBODY

    def _person(self, pronoun: str, recent: list[Mention], at: int, said: Span | None) -> Speaker:
        """Whom "he" or "she" stands for: not somebody named in what was said, where another goes on speaking."""
        excluded = self.male if pronoun == "she" else self.female
        people = [m for m in recent if m.speaker.name not in excluded and self._is_person(m, at)]
        before = next((m for m in people if said is None or not said.start <= m.at < said.end), None)
        chosen = before if before is not None and before.spoke and at - before.at < _NEAR else next(iter(people), None)
        if chosen is None:
            return NOBODY
        (self.female if pronoun == "she" else self.male).add(chosen.speaker.name or "")
        return chosen.speaker

    def _is_person(self, mention: Mention, at: int) -> bool:
        """Whether "he" or "she" may stand for one mentioned; of unknown kind only where near and named in full."""
        speaker = mention.speaker
        if speaker.kind != "unknown":
            return speaker.kind in ("person", "unnamed")
        name = speaker.name or ""
        return self._is_full_name(name) and at - mention.at < _NEAR and not is_place(name)

    def _is_full_name(self, name: str) -> bool:
        """Whether a name could be a person's first and last: of several words in capitals, and without an article."""
        return " " in name and all(w[:1].isupper() for w in name.split()) and name not in self.things

    def _described(self, phrase: Phrase, head: Token, at: int) -> Speaker:
        if not self.can_speak(head):
            return NOBODY
        own = Speaker(phrase.name, phrase.kind, phrase.span)
        self._learn_head(phrase)
        group = self.words.roles.get(phrase.role or "")
        if group == "document":
            issuer = self._issuer(head, phrase, at)
            if issuer is None or issuer.name is None:
                return own
            self.issued[phrase.role or ""] = issuer
            return issuer
        if not phrase.definite or phrase.role is None or phrase.plural:
            return own
        owned = any(c.dep_ == "poss" for c in head.children) and bool(self.countries.told(phrase.modifiers))
        same_role = self._with_role(phrase, at, known=owned)
        if same_role is not None:
            return same_role
        if owned:
            return own  # "Ardania's minister" introduces somebody
        if any(c.dep_ == "prep" and c.i == head.i + 1 for c in head.children):
            return own  # "the governor of Torvik" says itself who is meant
        holder = self._holder(phrase)
        if holder is not None:
            return holder
        if any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in head.children):
            return own  # so does "the mayor's spokesman"
        return self._variation(phrase, group, at) or own

    def _with_role(self, phrase: Phrase, at: int, *, known: bool) -> Speaker | None:
        """The last one mentioned with a role; where a country is told, one of it, or the only one of none `known`."""
        before = [m for m in reversed(self.mentions[-_MEMORY:]) if m.at <= at and phrase.role in m.roles]
        nations = self.countries.told(phrase.modifiers)
        if not nations:
            return next((m.speaker for m in before if fits(phrase, m.modifiers, m.speaker)), None)
        of_it = next((m.speaker for m in before if self._is_same_of(phrase, m.speaker, nations)), None)
        if of_it is not None or known:
            return of_it
        open_ones = [m for m in before if not self.countries.known(m.speaker)]
        unknown = [m.speaker for m in open_ones if fits(phrase, m.modifiers, m.speaker)]
        alone = len({s.name for s in unknown}) == 1 and len(self.holders.get(phrase.role or "", [])) <= 1
        return unknown[0] if alone else None

    def _is_same_of(self, phrase: Phrase, speaker: Speaker, nations: set[str]) -> bool:
        """Whether one of these countries is described: no foreign ministry is its "defence ministry"."""
        known = self.countries.known(speaker, phrase.role)
        if nations.isdisjoint(known) or (phrase.kind == "organisation" != speaker.kind):
            return False
        named = (speaker.name or "").split()
        return speaker.kind == "person" or all(self._has(named, known, m) for m in phrase.modifiers)

    def _has(self, named: Sequence[str], known: set[str], modifier: str) -> bool:
        told = self.countries.told((modifier,))
        return told <= known if told else any(_alike(modifier, word) for word in named)

    def _learn_head(self, phrase: Phrase) -> None:
        if phrase.role is not None:
            self.heads.setdefault(phrase.name, phrase.role)

    def can_speak(self, head: Token) -> bool:
        """Whether a common noun is known to speak: "the conditions" and "the approach" only seem to."""
        common = head.tag_ in ("NN", "NNS") and head.text.islower()
        return not common or self.words.is_somebody(head.lower_)

    def _holder(self, phrase: Phrase) -> Speaker | None:
        """The only actor of the document with this role, wherever it is named."""
        holders = self.holders.get(phrase.role or "", [])
        capitalised = [m for m in phrase.modifiers if m[:1].isupper()]
        if len(holders) == 1 and not capitalised:
            return Speaker(holders[0].name, "person", holders[0].mentions[0] if holders[0].mentions else None)
        return None

    def _variation(self, phrase: Phrase, group: str | None, at: int) -> Speaker | None:
        """Who spoke right before, under another description ("the backbencher"), where one can be meant."""
        if group == "outlet":
            before = [m.speaker for m in reversed(self.mentions[-_MEMORY:]) if m.at <= at]
            outlets = [s for s in before if s.kind == "outlet"]
            return outlets[0] if outlets else None
        near = self._may_be_meant(phrase, group or "", at)
        if len({m.speaker.name for m in near}) > 1:
            near = [m for m in near if m.spoke and at - m.at < _NEXT]
        if len({m.speaker.name for m in near}) != 1:
            return None
        if group == "organisation":
            self.things.add(near[0].speaker.name or "")
        return near[0].speaker

    def _may_be_meant(self, phrase: Phrase, group: str, at: int) -> list[Mention]:
        """Those mentioned right before whom a description of a person or a body may be another word for."""
        kinds = {"person": ("person", "unnamed"), "organisation": ("organisation", "unknown")}
        near = [m for m in self._recent(at) if at - m.at < _NEAR and m.speaker.kind in kinds.get(group, ())]
        near = [m for m in near if not self.countries.differ(phrase, m.speaker) and self._may_vary(phrase, m.speaker)]
        if group != "organisation":
            return near
        named = any(m[:1].isupper() for m in phrase.modifiers)
        return [m for m in near if not named and not self._is_other(phrase, m.speaker)]

    def _may_vary(self, phrase: Phrase, speaker: Speaker) -> bool:
        """Whether one may be called so: no state is "the company", no spokesman "the prime minister"."""
        if self._is_state(speaker) and phrase.role not in self.words.states:
            return False
        head = self.heads.get(speaker.name or "")
        general = phrase.role in self.words.general or not {phrase.role, head} <= self.words.titles
        return general or speaker.kind != "unnamed"

    def _is_state(self, speaker: Speaker) -> bool:
        actor = self.by_name.get(speaker.name or "")
        return actor is not None and actor.kind == "state"

    def _is_other(self, phrase: Phrase, speaker: Speaker) -> bool:
        """Whether the name of a body says that it is of another kind: no agency is "the ministry"."""
        if phrase.role in self.words.general:
            return False
        words = {w.lower() for w in (speaker.name or "").split()}
        kinds = {w for w in words if self.words.roles.get(w) == "organisation"}
        return bool(kinds) and phrase.role not in kinds

    def _issuer(self, head: Token, phrase: Phrase, at: int) -> Speaker | None:
        """Who speaks through a document: "a statement released by the council", "the council's report"."""
        for token in head.subtree:
            agent = token.dep_ == "agent" or (token.dep_ == "prep" and token.lower_ in self.words.issuing)
            owner = token.dep_ == "poss" or (token.dep_ == "compound" and token.tag_ == "NNP")
            if agent and token.i > head.i:
                body = next((c for c in token.children if c.dep_ == "pobj"), None)
                if body is not None:
                    return self.resolve(body, at)
            elif owner and token.head == head and token.tag_ != "WP$":
                return self.resolve(token, at)
        if head.dep_ == "dobj":
            author = next((c for c in head.head.children if c.dep_ == "nsubj" and c.tag_ != "WDT"), None)
            if author is not None:
                return self.resolve(author, at)
        if phrase.definite and not phrase.modifiers:
            told = [m.speaker for m in self._recent(at) if m.spoke and m.speaker.kind not in ("outlet", "collective")]
            return self.issued.get(phrase.role or "") or (told[0] if told else None)
        return None


def fits(phrase: Phrase, modifiers: tuple[str, ...], speaker: Speaker) -> bool:
    """Whether nothing in a description speaks against the one mentioned."""
    if speaker.kind == "unnamed":
        name = {w.lower() for w in (speaker.name or "").replace("-", " ").split()}
        return all(any(_alike(m, w) for w in name) for m in phrase.modifiers)
    mine = [m for m in phrase.modifiers if m[:1].isupper()]
    named = (speaker.name or "").split() if speaker.kind in ("organisation", "outlet") else ()
    if speaker.kind == "organisation" and _is_of_another_kind(phrase, named):
        return False
    theirs = [m for m in (*modifiers, *named) if m[:1].isupper()]
    return not mine or not theirs or any(_alike(a, b) for a in mine for b in theirs)


def _is_of_another_kind(phrase: Phrase, named: Sequence[str]) -> bool:
    """Whether the words before a body's noun differ: "the defence ministry", "Foreign Ministry"."""
    mine = [m for m in phrase.modifiers if m.islower()]
    theirs = [w for w in named if w.islower() and w != phrase.role]
    return bool(mine and theirs) and not any(_alike(m, w) for m in mine for w in theirs)


def _alike(one: str, other: str) -> bool:
    """Whether two words share their stem: "Ukraine", "Ukrainian"."""
    return one[:4].lower() == other[:4].lower()
