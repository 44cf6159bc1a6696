"""Measure whether work grows with the text alone: CPU time on hostile texts, and on the same twice as long.

    python bench/linear.py [FAMILY …]

Leaves: a table of every stage that meets strangers' text, with the seconds for a text and the ratio for one twice as
long; 2 is linear. Exit status 1 where a ratio is above `MOST`. Texts are made of repeats that patterns and parses
stumble over. A text is read twice and its double once, and the faster run counts, so that a slow one hides nothing that
grows. Where the ratio is too large, both are read again, the text two times in a row: that lasts as long as its double,
so that a busy machine adds the same to both, and the fastest of these counts. It takes about four minutes.
"""

import sys
import time
from collections.abc import Callable

from sayso.documents.day_clues import find_clues
from sayso.documents.furniture import mark_furniture
from sayso.documents.sentences import split_sentences
from sayso.languages import Language, load_language
from sayso.model import Document, Situation, identify
from sayso.readings.pipeline import load_pipeline
from sayso.readings.reader import Reader

FAMILIES = {
    "short sentences": "Twelve people died in Kyiv on Monday. “We stay,” the mayor told Reuters. It cost $1 bn.\n",
    "one giant sentence": "the Russian army and ",
    "clauses": "12 people were killed and ",
    "dated clauses": "on Monday 12 people were killed and ",
    "dated tolls": "12 killed on 3 March, 14 hurt by Sunday, ",
    "cue": "He said that ",
    "said so": "He said so.\n\n",
    "told": "told Reuters ",
    "according": "according to ",
    "noun of saying": "the claim of the mayor, ",
    "quotations": "“Yes,” he said. ",
    "quoted as saying": "“Yes,” Radio Orlin quoted Ab as saying, ",
    "open quotations": "“Yes. ",
    "straight quotations": '"Yes" ',
    "quotation marks": '"',
    "apostrophes": "'",
    "numbers": "$1 bn or 12,",
    "number words": "one hundred and ",
    "shares": "5% ",
    "ranges": "from 5 to ",
    "dates": "on 3 March 2022, ",
    "weekdays": "Monday (7) ",
    "hours": "at 6 p.m. ",
    "stamps": "11 Jan 2031 - 09:05 GMT Shells fell. ",
    "datelines": "KYIV, Ukraine (AP) — ",
    "capitals": "KYIV ",
    "lengths": "two weeks after ",
    "beginnings": "war began May 20. ",
    "places": "Kyiv, Kharkiv, Odesa, ",
    "one place": "Kyiv ",
    "Cyrillic": "Київ ",
    "attacks": "Russia attacked Kyiv and ",
    "open parentheses": "(see ",
    "nested parentheses": "(the mayor (",
    "furniture": "Photo by ",
    "initials": "A. ",
    "bullets": "- Kyiv said\n",
    "labels": "Kyiv: ",
    "signed quotations": "“It holds” - Ab, ",
    "quotations alone": "“We stay here now.” Ab. ",
    "single marks": "'a ",
    "caveats": "The mayor said nine people died. It could not be independently verified.\n",
    "days of saying": "On Monday he said it was bad. ",
    "sources alone": "According to Reuters. ",
    "read more": "Read more:\n",
    "related": "related\n",
    "long token": "a",
    "long number": "1",
    "address": "http://a.b/c?d=",
    "dashes": "— ",
    "commas": ", ",
    "equals": "=",
    "faces": "😀",
    "newlines": "\n",
    "spaces": " ",
    "markup": "<p>He said</p> ",
    "zero width": "\u200b",
}
LENGTH = {"sentences": 200_000, "furniture": 200_000, "day": 60_000, "reading": 12_000}
MOST = 2.2
TRIES = 8
LEAST = 0.02
"""CPU seconds below which a ratio says nothing."""


def main() -> int:
    families = {f: FAMILIES[f] for f in sys.argv[1:] or FAMILIES}
    above = 0
    print("| stage | text | s | ratio at twice the length |\n|---|---|---|---|")
    for name, stage in stages().items():
        for family, unit in families.items():
            seconds, ratio = growth(stage, unit, LENGTH[name])
            above += ratio > MOST
            print(f"| {name} | {family} | {seconds:.3f} | {ratio:.2f}{' **above**' * (ratio > MOST)} |", flush=True)
    print(f"\n{above} above {MOST}")
    return 1 if above else 0


def stages() -> dict[str, Callable[[str], object]]:
    """What is measured: the stages of the intake, and all readers with them."""
    language = load_language("en")
    pipeline, degraded = load_pipeline()
    reader = Reader(Situation(), language, pipeline, degraded=degraded)

    def read(text: str) -> object:
        furniture = mark_furniture(text, language)
        return list(reader.read([Document(identify(text), "bench", text, language="en", furniture=furniture)]))

    read("A first text, so that everything is loaded.")
    return {**intake(language), "reading": read}


def intake(language: Language) -> dict[str, Callable[[str], object]]:
    """The stages of the intake, which a test measures too, by counting."""
    return {
        "sentences": lambda text: split_sentences(text, language),
        "furniture": lambda text: mark_furniture(text, language),
        "day": lambda text: find_clues(text, language),
    }


def growth(stage: Callable[[str], object], unit: str, length: int) -> tuple[float, float]:
    """The CPU seconds for a text of repeats of `unit`, and how many times as many for one twice as long."""
    once, twice = (unit * (n * length // len(unit)) for n in (1, 2))
    runs = [cost(stage, once), cost(stage, once)]
    short, pair, long = min(runs), sum(runs), cost(stage, twice)
    for _ in range(TRIES):
        if long <= MOST * max(short, LEAST):
            break
        pair, long = min(pair, cost(stage, once) + cost(stage, once)), min(long, cost(stage, twice))
        short = pair / 2
    return short, long / max(short, LEAST)


def cost(stage: Callable[[str], object], text: str) -> float:
    """The CPU seconds of one run."""
    begin = time.process_time()
    stage(text)
    return time.process_time() - begin


if __name__ == "__main__":
    sys.exit(main())
