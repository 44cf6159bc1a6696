"""List every regular expression that sayso compiles: importing all of its modules, then reading the demo's reports.

Leaves, on standard output: a JSON list of pattern, flags, and the file that it is compiled in. Runs as a program of
its own, because what was compiled before cannot be told.
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path

import sayso

EXTRA = "psycopg"
"""What not every installation has; the modules that need it make no patterns."""
ROOT = str(Path(sayso.__file__).parent)
found: dict[tuple[str, int], str] = {}
compile_first = re._compile  # type: ignore[attr-defined]


def compile_and_note(pattern, flags):
    frame = sys._getframe(1)
    for _ in range(4):
        if frame is not None and frame.f_code.co_filename.startswith(ROOT):
            text = getattr(pattern, "pattern", pattern)
            found[text, int(getattr(pattern, "flags", flags))] = frame.f_code.co_filename
            break
        frame = frame.f_back if frame is not None else None
    return compile_first(pattern, flags)


def main() -> None:
    re._compile = compile_and_note  # type: ignore[attr-defined]
    for module in pkgutil.walk_packages(sayso.__path__, "sayso."):
        if "migrations" not in module.name:
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as missing:
                if missing.name != EXTRA:
                    raise
    read_demo()
    rows = [(p, f, str(Path(file).relative_to(ROOT))) for (p, f), file in found.items() if isinstance(p, str)]
    print(json.dumps(rows))


def read_demo() -> None:
    """Read as users do, so that what is compiled late is compiled."""
    from sayso.documents import make_document
    from sayso.model import Document, Situation
    from sayso.readings.pool import read_documents
    from sayso.sources import Received, receive

    items = [i for i in receive([str(Path(ROOT, "demo", "reports"))]) if isinstance(i, Received)]
    made = [make_document(i, retrieved="2031-01-01T00:00:00+00:00") for i in items]
    for _ in read_documents([d for d in made if isinstance(d, Document)], Situation(), "en", jobs=1):
        pass


if __name__ == "__main__":
    main()
