"""Cut a sentence into the words that a time is told with.

Enters: a sentence and what the lexicon says of words. Leaves: one `Word` for each word, number and mark, in order, with
its place in the document and every kind it can be ("second" is an ordinal and a unit). Digits are sorted by their shape
(a clock time, a year, a day of the month), and numbers written in words become one word with its value, so that
"twenty-five" and "nineteen ninety-six" read like 25 and 1996. A word that tells nothing of time has no kinds.
"""

import re
from dataclasses import dataclass, field

from sayso.languages import Entry, Lexicon

# Each alternative consumes at least one character and none can be entered twice for one: linear in the text.
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d))|(?P<numeric>\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)\d{4}(?!\d))|(?P<clock>\d{1,2}:\d\d(?!\d))|(?P<fraction>\d{1,3}/\d{1,3}(?![\d/]))"
    r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_](?:\.[^\W\d_]){1,6}(?![^\W\d_])\.?|[^\W\d_]+)|(?P<possessive>['’]s(?!\w))|(?P<mark>\S)"
)
_MARKS = {
    ",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "(": "OPEN", ")": "CLOSE", ".": "DOT", "'": "APOSTROPHE",
    "’": "APOSTROPHE", "‘": "APOSTROPHE", "`": "APOSTROPHE", "$": "SIGN", "£": "SIGN", "€": "SIGN", "#": "SIGN",
    "%": "SIGN", "/": "SLASH",
}  # fmt: skip
_YEARS = range(1200, 2101)
_LONGEST_NUMBER = 10  # words; "nine hundred and ninety-nine thousand and ninety-nine" has ten
Kinds = dict[str, Entry | None]
Vocabulary = dict[str, dict[str, Entry | None]]


@dataclass(slots=True)
class Word:
    """A word of a sentence: its place in the document, its kinds, and its value where it is a number."""

    start: int
    end: int
    text: str
    kinds: Kinds = field(default_factory=dict)
    value: float | None = None
    capital: bool = False

    def entry(self, kind: str) -> Entry:
        """What the lexicon says of the word as this kind. Raises `KeyError` where it says nothing."""
        found = self.kinds[kind]
        if found is None:
            raise KeyError(kind)
        return found

    def number_of(self, kind: str) -> int:
        """The whole number that the word stands for as this kind: 3 for "March", 12 for "12"."""
        found = self.kinds.get(kind)
        value = self.value if found is None else found.value
        return int(float(value or 0))


def vocabulary_of(lexicon: Lexicon, calendar: Lexicon) -> Vocabulary:
    """Each lower-case spelling with the kinds it can be, in capitals as the patterns name them.

    From `calendar` come months, weekdays and ordinals under their full names, and what has a first day; its short
    names are words of their own too often ("Sun", "Jan"), so that `lexicon` says which of them count, and when.
    """
    words: Vocabulary = {}
    for entry in lexicon.entry:
        for spelling in entry.spellings:
            words.setdefault(spelling.lower(), {})[entry.kind.upper()] = entry
    for entry in calendar.of_kind("month", "weekday", "ordinal", "crisis"):
        for spelling in entry.spellings if entry.kind == "crisis" else (entry.term,):
            kinds = words.setdefault(spelling.lower(), {})
            if "MONTHLIKE" not in kinds:
                kinds[entry.kind.upper()] = entry
    return words


def cut_words(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Word]:
    """The words of `text[start:end]`, numbers in words joined."""
    words = [_word(m, vocabulary) for m in _TOKEN.finditer(text, start, end)]
    return _join_numbers(words)


def _word(match: re.Match[str], vocabulary: Vocabulary) -> Word:
    text, shape = match.group(), match.lastgroup
    word = Word(match.start(), match.end(), text.lower())
    if shape == "word":
        word.capital = text[0].isupper()
        word.kinds = vocabulary.get(word.text) or vocabulary.get(word.text.rstrip("."), {})
        if any(e is not None and e.also.get("capital") for e in word.kinds.values()) and not word.capital:
            word.kinds = {k: e for k, e in word.kinds.items() if e is None or not e.also.get("capital")}
    elif shape == "number":
        _sort_number(word)
    elif shape == "mark":
        word.kinds = {_MARKS[text]: None} if text in _MARKS else {}
    elif shape is not None:
        word.kinds = {shape.upper(): None}
    return word


def _sort_number(word: Word) -> None:
    word.kinds = {"NUMBER": None}
    digits = word.text.replace(",", "")
    word.value = float(digits) if len(digits) < 16 else 0.0
    if not word.text.isdecimal():
        if re.fullmatch(r"\d\d?\.[0-5]\d", word.text):
            word.kinds["HOUR"] = None
        return
    if len(digits) == 4:
        word.kinds["HHMM"] = None
        if int(digits) in _YEARS:
            word.kinds["YEAR"] = None
    elif len(digits) <= 2:
        if 1 <= word.value <= 31:
            word.kinds["DAY"] = None
        if word.value <= 24:
            word.kinds["HOUR"] = None
        if len(digits) == 2:
            word.kinds["TWODIGIT"] = None


def _join_numbers(words: list[Word]) -> list[Word]:
    joined: list[Word] = []
    position = 0
    while position < len(words):
        word = words[position]
        if joined and "ORDINAL-ENDING" in word.kinds and "NUMBER" in joined[-1].kinds and joined[-1].end == word.start:
            joined[-1] = Word(joined[-1].start, word.end, joined[-1].text, {"ORDINAL": None}, joined[-1].value)
            position += 1
            continue
        if "COUNT" not in word.kinds:
            joined.append(word)
            position += 1
            continue
        end = _end_of_number(words, position)
        joined.append(_number(words[position:end]))
        position = end
    return joined


def _end_of_number(words: list[Word], start: int) -> int:
    end = start + 1
    while end < min(len(words), start + _LONGEST_NUMBER):
        gap = 1 if "DASH" in words[end].kinds or "JOINER" in words[end].kinds else 0
        following = words[end + gap] if end + gap < len(words) else None
        if following is None or not {"COUNT", "ORDINAL"} & following.kinds.keys():
            break
        if "JOINER" in words[end].kinds and "SCALE" not in words[end - 1].kinds:
            break
        if not _continues(words[end - 1], following):
            break
        end += gap + 1
        if "COUNT" not in following.kinds:
            break
    return end


def _continues(previous: Word, following: Word) -> bool:
    """Whether two number words can make one: "twenty five", "two hundred", "nineteen ninety", not "one two"."""
    a = float(previous.entry("COUNT").value or 0)
    if "COUNT" not in following.kinds:
        return 20 <= a <= 90 and following.number_of("ORDINAL") < 10
    b = float(following.entry("COUNT").value or 0)
    return (
        "SCALE" in following.kinds or "SCALE" in previous.kinds or (a >= 13 and b >= 10) or (20 <= a <= 90 and b < 10)
    )


def _number(parts: list[Word]) -> Word:
    word = Word(parts[0].start, parts[-1].end, " ".join(p.text for p in parts), capital=parts[0].capital)
    total = current = 0.0
    previous = 0.0
    for part in (p for p in parts if {"COUNT", "ORDINAL"} & p.kinds.keys()):
        kind = "COUNT" if "COUNT" in part.kinds else "ORDINAL"
        value = float(part.entry(kind).value or 0)
        if "SCALE" in part.kinds:
            current = max(current, 1.0) * value
            if value >= 1000:
                total, current = total + current, 0.0
        elif 13 <= previous <= 20 and value >= 10:
            current = previous * 100 + value
            word.kinds = {"YEAR": None}
        else:
            current += value
        previous = value
    word.value = total + current
    if "YEAR" not in word.kinds:
        ordinal = "COUNT" not in parts[-1].kinds
        word.kinds = {"ORDINAL" if ordinal else "NUMBER": None}
        if not ordinal and word.value <= 12:
            word.kinds["HOUR"] = None
    return word
