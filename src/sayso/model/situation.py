"""A situation is what is followed; everything in it has a default.

It is written by a person in `situation.toml` (see docs/reference/situation.md) or proposed by `sayso init`.
"""

import msgspec

from sayso.model.identity import content_id


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A side in the situation: its chosen name and every other name it goes by."""

    name: str
    aliases: tuple[str, ...] = ()


class Situation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is followed.

    `day_zero` is the ISO 8601 day that "Day 1" or "the first day" counts from: day zero itself is Day 1. `names` maps
    a name to be shown ("Kyiv") to the other names it replaces ("Kiev"). `places` are names that the situation plays
    in, preferred where a place name has several candidates. `watch` are words whose lines come first. `forms` are
    the brief forms written by default.
    """

    name: str = ""
    day_zero: str | None = None
    parties: tuple[Party, ...] = ()
    names: dict[str, tuple[str, ...]] = {}
    places: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    forms: tuple[str, ...] = ("short",)

    def fingerprint(self) -> str:
        """A content id of the parts that a reading depends on."""
        parties = sorted((p.name, *sorted(p.aliases)) for p in self.parties)
        names = sorted((k, *sorted(v)) for k, v in self.names.items())
        return content_id("u", self.day_zero or "", repr(parties), repr(names), repr(sorted(self.places)))
