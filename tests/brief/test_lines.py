"""A line is the document's own words, with a name for a pronoun, its caveat, and how its number moved."""

import pytest

from brief.records import RecordBuilder
from sayso.brief.compose import compose
from sayso.brief.lines import LineMaker, balanced
from sayso.brief.moves import find_move, number_of, owner_of
from sayso.brief.passages import cut_passages
from sayso.brief.wording import Wording
from sayso.model import Situation


@pytest.fixture
def build():
    return RecordBuilder()


def line_of(build, english, position=0, moves=()):
    record = build.build()
    return LineMaker(record, Wording(english)).make(cut_passages(record)[position], moves=moves)


def test_a_line_is_the_sentence_as_it_stands(build, english):
    d = build.document(
        "The bridge at Orlin was hit, the mayor said. Later it rained.", outlet="Velmark Post", day="2025-03-11"
    )
    build.said(d, "The bridge at Orlin was hit", "mayor", by="the mayor")
    line = line_of(build, english)
    assert line.text == "The bridge at Orlin was hit, the mayor said."
    assert line.attribution == "Velmark Post, 11 Mar"


@pytest.mark.parametrize(
    ("behind", "denier", "told"),
    [
        ("The ministry denied that.", "ministry", True),
        ("The doctors denied that.", "doctors", False),
        ("The ministry denied that" + " and much more" * 40 + ".", "ministry", False),
    ],
)
def test_a_claim_is_told_with_the_denial_behind_it(build, english, behind, denier, told):
    claim = "The doctors counted 40 cases of cholera."
    d = build.document(f"{claim} {behind}", outlet="Velmark Post", day="2025-03-11")
    build.said(d, "40 cases of cholera", "doctors", by="doctors")
    build.said(d, "that", denier, by=behind.split()[1], act="deny")
    assert line_of(build, english).text == (f"{claim} {behind}" if told else claim)


def test_a_pronoun_gets_the_name_the_document_gives(build, english):
    text = "Anna Petrova spoke at dawn. She said that the dam would hold."
    d = build.document(text, outlet="Velmark Post", day="2025-03-11")
    build.said(d, "the dam would hold", "Anna Petrova", by="She", named="Anna Petrova")
    line = line_of(build, english)
    assert line.text == "[Anna Petrova] said that the dam would hold."
    named = next(p for p in line.parts if p.kind == "named")
    assert named.anchor.span.words(text) == "Anna Petrova"


@pytest.mark.parametrize(
    ("sentence", "by"),
    [("Her plea for calm, she said, went unheard.", "Her"), ("Petrova, who runs the dam, said it would hold.", "who")],
)
def test_no_name_is_put_for_a_pronoun_that_it_does_not_fit(build, english, sentence, by):
    d = build.document(f"Anna Petrova spoke at dawn.\n{sentence}", outlet="Velmark Post", day="2025-03-11")
    build.said(d, sentence.split()[-1], "Anna Petrova", by=by, named="Anna Petrova")
    assert line_of(build, english).text == sentence


def test_a_speaker_who_is_named_in_the_sentence_is_not_named_again(build, english):
    d = build.document("Petrova said that the dam would hold.", outlet="Velmark Post", day="2025-03-11")
    build.said(d, "the dam would hold", "Anna Petrova", by="Petrova")
    assert line_of(build, english).text == "Petrova said that the dam would hold."


def test_a_bare_quotation_is_credited(build, english):
    text = 'Anna Petrova had a word for it.\n- "And we are sure that the dam will hold."'
    d = build.document(text, outlet="Velmark Post", day="2025-03-11")
    build.said(d, "And we are sure that the dam will hold.", "Anna Petrova", named="Anna Petrova", mode="direct")
    assert line_of(build, english).text.endswith('will hold." — Anna Petrova')


def test_a_quotation_torn_from_its_marks_gets_them_back(build, english):
    text = '"The dam held. Nobody knows for how long," Anna Petrova said.'
    d = build.document(text, outlet="Velmark Post", day="2025-03-11")
    build.said(d, "Nobody knows for how long,", "Anna Petrova", by="Anna Petrova", mode="direct")
    assert line_of(build, english).text == "“Nobody knows for how long,” — Anna Petrova"


@pytest.mark.parametrize("behind", ["", " It rained."])
def test_a_line_ends_with_its_quotation(build, english, behind):
    text = f"Petrova called it “a dam that will hold.”{behind}"
    d = build.document(text, outlet="Velmark Post", day="2025-03-11")
    build.said(d, "“a dam that will hold.”", "Anna Petrova", by="Petrova", mode="direct")
    passage = cut_passages(build.build())[0]
    assert passage.span.words(text) == "Petrova called it “a dam that will hold.”"
    assert passage.span.end <= len(text)


def test_a_caveat_stays_attached(build, english):
    text = "Nine soldiers died, the army said. The number could not be verified."
    d = build.document(text, outlet="Velmark Post", day="2025-03-11")
    build.said(d, "Nine soldiers died", "army", by="the army", caveat_words="The number could not be verified.")
    line = line_of(build, english)
    assert line.text == "Nine soldiers died, the army said. (The number could not be verified.)"


