"""Exports open in other programs' readers and keep their promises."""

from __future__ import annotations

import csv
import io
import json
import shutil
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import icalendar
import polars
import pytest
import shapely.geometry
from hypothesis import given
from hypothesis import strategies as st

from servanda.case import Case, ask, open_case, take_in
from servanda.case.confidential import closed_in, shared
from servanda.case.dossiers import dossier_of
from servanda.case.exporting import FORMATS, export
from servanda.errors import CaseError
from servanda.outputs.dossier import Dossier
from servanda.outputs.exports import TABLES, calendar, csv_table, geojson, parquet_table
from servanda.outputs.exports.csv_tables import defused

DAY = date(2020, 11, 24)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\tx", "\r=1", "  =1", "\n@x", "\x00=1", "＝1"])
def test_s4_formulas_are_defused(text: str) -> None:
    assert defused(text).startswith("'")


@given(st.text())
def test_s4_no_text_cell_starts_as_a_formula(text: str) -> None:
    made = defused(text)
    assert not made.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\x00" not in made


def test_s4_numbers_stay_numbers(dossier: Dossier) -> None:
    from servanda.outputs.exports.csv_tables import cell

    assert cell(-5) == "-5" and cell(-0.5) == "-0.5" and cell(date(2020, 1, 2)) == "2020-01-02"


@pytest.mark.parametrize("name", list(TABLES))
def test_tables_are_the_same_as_csv_and_parquet(dossier: Dossier, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_table(dossier, name).removeprefix("\ufeff"))))
    frame = polars.read_parquet(parquet_table(dossier, name))
    assert frame.columns == list(TABLES[name][0])
    assert frame.height == len(rows)
    if name == "terms":
        assert {r["term"]: r["due"] for r in rows}["6-kalbajar"] == "2020-11-25"
        assert frame.filter(polars.col("term") == "6-kalbajar")["due"].to_list() == [date(2020, 11, 25)]


def test_parquet_opens_in_duckdb(dossier: Dossier, tmp_path: object) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    from pathlib import Path

    path = Path(str(tmp_path)) / "claims.parquet"
    path.write_bytes(parquet_table(dossier, "claims"))
    found = duckdb.sql(f"select count(*), count(distinct claim) from '{path}'").fetchall()[0]
    assert found[0] >= found[1] == len(dossier.by_claim)


def test_geojson_has_valid_shapes_and_keeps_what_has_no_place(later: Dossier) -> None:
    body = json.loads(geojson(later))
    assert body["convention"] and body["as_of"] == "2021-04-24"
    shapes = [shapely.geometry.shape(f["geometry"]) for f in body["features"] if f["geometry"]]
    assert shapes and all(s.is_valid and s.area > 0 for s in shapes)
    incidents = [f for f in body["features"] if f["properties"]["what"] == "incident"]
    assert len(incidents) == sum(len(t.incidents) for t in later.findings.terms)


def test_geojson_winds_its_rings_as_rfc_7946_asks(later: Dossier) -> None:
    for f in json.loads(geojson(later))["features"]:
        made = shapely.geometry.shape(f["geometry"]) if f["geometry"] else None
        for part in getattr(made, "geoms", [made]) if made is not None else []:
            assert part.geom_type != "Polygon" or part.exterior.is_ccw


def test_the_calendar_has_stable_uids_and_moves_with_the_date(case: Case) -> None:

    early = dossier_of(ask(case, date(2020, 11, 14), date(2020, 11, 14)))
    late = dossier_of(ask(case, DAY, DAY))

    def events(d: Dossier) -> dict[str, icalendar.Event]:
        parsed = icalendar.Calendar.from_ical(calendar(d))
        return {str(e["uid"]): e for e in parsed.walk("VEVENT")}

    one, two = events(early), events(late)
    uid = next(u for u in one if u.startswith("6-kalbajar@"))
    assert set(one) == set(two)
    assert one[uid]["dtstart"].dt == date(2020, 11, 15) and two[uid]["dtstart"].dt == date(2020, 11, 25)
    assert int(two[uid]["sequence"]) > int(one[uid]["sequence"])
    assert len(two[uid].walk("VALARM")) == 3
    assert isinstance(two[uid]["dtstamp"].dt, datetime) and two[uid]["dtstamp"].dt.tzinfo is not None
    assert calendar(late) == calendar(late)
    assert all(len(line) <= 75 for line in calendar(late).split(b"\r\n"))


