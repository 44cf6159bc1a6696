"""Find relays: who passed words on between the one who said them and this document.

Enters: a cue, its content and who was found to speak. Leaves: the speaker and the relays, from the speaker outwards.
"An official told Reuters" and "in a note seen by Reuters" give Reuters; "AFP, based on data from the council" gives the
council through AFP; "Interfax quoted a guard as saying" gives the guard through Interfax. An outlet that reports on its
own word is a speaker and no relay; reporters in general are neither.
"""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.model import Span
from sayso.readings.statements.cues import Cue
from sayso.readings.statements.speakers import Discourse, Speaker


def find_relays(
    cue: Cue, content: Span, sentence: TokenSpan, speaker: Speaker, discourse: Discourse
) -> tuple[Speaker, tuple[str, ...]]:
    """Who speaks, and through whom."""
    if speaker.kind == "outlet":
        behind = _behind(cue, content, sentence, discourse)
        return (behind, (speaker.name or "",)) if behind is not None else (speaker, ())
    relays = [speaker_of.name for speaker_of in _named_relays(cue, content, sentence, discourse) if speaker_of.name]
    if not relays and speaker.kind == "unnamed" and speaker.name is not None:
        relays = list(discourse.relayed.get(speaker.name, ()))
    found = tuple(dict.fromkeys(r for r in relays if r != speaker.name))
    if found and speaker.name is not None:
        discourse.relayed.setdefault(speaker.name, found)
    return speaker, found


def _named_relays(cue: Cue, content: Span, sentence: TokenSpan, discourse: Discourse) -> list[Speaker]:
    found = []
    at = cue.head.idx
    if cue.relay is not None:
        found.append(discourse.resolve(cue.relay, at))
    told = [c for c in cue.head.children if c.dep_ in ("dobj", "dative") and c.i > cue.last]
    for token in told if cue.saying is not None and cue.saying.term == "tell" else ():
        hearer = discourse.resolve(token, at)
        if hearer.kind == "outlet":
            found.append(hearer)
    for token in _outside(cue, content, sentence):
        if token.dep_ == "pobj" and token.head.lower_ in discourse.words.relaying:
            passed = discourse.resolve(token, at)
            if passed.kind == "outlet" and passed.name not in discourse.words.platforms:
                found.append(passed)
    for speaker in found:
        discourse.mention(speaker, at, salient=False)
    return found


def _behind(cue: Cue, content: Span, sentence: TokenSpan, discourse: Discourse) -> Speaker | None:
    """Whose word an outlet reports: "based on data from the council", "citing the ministry"."""
    for token in _outside(cue, content, sentence):
        source = _source_at(token, cue, discourse)
        if source is None or source.name is None:
            continue
        if source.kind in ("organisation", "person", "unnamed", "collective") or source.name[:1].isupper():
            return source if source.name.lower() != token.lower_ and source.kind != "outlet" else None
    return None


def _source_at(token: Token, cue: Cue, discourse: Discourse) -> Speaker | None:
    """Whom a document noun ("data from the council") or a citing word ("citing the ministry") leads to."""
    if discourse.words.roles.get(token.lower_) == "document" and token.tag_ in ("NN", "NNS"):
        return discourse.resolve(token, cue.head.idx)
    if token.lower_ not in discourse.words.citing:
        return None
    thing = next((c for c in token.children if c.dep_ in ("dobj", "pobj")), None)
    return discourse.resolve(thing, cue.head.idx) if thing is not None else None


def _outside(cue: Cue, content: Span, sentence: TokenSpan) -> list[Token]:
    """The tokens after the cue that are not part of its content."""
    after = cue.head.doc[cue.last + 1 : sentence.end]
    return [t for t in after if not content.start <= t.idx < content.end]
