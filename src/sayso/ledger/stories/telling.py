"""Make views of stories: their documents, days, outlets and texts.

Enters: rows of documents, the story of each, and the copy groups. Leaves: views. Nothing is asked of the store here.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.ledger.days import order
from sayso.ledger.views import CopyGroup, StoryView


def tell_stories(
    rows: Sequence[Any], stories: Mapping[str, str], copies: Mapping[str, CopyGroup]
) -> tuple[StoryView, ...]:
    """Views of stories, by their last day, then their first, then id. `rows` are documents by (known, id)."""
    members: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        members[stories[row.id]].append(row)
    told = (_tell_story(story, found, copies) for story, found in members.items())
    return tuple(sorted(told, key=lambda s: (*order(s.last, ""), *order(s.first, s.id))))


def _tell_story(story: str, rows: Sequence[Any], copies: Mapping[str, CopyGroup]) -> StoryView:
    days = [row.known for row in rows if row.known]
    return StoryView(
        id=story,
        title=next((row.title for row in rows if row.title), ""),
        first=min(days, default=""),
        last=max(days, default=""),
        documents=tuple(row.id for row in rows),
        outlets=tuple(dict.fromkeys(row.outlet for row in rows if row.outlet)),
        texts=len({copies[row.id].origin if row.id in copies else row.id for row in rows}),
    )
