"""Take in what is new in a case: open documents, read them, record both.

Invariant: after `take_in`, the ledger holds every file of `reports/`, `events/` and `claims/` as it is now, read by
the present readers; interrupted at any moment and run again it gives the same result.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from servanda.case.folder import Case, readers
from servanda.case.prose import Outcome, Prose, in_use, use
from servanda.case.prose import standing as the_standing
from servanda.case.translations import originals, translated, with_original
from servanda.errors import CaseError, EvidenceError, Place, ReadingError, ReportError
from servanda.ledger import Document, Found, Intake, Ledger
from servanda.reading.beside import TABLES, mapping_of
from servanda.reading.readers import HAND_READER, TABLE_READER
from servanda.reading.version import READER_VERSION
from servanda.reports import discover, in_utf8, misnamed, open_items, readable
from servanda.reports.model import Report, Unread
from servanda.settings import settings

Progress = Callable[[int, int, str], None]
_CHUNK_BYTES = 1 << 20
"""Files beyond so many bytes are not held open together."""
CLAIMS = (".yaml", ".yml")
_OTHER = re.compile(r"(?:readme|licen[cs]e)(?:\..*)?$", re.I)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took in: paths newly read, changed, gone, and those that stayed unread."""

    read: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unread: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file to take in: its path, bytes' hash and size, its reader (with its digest), the file it translates.

    The hash of a translation takes in that of its original, whose day and source it may take over. Of a file that cannot
    be recorded by its name, `path` is that name in other letters, and `barred` says so.
    """

    path: str
    sha256: str
    size: int
    reader: str
    names: str
    original: str | None = None
    barred: str | None = None


def take_in(case: Case, ledger: Ledger, progress: Progress | None = None, prose: Prose | None = None) -> Taken:
    """Read what is new or changed, note what has gone. `progress` is told (done, total, path).

    `prose` is the reader to use from now on; without it, the one that the case uses. Raises ReadingError where that
    reader cannot work at all; what was read until then is kept.
    """
    prose = prose or the_standing(ledger, settings())
    use(ledger, prose.version)
    standing = ledger.current()
    files = list(files_of(case, prose.version))
    todo = _to_do(case, ledger, files, standing, prose.version)
    gone = tuple(sorted(standing.keys() - {f.path for f in files}))
    for path in gone:
        ledger.gone(path)
    changed = tuple(f.path for f in todo if f.path in standing and standing[f.path].sha256 != f.sha256)
    unread: list[tuple[str, str]] = []
    idle: set[str] = set()
    number = 0
    for chunk in _chunks(todo, prose.together):
        batch: list[Intake] = []
        for item in _intakes(case, chunk, prose):
            unread += [(item.path, item.unread)] if item.unread else []
            unread += [(f.report.path, why) for f in item.found if f.unread for why in f.unread.split("\n")]
            if _same(standing.get(item.path), item):
                idle.add(item.path)
            else:
                batch.append(item)
            number += 1
            if progress:
                progress(number, len(todo), item.path)
        if batch:
            ledger.accept(batch, chunk[0].reader, chunk[0].names)
    return Taken(tuple(f.path for f in todo if f.path not in idle), changed, gone, _named(unread, ledger))


def _named(unread: list[tuple[str, str]], ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """What stayed unread, translations named where they were read instead."""
    if not any(why.startswith("[R501]") for _, why in unread):
        return tuple(unread)
    reports = {s.report.path: s.report for s in ledger.reports() if s.document.gone_at is None}
    return tuple((u.path, u.why) for u in translated((Unread(*u) for u in unread), reports))


def files_of(case: Case, version: str = READER_VERSION) -> Iterator[_File]:
    """Every file of reports/, events/ and claims/ with the reader that reads it; `version` is that of prose."""
    (grammar, names), (tables, places), (hand, hand_names) = readers(case.agreement, version)
    found = []
    for file in _looked_into(partial(discover, case.root)):
        if in_utf8(file.path) == file.path:
            found.append(file)
        else:
            yield _misnamed(file.path, file.stamp, file.size, grammar, names)
    stamps = {f.path: f.stamp for f in found}
    translates = originals(case.root, found)
    for file in found:
        original = translates.get(file.path)
        stamp = file.stamp
        if original is not None:
            stamp = hashlib.sha256(f"{stamp} {stamps[original]}".encode()).hexdigest()
        yield _File(file.path, stamp, file.size, grammar, names, original)
    for folder, reader, key in (("events", tables, places), ("claims", hand, hand_names)):
        for path in _looked_into(partial(_files, case.root / folder)):
            digest = hashlib.sha256(os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes())
            beside = mapping_of(path)
            if folder == "events" and beside.is_file():
                digest.update(beside.read_bytes())
            where, size = path.relative_to(case.root).as_posix(), path.lstat().st_size
            make = _File if in_utf8(where) == where else _misnamed
            yield make(where, digest.hexdigest(), size, reader, key)


def _misnamed(path: str, stamp: str, size: int, reader: str, names: str) -> _File:
    """A file whose name is no UTF-8: it is listed by that name with the odd bytes written out, `caf\\xe9.txt`."""
    return _File(in_utf8(path), stamp, size, reader, names, barred=str(misnamed(path)))


T = TypeVar("T")


def _looked_into(look: Callable[[], list[T]]) -> list[T]:
    """What is found in a folder. Raises CaseError C111 where it may not be read: all that lies in it would seem gone."""
    try:
        return look()
    except OSError as error:
        message = f"{error.strerror or error}. Change its permissions, so that you may read what lies in it"
        raise CaseError("C111", message, Place(in_utf8(str(error.filename))) if error.filename else None) from None


def _files(folder: Path) -> list[Path]:
    """Every file that somebody put there to be read: not hidden, no README, no mapping that stands beside its table."""
    found = [p for p in _lying(folder) if p.is_symlink() or p.is_file()] if folder.is_dir() else []
    mapped = {mapping_of(p) for p in found if p.name.lower().endswith(TABLES)}
    return sorted(p for p in found if p not in mapped and not _OTHER.match(p.name) and not _hidden(p, folder))


def _lying(folder: Path) -> Iterator[Path]:
    """All that lies in a folder and in those within it, links not followed. Raises OSError for one that may not be read."""
    for path in folder.iterdir():
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _lying(path)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _to_do(case: Case, ledger: Ledger, files: Iterable[_File], standing: Mapping[str, Document], version: str) -> list[_File]:
    done = {reader: ledger.readings(reader, names) for reader, names in readers(case.agreement, version)}
    return [f for f in files if not _is_done(standing.get(f.path), f, done[f.reader])]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the next run would do: `files` are new, changed or gone; `again` lie as they were, but were read by an earlier
    reader, or with other names of actors and zones, so that nothing of them counts until they are read again."""

    files: int = 0
    again: int = 0