def test_a_later_calendar_replaces_an_earlier_one_also_where_a_date_is_taken_back(mission: Case) -> None:
    due = mission.root / "agreement.yaml"
    text = due.read_text(encoding="utf-8").replace(
        "due: {by: 2024-03-20}", "due: {by: 2024-03-20}\n    may_extend: [south]\n    may_waive: [south]"
    )
    due.write_text(text, encoding="utf-8")
    _told(
        mission.root,
        "later.md",
        "Southland",
        "2024-03-12",
        "Southland extended the deadline for the withdrawal from the Old Bridge to 30 March 2024.",
    )
    _told(
        mission.root,
        "waived.md",
        "Southland",
        "2024-03-16",
        "Southland waives the withdrawal of Northland from the Old Bridge.",
    )
    case = _read(mission.root)
    seen = []
    for day in (date(2024, 3, 11), date(2024, 3, 13), date(2024, 3, 17)):
        made = icalendar.Calendar.from_ical(calendar(dossier_of(ask(case, day, day))))
        seen += [(e["dtstart"].dt, int(e["sequence"]), str(e["status"])) for e in made.walk("VEVENT")]
    days, sequences, states = zip(*seen, strict=True)
    assert days[:2] == (date(2024, 3, 20), date(2024, 3, 30)) and len(seen) == 3
    assert sequences[0] < sequences[1] < sequences[2]
    assert states == ("CONFIRMED", "CONFIRMED", "CANCELLED")


def test_no_file_says_overdue_to_a_person(case: Case) -> None:
    day = date(2021, 4, 24)
    made = calendar(dossier_of(ask(case, day, day))).decode().replace("\r\n ", "")
    assert "date passed\\, outcome unknown" in made and "overdue" not in made


def test_the_feed_is_well_formed_with_unique_ids_and_zoned_times(case: Case) -> None:
    answer = ask(case, DAY, DAY)
    made = export(answer, "atom").content
    root = ET.fromstring(made)
    entries = root.findall(f"{ATOM}entry")
    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert entries and len(ids) == len(set(ids))
    for e in entries:
        assert datetime.fromisoformat(e.findtext(f"{ATOM}updated") or "").tzinfo is not None
        content = e.find(f"{ATOM}content")  # an entry without a link must have content (RFC 4287, 4.1.2)
        assert content is not None and content.get("type") == "text" and content.text
        assert e.find(f"{ATOM}title") is not None and (e.findtext(f"{ATOM}id") or "").startswith("tag:")
    assert root.findtext(f"{ATOM}updated") == max(e.findtext(f"{ATOM}updated") or "" for e in entries)
    assert any("2020-11-25" in (e.findtext(f"{ATOM}title") or "") for e in entries)
    assert export(answer, "atom").content == made


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_gives_the_same_bytes_again(case: Case, format_: str) -> None:
    answer = ask(case, DAY, DAY)
    assert export(answer, format_).content == export(answer, format_).content


def test_json_is_the_status_document_and_meets_its_schema(case: Case) -> None:
    import jsonschema

    from servanda.outputs.document import status_schema

    jsonschema.validate(json.loads(export(ask(case, DAY, DAY), "json").content), status_schema())


def test_a_wrong_format_table_or_picture_is_refused_with_what_is_allowed(case: Case) -> None:
    answer = ask(case, DAY, DAY)
    for format_, table in [("docx", None), ("csv", "nope"), ("svg", "nope")]:
        with pytest.raises(CaseError, match="Allowed") as caught:
            export(answer, format_, table=table)
        assert caught.value.code == "C131"


def test_s12_nothing_of_a_confidential_report_is_left_in_a_public_export(case: Case) -> None:
    answer = ask(case, DAY, DAY)
    path = next(p for p, r in answer.knowledge.reports.items() if "sky-and-steel" in p)
    closed = replace(answer.knowledge.reports[path], extra={"confidential": "yes"})
    answer = replace(answer, knowledge=replace(answer.knowledge, reports={**answer.knowledge.reports, path: closed}))
    hidden = [c for c in answer.knowledge.claims if c.report == path]
    assert hidden
    for format_ in FORMATS:
        if format_ == "png":
            continue
        made = export(answer, format_, hide=True).content
        if format_ in {"csv", "parquet"}:
            archive = zipfile.ZipFile(io.BytesIO(made))
            made = b"".join(archive.read(n) for n in archive.namelist())
        for secret in (path, closed.sha256[:12], closed.source or "", *(c.id for c in hidden), *(c.quote[:30] for c in hidden)):
            assert secret.encode() not in made, (format_, secret)


