"""Find the figures that an outlet only prints again.

Enters: figures with the texts that they stand in. Leaves: the figures whose sentence the same outlet had printed before
with the same figure in it, each with the first of them. A sentence of background that stands in every page of a week
tells nothing new in the last of them, and is not said anew.

Of 20,909 figures in 8,646 articles 555 sentences came again in other texts of one outlet, 267 of them on later days, up
to 38 times on 14 days. Read, 25 at random and the 45 shortest: all stood there unchanged as background, but for one of
two words ("five rockets"). So a sentence needs `FEWEST` words: two events can be told in the same few.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sayso.ledger.copies.origins import Told
from sayso.ledger.days import order
from sayso.ledger.names.folding import plain_words
from sayso.ledger.series.bounds import Bounds, bounds_of
from sayso.ledger.surroundings import REACH, in_sentence
from sayso.ledger.views import FigureView

FEWEST = 6


class _Telling(NamedTuple):
    """What must be the same of two figures beside their sentence."""

    outlet: str
    series: str | None
    source: str | None
    bounds: Bounds
    words: str


def find_repeats(
    figures: Iterable[FigureView], told: Mapping[str, Told], ask_texts: Callable[[set[str]], Mapping[str, str]]
) -> dict[str, str]:
    """The ids of figures that are printed again, each with that of the first. `ask_texts` gives texts by document."""
    alike: dict[_Telling, list[FigureView]] = defaultdict(list)
    for one in figures:
        outlet = told[one.document].outlet
        if outlet:
            alike[_Telling(outlet, one.series, one.source, bounds_of(one.figure), one.words.casefold())].append(one)
    doubtful = [some for some in alike.values() if len({one.document for one in some}) > 1]
    texts = ask_texts({one.document for some in doubtful for one in some})
    return {again: first for some in doubtful for again, first in _in_one_sentence(some, texts)}


def _in_one_sentence(some: list[FigureView], texts: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    some.sort(key=lambda f: (*order(f.known, f.document), f.id))
    first: dict[tuple[str, ...], str] = {}
    for one in some:
        sentence = sentence_of(one, texts[one.document])
        if len(sentence) >= FEWEST and first.setdefault(sentence, one.id) != one.id:
            yield one.id, first[sentence]


def sentence_of(figure: FigureView, text: str) -> tuple[str, ...]:
    """The words of the sentence that a figure stands in."""
    span = figure.figure.span
    around = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    return tuple(plain_words(span.words(text).join(in_sentence(*around))))
