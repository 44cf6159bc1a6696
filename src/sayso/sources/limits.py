"""How much is taken in. What is larger is a `Problem`, so that neither a mistake nor a bomb fills the memory."""

DOCUMENT = 32 * 2**20
"""Bytes of one document, unpacked."""

ROW = 16 * 2**20
"""Bytes of one row of a `.jsonl` file, or characters of one field of a table."""

FILE = 512 * 2**20
"""Bytes of a file that must be held as a whole (`.json`), unpacked."""

STREAM = 64 * 2**30
"""Bytes of a file that is read row by row, unpacked."""
