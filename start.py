"""Set up sayso in `.venv` beside this file, then run it. Needs Python 3.11 or later and nothing else.

    python3 start.py demo              read the demo and print its brief
    python3 start.py check             run every check: format, lint, types, gate, tests
    python3 start.py COMMAND ...       any other command of sayso

Setting up installs the pinned requirements, each checked against its hash, from the registry that pip is configured
for. It is done once, and again only when the requirements change.
"""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "sayso-installed.txt"
OLDEST = (3, 11)


def main(arguments):
    """Set up if need be, then run the command. The exit status, or the trouble in words."""
    if sys.version_info < OLDEST:
        return f"sayso needs Python 3.11 or later, and this is {sys.version.split()[0]}: run it with a later one"
    if not arguments or arguments[0] in ("-h", "--help"):
        say(__doc__.strip())
        return 0
    checking = arguments[0] == "check"
    trouble = install("dev.txt" if checking else "run.txt")
    if trouble:
        return trouble
    if checking:
        return subprocess.call([str(PYTHON), str(HERE / "tools" / "check.py"), *arguments[1:]], cwd=str(HERE))
    return subprocess.call([str(SCRIPTS / "sayso"), *arguments])


def install(name):
    """Bring `.venv` up to the requirement file `name`. The trouble in words, or None."""
    wanted = fingerprint()
    if PYTHON.exists() and installed() in (f"{name} {wanted}", f"dev.txt {wanted}"):
        return None
    begin = time.monotonic()
    say(f"start.py: setting up .venv with requirements/{name}; the first time takes one to three minutes")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--quiet", "--disable-pip-version-check"]
    steps = [
        [*pip, "--require-hashes", "--requirement", str(HERE / "requirements" / name)],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(HERE)],
    ]
    if not PYTHON.exists():
        steps.insert(0, [sys.executable, "-m", "venv", str(VENV)])
    for step in steps:
        if subprocess.call(step) != 0:
            return f"start.py: setting up failed at: {' '.join(step)}\nMend what is said above, then run this again."
    STAMP.write_text(f"{name} {wanted}", encoding="utf-8")
    say(f"start.py: set up in {time.monotonic() - begin:.0f} seconds")
    return None


def fingerprint():
    """A digest of all that an installation depends on."""
    digest = hashlib.sha256(repr((sys.version_info[:2], str(HERE))).encode("utf-8"))
    for name in ("pyproject.toml", "requirements/run.txt", "requirements/dev.txt"):
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def installed():
    """The requirement file that `.venv` was last brought up to, and the fingerprint it had then."""
    return STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""


def say(text):
    """Tell the person, apart from what the command prints."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
