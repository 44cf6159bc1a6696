"""Disputes are found where two sides cannot both be right, and nowhere else."""

import pytest

from ledger.disputed import WAR, count, disputes, report, said, taken
from ledger.invented import judge
from sayso.ledger import Ledger

HOSPITAL = said("Velmark", "accused", "Ardania of shelling the children's hospital in Torvik")
DENIAL = said("Ardania", "denied", "shelling the hospital in Torvik")


BY_ARDANIA = "shelling the hospital in Torvik"
NORWAY = taken("Ardania", "captured Norway", "Norway", "Ardania")
HEARD = taken("Norland", "captured the town of Torvik", "Torvik", "Ardania")
HILL = taken("Ardania", "captured a hill near Torvik", "Torvik", "Ardania", beside="near")


def told(found):
    """Kind, how it stands, and the sides by role and name."""
    return [(d.kind, d.stands, tuple((s.role, s.name) for s in d.sides)) for d in found]


CLAIMED = [("denial", "open", (("claims", "Velmark"), ("denies", "Ardania")))]
FAR = "The ferry sailed on time and the market was full of people who had come from the hills to sell bread. " * 12


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param([report(HOSPITAL, DENIAL)], CLAIMED, id="in the next sentence"),
        pytest.param([report(HOSPITAL, said("Ardania", "denied", "the allegations"))], CLAIMED, id="pointing back"),
        pytest.param([report(HOSPITAL, FAR, said("Ardania", "denied", "the allegations"))], [], id="pointing too far"),
        pytest.param([report(HOSPITAL), report(DENIAL, outlet="Orlan Echo")], CLAIMED, id="in another document"),
        pytest.param([report(HOSPITAL, day="2031-04-02"), report(DENIAL)], [], id="a month before"),
        pytest.param(
            [report(said("Ardania", "denied", "Velmish claims that it shelled a hospital"))],
            CLAIMED,
            id="as told",
        ),
        pytest.param(
            [report(said("Ardania", "dismissed", "reports from Velmark of a shelled hospital"))],
            CLAIMED,
            id="dismissed",
        ),
        pytest.param([report(DENIAL)], [], id="nobody's claim"),
        pytest.param([report(HOSPITAL, said("Ardania", "denied", "Norland's claims"))], [], id="another's claim"),
        pytest.param([report(HOSPITAL, said("Velmark", "denied", BY_ARDANIA))], [], id="own claim"),
        pytest.param([report(HOSPITAL, said("the ministry", "denied", BY_ARDANIA))], [], id="by whom?"),
        pytest.param(
            [report(HOSPITAL, said("Ardania", "denied", "any plan to close the northern border crossing"))],
            [],
            id="of something else",
        ),
        pytest.param(
            [
                report(
                    said("Velmark", "said", "Ardania should leave"),
                    said("Ardania", "rejected", "the offer"),
                )
            ],
            [],
            id="an offer",
        ),
    ],
)
def test_a_claim_is_disputed_where_another_side_denies_it(reports, expected):
    assert told(disputes(reports)) == expected


BLAME = [("accusation", "open", (("accuses", "Ardania"), ("accuses", "Velmark")))]
CONVOY = said("Velmark", "accused", "Ardania of firing on the evacuation convoy at Torvik")
CONVOY_BACK = said("Ardania", "accused", "Velmark of shelling the evacuation convoy")


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param([report(CONVOY, CONVOY_BACK)], BLAME, id="right behind"),
        pytest.param([report(CONVOY), report(CONVOY_BACK, day="2031-05-03", outlet="Echo")], BLAME, id="the day after"),
        pytest.param([report(CONVOY), report(CONVOY_BACK, day="2031-05-09", outlet="Echo")], [], id="a week after"),
        pytest.param(
            [report(CONVOY), report(said("Ardania", "accused", "Velmark of hoarding grain"), outlet="Echo")],
            [],
            id="unlike",
        ),
        pytest.param([report(CONVOY, said("Norland", "accused", "Ardania of the same"))], [], id="of one side by two"),
    ],
)
def test_accusations_meet_where_each_side_accuses_the_other_of_the_like(reports, expected):
    assert told(disputes(reports)) == expected


def counts(one, other, **more):
    """What two sides count on two days."""
    days = ("2031-05-02", "2031-05-03")
    return [
        *(report(count("Velmark", one + n, "Ardanian soldiers", **more), day=day) for n, day in enumerate(days)),
        *(report(count("Ardania", other + n, "Ardanian troops", **more), day=day) for n, day in enumerate(days)),
    ]


