"""The ledger: what was handed in, what was read in it, what people decided; one SQLite file per case.

Invariant: every accepted document is written in one transaction with its reports, claims and chain entry, so a
crash leaves all of it or nothing. Nothing here computes a status.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from servanda.errors import LedgerError, Place
from servanda.ledger import tables as t
from servanda.ledger.chain import GENESIS, Entry, canonical, link
from servanda.reading.claim import Claim
from servanda.reading.record import claim_from, claim_to
from servanda.reports.model import Report, Segment

_REFUSED = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
_AT_ONCE = 1_000  # records parsed as one text
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one file: when it was first seen, when it was gone or replaced, why it was not read."""

    id: int
    path: str
    sha256: str
    bytes: int
    version: int
    seen_at: datetime
    gone_at: datetime | None
    unread: str | None


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report with the document it came in; `id` is the row, for claims and links."""

    id: int
    document: Document
    report: Report


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a claim: accepted or rejected, who, when (UTC)."""

    claim: str
    verdict: str
    reviewer: str
    at: datetime
    note: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """What reading one report gave: its claims, or why it was not read."""

    report: Report
    claims: tuple[Claim, ...]
    unread: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """One file as it is now: its bytes' hash and size, what was found in it or why it could not be opened."""

    path: str
    sha256: str
    bytes: int
    found: tuple[Found, ...] = ()
    unread: str | None = None


