"""Where the gold sets and corpora lie: the folder that `SAYSO_SHARED` names, else `shared` beside the repository."""

import os
from pathlib import Path

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[2] / "shared")
