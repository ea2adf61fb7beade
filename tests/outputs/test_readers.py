"""Exports open in programs that others wrote: another calendar library, and Datasette on the case's own file."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from servanda.case import Case
from servanda.outputs.dossier import Dossier
from servanda.outputs.exports import calendar


def test_another_calendar_library_reads_the_deadlines(dossier: Dossier) -> None:
    ics = pytest.importorskip("ics", reason="the package ics is not installed")
    found = {e.uid: e for e in ics.Calendar(calendar(dossier).decode()).events}
    dated = [t for t in dossier.findings.terms if t.due]
    assert len(found) == len(dated) > 0
    for term in dated:
        event = found[f"{term.id}@{dossier.agreement.id}.servanda"]
        assert event.begin.date() == term.due and event.all_day
        assert dossier.status(term.id).id in event.name
    kalbajar = found[f"6-kalbajar@{dossier.agreement.id}.servanda"]
    assert sorted(a.trigger for a in kalbajar.alarms) == [timedelta(days=-14), timedelta(days=-3), timedelta(days=-1)]
    assert kalbajar.begin.date() == date(2020, 11, 25)


def test_datasette_opens_the_ledger(case: Case) -> None:
    datasette = pytest.importorskip("datasette.app", reason="Datasette is not installed")

    async def rows() -> dict[str, int]:
        app = datasette.Datasette([str(case.ledger_path)])
        await app.invoke_startup()
        name, found = case.ledger_path.stem, {}
        for table in ("report", "claim", "entry"):
            sql = f"select count(*) as n from {table}"
            found[table] = (await app.client.get(f"/{name}.json", params={"sql": sql, "_shape": "array"})).json()[0]["n"]
        return found

    counts = asyncio.run(rows())
    assert counts["report"] >= 28 and counts["claim"] > 50 and counts["entry"] > 0
