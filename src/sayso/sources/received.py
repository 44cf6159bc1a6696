"""What came in, before it is a document: the words as sent, with what was said about them."""

from typing import Literal

import msgspec


class Received(msgspec.Struct, frozen=True):
    """One text as a source sent it. `name` is the row's id or the file's path, `source` the input it came in.

    `form` tells how `content` is to be read: plain text, taken exactly as it is, or an HTML page. `date` is as
    written by the source, in whatever form.
    """

    name: str
    source: str
    content: str
    form: Literal["text", "html"] = "text"
    url: str = ""
    outlet: str = ""
    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