RIVALS = [("numbers", "open", (("counts", "Ardania"), ("counts", "Velmark")))]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param(counts(5000, 480), RIVALS, id="far apart"),
        pytest.param(counts(5000, 4700), [], id="late or rounded"),
        pytest.param(counts(5000, 480, basis="increment"), [], id="of two blows"),
        pytest.param(counts(5000, 480, basis="plan"), [], id="planned"),
        pytest.param(counts(5000, 480)[:3], [], id="told once"),
        pytest.param(counts(5000, 480, bounds=(400, None)), [], id="bounds that meet"),
        pytest.param(counts(500000, 480), [], id="of something else"),
    ],
)
def test_numbers_of_two_sides_are_disputed_where_they_are_far_apart(reports, expected):
    assert told(disputes(reports)) == expected


def test_a_number_that_says_neither_of_whom_nor_where_is_disputed_by_none():
    apart = [report(count(who, n, "people"), day=day) for who, n in (("Velmark", 900), ("Ardania", 90)) for day in DAYS]
    assert disputes(apart) == ()


DAYS = ("2031-05-02", "2031-05-03")
TAKEN = taken("Ardania", "captured the town of Torvik", "Torvik", by="Ardanian forces")
HELD = said("Velmark", "said", "Velmish forces still control Torvik")


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param([report(TAKEN), report(HELD, outlet="Echo")], ["Ardania", "Velmark"], id="held by another"),
        pytest.param(
            [report(TAKEN), report(taken("Velmark", "taking of Torvik", "Torvik", "Ardania", status="denied"))],
            ["Ardania", "Velmark"],
            id="denied",
        ),
        pytest.param([report(TAKEN), report(HELD, day="2031-05-20")], [], id="weeks after"),
        pytest.param([report(TAKEN), report(said("Ardania", "said", HELD.words))], [], id="own"),
        pytest.param(
            [report(HILL), report(HELD)],
            [],
            id="beside it",
        ),
        pytest.param(
            [report(HEARD), report(HELD)],
            [],
            id="hearsay",
        ),
        pytest.param(
            [
                report(NORWAY),
                report(said("Velmark", "said", "Velmark still holds Norway")),
            ],
            [],
            id="a country",
        ),
    ],
)
def test_a_place_is_disputed_where_its_taker_is_contradicted(reports, expected):
    found = disputes(reports, kind="control")
    assert [side.name for dispute in found for side in sorted(dispute.sides, key=lambda s: s.name)] == expected


def test_a_side_shows_its_words_and_origins_with_copies_counted_once():
    copied = [report(HOSPITAL, DENIAL, FAR, outlet=outlet) for outlet in ("The Velm Post", "Orlan Echo")]
    (found,) = disputes([*copied, report(HOSPITAL, day="2031-05-03", outlet="Tarn Radio")])
    claims = next(side for side in found.sides if side.role == "claims")
    assert [r.words for r in claims.records] == ["Ardania of shelling the children's hospital in Torvik"] * 3
    assert len(claims.origins) == 2
    assert (found.first, found.last) == ("2031-05-02", "2031-05-03")


def test_a_denial_is_conceded_where_its_side_grants_the_like_later():
    grants = report(said("Ardania", "admitted", "shelling the children's hospital in Torvik"), day="2031-05-06")
    (found,) = disputes([report(HOSPITAL, DENIAL), grants])
    assert (found.stands, found.ended.words) == ("conceded", "shelling the children's hospital in Torvik")
    (before,) = disputes([report(HOSPITAL, DENIAL), grants], as_of="2031-05-05")
    assert (before.stands, before.ended, before.id) == ("open", None, found.id)


def test_what_another_side_grants_ends_nothing():
    grants = report(said("Norland", "admitted", "shelling the children's hospital in Torvik"), day="2031-05-06")
    (found,) = disputes([report(HOSPITAL, DENIAL), grants])
    assert found.stands == "open"


SEIZING = "seizing of the Velmish port of Torvik by Ardania"
AHEAD = taken("Velmark", SEIZING, "Torvik", "Ardania", status="planned", to="Velmark")
DONE = taken(None, "seized the Velmish port of Torvik", "Torvik", "Ardania", date="2031-05-05", to="Velmark")


@pytest.mark.parametrize(("texts", "stands"), [(2, "open"), (3, "overtaken")])
def test_a_denial_is_overtaken_where_enough_texts_report_the_act(texts, stands):
    denied = report(AHEAD, said("Ardania", "denied", "a plan to be seizing the port of Torvik"))
    done = [report(DONE, FAR[n:], day="2031-05-05", outlet=f"Radio {n}") for n in range(texts)]
    apart = [report(DONE, str(n) * 30, day="2031-05-06", outlet=f"Radio {n}") for n in range(texts)]
    assert [d.stands for d in disputes([denied, *done], kind="denial")] == ["open"]
    assert [d.stands for d in disputes([denied, *apart], kind="denial")] == [stands]


