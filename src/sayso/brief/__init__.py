"""The brief: the record as known at a moment, told in a form, every line of it traced to its words."""

from sayso.brief.brief import Anchor, Brief, Line, Part, Quote, Reference, Section
from sayso.brief.compose import FORMS, check_forms, compose
from sayso.brief.html import write_html
from sayso.brief.markdown import write_markdown
from sayso.brief.text import write_text
from sayso.brief.wording import Wording

__all__ = [
    "FORMS", "Anchor", "Brief", "Line", "Part", "Quote", "Reference", "Section", "Wording", "check_forms", "compose",
    "write_html", "write_markdown", "write_text",
]  # fmt: skip
