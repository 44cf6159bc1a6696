"""What was received becomes a document: its words kept, its day, language and outlet found."""

import pytest

from sayso.documents import make_document
from sayso.documents.given_date import normalise_date
from sayso.documents.language_of import identify_language
from sayso.model import Document, Problem
from sayso.sources import Received

NOW = "2031-06-01T00:00:00+00:00"
PAGE = """<!DOCTYPE html><html><head><title>Dam holds at Tarsk - Orlan Desk</title>
<meta property="og:site_name" content="Orlan Desk">
<meta property="article:published_time" content="2021-05-24T08:00:00Z">
<meta name="author" content="Ana Ruiz"></head><body><nav><a href="/">Home</a></nav><article><h1>Dam holds at Tarsk</h1>
<p>The dam at Tarsk held on Friday after three days of rain, the water authority of Ardania said in the morning.</p>
<p>Engineers had asked 4,000 people in the valley to leave their homes, and most of them had gone by Thursday.</p>
</article><footer>Copyright</footer></body></html>"""

DATES = [
    ("2031-05-24", "2031-05-24"),
    ("2031-5-4", "2031-05-04"),
    ("2031-05-24T08:15:00Z", "2031-05-24T08:15:00+00:00"),
    ("2031-05-24 08:15:00+0200", "2031-05-24T08:15:00+02:00"),
    ("2031-05-24T08:15:30.123456", "2031-05-24"),
    ("2031-05-24 08:15", "2031-05-24"),
    ("Sat, 24 May 2031 08:15:00 GMT", "2031-05-24T08:15:00+00:00"),
    ("Sat, 24 May 2031 08:15:00 -0500", "2031-05-24T08:15:00-05:00"),
    ("May 24, 2031", "2031-05-24"),
    ("Saturday, May 24, 2031 at 8:15 a.m. ET", "2031-05-24"),
    ("24 May 2031", "2031-05-24"),
    ("24th May, 2031", "2031-05-24"),
    ("Sept. 4, 2031", "2031-09-04"),
    ("2031/05/24", "2031-05-24"),
    ("24.05.2031", "2031-05-24"),
    ("20310524", "2031-05-24"),
    ("20310524T081500Z", "2031-05-24T08:15:00+00:00"),
    ("1937376000", "2031-05-24T08:00:00+00:00"),
    ("1937376000000", "2031-05-24T08:00:00+00:00"),
    ("Sat 24 May 2031, 08.15", "2031-05-24"),
    ("03/07/2031", None),
    ("May 24, 2031 to May 26, 2031", None),
    ("Sat May 24 08:15:00 +0000 2031", "2031-05-24T08:15:00+00:00"),
    ("2031 May 24", "2031-05-24"),
    ("2031, May 24th", "2031-05-24"),
    ("2031 24 May 08:15", "2031-05-24"),
    ("May 24, 2031 8:15 AM", "2031-05-24"),
    ("May 24, 2031 | 08:15:30 (GMT+2)", "2031-05-24"),
    ("24 May 2031 - 8:15 p.m. EDT", "2031-05-24"),
    ("24 May 2031.", "2031-05-24"),
    ("May 24, 2031 of nonsense 9", None),
    ("May 24, 2031 2032", None),
    ("2031 May 24, 2032", None),
    ("May 24", None),
    ("Room 2031 May 24", None),
    ("May 24, 2031 8:15 of nonsense 9", None),
    ("May 24, 2031 and 25 May 2031", None),
    ("Maybe 24, 2031", None),
    ("February 30, 2031", None),
    ("yesterday", None),
    ("", None),
    ("2031", None),
    ("2031-13-45", None),
    ("May 2031", None),
    ("0001-01-01", None),
    ("9" * 500, None),
]


@pytest.mark.parametrize(("given", "day"), DATES)
def test_a_given_date_is_put_into_iso_or_left_out(given, day):
    assert normalise_date(given) == day


def make(content, **fields):
    return make_document(Received("n", "s.txt", content, **fields), retrieved=NOW)


