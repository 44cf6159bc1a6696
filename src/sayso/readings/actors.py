"""Read actors: the persons, organisations, outlets and states that a document names, each once.

Enters: an analysed document and its places. Leaves: an `Actor` for each, under the fullest name that the document
gives, with the other names it goes by and all mentions. A capitalised word is a person where a title, a courtesy or a
later mention by last name says so, an organisation where one of its words does ("Council") or where an acronym in
parentheses is defined by it, an outlet where the list of outlets has it, a state where the places have it. Whatever is
none of these is left out.
"""

import re
from dataclasses import dataclass, field

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.model import Actor, Place, Span, Time
from sayso.model.actor import ActorKind
from sayso.readings.analysis import Analysis
from sayso.readings.statements.phrases import (
    NAME_TAGS,
    begins_person,
    name_run,
    split_office,
    token_before,
    whole_organisation,
)
from sayso.readings.statements.speech_words import SpeechWords, speech_words

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]?[A-Z.&-]{1,8}s?)\)")
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to"})


@dataclass(slots=True)
class _Named:
    """A name as it is met: the tokens of the longest mention, titles seen before it, and where.

    `definite` counts the mentions with "the" before them.
    """

    name: str
    mentions: list[Span] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    other: set[str] = field(default_factory=set)
    person: bool = False
    organisation: bool = False
    group: bool = False
    definite: int = 0


def read_actors(analysis: Analysis, places: tuple[Place, ...], times: tuple[Time, ...] = ()) -> tuple[Actor, ...]:
    """Every actor that the document names, each once, with all its mentions. What ends in a time is no name ("GMT")."""
    words = speech_words(analysis.language)
    found = _names(analysis, words, {at for time in times for at in range(time.span.start, time.span.end)})
    acronyms = _acronyms(analysis)
    countries = {p.span.words(analysis.text): p.name for p in places if p.kind == "country"}
    located = {p.span.words(analysis.text) for p in places}
    _join_last_names(found, located, words)
    _join_first_names(found, located)
    for acronym, full in acronyms.items():
        _join(found, acronym, full)
    actors = []
    for named in found.values():
        kind = _kind(named, words, countries, located)
        if kind is not None:
            role = named.roles[0] if named.roles else None
            other = tuple(sorted(named.other - {named.name}))
            actors.append(Actor(named.name, kind, tuple(sorted(set(named.mentions))), other, role))
    return tuple(sorted(actors, key=lambda a: (a.mentions[:1], a.name)))


def _names(analysis: Analysis, words: SpeechWords, timed: set[int]) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for sentence in analysis.sentence_tokens:
        end = -1
        for run in reversed(_runs(sentence, words, timed)):
            rest = [token for token in run if token.i > end]
            if rest and (rest == run or begins_person(rest[0], words)):
                end = _note(found, rest, words)
    return found


def _runs(sentence: TokenSpan, words: SpeechWords, timed: set[int]) -> list[list[Token]]:
    """The capitalised names of a sentence, from its end."""
    runs = []
    position = len(sentence) - 1
    while position >= 0:
        token = sentence[position]
        if token.tag_ not in NAME_TAGS or not token.text[:1].isupper() or token.idx in timed:
            position -= 1
            continue
        runs.append(name_run(token, words))
        position -= len(runs[-1])
    return runs


def _note(found: dict[str, _Named], run: list[Token], words: SpeechWords) -> int:
    """Note a name. Where it ends: what a body is of is no name of its own."""
    titles, name = split_office(run, words)
    if not name or not any(c.isalpha() for c in name[-1].text) or _owns(name[-1], words):
        return run[-1].i
    before = token_before(run[0])
    organisation = any(words.roles.get(t.lower_) in ("organisation", "group") for t in name)
    if organisation and not titles:
        name = whole_organisation(name, before, words)
    span = Span(name[0].idx, name[-1].idx + len(name[-1].text))
    text = name[0].doc[name[0].i : name[-1].i + 1].text
    named = found.setdefault(text, _Named(text))
    named.mentions.append(span)
    roles = [t.lower_ for t in titles if t.lower_ in words.titles]
    if before is not None and before.tag_ == "NN" and before.lower_ in words.titles and not titles:
        roles = [before.lower_]
    named.roles += roles[-1:]
    named.person |= bool(roles) or any(t.lower_ in words.courtesy for t in titles)
    named.organisation |= organisation
    named.group |= len(name) == 1 and words.roles.get(name[0].lower_) == "group"
    named.definite += before is not None and before.lower_ == "the" and name[0] == run[0]
    return name[-1].i


