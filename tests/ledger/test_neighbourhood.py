"""Of a few names the names around them say all that all names say."""

from collections import Counter, defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.names.actors import name_actors
from sayso.ledger.names.blocks import blocks_of, blocks_of_place, blocks_of_words
from sayso.ledger.names.fitting import names_fitting, places_fitting
from sayso.ledger.names.folding import fold
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.merges import explain_names
from sayso.ledger.names.neighbourhood import name_near
from sayso.ledger.names.place_neighbourhood import place_near
from sayso.ledger.names.places import Located, name_places
from sayso.model import Party, SaysoError, Situation


class Filed:
    """Rows under their blocks; what was looked up is counted."""

    def __init__(self, rows, blocks):
        self.rows, self.looks, self.met = rows, 0, set()
        self._under = defaultdict(list)
        for number, row in enumerate(rows):
            for block in blocks(row):
                self._under[block].append(number)

    def __call__(self, blocks):
        numbers = {number for block in blocks for number in self._under.get(block, ())}
        self.looks += 1
        self.met |= {self.rows[number].name for number in numbers}
        return [self.rows[number] for number in sorted(numbers)]


def person(name, uses=1):
    return Named(name, "person", uses=uses)


def body(name, *acronyms, uses=1):
    return Named(name, "organisation", acronyms, uses)


def state(name, uses=1):
    return Named(name, "state", uses=uses)


def agree(near, whole, seeds, rows):
    """Whether both say the same of seeds, and of all that goes by the same names, and why."""
    told = sorted({*seeds, *near.names})
    assert [near.naming.of(name) for name in told] == [whole.of(name) for name in told]
    for one, other in product(told, told):
        assert near.naming.same(one, other) is whole.same(one, other), (one, other)
        assert near.naming.fits(one, other) is whole.fits(one, other), (one, other)
    mates = {row.name for row in rows if any(whole.same(row.name, seed) for seed in seeds)}
    assert mates <= {*near.names, *seeds}
    assert _explained(near.naming, mates, rows) == _explained(whole, mates, rows)


def _explained(naming, names, rows):
    uses = defaultdict(Counter)
    for row in rows:
        if row.name in names:
            uses[naming.of(row.name)][row.name] += row.uses
    return explain_names(naming, uses)


