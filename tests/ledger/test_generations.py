"""What is indexed by generations of rows is found in each of them."""

import pytest
from sqlalchemy import func, select

from ledger.invented import judge, report
from sayso.ledger import Ledger
from sayso.ledger.asking import has_one_of, starts_with
from sayso.ledger.opening import insert, transaction
from sayso.ledger.tables import GENERATION, event, figure, statement
from sayso.model import record_id

SEEDS = range(3)


@pytest.fixture
def ledger(nowhere):
    """Three reports, the records of each in a generation of its own."""
    with Ledger.open(nowhere()) as opened:
        for seed in SEEDS:
            opened.add([report(seed, speaker=f"Ilse Brandt {seed}")])
            for table in (statement, figure, event):
                leap(opened, table)
        yield opened


def leap(ledger, table):
    """Have the rows to come numbered in the generation after the next: by a copy of the last row under no real id."""
    last = ledger._connection.execute(select(table).order_by(table.c.row.desc()).limit(1)).one()
    number = last.row + (2 << GENERATION)
    with transaction(ledger._connection, write=True):
        insert(ledger._connection, table.name, [(number, *last[1:5], "none", *last[6:])])


@pytest.mark.parametrize("table", [statement, figure, event], ids=str)
def test_the_rows_lie_in_several_generations(ledger, table):
    last = ledger._connection.execute(select(func.max(table.c.row))).scalar_one()
    assert last >> GENERATION == 2 * len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_id_is_found_whichever_generation_it_is_of(ledger, seed):
    doc, reading = report(seed, speaker=f"Ilse Brandt {seed}")
    wanted = record_id("s", doc.id, reading.statements[0].content)
    assert ledger.find(wanted[:8]) == ("statement", wanted)
    query = select(statement.c.id)
    for where in (has_one_of(statement.c.id, [wanted, "s0"]), starts_with(statement, wanted[:8])):
        assert ledger._connection.execute(query.where(where)).scalars().all() == [wanted]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_speaker_is_found_whichever_generation_the_statement_is_of(ledger, seed):
    rows = select(statement.c.id).where(has_one_of(statement.c.speaker, [f"Ilse Brandt {seed}"]))
    found = set(ledger._connection.execute(rows).scalars()) - {"none"}
    doc, reading = report(seed, speaker=f"Ilse Brandt {seed}")
    assert found == {record_id("s", doc.id, reading.statements[0].content)}


def test_a_judgement_reaches_a_statement_of_a_later_generation(ledger):
    doc, reading = report(2, speaker="Ilse Brandt 2")
    wanted = record_id("s", doc.id, reading.statements[0].content)
    ledger.judge(judge("correct", "statement", wanted, field="speaker", value="Otto Lind"))
    assert [view.id for view in ledger.statements(by="Otto Lind")] == [wanted]


@pytest.mark.parametrize("table", [statement, figure, event], ids=str)
def test_a_file_looks_ids_up_in_the_index(tmp_path, table):
    with Ledger.open(tmp_path / "ledger") as ledger:
        query = select(table.c.noun).where(has_one_of(table.c.id, ["s1", "s2"]))
        told = str(query.compile(ledger._connection.engine))
        plan = ledger._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}", (0, 1, "[]")).all()
    assert any(f"USING INDEX {table.name}_by_id (<expr>=? AND id=?)" in row[-1] for row in plan)
