"""Pages and feeds as they are found in the wild go through without an exception."""

import gzip
from itertools import islice

import pytest

from sayso.documents import make_document
from sayso.model import Document, Problem
from sayso.sources import Received, receive

NOW = "2031-06-01T00:00:00+00:00"


def take_in(path):
    for item in receive([str(path)]):
        assert isinstance(item, Received | Problem)
        yield make_document(item, retrieved=NOW) if isinstance(item, Received) else item


@pytest.mark.parametrize(
    ("pattern", "every", "least"), [("corpora/pages/*.html", 7, 0.6), ("gold/pages/**/*.html.gz", 40, 0.9)]
)
def test_a_real_page_becomes_a_document_or_a_problem(pattern, every, least, shared):
    made = [m for path in islice(sorted(shared.glob(pattern)), 0, None, every) for m in take_in(path)]
    documents = [m for m in made if isinstance(m, Document)]
    assert len(documents) >= least * len(made) > 0
    for document in documents:
        assert all(0 <= f.span.start < f.span.end <= len(document.text) for f in document.furniture)


def test_a_feed_is_told_apart_and_what_to_do_is_said(shared):
    paths = list(islice(sorted((shared / "corpora/feeds").rglob("*.xml")), 0, None, 60))
    assert paths
    for path in paths:
        (problem,) = take_in(path)
        assert (problem.code, "feeds are not read yet" in problem.message) == ("unknown-format", True)


def test_a_page_cut_anywhere_does_not_raise(shared):
    path = sorted(shared.glob("gold/pages/**/*.html.gz"))[0]
    data = gzip.decompress(path.read_bytes())
    for part in range(0, len(data), max(1, len(data) // 6)):
        cut = Received("n", "s", data[:part].decode("utf-8", "replace"), "html")
        assert isinstance(make_document(cut, retrieved=NOW), Document | Problem)
