"""Prints and comparing give what the same, written plainly and slowly, gives."""

import functools
import hashlib
import itertools
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledger.invented import prose
from sayso.ledger.copies import comparing
from sayso.ledger.copies.comparing import compare
from sayso.ledger.copies.wordprints import DENSITY, KEY_RUN, LONGEST_QUOTE, MOST_KEYS, RUN, digest_of, prints_of

CEILING = 2**64
BASE = 0x9E3779B97F4A7C15
CLOSING = {'"': '"', "“": "”"}
CHARACTERS = 'aB_9éßİ\U00010400\ud800\uffff.-\n\0  """“”'
LONG = f'"{prose(3, 150)}" {prose(4, 40)}'


def mixed(number: int) -> int:
    for shift in (32, 29):
        number = (number ^ (number >> shift)) * 0xD6E8FEB86659FD93 % CEILING
    return number ^ (number >> 32)


@functools.cache
def word_number(word: str) -> int:
    digests = (hashlib.blake2b(c.casefold().encode("utf-8", "replace"), digest_size=8).digest() for c in word)
    values = (int.from_bytes(digest, "little") | 1 for digest in digests)
    return mixed(sum(value * BASE**n for n, value in enumerate(values)) % CEILING)


def quotations(text: str) -> list[tuple[int, int]]:
    found, opened = [], None
    for n, character in enumerate(text):
        follows = n > 0 and text[n - 1] > " "
        near = opened is not None and n - opened <= LONGEST_QUOTE
        if near and follows and character == CLOSING[text[opened]]:
            found.append((opened, n))
            opened = None
        elif character == "\0":
            opened = None
        elif character == "“" or (character == '"' and not follows):
            opened = n
    return found


def plain_print(text: str) -> tuple[list[int], list[bool], list[int]]:
    """Words, which are quoted, and keys."""
    places = [(m.start(), word_number(m[0])) for m in re.finditer(r"\w+", text)]
    words = [number for _, number in places]
    quoted = [any(a <= place < b for a, b in quotations(text)) for place, _ in places]
    runs = (words[n : n + KEY_RUN] for n in range(len(words) - KEY_RUN + 1))
    numbers = {mixed(functools.reduce(lambda sum, word: (sum * BASE + word) % CEILING, run, 0)) for run in runs}
    return words, quoted, sorted(n for n in numbers if n < CEILING // DENSITY)[:MOST_KEYS]


def plain_shared(one: list[int], allowed: list[bool], other: list[int], allowed_too: list[bool]) -> list[bool]:
    """Which words of one stand in a run of allowed words that is one of the other, too."""

    def runs(words, allowed):
        return [tuple(words[n : n + RUN]) if all(allowed[n : n + RUN]) else None for n in range(len(words) - RUN + 1)]

    there = set(runs(other, allowed_too)) - {None}
    hits = [run in there for run in runs(one, allowed)]
    return [any(hits[max(0, n - RUN + 1) : n + 1]) for n in range(len(one))]


def plain_likeness(one: str, other: str) -> tuple[int, int] | None:
    prints = [(*plain_print(text)[:2], digest_of(text)) for text in (one, other)]
    if min(len(words) for words, *_ in prints) < comparing.FEWEST + RUN - 1:
        return None
    by_words = sorted(prints, key=lambda p: (p[1].count(False), len(p[0]), p[2]))
    (words, quoted, _), (more, more_quoted, _) = by_words
    shared = plain_shared(words, [True] * len(words), more, [True] * len(more))
    told = plain_shared(words, [not q for q in quoted], more, [not q for q in more_quoted])
    told = [hit for hit, q in zip(told, quoted, strict=True) if not q]
    if sum(shared) < comparing.LEAST * len(shared) or not is_enough(shared, told):
        return None
    a, b = (words for words, *_ in prints)
    both = (plain_shared(x, [True] * len(x), y, [True] * len(y)) for x, y in ((a, b), (b, a)))
    first, second = (int(1000 * (sum(flags) / len(flags))) for flags in both)
    return first, second


def is_enough(shared: list[bool], told: list[bool]) -> bool:
    words = sum(shared) / len(shared)
    if len(told) < comparing.FEW_OWN:
        return words >= comparing.QUOTED
    prose, lead = sum(told) / len(told), told[: len(told) // 3]
    if words >= comparing.PLAIN and prose >= comparing.PLAIN_OWN:
        return True
    longest = max((len(list(piece)) for hit, piece in itertools.groupby(told) if hit), default=0)
    shares = {"prose": prose, "words": words, "lead": sum(lead) / len(lead), "rest": (sum(told) - longest) / len(told)}
    weighed = sum(weight * shares[name] for name, weight in comparing.WEIGHTS.items())
    return weighed >= comparing.WEIGHED * sum(comparing.WEIGHTS.values())


@settings(deadline=None)
@given(st.lists(st.text(CHARACTERS, max_size=80) | st.text(max_size=20), max_size=4))
@example([LONG, LONG * 9, "", "\0", '"', "dam " * 20, "\ud800\U00010400é"])
def test_a_print_is_what_its_definition_says(texts):
    for text, found in zip(texts, prints_of(texts), strict=True):
        words, quoted, keys = plain_print(text)
        assert found.words.tolist() == words
        assert found.quoted.tolist() == quoted
        assert found.keys.tolist() == keys
        assert found.counts == (quoted.count(False), len(words))


PASSAGES = st.tuples(st.integers(0, 5), st.sampled_from((12, 30, 60)), st.booleans())


def passages(some) -> str:
    return " ".join(f'"{prose(seed, count)}"' if quoted else prose(seed, count) for seed, count, quoted in some)


@settings(deadline=None, max_examples=200)
@given(st.lists(PASSAGES, max_size=5), st.lists(PASSAGES, max_size=5))
def test_two_texts_are_copies_where_the_definition_says_so(one, other):
    texts = passages(one), passages(other)
    found = compare(*prints_of(texts))
    assert (None if found is None else tuple(found)) == plain_likeness(*texts)
