"""Who said what: tables of a text and the statements that it holds, as (speaker, content)."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Span
from sayso.readings.actors import read_actors
from sayso.readings.places.read import read_places
from sayso.readings.statements.read import read_statements
from sayso.readings.times.read import read_times


@pytest.fixture
def statements(analysis):
    def find(text: str, **fields: object):
        document = analysis(text, **fields)
        return read_statements(document, read_actors(document, ()), read_times(document))

    return find


def said(found, text):
    return [(s.speaker, s.content.words(text)) for s in found]


DIRECT = [
    ("“The road is open,” Anna Brandt said.", [("Anna Brandt", "The road is open,")]),
    ('"The road is open," said Anna Brandt.', [("Anna Brandt", "The road is open,")]),
    ("''The road is open,'' Anna Brandt said.", [("Anna Brandt", "The road is open,")]),
    ("Anna Brandt said: “The road is open.”", [("Anna Brandt", "The road is open.")]),
    (
        "“The road is open,” Anna Brandt said. “The bridge is not.”",
        [("Anna Brandt", "The road is open,"), ("Anna Brandt", "The bridge is not.")],
    ),
    (
        "“The road is open. The bridge is not,” Anna Brandt said.",
        [("Anna Brandt", "The road is open. The bridge is not,")],
    ),
    (
        "Anna Brandt said, “The road is open.\n\n“The bridge is not.”",
        [("Anna Brandt", "The road is open.\n\n“The bridge is not.")],
    ),
    (
        "“The road is open tonight,” Anna Brandt said.\n- “And we will keep it open.”",
        [("Anna Brandt", "The road is open tonight,"), ("Anna Brandt", "And we will keep it open.")],
    ),
    ("“We will not wait any longer,” Anna Brandt thundered.", [("Anna Brandt", "We will not wait any longer,")]),
    ("The so-called “winter market” opened in Torvik.", []),
]

INDIRECT = [
    ("The toll rose to 31 on Tuesday, the rescue agency said, as boats reached Torvik.",
     [("rescue agency", "The toll rose to 31 on Tuesday")]),
    ('"The road is open," its director, Karl Olsen, told reporters.', [("Karl Olsen", "The road is open,")]),
    ("The council calls for dialogue.", []),
    ("Anna Brandt said that the road was open.", [("Anna Brandt", "the road was open")]),
    ("The road is open, Anna Brandt said.", [("Anna Brandt", "The road is open")]),
    ("The number of homeless passed nine thousand, announced the UN.",
     [("UN", "The number of homeless passed nine thousand")]),
    ("When the rain stopped, Anna Brandt said, the road was opened again.",
     [("Anna Brandt", "the road was opened again")]),
    ("According to Anna Brandt, the road is open.", [("Anna Brandt", "the road is open")]),
    ("The road is open, according to Anna Brandt.", [("Anna Brandt", "The road is open")]),
    ("Anna Brandt urged residents to leave the valley.", [("Anna Brandt", "residents to leave the valley")]),
    ("Anna Brandt called for an end to the siege.", [("Anna Brandt", "an end to the siege")]),
    ("Ardania accused Velmark of shelling the port.", [("Ardania", "Velmark of shelling the port")]),
    ("Anna Brandt said that the council had met on the bridge, citing the mayor.",
     [("Anna Brandt", "the council had met on the bridge"), ("Anna Brandt", "the mayor")]),
    ("Anna Brandt said the road was open and urged residents to return.",
     [("Anna Brandt", "the road was open"), ("Anna Brandt", "residents to return")]),
    ("The army reportedly closed the bridge.", [(None, "The army reportedly closed the bridge")]),
    ("Thousands of people are said to have fled.", [(None, "Thousands of people are said to have fled")]),
    ("TORVIK, March 3 (Reuters) – The road is open, Anna Brandt said.", [("Anna Brandt", "The road is open")]),
    ("The road is open and the bridge is closed.", []),
]  # fmt: skip

SUBJECTS = [
    (
        "Anna Brandt said she saw no reason to wait, adding that the port would stay open.",
        ["Anna Brandt", "Anna Brandt"],
    ),
    ("Anna Brandt said that Velmark had left and urged residents to return.", ["Anna Brandt", "Anna Brandt"]),
    (
        "Asked by a reporter whether the port was open, Karl Olsen said that it would open on Sunday.",
        ["reporter", "Karl Olsen"],
    ),
    ("The council published a letter saying that the port was open.", ["council"]),
    ("A soldier was forced into a corner and said that the port was lost.", ["soldier"]),
    ("The former minister and member of parliament, Karl Olsen, has said that the port is open.", ["Karl Olsen"]),
    ("The mayor was praised by farmers and urged by the League to keep the port open.", ["farmers", "League"]),
    (
        "Anna Brandt denied reports about claims that the council was moving its boats, saying it had none.",
        ["Anna Brandt", "Anna Brandt"],
    ),
]

SPEAKERS = [
    ("Governor Anna Brandt visited Torvik. She said that the road was open.", ["Anna Brandt"]),
    ("Anna Brandt said the road was open. Brandt said the bridge was closed.", ["Anna Brandt", "Anna Brandt"]),
    ("Governor Anna Brandt visited Torvik. The governor said that the road was open.", ["Anna Brandt"]),
    (
        "The Harbour Safety Agency (HSA) met on Sunday. The agency said the port was open.",
        ["Harbour Safety Agency"],
    ),
    ("The Harbour Safety Agency met on Sunday. The health ministry said the port was open.", ["health ministry"]),
    ("The Harbour Council met on Sunday. The group said the port was open.", ["Harbour Council"]),
    ("A senior harbour official said the port was open.", ["senior harbour official"]),
    (
        "A separatist official said the port was open. The separatist official said the bridge was closed.",
        ["separatist official", "separatist official"],
    ),
    ("Ardanian Foreign Minister Karl Olsen said the port was open.", ["Karl Olsen"]),
    ("The Ardanian minister, Karl Olsen, said the port was open.", ["Karl Olsen"]),
    ("A statement released by the Harbour Council said the port was open.", ["Harbour Council"]),
    ("It said that the port was open.", [None]),
    (
        "National adviser Karl Olsen left. Olsen said it was late. The governor of Torvik said that the port was open.",
        ["Karl Olsen", "governor of Torvik"],
    ),
    ("No one said that the port was open.", [None]),
    ("The plan, drawn up in May, seems to have failed.", [None]),
    ("A rule that says the port must close is to be dropped.", [None]),
    ("An agency that said the port was open has closed.", ["agency"]),
    ("The conditions suggest that the port is closed.", [None]),
    ("Rebels left Torvik. They said that the port was open.", ["Rebels"]),
    ("The Harbour Council met. Governor Anna Brandt left early. They said that the port was open.", [None]),
    ("The bridge was repaired by Governor Anna Brandt. She said that the port was open.", ["Anna Brandt"]),
    ("The council’s boss, Governor Anna Brandt, said that the port was open.", ["Anna Brandt"]),
    (
        "Governor Anna Brandt left. Elsewhere, Karla Dovik watched boats burn. “We lost all,” she said.",
        ["Karla Dovik"],
    ),
    (
        "Governor Anna Brandt left. In Torvik, resident Karla Dovik told the council that it was late. "
        "She said that boats were lost.",
        ["Karla Dovik", "Karla Dovik"],
    ),
    (
        "Mr. Relk argues that Ardania is changing. Mr. Olsen, he said, “is a man of yesterday, with few friends.”",
        ["Relk", "Relk"],
    ),
    (
        "Governor Anna Brandt said it was late. Human Rights Fund grew, and The Human Rights Fund closed. "
        "“We lost all of it,” she said.",
        ["Anna Brandt", "Anna Brandt"],
    ),
    ("It is fair to say that the port was open.", []),
    ("Reuters came by. They said that the port was open.", [None]),
    (
        "The harbour authorities met. The Velmark authorities spoke to military analysts. "
        "The military said that the port was open.",
        ["military"],
    ),
    ("A guard described it as defending the port.", ["guard"]),
    (
        "A spokesman said it was late. The prime minister said that the port was open.",
        ["spokesman", "prime minister"],
    ),
    ("Anna Brandt on Sunday once again urged residents to stay.", ["Anna Brandt"]),
    ("A Sunday Harbour News poll said that the port was popular.", ["Harbour News"]),
    ("The road was shut on Monday. It said that the port was open.", [None]),
    ("On Friday Turkey’s foreign ministry said that the port was open.", ["Turkey’s foreign ministry"]),
    ("The Sunday Telegraph said that the port was open.", ["Sunday Telegraph"]),
    ("The Sun reported that the port was open.", ["Sun"]),
    ("A harbour spokesman said it was late. The official said that the port was open.", ["harbour spokesman"] * 2),
]

DOCUMENTS = [
    (
        "The Harbour Council said in a statement that it was late. Governor Anna Brandt left. "
        "The statement said that the port was open.",
        ["Harbour Council"] * 2,
    ),
    (
        "The Harbour Council released a report on Friday. Governor Anna Brandt left. "
        "The report said that the port was open.",
        ["Harbour Council"],
    ),
    ("Governor Anna Brandt left. The report said that the port was open.", ["report"]),
    ("A fisherman wrote in a letter to the council. The council left. The letter said it was late.", ["fisherman"] * 2),
]

VARIATIONS = [
    (
        "The Harbour Agency left. Brandt Lines left. Olsen Lines said that it was late. "
        "The company said that the port was open.",
        ["Olsen Lines"] * 2,
    ),
    (
        "Governor Anna Brandt said that it was late. The council’s spokesman said that the port was open.",
        ["Anna Brandt", "council’s spokesman"],
    ),
    (
        "Governor Anna Brandt said that Karl Olsen thought it was late. She said that the port was open.",
        ["Anna Brandt", "Karl Olsen", "Anna Brandt"],
    ),
    (
        "The Harbour Council left. Polina Relk stayed. It said that the port was open.",
        ["Harbour Council"],
    ),
    (
        "Guards left.\n\nWhat they’re saying: “The road to the port is open,” Governor Anna Brandt said.",
        ["Anna Brandt"],
    ),
]

COUNTRIES = [
    (
        "French President Anna Brandt said it was late. The Turkish president said the port was open.",
        ["Anna Brandt", "Turkish president"],
    ),
    (
        "Turkish President Karl Olsen left. French President Anna Brandt said it was late. "
        "The Turkish president said the port was open.",
        ["Anna Brandt", "Karl Olsen"],
    ),
    (
        "Foreign Minister Anna Brandt of France left. Karl Olsen, Turkey’s foreign minister, stayed. "
        "The French foreign minister said the port was open.",
        ["Anna Brandt"],
    ),
    (
        "Foreign Minister Anna Brandt said it was late. Turkey’s foreign minister said the port was open.",
        ["Anna Brandt", "Turkey’s foreign minister"],
    ),
    ("President Anna Brandt met farmers. The French president said the port was open.", ["Anna Brandt"]),
    (
        "The French army said it was late. The Turkish army said it was early. The French army said it was dark.",
        ["French army", "Turkish army", "French army"],
    ),
    ("Turkey’s defence ministry said the port was open.", ["Turkey’s defence ministry"]),
    (
        "The Turkish defence ministry said it was late. The ministry said the port was open.",
        ["Turkish defence ministry"] * 2,
    ),
    (
        "Turkey’s foreign ministry said it was late. Turkey’s defence ministry said the port was open. "
        "The French foreign ministry said it was dark. The ministry said it was cold.",
        [
            "Turkey’s foreign ministry",
            "Turkey’s defence ministry",
            "French foreign ministry",
            "French foreign ministry",
        ],
    ),
    (
        "Turkey’s defence ministry has published a map. The ministry said the port was open.",
        ["Turkey’s defence ministry"],
    ),
    (
        "An adviser to Turkey’s interior ministry said it was late. Turkey’s defence ministry said the port was open.",
        ["adviser to Turkey’s interior ministry", "Turkey’s defence ministry"],
    ),
    (
        "Turkey’s ambassador to France said it was late. Turkey’s ambassador to Japan said the port was open.",
        ["Turkey’s ambassador to France", "Turkey’s ambassador to Japan"],
    ),
    (
        "The Turkish office for France said it was late. The French office said the port was open.",
        ["Turkish office for France", "French office"],
    ),
]

OFFICES = [
    ("The General Assembly said that the port was open.", "General Assembly"),
    ("The Ministry of Harbours on Friday said that the port was open.", "Ministry of Harbours"),
    ("A senior harbour official on Friday said that the port was open.", "senior harbour official"),
    ("The WHO said that the port was open.", "WHO"),
    ("Ardanian Ambassador to Velmark Karl Olsen said the port was open.", "Karl Olsen"),
    ("Ambassador to the League Karl Mikael Olsen said the port was open.", "Mikael Olsen"),
    ("The ambassador to the United Arab Emirates said the port was open.", "ambassador to the United Arab Emirates"),
    ("The former ambassador to Turkey Karl Olsen said the port was open.", "Karl Olsen"),
    ("A senior official of the Northern Harbour Fund said the port was open.",
     "senior official of the Northern Harbour Fund"),
    ("The authorities of the self-proclaimed republic said the port was open.",
     "authorities of the self-proclaimed republic"),
    ("State Councillor and Foreign Minister Wen Dao said the port was open.", "Wen Dao"),
    ("The Institute for the Study of Ports said the port was open.", "Institute for the Study of Ports"),
    ("The Organization for Safety and Cooperation in Ardania said it was late.",
     "Organization for Safety and Cooperation in Ardania"),
    ("The Harbour Council in Torvik said the port was open.", "Harbour Council"),
    ("TORVIK (Courier)President Karl Olsen said the port was open.", "Karl Olsen"),
]  # fmt: skip

QUOTED_SUBJECTS = [
    ("“Courage,” wrote a teacher who runs the club. “What else is there to say?”", ["teacher", "teacher"]),
    (
        "“They have targeted civilians, they have targeted hospitals, they have targeted churches,” Karl Olsen said.",
        ["Karl Olsen"],
    ),
    ("‘Jonas’ insisted that he did not take part.", ["Jonas"]),
    (
        "“The road is open,” Anna Brandt said. “Who knows for how long?” Karl Olsen signed the letter.",
        ["Anna Brandt", "Anna Brandt"],
    ),
    (
        "“The road is open,” Cpt. Karl Olsen, commander of the harbour guard, said in a letter to the council.",
        ["Karl Olsen"],
    ),
]

RELAYS = [
    ("A senior official told Reuters that the port was open.", "senior official", ["Reuters"], ["Reuters"]),
    ("Interfax quoted a guard as saying that the port was open.", "guard", ["Interfax"], ["Interfax"]),
    ("“The port is open,” Karl Olsen said, according to Interfax news agency.",
     "Karl Olsen", ["Interfax"], ["Interfax news agency"]),
    ("Karl Olsen told reporters that the port was open.", "Karl Olsen", [], []),
    ("Reuters reported that the port was open.", "Reuters", [], []),
    ("Spokesman Karl Olsen said that the port was open, Reuters reported.", "Karl Olsen", ["Reuters"], ["Reuters"]),
    ("According to Reuters, Karl Olsen said the port was open.", "Karl Olsen", ["Reuters"], ["Reuters"]),
    ("Nine boats sank, according to Reuters based on data from the Harbour Council.",
     "Harbour Council", ["Reuters"], ["Reuters"]),
    ("Nine boats sank, Agence France Presse reported, citing the Harbour Council.",
     "Harbour Council", ["Agence France-Presse"], ["Agence France Presse"]),
]  # fmt: skip

ACTS = [
    ("Karl Olsen denied that the port was closed.", "deny"),
    ("Karl Olsen accused Velmark of shelling the port.", "accuse"),
    ("Karl Olsen demanded a full inquiry.", "demand"),
    ("Karl Olsen vowed to rebuild the port.", "promise"),
    ("Karl Olsen threatened to close the port.", "threaten"),
    ("Karl Olsen warned that the port could close.", "warn"),
    ("Karl Olsen estimated that nine boats had sunk.", "estimate"),
    ("Karl Olsen predicted that the river would rise.", "forecast"),
    ("Karl Olsen praised the fishermen of Torvik.", "praise"),
    ("Karl Olsen refused to close the port.", "refuse"),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT + INDIRECT)
def test_statements_of_a_text(statements, text, expected):
    assert said(statements(text), text) == expected


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_a_verb_of_saying_has_the_subject_of_the_one_it_hangs_on(statements, text, expected):
    assert [s.speaker for s in statements(text)] == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Anna Brandt, speaking in Torvik, said that the port was open.", "Anna Brandt"),
        ("Brandt, who was born in Torvik, said that the port was open.", "Brandt"),
        ("Anna Brandt, who runs the port, said that it was open.", "Anna Brandt, who runs the port"),
        ("The new spokesman, Karl Olsen, said that the port was open.", "The new spokesman, Karl Olsen"),
        ("A guard who works at the gate said that the port was open.", "A guard who works at the gate"),
        ("The spokesman for the harbour, Karl Olsen, said that the port was open.",
         "The spokesman for the harbour, Karl Olsen"),
        ("In a letter to the harbour, Karl Olsen said that the port was open.", "Karl Olsen"),
        ("TORVIK - Governor Anna Brandt said that the port was open.", "Governor Anna Brandt"),
        ("Karl Olsen, a fisherman from Torvik, New Ardania, said the port was open.",
         "Karl Olsen, a fisherman from Torvik, New Ardania"),
    ],
)  # fmt: skip
def test_a_source_reaches_as_far_as_it_says_who_is_meant(statements, text, source):
    assert statements(text)[0].speaker_span.words(text) == source


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers_are_named_as_fully_as_the_document_names_them(statements, text, expected):
    assert [s.speaker for s in statements(text)] == expected


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_who_issued_a_document_speaks_through_it(statements, text, expected):
    assert [s.speaker for s in statements(text)] == expected


@pytest.mark.parametrize(("text", "expected"), VARIATIONS)
def test_a_later_word_stands_for_the_one_who_can_be_meant(statements, text, expected):
    assert [s.speaker for s in statements(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France said that it was late. The company said that the port was open.", ["France", "company"]),
        ("France said that it was late. The government said that the port was open.", ["France", "France"]),
    ],
)
def test_no_company_is_a_state(analysis, text, expected):
    document = analysis(text)
    found = read_statements(document, read_actors(document, read_places(document)), ())
    assert [s.speaker for s in found] == expected


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_a_description_with_a_country_is_of_somebody_of_that_country(statements, text, expected):
    assert [s.speaker for s in statements(text)] == expected


@pytest.mark.parametrize(("text", "speaker"), OFFICES)
def test_a_name_is_told_apart_from_its_office_and_whole(statements, text, speaker):
    assert [s.speaker for s in statements(text)] == [speaker]


@pytest.mark.parametrize(("text", "expected"), QUOTED_SUBJECTS)
def test_nobody_within_a_quotation_says_it(statements, text, expected):
    assert [s.speaker for s in statements(text)] == expected


@pytest.mark.parametrize(("text", "speaker", "relays", "words"), RELAYS)
def test_relays_stand_between_speaker_and_document(statements, text, speaker, relays, words):
    first = statements(text)[0]
    assert (first.speaker, list(first.via)) == (speaker, relays)
    assert [span.words(text) for span in first.via_spans] == words


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_the_verb_tells_the_act(statements, text, act):
    assert [s.act for s in statements(text)] == [act]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The port is open,” Karl Olsen said.", "direct"),
        ("Karl Olsen said the port was “wide open” again.", "mixed"),
        ("Karl Olsen said the port was open.", "indirect"),
    ],
)
def test_the_share_of_quoted_words_tells_the_mode(statements, text, mode):
    assert [s.mode for s in statements(text)] == [mode]


@pytest.mark.parametrize(
    ("text", "speaker", "via", "content"),
    [
        ("“The road is open again,” Orlin Radio quoted Karl Olsen as saying.", "Karl Olsen", ["Orlin Radio"],
         "The road is open again,"),
        ("Grain would be cheap by May, Orlin Radio has quoted a central bank official as saying.",
         "central bank official", ["Orlin Radio"], "Grain would be cheap by May"),
        ("“Both requests were answered,” the council’s envoy was quoted by Orlin Radio as saying on Monday.",
         "council’s envoy", ["Orlin Radio"], "Both requests were answered,"),
        ("“The port is shut,” Orlin Radio cited a source in the ministry as saying.", "source in the ministry",
         ["Orlin Radio"], "The port is shut,"),
        ("Karl Olsen was quoted by Orlin Radio as saying that the road was open.", "Karl Olsen", ["Orlin Radio"],
         "the road was open"),
        ("Orlin Radio quoted Karl Olsen as saying that the road was open.", "Karl Olsen", ["Orlin Radio"],
         "the road was open"),
        ("The road was open, Orlin Radio reported on Monday, without elaborating.", "Orlin Radio", [],
         "The road was open"),
    ],
)  # fmt: skip
def test_who_is_quoted_speaks_and_who_quotes_passes_it_on(statements, text, speaker, via, content):
    found = [(s.speaker, list(s.via), text[s.content.start : s.content.end]) for s in statements(text)]
    assert found == [(speaker, via, content)]


def test_an_agency_is_no_other_one_that_was_named_before(statements):
    text = "The town was quiet, the Talmo news agency said. Three million have fled, the UN refugee agency said."
    assert [s.speaker for s in statements(text)] == ["Talmo news agency", "UN refugee agency"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("ORLIN, Ardania (AP) — Mayor Ida Marsh on Tuesday offered her regrets.", ["Ida Marsh"]),
        ("Ships left. ___ TALMO — Velmark’s envoy says the port is shut.", ["Velmark’s envoy"]),
        ("But that suggests the road is open.", [None]),
        ("This suggests that the road is open.", [None]),
        ("Talmo, Ardania — Ida Marsh and Karl Olsen agreed on Sunday to meet again.", ["Ida Marsh"]),
        ("Talmo — Ardanian authorities announced another effort Friday to clear the port.", ["Ardanian authorities"]),
    ],
)
def test_no_dateline_and_no_bare_determiner_speaks(statements, text, speakers):
    assert [s.speaker for s in statements(text)] == speakers


def test_the_stamp_of_an_entry_is_no_part_of_a_name(statements):
    text = "Shells fell. 11 Jan 2031 - 09:05 GMT Velmark says it holds the port. “We stay,” it said."
    assert [s.speaker for s in statements(text)] == ["Velmark", "Velmark"]


def test_a_caveat_weakens_the_statement_before_it(statements):
    text = (
        "Karl Olsen said nine boats had sunk. The number could not be independently verified. He said more were lost."
    )
    first, second = statements(text)
    assert first.caveat == "The number could not be independently verified."
    assert text[first.caveat_span.start : first.caveat_span.end] == first.caveat
    assert second.caveat is None


def test_hedges_are_kept_as_they_stand(statements):
    assert statements("Karl Olsen said the dam might break.")[0].hedge == "might"
    assert statements("Karl Olsen said the dam was broken.")[0].hedge is None


def test_the_day_beside_the_cue_is_the_day_it_was_said(statements):
    found = statements("Karl Olsen said on Sunday that the port was open.", published="2022-03-07")
    assert found[0].said_on == "2022-03-06"


def test_a_statement_within_another_stands_on_its_own(statements):
    text = "Karl Olsen said that Ardania had denied the attack."
    assert said(statements(text), text) == [
        ("Karl Olsen", "Ardania had denied the attack"),
        ("Ardania", "the attack"),
    ]


def test_what_the_speaker_thinks_is_no_second_statement(statements):
    text = "Anna Brandt said she hoped that the port would open."
    assert [s.speaker for s in statements(text)] == ["Anna Brandt"]


PIECES = st.lists(
    st.sampled_from(
        ["Anna Brandt", " said", " that ", "“", "”", '"', "'", "’", "‘", ", ", ". ", "\n", "the port", " was open",
         " according to ", " reportedly ", "He ", "(HSA)", "😀", "—", ":", " who ", " told Reuters ", "''", "- "]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES)
def test_no_text_raises_and_every_span_lies_in_it(analysis, pieces):
    text = "".join(pieces)
    document = analysis(text)
    found = read_statements(document, read_actors(document, ()), ())
    for statement in found:
        spans = [statement.content, statement.speaker_span, statement.cue_span, statement.caveat_span]
        for span in (s for s in spans if s is not None):
            assert 0 <= span.start < span.end <= len(text)
    assert len({s.content for s in found}) == len(found)
    assert list(found) == sorted(found, key=lambda s: (s.content.start, s.content.end))


def test_furniture_is_no_statement(analysis):
    text = "Photo: Karl Olsen said the port was open / Harbour Press\n\nThe port is open."
    document = analysis(text)
    for statement in read_statements(document, (), ()):
        assert not document.is_furniture(Span(statement.content.start, statement.content.end))
