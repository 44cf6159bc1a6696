"""Tell the words of a text as SQLite's full-text search does, for a server to search them with the same meaning.

Enters: texts as they are kept, or words as a user types them. Leaves: values of PostgreSQL's `tsvector` and `tsquery`,
written out here, so that no configuration of the server decides what a word is. What FTS5 makes of a character it is
asked itself, once: it folds one character at a time, whatever stands around it.

A `tsvector` holds 256 places of a word, and none beyond 16,383, so a text is cut into pieces of `PIECE` words. Each has
the last `OVERLAP` words of the one before, and a phrase is looked for in parts of no more words than that.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

PIECE = 256
OVERLAP = 32
LONGEST = 500
"""Characters of a word that count. A lexeme has at most 2,046 bytes, and a character up to four."""
_HALVES = range(0xD800, 0xE000)
"""No characters: whoever sends one is told so."""
_FTS5 = "CREATE VIRTUAL TABLE one USING fts5(words, tokenize='unicode61 remove_diacritics 2')"


class _Folds(dict[int, str]):
    """What becomes of each character: itself folded, nothing, or a space where it parts words."""

    def __missing__(self, code: int) -> str:
        if code in _HALVES:
            return chr(code)
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute(_FTS5)
            connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab(one, 'instance')")
            connection.execute("INSERT INTO one VALUES (?)", (f"a{chr(code)}b",))
            words = [word for (word,) in connection.execute("SELECT term FROM word ORDER BY offset")]
        self[code] = " " if len(words) == 2 else words[0][1:-1]
        return self[code]


_FOLDS = _Folds()


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, without accents."""
    return [word[:LONGEST] for word in text.translate(_FOLDS).split(" ") if word]


def vectors(texts: Iterable[str]) -> Iterator[str]:
    """The words of the columns of a row, piece by piece. No phrase reaches from one column into the next."""
    words = [word for text in texts for word in (*words_of(text), "")]
    for start in range(0, max(1, len(words) - OVERLAP), PIECE - OVERLAP):
        places: dict[str, list[str]] = defaultdict(list)
        for place, word in enumerate(words[start : start + PIECE], 1):
            places[word].append(str(place))
        places.pop("", None)
        if places:
            yield " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())


def queries(about: str) -> list[str]:
    """What a row must all have to have the words of `about`; none where there is no word in it."""
    return [query for part in about.split() for query in _queries(words_of(part.rstrip("*")), part.endswith("*"))]


def any_of(phrases: Iterable[str]) -> str:
    """What a row must have to have one of these phrases."""
    return " | ".join(f"({query})" for phrase in phrases for query in _queries(words_of(phrase), False))


def _queries(words: Sequence[str], open_end: bool) -> Iterator[str]:
    """The phrase of these words, in parts that follow one another by all their words but one."""
    for start in range(max(1, len(words) - OVERLAP + 1) if words else 0):
        end = start + OVERLAP
        yield " <-> ".join(f"'{word}'" for word in words[start:end]) + ":*" * (open_end and end >= len(words))
