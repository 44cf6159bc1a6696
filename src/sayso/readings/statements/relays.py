"""Find relays: who passed words on between the one who said them and this document.

Enters: a cue, its content and who was found to speak. Leaves: the speaker and the relays, from the speaker outwards,
each with the words that name it. "An official told Reuters" and "in a note to Reuters" give Reuters; "AFP, based on
data from the council" gives the council through AFP; "Interfax quoted a guard as saying" gives the guard through
Interfax. An outlet that reports on its own word is a speaker and no relay; reporters in general are neither.
"""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.model import Span
from sayso.readings.statements.cues import Cue
from sayso.readings.statements.mentions import Relay, Speaker
from sayso.readings.statements.speakers import Discourse


def find_relays(
    cue: Cue, content: Span, sentence: TokenSpan, speaker: Speaker, discourse: Discourse
) -> tuple[Speaker, tuple[Relay, ...]]:
    """Who speaks, and through whom."""
    if speaker.kind == "outlet" and speaker.name is not None and cue.subject is not None:
        behind = _behind(cue, content, sentence, discourse)
        return (behind, (Relay(speaker.name, words_of(cue.subject)),)) if behind is not None else (speaker, ())
    relays = _named_relays(cue, content, sentence, discourse)
    if not relays and speaker.kind == "unnamed" and speaker.name is not None:
        relays = list(discourse.relayed.get(speaker.name, ()))
    first: dict[str, Relay] = {}
    for relay in relays:
        if relay.name != speaker.name:
            first.setdefault(relay.name, relay)
    found = tuple(first.values())
    if found and speaker.name is not None:
        discourse.relayed.setdefault(speaker.name, found)
    return speaker, found


def _named_relays(cue: Cue, content: Span, sentence: TokenSpan, discourse: Discourse) -> list[Relay]:
    """Those that a relaying subject, a hearer ("told Reuters") or a phrase ("in a note to Reuters") names."""
    at = cue.head.idx
    found = [(discourse.resolve(cue.relay, at), cue.relay)] if cue.relay is not None else []
    told = [c for c in cue.head.children if c.dep_ in ("dobj", "dative") and c.i > cue.last]
    hearers = told if cue.saying is not None and cue.saying.term in discourse.words.heard_by else []
    found += [(hearer, token) for token in hearers if (hearer := discourse.resolve(token, at)).kind == "outlet"]
    for token in _outside(cue, content, sentence):
        if token.dep_ == "pobj" and token.head.lower_ in discourse.words.relaying:
            passed = discourse.resolve(token, at)
            if passed.kind == "outlet" and passed.name not in discourse.words.platforms:
                found.append((passed, token))
    for speaker, _ in found:
        discourse.mention(speaker, at, salient=False)
    return [Relay(speaker.name, words_of(token)) for speaker, token in found if speaker.name is not None]


def words_of(token: Token) -> Span:
    """The noun phrase around a relay's head, up to it."""
    return Span(token.left_edge.idx, token.idx + len(token.text))


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
