"""Explain what PostgreSQL says, with the next step.

Enters: the name of the server without its password, and an error of the driver. Leaves: one line for the user. Only
the first line of what the server says is told: what follows it may hold values of rows.
"""

from typing import Any

_BY_STATE = {
    "25006": "cannot be written to: the server only reads, as a copy of another does; name the server that it copies",
    "42501": "cannot be used by this user ({said}); have its owner grant what is missing, or name another user",
    "53100": "cannot grow: the server's disk is full; what was added before is kept. Make room and run it again",
    "55P03": "is being written to by another run of sayso; try again when that one is done",
}
_ENDED = "ended the connection ({said}); what was added before is kept. Run it again"
_ENDINGS = ("57P", "08")
"""Classes of states that end a connection; the words below are the driver's where no state reached it."""
_ENDING_WORDS = ("closed", "is lost", "consuming input failed", "terminating connection")
_REFUSALS = {
    "no password supplied": "asks for a password; set PGPASSWORD, or write it into ~/.pgpass",
    "authentication": "does not let this user in ({said}); name another user, or set PGPASSWORD",
    "role": "does not know this user ({said}); name another user in the URL",
    "does not exist": "cannot be opened ({said}); make the database with createdb, or name another",
    "too many": "takes no more connections now ({said}); try again when others are done",
}
"""Why a connection was not made, by words of the server or the driver, the first that fits."""
_NO_ADDRESS = "is no address of a database; write postgresql://USER@HOST/DATABASE"
_UNREACHED = "cannot be reached ({said}); see whether the server runs and is to be found there"


def explain(where: str, error: Any) -> str:
    """What went wrong at `where`, without passwords or contents."""
    state = getattr(error, "sqlstate", None) or ""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    line = (primary or str(error).strip() or type(error).__name__).splitlines()[0]
    said = line.rpartition("FATAL:")[2].strip()
    return f"{where} {_told(state, said)}".replace("{said}", said)


def _told(state: str, said: str) -> str:
    if state in _BY_STATE:
        return _BY_STATE[state]
    if state.startswith(_ENDINGS) or any(words in said for words in _ENDING_WORDS):
        return _ENDED
    if state:
        return "reports: {said}"
    if said.startswith("invalid"):
        return _NO_ADDRESS
    return next((text for words, text in _REFUSALS.items() if words in said), _UNREACHED)