AROUND = [
    ("a title", [person("President Ilse Brandt"), person("Ilse Brandt", 5)], "President Ilse Brandt", "Ilse Brandt"),
    ("from a bare last name", [person("Brandt", 9), person("Ilse Brandt")], "Brandt", "Ilse Brandt"),
    ("from a last name with a title", [person("Mr. Brandt", 9), person("Ilse Brandt")], "Mr. Brandt", "Ilse Brandt"),
    ("from an initial", [person("I. Brandt", 9), person("Ilse Brandt")], "I. Brandt", "Ilse Brandt"),
    ("to a last name", [person("Brandt", 9), person("President Brandt", 2)], "President Brandt", "Brandt"),
    ("two of a last name", [person("Brandt"), person("Ilse Brandt"), person("Karl Brandt")], "Brandt", "Brandt"),
    ("another wording", [body("Norway's Ministry of Defence"), body("the Norwegian Defense Ministry", uses=2)],
     "Norway's Ministry of Defence", "the Norwegian Defense Ministry"),
    ("a town of that name", [person("Brandt"), body("Brandt"), person("Ilse Brandt")], "Brandt", "Brandt"),
    ("a full name that is a ship's too", [person("Brandt"), person("Ilse Brandt"), body("Ilse Brandt")], "Brandt",
     "Brandt"),
    ("transliterations", [person("Volodymyr Orlov", 2), person("Vladimir Orlow")], "Vladimir Orlow", "Volodymyr Orlov"),
    ("a last name in other letters", [person("Orlov"), person("Volodymyr Orlow", 2)], "Орлов", "Volodymyr Orlow"),
    ("an acronym", [body("Velm Relief Fund", "VRF"), body("VRF", uses=9)], "VRF", "Velm Relief Fund"),
    ("from its long form", [body("the Velm Relief Fund", "VRF"), body("VRF", uses=9)], "Velm Relief Fund",
     "the Velm Relief Fund"),
    ("an acronym with dots", [body("Velm Relief Fund", "V.R.F."), body("VRF")], "V.R.F.", "Velm Relief Fund"),
    ("an acronym of two", [body("Velm Relief Fund", "VRF", uses=3), body("Velmark Rail Federation", "VRF"),
                           body("VRF")], "VRF", "VRF"),
    ("what few give an acronym for", [body("Velm Relief Fund", "VRF", uses=4), body("Velmark Rail Federation", "VRF")],
     "Velmark Rail Federation", "Velmark Rail Federation"),
    ("an acronym read as a person", [body("Velm Relief Fund", "VRF"), person("VRF")], "Velm Relief Fund",
     "Velm Relief Fund"),
    ("an acronym of nearly one", [body("Velm Relief Fund", "VRF", uses=4), body("Velmark Rail Federation", "VRF")],
     "VRF", "Velm Relief Fund"),
    ("an acronym in a name", [body("United Harbours", "UH"), body("UH Pilots Service"),
                              body("United Harbours Pilots Service", uses=2)],
     "UH Pilots Service", "United Harbours Pilots Service"),
    ("from where it is written out", [body("United Harbours", "UH"), body("UH Pilots Service", uses=2),
                                      body("United Harbours Pilots Service")],
     "United Harbours Pilots Service", "UH Pilots Service"),
    ("where no name writes it out", [body("United Harbours", "UH"), body("Pilots Service", "PS"), body("UH PS Harbour"),
                                     body("UH Pilots Service Harbour", uses=2)],
     "UH PS Harbour", "UH Pilots Service Harbour"),
    ("one word that has an acronym", [body("the Tide", "TT"), body("TT Pilots"), body("Tide Pilots", uses=2)],
     "Tide Pilots", "Tide Pilots"),
    ("what few give the acronym in a name for", [body("Union of Harbours", "UH", uses=9), body("United Harbours", "UH"),
                                                 body("UH Pilots"), body("United Harbours Pilots")],
     "United Harbours Pilots", "United Harbours Pilots"),
    ("an acronym in a name that is a person's too", [body("United Harbours", "UH"), body("Pilots UH"),
                                                    person("Mr. Pilots UH"), body("Pilots United Harbours")],
     "Pilots United Harbours", "Pilots United Harbours"),
    ("dots in a longer name", [body("U.H. Pilots"), body("UH Pilots", uses=2)], "UH Pilots", "UH Pilots"),
    ("a long name", [body("Pilots Service", "PS"), body("Velm and Orsa United Harbours Council PS", uses=2),
                     body("Velm and Orsa United Harbours Council Pilots Service")],
     "Velm and Orsa United Harbours Council Pilots Service", "Velm and Orsa United Harbours Council PS"),
    ("countries", [state("Britain", 2), state("the UK", 3), state("United Kingdom", 4)], "Britain", "United Kingdom"),
    ("unnamed", [Named("an official", "unnamed"), body("Official")], "an official", "an official"),
    ("what nobody names", [person("Ilse Brandt")], "Nobody at All", "Nobody at All"),
    ("no word", [person("Ilse Brandt")], "…", "…"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "rows", "seed", "name"), AROUND, ids=[w for w, *_ in AROUND])
def test_a_name_is_chosen_from_its_neighbourhood(what, rows, seed, name):
    rows = [*rows, person("Karl Holm", 9), body("Velm Sailors Union", "VSU")]
    look = Filed(rows, blocks_of)
    near = name_near([seed], look, Situation())
    assert near.naming.of(seed) == name
    assert look.met.isdisjoint({"Karl Holm", "Velm Sailors Union"})
    agree(near, name_actors(rows, Situation()), [seed], rows)


