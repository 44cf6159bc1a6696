"""Diagnose a ledger: every check of it, each told as ok, as worth a note or as a fault, with where and what to do next.

Enters: where a ledger is, the situation, the reader of today. Leaves: findings. Nothing is changed: a file is opened
for reading alone, and what must be made anew to be compared is made in a copy that is thrown away. A check that damage
stops is a fault, and the next one goes on. Of a ledger on a server its content is looked at: of pages, disk and
permissions the server itself takes care.
"""

import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from sayso.ledger.full_text import is_consistent
from sayso.ledger.opening import REVISION, connect, transaction
from sayso.ledger.standing import Standing
from sayso.ledger.stores.server import Where
from sayso.ledger.tables import FULL_TEXT, document, reading
from sayso.ledger.upkeep import inspecting
from sayso.ledger.upkeep.copying import copy_store
from sayso.ledger.upkeep.inspecting import MOST, REBUILD, RESTORE, Finding, looking
from sayso.ledger.upkeep.rebuilding import rebuild
from sayso.ledger.upkeep.stored import document_ids
from sayso.ledger.upkeep.transcript import transcribe
from sayso.ledger.upkeep.verifying import Wrong, verify_documents, verify_others
from sayso.model import SaysoError, Situation

SAMPLE = 1000
"""Documents that are looked at where not all are: those whose ids come first, and ids are as good as drawn by lot."""


def diagnose(where: Where, situation: Situation, reader: str, *, full: bool = False) -> Iterator[Finding]:
    """What every check found. `full` looks at every document, and makes all that is derived anew to compare it."""
    if isinstance(where, Path):
        yield from _diagnose_file(where, situation, reader, full)
        return
    with closing(connect(where, 0)) as connection:
        yield Finding("revision", "ok", str(where), REVISION)
        if full:
            yield from _checked("full text", where, lambda: _full_text_anew(connection))
        yield from _inside(connection, where, situation, reader, full)


def _diagnose_file(path: Path, situation: Situation, reader: str, full: bool) -> Iterator[Finding]:
    yield from inspecting.inspect_place(path)
    try:
        with looking(path) as connection:
            mark = inspecting.inspect_mark(connection, path)
            yield mark
            yield from _checked("pages", path, lambda: inspecting.inspect_pages(connection, path))
            if mark.state == "ok":
                yield from _checked("full text", path, lambda: inspecting.inspect_full_text(connection))
                yield from _inside(connection, path, situation, reader, full)
                if full:
                    yield from _checked("derived", path, lambda: _made_anew(connection))
    except DBAPIError as error:
        yield Finding("file", "fault", str(path), f"cannot be opened as a database ({_said(error)}); {RESTORE}")


def _inside(connection: Connection, path: Where, situation: Situation, reader: str, full: bool) -> Iterator[Finding]:
    yield from _checked("documents", path, lambda: _verify(connection, None if full else SAMPLE))
    yield from _checked("readings", path, lambda: _readers(connection, reader))
    yield from _checked("judgements", path, lambda: _standing(Standing(path, connection, situation)))


def _full_text_anew(connection: Connection) -> Iterator[Finding]:
    """Make the words of every text anew and compare them, where that needs no copy of the ledger."""
    with transaction(connection, write=True):
        wrong = [name for name in FULL_TEXT if not is_consistent(connection, name)]
    for name in wrong:
        yield Finding("full text", "fault", name, f"does not hold the words of its table; {REBUILD}")
    if not wrong:
        yield Finding("full text", "ok", "", "all words are found")


def _checked(check: str, path: Where, run: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    try:
        yield from run()
    except (DBAPIError, SaysoError, ValueError) as error:
        yield Finding(check, "fault", str(path), f"cannot be checked ({_said(error)}); {RESTORE}")


def _said(error: Exception) -> str:
    return " ".join(str(getattr(error, "orig", None) or error).split())


def _verify(connection: Connection, most: int | None) -> Iterator[Finding]:
    ids = document_ids(connection)
    looked = list(islice(ids, most))
    wrong: dict[str, list[Wrong]] = defaultdict(list)
    for one in (*verify_documents(connection, looked), *verify_others(connection)):
        wrong[one[0]].append(one)
    told = f"{len(looked):,} of {len(ids):,} documents"
    for check in ("documents", "readings", "spans", "derived", "judgements", "situation", "problems"):
        found = wrong[check]
        for _, id, says in found[:MOST]:
            yield Finding(check, "fault", id, says)
        if len(found) > MOST:
            yield Finding(check, "fault", "", f"and {len(found) - MOST:,} more")
        if not found and check in ("documents", "readings", "spans", "derived"):
            yield Finding(check, "ok", "", f"{told} hold")


def _readers(connection: Connection, reader: str) -> Iterator[Finding]:
    """How many documents the present reader has not read."""
    read = select(reading.c.row).where(reading.c.document == document.c.row, reading.c.reader == reader)
    unread = connection.execute(select(func.count()).select_from(document).where(~read.exists())).scalar_one()
    if unread:
        says = f"{unread:,} documents were not read by {reader}; read them with: sayso rebuild --read"
        yield Finding("reader", "note", "", says)
    else:
        yield Finding("reader", "ok", "", f"all documents were read by {reader}")


def _standing(ledger: Standing) -> Iterator[Finding]:
    """In which situation documents were read, and which judgements have no effect."""
    own = ledger.settle_situation().fingerprint()
    counts = select(reading.c.situation, func.count(reading.c.document.distinct())).group_by(reading.c.situation)
    with ledger.moment():
        read = {str(row[0]): int(row[1]) for row in ledger._connection.execute(counts)}
    if read and own not in read:
        says = f"no document was read in this situation ({own}); read them with: sayso rebuild --read"
        yield Finding("situation", "note", "", says)
    else:
        yield Finding("situation", "ok", "", f"{read.get(own, 0):,} documents were read in it")
    views = ledger.judgements()
    for state, says in (("alone", "is about nothing that is read today"), ("conflict", "is in conflict")):
        found = [view.judgement.id for view in views if view.state == state]
        if found:
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            yield Finding("judgements", "note", found[0], f"{says}{more}; see them with: sayso judge list")
    if all(view.state not in ("alone", "conflict") for view in views):
        yield Finding("judgements", "ok", "", f"{len(views):,} judgements stand")


def _made_anew(connection: Connection) -> Iterator[Finding]:
    """Make all that is derived anew in a copy. What the ledger was told is summed up in a digest."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        copy_store(connection, copy)
        with closing(connect(copy, 0)) as other, transaction(other, write=True):
            broken = [name for name in FULL_TEXT if not is_consistent(other, name)]
            differences = [d for d in rebuild(other) if d.table not in broken]
    for name in broken:
        yield Finding("full text", "fault", name, f"does not hold the words of its table; {REBUILD}")
    for each in differences:
        says = f"{each.gone:,} rows are wrong and {each.new:,} are missing; {REBUILD}"
        yield Finding("derived", "fault", each.table, says)
    if not broken and not differences:
        yield Finding("derived", "ok", "", "all is as it is when made anew")
    digest = hashlib.blake2b(digest_size=16)
    for line in transcribe(connection):
        digest.update(line)
    yield Finding("digest", "ok", "", f"{digest.hexdigest()} of all that it was told")
