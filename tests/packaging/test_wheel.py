"""The wheel carries everything that the code needs when it is installed elsewhere."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_holds_every_file_of_the_package(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src"
    files = {
        p.relative_to(package).as_posix()
        for p in package.rglob("*")
        if p.is_file()
        and "__pycache__" not in p.parts
        and not p.name.endswith((".ledger", ".ledger-wal", ".ledger-shm"))
    }
    assert files <= held, sorted(files - held)
    assert any(name.endswith("sayso/demo/situation.toml") for name in held)
    assert any(name.endswith("licenses/NOTICE") for name in held)
