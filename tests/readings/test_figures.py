"""Figures are the quantities that tell how the crisis stands, with bounds, measure, basis and the word they rest on."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Place, Situation, Span, Statement, Time
from sayso.readings.figures.read import read_figures
from sayso.readings.places.read import read_places
from sayso.readings.quantities.read import read_quantities
from sayso.readings.times.read import read_times


def figures_of(analysis, text, *, statements=(), places=(), situation=Situation(), parsed=True):  # noqa: B008
    read = analysis(text, published="2022-03-07", situation=situation)
    read = read if parsed else replace(read, parsed=False)
    times = read_times(read)
    return read_figures(read, read_quantities(read, times), tuple(statements), times, tuple(places))


def told(figures):
    return [(f.low, f.high, f.measure) for f in figures]


MEASURED = [
    ("Shelling killed 16 villagers in Velmark.", [(16, 16, "killed")]),
    ("At least 37 people were killed and 50 injured.", [(37, None, "killed"), (50, 50, "wounded")]),
    ("12 girls have been killed and 45 were wounded.", [(12, 12, "killed"), (45, 45, "wounded")]),
    ("14 nurses have been killed and 38 have been wounded.", [(14, 14, "killed"), (38, 38, "wounded")]),
    ("Ardania has fired 350+ rockets at the port.", [(350, None, "rockets fired")]),
    ("Gunners shot down up to 14 drones.", [(None, 14, "drones intercepted")]),
    ("About 300 people had left the town.", [(300, 300, "evacuated")]),
    ("Dozens of miners are trapped.", [(24, None, "trapped")]),
    ("Hundreds and hundreds of villagers were killed.", [(200, None, "killed")]),
    ("Thousands of villagers fled to Velmark.", [(2000, None, "refugees")]),
    ("The fighting forced almost 116,000 people to flee.", [(116000, 116000, "refugees")]),
    ("More than a million people are said to have fled.", [(1000000, None, "refugees")]),
    ("The number of people killed rose to 70.", [(70, 70, "killed")]),
    ("Ardania lost 9,000 soldiers and 60 tanks.", [(9000, 9000, "soldiers lost"), (60, 60, "tanks lost")]),
    ("A woman and two children died in the raid.", [(3, 3, "killed")]),
    ("A man, a woman and two children died in the raid.", [(4, 4, "killed")]),
    ("The bank raised its interest rate from 9.5% to 20%.", [(9.5, 9.5, "interest rate"), (20, 20, "interest rate")]),
    ("Between 50 and 60 percent of the flour is imported.", [(50, 60, "share of flour")]),
    ("Half of the wells are dry.", [(50, 50, "share of wells")]),
    ("The fire is 40 percent contained.", [(40, 40, "fire contained")]),
    ("The fatality rate rose to 9 percent.", [(9, 9, "fatality rate")]),
    ("Some 80 people fled, more than half of them by sea.", [(80, 80, "refugees"), (50, None, "refugees")]),
    ("Velmark pledged $40 million (€36 million) in military aid.", [(4e7, 4e7, "military aid")]),
    ("There were marches in 65 towns.", [(65, 65, "towns")]),
    ("A ship brought 900 tonnes of flour.", [(900, 900, "flour")]),
    ("The number of horses confirmed to be infected has risen to 47.", [(47, 47, "infected")]),
    ("At least seven people are confirmed as having died.", [(7, None, "killed")]),
    ("Some 200 other people protested outside the embassy.", [(200, 200, "protesting")]),
    ("Villages plan to host thousands of people fleeing the flood.", [(2000, None, "refugees")]),
    ("Officials put the Ardanian death count at between 1,000 and 3,500.", [(1000, 3500, "killed")]),
    ("Eight of the injured and 2 of the dead were nurses.", [(8, 8, "wounded"), (2, 2, "killed")]),
    ("At least 14 children were among the dead.", [(14, None, "killed")]),
    ("More than 50 were taken to hospital.", [(50, None, "hospitalised")]),
    ("Some 20 wounded soldiers were released.", [(20, 20, "released")]),
    ("The raid killed 900 villagers sheltering in schools.", [(900, 900, "killed")]),
    ("The flood killed 900 sheep.", [(900, 900, "sheep killed")]),
    ("The flood has struck 4,000 people.", [(4000, 4000, "affected")]),
    ("The agency secured the release of 21 captives.", [(21, 21, "released")]),
    ("Ships flew hundreds of people to safer areas.", [(200, None, "evacuated")]),
    ("Doctors counted 205 cases and 180 deaths.", [(205, 205, "cases"), (180, 180, "killed")]),
    ("A gunman shoots dead 13 people at a club.", [(13, 13, "killed")]),
    ("The agency needs $2.4 million to fight the fever.", [(2.4e6, 2.4e6, "funds needed")]),
    ("The fire killed 20 children ages 6 and 7.", [(20, 20, "killed")]),
    ("Ardania launched 25 airstrikes.", [(25, 25, "airstrikes")]),
    ("Ardania has 900 soldiers in the valley.", [(900, 900, "troops")]),
    ("Some 870 villagers who fled the flood have returned.", [(870, 870, "returned")]),
    ("Guards arrested 40 miners who were protesting in Velmark.", [(40, 40, "arrested")]),
    ("Some 40 people were killed and 12 others wounded.", [(40, 40, "killed"), (12, 12, "wounded")]),
    ("Some 925 miners have been killed and another 1,496 wounded.", [(925, 925, "killed"), (1496, 1496, "wounded")]),
    ("The blast left 40 people dead, with 12 injured.", [(40, 40, "killed"), (12, 12, "wounded")]),
    ("They evacuated 30 children and 12 wounded soldiers.", [(30, 30, "evacuated"), (12, 12, "evacuated")]),
]


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_a_figure_has_bounds_and_a_measure(analysis, text, expected):
    assert told(figures_of(analysis, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two sides met for three hours.",
        "Mara Venn, 25, has three kids at home.",
        "The column is 60 kilometres long.",
        "It is one of the largest ports in Ardania.",
        "A wounded man said 300 chairs were ordered.",
        "Two soldiers killed a man.",
        "The council has 15 member states.",
        "She waited in room 12 until 6 p.m.",
        "They carried a 500-ton frame.",
        "A mother-of-three died in the fire.",
        "The fire killed children aged 6 and 7.",
        "One of the victims was a teacher.",
        "Photo 3/19 shows the flooded village.",
        "All games in the two states have been cancelled.",
        "One man had his arm trapped.",
        "The deal would be a 50 percent premium.",
        "The moon looked 7 percent bigger.",
        "",
    ],
)
def test_ages_lengths_and_idle_counts_are_no_figures(analysis, text):
    assert figures_of(analysis, text) == ()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Overnight 40 people were killed.", "increment"),
        ("So far 40 people have been killed.", "cumulative"),
        ("Velmark planned to evacuate more than 2,000 people.", "plan"),
        ("Some 4,000 students are stranded.", "stock"),
        ("The refugees could swell to 9,000.", "plan"),
        ("Half of the wells are dry.", "rate"),
        ("The death toll climbed to 31, the agency said on Sunday.", "cumulative"),
        ("On Sunday the agency lowered the toll to 47.", "cumulative"),
        ("The number of people killed rose to 58 on Sunday.", "cumulative"),
        ("The quake killed at least 31 people so far.", "cumulative"),
        ("More than 40,000 people have been displaced, the agency said on Sunday.", "cumulative"),
        ("The mayor said on Sunday that 40 people had died.", "cumulative"),
        ("In addition, 18 tanks and seven launchers have been destroyed.", "cumulative cumulative"),
        ("Seven villagers are known to have been killed.", "cumulative"),
        ("Shelling on Sunday killed 16 villagers.", "increment"),
        ("When a shell hit a bus, five people were killed.", "increment"),
        ("The army has destroyed 40 tanks over the past 24 hours.", "increment"),
        ("Ardania is believed to have 24 tanks.", "stock"),
        ("Velmark agreed to evacuate 60 people.", "plan"),
        ("Ardania threatened to fire 12 missiles.", "plan"),
        ("At least 259 people are dead.", "cumulative"),
        ("The valley now has 752 infected persons.", "cumulative"),
        ("The fire killed 9 people, the worst toll since 1990.", "increment"),
        ("It is the first fire since 1959, when 12 people died.", "increment"),
        ("In recent weeks 40 people have died.", "increment"),
        ("Police arrested 300 marchers.", "increment"),
        ("Some 300 marchers have been arrested across Ardania.", "cumulative"),
        ("Some 300 marchers have been arrested in the capital on Sunday.", "increment"),
        ("Some 300 marchers have been arrested so far today.", "increment"),
        ("Some 300 marchers have been arrested, the agency said on Sunday.", "cumulative"),
        ("Some 300 marchers have been arrested after the attack on Friday.", "cumulative"),
        ("The agency has recorded 40 deaths from the start of the flood to midnight on Sunday.", "cumulative"),
        ("Almost 900 villagers have fled, more than 40 of them in the past 24 hours.", "cumulative"),
        ("The union said that on Sunday six miners were killed.", "increment"),
        ("Some 40 people have been killed, with another 12 wounded.", "cumulative cumulative"),
        ("On Sunday 40 people were killed and 12 wounded.", "increment increment"),
        ("A missile has wounded 12 people.", "increment"),
        ("Missiles have wounded 12 people.", "cumulative"),
        ("So far 12 people have been wounded in the blast.", "cumulative"),
        ("In 2015 the war displaced 40,000 villagers.", "increment"),
        ("At least 40 villagers have been killed, including 3 boys.", "cumulative cumulative"),
    ],
)
def test_a_figure_tells_its_basis(analysis, text, basis):
    assert [f.basis for f in figures_of(analysis, text)] == basis.split()


def test_the_day_on_which_somebody_spoke_is_no_day_of_the_figure(analysis):
    text = "40,000 villagers were displaced, the agency told the council on Sunday."
    said = Statement(Span(0, 31), speaker="the agency")
    assert figures_of(analysis, text, statements=[said])[0].basis == "cumulative"
    assert figures_of(analysis, "On Sunday 40,000 villagers were displaced.")[0].basis == "increment"


@pytest.mark.parametrize(
    ("text", "since", "as_of"),
    [
        ("On Sunday 40 people were killed.", None, "2022-03-06"),
        ("Last weekend police arrested 5,000 marchers.", "2022-03-05", "2022-03-06"),
        ("Over 2,300 marchers have been arrested in the past two days.", "2022-03-05", "2022-03-07"),
        ("In 2015 the war displaced 40,000 villagers.", "2015-01-01", "2015-12-31"),
        ("More than 900 villagers have fled in the past eleven days.", "2022-02-24", "2022-03-07"),
        ("The raids that began on Friday have killed 40 people.", None, "2022-03-07"),
        ("Some 40 soldiers have died, unlike the 9 whom the ministry counted on March 2.", None, "2022-03-07"),
        ("When a shell hit a bus on Saturday, five people were killed.", None, "2022-03-05"),
        ("Some 40 people were arrested at marches held across Ardania on Saturday.", None, "2022-03-05"),
        ("Between March 1 and March 4 shelling killed 40 villagers.", "2022-03-01", "2022-03-04"),
        ("On March 9 shelling killed 40 villagers.", None, "2022-03-09"),
        ("4 March 2022 - 20:10 GMT Shelling has killed 40 villagers.", None, "2022-03-04"),
        ("4 March 2022 - 20:10 GMT The town is calm. At least 40 villagers have been killed.", None, "2022-03-04"),
    ],
)
def test_a_figure_has_the_days_that_are_its_own(analysis, text, since, as_of):
    figure = figures_of(analysis, text, situation=Situation(day_zero="2022-02-24"))[0]
    assert (figure.since, figure.as_of) == (since, as_of)


def test_a_sum_is_of_the_day_on_which_it_was_told(analysis):
    text = "On March 1 Velmark said it had killed 570 soldiers since the invasion."
    said = Statement(Span(text.index("it had"), len(text) - 1), speaker="Velmark")
    (figure,) = figures_of(analysis, text, statements=[said], situation=Situation(day_zero="2022-02-24"))
    assert (figure.basis, figure.since, figure.as_of) == ("cumulative", "2022-02-24", "2022-03-01")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("More than 4,000 villagers have fled Ardania.", "Ardania"),
        ("Some 400 villagers from Ardania have arrived in Velmark.", "Velmark"),
        ("Some 400 villagers crossed the border into Velmark from Ardania.", "Velmark"),
        ("Velmark has taken in 400 refugees from Ardania.", "Velmark"),
        ("More than 4,000 people have fled the war in Ardania.", "Ardania"),
        ("More than 4,000 people have fled Ardania, most of them to Velmark.", "Ardania"),
        ("More than 4,000 people have fled Ardania to Velmark, Ostrel and Sorvik.", "Ardania"),
        ("Some 300 villagers have returned to Ardania from Velmark.", "Ardania"),
        ("The number of refugees in Velmark has reached 500.", "Velmark"),
        ("More than 4,000 people have fled Ardania's army.", None),
    ],
)
def test_people_who_moved_are_counted_where_they_came_else_where_they_left(analysis, text, place):
    names = ("Ardania", "Velmark", "Ostrel", "Sorvik")
    places = [Place(Span(text.index(n), text.index(n) + len(n)), n) for n in names if n in text]
    assert figures_of(analysis, text, places=places)[0].place == place


def test_those_who_left_a_country_are_no_longer_in_it(analysis):
    text = "Some 900 villagers have left Ardania."
    for kind, measure in (("country", "refugees"), ("city", "evacuated")):
        places = [Place(Span(29, 36), "Ardania", kind=kind)]
        assert [f.measure for f in figures_of(analysis, text, places=places)] == [measure]


def test_a_population_tells_more_than_that_somebody_was_counted(analysis):
    assert [f.population for f in figures_of(analysis, "Shelling killed 16 people.")] == [None]
    assert [f.population for f in figures_of(analysis, "Shelling killed 16 young people.")] == ["young people"]
    assert [f.population for f in figures_of(analysis, "Some 16 new cases were found.")] == [None]
    text = "Some 900 villagers have fled, of whom about 300 are small children."
    assert [f.population for f in figures_of(analysis, text)][1:] == ["small children"]
    text = "Some 900 villagers have fled, of whom 300 were still on the road."
    assert [f.population for f in figures_of(analysis, text)][1:] == [None]
    assert [f.population for f in figures_of(analysis, "Some 16 wounded Ardanian miners were taken home.")] == [
        "Ardanian miners"
    ]


def test_a_sum_since_the_start_runs_from_day_zero(analysis):
    text = "Since the invasion began, 40 people have been killed."
    (figure,) = figures_of(analysis, text, situation=Situation(day_zero="2022-02-24"))
    assert (figure.since, figure.basis) == ("2022-02-24", "cumulative")
    assert figures_of(analysis, text)[0].since is None


def test_a_part_knows_its_total(analysis):
    whole, part = figures_of(analysis, "Shelling killed 9 people, including 2 children.")
    assert (whole.part_of, part.part_of, part.low, part.measure) == (None, 0, 2, "killed")
    whole, part = figures_of(analysis, "Shelling killed 9 people, two of them children.")
    assert (whole.part_of, part.part_of) == (None, 0)
    part, whole = figures_of(analysis, "Of late, 11 of the 63 dead were found.")
    assert (whole.part_of, part.part_of) == (None, 1)
    said = "Shelling killed 9 people, including a clerk. In Velmark 2 miners died."
    assert [f.part_of for f in figures_of(analysis, said)] == [None, None]
    five, twelve = figures_of(analysis, "Shelling killed 5 people and wounded 12.")
    assert (five.part_of, twelve.part_of) == (None, None)


def test_a_figure_stands_in_the_innermost_statement_that_covers_it(analysis):
    text = "The mayor said the minister counted 40 dead villagers."
    outer = Statement(Span(15, len(text) - 1), speaker="the mayor")
    inner = Statement(Span(36, len(text) - 1), speaker="the minister", via=("the mayor",), caveat="not verified")
    (figure,) = figures_of(analysis, text, statements=[outer, inner])
    assert (figure.statement, figure.source, figure.via, figure.unverified) == (1, "the minister", ("the mayor",), True)
    (alone,) = figures_of(analysis, text)
    assert (alone.statement, alone.source, alone.unverified) == (None, None, False)


def test_more_behind_a_number_leads_to_what_happened_to_them(analysis):
    figures = figures_of(analysis, "Some 40 villagers were killed and hundreds more wounded.")
    assert [(f.low, f.measure) for f in figures] == [(40, "killed"), (200, "wounded")]


def test_the_only_place_of_the_sentence_is_the_figures_place(analysis):
    text = "Shelling killed 16 villagers in Sorvik."
    assert figures_of(analysis, text, places=[Place(Span(32, 38), "Sorvik")])[0].place == "Sorvik"
    text = "In Ostrel and Vind, shelling killed 16 villagers."
    two = [Place(Span(3, 9), "Ostrel"), Place(Span(14, 18), "Vind")]
    assert figures_of(analysis, text, places=two)[0].place is None


def test_who_fired_is_not_where_it_fell_and_whose_people_is_not_where_they_died(analysis):
    text = "Ardania fired 40 rockets."
    assert figures_of(analysis, text, places=[Place(Span(0, 7), "Ardania")])[0].place is None
    text = "The crash killed 10 Ardania citizens."
    assert figures_of(analysis, text, places=[Place(Span(20, 27), "Ardania")])[0].place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Oslo says 40 soldiers were killed.", None),
        ("Some 40 villagers were killed in the attacks, Oslo said.", None),
        ("Oslo's forces have lost 40 soldiers.", None),
        ("Oslo saw 40 explosions.", "Oslo"),
        ("Oslo is home to 40,000 villagers.", "Oslo"),
        ("Some 40 villagers gathered as the capital Oslo fell.", "Oslo"),
        ("Some 40 villagers were killed in Oslo.", "Oslo"),
        ("Shelling of Oslo's shops killed 40 villagers.", "Oslo"),
        ("Oslo was hit by 40 rockets.", "Oslo"),
    ],
)
def test_a_capital_that_stands_for_its_state_is_no_place(analysis, text, place):
    read = analysis(text)
    (figure,) = figures_of(analysis, text, places=read_places(read))
    assert figure.place == place


def test_a_figure_keeps_its_words_of_doubt_and_of_whom(analysis):
    text = "About 300 Ardanian miners were killed."
    (figure,) = figures_of(analysis, text)
    assert (figure.approx, figure.population, figure.span.words(text)) == ("About", "Ardanian miners", text[:-1])


def test_without_arcs_the_nearest_outcome_of_the_clause_counts(analysis):
    assert told(figures_of(analysis, "Shelling killed 16 villagers, the mayor said.", parsed=False)) == [
        (16, 16, "killed")
    ]


PIECES = (
    "12 |children |killed |, including |half of |them |$5m |in aid |since |dozens |a woman and |. |fled |📦 |up to "
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=14))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_and_spans_are_distinct_and_lie_in_it(analysis, pieces):
    text = "".join(pieces)
    read = analysis(text)
    figures = read_figures(read, read_quantities(read, ()), (), (Time(Span(0, 1), "DATE", "2022"),), ())
    assert len({f.span for f in figures}) == len(figures)
    for figure in figures:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.part_of is None or figure.part_of < len(figures)
