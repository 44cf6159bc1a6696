"""Explain what PostgreSQL says, with the next step.

Enters: the name of the server without its password, and an error of the driver. Leaves: one line for the user. Only
the first line of what the server says is told: what follows it may hold values of rows.
"""

from typing import Any

_BY_STATE = {
    "55P03": "is being written to by another run of sayso; try again when that one is done",
    "25006": "cannot be written to: the server only reads, as a copy of another does; name the server that it copies",
    "42501": "cannot be used by this user ({said}); have its owner grant what is missing, or name another user",
    "53100": "cannot grow: the server's disk is full; what was added before is kept. Make room and run it again",
    "53300": "takes no more connections now ({said}); try again when others are done",
}
_ENDED = "ended the connection ({said}); what was added before is kept. Run it again"
_REFUSED = {
    "password": "does not let this user in ({said}); set PGPASSWORD, or write the password into ~/.pgpass",
    "authentication": "does not let this user in ({said}); name another user, or set PGPASSWORD",
    "no password supplied": "asks for a password; set PGPASSWORD, or write it into ~/.pgpass",
    "database": "cannot be opened ({said}); make the database with createdb, or name another",
    "too many": _BY_STATE["53300"],
    "invalid": "is no address of a server; write postgresql://USER@HOST/DATABASE",
}
_UNREACHED = "cannot be reached ({said}); see whether the server runs and is to be found there"


def explain(where: str, error: Any) -> str:
    """What went wrong at `where`, without passwords or contents."""
    state = getattr(error, "sqlstate", None) or ""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    said = (primary or str(error).strip() or type(error).__name__).splitlines()[0]
    return f"{where} {_told(state, said)}".replace("{said}", said)


def _told(state: str, said: str) -> str:
    if state in _BY_STATE:
        return _BY_STATE[state]
    if state.startswith(("57P", "08")) or "consuming input failed" in said or "connection is" in said:
        return _ENDED
    if said.startswith(("connection failed", "invalid")):
        _, _, reason = said.partition("FATAL:")
        told = (text for word, text in _REFUSED.items() if word in (reason or said.partition(":")[0]))
        return next(told, _UNREACHED)
    return "reports: {said}"
