"""Read figures: the quantities that tell how the crisis stands.

Enters: an analysed document with its quantities, statements, times and places. Leaves: figures in the order of the
text: bounds, unit, what is measured, of whom, where, on what basis, and the statement that each stands in, whose
speaker is its source. A number is a figure only if something tells what it measures: an outcome (killed, fled, fired),
a noun that is a measure of its own (refugees, troops), money with its purpose, a share of something, a rate. "A woman
and two children died" is one figure of three. Ages, times, lengths, ordinals and counts of anything else are refused,
and so are tables: what is longer than a sentence can be.
"""

from msgspec.structs import replace

from sayso.model import Figure, Place, Quantity, Span, Statement, Time
from sayso.readings.analysis import Analysis
from sayso.readings.figures.bounds import Bounded, bound_quantities
from sayso.readings.figures.clause import clause_at
from sayso.readings.figures.composites import merge_composites
from sayso.readings.figures.measure_words import measure_words
from sayso.readings.figures.measured import Measured, measure_number
from sayso.readings.figures.parts import with_own_spans, with_parts
from sayso.readings.figures.sentence import Sentence, sentences_with_numbers
from sayso.readings.figures.setting import read_setting
from sayso.readings.figures.within import Holders
from sayso.readings.quantities.exactness import approximators

COUNTED = ("cumulative", "increment")


def read_figures(
    analysis: Analysis,
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> tuple[Figure, ...]:
    """Every figure of the document, in order."""
    if not quantities:
        return ()
    words = measure_words(analysis.language)
    bounded = list(bound_quantities(words, analysis.text, quantities))
    figures: list[Figure] = []
    places = _not_in_names(places, statements)
    said = Holders([s.content for s in statements])
    for sentence, numbers in sentences_with_numbers(words, analysis, bounded, times, places):
        before: Measured | None = None
        last: Figure | None = None
        for number in merge_composites(words, sentence.scan, numbers):
            measured = measure_number(sentence, number, before)
            if measured is not None:
                at = said.innermost(measured.bounded.number)
                before, last = measured, _on_a_basis(_make(sentence, measured, statements, at), last)
                figures.append(last)
    return with_own_spans(with_parts(words, analysis.text, figures))


def _not_in_names(places: tuple[Place, ...], statements: tuple[Statement, ...]) -> tuple[Place, ...]:
    """The places that are no part of a speaker's name: "the Orlin River Commission said" tells who, not where."""
    speakers = Holders([s.speaker_span for s in statements if s.speaker_span is not None])
    return tuple(p for p in places if not speakers.hold(p.span))


def _on_a_basis(figure: Figure, before: Figure | None) -> Figure:
    """The figure on the basis of the one before it in the sentence, where no words of its own tell one: "40 people
    have been killed, with another 12 wounded"; an increment where there is none.
    """
    if figure.basis is not None:
        return figure
    if before is None or before.basis not in COUNTED:
        return replace(figure, basis="increment")
    return replace(figure, basis=before.basis, since=before.since, as_of=before.as_of)


def _make(sentence: Sentence, measured: Measured, statements: tuple[Statement, ...], at: int | None) -> Figure:
    """The figure, which stands in the statement at position `at`."""
    number, lexemes = measured.bounded, sentence.scan.lexemes
    said = statements[at] if at is not None else None
    clause = clause_at(sentence.scan, measured.first, measured.last, number.span, said.content if said else None)
    setting = read_setting(sentence, clause, measured.kind, measured.measure)
    return Figure(
        span=Span(lexemes[measured.first].start, max(lexemes[measured.last].end, number.span.end)),
        number=number.number,
        low=number.low,
        high=number.high,
        measure=measured.measure,
        unit=number.unit,
        population=measured.population,
        place=setting.place,
        basis=setting.basis,
        since=setting.since,
        as_of=setting.as_of,
        approx=_approximator(sentence, number) if number.change == "~" else None,
        source=said.speaker if said else None,
        via=said.via if said else (),
        unverified=said is not None and said.caveat is not None,
        statement=at,
    )


def _approximator(sentence: Sentence, number: Bounded) -> str | None:
    """The words that make it about: what stands before the number within its expression."""
    known, lexemes = approximators(sentence.analysis.language).before, sentence.scan.lexemes
    for i, lexeme in enumerate(lexemes):
        found = known.at(lexemes, i) if number.span.start <= lexeme.start < number.number.start else None
        if found is not None and found[0].kind == "~":
            return sentence.analysis.text[lexeme.start : lexemes[found[1] - 1].end]
    return None
