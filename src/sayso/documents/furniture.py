"""Mark furniture: captions, credits, "see video below", read-more lines, contents, invitations to subscribe.

Enters: a text, in lines or flat, and its language, whose phrases are in `languages/LL/furniture.toml`. Leaves: what in
the text is no report, with its kind, in order and apart. Nothing is taken away: readers pass over what is marked. A
false mark loses a report, a missed one adds a line that nobody said, so phrases mark only where they stand as furniture
does: opening a short sentence, closing one, filling one, or within brackets.
"""

import re
from collections.abc import Iterator

from sayso.documents.furniture_lines import mark_lines
from sayso.documents.furniture_phrases import Phrase, Phrases, load_phrases
from sayso.documents.sentences import split_sentences
from sayso.languages import Language
from sayso.model import Furniture, Span

_BRACKETS = re.compile(r"\([^()\n]{1,160}\)|\[[^\[\]\n]{1,160}\]")
_FIRST_LETTER = re.compile(r"[^\w(©👇⬇🔽]*")
_EDGES = " \t\xa0.:!?…»«>→-–—|*_"
_LONGEST_CAPTION = 350


def mark_furniture(text: str, language: Language) -> tuple[Furniture, ...]:
    """The furniture of `text`, in order, without overlaps."""
    lower = _lower(text)
    phrases = load_phrases(language).within(lower)
    sentences = split_sentences(text, language)
    marks = list(_in_brackets(text, lower, sentences, phrases.at["parenthesis"]))
    bracketed = {m.span for m in marks if m.kind != "caption"}
    for number, sentence in enumerate(sentences):
        marks += _in_sentence(text, lower, sentence, number == 0, phrases)
    marks += mark_lines(text, lower, phrases)
    marks.sort(key=lambda m: (m.span.start, m.span not in bracketed, -m.span.end))
    return tuple(_apart_from_each_other(marks, text))


def _apart_from_each_other(marks: list[Furniture], text: str) -> Iterator[Furniture]:
    """The marks, each without what an earlier one covers."""
    end = 0
    for mark in marks:
        start = max(mark.span.start, end)
        start += len(text[start : mark.span.end]) - len(text[start : mark.span.end].lstrip())
        if start < mark.span.end:
            yield Furniture(Span(start, mark.span.end), mark.kind)
            end = mark.span.end


def _in_sentence(text: str, lower: str, sentence: Span, opening: bool, phrases: Phrases) -> Iterator[Furniture]:
    """The first mark that a phrase puts on the sentence, if any."""
    lead = _FIRST_LETTER.match(lower, sentence.start, sentence.end)
    first = lead.end() if lead else sentence.start
    bare = lower[sentence.start : sentence.end].strip(_EDGES)
    candidates = [p for p in phrases.at["whole"] if len(bare) <= p.most and p.words.fullmatch(bare)]
    if candidates:
        yield Furniture(sentence, candidates[0].kind)
        return
    if phrases.opening.match(lower, first, sentence.end):
        candidates += phrases.at["start"] + phrases.at["heading"]
    candidates += phrases.at["inside"] + phrases.at["end"]
    if opening:
        candidates += phrases.at["opening"]
    for phrase in candidates:
        span = _mark(text, lower, sentence, first, phrase)
        if span:
            yield Furniture(span, phrase.kind)
            return


def _mark(text: str, lower: str, sentence: Span, first: int, phrase: Phrase) -> Span | None:
    """What of the sentence `phrase` marks."""
    if phrase.until is None and sentence.end - sentence.start > phrase.most:
        return None
    at_start = phrase.at in ("start", "heading")
    found = (phrase.words.match if at_start else phrase.words.search)(lower, first, sentence.end)
    if not found or (phrase.at == "inside" and _is_quoting(text, sentence)):
        return None
    if (phrase.at == "end" and lower[found.end() : sentence.end].strip(_EDGES + ")”\"'’")) or (
        phrase.at == "heading" and not _fills_line(text, sentence)
    ):
        return None
    end = _until(text, lower, sentence, found.end(), phrase)
    if end is None:
        return None
    around = lower[found.end() - 1 if at_start else sentence.start : end]
    if phrase.companions and not any(c in around for c in phrase.companions):
        return None
    return Span(sentence.start, end)


def _until(text: str, lower: str, sentence: Span, after: int, phrase: Phrase) -> int | None:
    """Where the mark ends: after the first closing word that a new sentence follows, else with a short sentence."""
    last = min(sentence.end, sentence.start + phrase.most)
    for close in phrase.until.finditer(lower, after, last) if phrase.until else ():
        rest = text[close.end() : close.end() + 3].lstrip(" .:")
        if close.end() >= sentence.end or not rest or rest[0].isupper() or rest[0] in "\"“‘'(":
            return close.end() if text[close.end() : sentence.end].strip(_EDGES) else sentence.end
    return sentence.end if sentence.end - sentence.start <= phrase.most * 2 // 3 or phrase.until is None else None


def _in_brackets(
    text: str, lower: str, sentences: tuple[Span, ...], phrases: tuple[Phrase, ...]
) -> Iterator[Furniture]:
    position = after = 0
    for brackets in _BRACKETS.finditer(lower):
        phrase = next((p for p in phrases if p.words.search(lower, brackets.start(), brackets.end())), None)
        if phrase is None:
            continue
        span = Span(*brackets.span())
        yield Furniture(span, phrase.kind)
        while position + 1 < len(sentences) and sentences[position].end <= span.start:
            position += 1
        if phrase.captioned:
            caption = _caption_before(text, span, sentences, position, after)
            if caption:
                yield Furniture(caption, "caption")
        after = span.end


def _caption_before(text: str, credit: Span, sentences: tuple[Span, ...], position: int, after: int) -> Span | None:
    """The sentence that the credit follows, where a new one begins after it and nobody is quoted in it."""
    rest = text[credit.end : credit.end + 3].lstrip(" .")
    if rest and not (rest[0].isupper() or rest[0] in "\"“‘'\n("):
        return None
    holder = sentences[position]
    if holder.start < credit.start:
        start, end = holder.start, credit.start
    elif position > 0 and "\n" not in text[sentences[position - 1].end : credit.start]:
        start, end = sentences[position - 1].start, sentences[position - 1].end
    else:
        return None
    start = max(start, after)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    caption = Span(start, end)
    return caption if start < end <= start + _LONGEST_CAPTION and not _is_quoting(text, caption) else None


def _is_quoting(text: str, span: Span) -> bool:
    return any(c in '"“”' for c in span.words(text))


def _fills_line(text: str, sentence: Span) -> bool:
    before = text[max(0, sentence.start - 80) : sentence.start].rpartition("\n")[2]
    return not before.strip(_EDGES) and not text[sentence.end : sentence.end + 80].partition("\n")[0].strip(_EDGES)


def _lower(text: str) -> str:
    """`text` in lower case with every offset kept: a letter whose lower case is two stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
