"""Tell copies: texts that are one text, edited, cut, carried on, or one a part of the other.

Enters: two prints of texts. Leaves: how much of each the other has where they are copies, `None` where they are not;
for many links, the groups that they make up. Everything here is a function of the texts alone; which texts are compared
at all is settled in `sayso.ledger.copies.meeting`.

What two reporters share when they write of one thing is not what a copy shares. Words in quotation marks are the
speaker's: two who were there have the same. A paragraph of background stands under every report of an outlet, in one
piece and at the end. So four things are weighed, each of the text that has fewer words of its own: how much of it the
other has, how much of what is not quoted, how much of its beginning, and how much beside the longest piece. Most of
those that meet are no copies, and what two texts share at most, which is told sooner, shows it for nine of ten.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

import numpy as np

from sayso.ledger.copies.wordprints import Flags, Print

FEWEST = 30
"""Runs below which two texts are copies only word for word: short bulletins of one outlet share their set phrases."""
LEAST = 0.45
"""Share of the words below which nothing else is weighed: the least of a labelled copy is .48."""
PLAIN = 0.78
PLAIN_OWN = 0.6
"""Shares of all words and of those not quoted from which two texts are copies whatever else: all but a new lead."""
WEIGHTS = {"prose": 4, "words": 6, "lead": 6, "rest": 6}
WEIGHED = 0.52
"""What the shares must come to, weighed. Weights and threshold are those of a logistic regression on one half of the
labelled pairs in `eval/copies`, rounded; how they do on the other half is measured there."""
FEW_OWN = 40
QUOTED = 0.85
"""Below so many words of its own a text is all quotation; it is a copy where the other has this much of it."""
NEAR = 0.5
"""Share of each from which two texts are one text; below, the one is a part of the other."""
JOINED = 0.25
"""Share of the longer text from which its part counts as one text with it. A page that gathers a day's reports has many
parts, and they are not one another's copies."""

_Key = TypeVar("_Key", bound=Hashable)


class Likeness(NamedTuple):
    """The share of each text's words that stands in runs which the other has too, in thousandths."""

    one: int
    other: int

    @property
    def kind(self) -> str:
        """ "near", or which one is a part of the other: "part" where it is the first, "whole" where the second."""
        if min(self) >= NEAR * 1000:
            return "near"
        return "part" if self.one >= self.other else "whole"

    @property
    def joins(self) -> bool:
        """Whether the two count as one text."""
        return min(self) >= JOINED * 1000


def compare(one: Print, other: Print) -> Likeness | None:
    """How much two texts have of each other, where they are copies."""
    if min(len(one.runs), len(other.runs)) < FEWEST:
        return None
    fewer, more = (one, other) if _precedes(one, other) else (other, one)
    most = fewer.most_shared_with(more)
    if not (_is_enough(most) and _are_copies(most, most[fewer.own], longest=0)):
        return None
    shared = fewer.shared_with(more)
    if not _is_enough(shared):
        return None
    told = fewer.shared_with(more, own=True)[fewer.own]
    if not _are_copies(shared, told, _longest(told)):
        return None
    back = more.shared_with(fewer)
    return _likeness(shared, back) if fewer is one else _likeness(back, shared)


def _precedes(one: Print, other: Print) -> bool:
    """Whether `one` has fewer words of its own than `other`; the digest settles what is equal."""
    return one.counts < other.counts if one.counts != other.counts else one.digest <= other.digest


def likeness(one: Print, other: Print) -> Likeness:
    """How much two texts have of each other, copies or not."""
    return _likeness(one.shared_with(other), other.shared_with(one))


def _likeness(one: Flags, other: Flags) -> Likeness:
    return Likeness(*(int(1000 * _share(flags)) if len(flags) else 0 for flags in (one, other)))


def _is_enough(shared: Flags) -> bool:
    return bool(np.count_nonzero(shared) >= LEAST * len(shared))


def _are_copies(shared: Flags, told: Flags, longest: int) -> bool:
    """Whether a text that shares these words, and these of its own, is a copy: more of them make it no less of one."""
    words = _share(shared)
    if len(told) < FEW_OWN:
        return words >= QUOTED
    prose = _share(told)
    if words >= PLAIN and prose >= PLAIN_OWN:
        return True
    shares = {"prose": prose, "words": words, "lead": _share(told[: len(told) // 3])}
    shares["rest"] = (np.count_nonzero(told) - longest) / len(told)
    return sum(WEIGHTS[name] * share for name, share in shares.items()) >= WEIGHED * sum(WEIGHTS.values())


def _share(flags: Flags) -> float:
    return float(np.count_nonzero(flags)) / len(flags)


def _longest(flags: Flags) -> int:
    """The length of the longest piece that is set."""
    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def group(links: Iterable[tuple[_Key, _Key]]) -> Mapping[_Key, _Key]:
    """Each linked key with one key that stands for its group: the least that it is linked to by any way."""
    above: dict[_Key, _Key] = {}

    def top(key: _Key) -> _Key:
        while (up := above.setdefault(key, key)) != key:
            above[key] = above[up]
            key = up
        return key

    for one, other in links:
        low, high = sorted((top(one), top(other)))  # type: ignore[type-var]
        above[high] = low
    return {key: top(key) for key in list(above)}
