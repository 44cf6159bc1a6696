"""Words are found alike in every store, and every character of a text comes back from each."""

import sqlite3

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.invented import report
from sayso.ledger import Ledger
from sayso.ledger.stores.postgresql_words import LONGEST, OVERLAP, PIECE, queries, vectors, words_of
from sayso.ledger.stores.sqlite import TOKENS
from sayso.model import SaysoError, identify

TEXTS = {
    "ferry": "A ferry struck the pier at Çelbe; the O'Hara bridge-keeper saw it.",
    "alphabets": "Мер Веліма: «Ми тут». ÅNGSTRÖM, naïve, straße, ﬁsh, İzmir, e\u0301te\u0301.",
    "signs": "C++ cost 1,200.50 at co_op 24/7 🙂 for x\u2028y z\u200bw.",
    "long": " ".join(f"w{n}" for n in range(20_000)) + f" end {'ab' * 3000}",
}
ASKED = [
    ("ferry", {"ferry"}),
    ("FERRY celbe", {"ferry"}),
    ("ferry angstrom", set()),
    ("pier ferry", {"ferry"}),
    ("fer*", {"ferry"}),
    ("fer", set()),
    ("f*rry", set()),
    ("pier-at", {"ferry"}),
    ("at-pier", set()),
    ("o'hara", {"ferry"}),
    ("bridge-keep*", {"ferry"}),
    ("bridge-saw", set()),
    ("", set()),
    ('"', set()),
    ('" ferry', {"ferry"}),
    ("ferry OR nothing", set()),
    ("NEAR(ferry", set()),
    ("'ferry' & !pier:*", {"ferry"}),
    ("\\ferry", {"ferry"}),
    ("мер", {"alphabets"}),
    ("веліма-ми-тут", {"alphabets"}),
    ("angstrom naive", {"alphabets"}),
    ("strasse", set()),
    ("straße", {"alphabets"}),
    ("fish", set()),
    ("ete", {"alphabets"}),
    ("izmir", {"alphabets"}),
    ("1,200.50", {"signs"}),
    ("1 200 50", {"signs"}),
    ("co_op", {"signs"}),
    ("🙂", {"signs"}),
    ("x\u2028y", {"signs"}),
    ("w19999", {"long"}),
    ("w16383-w16384", {"long"}),
    ("w222-w223-w224-w225-w226", {"long"}),
    ("w256-w258", set()),
    ("-".join(f"w{n}" for n in range(200, 280)), {"long"}),
    ("-".join(f"w{n}" for n in range(200, 280)) + "-w2*", {"long"}),
    ("-".join(f"w{n}" for n in (*range(200, 280), 7)), set()),
    ("ab" * 3000, {"long"}),
    ("abab*", {"long"}),
    ("harbour-news-a", set()),
    ("harbour news a", {"ferry"}),
]


def made(name):
    doc, reading = report(1, outlet="The Velm Post")
    text, title = TEXTS[name], "Harbour News" if name == "ferry" else name
    id = identify(text, title=title, outlet=doc.outlet)
    doc = msgspec.structs.replace(doc, id=id, name=name, text=text, title=title)
    records = dict.fromkeys(("statements", "figures", "events", "quantities", "times", "places", "actors"), ())
    return doc, msgspec.structs.replace(reading, document=id, **records)


@pytest.fixture(scope="module")
def told(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add(made(name) for name in TEXTS)
        yield ledger


@pytest.mark.parametrize(("about", "names"), ASKED, ids=[repr(a[:20]) for a, _ in ASKED])
def test_words_are_found_whole_whatever_their_case_and_accents(told, about, names):
    with told.moment():
        assert {view.document.name for view in told.documents(about=about)} == names


def test_the_words_of_a_record_are_found_in_all_its_columns(nowhere):
    with Ledger.open(nowhere()) as ledger:
        ledger.add([report(1)])
        for about, count in [("killed 40", 1), ("people-killed", 0), ("killed 41", 0), ("peo* kill*", 1)]:
            assert len(ledger.figures(about=about)) == count


@pytest.mark.parametrize("odd", ["a\0b", "\0", "\x10", "\x10n\x10m\0\x10", "x\x10n", "\uffff\U0010ffff\ufeff\u202e"])
def test_every_character_comes_back(nowhere, odd):
    doc, reading = report(1, text=f"before {odd} after", speaker=f"Ilse{odd}Brandt", outlet=f"Post{odd}")
    with Ledger.open(nowhere()) as ledger:
        ledger.add([(doc, reading)])
        assert ledger.documents()[0].document == doc
        assert ledger.show(doc.id)[1].text == doc.text
        assert ledger.statements()[0].statement == reading.statements[0]
        assert [f.figure for f in ledger.figures(measure="killed")] == list(reading.figures)
        assert ledger.names("outlet") == {doc.outlet}
        assert ledger.add([(doc, reading)]).documents == 0


def test_half_a_character_is_refused(nowhere):
    with Ledger.open(nowhere()) as ledger:
        with pytest.raises(SaysoError, match="no text"):
            ledger.add([report(1, text="half \ud800 of one")])
        with pytest.raises(SaysoError, match="no text"):
            ledger.documents(about="\ud800")
        assert ledger.add([report(1)]).documents == 1


@given(st.text(max_size=40))
@example("a\u0301b ñandú ΑΣ Σας ǅ ½ ﬃ 🙂x \0 ① ² 𝐀 ͅ ٣")
def test_words_are_those_of_sqlites_full_text_search(text):
    with sqlite3.connect(":memory:") as connection:
        connection.execute(f"CREATE VIRTUAL TABLE one USING fts5(words, tokenize='{TOKENS}')")
        connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab(one, 'instance')")
        connection.execute("INSERT INTO one VALUES (?)", (text,))
        found = [word for (word,) in connection.execute("SELECT term FROM word ORDER BY offset")]
    connection.close()
    assert words_of(text) == found


def test_a_word_that_is_too_long_is_told_by_its_beginning():
    assert words_of("x" * 3000) == ["x" * LONGEST]


def test_words_are_cut_into_pieces_that_overlap():
    pieces = [piece.split() for piece in vectors([" ".join(f"w{n}" for n in range(PIECE + 1))])]
    assert pieces[0][-1] == f"'w{PIECE - 1}':{PIECE}"
    assert pieces[1][0] == f"'w{PIECE - OVERLAP}':1"
    assert list(vectors(["", "…"])) == []
    assert list(vectors(["a b", "b c"])) == ["'a':1 'b':2,4 'c':5"]


def test_what_is_asked_for_is_put_in_the_servers_words():
    assert queries("o'hara ferr* … \"") == ["'o' <-> 'hara'", "'ferr':*"]
