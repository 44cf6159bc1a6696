"""Find the source of a cue: who speaks, with the words beside the cue that name them.

Enters: a cue and what the document mentioned so far. Leaves: the speaker, as fully named as the document has it, and
the span of the source where it stands beside the cue ("the agency", "he"). The span is the noun phrase with its title,
its apposition ("the mayor, Karl Olsen") and what tells who is meant ("an official who asked not to be named"); it goes
without what the source did meanwhile (", speaking in Torvik") and, where it is a bare last name, without what else is
said of it (", who was born there"). A cue without a subject, or with a thing for one, has nobody.
"""

from spacy.tokens import Token

from sayso.model import Span
from sayso.readings.statements.contents import trim
from sayso.readings.statements.cues import Cue
from sayso.readings.statements.mentions import NOBODY, Speaker
from sayso.readings.statements.phrases import NAME_TAGS
from sayso.readings.statements.speakers import Discourse
from sayso.readings.statements.speech_words import SpeechWords

_OFFICE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH"})
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_APART = frozenset({",", "("}) | (_DASHES - {"―"})
_MARKS = frozenset({"``", "''"})
_LONGEST_OFFICE = 14


def find_source(cue: Cue, discourse: Discourse, text: str, content: Span) -> tuple[Speaker, Span | None]:
    """Who says `content` by `cue`, and where they are written beside it."""
    if cue.subject is None or _is_of_a_thing(cue, discourse.words):
        return NOBODY, None
    said = Span(cue.head.sent.start_char, content.end) if _is_aside(cue) else content
    return discourse.resolve(cue.subject, cue.head.idx, said), find_source_span(cue, text, discourse.words)


def _is_aside(cue: Cue) -> bool:
    """Whether a cue stands between commas in what was said: "The mayor, he said, is ill"."""
    first, doc = cue.clause_start, cue.head.doc
    return (
        first > cue.head.sent.start
        and doc[first - 1].text == ","
        and cue.last + 1 < len(doc)
        and doc[cue.last + 1].text == ","
    )


def _is_of_a_thing(cue: Cue, words: SpeechWords) -> bool:
    """Whether the cue stands in a relative clause on what is nobody known to speak: "a rule that asks for more"."""
    if cue.written is None or cue.written.tag_ != "WDT" or cue.subject is None:
        return False
    return not words.is_somebody(cue.subject.lower_) and cue.subject.tag_ not in NAME_TAGS


def find_source_span(cue: Cue, text: str, words: SpeechWords) -> Span:
    """Where the subject of `cue` is written, as far as it does not run into the cue."""
    written = cue.written or cue.subject
    assert written is not None and cue.subject is not None
    left, right = _after_dash(_first_of(written, words), written), _last_of(written, words)
    if cue.subject.i < cue.first and right.i >= cue.first:
        right = cue.head.doc[cue.first - 1]
    while left.i < written.i and left.tag_ in _MARKS:
        left = left.nbor(1)
    if right.i < left.i:
        left = right = written
    span = Span(left.idx, right.idx + len(right.text))
    return trim(span, text) or span


def _after_dash(first: Token, written: Token) -> Token:
    """The first token behind the last dash before `written`: what stands before one is a dateline or another clause."""
    for position in range(written.i - 1, first.i, -1):
        token = written.doc[position]
        if token.text in _DASHES and token.nbor(-1).whitespace_:
            return token.nbor(1)
    return first


def _last_of(written: Token, words: SpeechWords) -> Token:
    """The last token that belongs to the noun phrase around `written`."""
    plain = all(c.tag_ == "DT" or c.lower_ in words.courtesy for c in written.lefts)
    known = written.tag_ in NAME_TAGS and plain and not any(c.dep_ == "appos" for c in written.rights)
    for child in written.rights:
        first = child.left_edge
        if first.i > written.i and first.nbor(-1).text in _APART and _tells_more(child, known):
            return first.nbor(-1)
    return written.right_edge


def _tells_more(child: Token, known: bool) -> bool:
    """Whether a modifier after a comma says what the source did meanwhile, or more about a bare last name.

    Annotators of news leave out all of such participles and two thirds of such relative clauses; after a full name,
    where somebody is introduced, they keep them.
    """
    return (child.dep_ == "acl" and child.tag_ == "VBG") or (child.dep_ == "relcl" and known)


def _first_of(written: Token, words: SpeechWords) -> Token:
    """The first token of the noun phrase around `written`, with the office in "the mayor, Karl Olsen"."""
    first, doc = written.left_edge, written.doc
    comma = first.i - 1
    if written.tag_ not in NAME_TAGS or first == written or comma <= written.sent.start or doc[comma].text != ",":
        return first
    start = comma
    while start > max(written.sent.start, comma - _LONGEST_OFFICE) and doc[start - 1].tag_ in _OFFICE | {"IN"}:
        start -= 1
    while start < comma and doc[start].tag_ == "IN":
        start += 1
    within = next((t.i for t in doc[start:comma] if t.tag_ == "IN"), comma)
    office = doc[within - 1]
    known = office.lower_ in words.titles or words.roles.get(office.lower_) == "person"
    return doc[start] if known and start < within else first