def test_numbers_are_overtaken_where_the_least_comes_to_count_as_much():
    later = report(count("Ardania", 5100, "Ardanian soldiers"), day="2031-06-20")
    (found,) = disputes([*counts(5000, 480), later])
    assert (found.stands, found.ended.words) == ("overtaken", "5100 Ardanian soldiers")


LATER = {"day": "2031-05-08"}
LOST = {"place": "Torvik", "date": "2031-05-07"}


@pytest.mark.parametrize(
    ("later", "stands"),
    [
        pytest.param(taken("Velmark", "capture of Torvik", by="Ardania", **LOST), "conceded", id="on its own word"),
        pytest.param(taken("Norland", "capture of Torvik", by="Ardania", **LOST), "open", id="on another's word"),
        pytest.param(taken("Velmark", "retook Torvik", by="Velmish forces", **LOST), "overtaken", id="lost again"),
        pytest.param(taken(None, "captured Torvik", by="Ardania", **LOST), "open", id="on nobody's word"),
    ],
)
def test_control_ends_where_its_denier_grants_it_or_the_place_goes_to_another(later, stands):
    (found,) = disputes([report(TAKEN), report(HELD, outlet="Echo"), report(later, **LATER)])
    assert found.stands == stands


def test_a_rejected_record_is_in_no_dispute():
    reports = [report(HOSPITAL, DENIAL)]
    (found,) = disputes(reports)
    denial = next(side for side in found.sides if side.role == "denies").records[0]
    assert disputes(reports, judge("reject", "statement", denial.id)) == ()


def test_a_side_that_a_person_sets_speaks_for_whom_they_say():
    """The mayor's word against the ministry's is one side's, or two sides'."""
    reports = [report(HOSPITAL, said("Orla Venn", "denied", "shelling the hospital in Torvik", kind="person"))]
    assert disputes(reports) == ()
    found = disputes(reports, judge("correct", "actor", "ORLA VENN", field="side", value="Ardanian"))
    assert told(found) == CLAIMED


def test_a_corrected_act_makes_a_denial():
    reports = [report(HOSPITAL, said("Ardania", "denied", "shelling the hospital in Torvik"))]
    (found,) = disputes(reports)
    denial = next(side for side in found.sides if side.role == "denies").records[0]
    assert disputes(reports, judge("correct", "statement", denial.id, field="act", value="assert")) == ()


def test_a_figure_of_another_thing_is_in_no_dispute():
    reports = counts(5000, 480)
    (found,) = disputes(reports)
    rivals = {side.name: [r.id for r in side.records] for side in found.sides}
    judged = [judge("not_same", "figure", a, b) for a in rivals["Ardania"] for b in rivals["Velmark"]]
    assert disputes(reports, *judged) == ()


def test_figures_that_people_call_the_same_thing_are_disputed():
    reports = counts(5000, 480)
    dead = [report(count("Norland", 50 + n, "Ardanian dead"), day=day, outlet="Echo") for n, day in enumerate(DAYS)]
    apart = disputes([*reports, *dead])
    with Ledger.open(":memory:", WAR) as ledger:
        ledger.add([*reports, *dead])
        ids = {f.source: f.id for f in ledger.figures()}
    (joined,) = disputes([*reports, *dead], judge("same", "figure", ids["Norland"], ids["Velmark"]))
    assert [side.name for side in apart[0].sides] == ["Ardania", "Velmark"]
    assert [side.name for side in joined.sides] == ["Ardania", "Norland", "Velmark"]


@pytest.mark.parametrize(
    ("asked", "times"),
    [
        ({"kind": "denial"}, 1),
        ({"kind": "numbers"}, 0),
        ({"by": "Ardania"}, 1),
        ({"by": "Norland"}, 0),
        ({"about": "hospital"}, 1),
        ({"about": "ferry"}, 0),
        ({"since": "2031-05-02"}, 1),
        ({"since": "2031-05-03"}, 0),
        ({"as_of": "2031-05-01"}, 0),
    ],
)
def test_disputes_are_asked_for_by_what_they_are_of(asked, times):
    assert len(disputes([report(HOSPITAL, DENIAL)], **asked)) == times


def test_disputes_are_asked_for_by_place():
    reports = [report(TAKEN), report(HELD, outlet="Echo"), report(HOSPITAL, DENIAL, outlet="Tarn Radio")]
    assert [d.kind for d in disputes(reports, place="Torvik")] == ["control"]
    assert disputes(reports, place="Velm") == ()


def test_a_limit_keeps_the_newest():
    reports = [report(HOSPITAL, DENIAL), report(CONVOY, CONVOY_BACK, day="2031-05-09")]
    assert [d.kind for d in disputes(reports, limit=1)] == ["accusation"]
