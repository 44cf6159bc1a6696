"""What a caveat gives: the note that the first statement is unverified."""

from sayso.readings.actors import read_actors
from sayso.readings.statements.read import read_statements


def gives(entry, analysis) -> str:
    document = analysis(entry.example)
    statements = read_statements(document, read_actors(document, ()), ())
    if not statements:
        return "nothing"
    first = statements[0]
    return first.caveat or "-"
