"""The answer at a glance, as one value: all that an overview shows, without the claims it rests on.

Invariant: `glance_from(glance_to(g), agreement) == g`; a glance that was kept shows what a new one would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from servanda.agreement.model import Agreement
from servanda.findings.due import DueItem
from servanda.outputs.dossier import Dossier
from servanda.outputs.lines import Stands, TermLine, line_of, lines
from servanda.outputs.overview import Cell, due_soon, news_days, party_table, summary


@dataclass(frozen=True, slots=True)
class Glance:
    """Terms, one sentence on the whole, dates, parties, the nearest days with news, files waiting and not read."""

    lines: tuple[TermLine, ...]
    summary: str
    due: tuple[DueItem, ...]
    parties: tuple[tuple[str, tuple[Cell, ...]], ...]
    before: date | None
    after: date | None
    unread: tuple[tuple[str, str], ...]
    waiting: int
    again: int = 0
    undated: int = 0


def glance(dossier: Dossier, waiting: int) -> Glance:
    """The glance of a dossier; `waiting` is how many files are new or changed since the last run."""
    found = lines(dossier)
    before, after = news_days(dossier)
    return Glance(
        tuple(found),
        summary(dossier, found),
        due_soon(dossier),
        tuple((name, tuple(cells)) for name, cells in party_table(dossier)),
        before,
        after,
        dossier.document.told_of,
        waiting,
        dossier.document.waiting.again,
        dossier.document.undated,
    )


def glance_to(shown: Glance) -> dict[str, Any]:
    """A glance as JSON values."""
    return {
        "lines": [[t.term.id, _dated(asdict(t.status))] for t in shown.lines],
        "summary": shown.summary,
        "due": [_dated(asdict(i)) for i in shown.due],
        "parties": shown.parties,
        "before": _iso(shown.before),
        "after": _iso(shown.after),
        "unread": shown.unread,
        "waiting": shown.waiting,
        "again": shown.again,
        "undated": shown.undated,
    }


def glance_from(data: Mapping[str, Any], agreement: Agreement) -> Glance:
    """The glance that `glance_to` wrote. Raises KeyError, TypeError or ValueError on a record of another form."""
    return Glance(
        tuple(line_of(agreement.terms[key], _stands(values)) for key, values in data["lines"]),
        data["summary"],
        tuple(DueItem(**{**_days(i), "flags": tuple(i["flags"])}) for i in data["due"]),
        tuple(
            (name, tuple([(term, word) for term, word in cell] for cell in cells)) for name, cells in data["parties"]
        ),
        _day(data["before"]),
        _day(data["after"]),
        tuple((path, why) for path, why in data["unread"]),
        data["waiting"],
        data["again"],
        data["undated"],
    )


_DAYS = ("due", "original_due")


def _stands(values: Mapping[str, Any]) -> Stands:
    return Stands(**{**_days(values), "flags": tuple(values["flags"])})


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    return {k: _iso(v) if k in _DAYS else v for k, v in values.items()}


def _days(values: Mapping[str, Any]) -> dict[str, Any]:
    return {k: _day(v) if k in _DAYS else v for k, v in values.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
