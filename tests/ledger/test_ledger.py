"""The ledger keeps every version, writes a file whole or not at all, and shows tampering."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servanda.errors import LedgerError
from servanda.ledger import Found, Intake, Ledger, broken
from servanda.reading.claim import Claim, Party, Quantity, Speaker, When, identified
from servanda.reading.record import claim_from, claim_to
from servanda.reports.model import Report, Segment


def report(path: str = "reports/a.txt", text: str = "The Guard left the valley.", sha: str = "aa") -> Report:
    return Report(path, sha, text, (Segment("body", 0, len(text)),), "txt", published=date(2024, 5, 1))


def claim(of: Report) -> Claim:
    when = When(date(2024, 4, 30), date(2024, 5, 1), "publication")
    return identified(
        Claim(
            id="", report=of.path, report_sha256=of.sha256, segment="body", quote=of.text, start=0, end=len(of.text),
            speaker=Speaker("A. Person", "guard", "named-official"), via=(Speaker(None, None, "outlet"),),
            act="withdraw", words="left", actors=(Party("the Guard", "guard"),), target=None, zone="valley",
            when=when, said=when, extent="all", polarity="affirmed", modality="completed",
            quantity=Quantity("troops", 10.0, 12.0), new_due=date(2024, 6, 1), sentence=(0, 26),
        )
    )  # fmt: skip


def taken(of: Report, *claims: Claim) -> Intake:
    return Intake(of.path, of.sha256, len(of.text), (Found(of, claims),))


def test_a_claim_survives_the_ledger_unchanged(tmp_path: Path) -> None:
    one = claim(report())
    assert claim_from(claim_to(one)) == one
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.accept([taken(report(), one)], "r/1", "n")
    with Ledger(tmp_path / "ledger.db", readonly=True) as ledger:
        (stored,) = ledger.reports()
        assert stored.report == report()
        assert ledger.claims("r/1", "n") == {stored.id: (one,)}
        assert ledger.claims("r/2", "n") == {}


def test_a_changed_file_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    moments = iter(datetime(2024, 5, day, tzinfo=UTC) for day in range(1, 9))
    with Ledger(tmp_path / "ledger.db", clock=lambda: next(moments)) as ledger:
        ledger.accept([taken(report())], "r/1", "n")
        ledger.accept([taken(report(text="The Guard stayed.", sha="bb"))], "r/1", "n")
        ledger.gone("reports/a.txt")
        first, second = ledger.documents()
        assert (first.version, second.version) == (1, 2)
        assert first.gone_at == second.seen_at == datetime(2024, 5, 2, tzinfo=UTC)
        assert second.gone_at == datetime(2024, 5, 3, tzinfo=UTC)
        assert ledger.current() == {}
        assert [s.report.text for s in ledger.reports()] == ["The Guard left the valley.", "The Guard stayed."]


def test_a_new_reader_adds_a_reading_and_no_version(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.accept([taken(report())], "r/1", "n")
        assert ledger.readings("r/2", "n") == set()
        ledger.accept([taken(report(), claim(report()))], "r/2", "n")
        (document,) = ledger.documents()
        assert ledger.readings("r/2", "n") == {document.id}
        assert [e.kind for e in ledger.entries()] == ["accepted", "read"]


def test_an_intake_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    good, bad = report("reports/a.txt"), report("reports/b.txt", sha="bb")
    twice = claim(bad)
    with Ledger(tmp_path / "ledger.db") as ledger:
        broken_intake = Intake(bad.path, "bb", 3, (Found(bad, (twice,)), Found(None, ())))  # type: ignore[arg-type]
        with pytest.raises(AttributeError):
            ledger.accept([taken(good), broken_intake], "r/1", "n")
        assert ledger.documents() == []
        assert ledger.entries() == []


def test_tampering_shows_in_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger(path) as ledger:
        for name in "abc":
            ledger.accept([taken(report(f"reports/{name}.txt", sha=name))], "r/1", "n")
        assert broken(ledger.entries()) is None
    with sqlite3.connect(path) as db:
        db.execute("UPDATE entry SET payload = replace(payload, 'reports/b', 'reports/x') WHERE seq = 2")
    with Ledger(path, readonly=True) as ledger:
        assert broken(ledger.entries()) == 2
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM entry WHERE seq = 2")
    with Ledger(path, readonly=True) as ledger:
        assert broken(ledger.entries()) == 3


def test_a_damaged_or_foreign_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"this is no database at all, " * 50)
    with pytest.raises(LedgerError, match="L101"):
        Ledger(tmp_path / "ledger.db")
    with Ledger(tmp_path / "later.db"):
        pass
    with sqlite3.connect(tmp_path / "later.db") as db:
        db.execute("UPDATE meta SET value = '99' WHERE key = 'version'")
    with pytest.raises(LedgerError, match="L102"):
        Ledger(tmp_path / "later.db")
    with pytest.raises(LedgerError, match="L104"):
        Ledger(tmp_path / "none.db", readonly=True)


def test_a_locked_ledger_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger(path, patience=0.1) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(LedgerError, match="L103"):
                ledger.remember("key", "value")
        finally:
            other.close()


def test_decisions_the_last_counts(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.decide("c-1", "accepted", "A. Reviewer")
        ledger.decide("c-1", "rejected", "B. Reviewer", "the quote is about another valley")
        assert ledger.decisions()["c-1"].verdict == "rejected"
        ledger.remember("visit", "2024-05-01")
        ledger.remember("visit", "2024-05-02")
        assert ledger.recall("visit") == "2024-05-02"
