"""What `read_places` makes of an example: each place as "name, kind, country", and the words that relate to it."""

from sayso.readings.places.read import read_places


def gives(entry, analysis) -> str:
    return "; ".join(
        ", ".join(filter(None, [p.name, p.kind, p.country, p.relation])) for p in read_places(analysis(entry.example))
    )
