"""Tell whether a phrase stands under a past, present or future verb, so that "on Friday" is the last or the next one.

Enters: the analysis and where the phrase starts. Leaves: "past", "future", "present", or nothing where there is no
verb or no parse.
"""

from bisect import bisect_right
from typing import Literal

from spacy.tokens import Token

from sayso.readings.analysis import Analysis

Tense = Literal["past", "present", "future"]
_WITHIN = frozenset({"compound", "nmod", "nummod", "amod", "det"})
_STEPS = 12  # arcs from a phrase up to its verb; deeper ones belong to another clause


class Tenses:
    """The tenses of one document's verbs; finds the token at an offset by bisection."""

    def __init__(self, analysis: Analysis) -> None:
        planning = analysis.language["times"].by_spelling("planning")
        self._planning = frozenset(planning)
        self._scheduling = frozenset(s for s, e in planning.items() if e.also.get("scheduled"))
        self._companions = {s: frozenset(str(w).split()) for s, e in planning.items() if (w := e.also.get("with"))}
        self._able = analysis.language["times"].spellings("able")
        self._tokens = analysis.tokens
        self._starts = [t.idx for t in analysis.tokens] if analysis.parsed else []

    def tag(self, offset: int) -> str:
        """The part of speech of the token at `offset`, or nothing."""
        token = self._token(offset)
        return token.tag_ if token is not None else ""

    def at(self, offset: int) -> Tense | None:
        """The tense of the verb that governs the token at `offset`."""
        token = self._token(offset)
        planned = False  # "plans to meet on Friday" looks ahead, "rushed to help on Friday" does not
        crossed = False  # "must explain the fall on Friday": behind a noun, a verb that looks ahead says nothing
        for _ in range(_STEPS):
            if token is None:
                return None
            tense = self._tense(token)
            if token.lower_ in (self._planning if planned else self._scheduling) and self._is_plan(token):
                return "past" if _is_over(token) or _is_over(token.head) else "future"
            if tense is not None:
                return None if crossed else tense
            head = token.head
            if head.i == token.i:
                return None
            planned = planned or token.tag_ == "VB" or any(c.tag_ == "TO" for c in token.lefts)
            crossed = crossed or (head.tag_.startswith("NN") and token.dep_ not in _WITHIN)
            token = head
        return None

    def _is_plan(self, token: Token) -> bool:
        """Whether the word has with it what makes it a plan: "set for Friday", "set to meet", not "a record set"."""
        needed = self._companions.get(token.lower_)
        behind = (c for r in token.rights for c in (r, *r.lefts)) if needed else ()
        return needed is None or any(c.lower_ in needed for c in behind)

    def _tense(self, verb: Token) -> Tense | None:
        """ "could not be reached" is over, "could be reached" is not."""
        left = {c.lower_ for c in verb.lefts if c.tag_ == "MD"} & self._able
        if left and any(c.dep_ in ("neg", "preconj") for c in (*verb.lefts, *(g for c in verb.lefts for g in c.lefts))):
            return "past"
        return _tense(verb)

    def _token(self, offset: int) -> Token | None:
        place = bisect_right(self._starts, offset) - 1
        return self._tokens[place] if 0 <= place < len(self._starts) else None


def _is_over(verb: Token) -> bool:
    """Whether the verb is a pluperfect: "had been due to expire on Friday"."""
    return verb.tag_ == "VBN" and any(c.tag_ == "VBD" and c.dep_ == "aux" for c in verb.lefts)


def _tense(verb: Token) -> Tense | None:
    tag = verb.tag_
    if tag == "VBD":
        return "past"
    if tag == "MD":
        return "future"
    if not tag.startswith("VB"):
        return None
    helpers = {(c.tag_, c.dep_) for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    tags = {helper_tag for helper_tag, _ in helpers}
    if "MD" in tags:
        return "future"
    if "VBD" in tags or (tag == "VBN" and helpers & {("VBZ", "aux"), ("VBP", "aux")}):
        return "past"
    if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "present"
    return "past" if tag == "VBN" and "TO" not in tags else None
