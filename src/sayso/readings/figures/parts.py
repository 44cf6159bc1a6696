"""Tie the parts of a total to it: of "9 people, including 2 children", the two are among the nine.

Enters: figures in the order of the text. Leaves: the same figures, a part with the position of its total and on its
basis, unless it has days of its own ("100,000 of them since Monday"), and each with a span of its own. A part is
counted once, in its total.
"""

from msgspec.structs import replace

from sayso.model import Figure, Span
from sayso.readings.figures.measure_words import MeasureWords

NEAR_TOTAL = 120
FARTHEST = 4
BEHIND = 12
OF_THE = 2
STOPS = (". ", ".\n", "; ")


def with_parts(words: MeasureWords, text: str, figures: list[Figure]) -> list[Figure]:
    """`figures`, each part with the position of its total."""
    tied: list[Figure] = []
    for i, figure in enumerate(figures):
        total = _total_of(words, text, figures, i)
        tied.append(figure if total is None else _tied(figure, figures[total], total))
    return tied


def _tied(part: Figure, whole: Figure, total: int) -> Figure:
    """The part as one of `whole`, which is at position `total`."""
    runs = {part.basis, whole.basis} == {"cumulative", "increment"}
    if not runs or part.since is not None or part.as_of != whole.as_of:
        return replace(part, part_of=total)
    return replace(part, part_of=total, basis=whole.basis, since=whole.since)


def _total_of(words: MeasureWords, text: str, figures: list[Figure], i: int) -> int | None:
    part = figures[i]
    if i + 1 < len(figures) and _is_of_the_next(words, text, part, figures[i + 1]):
        return i + 1
    for back in range(i - 1, max(i - FARTHEST, -1), -1):
        whole = figures[back]
        if part.number.start - whole.number.end > NEAR_TOTAL:
            return None
        between = text[whole.number.end : part.number.start].casefold()
        if any(stop in between for stop in STOPS):
            return None
        behind = text[part.number.end : part.number.end + BEHIND].strip().casefold()
        joined = any(s in between or behind.startswith(s) for s in words.joining)
        bigger = (whole.low or whole.high or 0) >= (part.low or part.high or 0)
        if joined and bigger and (whole.measure, whole.unit) == (part.measure, part.unit):
            return back
    return None


def _is_of_the_next(words: MeasureWords, text: str, part: Figure, whole: Figure) -> bool:
    """Whether the total stands behind its part: "11 of the 63 dead"."""
    between = text[part.number.end : whole.number.start].casefold().split()
    smaller = (part.low or part.high or 0) <= (whole.low or whole.high or 0)
    joined = 0 < len(between) <= OF_THE and between[0] in words.ofs
    return joined and smaller and (whole.measure, whole.unit) == (part.measure, part.unit)


def with_own_spans(figures: list[Figure]) -> tuple[Figure, ...]:
    """Figures with spans of their own: where two share one, the later keeps its number's place."""
    seen: set[Span] = set()
    kept: list[Figure] = []
    for figure in figures:
        if figure.span in seen:
            figure = replace(figure, span=figure.number)
        seen.add(figure.span)
        kept.append(figure)
    return tuple(kept)
