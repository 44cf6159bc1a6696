"""The words that tell what figures count, compiled from `measures.toml`.

Enters: a language. Leaves: `MeasureWords`: what happened to those counted ("killed", by which side of the verb they
stand), which nouns are a measure of their own, and the words of plan, total, spell and part.
"""

import functools
from collections.abc import Iterable

from sayso.languages import Language
from sayso.languages.lexicon import Entry
from sayso.readings.quantities.lexemes import words_of
from sayso.readings.quantities.spellings import Spellings
from sayso.readings.quantities.units import GRAMMAR


class MeasureWords:
    """The measures of one language."""

    def __init__(self, language: Language) -> None:
        lexicon = language["measures"]
        self.outcomes = Spellings(lexicon.of_kind("outcome"))
        self.money = Spellings(lexicon.of_kind("money"))
        self.rates = Spellings(lexicon.of_kind("rate"))
        self.people = _last_words(lexicon.of_kind("people", "people and count"))
        self.things = _last_words(lexicon.of_kind("things", "things and count"))
        self.counts = _last_words(lexicon.of_kind("people and count", "things and count"))
        self.living = _last_words(e for e in lexicon.of_kind("things") if e.also.get("living"))
        self.acts = _last_words(lexicon.of_kind("acts"))
        self.fixed = {words_of(s)[-1]: str(e.value) for e in lexicon.of_kind("people and count") for s in e.spellings}
        self.counts |= set(self.fixed.values()) - {str(e.value) for e in lexicon.of_kind("outcome")}
        self.places = _last_words(lexicon.of_kind("places"))
        self.amounts = _last_words(lexicon.of_kind("amounts"))
        self.plan = Spellings(lexicon.of_kind("plan"))
        self.total = Spellings(lexicon.of_kind("total"))
        self.so_far = Spellings(lexicon.of_kind("so far"))
        self.toll = Spellings(lexicon.of_kind("toll"))
        self.level = Spellings(lexicon.of_kind("level"))
        self.perfect = lexicon.spellings("perfect")
        self.past_perfect = lexicon.spellings("past perfect")
        self.spell = Spellings(lexicon.of_kind("spell"))
        self.blow = Spellings(lexicon.of_kind("blow"))
        self.period = Spellings(lexicon.of_kind("period"))
        self.anyone = lexicon.spellings("anyone")
        self.saying = language["reporting"].spellings()
        self.since = Spellings(lexicon.of_kind("since"))
        self.after = lexicon.spellings("after")
        self.as_of = Spellings(lexicon.of_kind("as of"))
        self.start = lexicon.spellings("start")
        self.joining = lexicon.spellings("including")
        self.including = Spellings(lexicon.of_kind("including"))
        self.ofs = lexicon.spellings("of the")
        self.number_of = lexicon.spellings("number of")
        self.articles = lexicon.spellings("article")
        marked = lexicon.of_kind("money", "outcome")
        self.stocks = frozenset(str(e.value or e.term) for e in marked if e.also.get("stock"))
        self.stock_endings = tuple(f" {e.term}" for e in marked if e.also.get("stock") and e.also.get("named"))
        self.sums = frozenset(str(e.value or e.term) for e in marked if e.also.get("sum"))
        self.moving = frozenset(str(e.value or e.term) for e in marked if e.also.get("moves"))
        self.origin = lexicon.spellings("origin")
        self.destination = lexicon.spellings("destination")
        self.taking_in = lexicon.spellings("taking in")
        self.undergoing = lexicon.spellings("undergoing")
        self.of_states = lexicon.spellings("of a state")
        self.borders = lexicon.spellings("border")
        self.share = lexicon.of_kind("share")[0].term
        self.price = lexicon.of_kind("price")[0].term
        self.currencies = {str(e.value or e.term): str(e.also["code"]) for e in language["units"].of_kind("currency")}
        self.percentages = {
            str(e.value or e.term): str(e.also["code"]) for e in language["units"].of_kind("percentage")
        }
        measured = [e for e in language["units"].entry if e.kind not in GRAMMAR | {"counted"}]
        self.units = {str(e.value or e.term): str(e.also.get("code", e.term)) for e in measured}
        self.settlements = lexicon.spellings("settlement")
        self.agents = lexicon.spellings("agent")
        self.population = next(str(e.value) for e in lexicon.of_kind("outcome") if e.also.get("inhabitants"))
        self.among = lexicon.spellings("among")
        self.labels = lexicon.spellings("label")
        self.present = lexicon.spellings("present")
        self.first = lexicon.spellings("first")
        self.anaphors = lexicon.spellings("anaphor")


def _last_words(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(words_of(s)[-1] for e in entries for s in e.spellings)


@functools.cache
def measure_words(language: Language) -> MeasureWords:
    """The measures of `language`, compiled once."""
    return MeasureWords(language)
