"""Reports of an invented war in which two sides contradict each other, and their readings."""

from collections.abc import Sequence

from sayso.ledger import Ledger
from sayso.model import Document, Event, Figure, Party, Place, Reading, Situation, Span, Statement, identify

WAR = Situation(parties=(Party("Ardania", ("Ardanian",)), Party("Velmark", ("Velmish",)), Party("Norland")))
ACTS = {"accused": "accuse", "denied": "deny", "dismissed": "deny", "rejected": "deny"}


class Piece:
    """A sentence "speaker cue content." with what a reader would find in it."""

    def __init__(self, words: str, speaker: str | None = None, cue: str = "", **more: object) -> None:
        self.words, self.speaker, self.cue, self.more = words, speaker, cue, more
        self.text = " ".join(filter(None, (speaker, cue, words))) + ". "


def said(speaker: str, cue: str, words: str, kind: str = "organisation") -> Piece:
    return Piece(words, speaker, cue, kind=kind)


def count(speaker: str, number: int, of: str, **more: object) -> Piece:
    """ "Ardania said 400 Velmish soldiers were killed"."""
    return Piece(f"{number} {of} had been killed", speaker, "said", number=number, of=of, **more)


def taken(speaker: str | None, words: str, place: str, by: str | None = None, **more: object) -> Piece:
    """A takeover: `words` name the place behind the word that gives it away, the first."""
    return Piece(words, speaker, "said" if speaker else "", place=place, by=by, **more)


def report(
    *pieces: Piece | str, day: str | None = "2031-05-02", outlet: str = "The Velm Post", title: str = ""
) -> tuple[Document, Reading]:
    """A document of these sentences, known on `day`. A text is a sentence in which nothing is found."""
    statements: list[Statement] = []
    figures: list[Figure] = []
    events: list[Event] = []
    places: list[Place] = []
    text = ""
    for piece in pieces:
        start = len(text)
        text += piece if isinstance(piece, str) else piece.text
        if not isinstance(piece, str):
            _read(piece, start, day, statements, figures, events, places)
    document = Document(identify(text, outlet=outlet, title=title), title or outlet, text, title=title, outlet=outlet)
    basis = "given" if day else "unknown"
    return document, Reading(
        document.id, "sayso/1", WAR.fingerprint(), "en", day, basis, statements=tuple(statements),
        figures=tuple(figures), events=tuple(events), places=tuple(places),
    )  # fmt: skip


def _read(
    piece: Piece,
    start: int,
    day: str | None,
    statements: list[Statement],
    figures: list[Figure],
    events: list[Event],
    places: list[Place],
) -> None:
    begin = start + piece.text.index(piece.words)
    content, more = Span(begin, begin + len(piece.words)), piece.more
    if piece.speaker is not None:
        who = Span(start, start + len(piece.speaker))
        cue = Span(who.end + 1, who.end + 1 + len(piece.cue))
        kind = str(more.get("kind", "organisation"))
        act = ACTS.get(piece.cue, "assert")
        statements.append(Statement(content, piece.speaker, kind, who, cue_span=cue, act=act))
    if "number" in more:
        number = float(str(more["number"]))
        low, high = more.get("bounds", (number, number))
        at = Span(begin, begin + len(str(more["number"])))
        fields = {key: more[key] for key in ("place", "as_of", "basis", "part_of", "approx", "unit") if key in more}
        fields = {"basis": "cumulative", "as_of": day, **fields}
        span = Span(at.start, at.end + 1 + len(str(more["of"])))
        figures.append(
            Figure(span, at, low, high, "killed", population=str(more["of"]), source=piece.speaker, **fields)
        )
    elif "place" in more:
        place, by = str(more["place"]), more.get("by")
        where = piece.words.index(place) + begin
        places.append(Place(Span(where, where + len(place)), place, relation=more.get("beside")))
        status = str(more.get("status", "claimed" if piece.speaker else "reported"))
        trigger = Span(begin, begin + len(piece.words.split()[0]))
        actor = (str(by),) if by else ()
        target = (str(more["to"]),) if "to" in more else ()
        events.append(
            Event(
                content, trigger, "takeover", actor=actor, target=target, place=place, date=more.get("date"),
                status=status, negated=status == "denied",
            )
        )  # fmt: skip


def disputes(reports: Sequence[tuple[Document, Reading]], *judgements: object, **asked: object):
    """The disputes in these reports."""
    with Ledger.open(":memory:", WAR) as ledger:
        ledger.add(reports)
        ledger.judge(*judgements)
        return ledger.disputes(**asked)
