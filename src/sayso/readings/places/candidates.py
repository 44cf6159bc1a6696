"""Find the words of a document that may name places.

Enters: a sentence, the gazetteer, the words of the language. Leaves: `Mention`s in order: the words, every place that
bears that name, and how strongly its surroundings say that it is a place. Refuses: names inside a longer name that is
no place's; such a name is remembered as a person's, for it stands alone later ("Jackson said"), and then only a
preposition of place or the area behind it makes it a place again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.gazetteer import Feature, fold
from sayso.model import PlaceKind
from sayso.readings.places.evidence import PLAINLY, is_large, judge
from sayso.readings.places.lines import Line, tokenize
from sayso.readings.places.names import Find, find_name
from sayso.readings.places.words import PlaceWords


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may name a place. `strength` above 0 speaks for a place; `inside` is the area or country behind.

    `known` tells that the situation lists it.
    """

    start: int
    end: int
    key: str
    words: str
    features: tuple[Feature, ...]
    strength: float = 0.0
    inside: str = ""
    kind: PlaceKind | None = None
    known: bool = False


@dataclass(slots=True)
class Found:
    """What a document yields: mentions, words of persons' names, and the countries of its demonyms."""

    mentions: list[Mention] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    countries: list[str] = field(default_factory=list)


def find_mentions(text: str, offset: int, find: Find, words: PlaceWords, found: Found) -> None:
    """Add to `found` what the sentence `text`, which starts at `offset` of the document, holds."""
    line = tokenize(text)
    i, placed = 0, -1
    while i < len(line.words):
        if not line.caps[i]:
            i += 1
            continue
        name = find_name(line, i, find, words)
        demonym = words.demonyms.get(line.lower(i))
        if name is None or (demonym and name.after == i + 1):
            found.countries.extend([demonym] if demonym else [])
            i += 1
            continue
        strength = judge(line, i, name, words, placed=placed == i)
        if strength is None:
            _remember_person(line, i, name.after, found)
        else:
            spelt = text[line.starts[i] : name.end]
            start, end = line.starts[i] + offset, name.end + offset
            found.mentions.append(
                Mention(start, end, fold(spelt), spelt, name.features, strength, kind=name.kind, known=name.known)
            )
            placed = name.after
        i = max(name.after, i + 1)


def _remember_person(line: Line, i: int, after: int, found: Found) -> None:
    """Keep the words of the capitalised run that holds a refused name."""
    found.persons.update(line.lower(k) for k in range(i, after))
    if line.is_name(after) and line.gap(after - 1) == " ":
        found.persons.add(line.lower(after))


def drop_persons(found: Found, words: PlaceWords) -> Iterator[Mention]:
    """The mentions without those that are persons' names or ordinary words, as far as the document tells.

    Such a word is a place where its surroundings say so plainly, here or, for one that names no person of the
    document, anywhere in it.
    """
    plain = {m.key for m in found.mentions if m.strength >= PLAINLY or m.inside}
    for mention in found.mentions:
        is_plain = mention.strength >= PLAINLY or mention.inside or is_large(mention.features, by_own_name=True)
        is_person = mention.key in found.persons
        if is_plain or not (is_person or mention.key in words.ordinary) or (mention.key in plain and not is_person):
            yield mention
