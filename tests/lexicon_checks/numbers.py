"""What the reader of quantities makes of an example: change, value and unit of each, "; " between."""

from sayso.readings.quantities.read import read_quantities


def gives(entry, analysis) -> str:
    found = read_quantities(analysis(entry.example), ())
    return "; ".join(f"{q.change}{q.value:g}" + (f" {q.unit}" if q.unit != "-" else "") for q in found)
