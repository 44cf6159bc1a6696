"""Read the measure of a number: what was counted, in the field's terms.

Enters: a scanned sentence, its outcome words, and where the number and its noun stand. Leaves: the measure ("killed",
"missiles fired", "share of wells"), or nothing, and then the number is no figure. What happened to those counted goes
before what they are. Arcs decide where there are any: the verb whose subject or object the counted are, the clause that
hangs on them; without arcs the nearest word of the clause does.
"""

from sayso.readings.figures.arcs import by_arcs
from sayso.readings.figures.clause_breaks import clause_start, is_parted
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.triggers import Counting, Trigger
from sayso.readings.quantities.scan import Scan

NEAR = 8
CLAUSE = 16
AMONG = 6
JOINING = frozenset({"CC", "IN", ",", ":", "-LRB-"})
BEFORE_JOINED = frozenset({"JJ", "NN", "NNS"})
COMPARED = frozenset({"JJR", "RBR"})
SAID_OF_SUBJECT = frozenset({"VBN", "VBD", "VBG", "VBP", "JJ", ""})
SAID_OF_OBJECT = frozenset({"VBN", "JJ", "", "VBD"})


def find_outcome(words: MeasureWords, scan: Scan, outcomes: list[Trigger], counting: Counting) -> Trigger | None:
    """What happened to those counted, or `None`."""
    if not outcomes:
        return None
    people = _counts_people(words, scan, counting)
    fitting = [t for t in outcomes if _fits(words, scan, t, counting, people)]
    beside = _beside(scan, fitting, counting)
    if not scan.parsed:
        return beside or _nearest(scan, fitting, counting)
    told = by_arcs(words.ofs, scan, [t for t in fitting if not _modifies(t, counting)], counting)
    goes_first = told is not None and told.entry.also.get("strong") and not _is_joined(scan, told, beside, counting)
    if told is not None and (beside is None or goes_first):
        return told
    return (
        beside
        or _counted_to(words, scan, fitting, counting)
        or _among(words, scan, fitting, counting)
        or next((t for t in fitting if t.stop == counting.start and t.entry.also["side"] != "subject"), None)
    )


def _is_joined(scan: Scan, told: Trigger, beside: Trigger | None, counting: Counting) -> bool:
    """Whether the counted are joined to those of whom the arcs tell, by what happened to them that is as strong a word:
    "40 were killed and 12 others wounded".
    """
    if beside is None or not beside.entry.also.get("strong"):
        return False
    if beside.start < counting.end or told.stop > counting.start:
        return False
    return any(scan.tag(i) in JOINING for i in range(told.stop, counting.start))


def _modifies(trigger: Trigger, counting: Counting) -> bool:
    """Whether the outcome stands before the noun that is counted: "12 wounded miners"."""
    return counting.stop <= trigger.start and trigger.stop < counting.end


def _counted_to(words: MeasureWords, scan: Scan, triggers: list[Trigger], counting: Counting) -> Trigger | None:
    """The outcome whose count the number is, whatever the arcs say: "brought the number of people infected to 20"."""
    start = clause_start(scan, counting.start, CLAUSE)
    inside = [t for t in triggers if start <= t.start and t.stop <= counting.start]
    if not inside or not any(scan.low(i) in words.number_of for i in range(start, counting.start)):
        return None
    joined = words.level.before(scan.lexemes, counting.start) or scan.tag(counting.start - 1) in {"TO", "IN", "VBD"}
    return inside[0] if joined else None


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
    named = counting.end > counting.stop
    if counting.start <= trigger.start < counting.stop or (trigger.entry.also.get("noun") and not named):
        return False
    if noun in words.living:
        return not trigger.entry.also.get("civil")
    if people is None:
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
    behind = {counting.end, _joined_end(scan, counting), _end_of_more(scan, counting)}
    following = next((t for t in triggers if t.start in behind), None)
    if following is not None:
        return following if _says_of_those_before(scan, following) else None
    if counting.end == counting.stop and scan.tag(counting.end) == "IN":
        reach = 2 if scan.tag(counting.end + 1) == "DT" else 1
        return next((t for t in triggers if counting.end < t.start <= counting.end + reach), None)
    return None


def _among(words: MeasureWords, scan: Scan, triggers: list[Trigger], counting: Counting) -> Trigger | None:
    """The outcome of those that the counted are among: "14 children were among the dead"."""
    start = next((i for i in range(counting.end, counting.end + AMONG) if scan.low(i) in words.among), None)
    if start is None or is_parted(scan, counting.end, start):
        return None
    return next((t for t in triggers if start < t.start <= start + AMONG), None)


def _end_of_more(scan: Scan, counting: Counting) -> int:
    """The index behind a bare number and "more": "40 were killed and hundreds more wounded"."""
    return counting.end + (counting.end == counting.stop and scan.tag(counting.end) in COMPARED)


def _joined_end(scan: Scan, counting: Counting) -> int:
    """The index behind a noun that is joined to the counted one: "17 jets and helicopters downed"."""
    i = counting.end
    if counting.end == counting.stop or scan.tag(i) != "CC":
        return i
    i += 1
    while scan.tag(i) in BEFORE_JOINED:
        i += 1
    return i if scan.tag(i - 1) in {"NNS", "NN"} else counting.end


def _says_of_those_before(scan: Scan, trigger: Trigger) -> bool:
    """Whether an outcome right behind the counted is told of them: "people fleeing", "40 dead", not "men killing"."""
    tag, entry = scan.tag(trigger.start), trigger.entry
    if trigger.stop - trigger.start > 1 and tag in {"IN", "TO"}:
        return True
    if entry.also["side"] == "subject":
        return tag in SAID_OF_SUBJECT and not (tag == "VBN" and entry.also.get("transitive"))
    token = scan.token(trigger.start)
    return tag in SAID_OF_OBJECT and not (token is not None and any(c.dep_ == "dobj" for c in token.rights))


def _nearest(scan: Scan, triggers: list[Trigger], counting: Counting) -> Trigger | None:
    """Without arcs: the nearest outcome of the clause, behind the number first."""
    inside = [t for t in triggers if not _parted(scan, t, counting)]
    behind = [t for t in inside if 0 <= t.start - counting.end <= NEAR]
    before = [t for t in inside if 0 <= counting.start - t.stop <= NEAR and t.entry.also["side"] != "subject"]
    return min(behind, key=lambda t: t.start, default=None) or max(before, key=lambda t: t.start, default=None)


def _parted(scan: Scan, trigger: Trigger, counting: Counting) -> bool:
    first, last = sorted((trigger.start, counting.start))
    return is_parted(scan, first, last)
