"""Train the two models that judge statements: which words are cues, and what they hand on.

    python training/statements.py FOLDER [LANGUAGE]

FOLDER holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, brat files with the entities Source, Cue and Content
and one event an attribution; of several annotators the first counts. Writes the language's `models/cues.npz` and
`models/contents.npz`.
"""

import collections
import re
import sys
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
from sayso.readings.statements.content_features import beside, content_features
from sayso.readings.statements.contents import QuotationIndex
from sayso.readings.statements.cue_features import cue_features, listed, word_features
from sayso.readings.statements.cues import barred, suppose
from sayso.readings.statements.judging import Judge, agrees, set_scene
from sayso.readings.statements.quotations import find_quotations
from sayso.readings.statements.ruled import read_by_rules
from sayso.readings.statements.speech_words import speech_words
from sayso.readings.weights import weights_of

BITS = 18
NOTHING = weights_of({**fit(matrix([["a"], ["b"]], BITS), [0, 1])})
LIGHT = ("be", "is", "was", "are", "were", "been", "being", "’s", "'s", "am", "’re", "'re")
Spans = list[tuple[int, int]]


def read_folder(folder: Path) -> Iterator[tuple[str, list[tuple[Spans, Spans]]]]:
    """Each text with its attributions: the spans of the cue and of the content."""
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted(f for f in (folder / "attributions").iterdir() if f.name.startswith(path.stem + "_"))
        if files:
            with path.open(encoding="utf-8", newline="") as opened:
                yield opened.read(), list(read_attributions(files[0].read_text(encoding="utf-8")))


def read_attributions(brat: str) -> Iterator[tuple[Spans, Spans]]:
    """The cue and the content of each attribution of a brat file."""
    spans: dict[str, Spans] = {}
    events = []
    for line in brat.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            offsets = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (o.split() for o in offsets.split(";"))]
        elif key.startswith("E"):
            roles = collections.defaultdict(list)
            for part in rest.split():
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
        judge = Judge(scene, quotations, NOTHING, NOTHING)
        contents: dict[int, list[Spans]] = {}
        for cue, content in attributions:
            head = head_of(scene.arcs, cue)
            if head is not None:
                contents.setdefault(head, []).append(content)
        for sentence in analysis.sentence_tokens:
            ruled = read_by_rules(analysis.text, quotations, words, sentence)
            for token in judge.likely(sentence):
                kind = ruled[token][0].kind if token in ruled else "-"
                arcs = scene.arcs
                own = word_features(arcs.words[token], arcs.tags[token], arcs.deps[token], listed(scene, token))
                self.cues.append([*own, *cue_features(scene, token, kind)])
                self.is_cue.append(token in contents)
                if token in contents:
                    cue = ruled[token][0] if token in ruled else suppose(sentence.doc[token], words)
                    own = ruled[token][1] if token in ruled else None
                    self._add_passages(judge, token, own, barred(cue), contents[token])

    def _add_passages(
        self, judge: Judge, token: int, ruled: Span | None, held: tuple[int, ...], contents: list[Spans]
    ) -> None:
        by = beside(judge.scene, token)
        for passage, ways in judge.passages(token, ruled).items():
            if any(passage[0] <= b < passage[1] for b in held):
                continue
            span = judge.widened(token, passage)
            self.passages.append(list(content_features(by, passage, ways, agrees(span, ruled))))
            self.overlaps.append(max(dice(span, c) for c in contents) ** 3)


def train(rows: Rows, folder: Path) -> None:
    """Fit both models and write them into `folder`."""
    save(fit(matrix(rows.cues, BITS), rows.is_cue, strength=0.2), folder / "cues.npz")
    save(fit(matrix(rows.passages, BITS), rows.overlaps, strength=0.1), folder / "contents.npz")


def main(folder: str, code: str = "en") -> None:
    """Read the folder, parse its texts, train."""
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
    train(rows, Path(__file__).parents[1] / "src/sayso/languages" / code / "models")


if __name__ == "__main__":
    main(*sys.argv[1:])
