"""Events: what happened, to whom, where and when, and how surely; and what is no event."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.languages.ontology import load_ontology
from sayso.model import Actor, Event, Figure, Place, Span, Statement, Time
from sayso.readings.analysis import Analysis
from sayso.readings.events.read import read_events
from sayso.readings.places.read import read_places


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def events_in(analysis, text: str, **given: tuple) -> tuple[Event, ...]:
    kinds = ("statements", "figures", "times", "places", "actors")
    return read_events(analysis(text, published="2022-03-07"), *(given.get(k, ()) for k in kinds))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A magnitude-7 earthquake struck Ardania on Sunday.", "natural disaster"),
        ("Floodwaters submerged the harbour.", "natural disaster"),
        ("Two passenger trains collided.", "accident"),
        ("Cholera has spread in Ardania.", "outbreak"),
        ("The flood left 300 families homeless.", "casualties"),
        ("Six farmers are missing.", "missing"),
        ("The army ousted the president of Ardania.", "coup"),
        ("The mayor of Oster won the election.", "election"),
        ("Protesters hurled stones at the guards.", "riot"),
        ("Police fired tear gas.", "crackdown"),
        ("Ardanian miners went on strike.", "labour strike"),
        ("Divers searched for the boy.", "rescue"),
        ("A court sentenced the editor.", "court"),
        ("Ardania defaulted on its bonds.", "debt"),
        ("Police foiled a plot.", "foiled attack"),
        ("A bomb went off in the harbour.", "explosion"),
        ("Rescuers recovered two bodies.", "casualties"),
        ("Halvorsen travelled to Oster.", "arrival"),
        ("Ardania summoned the ambassador.", "expulsion"),
        ("Crews extinguished the blaze.", "rescue"),
        ("Ardania reopened its stores.", "business exit"),
        ("Gunmen abduct two pupils.", "abduction"),
        ("Farmers culled the infected poultry.", "outbreak"),
    ],
)
def test_the_vocabulary_is_that_of_any_crisis(analysis, text, kind):
    assert [e.type for e in events_in(analysis, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind", "clause"),
    [
        ("Velmark shelled the harbour overnight.", "shelling", "Velmark shelled the harbour overnight"),
        ("The ministry said that Velmark shelled the harbour.", "shelling", "Velmark shelled the harbour"),
        ("Velmark shelled the harbour, the ministry said.", "shelling", "Velmark shelled the harbour"),
        ("Velmark continued its bombardment of Oster.", "shelling", "Velmark continued its bombardment of Oster"),
        ("Three farmers died in a Velmark attack.", "killing", "Three farmers died in a Velmark attack"),
        ("The bank raised interest rates and laid off no one.", "monetary policy", "The bank raised interest rates"),
        ("Ardania is planning to deploy two brigades.", "deployment", "Ardania is planning to deploy two brigades"),
    ],
)
def test_an_event_is_told_by_its_clause(analysis, text, kind, clause):
    (event,) = events_in(analysis, text)
    assert (event.type, event.span.words(text)) == (kind, clause)


@pytest.mark.parametrize(
    ("text", "status", "negated"),
    [
        ("Velmark bombed the harbour.", "reported", False),
        ("Velmark will bomb the harbour.", "planned", False),
        ("Velmark plans to bomb the harbour.", "planned", False),
        ("Velmark could bomb the harbour.", "forecast", False),
        ("Velmark is expected to bomb the harbour.", "forecast", False),
        ("If Velmark bombs the harbour, the fleet will leave.", "forecast", False),
        ("The bank expects the economy to shrink by 2% this year.", "forecast", False),
        ("The bank said it expected the economy to shrink by 2% this year.", "forecast", False),
        ("Velmark did not bomb the harbour.", "denied", True),
        ("Velmark denied bombing the harbour.", "denied", False),
        ("Velmark failed to capture the town.", "reported", True),
        ("There is no evidence that Velmark shelled the harbour.", "denied", True),
    ],
)
def test_the_words_around_a_trigger_decide_its_status(analysis, text, status, negated):
    (event,) = events_in(analysis, text)
    assert (event.status, event.negated) == (status, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Ardania urged Velmark to withdraw its troops.",
        "Did Velmark bomb the harbour?",
        "It is a crime to bomb a harbour.",
        "Ardania would have bombed the harbour.",
        "Velmark could have bombed the harbour.",
        "The storm in the Velmark cabinet was a fire drill.",
        "The coach fired back at his critics.",
        "War films are popular in spring.",
        "The match took place in the town.",
        "The trial damaged the reputation of the judge.",
        "The miners beat the bakers in the final.",
        "The driver lost control of his car.",
        "The flight took off in 2018.",
        "Trade in Ardania is older than the war.",
        "",
        "!",
        "🙂🙂",
    ],
)
def test_what_only_looks_like_an_event_gives_none(analysis, text):
    assert events_in(analysis, text) == ()


def test_a_source_makes_a_claim_of_an_event_and_its_denial_a_denied_one(analysis):
    text = "Velmark shelled the harbour, the mayor said."
    content = at(text, "Velmark shelled the harbour")
    (claimed,) = events_in(analysis, text, statements=(Statement(content, "mayor"),))
    (denied,) = events_in(analysis, text, statements=(Statement(content, "mayor", act="deny"),))
    assert (claimed.status, claimed.statement) == ("claimed", 0)
    assert denied.status == "denied"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The sea was calm when the ferry capsized.", ["accident"]),
        ("Trains stopped after a bomb exploded in the tunnel.", ["explosion"]),
        ("The sea is calm since rebels seized the port.", []),
        ("He has slept badly since he was kidnapped.", []),
        ("The mayor smiles when the band protests.", []),
        ("Investigators have evidence that guards tortured the miners.", ["mistreatment"]),
        ("There are fears that guards will torture the miners.", []),
        ("The bomb that killed two miners destroyed a bridge.", ["destruction"]),
        ("A judge knew the miners. Two of them were shot.", ["shooting"]),
        ("Two miners were killed and 40 wounded.", ["killing"]),
    ],
)
def test_a_clause_that_hangs_on_another_tells_an_event_where_it_adds_one(analysis, text, kinds):
    assert [event.type for event in events_in(analysis, text)] == kinds


@pytest.mark.parametrize(("text", "kinds"), [
    ("Rebels captured Oster.", ["takeover"]),
    ("Rebels took Oster by storm at dawn.", ["takeover"]),
    ("The conference took place in Oster.", []),
    ("Rebels took the captain to Oster.", []),
])  # fmt: skip
def test_a_town_is_taken_by_its_name(analysis, text, kinds):
    events = events_in(analysis, text, places=(Place(at(text, "Oster"), "Oster", "city"),))
    assert [event.type for event in events] == kinds


def test_a_relative_clause_and_the_clause_around_it_tell_two_happenings(analysis):
    text = "The miners who were kidnapped in Oster were freed."
    events = events_in(analysis, text, places=(Place(at(text, "Oster"), "Oster", "city"),))
    assert [event.type for event in events] == ["release", "abduction"]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The Ardanian army shelled the harbour.", ("Ardanian army",), ("harbour",)),
        ("The harbour was shelled by the Ardanian army.", ("Ardanian army",), ("harbour",)),
        ("Three Ardanian farmers died.", (), ("Ardanian farmers",)),
        ("Ardania and Velmark held talks.", ("Ardania", "Velmark"), ()),
        ("They shelled the harbour.", (), ("harbour",)),
    ],
)
def test_who_acts_and_who_is_acted_upon_follow_the_arcs(analysis, text, actor, target):
    (event,) = events_in(analysis, text)
    assert (event.actor, event.target) == (actor, target)


def test_an_actor_goes_by_the_name_that_was_read(analysis):
    text = "They shelled the harbour."
    (event,) = events_in(analysis, text, actors=(Actor("Velmark", "state", (at(text, "They"),)),))
    assert event.actor == ("Velmark",)


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("Velmark shelled Oster in Ardania.", {"Velmark": "country", "Oster": "city", "Ardania": "country"}, "Oster"),
        ("Velmark shelled a farm.", {"Velmark": "country"}, None),
        ("In Oster, Velmark shelled a farm.", {"Velmark": "country", "Oster": "city"}, "Oster"),
        ("People fled Oster, and Velmark shelled the city.", {"Oster": "city", "Velmark": "country"}, "Oster"),
        ("OSTER, March 7 (AFP) – Velmark shelled a farm.", {"OSTER": "city", "Velmark": "country"}, None),
        ("Ardania sanctioned the bank over the war in Oster.", {"Oster": "city"}, None),
    ],
)  # fmt: skip
def test_the_place_is_where_it_happened_and_not_who_did_it(analysis, text, places, expected):
    read = tuple(Place(at(text, words), words, kind) for words, kind in places.items())
    assert events_in(analysis, text, places=read)[-1].place == expected


@pytest.mark.parametrize(
    "text",
    [
        "In Bergen, near Oslo, a barn burned and three farmers were killed when shells fell.",
        "In Bergen, near the port city of Oslo, three farmers were killed when a barn was shelled.",
    ],
)
def test_what_only_lies_near_is_not_where_it_happened(analysis, text):
    assert {e.place for e in events_in(analysis, text, places=read_places(analysis(text)))} == {"Bergen"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor accused Norway of attacking farmers. Two men were detained.", None),
        ("Velmark attacked farmers to help Norway. Two men were detained.", None),
        ("Farmers were attacked in Norway. Two men were detained.", "Norway"),
    ],
)
def test_a_state_that_is_faced_tells_not_where(analysis, text, expected):
    assert events_in(analysis, text, places=read_places(analysis(text)))[-1].place == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helsinki said that it was late. Soldiers advanced on the capital, Oslo.", "Oslo"),
        ("Talks in Oslo ended. Helsinki said so. Shells fell on the capital.", "Oslo"),
        ("Talks in Helsinki ended. Shells fell on the city of Bergen.", "Bergen"),
    ],
)
def test_the_capital_is_the_one_named_with_it_else_the_last_told_of_as_a_place(analysis, text, expected):
    assert events_in(analysis, text, places=read_places(analysis(text)))[-1].place == expected


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("Families fled from Oster to Nadvir.", {"Oster": "city", "Nadvir": "city"}, "Oster"),
        ("The army moved into Oster from Nadvir.", {"Oster": "city", "Nadvir": "city"}, "Oster"),
        ("The minister arrived in Oster from Nadvir.", {"Oster": "city", "Nadvir": "city"}, "Oster"),
        ("Velmark killed two farmers during the invasion of Nadvir.", {"Nadvir": "city"}, "Nadvir"),
        ("Velmark detained a man in Oster district, Nadvir province, on Sunday.", {"Nadvir": "region"}, "Nadvir"),
        ("In Oster district, Nadvir province, a patrol detained a man.", {"Nadvir": "region"}, "Nadvir"),
        ("The farmers fled, including some with kin in Velmark.", {"Velmark": "country"}, "Velmark"),
        ("The Ukrainian central bank raised interest rates.", {}, "Ukraine"),
        ("Missiles hit Ukrainian cities and killed 12 people.", {}, "Ukraine"),
        ("Ukrainian soldiers were killed.", {}, None),
    ],
)
def test_the_end_of_a_movement_and_whose_home_it_is_tell_where(analysis, text, places, expected):
    read = tuple(Place(at(text, words), words, kind) for words, kind in places.items())
    assert events_in(analysis, text, places=read)[0].place == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A patrol searched a farm in Oster. It detained two men.", "Oster"),
        ("Shells fell on Nadvir. Soldiers attacked a farm in Oster. Two men were detained.", "Oster"),
        ("A patrol searched a farm in Oster.\n\nPolice detained two men.", None),
        ("Soldiers attacked a farm in Oster. Crowds met in Nadvir. Two men were detained.", None),
        ("Soldiers attacked a farm in Oster. Police will detain two men.", None),
    ],
)
def test_what_is_told_right_before_lends_its_place(analysis, text, expected):
    places = tuple(Place(at(text, name), name, "city") for name in ("Oster", "Nadvir") if name in text)
    event = [e for e in events_in(analysis, text, places=places) if e.type == "arrest"][-1]
    assert event.place == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A patrol attacked a farm on Sunday. It detained two men.", "2022-03-06"),
        ("A patrol walked the hills on Sunday. It detained two men.", "2022-03-06"),
        ("A patrol attacked a farm on Sunday. It had detained two men.", None),
        ("A patrol attacked a farm on Sunday.\n\nPolice detained two men.", None),
        ("A bridge that fell on Sunday was old. Police detained two men.", None),
        ("Since Sunday it rained. Police detained two men.", None),
    ],
)
def test_what_is_told_right_before_lends_its_day_to_a_simple_past(analysis, text, expected):
    event = [e for e in events_in(analysis, text, times=(sunday(text),)) if e.type == "arrest"][-1]
    assert event.date == expected


def test_neither_a_year_nor_what_a_source_says_lends_a_day(analysis):
    text = "Oster fell in 2014. Police detained two men."
    time = Time(at(text, "2014"), "DATE", "2014", "2014-01-01", "2014-12-31")
    assert [e.date for e in events_in(analysis, text, times=(time,)) if e.type == "arrest"] == [None]
    text = "The mayor spoke on Sunday of a fire. Police detained two men."
    said = Statement(at(text, "a fire"), "mayor", cue_span=at(text, "spoke"))
    (arrest,) = [e for e in events_in(analysis, text, times=(sunday(text),), statements=(said,)) if e.type == "arrest"]
    assert arrest.date is None


def sunday(text: str) -> Time:
    return Time(at(text, "Sunday"), "DATE", "2022-03-06", "2022-03-06", "2022-03-06")


@pytest.mark.parametrize(
    ("text", "kind", "dated"),
    [
        ("On Sunday, a storm hit Oster and two men were arrested.", "arrest", True),
        ("Police detained two men on Sunday and will release them.", "release", False),
        ("Velmark shelled a farm on Sunday, killing two men.", "killing", True),
        ("A storm hit Oster on Sunday while police detained two men.", "arrest", True),
        ("Police detained two men after Velmark shelled a farm on Sunday.", "arrest", False),
        ("Police detained two men after a strike on Sunday.", "arrest", False),
        ("Police detained two men in a raid on Sunday.", "arrest", True),
        ("Police detained two men born on Sunday.", "arrest", False),
        ("Police killed two men engaged in threatening activity near the harbour Sunday.", "killing", True),
        ("Ardania launched a plan on Sunday to evacuate the town.", "evacuation", True),
        ("Ardania protested on Sunday because Velmark shelled Oster.", "shelling", False),
        ("Two men were killed and at least 40 injured in a raid on Sunday.", "killing", True),
        ("The mayor spoke of the raid that hit a school in Oster on Sunday.", "attack", True),
        ("The envoy met the king on Sunday ahead of the talks.", "meeting", True),
        ("Velmark shelled a farm before dawn on Sunday.", "shelling", True),
        ("Velmark shelled a farm before the talks on Sunday.", "shelling", False),
    ],
)
def test_a_day_counts_where_the_words_lead_from_it_to_the_event(analysis, text, kind, dated):
    events = [e for e in events_in(analysis, text, times=(sunday(text),)) if e.type == kind]
    assert [e.date for e in events] == (["2022-03-06"] if dated else [None]) * len(events)
    assert events


@pytest.mark.parametrize(
    ("text", "said", "speaker", "dated"),
    [
        ("The mayor said on Sunday that two men were arrested.", "two men were arrested", "mayor", True),
        ("The mayor said on Sunday that police had arrested a man.", "police had arrested a man", "mayor", True),
        ("The mayor said on Sunday that police had killed 40 men.", "police had killed 40 men", "mayor", False),
        ("The mayor said on Sunday that 40 men have been killed.", "40 men have been killed", "mayor", False),
        ("The mayor said on Sunday that Velmark will shell Oster.", "Velmark will shell Oster", "mayor", False),
        (
            "Ardania said on Sunday that Ardania has closed the border.",
            "Ardania has closed the border",
            "Ardania",
            True,
        ),
        ("The mayor said on Sunday that he has closed the border.", "he has closed the border", "mayor", True),
        ("The mayor says on Sunday that two men were arrested.", "two men were arrested", "mayor", False),
        ("The mayor, who fled on Sunday, said that two men died.", "two men died", "mayor", False),
    ],
)
def test_the_day_of_telling_is_that_of_news_and_of_what_the_speaker_decided(analysis, text, said, speaker, dated):
    cue = next(w for w in ("said", "says") if f" {w} " in text)
    actors = (Actor("Ardania", "state", (at(text, said[: len("Ardania")]),)),) if speaker == "Ardania" else ()
    statement = Statement(at(text, said), speaker, cue_span=at(text, cue), said_on="2022-03-06")
    events = events_in(analysis, text, times=(sunday(text),), statements=(statement,), actors=actors)
    assert [e.date for e in events if e.statement == 0] in ([["2022-03-06"]] if dated else [[None], []])


def test_two_tolls_are_no_retelling_of_each_other(analysis):
    text = "Shelling killed 12 farmers in the northern province. Shelling killed 30 farmers in the southern province."
    assert [e.type for e in events_in(analysis, text)].count("killing") == 2


def test_a_place_that_the_words_put_elsewhere_is_no_place(analysis):
    text = "A patrol detained two men in Bak district, Oster province."
    places = (Place(at(text, "Bak"), "Bak", country="XB", admin1="Zal"), Place(at(text, "Oster"), "Oster", "region"))
    (event,) = events_in(analysis, text, places=places)
    assert event.place == "Oster"


@pytest.mark.parametrize(
    ("text", "times", "date", "end"),
    [
        ("Velmark shelled a farm on Sunday.", {"Sunday": ("2022-03-06", "2022-03-06")}, "2022-03-06", None),
        ("On Sunday, Velmark shelled a farm.", {"Sunday": ("2022-03-06", "2022-03-06")}, "2022-03-06", None),
        ("Velmark shelled a farm before Sunday.", {"Sunday": ("2022-03-06", "2022-03-06")}, None, None),
        ("Velmark shelled a farm.", {}, None, None),
        ("Velmark shelled a farm last week.", {"last week": ("2022-02-28", "2022-03-06")}, "2022-02-28", "2022-03-06"),
        (
            "OSTER, Ardania (March 7) – Velmark shelled a farm on Sunday.",
            {"March 7": ("2022-03-07", "2022-03-07"), "Sunday": ("2022-03-06", "2022-03-06")},
            "2022-03-06",
            None,
        ),
    ],
)
def test_the_day_is_that_of_the_clause_and_never_the_documents(analysis, text, times, date, end):
    read = tuple(Time(at(text, words), "DATE", begin, begin, last) for words, (begin, last) in times.items())
    (event,) = events_in(analysis, text, times=read)
    assert (event.date, event.end) == (date, end)


def test_a_month_stays_a_month(analysis):
    text = "Velmark invaded Ardania in February."
    time = Time(at(text, "February"), "DATE", "2022-02", "2022-02-01", "2022-02-28")
    (event,) = events_in(analysis, text, times=(time,))
    assert (event.date, event.end) == ("2022-02", None)


def test_what_happened_has_no_day_to_come(analysis):
    text = "Velmark shelled Oster ahead of the vote on Sunday."
    time = Time(at(text, "Sunday"), "DATE", "2022-03-13", "2022-03-13", "2022-03-13")
    (event,) = [e for e in events_in(analysis, text, times=(time,)) if e.type == "shelling"]
    assert event.date is None


def test_a_toll_without_a_place_has_none(analysis):
    text = "Crowds met in Oster. Trains stopped in Nadvir. Buses burned in Ardania. Two farmers were killed."
    places = tuple(
        Place(at(text, name), name, kind, country="XA")
        for name, kind in [("Oster", "city"), ("Nadvir", "city"), ("Ardania", "country")]
    )
    killed = events_in(analysis, text, places=places)[-1]
    assert (killed.type, killed.place) == ("killing", None)


def test_the_figures_of_an_event_stand_in_its_clause(analysis):
    text = "Velmark killed 12 farmers in Oster, while 300 fled."
    figures = tuple(
        Figure(at(text, words), at(text, words[:2]), 1, 1, measure)
        for words, measure in [("12 farmers", "killed"), ("300 fled", "refugees")]
    )
    events = events_in(analysis, text, figures=figures)
    assert events[0].figures == (0,)


def test_one_happening_is_one_event(analysis):
    text = "Velmark seizes Oster plant\n\nVelmark seized the Oster power plant on Sunday. The seizure shocked many."
    time = Time(at(text, "Sunday"), "DATE", "2022-03-06", "2022-03-06", "2022-03-06")
    events = events_in(analysis, text, times=(time,))
    assert [(e.type, e.date) for e in events] == [("takeover", "2022-03-06")]


def test_killed_and_wounded_under_one_and_are_one_event(analysis):
    text = "Velmark shells killed two farmers and wounded a teacher in Oster."
    (event,) = events_in(analysis, text)
    assert event.span.words(text) == text[:-1]


def test_without_arcs_a_clause_needs_a_place_or_a_day(analysis):
    text = "Velmark shelled Oster, a spokesman noted. Somebody shelled something."
    plain = analysis(text)
    plain = Analysis(
        plain.document, plain.situation, plain.language, plain.day, plain.tokens, plain.sentences,
        plain.sentence_tokens, False,
    )  # fmt: skip
    place = Place(at(text, "Oster"), "Oster")
    (event,) = read_events(plain, (), (), (), (place,), ())
    assert (event.type, event.span.words(text), event.place) == ("shelling", "Velmark shelled Oster", "Oster")


def test_furniture_tells_no_event(analysis, document):
    text = "Velmark shelled the harbour."
    made = analysis(text)
    marked = Analysis(
        made.document, made.situation, made.language, made.day, made.tokens, made.sentences,
        made.sentence_tokens, True, (Span(0, len(text)),),
    )  # fmt: skip
    assert read_events(marked, (), (), (), (), ()) == ()


WORDS = st.sampled_from(
    [
        "Velmark",
        "troops",
        "shelled",
        "killed",
        "the",
        "of",
        "to",
        "not",
        "will",
        "if",
        "who",
        "and",
        ",",
        ".",
        "(",
        ")",
        "–",
        "“",
        "?",
        "attack",
        "on",
        "talks",
        "in",
        "🙂",
        "a",
        "said",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_events_within_it_each_with_a_span_of_its_own(analysis, text):
    events = events_in(analysis, text)
    for event in events:
        assert 0 <= event.span.start < event.span.end <= len(text)
        assert event.span.covers(event.trigger)
        assert event.type in load_ontology().names()
    assert len({e.span for e in events}) == len(events)


@pytest.mark.parametrize(
    "text",
    [
        "During the attack on Oster, two officers began to laugh.",
        "The prices have increased since the invasion of Ardania.",
        "Ardania released the names of the prisoners.",
        "Halvorsen asked that Ardania close its airspace or send warships.",
    ],
)
def test_what_is_only_dated_depicted_or_asked_for_is_no_event(analysis, text):
    assert events_in(analysis, text) == ()
