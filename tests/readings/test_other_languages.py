"""A document in a language without lexicons is kept and not read, and its reading says so."""


def test_a_document_in_another_language_is_passed_over(read):
    text = "Le maire a dit vendredi : « Le barrage tiendra. » Douze personnes ont été tuées à Orlan."
    reading = read(text, language="fr", published="2031-05-24")
    assert [p.code for p in reading.problems] == ["language-unsupported"]
    assert (reading.date, reading.language) == ("2031-05-24", "fr")
    assert not (reading.statements or reading.figures or reading.events or reading.quantities or reading.times)


def test_a_document_whose_language_is_not_known_is_read(read):
    reading = read("“The dam will hold,” Mayor Ida Marsh said.", language=None)
    assert [p.code for p in reading.problems if p.code == "language-unsupported"] == []
    assert reading.statements
