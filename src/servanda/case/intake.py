"""Take in what is new in a case: open documents, read them, record both.

Invariant: after `take_in`, the ledger holds every file of `reports/` as it is now, read by the present reader;
interrupted at any moment and run again it gives the same result.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from servanda.case.folder import Case, names_digest
from servanda.errors import ReportError
from servanda.ledger import Found, Intake, Ledger
from servanda.reports import discover, open_report, readable
from servanda.reports.model import Report

Progress = Callable[[int, int, str], None]
_BATCH_SECONDS = 1.0
_BATCH_FILES = 64


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took in: paths newly read, changed, gone, and those that stayed unread."""

    read: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unread: tuple[tuple[str, str], ...]


def take_in(case: Case, ledger: Ledger, progress: Progress | None = None) -> Taken:
    """Read what is new or changed, note what has gone. `progress` is told (done, total, path)."""
    from servanda.reading import READER_VERSION

    names = names_digest(case.agreement)
    standing = ledger.current()
    done = ledger.readings(READER_VERSION, names)
    files = discover(case.root)
    todo = [f for f in files if not _is_done(standing.get(f.path), f.sha256, done)]
    gone = tuple(sorted(standing.keys() - {f.path for f in files}))
    for path in gone:
        ledger.gone(path)
    changed = tuple(f.path for f in todo if f.path in standing and standing[f.path].sha256 != f.sha256)
    unread: list[tuple[str, str]] = []
    batch: list[Intake] = []
    since = time.monotonic()
    for number, file in enumerate(todo, start=1):
        item = _intake(case, file.path, file.sha256, file.size)
        unread += [(file.path, item.unread)] if item.unread else []
        unread += [(f.report.path, f.unread) for f in item.found if f.unread]
        batch.append(item)
        if len(batch) >= _BATCH_FILES or time.monotonic() - since > _BATCH_SECONDS:
            ledger.accept(batch, READER_VERSION, names)
            batch, since = [], time.monotonic()
        if progress:
            progress(number, len(todo), file.path)
    if batch:
        ledger.accept(batch, READER_VERSION, names)
    return Taken(tuple(f.path for f in todo), changed, gone, tuple(unread))


def _is_done(standing: object, sha256: str, done: set[int]) -> bool:
    from servanda.ledger import Document

    if not isinstance(standing, Document) or standing.sha256 != sha256:
        return False
    return standing.unread is not None or standing.id in done


def _intake(case: Case, path: str, sha256: str, size: int) -> Intake:
    try:
        reports = open_report(case.root / path, case.root)
    except ReportError as error:
        return Intake(path, sha256, size, unread=str(error))
    return Intake(path, sha256, size, tuple(_read(case, r) for r in reports))


def _read(case: Case, report: Report) -> Found:
    from servanda.reading import read

    barred = readable(report)
    if barred is not None:
        return Found(report, (), barred.why)
    return Found(report, tuple(read(report, case.agreement).claims))
