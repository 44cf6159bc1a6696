"""Tell what a noun phrase names: a person without titles, an organisation by its name, or somebody by a description.

Enters: the head of a noun phrase. Leaves: a `Phrase`: its name without article and title, its kind, and whether that is
a name or a description. An apposition that names what it stands beside wins ("the spokesman, Karl Olsen").
"""

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model import Span, SpeakerKind
from sayso.readings.statements.nations import is_place, nation_of
from sayso.readings.statements.speech_words import SpeechWords

NAME_TAGS = frozenset({"NNP", "NNPS"})
_JOINING = frozenset({"of", "for", "and", "the", "on"})
_OPENING = frozenset({"of", "for", "on"})
_KEPT_PREPOSITIONS = frozenset({"of", "from", "for", "in", "at", "with", "on", "to"})
_OPENERS = frozenset({"DT", "PRP$", ",", "``", "''", ":", "IN", "RB", "-LRB-", "PDT", "CC"})
_BREAKS = frozenset({"relcl", "acl", "appos", "punct"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT"})
_LONGEST = 12
_BODIES = ("organisation", "group")
_COMMON = 2
"""Words of a name that says no more than what every country has: "Security Council", but not "State Rescue Service"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a noun phrase names. `role` is the word that says what it is ("minister"), `definite` "the"."""

    name: str
    kind: SpeakerKind
    span: Span
    named: bool
    role: str | None = None
    definite: bool = False
    plural: bool = False
    modifiers: tuple[str, ...] = ()


def describe(head: Token, words: SpeechWords) -> Phrase | None:
    """What the noun phrase around `head` names, or `None` where it names nobody that could speak, such as a day."""
    if head.lower_ in words.weekdays:
        return None
    if (head.tag_ in NAME_TAGS and not _is_common(head, words)) or (head.tag_ in _PRONOUNS and is_acronym(head)):
        office = _name_after_office(head, words) or _second_office(head, words)
        return _named(office or head, words)
    if head.tag_ in ("NN", "NNS", "JJ", "CD", "VBG", "DT", *NAME_TAGS):
        holder = _name_after_office(head, words)
        if holder is not None and _ends_in_person(name_run(holder, words), words):
            return _named(holder, words)
        return _named_beside(head, words) or _outlet_before(head, words) or _described(head, words)
    return None


def is_acronym(head: Token) -> bool:
    """Whether a word that is spelt as a pronoun is a name: "the WHO"."""
    return len(head.text) > 2 and head.text.isupper()


def _is_common(head: Token, words: SpeechWords) -> bool:
    """Whether a word that the tagger takes for a name is none: "ministry" in "Ardania's defence ministry"."""
    return head.text.islower() and words.roles.get(head.lower_) == "organisation"


def _name_after_office(head: Token, words: SpeechWords) -> Token | None:
    """The last word of the name in "President of Ardania Ilse Brandt", "Ambassador to the League Karl Olsen"."""
    if head.lower_ not in words.titles:
        return None
    following = [t for t in head.doc[head.i + 1 : head.i + 8] if t.tag_ != "DT"]
    if len(following) < 4 or following[0].tag_ != "IN" or following[0].dep_ != "prep":
        return None
    length = 1
    while length < len(following) and following[length].tag_ in NAME_TAGS:
        length += 1
    last = following[length - 1]
    return last if length >= 4 and split_office(name_run(last, words), words)[0] else None


def _second_office(head: Token, words: SpeechWords) -> Token | None:
    """The last word of the name in "State Councillor and Foreign Minister Wen Dao"."""
    if head.lower_ not in words.titles:
        return None
    other = next((c for c in head.children if c.dep_ == "conj" and c.tag_ in NAME_TAGS and c.i > head.i), None)
    if other is None or head.i + 1 >= len(head.doc) or head.nbor(1).tag_ != "CC":
        return None
    titles, name = split_titles(name_run(other, words), words)
    return other if titles and name else None


def token_before(token: Token) -> Token | None:
    """The token before in the same sentence: a name does not begin in the headline above."""
    return None if token.i == 0 or token.is_sent_start else token.nbor(-1)


def name_run(head: Token, words: SpeechWords) -> list[Token]:
    """The capitalised tokens that end at `head`, with small words inside a name ("von der") and owners ("People's")."""
    run = [head]
    for _ in range(_LONGEST):
        token = token_before(run[0])
        if token is None:
            break
        owner = _owner_of(run[0], token, words)
        if owner is not None:
            run[:0] = [owner, token]
            continue
        capitalised = token.tag_ in NAME_TAGS and token.text not in ("’", "'")
        small = token.lower_ in words.particles and token.text.islower()
        beyond = token_before(token) if token.text == "-" else None
        hyphen = beyond is not None and beyond.tag_ in NAME_TAGS
        if capitalised or small or hyphen:
            run.insert(0, token)
        else:
            break
    while len(run) > 1 and ((run[0].lower_ in words.particles and run[0].text.islower()) or run[0].text == "-"):
        run.pop(0)
    before = token_before(run[0])
    titled = before is not None and before.lower_ in _DEFINITE  # "The Sunday Herald"
    return run[1:] if len(run) > 1 and run[0].lower_ in words.weekdays and not titled else run


def _owner_of(first: Token, mark: Token, words: SpeechWords) -> Token | None:
    """The token before the possessive `mark` where both are part of the name that goes on with `first`."""
    before = token_before(mark) if mark.tag_ == "POS" and first.text[:1].isupper() else None
    return before if before is not None and before.lower_ in words.owners and before.text[:1].isupper() else None


def split_titles(run: list[Token], words: SpeechWords) -> tuple[list[Token], list[Token]]:
    """The titles that a run of capitalised tokens begins with, and the name that they stand before.

    What has nothing but the word for a body behind it is no title: "General Assembly".
    """
    last = max((i for i, t in enumerate(run) if t.lower_ in words.titles or t.lower_ in words.courtesy), default=-1)
    if last + 2 == len(run) and words.roles.get(run[-1].lower_) in _BODIES and run[last].lower_ in words.titles:
        return [], run
    if last + 1 < len(run):
        return run[: last + 1], run[last + 1 :]
    return run, []


def _named(head: Token, words: SpeechWords) -> Phrase | None:
    run = name_run(head, words)
    titles, name = split_office(run, words)
    before = token_before(run[0])
    definite = before is not None and before.lower_ in ("the", "this", "that")
    if not name:
        return _named_beside(head, words) or _described(head, words)
    role = next((t.lower_ for t in reversed(titles) if t.lower_ in words.titles), None)
    if role is None and before is not None and before.lower_ in words.titles and before.tag_ in ("NN", "NNS"):
        role = before.lower_
    organisation = any(words.roles.get(t.lower_) in _BODIES for t in name)
    if organisation:
        name = whole_organisation(name, before, words)
    span = _span(name)
    text = _written(name)
    if text.lower() in words.outlets:
        return Phrase(words.outlets[text.lower()], "outlet", span, True, role)
    person = role is not None or _courteous(titles, words) or _explained(head, words) or _is_called(before, words)
    organisation = organisation or text.lower() in words.seats
    kind: SpeakerKind = "organisation" if organisation else "person" if person else "unknown"
    return Phrase(text, kind, span, True, role, definite, modifiers=words_before(name[0], titles))


def split_office(run: list[Token], words: SpeechWords) -> tuple[list[Token], list[Token]]:
    """The titles and the name of a run, also where the office goes before it ("Envoy for Climate John Kerry")."""
    titles, name = split_titles(run, words)
    before = token_before(run[0])
    if before is not None and before.tag_ == "DT":
        before = token_before(before)
    if not titles and len(name) > 1 and before is not None and before.tag_ == "IN":
        return _after_office(before, name, words)
    return titles, name


def _after_office(preposition: Token, name: list[Token], words: SpeechWords) -> tuple[list[Token], list[Token]]:
    """The name in "Secretary of State Antony Blinken", which the tags run together with the office."""
    office = token_before(preposition)
    if office is None or office.lower_ not in words.titles or _is_matter(name, words) or is_place(_written(name)):
        return [], name
    within = preposition.lower_ in _OPENING
    if len(name) == 2:
        return ([office], name[-1:]) if within else ([], name)
    named = within or office.tag_ in NAME_TAGS or _ends_in_person(name, words)
    return ([office], _last_two(name)) if named else ([], name)


def _is_matter(name: list[Token], words: SpeechWords) -> bool:
    """Whether it is what an office is for, and nobody's name: "Human Rights", "Orlin People's Republic"."""
    body = words.roles.get(name[-1].lower_) in _BODIES
    several = len(name) == 2 and name[-1].tag_ == "NNPS"
    return body or several or any(token.tag_ == "POS" for token in name)


def _last_two(name: list[Token]) -> list[Token]:
    """The first and the last name that a run ends with, each of one word or of words with hyphens between them."""
    first = len(name) - 1
    for _ in range(2):
        while first > 1 and name[first - 1].text == "-":
            first -= 2
        first -= 1
    return name[first + 1 :]


def _ends_in_person(run: list[Token], words: SpeechWords) -> bool:
    """Whether a first name and a last one stand behind a place or a body: "Ardania Ilse Brandt"."""
    if len(run) < 3 or any(not t.text[:1].isupper() or words.roles.get(t.lower_) for t in run[-2:]):
        return False
    before = token_before(run[0])
    bare = before is None or before.tag_ != "DT"
    return words.roles.get(run[-3].lower_) == "organisation" or (bare and is_place(_written(run[:-2])))


def words_before(first: Token, titles: list[Token]) -> tuple[str, ...]:
    """The capitalised words of the same phrase before a name, such as its country."""
    found = [t.text for t in titles]
    token: Token | None = titles[0] if titles else first
    for _ in range(6):
        token = token_before(token) if token is not None else None
        if token is None or token.tag_ not in ("JJ", "NN", "POS", "HYPH", *NAME_TAGS):
            break
        found.append(token.text)
    return tuple(found)


def _explained(head: Token, words: SpeechWords) -> bool:
    """Whether an apposition says that a name is a person: ", a teacher", ", who", ", 41"."""
    for child in head.children:
        if child.i > head.i and child.dep_ == "appos" and words.roles.get(child.lower_) == "person":
            return True
        if child.i > head.i and child.dep_ == "relcl" and any(c.tag_ == "WP" for c in child.children):
            return True
    return False


def _is_called(before: Token | None, words: SpeechWords) -> bool:
    """Whether the word before a name says that it is a person: "protester Anna Brandt"."""
    return before is not None and before.tag_ == "NN" and words.roles.get(before.lower_) == "person"


def _courteous(titles: list[Token], words: SpeechWords) -> bool:
    return any(t.lower_ in words.courtesy for t in titles)


def whole_organisation(name: list[Token], before: Token | None, words: SpeechWords) -> list[Token]:
    """The whole name of a body that `name` is the middle of: with whose it is, and what it is of."""
    while before is not None and before.tag_ in ("JJ", *NAME_TAGS) and before.text[:1].isupper():
        name = [before, *name]
        before = token_before(before)
    owner = _country_of(name, before, words)
    return [*owner, *name, *_behind(name, words)]


def _country_of(name: list[Token], mark: Token | None, words: SpeechWords) -> list[Token]:
    """The country before a body that every country has: "Ardania's" before "Foreign Ministry"."""
    if mark is None or mark.tag_ != "POS" or len(name) > _COMMON or name[-1].lower_ not in words.bodies:
        return []
    owner: list[Token] = []
    before = token_before(mark)
    while before is not None and before.tag_ in NAME_TAGS and before.text[:1].isupper():
        owner.insert(0, before)
        before = token_before(before)
    return [*owner, mark] if owner and nation_of(_written(owner), words) is not None else []


def _behind(name: list[Token], words: SpeechWords) -> list[Token]:
    """What stands behind a body and belongs to its name: "of Defence"."""
    last = name[-1]
    following = last.doc[last.i + 1 : last.i + _LONGEST]
    found: list[Token] = []
    if len(following) > 1 and following[0].lower_ in _OPENING and following[0].head == last:
        for token in following:
            if token.lower_ in words.weekdays or (found and begins_person(token, words)):
                break
            inner = token.dep_ == "prep" and token.head in (*name, *found)
            if token.tag_ in NAME_TAGS:
                found = list(last.doc[last.i + 1 : token.i + 1])
            elif token.lower_ not in _JOINING and not (inner and token.head != last):
                break
    return found


def begins_person(token: Token, words: SpeechWords) -> bool:
    """Whether a title stands before a name: "Gen." in "Chiefs of Staff Gen. Karl Olsen"."""
    titled = token.lower_ in words.titles or token.lower_ in words.courtesy
    return titled and token.i + 1 < len(token.doc) and token.nbor(1).tag_ in NAME_TAGS


def _named_beside(head: Token, words: SpeechWords) -> Phrase | None:
    for child in head.children:
        if child.dep_ == "appos" and child.tag_ in NAME_TAGS and child.i > head.i and child.i - head.i < 14:
            phrase = _named(child, words)
            if phrase is not None and phrase.named and (head.lower_ in words.roles or phrase.role is not None):
                kind: SpeakerKind = "person" if words.roles.get(head.lower_) == "person" else phrase.kind
                return Phrase(phrase.name, kind, phrase.span, True, head.lower_)
    return None


def _outlet_before(head: Token, words: SpeechWords) -> Phrase | None:
    """The outlet in "Interfax news agency"."""
    for child in head.children:
        if child.i < head.i and child.tag_ in NAME_TAGS:
            run = name_run(child, words)
            span = _span(run)
            name = words.outlets.get(_written(run).lower())
            if name is not None:
                return Phrase(name, "outlet", span, True)
    return None


def _described(head: Token, words: SpeechWords) -> Phrase | None:
    doc = head.doc
    left = head.left_edge
    article = left.lower_ if left.tag_ in ("DT", "PRP$") else ""
    start = left.i
    while start < head.i and (doc[start].tag_ in _OPENERS or doc[start].lower_ in words.weekdays):
        start += 1
    end = head.i
    for child in sorted((c for c in head.children if c.i > head.i), key=lambda c: c.i):
        if child.i > end + 1 or child.right_edge.lower_ in words.weekdays:
            break
        if child.dep_ == "prep" and child.lower_ in _KEPT_PREPOSITIONS:
            end = _clipped(child)
        elif child.dep_ in ("cc", "conj"):
            end = child.i if child.dep_ == "cc" else _clipped(child)
        else:
            break
    while end > head.i and doc[end].tag_ in ("CC", "IN", ",", "DT", "-RRB-", "''"):
        end -= 1
    tokens = doc[start : end + 1]
    if not len(tokens) or len(tokens) > 2 * _LONGEST:
        tokens = doc[head.i : head.i + 1]
    role = head.lower_
    group = words.roles.get(role)
    kind: SpeakerKind = "unknown"
    if group == "person":
        kind = "unnamed"
    elif group == "organisation":
        kind = "organisation"
    elif group == "group" or head.tag_ == "NNS":
        kind = "collective"
    span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
    modifiers = tuple(t.text for t in tokens if t != head and t.tag_ not in ("POS", "IN", "DT"))
    owned = any(c.dep_ == "poss" and c.tag_ in NAME_TAGS for c in head.children)
    definite = article in _DEFINITE or (not article and head.tag_ in NAME_TAGS) or owned
    name = " ".join(tokens.text.split())
    return Phrase(name, kind, span, False, role, definite, head.tag_ == "NNS", modifiers)


def _clipped(child: Token) -> int:
    """Where the phrase under `child` ends, without relative clauses and what stands after a comma."""
    end = child.i
    for token in child.subtree:
        if token.i > end + 1:
            break
        if token.tag_ != "HYPH" and (token.dep_ in _BREAKS or token.tag_ in (",", "WDT", "WP")):
            break
        end = max(end, token.i)
    return end


def _written(tokens: list[Token]) -> str:
    """The words of neighbouring tokens as the text has them."""
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text


def _span(tokens: list[Token]) -> Span:
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
