"""Read the measure of a number: what was counted, in the field's terms.

Enters: a scanned sentence, its outcome words, and where the number and its noun stand. Leaves: the measure ("killed",
"missiles fired", "share of wells"), or nothing, and then the number is no figure. What happened to those counted goes
before what they are. Arcs decide where there are any: the verb whose subject or object the counted are, the clause that
hangs on them; without arcs the nearest word of the clause does.
"""

from sayso.readings.figures.arcs import by_arcs
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.triggers import Counting, Trigger
from sayso.readings.quantities.lexemes import SIGN
from sayso.readings.quantities.scan import Scan

NEAR = 8


def find_outcome(words: MeasureWords, scan: Scan, outcomes: list[Trigger], counting: Counting) -> Trigger | None:
    """What happened to those counted, or `None`."""
    if not outcomes:
        return None
    people = _counts_people(words, scan, counting)
    fitting = [t for t in outcomes if _fits(words, scan, t, counting, people)]
    beside = _beside(scan, fitting, counting)
    if not scan.parsed:
        return beside or _nearest(scan, fitting, counting)
    told = by_arcs(scan, fitting, counting)
    if beside is None or (told is not None and told.entry.also.get("strong")):
        return told
    return beside


def _counts_people(words: MeasureWords, scan: Scan, counting: Counting) -> bool | None:
    """Whether persons are counted; `None` where no noun tells."""
    if counting.end == counting.stop:
        return None
    last = counting.end - 1
    low = scan.low(last)
    if low in words.people or scan.tag(last) == "NNPS":
        return True
    capital = scan.lexemes[last].text[0].isupper()
    return True if capital and low not in words.things else False if low in words.things | words.places else None


def _fits(words: MeasureWords, scan: Scan, trigger: Trigger, counting: Counting, people: bool | None) -> bool:
    of = trigger.entry.also["of"]
    noun = scan.low(counting.end - 1) if counting.end > counting.stop else ""
    if counting.start <= trigger.start < counting.stop:
        return False
    if people is None:
        named = counting.end > counting.stop
        if of == "things":
            return False
        counted = trigger.entry.also["side"] == "count" and counting.stop <= trigger.start < counting.end
        return not named or counted or (of == "any" and scan.tag(counting.end - 1) == "NNS")
    if trigger.entry.also.get("civil") and noun in words.counts:
        return False
    things = noun in words.things or noun in words.places
    return of == "any" or (of == "people" and people) or (of == "things" and things)


def _beside(scan: Scan, triggers: list[Trigger], counting: Counting) -> Trigger | None:
    """The outcome that is the counted noun, stands in it, or right behind the number."""
    for trigger in triggers:
        if counting.stop <= trigger.start < max(counting.end, counting.stop + 1):
            return trigger
    for trigger in triggers:
        if trigger.start == counting.end and scan.tag(trigger.start) in {"VBN", "JJ", "", "VBD"}:
            passive = trigger.entry.also["side"] != "subject"
            token = scan.token(trigger.start)
            if token is not None and any(c.dep_ == "dobj" for c in token.rights):
                return None
            return trigger if passive or scan.tag(trigger.start) != "VBN" else None
    return None


def _nearest(scan: Scan, triggers: list[Trigger], counting: Counting) -> Trigger | None:
    """Without arcs: the nearest outcome of the clause, behind the number first."""
    inside = [t for t in triggers if not _parted(scan, t, counting)]
    behind = [t for t in inside if 0 <= t.start - counting.end <= NEAR]
    before = [t for t in inside if 0 <= counting.start - t.stop <= NEAR and t.entry.also["side"] != "subject"]
    return min(behind, key=lambda t: t.start, default=None) or max(before, key=lambda t: t.start, default=None)


def _parted(scan: Scan, trigger: Trigger, counting: Counting) -> bool:
    first, last = sorted((trigger.start, counting.start))
    return any(x.kind == SIGN and x.text in ",;:.—" for x in scan.lexemes[first:last])
