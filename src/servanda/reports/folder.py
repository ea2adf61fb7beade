"""The folder of reports: what lies there, cheaply, and all of it, streaming.

Invariant: files come in sorted order of their paths; links to folders are not walked; hidden files and
NAME.meta.yaml are no reports; reading one file never depends on another.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from servanda.errors import Place, ReportError
from servanda.reports.metadata import sidecar
from servanda.reports.model import Report, Unread
from servanda.reports.opening import check_inside, open_items, relative

FOLDER = "reports"


class Arrival(NamedTuple):
    """A file of the folder: its path from the case, its size in bytes, and the hash of its bytes.

    `stamp` is that hash, or where metadata stands beside the file, a hash of both: it changes when either does.
    """

    path: str
    size: int
    sha256: str
    stamp: str


def discover(case: Path) -> list[Arrival]:
    """Every document of `case/reports`, hashed, not parsed. A link out of the case is hashed by its target's name."""
    real = case.resolve()
    return [_arrival(path, case, names, plain) for path, names, plain in _walk(case / FOLDER, real)]


def read_folder(case: Path) -> Iterator[Report | Unread]:
    """Every report of a case and every document that cannot be read, in sorted order, one at a time."""
    for path, _, _ in _walk(case / FOLDER, case.resolve()):
        name = relative(path, case)
        try:
            yield from open_items(path, case)
        except ReportError as error:
            yield Unread(name, str(error), _digest(path, case))


def fold_identical(reports: Iterable[Report]) -> list[tuple[Report, tuple[str, ...]]]:
    """Each report once, with all paths where the same bytes lie; the first path by order stands for all."""
    held: dict[str, list[Report]] = {}
    for report in reports:
        held.setdefault(report.sha256, []).append(report)
    folded = []
    for same in held.values():
        same.sort(key=lambda r: r.path)
        folded.append((same[0], tuple(dict.fromkeys(r.path for r in same))))
    return sorted(folded, key=lambda pair: pair[0].path)


def _walk(folder: Path, case: Path) -> list[tuple[Path, frozenset[str], bool]]:
    """Every document, with the names in its folder, and whether the folder surely lies in the case (its real path)."""
    found: list[tuple[Path, frozenset[str], bool]] = []
    for where, folders, files in os.walk(folder, followlinks=False):
        base, names = Path(where), frozenset(files)
        inside = base.resolve().is_relative_to(case)
        links = [name for name in folders if not name.startswith(".") and (base / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        told = [name for name in files if not name.startswith(".") and not name.endswith(".meta.yaml")]
        found += [(base / name, names, inside) for name in (*links, *told)]
    return sorted(found, key=lambda item: item[0].as_posix())


def _arrival(path: Path, case: Path, names: frozenset[str], inside: bool) -> Arrival:
    """The arrival of a document in a folder that holds `names`; `inside`: the folder lies in the case."""
    name = relative(path, case)
    try:
        about = path.lstat()
        if not inside or not stat.S_ISREG(about.st_mode):
            raise OSError
        size, digest = about.st_size, _hash_of(path)
    except OSError:  # a link, a pipe, what may not be read
        digest = _digest(path, case)
        size = path.stat().st_size if path.exists() else 0
    named = {f"{path.name}.meta.yaml", f"{path.stem}.meta.yaml"} & names
    beside = sidecar(path) if named else None
    stamp = hashlib.sha256(f"{digest} {_digest(beside, case)}".encode()).hexdigest() if beside else digest
    return Arrival(name, size, digest, stamp)


def _digest(path: Path, case: Path) -> str:
    """The hash of a file's bytes, read in pieces; of its name where it is no readable file inside the case."""
    try:
        check_inside(path, case, Place(path.name))
        if not path.is_file():
            raise OSError
        return _hash_of(path)
    except (ReportError, OSError):
        target = path.readlink() if path.is_symlink() else path.name
        return hashlib.sha256(f"unreadable {target}".encode()).hexdigest()


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
