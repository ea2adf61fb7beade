"""The evaluation table: every row names its data and half, missing data is said, any reader is scored alike."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from servanda.agreement.model import Agreement
from servanda.evaluation import factuality
from servanda.evaluation.__main__ import main, measured
from servanda.evaluation.annotators import as_annotated
from servanda.evaluation.gold import SPLITS, load_gold
from servanda.evaluation.gold_score import gold_rows, worst
from servanda.evaluation.row import Row, printed
from servanda.evaluation.speed import documents, mixed
from servanda.reading.claim import Claim
from servanda.reports.model import Report

BY_HEART = as_annotated(load_gold())
"""A reader that knows the annotations by heart."""


def silent(report: Report, agreement: Agreement) -> Sequence[Claim]:
    """A reader that reads nothing."""
    return ()


def test_a_reader_that_reads_as_annotated_scores_one() -> None:
    for row in gold_rows(BY_HEART, "by heart"):
        assert row.scores["act+modality F1"] == 1.0
        assert row.scores["full claim F1"] == 1.0
        assert row.scores["verbatim spans"] == 1.0
        assert all(row.meets(name) for name in row.aims)


def test_a_reader_that_is_silent_scores_nothing_and_every_claim_is_listed() -> None:
    rows = gold_rows(silent, "silent")
    assert [r.scores["act+modality F1"] for r in rows] == [0.0] * len(SPLITS)
    listed = worst(3, silent)
    assert len(listed) == 3
    assert all("not read" in told for s in listed for told in s.wrong)
    assert listed[0].badness >= listed[-1].badness


def test_a_quote_that_is_not_the_text_is_counted() -> None:
    def lying(report: Report, agreement: Agreement) -> Sequence[Claim]:
        from dataclasses import replace

        return [replace(c, quote=c.quote.upper()) for c in BY_HEART(report, agreement)]

    assert all(r.scores["verbatim spans"] < 0.1 for r in gold_rows(lying, "lying"))


def test_the_worst_sentences_come_from_the_half_that_may_be_looked_at() -> None:
    dev = {g.id for c in load_gold("dev") for g in c.reports}
    assert {s.report for s in worst(50, silent)} <= dev


@pytest.mark.parametrize("part", ["times", "acts", "factuality", "speed"])
def test_missing_data_is_said(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("servanda.evaluation.speed.ROUNDS", 1)
    rows = measured([part], tmp_path)
    missing = [r for r in rows if r.skipped]
    assert missing
    assert all(not r.scores for r in missing)
    assert "skipped: " in printed(rows)


def test_another_reader_is_measured_by_its_claims_alone() -> None:
    rows = measured(["times", "claims"], None, silent, "silent")
    assert [bool(r.skipped) for r in rows] == [True] + [False] * len(SPLITS)


def test_every_row_names_data_and_half(shared_data: Path) -> None:
    for row in measured(["times", "acts", "claims"], shared_data, BY_HEART):
        assert row.measure and row.data
        assert row.half in {*SPLITS, "all"}
        assert row.items > 0
        assert not row.skipped


def test_an_aim_is_least_or_most() -> None:
    row = Row("m", "d", "test", 1, {"f": 0.8, "cost": 1.6}, {"f": 0.8, "cost": -1.5, "other": 1})
    assert [row.meets(name) for name in row.aims] == [True, False, False]


def test_json_is_one_document(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--only", "acts", "--data", str(tmp_path), "--json"]) == 0
    out = json.loads(capsys.readouterr().out)
    assert out["rows"][0]["skipped"]


def test_a_part_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--only", "weather"])
    assert left.value.code == 2
    assert "allowed: times, acts" in capsys.readouterr().err


def test_the_mixed_feed_holds_one_report_in_twenty_of_ours(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "a.conllu.gz"
    lines = "".join(f"# newdoc id = {n}\n# newpar\n# text = Rain fell on day {n}.\n\n" for n in range(38))
    path.write_bytes(gzip.compress(lines.encode()))
    texts = list(documents(path))
    assert len(texts) == 38
    conflict = load_gold()[0]
    from servanda.reading.grammar import Item
    from servanda.reading.names import Names

    agreement = conflict.agreement()
    names = Names.of(agreement)
    ours = [Item(conflict.report(g), agreement, names) for g in conflict.reports]
    feed = mixed(ours, texts)
    assert len(feed) == 40
    assert [n for n, item in enumerate(feed) if item in ours] == [19, 39]
    assert {id(item.names) for item in feed} == {id(names)}


def test_the_ratings_name_the_words_that_were_rated(shared_data: Path) -> None:
    for split, least in (("dev", 2600), ("test", 2500)):
        rows = factuality.rated(shared_data, split)
        assert len(rows) >= least
        assert all(r.text[r.start : r.start + len(r.word)] == r.word for r in rows)
        assert {r.gold for r in rows} == set(factuality.CLASSES)
