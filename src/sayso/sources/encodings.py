"""Turn bytes into characters.

Enters: bytes, and the encoding that they are declared in, if any. Leaves: their text, every byte that stands for
nothing replaced by U+FFFD. A byte order mark decides, then UTF-8 where it fits, then the declaration, then a guess. A
few broken bytes among good UTF-8 do not make it something else. Nothing else is changed: line ends stay as they are.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_WESTERN = (
    0.2  # a text in a Latin script has fewer bytes than this share above ASCII; guessing has it in Baltic code pages
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DECLARED = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})""", re.I)
_DECLARED_XML = re.compile(rb"""<\?xml[^>]{0,200}encoding=["']([\w:.-]{2,40})["']""", re.I)


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _is_known(declared):
        return without_surrogates(data.decode(declared, "replace"))
    mostly = data.decode("utf-8", "replace")
    broken = mostly.count("\ufffd")
    if sum(c > "\x7f" for c in mostly) - broken > 4 * broken:
        return mostly
    return without_surrogates(data.decode(_guess(data), "replace"))


def declared_in_page(data: bytes) -> str | None:
    """The encoding that an HTML page names for itself in its first bytes."""
    head = data[:4096]
    found = _DECLARED_XML.search(head) or _DECLARED.search(head)
    return found[1].decode("ascii") if found else None


def without_surrogates(text: str) -> str:
    """`text` with every half of a surrogate pair replaced by U+FFFD; offsets stay."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _is_known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if sum(b > 0x7F for b in sample) < _WESTERN * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best and _is_known(best.encoding) else "cp1252"
