"""Long texts are divided and parsed in parts, and nothing of them is lost."""

import pytest

from sayso.readings import parsing
from sayso.readings.tokens import divide

TEXT = "He said that 12 people were killed in Oru on Monday.  The ministry denied it.\n\n“We stay,” said Ida. " * 6


@pytest.mark.parametrize("most", [5, 30, 31, 10_000])
def test_a_long_text_is_parsed_in_parts_and_put_together(most, monkeypatch, loaded_pipeline, analysis):
    whole = analysis(TEXT)
    monkeypatch.setattr(parsing, "MOST", most)
    parts = analysis(TEXT)
    assert parts.tokens.text == TEXT
    assert [(t.text, t.idx, t.is_sent_start) for t in parts.tokens] == [
        (t.text, t.idx, t.is_sent_start) for t in whole.tokens
    ]
    assert [s.text for s in parts.sentence_tokens] == [s.text for s in whole.sentence_tokens]
    assert all(t.head.sent == t.sent for t in parts.tokens)
    same = sum((a.tag_, a.dep_) == (b.tag_, b.dep_) for a, b in zip(parts.tokens, whole.tokens, strict=True))
    assert same >= 0.9 * len(whole.tokens)


def test_short_and_long_texts_come_out_in_order(monkeypatch, loaded_pipeline):
    pipeline, _ = loaded_pipeline
    monkeypatch.setattr(parsing, "MOST", 12)
    texts = ["", "One boat sank.", TEXT, "Two did not.", "", TEXT]
    docs = [(divide(t, pipeline), n) for n, t in enumerate(texts)]
    for doc, _ in docs:
        for token in doc:
            token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    assert [(doc.text, n) for doc, n in parsing.parse(docs, pipeline)] == [(t, n) for n, t in enumerate(texts)]


RUNS = ['"' * 3000, "=" * 999 + " x " + "a" * 450, "one two  three\n\n", "x" * 200, "x" * 201, "", " ", "\u200b" * 500]


@pytest.mark.parametrize("text", RUNS, ids=range(len(RUNS)))
def test_a_run_without_spaces_is_divided_and_every_character_kept(text, loaded_pipeline):
    assert divide(text, loaded_pipeline[0]).text == text
