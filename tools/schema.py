"""Write the JSON Schema of documents and readings into docs/reference/reading.schema.json."""

import json
from pathlib import Path

from sayso.model.encoding import schema

FILE = Path(__file__).parents[1] / "docs" / "reference" / "reading.schema.json"


def as_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8", newline="\n")
