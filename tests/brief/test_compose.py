"""A brief of any form: every line leads to words, copies count once, nothing is told twice, bad input is refused."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.records import RecordBuilder
from sayso.brief import FORMS, Wording, compose, write_html, write_markdown, write_text
from sayso.brief.compose import count_days
from sayso.brief.telling import first_day_told
from sayso.languages import load_language
from sayso.model import SaysoError, Situation, Span

WORDING = Wording(load_language("en"))
TEXTS = [
    "Shells fell on the port of Orlin at dawn, the mayor said. Four people were killed and the grain terminal burned.",
    "Velmark denied on Tuesday that its guns had fired on Orlin. "
    "“We did not fire a single shell at the port,” Colonel Ivo Brandt said.",
    "The governor, Mira Sandt, said that the dam above Orlin would hold. "
    "She urged families on the lower bank to leave.",
    "Grain prices rose 12% on the exchange in Talmo after the port closed, traders said, "
    "the sharpest rise in ten years.",
    "Talks between Ardania and Velmark are to resume in Talmo on Thursday, the foreign ministry said in a statement.",
]


def filled():
    build = RecordBuilder()
    a, b, c, d, e = (build.document(t, outlet=f"Outlet {i}", day=f"2025-03-{10 + i // 3}") for i, t in enumerate(TEXTS))
    build.said(a, "Shells fell on the port of Orlin at dawn", "mayor", by="the mayor")
    build.happened(a, "Shells fell on the port of Orlin at dawn", "shelling", place="Orlin", date="2025-03-10")
    build.counted(a, "Four people were killed", 4, "killed", series="k", basis="increment")
    build.said(b, "its guns had fired on Orlin", "Velmark", by="Velmark", act="deny")
    build.said(
        b,
        "We did not fire a single shell at the port,",
        "Ivo Brandt",
        by="Colonel Ivo Brandt",
        mode="direct",
        act="deny",
    )
    build.said(c, "the dam above Orlin would hold", "Mira Sandt", by="The governor, Mira Sandt")
    build.said(c, "families on the lower bank to leave", "Mira Sandt", by="She", named="Mira Sandt", act="demand")
    build.counted(d, "12%", 12, "price", series="p", unit="percent", basis="rate")
    build.said(d, "Grain prices rose 12% on the exchange in Talmo after the port closed", "traders", by="traders")
    build.happened(
        e,
        "Talks between Ardania and Velmark are to resume in Talmo on Thursday",
        "talks",
        status="planned",
        date="2025-03-13",
    )
    return build


def words_at(record, anchor):
    """The words that an anchor points to, white space made single."""
    document = record.documents[anchor.document].document
    return " ".join(anchor.span.words(getattr(document, anchor.field)).split())


@pytest.mark.parametrize("form", FORMS)
def test_nothing_appears_that_has_no_span(form):
    record = filled().build()
    brief = compose(record, Situation(day_zero="2025-03-08"), WORDING, form=form)
    assert brief.lines()
    frame = re.compile(r"[\s\[\]()“”—;:.…]*")
    attributed = {f"{v.document.outlet}, {WORDING.day(v.date)}" for v in record.documents.values()}
    for section in brief.sections:
        for part in section.heading:
            assert (
                part.text in WORDING.words or frame.fullmatch(part.text) or part.text == words_at(record, part.anchor)
            )
        for line in section.lines:
            assert any(p.kind == "quoted" for p in line.parts)
            assert line.references
            assert line.attribution in attributed
            for part in line.parts:
                if part.anchor is None:
                    rest = part.text
                    for known in (*attributed, *WORDING.words):
                        rest = rest.replace(known, "")
                    assert frame.fullmatch(rest), part
                else:
                    words = words_at(record, part.anchor)
                    assert part.text.strip() == words or (part.kind == "named" and words)


@pytest.mark.parametrize("form", FORMS)
def test_every_reference_quotes_the_words_it_points_to(form):
    record = filled().build()
    brief = compose(record, Situation(), WORDING, form=form)
    assert brief.day is None
    numbers = {n for line in brief.lines() for n in line.references} | {n for s in brief.sections for n in s.references}
    assert numbers == {r.number for r in brief.references}
    for reference in brief.references:
        for quote in reference.quotes:
            text = getattr(record.documents[reference.document].document, quote.field)
            assert quote.exact == quote.span.words(text)
            assert text[: quote.span.start].endswith(quote.prefix)
            assert text[quote.span.end :].startswith(quote.suffix)


@pytest.mark.parametrize("form", FORMS)
def test_no_line_is_told_twice(form):
    lines = [line.text for line in compose(filled().build(), Situation(), WORDING, form=form).lines()]
    assert len(lines) == len(set(lines))


def test_a_copy_adds_no_outlet():
    text, other = TEXTS[0], TEXTS[0].replace("Four people were killed and t", "T")
    scores = []
    for copied in (False, True):
        build = RecordBuilder()
        first = build.document(text, outlet="Wire", day="2025-03-10")
        second = build.document(other, outlet="Post", day="2025-03-10", copy_of=first if copied else None)
        for d in (first, second):
            build.said(d, "Shells fell on the port of Orlin at dawn", "mayor", by="the mayor")
            build.happened(d, "Shells fell on the port of Orlin at dawn", "shelling")
        brief = compose(build.build(), Situation(), WORDING)
        scores.append(brief.lines()[0].why["outlets"])
    assert scores[0] > scores[1]


def test_a_copy_is_named_at_its_reference():
    build = RecordBuilder()
    first = build.document(TEXTS[0], outlet="Wire", day="2025-03-10")
    build.document(TEXTS[0], outlet="Post", day="2025-03-10", copy_of=first)
    build.happened(first, "Shells fell on the port of Orlin at dawn", "shelling")
    brief = compose(build.build(), Situation(), WORDING)
    assert brief.references[0].copies == ("Post",)
    assert "also carried by Post" in write_text(brief, WORDING)


def test_what_is_planned_for_later_is_due():
    brief = compose(filled().build(), Situation(), WORDING, form="rolling")
    due = next(s for s in brief.sections if s.title == "What is due")
    assert "resume in Talmo on Thursday" in due.lines[0].text


def test_a_watched_word_comes_first():
    quiet = compose(filled().build(), Situation(), WORDING)
    watching = compose(filled().build(), Situation(watch=("grain prices",)), WORDING)
    score = {}
    for name, brief in (("quiet", quiet), ("watching", watching)):
        score[name] = next(sum(line.why.values()) for line in brief.lines() if "Grain" in line.text)
    assert score["watching"] > score["quiet"] + 1


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (["2025-03-01", "2025-03-10"], "2025-03-01"),
        (["2025-03-01", *["2025-03-10"] * 4], "2025-03-09"),
        (["2025-03-01", "2025-03-02", *["2025-03-10"] * 3], "2025-03-02"),
        (["2024-12-01", "2025-03-10"], "2025-02-24"),
    ],
)
def test_days_with_few_texts_are_told_together(days, first):
    build = RecordBuilder()
    for i, day in enumerate(days):
        build.document(f"Shells fell on Orlin, report {i}.", outlet=f"Outlet {i}", day=day)
    assert first_day_told(build.build(), "2025-03-10") == first


@pytest.mark.parametrize(
    ("zero", "day", "number"),
    [("2022-02-24", "2022-02-24", 1), ("2022-02-24", "2022-02-28", 5), ("2022-02-24", "2022-03-07", 12),
     ("2022-02-24", "2022-02-23", None), (None, "2022-02-23", None)],
)  # fmt: skip
def test_day_zero_is_day_one(zero, day, number):
    count = count_days(zero, day)
    assert (count.number if count else None) == number


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "ORLIN, March 11 (Meridian) — The port was shelled at dawn on Tuesday.",
            "The port was shelled at dawn on Tuesday.",
        ),
        (
            "Orlin, Mar 11 (Meridian Press) The port was shelled at dawn on Tuesday.",
            "The port was shelled at dawn on Tuesday.",
        ),
        ("ORLIN -- The port was shelled at dawn on Tuesday.", "The port was shelled at dawn on Tuesday."),
        (
            "The war — quieter last night — may widen on Tuesday.",
            "The war — quieter last night — may widen on Tuesday.",
        ),
        (
            "Orlin (population 900) was shelled at dawn on Tuesday.",
            "Orlin (population 900) was shelled at dawn on Tuesday.",
        ),
    ],
)
def test_a_dateline_is_no_part_of_a_line(text, line):
    build = RecordBuilder()
    d = build.document(text, outlet="Wire", day="2025-03-11")
    build.happened(d, text.split()[-1].rstrip("."), "shelling")
    assert compose(build.build(), Situation(), WORDING).lines()[0].text == line


def test_the_day_count_leads_to_the_words_day_zero_rests_on():
    record = filled().build()
    document = next(iter(record.documents.values())).document
    evidence = ((document.id, Span(0, 11)),)
    brief = compose(record, Situation(day_zero="2025-03-09"), WORDING, zero_evidence=evidence)
    assert brief.day.number == 3
    (number,) = brief.day.references
    reference = next(r for r in brief.references if r.number == number)
    assert document.text[:11] in {q.exact for q in reference.quotes}
    assert write_text(brief, WORDING).startswith(f"Day 3 · 11 Mar 2025 [{number}]")


def test_an_empty_record_gives_a_brief_that_says_so():
    brief = compose(RecordBuilder().build(), Situation(), WORDING)
    assert brief.lines() == ()
    assert "No document" in write_text(brief, WORDING)


def test_an_unknown_form_is_refused_with_the_known_ones():
    with pytest.raises(SaysoError, match="short, rolling"):
        compose(RecordBuilder().build(), Situation(), WORDING, form="long")


def test_markup_in_documents_stays_words():
    build = RecordBuilder()
    text = "The <script>alert(1)</script> *port* of [Orlin](x) was shelled at dawn, the mayor said on the radio."
    d = build.document(text, outlet="<b>Post</b>", day="2025-03-10", title="<i>t</i>")
    build.happened(d, text[:-1], "shelling")
    brief = compose(build.build(), Situation(), WORDING)
    page = write_html(brief, WORDING)
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert "<script>" not in write_markdown(brief, WORDING).replace("\\<script\\>", "")


def test_the_page_marks_the_words_that_its_lines_point_to():
    page = write_html(compose(filled().build(), Situation(), WORDING), WORDING)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=4))
def test_any_text_can_be_told(texts):
    build = RecordBuilder()
    for i, text in enumerate(texts):
        d = build.document(text, outlet=f"O{i}", day="2025-03-10", title=str(i))
        build.said(d, text, "mayor", mode="direct")
    for form in FORMS:
        brief = compose(build.build(), Situation(), WORDING, form=form)
        for write in (write_text, write_markdown, write_html):
            assert write(brief, WORDING, why=True)
