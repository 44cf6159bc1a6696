"""Find the sides that documents speak of: states, and the words that stand for them.

Enters: documents with their readings. Leaves: `Sides`, which tells the sides that a text names. A state is a country
of the gazetteer, with its demonyms ("Russian" for Russia) and, where documents have it act or speak, its capital; or a
name that no gazetteer has, of which a word for its people stands before a word for its forces: "Velmish troops" tell
that Velmark is one, because the two begin alike. Refuses: names of persons and towns, and every common noun.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.gazetteer import fold, load_gazetteer
from sayso.languages import Language
from sayso.ledger.proposals.support import LEAST, Read

_NAME = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_SHORTEST_STEM, _LONGEST_ENDING = 4, 3
_ALIASES = 6
_METONYM = 0.25
"""Share of the documents naming a capital that must have it act; with fewer it is a town."""


class Sides:
    """Sides by the words that name them, in lower case."""

    def __init__(self, by_form: dict[str, str], seen: dict[str, Counter[str]]) -> None:
        self._by_form = by_form
        self._seen = seen
        longest = sorted(by_form, key=lambda form: (-len(form), form))
        words = "|".join(map(re.escape, longest))
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)" if longest else r"(?!)", re.IGNORECASE)

    def named_in(self, text: str) -> list[str]:
        """The sides that capitalised words of `text` name, in order, each once."""
        named = (m.group() for m in self._pattern.finditer(text))
        sides = (self._by_form.get(words.lower()) for words in named if words[0].isupper())
        return list(dict.fromkeys(side for side in sides if side is not None))

    def is_form(self, words: str) -> bool:
        """Whether `words` name a side."""
        return words.lower() in self._by_form

    def aliases(self, name: str) -> tuple[str, ...]:
        """The other names of a side that at least `LEAST` documents use, the most used first."""
        seen = sorted(self._seen[name].items(), key=lambda item: (-item[1], item[0]))
        return tuple(form for form, times in seen if times >= LEAST and form != name)[:_ALIASES]


def find_sides(read: Sequence[Read], language: Language) -> Sides:
    """The sides that `read` name."""
    forces = _forces(language)
    peoples = _peoples(read, forces)
    by_form = _states(read, language)
    by_form |= _unknown_states(read, peoples, by_form)
    by_form |= _capitals(read, frozenset(by_form.values()))
    return Sides(by_form, _forms_seen(read, by_form, forces))


@functools.cache
def _forces(language: Language) -> re.Pattern[str]:
    """A capitalised word and a word for forces behind it ("Velmish troops")."""
    entries = [e for e in language["events"].of_kind("class") if e.also.get("forces")]
    words = "|".join(sorted({re.escape(s) for e in entries for s in e.spellings}, key=lambda s: (-len(s), s)))
    return re.compile(rf"(?<![\w-])([^\W\d_]{{4,}}) ({words})(?!\w)")


def _peoples(read: Iterable[Read], forces: re.Pattern[str]) -> dict[str, int]:
    """Capitalised words that stand before a word for forces, with the number of documents."""
    found: Counter[str] = Counter()
    for one in read:
        found.update({m.group(1) for m in forces.finditer(one.document.text) if m.group(1)[0].isupper()})
    return dict(found)


def _states(read: Iterable[Read], language: Language) -> dict[str, str]:
    """The names and demonyms of the countries that the documents name."""
    gazetteer = load_gazetteer()
    by_form: dict[str, str] = {}
    by_code: dict[str, str] = {}
    for one in read:
        for place in one.reading.places:
            if place.kind == "country" and place.country:
                by_form[place.name.lower()] = by_code[place.country] = place.name
                by_form[place.span.words(one.document.text).lower()] = place.name
    for form, entry in language["demonyms"].by_spelling().items():
        country = gazetteer.by_code(str(entry.value))
        if country is not None:
            by_form[form] = by_code.get(str(entry.value), country.name)
    return by_form


def _unknown_states(read: Sequence[Read], peoples: dict[str, int], known: dict[str, str]) -> dict[str, str]:
    """States that no gazetteer has, with the words for their people."""
    named: Counter[str] = Counter()
    for one in read:
        persons = _words_of_persons(one)
        located = {p.name for p in one.reading.places} | {p.span.words(one.document.text) for p in one.reading.places}
        words = {m.group() for m in _NAME.finditer(one.document.text) if m.group()[0].isupper()}
        named.update(words - persons - located)
    ordinary = {w for one in read for w in _WORD.findall(one.document.text) if w.islower()}
    candidates = [n for n, times in named.items() if times >= LEAST and n not in peoples and n.lower() not in ordinary]
    by_form: dict[str, str] = {}
    for people in sorted(p for p, times in peoples.items() if times >= LEAST and p.lower() not in known):
        alike = [n for n in candidates if _is_alike(people, n) and n.lower() not in known]
        if alike:
            state = max(alike, key=lambda n: (named[n], -len(n), n))
            by_form |= {people.lower(): state, state.lower(): state}
    return by_form


def _is_alike(people: str, name: str) -> bool:
    """Whether the word for a people begins as the name of its state does ("Velmish" and "Velmark")."""
    stem = max(_SHORTEST_STEM, min(len(people), len(name)) - _LONGEST_ENDING)
    return people != name and people[:stem] == name[:stem] and people + "s" != name


def _words_of_persons(one: Read) -> set[str]:
    names = [n for a in one.reading.actors if a.kind == "person" for n in (a.name, *a.other_names)]
    return {word for name in names for word in name.split()}


def _capitals(read: Iterable[Read], states: frozenset[str]) -> dict[str, str]:
    """Capitals that documents have act or speak ("Moscow said") often enough, with their states."""
    acting: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for one in read:
        named.update({p.name for p in one.reading.places})
        acts = {a for e in one.reading.events for a in e.actor}
        acting.update(acts | {s.speaker for s in one.reading.statements if s.speaker})
    by_form: dict[str, str] = {}
    for name in sorted(n for n, times in acting.items() if times >= LEAST):
        first = next(iter(load_gazetteer().find(fold(name))), None)
        if first is not None and first.kind == "capital" and acting[name] >= named[first.name] * _METONYM:
            country = load_gazetteer().by_code(first.country)
            if country is not None and country.name in states:
                by_form[name.lower()] = country.name
    return by_form


def _forms_seen(read: Iterable[Read], by_form: dict[str, str], forces: re.Pattern[str]) -> dict[str, Counter[str]]:
    """By side the forms in which documents have it, each with the number of documents."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for one in read:
        for form in set(_forms_in(one.document.text, by_form, forces)):
            seen[by_form[form.lower()] if form.lower() in by_form else by_form[form.split()[0].lower()]][form] += 1
    return seen


def _forms_in(text: str, by_form: dict[str, str], forces: re.Pattern[str]) -> Iterator[str]:
    words = (m.group() for m in _WORD.finditer(text))
    yield from (w for w in words if w[0].isupper() and not w.isupper() and w.lower() in by_form)
    for match in forces.finditer(text):
        if match.group(1)[0].isupper() and match.group(1).lower() in by_form:
            yield match.group()
