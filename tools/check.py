"""Run every check and sum up: format, lint, types, gate, tests. `check.py NAME…` runs those named.

Enters: the working tree, installed in the environment that runs this. Leaves: an exit status that is 0 where every
check passed. A check that fails does not keep the others from running. The last line is that of the tests.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parents[1]
PYTHON = [sys.executable, "-X", "utf8"]
CODE = ["src", "tests", "eval", "bench", "tools", "training", "start.py"]
CHECKS = {
    "format": [*PYTHON, "-m", "ruff", "format", "--check", *CODE],
    "lint": [*PYTHON, "-m", "ruff", "check", *CODE],
    "types": [*PYTHON, "-m", "mypy"],
    "gate": [*PYTHON, "eval/gate.py"],
    "tests": [*PYTHON, "-m", "pytest", "-n", "2"],
}


def main(names: list[str]) -> int:
    unknown = [n for n in names if n not in CHECKS]
    if unknown:
        print(f"no such check: {', '.join(unknown)}; there are: {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    results = [(name, *run(name)) for name in names or CHECKS]
    print("\n== summary")
    for name, status, seconds, _ in results:
        print(f"{'ok    ' if status == 0 else 'FAILED'} {name:8} {seconds:6.1f} s")
    closing = results[-1][3]
    print(closing)
    return max(1 if status else 0 for _, status, _, _ in results)


def run(name: str) -> tuple[int, float, str]:
    """Run one check, its output shown as it comes. The exit status, seconds and the last line that is not empty."""
    print(f"\n== {name}", flush=True)
    begin = time.monotonic()
    last = ""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        CHECKS[name], cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", env=environment
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return process.returncode, time.monotonic() - begin, last


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
