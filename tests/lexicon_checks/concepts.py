"""What the reader of concepts makes of an example: the words that each quantity is said of, "; " between."""

from sayso.readings.quantities.read import read_quantities


def gives(entry, analysis) -> str:
    return "; ".join(q.concept or "-" for q in read_quantities(analysis(entry.example), ()))
