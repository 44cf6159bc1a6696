"""`sayso init` proposes sides, places and day zero of the demo, each with the words it rests on."""

import msgspec
from click.testing import CliRunner

from sayso.cli.main import sayso
from sayso.demo import demo_folder
from sayso.model import Situation


def test_init_proposes_the_situation_of_the_demo(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with demo_folder() as folder:
        result = CliRunner().invoke(sayso, ["init", str(folder / "reports"), "--jobs", "1"])
    assert result.exit_code == 0
    situation = msgspec.toml.decode(result.stdout, type=Situation)
    assert situation.day_zero == "2025-06-09"
    assert [p.name for p in situation.parties] == ["Ardania", "Velmark"]
    assert {"Ardanian", "Velmish"} <= {a for p in situation.parties for a in p.aliases}
    assert {"Kesharin", "Tolvesk", "Sarnik", "Vosna Dam"} <= set(situation.places)
    for name in (*situation.places, *(p.name for p in situation.parties)):
        assert f"# {name}: “…" in result.stdout
