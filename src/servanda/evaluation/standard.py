"""Rows for the data that others made: times, acts and factuality; what data is missing is said.

Invariant: data is read where it lies and never shipped; a missing folder gives one row that says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from servanda.evaluation.row import Row

_HALVES = {"tune": "dev", "tuned on": "dev", "held-out": "test", "held out": "test"}


def times_rows(shared: Path | None) -> list[Row]:
    """Times: WikiWars (TIMEX2 inline) and our own news sentences. F1 in per cent."""
    from servanda.evaluation import times

    rows = []
    for found in times.table(shared or Path("/nonexistent")):
        data, _, half = str(found["set"]).partition(", ")
        scores = {k: _number(found[k]) for k in ("value F1", "strict F1", "relaxed F1", "KB/s")}
        test = half.endswith(("held out", "test"))
        mode = ", read as undated" if half.endswith("as undated") else ""
        name = "test" if test else "all" if half.startswith("all") else "dev"
        aims = {"value F1": 80.0} | ({"KB/s": 150.0} if data == "WikiWars" else {}) if test else {}
        rows.append(Row("times", data + mode, name, int(_number(found["gold"])), scores, aims))
    if not any(r.data.startswith("WikiWars") for r in rows):
        rows.insert(0, _missing("times", "WikiWars", "wikiwars-dev", shared))
    return rows


def acts_rows(shared: Path | None) -> list[Row]:
    """Classes of events on the PLOVER development records; halves by the parity of a record's number."""
    from servanda.evaluation import acts

    if not _there(shared, "plover-gsr-dev/plover_gsr_dev.json"):
        return [_missing("acts", "PLOVER dev records", "plover-gsr-dev", shared)]
    assert shared is not None
    rows = []
    for found in acts.table(shared):
        half = _HALVES[str(found["half"])]
        scores = {"macro F1": _number(found["macro_f1"]), "micro F1": _number(found["micro_f1"])}
        scores |= {name: _number(found[name]) for name in acts.CLASSES}
        read = "every class read" if found["read"] == "any" else "the main class read"
        aims = {"macro F1": 0.75} if half == "test" else {}
        rows.append(Row("acts", f"PLOVER dev records, {read}", half, int(_number(found["records"])), scores, aims))
    return rows


def factuality_rows(shared: Path | None) -> list[Row]:
    """UDS ratings of the predicates of the English Web Treebank, in three classes."""
    from servanda.evaluation import factuality

    if not _there(shared, "uds-factuality/factuality.zip") or not _there(shared, "ud-english-ewt"):
        return [_missing("factuality", "UDS", "uds-factuality, ud-english-ewt", shared)]
    assert shared is not None
    rows = []
    for found in factuality.table(shared):
        half = _HALVES[str(found["half"])]
        scores = {"macro F1": _number(found["macro_f1"])} | {n: _number(found[n]) for n in factuality.CLASSES}
        aims = {"macro F1": 0.70} if half == "test" else {}
        rows.append(Row("factuality", "UDS on EWT", half, int(_number(found["predicates"])), scores, aims))
    return rows


STANDARD: dict[str, Callable[[Path | None], list[Row]]] = {
    "times": times_rows,
    "acts": acts_rows,
    "factuality": factuality_rows,
}


def _there(shared: Path | None, name: str) -> bool:
    return shared is not None and (shared / name).exists()


def _missing(measure: str, data: str, folder: str, shared: Path | None) -> Row:
    where = f"no {folder} in {shared}" if shared else f"no folder of data is named (--data) that holds {folder}"
    return Row(measure, data, "all", skipped=where)


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)
