"""Tables: files whose first line names the columns, one document a line below it."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from sayso.model import Problem
from sayso.sources import limits
from sayso.sources.encodings import decode
from sayso.sources.opening import NotTaken, read_whole
from sayso.sources.received import Received
from sayso.sources.rows import FIELDS, receive_row

DELIMITERS = ",;\t|"


def receive_table(stream: BinaryIO, source: str) -> Iterator[Received | Problem]:
    """The rows of a `.csv` or `.tsv` file; the delimiter is the one that the first line has most of."""
    text = decode(read_whole(stream, limits.FILE)).lstrip(codecs.BOM_UTF8.decode())
    header, _, _ = text.partition("\n")
    delimiter = max(DELIMITERS, key=header.count)
    csv.field_size_limit(limits.ROW)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = next(reader, [])
    if not any(n.strip() for n in names):
        raise NotTaken("no-header", f"has no line of column names; name at least one of {', '.join(FIELDS['text'])}")
    rows = 0
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
            if any(cells):
                rows += 1
                yield receive_row(dict(zip(names, cells, strict=False)), source, f"{source}:{number}")
        except StopIteration:
            if not rows:
                raise NotTaken("empty", "has column names but no rows; check that it was saved whole") from None
            return
        except csv.Error as error:
            yield Problem("sources", "bad-row", f"cannot be split into cells ({error}); mend it", f"{source}:{number}")
        except NotTaken as reason:
            yield Problem("sources", reason.code, str(reason), f"{source}:{number}")
