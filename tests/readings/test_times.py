"""Times: what a phrase is worth on a day, what is left out, and that no text can break the reader."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.languages import load_language
from sayso.model import Situation
from sayso.readings.times.read import MEANINGS, read_times

MONDAY = "2022-03-07"
VOCABULARY = [s for name in ("times", "time_patterns") for e in load_language("en")[name].entry for s in e.spellings]
PIECES = [*VOCABULARY, "1998", "5", "31", "2022-03-07", "2022-99-99", "1/0", "9/2", "25:99", "10:35", "0", "99", "'s",
          "’s", "s", "-", "(", ")", ",", ".", "$", "٣", "²", "999999999999999999999", "1e9", "o", "clock", "ago", "old",
          "\n", "🙂"]  # fmt: skip


@pytest.fixture
def times(analysis):
    """The values read in a text, by their words."""

    def read(text: str, published: str | None = MONDAY, **fields: object) -> dict[str, str]:
        given = analysis(text, published=published, **fields)
        return {t.span.words(text): t.value for t in read_times(given)}

    return read


def test_every_meaning_has_a_pattern():
    used = {e.kind for e in load_language("en")["time_patterns"].entry}
    assert used == set(MEANINGS)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Shells hit the port of Ostrava on Friday.", "Friday", "2022-03-04"),
        ("The ministers will meet on Friday.", "Friday", "2022-03-11"),
        ("The ministers plan to meet on Friday.", "Friday", "2022-03-11"),
        ("The talks open on Friday.", "Friday", "2022-03-11"),
        ("The bridge stays closed until Friday.", "Friday", "2022-03-11"),
        ("The ministers met on Monday.", "Monday", "2022-03-07"),
        ("Trucks will leave on Monday.", "Monday", "2022-03-07"),
        ("After an attempt to open a corridor on Saturday, the road was closed.", "Saturday", "2022-03-05"),
        ("The convoy left last Monday.", "last Monday", "2022-02-28"),
    ],
)
def test_a_weekday_is_the_last_one_unless_its_verb_looks_ahead(times, text, words, value):
    assert times(text) == {words: value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This Monday (7), the offensive goes on.", "2022-03-07"),
        ("The port was shelled on Saturday (5).", "2022-03-05"),
        ("The port was shelled on Monday (28).", "2022-02-28"),
        ("The third round is on Monday the 14th.", "2022-03-14"),
        ("The port was shelled on Saturday (31).", None),
    ],
)
def test_a_weekday_with_its_number_is_the_nearest_day_that_is_both(times, text, value):
    found = times(text)
    assert list(found.values()) == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The offensive began on 24 February.", "2022-02-24"),
        ("The offensive began on Feb. 24.", "2022-02-24"),
        ("The mine closed on November 30.", "2021-11-30"),
        ("Deliveries will begin on November 30.", "2022-11-30"),
        ("The treaty was signed on March 5, 1946.", "1946-03-05"),
        ("The treaty was signed on the 24th of April 1999.", "1999-04-24"),
        ("The law passed on 30 February.", None),
    ],
)
def test_a_day_without_its_year_is_the_sensible_one(times, text, value):
    found = list(times(text).values())
    assert (found == [value]) if value else all(not v.startswith("2022-02-30") for v in found)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Talks kicked off at 6 a.m. ET Monday.", "6 a.m. ET Monday", "2022-03-07T06:00"),
        ("The siren sounded at 10:35 p.m. on the coast.", "10:35 p.m.", "2022-03-07T22:35"),
        ("Shells fell on Wednesday night.", "Wednesday night", "2022-03-02TNI"),
        ("Shells fell in the early hours of Thursday.", "the early hours of Thursday", "2022-03-03TMO"),
        ("Shelling eased last night.", "last night", "2022-03-06TNI"),
        ("The dam broke late yesterday.", "late yesterday", "2022-03-06"),
        ("Exports fell in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3"),
        ("He was seized in June last year.", "June last year", "2021-06"),
        ("The siege lasted nearly two years.", "nearly two years", "P2Y"),
        ("They waited at least 72 hours.", "at least 72 hours", "PT72H"),
        ("They left at the end of this week.", "the end of this week", "2022-W10"),
    ],
)
def test_neighbours_that_tell_one_time_are_one(times, text, words, value):
    assert times(text) == {words: value}


@pytest.mark.parametrize(
    "text",
    [
        "A 25-year-old driver died.",
        "The driver is 52 years old.",
        "The mayor may resign.",
        "The march drew 2000 people.",
        "It cost $1998.",
        "The score was 3:25 in the end.",
        "The firm pays five crowns a year.",
        "Jan Novak spoke to the council.",
        "It holds three-quarters of the grain.",
        "They were up in arms against the fall of the wall.",
        "",
        "🙂",
    ],
)
def test_ages_prices_counts_and_names_are_no_times(times, text):
    assert times(text) == {}


def test_a_day_count_needs_day_zero(times):
    text = "Day 5 of the invasion brought more shelling; the siege reached its twelfth day."
    assert times(text) == {}
    counted = times(text, situation=Situation(day_zero="2022-02-24"))
    assert counted == {"Day 5 of the invasion": "2022-02-28", "its twelfth day": "2022-03-07"}


def test_day_zero_is_day_one(times):
    found = times("It was the first day of the war.", situation=Situation(day_zero="2022-02-24"))
    assert found == {"the first day of the war": "2022-02-24"}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The port was shelled on Friday.", "Friday", "XXXX-WXX-5"),
        ("The port was shelled on 24 February.", "24 February", "XXXX-02-24"),
        ("The port was shelled yesterday.", "yesterday", "XXXX-XX-XX"),
        ("The port was shelled last year.", "last year", "XXXX"),
        ("The port was shelled on Saturday (5).", "Saturday (5)", "XXXX-XX-05"),
        ("The port was built in 1998.", "1998", "1998"),
        ("The siege lasted three days.", "three days", "P3D"),
    ],
)
def test_without_the_documents_day_a_value_says_what_it_does_not_know(times, text, words, value):
    assert times(text, published=None) == {words: value}


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Shells fell on Friday.", "2022-03-04", "2022-03-04"),
        ("Shells fell last week.", "2022-02-28", "2022-03-06"),
        ("Shells fell last month.", "2022-02-01", "2022-02-28"),
        ("Shells fell in 1998.", "1998-01-01", "1998-12-31"),
        ("The dam was built in the 1990s.", "1990-01-01", "1999-12-31"),
        ("Exports fell in the first quarter of 1998.", "1998-01-01", "1998-03-31"),
        ("Many fled over the past three days.", "2022-03-04", "2022-03-07"),
        ("The truce should hold for the next 24 hours.", "2022-03-07", "2022-03-08"),
        ("Shelling went on overnight.", "2022-03-06", "2022-03-07"),
        ("The siege lasted three days.", None, None),
        ("The road is now open.", None, None),
    ],
)
def test_a_time_that_can_be_placed_has_its_first_and_last_day(analysis, text, begin, end):
    (time,) = read_times(analysis(text, published=MONDAY))
    assert (time.begin, time.end) == (begin, end)


def test_a_later_day_counts_from_the_day_named_before(times):
    text = "The bridge fell on February 3. Two days later the dam broke, and the mill the following day."
    assert list(times(text).values()) == ["2022-02-03", "2022-02-05", "2022-02-06"]


def test_beside_a_quarter_a_year_earlier_is_a_quarter(times):
    assert times("Exports fell in the third quarter from a year earlier.")["a year earlier"] == "2020-Q3"
    assert times("Exports fell from a year earlier.")["a year earlier"] == "2021"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=24), glue=st.sampled_from([" ", ""]), dated=st.booleans())
def test_no_words_break_the_reader_and_every_span_is_its_own(analysis, pieces, glue, dated):
    text = glue.join(pieces)
    found = read_times(analysis(text, published=MONDAY if dated else None, situation=Situation(day_zero="2022-02-24")))
    ends = 0
    for time in found:
        assert ends <= time.span.start < time.span.end <= len(text)
        assert re.match(r"[PX\d]|FUTURE_REF", time.value)
        assert (time.begin is None) == (time.end is None)
        assert time.begin is None or time.begin <= (time.end or "")
        ends = time.span.end


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_the_edges_of_the_calendar_hold(times, published):
    text = "A century ago, next year, next week, on Friday, last Christmas, Feb. 29, the past 9999 years, tomorrow."
    assert isinstance(times(text, published=published), dict)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The siege began on 20 May. It is now in its fourth day.", "2031-05-23", "2031-05-23"),
        ("The siege began on 20 May. On Day 5 of the siege, the mill was hit.", "2032-01-10", "2031-05-24"),
        ("The siege began on 20 May and the assault on 21 May. It is in its fourth day.", "2031-05-23", None),
    ],
)
def test_days_are_counted_from_the_day_zero_that_the_document_tells(text, published, value, analysis):
    times = read_times(analysis(text, published=published))
    assert (times[-1].value if "day" in times[-1].span.words(text).lower() else None) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the day that stands behind a time of day is its day
        ("It fell at 6 a.m. ET on Friday.", ["2022-03-04T06:00", "2022-03-04"]),
        ("It fell at 5 p.m. Tarsk time on Tuesday.", ["2022-03-01T17:00", "2022-03-01"]),
        ("It fell at 7 p.m. (1700 GMT) on Thursday.", ["2022-03-03T19:00", "2022-03-03T17:00", "2022-03-03"]),
        ("It fell at noon.", ["2022-03-07T12:00"]),
        # days that share a month, and numbers that count something else
        ("They meet on April 10 and 24.", ["2022-04-10", "2022-04-24"]),
        ("They will meet on May 3, 5 and 8.", ["2022-05-03", "2022-05-05", "2022-05-08"]),
        ("The games run March 14-23.", ["2022-03-14", "2022-03-23"]),
        ("On April 10 and 24 guests came.", ["2021-04-10"]),
        ("On May 3, 24 people died.", ["2021-05-03"]),
        ("They meet on April 24 and 10.", ["2022-04-24"]),
        ("They meet on April 30 and 31.", ["2022-04-30"]),
        # which side of the report a weekday lies on
        ("They have until 9 a.m. Tuesday to sign.", ["2022-03-08T09:00"]),
        ("The mayor could not be reached Thursday.", ["2022-03-03"]),
        ("The truce had been due to expire Friday.", ["2022-03-04"]),
        ("The truce is due to expire Friday.", ["2022-03-11"]),
        # weekends, seen from a Monday
        ("Rain is expected over the coming weekend.", ["2022-W10-WE"]),
        ("Shelling went on over the weekend.", ["2022-W09-WE"]),
        # no times
        ("It burned a quarter of the town.", []),
        ("He told 60 Minutes that he would go.", []),
        ("He said on This Week that he would go.", []),
        ("He said on “This Week” that he would go.", []),
        ("They spoke of a Second Amendment.", []),
        # times in headlines and other capitals
        ("Old Bridge Stays Shut for Two Days After Shelling", ["P2D"]),
        ("Dam Workers End Their Strike Last Week", ["2022-W09"]),
        ("Most raids on Velmark this Year were small.", ["2022"]),
        ("The port was built in the 18th Century by monks.", ["17"]),
        ("A second group left.", []),
    ],
)
def test_neighbours_decide_what_a_time_means(text, expected, analysis):
    assert [t.value for t in read_times(analysis(text, published=MONDAY))] == expected


@pytest.mark.parametrize(
    ("text", "zone"),
    [("It fell at 6 a.m. ET.", "ET"), ("It fell at 1800 GMT on Friday.", "GMT"), ("It fell at 6 a.m.", None)],
)
def test_the_zone_of_a_time_of_day_is_kept(text, zone, analysis):
    assert read_times(analysis(text, published=MONDAY))[0].zone == zone


@pytest.mark.parametrize(
    ("text", "value"),
    [("They meet over the coming weekend.", "2022-W09-WE"), ("Shelling went on over the weekend.", "2022-W08-WE")],
)
def test_weekends_seen_from_a_friday(text, value, analysis):
    assert read_times(analysis(text, published="2022-03-04"))[0].value == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Envoys met ahead of Friday's deadline.", ["2022-03-11"]),
        ("They will meet on Friday. He said Friday's summit would open late.", ["2022-03-11", "2022-03-11"]),
        ("They met on Friday. He said Friday's summit opened late.", ["2022-03-04", "2022-03-04"]),
        ("The record set on Friday stands.", ["2022-03-04"]),
        ("The hearing is set for Friday.", ["2022-03-11"]),
    ],
)
def test_a_weekday_s_own_thing_lies_where_the_weekday_did(text, days, analysis):
    assert [t.value for t in read_times(analysis(text, published=MONDAY))] == days


def test_an_entry_of_a_page_that_is_written_on_is_told_from_the_day_of_its_stamp(analysis):
    text = "9 Mar 2022 - 11:05 GMT A bridge fell yesterday.\n\n8 Mar 2022 - 20:10 GMT A dam broke today."
    found = read_times(analysis(text, published="2022-03-07"))
    assert [t.value for t in found if t.type == "DATE"] == ["2022-03-09", "2022-03-08", "2022-03-08", "2022-03-08"]
