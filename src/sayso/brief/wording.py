"""The words that the brief itself adds to those of its documents, in the language it is written in.

Enters: a language. Leaves: headings and connecting words by key, days as people write them, and whether a sentence
opens with a word that points back to one that the line leaves out.
"""

import re

from sayso.languages import Language


class Wording:
    """The frame words of one language, from its `brief.toml`; `code` is its ISO 639-1 code."""

    def __init__(self, language: Language) -> None:
        lexicon = language["brief"]
        self.code = language.code
        self._words = {str(e.value): e.term for e in lexicon.of_kind("heading", "frame")}
        self._months = {int(e.value): e.term for e in lexicon.of_kind("month") if isinstance(e.value, int | float)}
        self._fixed = lexicon.spellings("fixed")
        self._pronouns = language["pronouns"].spellings() - self._fixed
        openers = sorted((re.escape(s) for s in lexicon.spellings("opener")), key=len, reverse=True)
        self._opener = re.compile(rf"\W*({'|'.join(openers)})\b(?![-.])", re.IGNORECASE)

    def __getitem__(self, key: str) -> str:
        """The heading or frame word of this key."""
        return self._words[key]

    @property
    def pronouns(self) -> frozenset[str]:
        """Pronouns that a name can be put for."""
        return self._pronouns

    @property
    def fixed(self) -> frozenset[str]:
        """Pronouns that no name can be put for: relative and possessive ones."""
        return self._fixed

    @property
    def words(self) -> frozenset[str]:
        """Every heading and frame word."""
        return frozenset(self._words.values())

    def opening(self, sentence: str) -> str | None:
        """The opening of `sentence` that points back, in lower case, or `None`."""
        match = self._opener.match(sentence)
        return match.group(1).lower() if match else None

    def points_back(self, sentence: str) -> bool:
        """Whether `sentence` opens with a word that points back."""
        return self.opening(sentence) is not None

    def day(self, iso: str | None, *, year: bool = False) -> str:
        """An ISO 8601 day as the brief writes it: "28 Feb", with its year where asked for."""
        if not iso or len(iso) < 10:
            return iso or self["undated"]
        y, m, d = (int(part) for part in iso[:10].split("-"))
        return f"{d} {self._months[m]}" + (f" {y}" if year else "")