def test_nothing_is_said_of_names_that_were_only_weighed():
    rows = [person("Ilse Brandt", 40), person("Mr. Karl Brandt", 2), person("Karl Brandt")]
    near = name_near(["Ilse Brandt"], Filed(rows, blocks_of), Situation())
    assert near.names == {"Ilse Brandt"}
    assert near.naming.of("Mr. Karl Brandt") == "Mr. Karl Brandt"


def test_what_many_names_need_is_one_question():
    rows = [person(f"{first} {last}") for first in ("Ilse", "Mr.", "K.") for last in map(_word, range(100))]
    rows += [body(f"UH {_word(n)} Service") for n in range(100)] + [body("United Harbours", "UH")]
    look = Filed(rows, blocks_of)
    name_near([row.name for row in rows], look, Situation())
    assert look.looks <= 6


def _word(number):
    return f"{'BDKLMNPRST'[number // 10]}o{'bdklmnprst'[number % 10]}an"


def test_a_name_that_could_be_abbreviated_in_many_ways_is_looked_up_under_few_blocks():
    acronyms = [body(f"{a} {b}", a[0] + b[0]) for a, b in product(("Ab", "Cd"), ("Ef", "Gh"))]
    rows = [*acronyms, body(" ".join(["Ab", "Ef", "Cd", "Gh"] * 7))]
    asked = []
    name_near([rows[-1].name], lambda blocks: asked.extend(blocks) or Filed(rows, blocks_of)(blocks), Situation())
    assert len(asked) < 1000


def test_what_is_never_joined_is_not_filed():
    rows = [Named("an Official", "unnamed"), Named("Aides", "collective"), Named("Then", "unknown"), body("ministry")]
    assert [blocks_of(row) for row in [*rows, body("…")]] == [frozenset()] * 5
    assert blocks_of_words("the ministry")


def test_who_asks_without_a_word_is_told():
    with pytest.raises(SaysoError, match="no word"):
        names_fitting("…", Filed([], blocks_of), Situation())


FIRST = st.sampled_from(["Volodymyr ", "Vladimir ", "V. ", "Karl ", "K. ", "Karla ", ""])
LAST = st.sampled_from(["Orlov", "Orlow", "Орлов", "Holm", "Harbours", "UH"])
TITLE = st.sampled_from(["President ", "Mr. ", "the ", ""])
PERSONS = st.builds("{}{}{}".format, TITLE, FIRST, LAST)
PARTS = ["United Harbours", "UH", "U.H.", "Union of Harbours", "Pilots", "Pilots Service", "PS", "P.S.", "Harbours",
         "Velm UH", "VUH", "of", "the Tide", "TT"]  # fmt: skip
WORDINGS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["Norwegian ", "Norway's ", "the ", ""]),
    st.sampled_from(
        ["Ministry of Defence", "Defense Ministry", "UH Ministry", "Ministry for the UH", "Harbour Church"]
    ),
    st.sampled_from([" of Norway", " for UH", ""]),
)
BODIES = st.one_of(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join), WORDINGS)
STATES = st.sampled_from(["Britain", "the UK", "U.K.", "United Kingdom", "UK", "France", "French Republic", "UH"])
OTHERS = st.sampled_from(["the official", "An official", "uh", "harbours", "…", "Nobody at All", "Holm Holm", "习近平"])
ACRONYMS = st.lists(st.sampled_from(["UH", "U.H.", "PS", "P.S.", "VUH", "UHPS", "TT", "THE"]), max_size=2).map(tuple)
USES = st.sampled_from([1, 2, 4, 8, 9, 10, 36, 40])
ROWS = st.lists(
    st.one_of(
        st.builds(Named, PERSONS, st.sampled_from(["person"] * 6 + ["organisation"]), st.just(()), USES),
        st.builds(Named, BODIES, st.sampled_from(["organisation"] * 6 + ["person", "state", "outlet"]), ACRONYMS, USES),
        st.builds(Named, STATES, st.sampled_from(["state", "state", "organisation"]), ACRONYMS, USES),
        st.builds(Named, OTHERS, st.sampled_from(["unnamed", "collective", "unknown", "organisation"])),
    ),
    max_size=14,
)  # fmt: skip
NAMES = st.one_of(PERSONS, BODIES, STATES, OTHERS)


