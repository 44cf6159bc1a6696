"""A text is split where its sentences end, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.long_sentences import MOST
from sayso.documents.sentences import split_sentences, without_furniture
from sayso.languages import load_language
from sayso.model import Span

SPLIT = [
    ("", []),
    ("  \n\t\n", []),
    ("No end at all", ["No end at all"]),
    ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
    ("Shells fell.\nNobody came.\r\n\r\nA headline without a stop\nMore text.",
     ["Shells fell.", "Nobody came.", "A headline without a stop", "More text."]),
    ("- The port is shut.\n- The rail too.", ["The port is shut.", "The rail too."]),
    ("• One thing • Another thing", ["One thing", "Another thing"]),
    ("a line that was only wrapped because it had grown too long for\nthe page goes on. Next.",
     ["a line that was only wrapped because it had grown too long for\nthe page goes on.", "Next."]),
    # abbreviations, initials, numbers
    ("The U.S. Navy left. U.S.-led forces stayed.", ["The U.S. Navy left.", "U.S.-led forces stayed."]),
    ("He went to the U.S. He came back.", ["He went to the U.S.", "He came back."]),
    ("At 6 a.m. Monday the siren rang. At 7 p.m. It rang again.",
     ["At 6 a.m. Monday the siren rang.", "At 7 p.m.", "It rang again."]),
    ("J. R. Holm and Anna B. Kerr met. No one else came.", ["J. R. Holm and Anna B. Kerr met.", "No one else came."]),
    ("It rose 9.5% to 3.25 in 2014. Then it fell.", ["It rose 9.5% to 3.25 in 2014.", "Then it fell."]),
    ("The No. 4 unit. 12 men.", ["The No. 4 unit.", "12 men."]),
    ("1. Water is short. 2. Bread too.", ["1. Water is short.", "2. Bread too."]),
    ("Read it at www.orlan.example.Org or mail Desk.Orlan@post.example. Thanks.",
     ["Read it at www.orlan.example.Org or mail Desk.Orlan@post.example.", "Thanks."]),
    # dirt
    ("They stopped the bleeding.This Monday talks resume.",
     ["They stopped the bleeding.", "This Monday talks resume."]),
    ("It cost 300.The bank paid.", ["It cost 300.", "The bank paid."]),
    ('He said "we left."The road was shut.', ['He said "we left."', "The road was shut."]),
    ('The road was shut."We left," he said.', ["The road was shut.", '"We left," he said.']),
    ("He left for Orlan.The road was shut.", ["He left for Orlan.", "The road was shut."]),
    ("The Node.Js tool and Al.Desk stayed.", ["The Node.Js tool and Al.Desk stayed."]),
    ("Fire is upon us. ... We will hold. They won’t...", ["Fire is upon us. ...", "We will hold.", "They won’t..."]),
    ("Well… I think so.", ["Well… I think so."]),
    # stamps of entries
    ("Read more here 11 Jan 2031 - 09:05 GMT Velmark holds on. 11 Jan 2031 - 08:05 GMT 11 Jan 2031 | 7:50 UTC “No.”",
     ["Read more here", "11 Jan 2031 - 09:05 GMT", "Velmark holds on.", "11 Jan 2031 - 08:05 GMT",
      "11 Jan 2031 | 7:50 UTC", "“No.”"]),
    ("Jan. 11, 2031 – 8:05 p.m. (EST) Shells fell.", ["Jan. 11, 2031 – 8:05 p.m. (EST)", "Shells fell."]),
    ("They met on 11 Jan 2031 - 09:05 GMT at the latest.", ["They met on 11 Jan 2031 - 09:05 GMT at the latest."]),
    ("On 11 Jan 2031, 09:05 GMT Velmark shut the port.", ["On 11 Jan 2031, 09:05 GMT Velmark shut the port."]),
    # datelines
    ("ORLIN, Ardania (AP) — The mayor left. ___ TALMO — Velmark’s envoy stayed. ___ TALMO, Velmark - Guns fell silent.",
     ["ORLIN, Ardania (AP) —", "The mayor left.", "___", "TALMO —", "Velmark’s envoy stayed.", "___",
      "TALMO, Velmark -", "Guns fell silent."]),
    ("Orlin, May 3 (Agency) -- “We stay,” he said.", ["Orlin, May 3 (Agency) --", "“We stay,” he said."]),
    ("UNITED PORTS, May 3 (Agency) -- Two ships sank.", ["UNITED PORTS, May 3 (Agency) --", "Two ships sank."]),
    ("Old Orlin, Ardania — Envoys met. Talmo — The Hague’s twin — is near.",
     ["Old Orlin, Ardania —", "Envoys met.", "Talmo — The Hague’s twin — is near."]),
    ("Talmo — the port — is shut. Talmo - Envoys met.", ["Talmo — the port — is shut.", "Talmo - Envoys met."]),
    ("The war — Velmark’s second — goes on.", ["The war — Velmark’s second — goes on."]),
    ("VRF — the rescue force — came. THE PORT — AND THE TOWN — BURN.",
     ["VRF — the rescue force — came.", "THE PORT — AND THE TOWN — BURN."]),
    # quotations
    ("“We hold. We will not go. Not today,” Lind said. Shells fell.",
     ["“We hold.", "We will not go.", "Not today,” Lind said.", "Shells fell."]),
    ("“Who did it?” he asked. “Nobody knows.” She left.", ["“Who did it?” he asked.", "“Nobody knows.”", "She left."]),
    ('"Go home!" Mayor Ida Marsh shouted. "Now." They went.',
     ['"Go home!" Mayor Ida Marsh shouted.', '"Now."', "They went."]),
    ('"Will it hold?" Engineers left the dam.', ['"Will it hold?"', "Engineers left the dam."]),
    ('It is over. " Then he left.', ["It is over.", '" Then he left.']),
    ('He said "it is over. " Then he left.', ['He said "it is over. "', "Then he left."]),
    ("(The count is open.) Votes come in.", ["(The count is open.)", "Votes come in."]),
    ("``It was a bomb,'' he said. ``It was loud.'' Nobody ran.",
     ["``It was a bomb,'' he said.", "``It was loud.''", "Nobody ran."]),
    ("A convoy leaves Orlan. ) A tank burns.", ["A convoy leaves Orlan. )", "A tank burns."]),
    ("The port is shut. - The rail too. - “We wait.” He left - on foot.",
     ["The port is shut.", "The rail too.", "“We wait.”", "He left - on foot."]),
    # posts
    ("The harvest is lost https://t.co/aB3xYz — Orlan Desk (@orlandesk) March 2, 2021 The ministry was silent.",
     ["The harvest is lost https://t.co/aB3xYz", "— Orlan Desk (@orlandesk) March 2, 2021",
      "The ministry was silent."]),
    ("战争开始了。人们离开了城市。", ["战争开始了。", "人们离开了城市。"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), SPLIT)
def test_a_text_is_split_into_its_sentences(text, sentences, english):
    assert [s.words(text) for s in split_sentences(text, english)] == sentences


PIECES = st.sampled_from(
    ["A", "b", "I", "U.S.", "Mr.", "No.", "4", ".", "!", "?", "…", '"', "“", "”", "'", "(", ")", "- ", "• ", " ", "\n",
     "\r\n", "\u2028", "@x", "https://t.co/a1", "👇", "。", "é", "said", "The", "—", " — A (@b) ", "\u0000", "\ufffd"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@given(TEXTS)
def test_sentences_are_ordered_apart_trimmed_and_leave_out_nothing_but_bullets(text):
    sentences = split_sentences(text, load_language("en"))
    end = 0
    left_out = []
    for sentence in sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert sentence.words(text).strip() == sentence.words(text)
        left_out.append(text[end : sentence.start])
        end = sentence.end
    left_out.append(text[end:])
    assert set("".join("".join(left_out).split())) <= set("-–—*·∙•▪◦‣●■\uf0b7")


WITHOUT = [
    ("Shells fell [Photo by A/B]", ["Shells fell"]),
    ("[Watch:] Shells fell.", ["Shells fell."]),
    ("A man climbed up [(see video)]. Then he left.", ["A man climbed up", "Then he left."]),
    ("A man climbed up [(see video)] and waved.", ["A man climbed up (see video) and waved."]),
    ("[Sign up here.] Shells fell.", ["Shells fell."]),
    ("It [is all but wholly furniture, this] one.", []),
]


@pytest.mark.parametrize(("marked", "kept"), WITHOUT)
def test_furniture_is_cut_from_a_sentence_or_takes_it_along(marked, kept, english):
    text = marked.replace("[", "").replace("]", "")
    furniture = Span(marked.index("["), marked.index("]") - 1)
    left = without_furniture(split_sentences(text, english), [furniture], text)
    assert [s.words(text) for s in left] == kept


LONG = [
    ("clauses", "the guns fell silent, " * 120, ","),
    ("words", "on and " * 400, "d"),
    ("signs", ", " * 900, ","),
    ("signs without space", "?!" * 900, "!"),
    ("one word", "a" * 60_000, "a"),
]


@pytest.mark.parametrize(("what", "text", "end"), LONG, ids=[row[0] for row in LONG])
def test_a_sentence_that_is_too_long_to_be_one_is_cut_after_a_clause_or_between_words(what, text, end, english):
    sentences = split_sentences(text, english)
    assert "".join("".join(s.words(text) for s in sentences).split()) == "".join(text.split())
    for sentence in sentences[:-1]:
        words = sentence.words(text)
        assert words.endswith(end)
        assert len(re.findall(r"\w+|[^\w\s]", words)) <= MOST