def _owns(last: Token, words: SpeechWords) -> bool:
    """Whether a name goes on behind it in a way that is no name's: "the Orlin and Velm People's Republics"."""
    return last.lower_ in words.owners and last.i + 1 < len(last.doc) and last.nbor(1).tag_ == "POS"


def _join_last_names(found: dict[str, _Named], located: set[str], words: SpeechWords) -> None:
    """Join "Brandt" to "Ilse Brandt" where only one full name ends so."""
    by_last: dict[str, list[_Named]] = {}
    for named in found.values():
        parts = named.name.split()
        if len(parts) > 1 and not named.organisation and not parts[0].isupper() and not _is_thing(named, words):
            by_last.setdefault(parts[-1], []).append(named)
    for last, several in by_last.items():
        short = found.get(last)
        longest = max(several, key=lambda n: len(n.name))
        if short is None or last in located or any(n.name.split()[0] != longest.name.split()[0] for n in several):
            continue
        longest.person = True
        _absorb(found, longest, short)


def _is_thing(named: _Named, words: SpeechWords) -> bool:
    """Whether most mentions have "the" before them, and none a title: "the Tide House" is nobody."""
    outlet = named.name.lower() in words.outlets
    return not named.person and not outlet and 2 * named.definite > len(named.mentions)


def _join_first_names(found: dict[str, _Named], located: set[str]) -> None:
    """Join "Wen" to "Wen Dao", whose family name comes first, where only one person's full name begins so."""
    by_first: dict[str, list[_Named]] = {}
    for named in found.values():
        parts = named.name.split()
        if len(parts) > 1 and named.person and not named.organisation:
            by_first.setdefault(parts[0], []).append(named)
    for first, several in by_first.items():
        short = found.get(first)
        if short is not None and len(several) == 1 and first not in located and not short.organisation:
            _absorb(found, several[0], short)


def _join(found: dict[str, _Named], acronym: str, full: str) -> None:
    long = found.setdefault(full, _Named(full))
    long.organisation, long.person = True, False
    long.other.add(acronym)
    if acronym in found and acronym != full:
        _absorb(found, long, found[acronym])


def _absorb(found: dict[str, _Named], long: _Named, short: _Named) -> None:
    long.mentions += short.mentions
    long.roles += short.roles
    long.other |= {short.name, *short.other}
    found.pop(short.name, None)


def _acronyms(analysis: Analysis) -> dict[str, str]:
    """Each acronym in parentheses with the words before it whose initials it is made of."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(analysis.text):
        acronym = match.group(1)
        letters = [c for c in acronym if c.isupper()]
        words = analysis.text[max(match.start() - 120, 0) : match.start()].split()
        for size in range(len(letters), min(len(letters) + 4, len(words)) + 1):
            tail = words[-size:]
            initials = [w[0] for w in tail if w[0].isupper()]
            if initials == letters and tail[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in tail):
                found[acronym] = " ".join(tail)
                break
    return found


def _kind(named: _Named, words: SpeechWords, countries: dict[str, str], located: set[str]) -> ActorKind | None:
    low = named.name.lower()
    if low in words.outlets:
        return "outlet"
    if named.name in countries:
        return "state"
    if low in words.seats:
        return "organisation"
    if named.organisation:
        return "group" if named.group else "organisation"
    if named.person and (named.name not in located or named.roles):
        return "person"
    if named.name.isupper() and 2 <= len(named.name.replace(".", "")) <= 6 and len(named.mentions) > 1:
        return "organisation"
    return None
