"""Kept answers: what a case answered once comes back at once while nothing that it rests on has changed.

Invariant: a kept answer is the computed one to the byte. It comes back only for the same days and text, and only
while all that an answer rests on is as it was: every file of the case (size, times, place on the disk), the ledger's
contents, and the program itself. `out/answers.db` holds nothing else and may be thrown away at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from servanda.ledger.mark import mark

AGREEMENT = "agreement.yaml"
_LEDGER = "ledger.db"
_SETTLED = 2.0
"""Seconds for which a file must have lain unchanged: one written just now could change again within one tick."""
_ANSWERS, _BYTES = 24, 32_000_000
"""So many of the last are kept in any case; of those before, as many as lie within so many bytes."""
_FORM = 1
_MAKE_ROOM = """DELETE FROM kept WHERE at <= (SELECT max(at) FROM kept) - ? AND at IN (
    SELECT at FROM (SELECT at, sum(length(value)) OVER (ORDER BY at DESC) AS bytes FROM kept) WHERE bytes > ?)"""


@dataclass(frozen=True, slots=True)
class State:
    """All that an answer rests on but the days and the text, as one digest; `settled`: no file is too fresh to trust."""

    root: Path
    digest: str
    settled: bool

    def question(self, as_of: date | None, known_at: date | None, text: str | None = None) -> Question | None:
        """What is asked; None where a day means today and no answer of this state tells in which time zone."""
        if as_of is None or known_at is None:
            zone = _read(self.root, f"{self.digest}\x1fzone")
            if zone is None:
                return None
            today = _today(zone)
            as_of, known_at = as_of or today, known_at or today
        return Question(self, as_of, known_at, text)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a case in a state; the days are given."""

    state: State
    as_of: date
    known_at: date
    text: str | None = None

    def kept(self, part: str) -> Any:
        """The kept part of the answer (`table`, `glance`, `document`) as JSON values; None where it is not kept."""
        found = _read(self.state.root, self._key(part))
        return json.loads(found) if found is not None else None

    def keep(self, zone: str, **parts: Any) -> None:
        """Keep parts of the answer, as JSON values; `zone` is the agreement's time zone. What cannot be written is not
        kept."""
        if self.state.settled:
            values = {self._key(part): json.dumps(value, ensure_ascii=False) for part, value in parts.items()}
            _write(self.state, {**values, f"{self.state.digest}\x1fzone": zone})

    def _key(self, part: str) -> str:
        return "\x1f".join((self.state.digest, part, self.as_of.isoformat(), self.known_at.isoformat(), self.text or ""))


def state_of(case: Path | str) -> State | None:
    """The state of the case in a folder (or of the agreement file named); None where it was never run."""
    root = Path(case)
    if root.name == AGREEMENT and root.is_file():
        root = root.parent
    held = mark(root / _LEDGER) if (root / _LEDGER).is_file() else None
    if held is None:
        return None
    seen = hashlib.sha256(repr((_FORM, sys.version, _program(), held)).encode())
    newest = 0
    try:
        for item in _files(str(root)):
            seen.update(repr(item).encode())
            newest = max(newest, item[2], item[3])
        for name in (_LEDGER, f"{_LEDGER}-wal"):
            seen.update(repr(_stamp(root / name)).encode())
    except OSError:
        return None
    return State(root, seen.hexdigest(), newest / 1e9 < time.time() - _SETTLED)


def _today(zone: str) -> date:
    from zoneinfo import ZoneInfo

    return datetime.now(UTC).astimezone(ZoneInfo(zone)).date()


def _files(folder: str, below: str = "") -> Iterator[tuple[str, int, int, int, int, int]]:
    """Every file of the case with size, times and place on the disk; what Servanda makes is left out."""
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda e: e.name)
    for entry in entries:
        name = below + entry.name
        if not below and (name in {"out", ".git"} or name.startswith(_LEDGER)):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{name}/")
            continue
        target = str(Path(entry.path).readlink()) if entry.is_symlink() else ""
        try:
            found = entry.stat()
        except OSError:  # a link to nothing
            found = entry.stat(follow_symlinks=False)
        yield (f"{name}\x1f{target}", found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)


def _stamp(path: Path) -> tuple[int, ...] | None:
    """Of a file; an empty one counts as none, since SQLite leaves an empty journal behind a mere look."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) if found.st_size else None


def _program() -> tuple[Any, ...]:
    """What the program is: the files of this package, and when packages were last installed."""
    package = Path(__file__).resolve().parents[1]
    installed = [(p, Path(p).stat().st_mtime_ns) for p in sys.path if p.endswith("-packages") and Path(p).is_dir()]
    return tuple(_sources(str(package))), tuple(installed)


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda e: e.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name not in {"__pycache__", "examples"}:
                yield from _sources(entry.path)
            continue
        found = entry.stat()
        yield entry.name, found.st_size, found.st_mtime_ns


def _place(root: Path) -> Path | None:
    """Where answers are kept; None where somebody put a link in its way."""
    folder = root / "out"
    place = folder / "answers.db"
    return None if folder.is_symlink() or place.is_symlink() else place


def _read(root: Path, key: str) -> str | None:
    place = _place(root)
    if place is None or not place.is_file():
        return None
    try:
        db = sqlite3.connect(place, timeout=1.0)
        try:
            row = db.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        finally:
            db.close()
        return zlib.decompress(row[0]).decode() if row else None
    except (sqlite3.Error, zlib.error, ValueError, TypeError):
        return None


def _write(state: State, values: dict[str, str]) -> None:
    place = _place(state.root)
    if place is None:
        return
    try:
        place.parent.mkdir(exist_ok=True)
        db = sqlite3.connect(place, timeout=1.0)
        try:
            with db:
                db.execute("CREATE TABLE IF NOT EXISTS kept (at INTEGER PRIMARY KEY, key TEXT UNIQUE, value BLOB)")
                db.execute("DELETE FROM kept WHERE substr(key, 1, 64) != ?", (state.digest,))
                for key, value in values.items():
                    row = (key, zlib.compress(value.encode(), 1))
                    db.execute("INSERT OR REPLACE INTO kept (key, value) VALUES (?, ?)", row)
                db.execute(_MAKE_ROOM, (_ANSWERS, _BYTES))
        finally:
            db.close()
    except (sqlite3.Error, OSError):
        return
