"""What people write wrongly in NAME.mapping.yaml: line and column, what is allowed, all of it at once; nothing passes silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import SMALL

from servanda.agreement import loads
from servanda.case import open_case, take_in
from servanda.errors import EvidenceError
from servanda.reading.tables import read_table

HEAD = "day,by,against,type,village,dead,code\n"
ROW = "2024-05-10,River Guard,Valley Council,shelling,Oma,2,1\n"


def read(tmp_path: Path, mapping: str) -> list[str]:
    (tmp_path / "events").mkdir(exist_ok=True)
    (tmp_path / "events" / "log.v2.csv").write_text(HEAD + ROW, encoding="utf-8")
    (tmp_path / "events" / "log.v2.mapping.yaml").write_text(mapping, encoding="utf-8")
    table = read_table(tmp_path / "events" / "log.v2.csv", tmp_path, loads(SMALL))
    return [f"{c.act} {c.kind} {c.zone_words} {[a.id for a in c.actors]}" for c in table.claims]


@pytest.mark.parametrize(
    ("text", "code", "place", "says"),
    [
        ("columns: {start: day}\nact: shelling\n", "E105", "2:6", "Did you mean {act: attack, kind: shelling}?"),
        ("columns: {start: day}\nact: atack\n", "E105", "2:6", "Did you mean attack?"),
        ("columns: {start: day, kind: type}\nacts: {shelling: {act: shell}}\n", "E105", "2:24", "there is no act 'shell'"),
        ("columns: {start: day, kind: type}\nacts: {shelling: bombing}\n", "E105", "2:18", "there is no act 'bombing'"),
        (
            "columns: {start: day, kind: type}\nacts: {s: {act: attack, kind: shells}}\n",
            "E105",
            "2:31",
            "Did you mean shelling?",
        ),
        ("columns: {start: dya}\nact: attack\n", "E102", "1:18", "Did you mean day?"),
        ("columns: {start: day, place: [town]}\nact: attack\n", "E102", "1:31", "no column 'town'"),
        ("columns: {strat: day}\nact: attack\n", "E102", "1:11", "Did you mean start?"),
        ("column: {start: day}\nact: attack\n", "E102", "1:1", "Did you mean columns?"),
        ("columns: {start: [day]}\nact: attack\n", "E103", "1:18", "a list of 1; allowed: a text"),
        ("columns: [day]\nact: attack\n", "E103", "1:10", "a mapping with id, start"),
        ("columns: {start: day}\n", "E103", "1:1", "Write act: attack"),
        ("columns: {actor: by}\nact: attack\n", "E103", "1:10", "Write columns: {start: …}"),
        ("columns: {start: day}\nacts: {shelling: attack}\n", "E103", "2:7", "{kind: …}"),
        ("columns: {start: day, kind: type}\nact: attack\nacts: {a: attack}\n", "E103", "2:6", "Keep one"),
        ("columns: {start: day}\nact: attack\nauthors: actor\n", "E103", "3:10", "allowed: first, deaths"),
        ("columns: {start: day}\nact: attack\nauthors: deaths\n", "E103", "3:10", "deaths_actor"),
        ("columns: {start: day}\nact: attack\nreliability: high\n", "E103", "3:14", "allowed: A, B, C, D, E, F"),
        ("columns: {start: day}\nact: attack\nradius_km: {1: 5}\n", "E103", "3:12", "place_precision"),
        ("columns: {start: day, place_precision: code}\nact: attack\nradius_km: {1: near}\n", "E103", "3:16", "a number"),
        ("columns: {start: day, latitude: code}\nact: attack\n", "E103", "1:10", "latitude and longitude go together"),
        ("columns: {start: day}\ncolumns: {start: day}\nact: attack\n", "E103", "2:1", "stands twice"),
        ("columns:\n\tstart: day\n", "E103", "2:1", "tab"),
        ("", "E103", "", "the file is empty. Write columns:"),
    ],
)
def test_each_is_named_with_its_place(tmp_path: Path, text: str, code: str, place: str, says: str) -> None:
    with pytest.raises(EvidenceError) as caught:
        read(tmp_path, text)
    told = str(caught.value)
    assert f"[{code}] log.v2.mapping.yaml{':' if place else ''}{place}: " in told
    assert says in told


def test_all_errors_come_at_once(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError) as caught:
        read(tmp_path, "columns: {start: dya, actr: by}\nact: go\nreliability: Z\n")
    assert [line.split("]")[0][1:] for line in str(caught.value).splitlines()] == ["E102", "E102", "E105", "E103"]


def test_a_short_form_and_a_single_place(tmp_path: Path) -> None:
    """One name of a place is one place, and an act alone is an act."""
    text = "columns: {start: day, actor: by, other: against, kind: type, place: village}\nacts: {shelling: attack}\n"
    assert read(tmp_path, text) == ["attack None Oma ['guard']"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("log.xlsx", "no event table: found .xlsx"),
        ("logs.mapping.yaml", "a mapping without its table. Put logs.csv"),
        ("notes.txt", "reports go into reports/"),
    ],
)
def test_what_lies_in_events_and_is_no_table_is_named(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "agreement.yaml").write_text(SMALL, encoding="utf-8")
    for other in (name, "README.md", ".hidden"):
        (tmp_path / "events" / other).write_text("a", encoding="utf-8")
    case = open_case(tmp_path)
    with case.ledger() as ledger:
        ((path, why),) = take_in(case, ledger).unread
    assert path == f"events/{name}" and why.startswith(f"[E106] events/{name}: ") and says in why


def test_what_lies_in_claims_and_is_no_file_of_claims_is_named(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "agreement.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "claims" / "a.json").write_text("[]", encoding="utf-8")
    (tmp_path / "claims" / "b.yaml").symlink_to(tmp_path / "agreement.yaml")
    case = open_case(tmp_path)
    with case.ledger() as ledger:
        told = dict(take_in(case, ledger).unread)
    assert "no file of claims: found .json" in told["claims/a.json"] and "a link" in told["claims/b.yaml"]