@st.composite
def situations(draw, names):
    """Rarely one that says much."""
    said = draw(st.dictionaries(names, st.lists(names, max_size=2).map(tuple), max_size=2))
    parties = draw(st.lists(st.builds(Party, names, aliases=st.lists(names, max_size=2).map(tuple)), max_size=1))
    return Situation(names=said, parties=tuple(parties))


@st.composite
def judged(draw, names):
    """What people say of names, and the names as they wrote them."""
    pairs = st.tuples(names, names).filter(
        lambda pair: fold(pair[0]) and fold(pair[1]) and fold(pair[0]) != fold(pair[1])
    )
    same, apart = draw(st.lists(pairs, max_size=2)), draw(st.lists(pairs, max_size=2))
    folded = [tuple((fold(a), fold(b)) for a, b in some) for some in (same, apart)]
    return Verdicts(*folded), tuple(sorted({name for pair in (*same, *apart) for name in pair}))


def rarely(some, nothing):
    """Mostly nothing: what people and situations say hides what rules do."""
    return st.one_of(st.just(nothing), st.just(nothing), some)


@st.composite
def ledgers(draw, rows=ROWS, names=NAMES):
    """Rows, situation, verdicts, names as people wrote them; and names to be asked for."""
    rows = draw(rows)
    pool = st.sampled_from([row.name for row in rows]) | names if rows else names
    situation = draw(rarely(situations(pool), Situation()))
    verdicts, written = draw(rarely(judged(pool), (Verdicts(), ())))
    return rows, situation, verdicts, written, draw(st.lists(pool, min_size=1, max_size=3))


@settings(max_examples=200, deadline=None)
@given(ledgers())
def test_a_neighbourhood_says_of_names_what_all_names_say(ledger):
    rows, situation, verdicts, written, seeds = ledger
    near = name_near(seeds, Filed(rows, blocks_of), situation, verdicts, written)
    agree(near, name_actors(rows, situation, verdicts, written), seeds, [row for row in rows if blocks_of(row)])


@settings(max_examples=200, deadline=None)
@given(ledgers(), st.booleans())
def test_the_names_that_fit_are_found_in_the_neighbourhood(ledger, everything):
    rows, situation, verdicts, written, (asked, *_) = ledger
    whole = name_actors(rows, situation, verdicts, written)
    filed = [row for row in rows if everything or blocks_of(row)]
    look = Filed(filed, lambda row: blocks_of(row) or blocks_of_words(row.name))
    if fold(asked):
        found = names_fitting(asked, look, situation, verdicts, written)
        assert found == {row.name for row in filed if whole.fits(asked, row.name)}


PLACE_NAMES = st.sampled_from(["Velm", "the Velm", "Welm", "Velmo", "Orsa", "orsa", "Sundholm", "…", "习近平"])
PLACES = st.lists(st.builds(Located, PLACE_NAMES, st.sampled_from([None, 1, 1, 2, 3]), USES), max_size=12)


@settings(max_examples=200, deadline=None)
@given(ledgers(PLACES, PLACE_NAMES))
def test_a_neighbourhood_says_of_places_what_all_places_say(ledger):
    rows, situation, verdicts, written, seeds = ledger
    whole = name_places(rows, situation, verdicts, written)
    look = Filed(rows, blocks_of_place)
    agree(place_near(seeds, look, situation, verdicts, written), whole, seeds, rows)
    found = places_fitting(seeds[0], look, situation, verdicts, written)
    assert found == {row.name for row in rows if whole.same(seeds[0], row.name)}
