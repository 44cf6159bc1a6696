"""Tell the language of a text, where it is long enough to tell."""

import functools
from typing import Any

LEAST = 60
"""Letters below which nothing is said: headlines are taken for the wrong language too often."""

SURE = 0.9
_SAMPLE = 1_500


def identify_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or `None` where it is short or nothing is sure."""
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < LEAST:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= SURE else None


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
