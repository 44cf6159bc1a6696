"""Models are trained from annotated texts alone, and what is written is what is read."""

import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn")
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))
hashed = pytest.importorskip("hashed")
statements = pytest.importorskip("statements")

from sayso.readings.weights import weights_of  # noqa: E402

BRAT = """T1\tSource 0 5\tAnna
T2\tCue 12 16\tsaid
T3\tContent 17 30;34 40\tthe road was
The second line of these words\topen
E1\tAttribution:T2 Source1:T1 Cue1:T2 Content:T3
"""
TEXTS = [
    "Anna Brandt said on Monday that the road was open.",
    "It rained, but the mayor said that the port was open.",
] * 3


def test_a_model_scores_the_same_after_it_was_written(tmp_path):
    rows = [["a", "b"], ["a", "c"], ["d"], ["d", "b"]] * 5
    arrays = hashed.fit(hashed.matrix(rows, 10), [1, 1, 0, 0.25] * 5, strength=1.0)
    hashed.save(arrays, tmp_path / "models" / "m.npz")
    with np.load(tmp_path / "models" / "m.npz", allow_pickle=False) as read:
        model = weights_of(dict(read))
    assert model.score(["a", "c"]) > 0 > model.score(["d"])
    assert [model.score(r) for r in rows] == [weights_of(arrays).score(r) for r in rows]


def test_weights_keep_their_worth_as_whole_numbers():
    arrays = hashed.pack(np.array([0.5, -1.25, 0.001, 300.0]), -2.0)
    kept = arrays["weights"] * arrays["scale"]
    assert arrays["weights"].dtype == np.int16
    assert np.abs(kept - [0.5, -1.25, 0.001, 300.0]).max() <= arrays["scale"] / 2


def test_an_annotation_gives_cue_and_content_whatever_its_words_hold():
    assert list(statements.read_attributions(BRAT)) == [([(12, 16)], [(17, 30), (34, 40)])]


def test_training_from_a_folder_writes_both_models(tmp_path, loaded_pipeline, capsys):
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    for number, text in enumerate(TEXTS):
        cue, content = text.index("said"), text.index("that ") + 5
        lines = [
            f"T1\tCue {cue} {cue + 4}\tsaid",
            f"T2\tContent {content} {len(text) - 1}\t-",
            "E1\tA:T1 Cue:T1 Content:T2",
        ]
        (tmp_path / "text" / f"{number}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "attributions" / f"{number}_ab.ann").write_text("\n".join(lines), encoding="utf-8")
    statements.main(str(tmp_path), str(tmp_path / "models"))
    assert {f.name for f in (tmp_path / "models").iterdir()} == {"cues.npz", "contents.npz"}
    assert " 6 cues" in capsys.readouterr().out