class Ledger:
    """Use as a context manager; opens or makes the file at `path`; `readonly` never writes;
    `patience` is how many seconds to wait for another writer."""

    def __init__(self, path: Path, *, readonly: bool = False, clock: Clock = utc_now, patience: float = 15.0) -> None:
        self.path = path
        self._clock = clock
        self._engine = _engine(path, readonly, patience)
        try:
            if not readonly:
                with self._write() as db:
                    t.metadata.create_all(db)
                    self._check_version(db, create=True)
            else:
                with self._engine.connect() as db:
                    self._check_version(db, create=False)
        except DatabaseError as error:
            raise _damaged(path, error) from error

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    def documents(self) -> list[Document]:
        """Every version of every file, oldest first."""
        with self._read() as db:
            return [_document(row) for row in db.execute(select(t.document).order_by(t.document.c.id))]

    def current(self) -> dict[str, Document]:
        """The version of each file that has not gone, by path."""
        return {d.path: d for d in self.documents() if d.gone_at is None}

    def readings(self, reader: str, names: str) -> set[int]:
        """The documents whose reports were all read by this reader with these names."""
        query = (
            select(t.report.c.document_id, t.reading.c.id)
            .select_from(
                t.report.outerjoin(
                    t.reading,
                    (t.reading.c.report_id == t.report.c.id) & (t.reading.c.reader == reader) & (t.reading.c.names == names),
                )
            )
            .order_by(t.report.c.document_id)
        )
        with self._read() as db:
            rows = db.execute(query).all()
        unread = {document for document, found in rows if found is None}
        return {document for document, _ in rows} - unread

    def accept(self, items: Sequence[Intake], reader: str, names: str) -> None:
        """Record files as they are now, all or none. The same bytes again are a further reading, no new version,
        unless they could not be read before and can now, or the other way round, or give another text than before.
        """
        with self._write() as db:
            now = self._clock()
            for item in items:
                self._accept(db, now, item, reader, names)

    def gone(self, path: str) -> None:
        """Record that a file is no longer there; what it said stays as history."""
        with self._write() as db:
            now = self._clock()
            db.execute(
                update(t.document).where(t.document.c.path == path, t.document.c.gone_at.is_(None)).values(gone_at=_stamp(now))
            )
            self._append(db, now, "gone", {"path": path})

    def reports(self) -> list[StoredReport]:
        """Every report of every version, with the document it came in, in order of acceptance."""
        documents = {d.id: d for d in self.documents()}
        with self._read() as db:
            rows = db.execute(select(t.report).order_by(t.report.c.id)).all()
        return [StoredReport(r.id, documents[r.document_id], _report(r)) for r in rows]

    def claims(self, reader: str, names: str, known: Mapping[int, date] | None = None) -> dict[int, tuple[Claim, ...]]:
        """The claims of each report (by row id) as this reader read them with these names.

        With `known`, of these reports only: a claim that tells no day from which it is known has that of its report.
        """
        query = (
            select(t.reading.c.report_id, t.claim.c.record)
            .join(t.claim, t.claim.c.reading_id == t.reading.c.id)
            .where(t.reading.c.reader == reader, t.reading.c.names == names)
            .order_by(t.claim.c.row)
        )
        out: dict[int, list[Claim]] = {}
        with self._read() as db:
            rows = [(r, record) for r, record in db.execute(query) if known is None or r in known]
        for at in range(0, len(rows), _AT_ONCE):
            some = rows[at : at + _AT_ONCE]
            records = json.loads(f"[{','.join(record for _, record in some)}]")
            for (report_id, _), record in zip(some, records, strict=True):
                day = known[report_id] if known is not None else None
                out.setdefault(report_id, []).append(claim_from(record, day))
        return {k: tuple(v) for k, v in out.items()}

    def unread(self, reader: str, names: str) -> dict[int, str]:
        """The reports (by row id) that this reader could not read, with the reason."""
        query = select(t.reading.c.report_id, t.reading.c.unread).where(
            t.reading.c.reader == reader, t.reading.c.names == names, t.reading.c.unread.is_not(None)
        )
        with self._read() as db:
            return {row.report_id: row.unread for row in db.execute(query)}

    def decide(self, claim: str, verdict: str, reviewer: str, note: str | None = None) -> None:
        """Record a person's decision about a claim (`accepted` or `rejected`); the last one counts."""
        with self._write() as db:
            now = self._clock()
            values = {"claim": claim, "verdict": verdict, "reviewer": reviewer, "note": note}
            db.execute(insert(t.decision).values(at=_stamp(now), **values))
            self._append(db, now, "decision", values)

    def decisions(self) -> dict[str, Decision]:
        """The last decision about each claim."""
        with self._read() as db:
            rows = db.execute(select(t.decision).order_by(t.decision.c.id)).all()
        return {r.claim: Decision(r.claim, r.verdict, r.reviewer, _moment(r.at), r.note) for r in rows}

    def entries(self) -> list[Entry]:
        """The chain of hashes, oldest first."""
        with self._read() as db:
            rows = db.execute(select(t.entry).order_by(t.entry.c.seq)).all()
        return [Entry(r.seq, r.at, r.kind, r.payload, r.previous, r.hash) for r in rows]

    def head(self) -> str:
        """The hash of the chain's last entry; of one without entries, that with which every chain begins."""
        with self._read() as db:
            last = db.execute(select(t.entry.c.hash).order_by(t.entry.c.seq.desc()).limit(1)).scalar()
        return str(last) if last is not None else GENESIS

    def remember(self, key: str, value: str) -> None:
        """Keep a small value of the case (the day of a last visit, say)."""
        with self._write() as db:
            if db.execute(update(t.meta).where(t.meta.c.key == key).values(value=value)).rowcount == 0:
                db.execute(insert(t.meta).values(key=key, value=value))

    def recall(self, key: str) -> str | None:
        """The value kept under a key, or None."""
        with self._read() as db:
            return db.execute(select(t.meta.c.value).where(t.meta.c.key == key)).scalar()

    def _accept(self, db: Connection, now: datetime, item: Intake, reader: str, names: str) -> None:
        documents = select(t.document).where(t.document.c.path == item.path).order_by(t.document.c.version)
        earlier = db.execute(documents).all()
        standing = next((d for d in earlier if d.gone_at is None), None)
        same = standing is not None and standing.sha256 == item.sha256 and standing.unread == item.unread
        if standing is not None and same and self._same_texts(db, standing.id, item.found):
            if not self._read_again(db, standing.id, item.found, reader, names):
                return  # another run was quicker
            kind, version = "read", standing.version
        else:
            kind, version = ("accepted" if standing is None else "changed"), len(earlier) + 1
            self._new_version(db, now, item, standing.id if standing else None, version, reader, names)
        claims = sorted(c.id for f in item.found for c in f.claims)
        payload = {"path": item.path, "sha256": item.sha256, "version": version, "reader": reader, "claims": claims}
        self._append(db, now, kind, payload)

    def _same_texts(self, db: Connection, document: int, found: Sequence[Found]) -> bool:
        """Whether the same text was got out of a file as before: another servanda may leave out more of a page."""
        rows = db.execute(select(t.report.c.path, t.report.c.text).where(t.report.c.document_id == document)).all()
        return {row.path: row.text for row in rows} == {f.report.path: f.report.text for f in found}

    def _new_version(
        self, db: Connection, now: datetime, item: Intake, old: int | None, version: int, reader: str, names: str
    ) -> None:
        if old is not None:
            db.execute(update(t.document).where(t.document.c.id == old).values(gone_at=_stamp(now)))
        document_id = _insert(
            db,
            t.document,
            path=item.path,
            sha256=item.sha256,
            bytes=item.bytes,
            version=version,
            seen_at=_stamp(now),
            unread=item.unread,
        )
        for found in item.found:
            report_id = _insert(db, t.report, **_report_row(found.report, document_id))
            self._add_reading(db, report_id, found, reader, names)

    def _read_again(self, db: Connection, document: int, found: Sequence[Found], reader: str, names: str) -> bool:
        """Add this reader's readings of a document's reports, each once; whether there was any to add."""
        rows = db.execute(select(t.report.c.id, t.report.c.path).where(t.report.c.document_id == document)).all()
        by_path = {path: row for row, path in rows}
        of_these = select(t.reading.c.report_id).where(
            t.reading.c.report_id.in_(select(t.report.c.id).where(t.report.c.document_id == document)),
            t.reading.c.reader == reader,
            t.reading.c.names == names,
        )
        there = set(db.execute(of_these).scalars())
        new = [item for item in found if by_path[item.report.path] not in there]
        for item in new:
            self._add_reading(db, by_path[item.report.path], item, reader, names)
        return bool(new)

    def _add_reading(self, db: Connection, report_id: int, item: Found, reader: str, names: str) -> None:
        key = _insert(db, t.reading, report_id=report_id, reader=reader, names=names, unread=item.unread)
        rows = [
            {"id": c.id, "reading_id": key, "quote": c.quote, "act": c.act, "record": canonical(claim_to(c))}
            for c in item.claims
        ]
        if rows:
            db.execute(insert(t.claim), rows)

    def _append(self, db: Connection, now: datetime, kind: str, payload: Any) -> None:
        last = db.execute(select(t.entry.c.seq, t.entry.c.hash).order_by(t.entry.c.seq.desc()).limit(1)).first()
        seq, previous = (last.seq + 1, last.hash) if last else (1, GENESIS)
        item = link(seq, _stamp(now), kind, payload, previous)
        db.execute(
            insert(t.entry).values(seq=item.seq, at=item.at, kind=kind, payload=item.payload, previous=previous, hash=item.hash)
        )

    def _check_version(self, db: Connection, *, create: bool) -> None:
        found = db.execute(select(t.meta.c.value).where(t.meta.c.key == "version")).scalar()
        if found is None and create:
            db.execute(insert(t.meta).values(key="version", value=str(t.VERSION)))
        elif found is None or int(found) != t.VERSION:
            raise LedgerError(
                "L102",
                f"the ledger has version {found}, this servanda writes {t.VERSION}. "
                "Open it with the servanda that wrote it, or move it away: a run makes a new one from the reports.",
                Place(str(self.path)),
            )

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as db:
                yield db
        except OperationalError as error:
            if "locked" in str(error):
                raise LedgerError(
                    "L103",
                    "another process is writing to the ledger. Wait until it ends and run again.",
                    Place(str(self.path)),
                ) from error
            if "full" in str(error):
                raise LedgerError(
                    "L105",
                    "the disk is full; nothing of this step was recorded. Make room and run again",
                    Place(str(self.path)),
                ) from error
            raise _damaged(self.path, error) from error

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as db:
                yield db
        except DatabaseError as error:
            raise _damaged(self.path, error) from error


