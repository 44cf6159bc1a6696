"""What every test may ask for: the language, the pipeline (loaded once) and one document read or analysed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from sayso.documents.furniture import mark_furniture
from sayso.languages import Language, load_language
from sayso.model import Document, Reading, Situation, identify
from sayso.readings.analysis import Analysis, analyse
from sayso.readings.pipeline import load_pipeline
from sayso.readings.reader import Reader
from shared import SHARED
from stores import nowhere, postgresql, somewhere, store, unmade

__all__ = ["nowhere", "postgresql", "somewhere", "store", "unmade"]
"""Fixtures, beside those below."""
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")


@pytest.fixture(scope="session")
def english() -> Language:
    return load_language("en")


@pytest.fixture(scope="session")
def loaded_pipeline():
    return load_pipeline()


@pytest.fixture(scope="session")
def document(english: Language) -> Callable[..., Document]:
    """Make a document of `text`, with the fields given."""

    def make(text: str, **fields: object) -> Document:
        fields = {"name": "test", "language": "en", "furniture": mark_furniture(text, english), **fields}
        if fields.get("published") and "published_basis" not in fields:
            fields["published_basis"] = "given"
        return Document(id=identify(text, outlet=str(fields.get("outlet", ""))), text=text, **fields)

    return make


@pytest.fixture(scope="session")
def analysis(english: Language, loaded_pipeline, document) -> Callable[..., Analysis]:
    """Analyse `text` as the readers see it. Keywords are fields of the document, and `situation`."""

    def make(text: str, *, situation: Situation = Situation(), **fields: object) -> Analysis:  # noqa: B008
        pipeline, degraded = loaded_pipeline
        return next(analyse([document(text, **fields)], situation, english, pipeline, parsed=degraded is None))

    return make


@pytest.fixture(scope="session")
def read(english: Language, loaded_pipeline, document) -> Callable[..., Reading]:
    """Read `text` with every reader. Keywords are fields of the document, and `situation`."""

    def make(text: str, *, situation: Situation = Situation(), **fields: object) -> Reading:  # noqa: B008
        pipeline, degraded = loaded_pipeline
        reader = Reader(situation, english, pipeline, degraded=degraded)
        return next(reader.read([document(text, **fields)]))

    return make


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and gold sets; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("needs the shared corpora, which are not on this machine")
    return SHARED