def test_the_words_of_a_text_are_kept_exactly():
    text = "\n The dam held.\r\n\r\nSee below for a summary of the week. \n"
    document = make(text, date="2031-05-24", url="https://www.orlan.example/a", language="en-GB")
    assert document.text == text
    assert (document.published, document.published_basis) == ("2031-05-24", "given")
    assert (document.outlet, document.language, document.retrieved) == ("orlan.example", "en", NOW)
    assert [f.span.words(text) for f in document.furniture] == ["See below for a summary of the week."]


@pytest.mark.parametrize("form", ["text", "html"])
def test_half_of_a_surrogate_pair_is_replaced_and_offsets_stay(form):
    content = PAGE.replace("Tarsk", "Tar\ud83dk") if form == "html" else "The dam at Tar\ud83dk held."
    made = make_document(Received("a", "b", content, form=form, title="Tar\udc00k"), retrieved=NOW)
    assert isinstance(made, Document)
    assert "The dam at Tar\ufffdk held" in made.text
    assert made.title == "Tar\ufffdk"


def test_a_page_gives_its_article_and_what_it_says_of_it():
    document = make(PAGE, form="html")
    assert document.text.splitlines()[0].startswith("The dam at Tarsk held") or "The dam at Tarsk held" in document.text
    assert "Home" not in document.text
    assert document.title == "Dam holds at Tarsk"
    assert (document.published, document.published_basis) == ("2021-05-24", "page")
    assert (document.outlet, document.byline, document.language) == ("Orlan Desk", "Ana Ruiz", "en")


ADDRESSES = [
    ("https://orlan.example/world/2031/05/24/dam-holds", "2031-05-24"),
    ("https://orlan.example/2031/5/4/dam-holds", "2031-05-04"),
    ("https://orlan.example/world/2031/may/24/dam", "2031-05-24"),
    ("https://orlan.example/20310524/dam-holds-1093.html", "2031-05-24"),
    ("https://orlan.example/n3/2031/0524/c9.html", "2031-05-24"),
    ("https://orlan.example/2031-05-24-dam", "2031-05-24"),
    ("https://orlan.example/2031/13/45/dam", None),
    ("https://orlan.example/2031/05/dam-24", None),
    ("https://orlan.example/story/20831234567", None),
    ("https://orlan.example/2036/05/24/dam", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "day"), ADDRESSES)
def test_an_address_may_give_the_day_where_nothing_else_does(url, day):
    document = make("The dam held.", url=url)
    assert (document.published, document.published_basis) == (day, "page" if day else "unknown")
    assert make("The dam held.", url=url, date="2030-01-01").published == "2030-01-01"


def test_what_the_source_gave_goes_before_what_the_page_says():
    document = make(PAGE, form="html", date="2031-05-25", title="T", outlet="O")
    assert (document.published, document.published_basis) == ("2031-05-25", "given")
    assert (document.title, document.outlet) == ("T", "O")


def test_a_date_that_cannot_be_read_is_told_and_the_document_kept():
    document = make("The dam held.", date="soon")
    assert (document.published, document.published_basis) == (None, "unknown")
    assert [p.code for p in document.problems] == ["bad-date"]


@pytest.mark.parametrize(
    "fields", [{"content": " \n"}, {"content": "", "form": "html"}, {"content": "<", "form": "html"}]
)
def test_no_text_is_a_problem(fields):
    problem = make(**fields)
    assert isinstance(problem, Problem)
    assert problem.code == "no-text"


LANGUAGES = [
    ("The ministry said on Friday that the dam would hold, and that nobody in the valley had been hurt.", "en"),
    ("Le ministère a déclaré vendredi que le barrage tiendrait et que personne n’avait été blessé.", "fr"),
    ("Міністерство повідомило у п’ятницю, що гребля витримає і ніхто в долині не постраждав.", "uk"),
    ("Dam holds", None),
    ("12 34 56 " * 20, None),
    ("", None),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_is_told_where_the_text_is_long_enough(text, language):
    assert identify_language(text) == language


def test_a_document_in_a_language_without_lexicons_is_kept():
    document = make(LANGUAGES[2][0])
    assert isinstance(document, Document)
    assert (document.language, document.furniture) == ("uk", ())