def test_s12_a_public_feed_tells_only_what_may_be_shared(case: Case, tmp_path: Path) -> None:
    own = open_case(Path(shutil.copytree(case.root, tmp_path / "own", ignore=shutil.ignore_patterns("ledger.db*", "out"))))
    signed = own.root / "reports" / "2020-11-25-mod-azerbaijan-kalbajar.txt"
    signed.write_text(signed.read_text(encoding="utf-8").replace("---\n", "---\nconfidential: yes\n", 1), encoding="utf-8")
    (own.root / "reports" / "2020-11-25-bridge-media.meta.yaml").write_text("confidential: yes\n", encoding="utf-8")
    with own.ledger() as ledger:
        take_in(own, ledger)
    answer = ask(own, date(2020, 11, 27), date(2020, 11, 27))
    shared = json.loads(export(answer, "json", hide=True).content)
    stands = next(t["status"] for t in shared["terms"] if t["id"] == "6-kalbajar")
    full, public_ = (export(answer, "atom", hide=hide).content.decode() for hide in (False, True))
    assert "6-kalbajar: status pending → fulfilled" in full
    assert stands != "fulfilled" and "6-kalbajar: status pending → fulfilled" not in public_


def test_public_recomputes_nothing_where_nothing_is_confidential(case: Case) -> None:
    answer = ask(case, DAY, DAY)
    again = shared(answer, closed_in(case))
    assert again.findings is answer.findings and again.knowledge.claims == answer.knowledge.claims


def _leaks(made: bytes, secrets: list[str]) -> list[str]:
    if made[:2] == b"PK":
        archive = zipfile.ZipFile(io.BytesIO(made))
        made = b"".join(archive.read(n) for n in archive.namelist())
    text = made.decode("utf-8", "replace")
    return [s for s in secrets if s in text]


@pytest.fixture
def mission(tmp_path: Path) -> Case:
    """A small case: an outlet, and an informant whom only reports of the informant name."""
    root = tmp_path / "mission"
    (root / "reports").mkdir(parents=True)
    (root / "agreement.yaml").write_text(
        "servanda: 1\nid: mission\ntitle: A truce\nsigned: 2024-03-01\n"
        "actors:\n  north: {name: Northland, role: signatory}\n  south: {name: Southland, role: signatory}\n"
        "zones:\n  bridge: {name: Old Bridge}\n"
        "terms:\n  withdrawal:\n    says: Northland leaves the bridge by 20 March 2024.\n    norm: obligation\n"
        "    bearer: [north]\n    toward: [south]\n    act: withdraw\n    zone: bridge\n    due: {by: 2024-03-20}\n",
        encoding="utf-8",
    )
    (root / "sources.yaml").write_text(
        "informant: {name: Teodora Vance, kind: expert}\nwire: {name: Valley Wire, kind: agency}\n", encoding="utf-8"
    )
    _told(root, "wire.md", "Valley Wire", "2024-03-18", "Northland has not withdrawn from the Old Bridge.")
    _told(root, "seen.md", "Teodora Vance", "2024-03-10", "Northland has withdrawn all its forces from the Old Bridge.")
    return _read(root)


def _told(root: Path, name: str, source: str, day: str, words: str, mark: str = "") -> None:
    (root / "reports" / name).write_text(f"---\nsource: {source}\npublished: {day}\n{mark}---\n{words}\n", encoding="utf-8")


def _read(root: Path) -> Case:
    opened = open_case(root)
    with opened.ledger() as ledger:
        take_in(opened, ledger)
    return opened


def _public(case: Case, day: date) -> dict[str, list[str]]:
    """What of the informant stands in each public export."""
    answer = ask(case, day, day)
    secrets = ["Vance", "seen.md", "moved.md", *(c.id for c in answer.knowledge.claims if c.report != "reports/wire.md")]
    made = {f: export(answer, f, hide=True).content for f in FORMATS if f != "png"}
    return {f: found for f, content in made.items() if (found := _leaks(content, secrets))}


