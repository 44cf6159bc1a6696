"""A scan is one sentence made ready for the readers of numbers: its lexemes and, behind each, its token.

Enters: a sentence of an analysis. Leaves: a `Scan`. Where the document was not parsed there are no tags and arcs, and
what asks for them gets nothing.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.model import Span
from sayso.readings.analysis import Analysis
from sayso.readings.quantities.lexemes import Lexeme, lex

LONGEST = 600  # lexemes; longer than any sentence of prose, so arcs over it mean nothing
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Scan:
    """One sentence: its place, its lexemes, and its tokens by the offset that they start at."""

    span: Span
    lexemes: list[Lexeme]
    tokens: dict[int, Token]
    parsed: bool

    def token(self, i: int) -> Token | None:
        """The token that lexeme `i` begins, or `None` where there is none or it was not tagged."""
        if not self.parsed or not 0 <= i < len(self.lexemes):
            return None
        return self.tokens.get(self.lexemes[i].start)

    def tag(self, i: int) -> str:
        """The Penn tag of lexeme `i`; empty where it was not tagged."""
        token = self.token(i)
        return token.tag_ if token is not None else ""

    def low(self, i: int) -> str:
        """Lexeme `i` in lower case; empty outside the sentence."""
        return self.lexemes[i].low if 0 <= i < len(self.lexemes) else ""

    def first_from(self, offset: int) -> int:
        """The index of the first lexeme that starts at `offset` of the text or later, or the number of all."""
        return bisect_left(self.lexemes, offset, key=lambda lexeme: lexeme.start)

    def first_after(self, offset: int) -> int:
        """The index of the first lexeme that ends after `offset` of the text, or the number of all."""
        return bisect_right(self.lexemes, offset, key=lambda lexeme: lexeme.end)


def scan_sentence(analysis: Analysis, span: Span, tokens: TokenSpan) -> Scan:
    """The scan of one sentence of `analysis`."""
    lexemes = lex(analysis.text, span)
    parsed = analysis.parsed and len(lexemes) <= LONGEST
    return Scan(span, lexemes, {t.idx: t for t in tokens} if parsed else {}, parsed)
