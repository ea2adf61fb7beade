"""What of a table is not read is told, row by row and cell by cell; what can be read in another form is read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from tests.crown import AGREEMENT

from servanda.agreement import load
from servanda.errors import EvidenceError
from servanda.reading.tables import TableReading, read_table
from servanda.reading.tables.lost import MOST

MAPPING = """\
name: Log
columns: {id: nr, start: day, actor: by, other: against, kind: kind, latitude: lat, longitude: lon, place: [place], best: dead}
acts: {raid: attack}
"""
HEAD = "nr,day,by,against,kind,lat,lon,place,dead"
GOOD = "1,2031-02-01,Guard,Crown,raid,46.4,26.4,Ford,3"


def reading(folder: Path, text: str | bytes, name: str = "log.csv") -> TableReading:
    (folder / "events").mkdir()
    (folder / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (folder / "events" / "log.mapping.yaml").write_text(MAPPING, encoding="utf-8")
    path = folder / "events" / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table(path, folder, load(folder / "agreement.yaml"))


def rows(*told: str) -> str:
    return "\n".join([HEAD, *told]) + "\n"


@pytest.mark.parametrize(
    ("row", "code", "says", "claims"),
    [
        ("2,01/02/2031,Guard,Crown,raid,46.4,26.4,Ford,1", "E107", "day '01/02/2031' is no day that is read", 1),
        ("2,2031-02-30,Guard,Crown,raid,46.4,26.4,Ford,1", "E107", "day '2031-02-30'", 1),
        ("2,,Guard,Crown,raid,46.4,26.4,Ford,1", "E107", "day is empty", 1),
        ("2,2031-02-02,Guard,Crown,raid,46.4,26.4,Ford, by the mill,1", "E107", "line 3 has 10 cells, and the header 9", 1),
        ("2,2031-02-02,Guard,Crown,raid,46.4,26.4,Ford,two", "E108", "dead 'two' is no number", 2),
        ("2,2031-02-02,Guard,Crown,raid,46.4,26.4,Ford,1.200", "E108", "dead '1.200' is no number that is read for sure", 2),
        ("2,2031-02-02,Guard,Crown,raid,464.1,26.4,Ford,1", "E108", "lat '464.1' is no place on the earth", 2),
        ("2,2031-02-02,Guard,Crown,parade,46.4,26.4,Ford,0", "E109", "kind 'parade' (1)", 1),
        ("1,2031-02-02,Guard,Crown,raid,46.4,26.4,Ford,0", "E109", "1 (rows 1, 2)", 2),
    ],
)
def test_what_is_not_read_of_a_row_is_told(tmp_path: Path, row: str, code: str, says: str, claims: int) -> None:
    got = reading(tmp_path, rows(GOOD, row))
    (why,) = got.unread
    assert why.startswith(f"[{code}]") and says in why
    assert len(got.claims) == claims


def test_a_table_that_is_read_whole_tells_nothing(tmp_path: Path) -> None:
    assert reading(tmp_path, rows(GOOD, "2,2031-02-03,Guard,Crown,raid,,,Ford,")).unread == ()


def test_many_rows_are_counted_and_not_all_named(tmp_path: Path) -> None:
    got = reading(tmp_path, rows(*(f"{n},some day,Guard,Crown,raid,46.4,26.4,Ford,1" for n in range(60))))
    assert len(got.unread) == MOST + 1
    assert f"{60 - MOST} more" in got.unread[-1]


@pytest.mark.parametrize(
    ("cell", "deaths"), [('"1,200"', 1200), ("1\u00a0200", 1200), ("1200.0", 1200), ('"1,20"', None), ("12", 12)]
)
def test_thousands_are_read_and_what_may_be_either_is_not(tmp_path: Path, cell: str, deaths: int | None) -> None:
    (claim,) = reading(tmp_path, rows(f"2,2031-02-02,Guard,Crown,raid,46.4,26.4,Ford,{cell}")).claims
    assert (claim.quantity.high if claim.quantity else None) == deaths


@pytest.mark.parametrize("day", ["February 2, 2031", "2 February 2031", "2031-02-02"])
def test_days_in_words(tmp_path: Path, day: str) -> None:
    (claim,) = reading(tmp_path, rows(f'2,"{day}",Guard,Crown,raid,46.4,26.4,Ford,1')).claims
    assert str(claim.when.latest) == "2031-02-02"


def test_semicolons_with_decimal_commas(tmp_path: Path) -> None:
    text = f"{HEAD.replace(',', ';')}\r\n2;2031-02-02;Guard;Crown;raid;46,41;26,4;Ford;3\r\n"
    (claim,) = reading(tmp_path, text).claims
    assert (claim.place, claim.zone) == ((26.4, 46.41), "pass")
    assert claim.quantity is not None and claim.quantity.high == 3


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_encodings_other_than_utf8(tmp_path: Path, encoding: str) -> None:
    text = rows(*(f"{n},2031-02-02,Guard,Crown,raid,46.4,26.4,Café des Alliés,1" for n in range(3)))
    got = reading(tmp_path, text.encode(encoding))
    assert "Café des Alliés" in got.claims[0].quote and "\ufffd" not in got.report.text


def test_a_packed_table(tmp_path: Path) -> None:
    assert len(reading(tmp_path, gzip.compress(rows(GOOD).encode()), "log.csv.gz").claims) == 1


def test_what_is_no_text_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="E104"):
        reading(tmp_path, b"PK\x03\x04" + bytes(200))