MARK = "confidential: yes\n"
EARLY = date(2024, 3, 19)
LONG = "Northland has withdrawn all its forces from the Old Bridge, and nobody is left there but two guards of the council."


def test_s12_what_is_open_shows_its_source(mission: Case) -> None:
    assert {"html", "csv"} <= _public(mission, EARLY).keys()


def test_s12_a_later_mark_closes_every_earlier_version(mission: Case) -> None:
    _told(mission.root, "seen.md", "Teodora Vance", "2024-03-10", "Northland has withdrawn everything from the bridge.", MARK)
    assert _public(_read(mission.root), EARLY) == {}


def test_s12_a_mark_under_another_path_closes_the_same_words(mission: Case) -> None:
    (mission.root / "reports" / "seen.md").unlink()
    _told(
        mission.root,
        "moved.md",
        "Teodora Vance",
        "2024-03-10",
        "Northland has withdrawn all its forces  from the Old Bridge.",
        MARK,
    )
    assert _public(_read(mission.root), EARLY) == {}


def test_s12_a_source_that_only_marked_reports_name_is_not_listed_before_they_came(mission: Case) -> None:
    _told(
        mission.root,
        "seen.md",
        "Teodora Vance",
        "2024-03-10",
        "Northland has withdrawn all its forces from the Old Bridge.",
        MARK,
    )
    assert _public(_read(mission.root), date(2024, 3, 5)) == {}


def test_s12_a_translation_of_a_marked_report_is_closed(mission: Case) -> None:
    _told(
        mission.root,
        "seen.md",
        "Teodora Vance",
        "2024-03-10",
        "Войска полностью покинули Старый мост.",
        MARK + "language: ru\n",
    )
    _told(
        mission.root,
        "moved.md",
        "Teodora Vance",
        "2024-03-10",
        "Northland has withdrawn from the Old Bridge.",
        "translation_of: seen.md\n",
    )
    assert _public(_read(mission.root), EARLY) == {}


def test_s12_what_is_written_anew_without_a_mark_is_open_again_and_its_past_is_not(mission: Case) -> None:
    _told(mission.root, "seen.md", "Teodora Vance", "2024-03-10", "Northland has withdrawn everything from the bridge.", MARK)
    _read(mission.root)
    _told(mission.root, "seen.md", "a witness", "2024-03-10", "Northland has withdrawn all its forces.")
    case = _read(mission.root)
    assert _public(case, EARLY) == {}
    now = json.loads(export(ask(case), "json", hide=True).content)
    assert "reports/seen.md" in {r["path"] for r in now["reports"]}


@pytest.mark.parametrize(
    ("closed", "open_"),
    [
        (
            "Ana Maro, Southland's defence minister, said on Monday that Northland has not withdrawn from the Old Bridge.",
            "Northland has withdrawn from the Old Bridge, Ana Maro said.",
        ),
        (f"{LONG} Nobody was hurt.", f"{LONG} It is cold there."),
    ],
)
def test_s12_a_public_export_is_that_of_a_case_that_never_held_it(mission: Case, closed: str, open_: str) -> None:
    _told(mission.root, "told.md", "Teodora Vance", "2024-03-10", closed, MARK)
    _told(mission.root, "paper.md", "Valley Wire", "2024-03-18", open_)
    case = _read(mission.root)
    made = [export(ask(case, EARLY, EARLY), "json", hide=True).content]
    (mission.root / "reports" / "told.md").unlink()
    (mission.root / "ledger.db").unlink()
    case = _read(mission.root)
    made.append(export(ask(case, EARLY, EARLY), "json").content)
    assert json.loads(made[0]) == json.loads(made[1])


def test_s12_no_public_export_while_a_mark_may_wait_in_a_file(mission: Case) -> None:
    answer = ask(mission, EARLY, EARLY)
    _told(
        mission.root,
        "seen.md",
        "Teodora Vance",
        "2024-03-10",
        "Northland has withdrawn all its forces from the Old Bridge.",
        MARK,
    )
    with pytest.raises(CaseError, match="servanda run") as caught:
        export(answer, "json", hide=True)
    assert caught.value.code == "C134"
