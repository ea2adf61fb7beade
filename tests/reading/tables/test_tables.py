"""Event tables: rows become claims with parties, places and days, and nothing that the row does not say."""

from __future__ import annotations

import collections
import shutil
from datetime import date
from pathlib import Path

import pytest

from servanda.agreement import load
from servanda.case import ask, open_case, take_in
from servanda.errors import EvidenceError
from servanda.reading.tables import read_table

ROOT = Path(__file__).resolve().parents[3]
SYRIA = ROOT / "examples" / "syria-2016"


@pytest.fixture
def syria(tmp_path: Path) -> Path:
    target = tmp_path / "syria-2016"
    shutil.copytree(SYRIA, target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    return target


def table(folder: Path, name: str, text: str) -> Path:
    (folder / "events").mkdir(exist_ok=True)
    path = folder / "events" / name
    path.write_text(text, encoding="utf-8")
    return path


HEAD = "day,by,against,lat,lon,village,dead\n"
MAPPING = "name: Log\nreliability: C\nact: attack\ncolumns: {start: day, actor: by, other: against, latitude: lat, longitude: lon, place: [village], best: dead}\n"


def test_every_claim_quotes_its_row_word_for_word(syria: Path) -> None:
    got = read_table(syria / "events" / "sample_ged.csv", syria, load(syria / "agreement.yaml"))
    assert got.claims
    for claim in got.claims:
        assert got.report.text[claim.start : claim.end] == claim.quote
        assert claim.when.earliest is not None and claim.when.latest is not None
        assert claim.when.earliest <= claim.when.latest


def test_a_side_that_inflicted_no_deaths_is_no_author(syria: Path) -> None:
    import polars as pl

    rows = pl.read_csv(syria / "events" / "sample_ged.csv", infer_schema=False)
    got = read_table(syria / "events" / "sample_ged.csv", syria, load(syria / "agreement.yaml"))
    authors = collections.defaultdict(set)
    for claim in got.claims:
        authors[int(claim.words.removeprefix("row "))] |= {p.words for p in claim.actors}
    for number, row in enumerate(rows.iter_rows(named=True), start=1):
        if row["type_of_violence"] == "3":
            assert authors[number] == {row["side_a"]}
            continue
        expected = {row["side_a"]} if float(row["deaths_b"]) > 0 else set()
        expected |= {row["side_b"]} if float(row["deaths_a"]) > 0 else set()
        assert authors[number] == expected


def test_acts_with_excluded_groups_are_set_aside_and_breach_nobody(syria: Path) -> None:
    case = open_case(syria)
    with case.ledger() as ledger:
        take_in(case, ledger)
    answer = ask(case, date(2016, 4, 1))
    term = answer.findings.term("1-hostilities")
    aside = {s.claim for s in term.set_aside}
    for item in answer.evidence.testimonies:
        parties = {p.id for p in (*item.claim.between, *item.claim.actors)}
        if parties & {"islamic-state", "nusra"}:
            assert item.id in aside
            assert all(item.id not in i.claims for i in term.incidents)
    assert any("exempt" in s.why for s in term.set_aside)


def test_an_attack_on_a_group_that_the_case_does_not_know_breaches_nothing(syria: Path) -> None:
    shutil.rmtree(syria / "events")
    table(syria, "log.csv", HEAD + "2016-03-02,Syrian army,River Tribe Front,35.71,36.11,Hill,2\n")
    (syria / "events" / "log.mapping.yaml").write_text(MAPPING, encoding="utf-8")
    case = open_case(syria)
    with case.ledger() as ledger:
        take_in(case, ledger)
    term = ask(case, date(2016, 3, 10)).findings.term("1-hostilities")
    assert term.incidents == ()
    assert ["River Tribe Front" in s.why for s in term.set_aside] == [True]


def test_what_was_published_later_was_not_known_before(syria: Path) -> None:
    case = open_case(syria)
    with case.ledger() as ledger:
        take_in(case, ledger)
    early = ask(case, date(2016, 3, 10), date(2016, 3, 1))
    assert all(t.claim.known is None or t.claim.known <= date(2016, 3, 1) for t in early.evidence.testimonies)
    late = ask(case, date(2016, 3, 10), date(2016, 12, 31))
    assert len(late.evidence.testimonies) > len(early.evidence.testimonies)


def test_a_mapping_file_opens_any_table(syria: Path) -> None:
    path = table(syria, "log.csv", HEAD + "2016-03-02,Syrian army,Syrian insurgents,35.71,36.11,Hill,2\n")
    (syria / "events" / "log.mapping.yaml").write_text(MAPPING, encoding="utf-8")
    (claim,) = read_table(path, syria, load(syria / "agreement.yaml")).claims
    assert claim.actors[0].id == "government"
    assert claim.target is not None and claim.target.id == "opposition"
    assert claim.speaker.kind == "dataset"


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        (None, "E101"),
        (MAPPING.replace("start: day", "start: when"), "E102"),
        (MAPPING.replace("start: day", "begin: day"), "E102"),
        ("columns: [\n", "E103"),
        ("columns: {actor: by}\nact: attack\n", "E103"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(syria: Path, mapping: str | None, code: str) -> None:
    path = table(syria, "log.csv", HEAD + "2016-03-02,a,b,1,2,c,0\n")
    if mapping is not None:
        (syria / "events" / "log.mapping.yaml").write_text(mapping, encoding="utf-8")
    with pytest.raises(EvidenceError, match=code):
        read_table(path, syria, load(syria / "agreement.yaml"))


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("event_id_cnty,event_date,sub_event_type,actor1,location", "whose geo_precision is not here"),
        ("event_date,sub_event_type,actor1,notes", "whose event_id_cnty, geo_precision are not here"),
        ("event_date,actor,place", None),
    ],
)
def test_a_table_that_almost_fits_is_told_what_it_misses(syria: Path, head: str, says: str | None) -> None:
    path = table(syria, "log.csv", head + "\n")
    with pytest.raises(EvidenceError) as caught:
        read_table(path, syria, load(syria / "agreement.yaml"))
    assert (says or "fit no known table") in str(caught.value)
    assert ("Nearest is" in str(caught.value)) is (says is not None)


def test_a_table_that_is_none_is_unread_and_the_rest_goes_on(syria: Path) -> None:
    (syria / "events" / "broken.parquet").write_bytes(b"not a table")
    case = open_case(syria)
    with case.ledger() as ledger:
        taken = take_in(case, ledger)
    assert [(p, "E104" in why) for p, why in taken.unread] == [("events/broken.parquet", True)]
    assert ask(case, date(2016, 4, 1)).evidence.testimonies


def test_real_events_of_ucdp_are_read_whole(syria: Path, shared_data: Path) -> None:
    shutil.copy(shared_data / "ucdp_ged_syria_191.csv.gz", syria / "events")
    got = read_table(syria / "events" / "ucdp_ged_syria_191.csv.gz", syria, load(syria / "agreement.yaml"))
    assert got.left_out == 0
    assert got.report.extra["rows"] == "16566"
    assert len({c.start for c in got.claims}) == 16566
