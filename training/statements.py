"""Train the two models that judge statements: which words are cues, and what they hand on.

    python training/statements.py FOLDER MODELS [LANGUAGE]

FOLDER holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, brat files with the entities Source, Cue and Content
and one event an attribution; of several annotators the first counts. Writes `cues.npz` and `contents.npz` into MODELS;
those of a language stand in `src/sayso/languages/LL/models`.
"""

import collections
import re
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from hashed import fit, matrix, save

from sayso.documents.furniture import mark_furniture
from sayso.languages import load_language
from sayso.model import Document, Situation, Span, identify
from sayso.readings.analysis import Analysis, analyse
from sayso.readings.pipeline import load_pipeline
from sayso.readings.statements.arcs import Arcs
from sayso.readings.statements.contents import QuotationIndex
from sayso.readings.statements.cues import barred, suppose
from sayso.readings.statements.judging import Judge, set_scene
from sayso.readings.statements.quotations import find_quotations
from sayso.readings.statements.ruled import read_by_rules
from sayso.readings.statements.speech_words import speech_words
from sayso.readings.weights import Weights

BITS = 18
LIGHT = ("be", "is", "was", "are", "were", "been", "being", "’s", "'s", "am", "’re", "'re")
UNTRAINED = Weights(array("h", [0]), 1.0, 0.0)
Spans = list[tuple[int, int]]
_ENTITY = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(.+)")


def read_folder(folder: Path) -> Iterator[tuple[str, list[tuple[Spans, Spans]]]]:
    """Each text with its attributions: the spans of the cue and of the content."""
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted(f for f in (folder / "attributions").iterdir() if f.name.startswith(path.stem + "_"))
        if files:
            with path.open(encoding="utf-8", newline="") as opened:
                yield opened.read(), list(read_attributions(files[0].read_text(encoding="utf-8")))


def read_attributions(brat: str) -> Iterator[tuple[Spans, Spans]]:
    """The cue and the content of each attribution of a brat file; lines that go on with an entity's words are none."""
    spans: dict[str, Spans] = {}
    events = []
    for line in brat.splitlines():
        if entity := _ENTITY.match(line):
            pairs = (pair.split() for pair in entity.group(2).split(";"))
            spans[entity.group(1)] = [(int(start), int(end)) for start, end in pairs]
        elif event := _EVENT.match(line):
            roles = collections.defaultdict(list)
            for part in event.group(1).split():
                role, _, target = part.partition(":")
                roles[re.sub(r"\d+$", "", role)].append(target)
            events.append(roles)
    for roles in events:
        cue, content = ([s for t in roles[r] for s in spans.get(t, [])] for r in ("Cue", "Content"))
        if cue and content:
            yield cue, content


def head_of(arcs: Arcs, cue: Spans) -> int | None:
    """The token that a cue of several words hangs on: its first full verb, or its first noun or adjective."""
    tokens = []
    for start, end in cue:
        token = max(bisect_right(arcs.starts, start) - 1, 0)
        while token < len(arcs.starts) and arcs.starts[token] < end:
            tokens += [token] if arcs.ends[token] > start else []
            token += 1
    full = [t for t in tokens if arcs.words[t] not in LIGHT]
    verbs = [t for t in full if arcs.tags[t].startswith("VB") and arcs.deps[t] not in ("aux", "auxpass")]
    others = [t for t in full if arcs.tags[t][:2] in ("NN", "JJ", "VB")]
    tops = [t for t in tokens if arcs.heads[t] not in tokens]
    return next(iter(verbs or others or tops or tokens), None)


def dice(span: Span, content: Spans) -> float:
    """The overlap of a passage with a content."""
    common = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in content)
    return 2 * common / (span.end - span.start + sum(end - start for start, end in content))


class Rows:
    """What the two models are trained on, gathered text by text."""

    def __init__(self) -> None:
        """Empty."""
        self.cues: list[list[str]] = []
        self.is_cue: list[bool] = []
        self.passages: list[list[str]] = []
        self.overlaps: list[float] = []

    def add(self, analysis: Analysis, attributions: list[tuple[Spans, Spans]]) -> None:
        """The rows of one text."""
        words = speech_words(analysis.language)
        quotations = QuotationIndex(find_quotations(analysis.text))
        scene = set_scene(analysis, quotations, words)
        judge = Judge(scene, quotations, UNTRAINED, UNTRAINED)
        contents: dict[int, list[Spans]] = {}
        for cue, content in attributions:
            head = head_of(scene.arcs, cue)
            if head is not None:
                contents.setdefault(head, []).append(content)
        for sentence in analysis.sentence_tokens:
            ruled = read_by_rules(analysis.text, quotations, words, sentence)
            for token in judge.likely(sentence):
                known, content = ruled.get(token, (None, None))
                self.cues.append(judge.tell_cue(token, known.kind if known is not None else "-"))
                self.is_cue.append(token in contents)
                if token in contents:
                    held = barred(known or suppose(sentence.doc[token], words))
                    for features, span, _ in judge.tell_passages(token, content, held):
                        self.passages.append(features)
                        self.overlaps.append(max(dice(span, c) for c in contents[token]) ** 3)


def train(rows: Rows, folder: Path) -> None:
    """Fit both models and write them into `folder`."""
    save(fit(matrix(rows.cues, BITS), rows.is_cue, strength=0.2), folder / "cues.npz")
    save(fit(matrix(rows.passages, BITS), rows.overlaps, strength=0.1), folder / "contents.npz")


def main(folder: str, models: str, code: str = "en") -> None:
    """Read the folder, parse its texts, train, write into `models`."""
    language, (pipeline, _) = load_language(code), load_pipeline()
    given = list(read_folder(Path(folder)))
    documents = [
        Document(id=identify(text), name="", text=text, language=code, furniture=mark_furniture(text, language))
        for text, _ in given
    ]
    rows = Rows()
    analyses = analyse(documents, Situation(), language, pipeline, parsed=True)
    for analysis, (_, attributions) in zip(analyses, given, strict=True):
        rows.add(analysis, attributions)
    print(f"{len(rows.cues)} words, {sum(rows.is_cue)} cues, {len(rows.passages)} passages")
    train(rows, Path(models))


if __name__ == "__main__":
    main(*sys.argv[1:])
