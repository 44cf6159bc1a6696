"""Quantities are read with value, unit, change and the words they are said of; nothing else is read as one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Span, Time
from sayso.readings.quantities.read import read_quantities


@pytest.fixture(scope="module")
def told(analysis):
    def tell(text: str, times=()) -> str:
        return "; ".join(f"{q.change}{q.value:.10g} {q.unit}" for q in read_quantities(analysis(text), tuple(times)))

    return tell


READ = [
    ("Ardania has fired 350+ rockets.", ">350 rocket"),
    ("More than 4,500 villagers left.", ">4500 villager"),
    ("The bridge can carry up to 40 trucks.", "<40 truck"),
    ("Half a million tents were ordered.", "=500000 tent"),
    ("One and a half million tents were ordered.", "=1500000 tent"),
    ("Two hundred and fifty-six barges lie idle.", "=256 barge"),
    ("A quarter of a million people live there.", "=250000 person"),
    ("Dozens of ferries are late.", "=12 ferry; =120 ferry"),
    ("Hundreds of thousands of villagers fled.", "=100000 villager; =1000000 villager"),
    ("A third of the crop was lost.", "=0.3333333333 % crop"),
    ("Three-quarters of the crop was lost.", "=0.75 % crop"),
    ("One in five wells ran dry.", "=0.2 % well"),
    ("The bank raised its rate from 9.5% to 20%.", "=9.5 percentage; =20 percentage"),
    ("Between 50 and 60 percent of the flour is imported.", "=50 percentage; =60 percentage"),
    ("The dam will cost $3 billion to $5 billion.", "=3000000000 dollar; =5000000000 dollar"),
    ("It will cost 33-35 million euros.", "=33000000 euro; =35000000 euro"),
    ("Velmark pledged US$1.3bn and C$25m.", "=1300000000 dollar; =25000000 canadian dollar"),
    ("They asked for £5m, or 6 million euros.", "=5000000 pound sterling; =6000000 euro"),
    ("The fund spent millions of pounds on it.", "=1000000 pound sterling; =10000000 pound sterling"),
    ("Wheat costs $10.59 a bushel.", "=10.59 dollar per bushel"),
    ("Their loan is $3,500 a month now.", "=3500 dollar per month"),
    ("Sales came to $6 million a year earlier.", "=6000000 dollar"),
    ("It fell to minus-12 degrees Celsius.", "=-12 celsius"),
    ("A 10-foot wall fell on a 5-year-old boy.", "=10 foot; =5 year of age"),
    ("Flour prices rose 12% and oil dropped by 3 percent.", "up12 percentage; down3 percentage"),
    ("The tower is 47 feet (14 metres) high.", "=47 foot; =14 metre"),
    ("It makes roughly 300 hp (224 kW).", "~300 horsepower; ~224 kilowatt"),
    ("Some 25 rockets a day hit the port.", "~25 rocket per day"),
    ("The area has about 32 m² of floor.", "~32 square metre"),
    ("The ticket costs 1,200€ today.", "=1200 euro"),
    ("A total of 181 500 villagers and 20 000 tents.", "=181500 villager; =20000 tent"),
    ("The city needs 1½ million litres.", "=1500000 litre"),
]

UNITS = [
    ("The road has 10 1/2 miles of curves.", "=10.5 mile"),
    ("It takes 35 lakh rupees.", "=3500000 indian rupee"),
    ("The ticket is 3 dollars 50 cents.", "=3.5 dollar"),
    ("They asked for 75 USD million.", "=75000000 dollar"),
    ("The loan is 30 MUSD.", "=30000000 dollar"),
    ("Oil is at $76 US a barrel.", "=76 dollar per barrel"),
    ("The yard cost PS3.5m and a PS5 was stolen.", "=3500000 pound sterling"),
    ("The motor makes 300 PS.", "=300 horsepower"),
    ("The load is 20 (kg).", "=20 kilogram"),
    ("He fell from 208 pounds to 193.", "=208 pound-mass; =193 pound-mass"),
    ("Four-, five- and six-door cars stood there.", "=4 door; =5 door; =6 door"),
    ("The school is for children aged 7.", "=7 year of age"),
    ("A cup is 1/16 of a gallon.", "=0.0625 gallon"),
    ("Two of the largest ports are shut.", "=2 large port"),
    ("One of Ardania's biggest ports is shut.", "=1 Ardania big port"),
    ("At least 10 - including six nurses - were hurt.", ">10 -; =6 nurse"),
    (
        "Heat fell by 1 to 2 degrees Celsius (1.8 to 3.6 Fahrenheit).",
        "down1 celsius; down2 celsius; down1.8 fahrenheit; down3.6 fahrenheit",
    ),
    ("They sold 280 million of the 900 million shekels.", "=280000000 shekel; =900000000 shekel"),
    ("Ship SX-93m and rifle 24703m212 were listed.", ""),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_a_unit_is_read_however_it_is_written(told, text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_quantity_has_value_unit_and_change(told, text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks begin on March 7.",
        "They met on Monday (7) in Velmark.",
        "The law of 1994 stands.",
        "Sirens sounded at 10:27 and at 6 p.m. in the port.",
        "It was the 4th convoy and the third this week.",
        "The envoy waited in room 12.",
        "The office is at 14 Harbour Road.",
        "Ardania sent T-72 tanks and an A320.",
        "The game ended 2-2 after a late goal.",
        "Mara Venn, 25, said she would stay.",
        "They help one another, and no one complained.",
        "She owns version 3.4.1 of it.",
        "See https://example.org/p/5h and #24.",
        "A two-year truce was signed.",
        "The FTSE 100 closed early.",
        "Nothing was counted.",
    ],
)
def test_dates_names_and_labels_are_no_quantities(told, text):
    assert told(text) == ""


def test_what_the_times_hold_is_no_quantity(told):
    text = "The levy of 12 was repealed."
    assert told(text) == "=12 -"
    assert told(text, [Time(Span(12, 14), "DATE", "2022-03-12")]) == ""


def test_a_span_holds_the_approximator_and_the_unit(analysis):
    text = "Velmark took in more than 500,000 refugees by sea."
    (quantity,) = read_quantities(analysis(text), ())
    assert quantity.span.words(text) == "more than 500,000 refugees"
    assert quantity.number.words(text) == "500,000"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The rate went from 4% to 6%.", ["from", "to"]),
        ("Prices range from $3 to $5.", ["low", "high"]),
        ("They expect 5 to 8 ships.", ["low", "high"]),
        ("They expect 5 ships.", [None]),
    ],
)
def test_the_two_ends_of_a_range_or_a_move_are_told_apart(analysis, text, pairs):
    assert [q.pair for q in read_quantities(analysis(text), ())] == pairs


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("The refund rose by 4 percent.", "refund"),
        ("They built a 10-foot wall.", "wall"),
        ("The mill has 1,000 customers.", "mill"),
        ("Exports to Velmark dropped 7%.", "Exports Velmark"),
    ],
)
def test_a_quantity_names_what_it_is_said_of(analysis, text, concept):
    assert read_quantities(analysis(text), ())[0].concept == concept


@pytest.mark.parametrize("text", ["9" * 400 + " men", "1" + " billion" * 60, "x² and ³ of 5²", "hundreds of " * 4000])
def test_numbers_without_end_neither_raise_nor_count(told, text):
    assert all(float(part.split()[0].lstrip("=~<>")) <= 1e18 for part in told(text).split("; ") if part)


def test_without_tags_a_plural_is_counted(analysis):
    from dataclasses import replace

    found = read_quantities(replace(analysis("Shelling killed 16 small children in Velmark."), parsed=False), ())
    assert [(q.value, q.unit, q.concept) for q in found] == [(16, "small child", None)]


@given(st.text(alphabet=st.sampled_from("0123456789 .,-–/%$€£½:()+'’ abonetwhufdrkmilpcs\n📦"), max_size=120))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_and_every_span_lies_in_it(analysis, text):
    for quantity in read_quantities(analysis(text), ()):
        assert 0 <= quantity.span.start <= quantity.number.start < quantity.number.end <= quantity.span.end <= len(text)
