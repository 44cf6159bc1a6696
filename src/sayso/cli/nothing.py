"""Say that nothing was found, and which name may have been meant.

Enters: what was found, the ledger, and the names that were asked for. Leaves: a line for the person, which is empty
where something was found. Refuses: to guess where somebody bears the name and other options left nothing.
"""

from collections.abc import Sized

from sayso.ledger import Ledger

_NONE = {"actor": "nobody here is called", "place": "no place here is called"}


def nothing(
    what: str, found: Sized, record: Ledger, as_of: str | None, by: str | None = None, place: str | None = None
) -> str:
    """As "No statement matches: nobody here is called 'Brant'; there is: Ilse Brandt."."""
    if found:
        return ""
    hints = []
    for noun, asked in (("actor", by), ("place", place)):
        if asked is not None and (guesses := record.guess(noun, asked, as_of)):
            hints.append(f"{_NONE[noun]} {asked!r}; there is: {', '.join(guesses)}")
    return f"{what} matches{': ' if hints else ''}{'; '.join(hints)}."
