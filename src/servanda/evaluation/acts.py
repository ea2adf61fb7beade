"""How well acts are read: classes of events on the PLOVER development records.

Invariant: the records are split by the parity of their number, never by what they say; nothing is learned here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from servanda.reading.readout import readout

CLASSES = ("AGREE", "REJECT", "DEMAND", "THREATEN", "RETREAT", "CONCEDE", "MOBILIZE", "FIGHT")
"""The classes measured; ASSAULT counts as FIGHT."""


def records(shared: Path) -> list[tuple[int, str, str]]:
    """Number, sentence and class of each record, in the order of the file."""
    data = json.loads((shared / "plover-gsr-dev" / "plover_gsr_dev.json").read_text(encoding="utf-8"))
    return [
        (n, r["text"].strip(), r["event"]) for n, r in enumerate(data) if r["event"] != "DOCUMENT" and r.get("text")
    ]


def folded(name: str | None) -> str | None:
    """The class under which a class is counted."""
    return "FIGHT" if name == "ASSAULT" else name


def classes_read(text: str) -> list[str]:
    """The classes that the reader finds in a sentence, in the order of the text."""
    from datetime import date

    out = readout(text, date(2000, 1, 1))
    return [name for a in out["acts"] if (name := folded(a["plover"])) is not None]


def main_class(found: Sequence[str]) -> list[str]:
    """The one class that a sentence is mainly about: the first that is measured."""
    return [c for c in found if c in CLASSES][:1]


def scored(rows: Sequence[tuple[str, list[str]]]) -> dict[str, tuple[int, int, int]]:
    """True positives, false positives and false negatives of each class."""
    counts = {}
    for name in CLASSES:
        tp = sum(folded(g) == name and name in p for g, p in rows)
        fp = sum(folded(g) != name and name in p for g, p in rows)
        fn = sum(folded(g) == name and name not in p for g, p in rows)
        counts[name] = (tp, fp, fn)
    return counts


def f1(tp: int, fp: int, fn: int) -> float:
    """Harmonic mean of precision and recall; 0 where there is nothing."""
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 0.0


def table(shared: Path) -> list[dict[str, object]]:
    """Macro and micro F1 over the classes for each half, with every class found and with the main one only."""
    read = [(n, gold, classes_read(text)) for n, text, gold in records(shared)]
    out: list[dict[str, object]] = []
    choices: tuple[tuple[str, Callable[[Sequence[str]], list[str]]], ...] = (
        ("any", lambda p: sorted(set(p))),
        ("main", main_class),
    )
    for half, keep in (("tune", 0), ("held-out", 1)):
        for name, choose in choices:
            rows = [(gold, choose(found)) for n, gold, found in read if n % 2 == keep]
            out.append(_row(half, name, rows))
    return out


def _row(half: str, name: str, rows: Sequence[tuple[str, list[str]]]) -> dict[str, object]:
    counts = scored(rows)
    present = {c: v for c, v in counts.items() if v[0] + v[2]}
    totals = [sum(v[i] for v in counts.values()) for i in range(3)]
    row: dict[str, object] = {
        "set": "PLOVER dev",
        "half": half,
        "read": name,
        "records": len(rows),
        "macro_f1": round(sum(f1(*v) for v in present.values()) / max(1, len(present)), 3),
        "micro_f1": round(f1(totals[0], totals[1], totals[2]), 3),
    }
    return row | {c: round(f1(*v), 2) for c, v in counts.items()}


def worst(shared: Path) -> list[dict[str, Any]]:
    """Records read wrongly: gold, what was read, the sentence."""
    return [
        {"gold": g, "read": sorted(set(p)), "text": t}
        for n, t, g in records(shared)
        if (folded(g) in CLASSES and folded(g) not in (p := classes_read(t)))
        or (folded(g) not in CLASSES and set(p := classes_read(t)) & set(CLASSES))
    ]
