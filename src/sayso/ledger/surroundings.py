"""Find what of a text is in one sentence with some words of it.

Enters: the text on both sides of the words. Leaves: what is left of it up to the next mark that ends a sentence on each
side. A mark behind an abbreviation ends one too, which cuts two sentences that are the same at the same place.
"""

import re

REACH = 300
"""Characters on each side that are looked at."""
_END = re.compile(r"[.!?…。][\"'”’»)\]]*\s|\n")


def in_sentence(before: str, behind: str) -> tuple[str, str]:
    """What is in the sentence of the words between, before them and behind them."""
    starts = [mark.end() for mark in _END.finditer(before)]
    end = _END.search(behind)
    return before[starts[-1] if starts else 0 :], behind[: end.start() if end else None]