def _engine(path: Path, readonly: bool, patience: float) -> Engine:
    if readonly:
        if not path.is_file():
            raise LedgerError("L104", "there is no ledger yet. Write: servanda run CASE", Place(str(path)))
        # where nothing may be written, and nothing waits in a journal, the file itself is all there is
        alone = "&immutable=1" if not os.access(path.resolve().parent, os.W_OK) and not _waiting(path) else ""
        url = f"sqlite:///file:{path.resolve()}?mode=ro&uri=true{alone}"
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{path.resolve()}"
    engine = create_engine(url, connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy's own BEGIN below decides
        cursor = connection.cursor()
        if not readonly:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    return engine


def _waiting(path: Path) -> bool:
    """Whether a journal beside the ledger holds what is not in it yet."""
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def _insert(db: Connection, table: Table, **values: Any) -> int:
    key = db.execute(insert(table).values(**values)).inserted_primary_key
    assert key is not None  # every table here has an integer key
    return int(key[0])


def _damaged(path: Path, error: DatabaseError) -> LedgerError:
    if getattr(error.orig, "sqlite_errorname", "").startswith(_REFUSED):
        return LedgerError(
            "L106",
            f"the ledger may not be read or written here ({error.orig}). It is not damaged: leave it where it is. "
            "Let yourself read and write in the folder of the case, or copy the case to where you may.",
            Place(str(path)),
        )
    return LedgerError(
        "L101",
        f"the ledger cannot be read ({str(error).splitlines()[0]}). Move it away and run again: "
        "a new one is made from the reports; first-seen days and reviewers' decisions are in the old file.",
        Place(str(path)),
    )


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)


def _document(row: Any) -> Document:
    gone = _moment(row.gone_at) if row.gone_at else None
    return Document(row.id, row.path, row.sha256, row.bytes, row.version, _moment(row.seen_at), gone, row.unread)


def _report_row(report: Report, document: int) -> dict[str, Any]:
    head = {
        "segments": [[s.kind, s.start, s.end] for s in report.segments],
        "format": report.format,
        "author": report.author,
        "published_guessed": report.published_guessed,
        "url": report.url,
        "translation_of": report.translation_of,
        "extra": dict(report.extra),
    }
    return {
        "document_id": document,
        "path": report.path,
        "sha256": report.sha256,
        "title": report.title,
        "source": report.source,
        "published": report.published.isoformat() if report.published else None,
        "received": report.received.isoformat() if report.received else None,
        "language": report.language,
        "text": report.text,
        "head": canonical(head),
    }


def _report(row: Any) -> Report:
    head = json.loads(row.head)
    return Report(
        path=row.path,
        sha256=row.sha256,
        text=row.text,
        segments=tuple(Segment(kind, start, end) for kind, start, end in head["segments"]),
        format=head["format"],
        title=row.title,
        source=row.source,
        author=head["author"],
        published=_day(row.published),
        published_guessed=head["published_guessed"],
        received=_day(row.received),
        url=head["url"],
        language=row.language,
        translation_of=head["translation_of"],
        extra=head["extra"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