def waiting(case: Case, ledger: Ledger) -> Waiting:
    """What has not been taken in yet of a case as it lies now."""
    standing, version = ledger.current(), in_use(ledger)
    files = list(files_of(case, version))
    same = {f.path for f in files if f.path in standing and standing[f.path].sha256 == f.sha256}
    gone = standing.keys() - {f.path for f in files}
    todo = _to_do(case, ledger, files, standing, version)
    again = sum(1 for f in todo if f.path in same and standing[f.path].unread is None)
    return Waiting(len(files) - len(same) + len(gone), again)


def _is_done(standing: Document | None, file: _File, done: set[int]) -> bool:
    """Whether a file was read as it is. What is wrong in a table or a file of claims may lie in the agreement: again."""
    if standing is None or standing.sha256 != file.sha256:
        return False
    if standing.unread is not None:
        return file.reader not in (TABLE_READER, HAND_READER)
    return standing.id in done


def _same(standing: Document | None, item: Intake) -> bool:
    """Whether nothing is new: it could not be read before, and cannot for the same reason."""
    return standing is not None and standing.sha256 == item.sha256 and standing.unread == item.unread is not None


def _chunks(files: Sequence[_File], together: int) -> Iterator[list[_File]]:
    """Files in order, with one reader, that are read and recorded at once: few enough to lose little if killed."""
    chunk: list[_File] = []
    size = 0
    for file in files:
        if chunk and (len(chunk) >= together or size + file.size > _CHUNK_BYTES or file.reader != chunk[0].reader):
            yield chunk
            chunk, size = [], 0
        chunk.append(file)
        size += file.size
    if chunk:
        yield chunk


def _intakes(case: Case, files: Sequence[_File], prose: Prose) -> Iterator[Intake]:
    """What is in each file, in order: those of prose are all opened, and then read together."""
    opened = [_opened(case, file) for file in files]
    texts = [what for found in opened if isinstance(found, list) for what in found if isinstance(what, Report)]
    outcomes = prose.read(texts, case.agreement) if texts else iter(())
    for file, found in zip(files, opened, strict=True):
        if isinstance(found, str):
            yield Intake(file.path, file.sha256, file.size, unread=found)
        else:
            told = (_found(what, next(outcomes)) if isinstance(what, Report) else what for what in found)
            yield Intake(file.path, file.sha256, file.size, tuple(told))


def _opened(case: Case, file: _File) -> list[Report | Found] | str:
    """The reports of a file that are still to be read, and what needs no reading; or why it cannot be opened."""
    if file.barred:
        return file.barred
    path = case.root / file.path
    try:
        if file.reader in (TABLE_READER, HAND_READER):
            _expect(path, file)
        if file.reader == TABLE_READER:
            from servanda.reading.tables import read_table

            table = read_table(path, case.root, case.agreement)
            return [Found(table.report, table.claims, "\n".join(table.unread) or None)]
        if file.reader == HAND_READER:
            from servanda.reading.hand import read_hand

            return [Found(report, (claim,)) for report, claim in read_hand(path, case.root, case.agreement).items]
        return [_to_read(r, file.original, case.root) for r in open_items(path, case.root)]
    except (ReportError, EvidenceError) as error:
        return str(error)


def _expect(path: Path, file: _File) -> None:
    """Raises EvidenceError E106 for what is no table in events/, or no file of claims in claims/."""
    kinds = TABLES if file.reader == TABLE_READER else CLAIMS
    if path.is_symlink():
        raise EvidenceError("E106", "this is a link. Copy the file itself into the case", Place(file.path))
    if path.name.endswith(".mapping.yaml") and file.reader == TABLE_READER:
        table = path.name.removesuffix(".mapping.yaml")
        message = (
            f"a mapping without its table. Put {table}.csv (or .tsv, .parquet) beside it, or name it as the table is named"
        )
        raise EvidenceError("E106", message, Place(file.path))
    if not path.name.lower().endswith(kinds):
        what = "no event table" if file.reader == TABLE_READER else "no file of claims"
        message = f"{what}: found {path.suffix or path.name}, read are {', '.join(kinds)}. Save it so; reports go into reports/"
        raise EvidenceError("E106", message, Place(file.path))


def _to_read(report: Report | Unread, original: str | None, root: Path) -> Report | Found:
    if isinstance(report, Unread):
        return Found(Report(report.path, report.sha256 or "", "", (), "unread"), (), report.why)
    report = with_original(report, original, root)
    barred = readable(report)
    return report if barred is None else Found(report, (), barred.why)


def _found(report: Report, outcome: Outcome) -> Found:
    return Found(report, (), str(outcome)) if isinstance(outcome, ReadingError) else Found(report, tuple(outcome))
