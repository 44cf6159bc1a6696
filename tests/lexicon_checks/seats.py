"""The country whose side the name of an example is on."""

from sayso.ledger.names.sides import Sides
from sayso.model import Situation


def gives(entry, analysis):
    return Sides(Situation()).asked_for(entry.example)
