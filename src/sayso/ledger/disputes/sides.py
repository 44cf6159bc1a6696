"""Tell which side a name speaks for.

Enters: the situation; names of speakers with the words that lead up to them. Leaves: `Sides`. A side is a party of the
situation, a country, or a body that stands for itself. A country is named by its name, by the words for its people and
things, and by its capital. A person speaks for the country that most documents name before their office ("Velmish
Defence Minister Ilse Brandvik"), a body for that of its people ("Harbour House spokesman Marek Dov"). Refuses:
descriptions ("the ministry", "officials"), which are of one side here and of another there.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.languages import load_lexicon, supported_languages
from sayso.ledger.disputes.forms import WORD, Forms, countries, country_of_capital, form_of
from sayso.ledger.names.folding import Key, fold, fold_person
from sayso.ledger.names.knowing import describes
from sayso.ledger.stories.sketches import terms_of
from sayso.model import Situation

LEAST = 2
"""Documents that must name the side of a person."""
MOSTLY = 0.75
OF_BODIES, BODIES_MOSTLY = 5, 0.9
"""What it takes for a body, and for a last name alone: they are told by way of persons, whose sides were told too."""
_LONGEST = 4
_OFFICE, _SHORT = 7, 3
_CUT = re.compile(r'[.;:!?—\n“”"(](?![^\W_]\.)')

Seen = tuple[str, str, str]
"""A speaker's chosen name, the words before it in one document, and its own words there."""


class Sides:
    """Sides by the words that name them."""

    def __init__(
        self, forms: Mapping[Key, str], names: Mapping[Key, str], judged: Mapping[Key, str | None] | None = None
    ) -> None:
        self._forms, self._names = Forms(forms), names
        self._named: dict[str, Sequence[tuple[str, int]]] = {}
        self._judged = {key: self._meant(side) for key, side in (judged or {}).items()}
        self._of: dict[str, str] = {}
        self.terms = frozenset(t for form in forms for t in _terms(form))

    def of(self, name: str | None) -> str | None:
        """The side that a speaker of this name speaks for; the name itself where that is no country's."""
        if not name or describes(name):
            return None
        if name not in self._of and fold(name) in self._judged:
            self._of[name] = self._judged[fold(name)] or " ".join(name.split())
        if name not in self._of:
            found = next((side for side, _ in self.named_in(name)), None)
            self._of[name] = found or self._names.get(fold(name)) or " ".join(name.split())
        return self._of[name]

    def _meant(self, side: str | None) -> str | None:
        """The side that a person's word for it names."""
        return next((named for named, _ in self.named_in(side)), side) if side else None

    def named_in(self, words: str) -> Sequence[tuple[str, int]]:
        """The sides that capitalised words name, each once, with the character at which it is named first."""
        if words not in self._named:
            found: dict[str, int] = {}
            for side, start, _ in self._forms.find(words):
                found.setdefault(side, start)
            self._named[words] = tuple(found.items())
        return self._named[words]

    def names_in(self, words: str) -> list[str]:
        """The words that name sides."""
        return [words[start:end] for _, start, end in self._forms.find(words)]


def learn_sides(seen: Iterable[Seen], situation: Situation, judged: Mapping[Key, str | None]) -> Sides:
    """The sides, as these documents have them, and as people say of names. The order of `seen` does not matter."""
    known = {**countries(), **{form_of(n): p.name for p in situation.parties for n in (p.name, *p.aliases)}}
    forms = Forms(known)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    bodies: dict[Key, Counter[str]] = defaultdict(Counter)
    speakers_named = set[str]()
    for name, before, own in seen:
        speakers_named.add(name)
        before = _CUT.split(before)[-1]
        side = _side_before(before, own, forms)
        if side is not None:
            counts[name][side] += 1
        for body in _bodies_in(before):
            bodies[body][name] += 1
    persons = {name: found for name, c in counts.items() if (found := _mostly(c, LEAST, MOSTLY))}
    names = {fold(name): side for name, side in persons.items()}
    for body, speakers in bodies.items():
        told = Counter[str]()
        for name, times in speakers.items():
            if name in persons:
                told[persons[name]] += times
        if most := _mostly(told, OF_BODIES, BODIES_MOSTLY):
            names.setdefault(body, most)
    return Sides(_last_names(persons, counts) | _capitals(speakers_named) | known, names, judged)


def _capitals(speakers: Iterable[str]) -> dict[Key, str]:
    """Capitals that speak ("Velm said"), with their countries."""
    return {form_of(name): country for name in speakers if (country := country_of_capital(name)) is not None}


def _last_names(persons: Mapping[str, str], counts: Mapping[str, Counter[str]]) -> dict[Key, str]:
    """Last names that nearly all who bear them share a side with."""
    told: dict[Key, Counter[str]] = defaultdict(Counter)
    for name, side in persons.items():
        words = fold_person(name)
        if len(words) > 1 and words[-1] not in _offices():
            told[words[-1:]][side] += counts[name].total()
    return {last: most for last, c in told.items() if (most := _mostly(c, OF_BODIES, BODIES_MOSTLY))}


def _mostly(counts: Counter[str], least: int, share: float) -> str | None:
    """The side that this share of the documents has, where enough have it."""
    if not counts:
        return None
    best = min(counts, key=lambda side: (-counts[side], side))
    return best if counts[best] >= least and counts[best] >= share * counts.total() else None


def _side_before(before: str, own: str, forms: Forms) -> str | None:
    """The side of a name: in its own words, or just before its office, or behind it ("president of Velmark")."""
    if inside := forms.find(own):
        return inside[0][0]
    return next((side for side, *at in forms.find(before) if _leads(before, *at)), None)


def _leads(before: str, start: int, end: int) -> bool:
    """Whether nothing but an office stands between a side's name and the end, or the office before it."""
    between = re.sub(r"\A['’]s", "", before[end:])
    words = WORD.findall(between)
    if not words:
        led = WORD.findall(before[:start])[-2:]
        return len(led) == 2 and _is_office(led[0]) and led[1].islower()
    fits = all(_is_office(w) or w[0].isupper() or len(w) <= _SHORT for w in words)
    return fits and any(map(_is_office, words)) and len(words) <= _OFFICE and "," not in between.strip()[:-1]


def _is_office(word: str) -> bool:
    return word.casefold().rstrip(".") in _offices()


def _bodies_in(before: str) -> Iterator[Key]:
    """Capitalised words with the office between them and a name: "Harbour House spokesman"."""
    words = WORD.findall(before)
    while words and _is_office(words[-1]) and not words[-1][0].isupper():
        words.pop()
    body: Sequence[str] = ()
    for word in reversed(words[-_LONGEST:]):
        if not word[0].isupper():
            break
        body = (word, *body)
        if len(body) == 1 or not all(map(_is_office, body)):
            yield fold(" ".join(body))


@functools.cache
def _offices() -> frozenset[str]:
    """The words of titles and roles that are held, in every language."""
    entries = (e for code in supported_languages() for n in ("titles", "roles") for e in load_lexicon(code, n).entry)
    found = (map(str.lower, entry.spellings) for entry in entries if entry.kind != "former")
    phrases = (s.split() for spellings in found for s in spellings)
    return frozenset(w.rstrip(".") for parts in phrases for w in parts if len(parts) == 1 or len(w) > _SHORT)


@functools.lru_cache(maxsize=1 << 14)
def _terms(form: Key) -> tuple[int, ...]:
    return tuple(terms_of(" ".join(form)))