def test_a_figure_shows_what_it_was_and_who_says_otherwise(build, english):
    first = build.document("Four people were killed, the mayor said.", outlet="Post", day="2025-03-10")
    build.said(first, "Four people were killed", "mayor", by="the mayor")
    build.counted(first, "Four people", 4, "killed", series="k", source="mayor", basis="cumulative")
    other = build.document("Twenty people were killed, the rebels said.", outlet="Radio", day="2025-03-11")
    build.said(other, "Twenty people were killed", "rebels", by="the rebels")
    build.counted(other, "Twenty people", 20, "killed", series="k", source="rebels", basis="cumulative")
    now = build.document("Nine people were killed, the mayor said.", outlet="Post", day="2025-03-11", title="b")
    build.said(now, "Nine people were killed", "mayor", by="the mayor")
    figure = build.counted(now, "Nine people", 9, "killed", series="k", source="mayor", basis="cumulative")
    record = build.build()
    move = find_move(figure, record.series[0], record.documents)
    passage = next(p for p in cut_passages(record) if p.document == now)
    line = LineMaker(record, Wording(english)).make(passage, moves=[(figure, move)])
    assert line.text == (
        "Nine people were killed, the mayor said. Before: Four people (mayor, Post, 10 Mar)."
        " Otherwise: Twenty people (rebels, Radio, 11 Mar)."
    )
    assert {p.anchor.document for p in line.parts if p.anchor} == {first, other, now}


def test_a_number_on_nobodys_word_has_the_past_of_the_same_number_that_day(build, english):
    first = build.document("Nine people were killed, the army said on Monday.", outlet="Wire", day="2025-03-10")
    build.counted(first, "Nine people", 9, "killed", series="army", source="army", basis="cumulative")
    other = build.document("It was seven, the army said.", outlet="Radio", day="2025-03-11")
    build.counted(other, "seven", 7, "killed", series="army", source="army", basis="cumulative")
    now = build.document("Ardania lowered the toll of the shelling to seven.", outlet="Post", day="2025-03-11")
    build.counted(now, "toll of the shelling to seven", 7, "killed", series="nobody", basis="cumulative")
    lines = compose(build.build(), Situation(), Wording(english)).lines()
    assert any(line.text.startswith("Ardania lowered") and "Before: Nine people" in line.text for line in lines)


@pytest.mark.parametrize(
    ("fields", "others", "tied"),
    [
        ({}, ["army"], True),
        ({"place": "Tarsk"}, ["army"], True),
        ({"place": "Velmark"}, ["army"], False),
        ({"population": "nurses"}, ["army"], False),
        ({"basis": "stock"}, ["army"], False),
        ({}, ["army", "mayor"], False),
    ],
)
def test_a_number_on_nobodys_word_is_tied_to_one_series_that_nothing_speaks_against(build, fields, others, tied):
    said = {"basis": "cumulative", "place": "Tarsk", "population": "soldiers"}
    for source in others:
        text = f"In Tarsk seven soldiers were killed, the {source} said."
        id = build.document(text, outlet="Radio", day="2025-03-11")
        build.counted(id, "seven soldiers", 7, "killed", series=source, source=source, **said)
    now = build.document("The toll of the shelling rose to seven.", outlet="Post", day="2025-03-11")
    figure = build.counted(now, "seven", 7, "killed", series="nobody", **{"basis": "cumulative", **fields})
    same = [f for f in build.build().figures if number_of(f) == number_of(figure)]
    assert bool(owner_of(figure, same)) is tied


def test_copies_of_a_figure_are_not_its_past(build):
    wire = build.document("Four people were killed.", outlet="Wire", day="2025-03-10")
    build.counted(wire, "Four people", 4, "killed", series="k", basis="cumulative")
    copy = build.document("Five people were killed.", outlet="Post", day="2025-03-11", copy_of=wire)
    figure = build.counted(copy, "Five people", 5, "killed", series="k", basis="cumulative")
    record = build.build()
    assert find_move(figure, record.series[0], record.documents).before is None


@pytest.mark.parametrize(
    ("before", "source", "shown"),
    [(4, "army", True), (12, "army", True), (12, None, True), (12, "mayor", False), (0.4, "army", False)],
)
def test_a_total_grows_unless_its_own_source_takes_it_back(build, before, source, shown):
    first = build.document("So many were killed.", outlet="Wire", day="2025-03-10")
    build.counted(first, "So many", before, "killed", series="k", basis="cumulative", source=source)
    second = build.document("Nine people were killed.", outlet="Post", day="2025-03-11")
    figure = build.counted(second, "Nine people", 9, "killed", series="k", basis="cumulative", source="army")
    record = build.build()
    assert bool(find_move(figure, record.series[0], record.documents).before) is shown


def test_a_part_is_not_the_past_of_a_whole_and_has_none(build):
    first = build.document("Nine were killed, of whom four were children.", outlet="Wire", day="2025-03-10")
    part = build.counted(first, "four", 4, "killed", series="k", basis="cumulative", part_of=0)
    second = build.document("Twelve people were killed, of whom five were children.", outlet="Post", day="2025-03-11")
    whole = build.counted(second, "Twelve people", 12, "killed", series="k", basis="cumulative")
    later = build.counted(second, "five", 5, "killed", series="k", basis="cumulative", part_of=1)
    record = build.build()
    moves = [find_move(f, record.series[0], record.documents) for f in (part, whole, later)]
    assert [m.before for m in moves] == [None, None, None]


def test_an_increment_has_no_past(build):
    first = build.document("Four people were killed.", outlet="Wire", day="2025-03-10")
    build.counted(first, "Four people", 4, "killed", series="k", basis="increment")
    second = build.document("Five people were killed.", outlet="Post", day="2025-03-11")
    figure = build.counted(second, "Five people", 5, "killed", series="k", basis="increment")
    record = build.build()
    assert find_move(figure, record.series[0], record.documents).before is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [("“Yes,” he said.", True), ('"Yes', False), ("“Yes", False), ("no marks", True), ("«Да»", True), ("yes”", False)],
)
def test_marks_pair_up_or_do_not(words, expected):
    assert balanced(words) is expected
