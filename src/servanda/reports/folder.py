"""The folder of reports: what lies there, cheaply, and all of it, streaming.

Invariant: files come in sorted order of their paths; links to folders are not walked; hidden files and
NAME.meta.yaml beside NAME are no reports; reading one file never depends on another.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from servanda.errors import Place, ReportError
from servanda.reports.metadata import META, sidecar
from servanda.reports.model import Report, Unread
from servanda.reports.opening import check_inside, open_items

FOLDER = "reports"
_CHUNK = 1 << 20


class Arrival(NamedTuple):
    """A file of the folder: its path from the case, its size in bytes, and the hash of its bytes.

    `stamp` is that hash, or where metadata stands beside the file, a hash of both: it changes when either does.
    """

    path: str
    size: int
    sha256: str
    stamp: str


def discover(case: Path) -> list[Arrival]:
    """Every document of `case/reports`, hashed, not parsed. A link out of the case is hashed by its target's name.

    Raises OSError where a folder cannot be looked into: what lies in it must not seem gone.
    """
    return [_arrival(lying, case) for lying in _walk(case)]


def read_folder(case: Path) -> Iterator[Report | Unread]:
    """Every report of a case and every document that cannot be read, in sorted order, one at a time."""
    for lying in _walk(case):
        path = Path(lying.file)
        try:
            yield from open_items(path, case)
        except ReportError as error:
            yield Unread(lying.path, str(error), _digest(path, case))


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


def in_utf8(path: str) -> str:
    """A path as it can be written down: bytes of it that are no UTF-8 are written out, `caf\\xe9.txt`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def misnamed(path: str) -> ReportError:
    """What is said of a file whose path cannot be written down as it is."""
    return ReportError("R109", "the file's name is not UTF-8. Give it another name", Place(in_utf8(path)))


class _Lying(NamedTuple):
    """A document where it lies: its path from the case, its own, the names beside it, whether its folder is in the case
    for sure, all links followed."""

    path: str
    file: str
    beside: frozenset[str]
    inside: bool


def _walk(case: Path) -> list[_Lying]:
    top, real = os.path.join(case, FOLDER), case.resolve()  # noqa: PTH118 - thousands of names, made of strings
    found: list[_Lying] = []
    for where, folders, files in os.walk(top, onerror=_told, followlinks=False):
        inside, names = Path(where).resolve().is_relative_to(real), frozenset(files)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(where, name).is_symlink()]
        told = [name for name in files if not name.startswith(".") and not (name.endswith(META) and _describes(name, names))]
        base = FOLDER + where[len(top) :].replace(os.sep, "/")
        found += [_Lying(f"{base}/{name}", f"{where}{os.sep}{name}", names, inside) for name in (*links, *told)]
    return sorted(found, key=lambda lying: lying.path)


def _told(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):  # a case may lack the folder
        raise error


def _describes(name: str, beside: frozenset[str]) -> bool:
    """Whether a file of metadata has its document beside it."""
    about = name.removesuffix(META)
    return any(about in (other, PurePosixPath(other).stem) for other in beside if other != name)


def _arrival(lying: _Lying, case: Path) -> Arrival:
    try:
        about = os.lstat(lying.file)
        if not lying.inside or not stat.S_ISREG(about.st_mode):
            raise OSError
        size, digest = about.st_size, _hash_of(lying.file)
    except OSError:  # a link, a pipe, what may not be read
        path = Path(lying.file)
        digest = _digest(path, case)
        size = path.stat().st_size if path.exists() else 0
    name = lying.path.rpartition("/")[2]
    named = {f"{name}.meta.yaml", f"{PurePosixPath(name).stem}.meta.yaml"} & lying.beside
    beside = sidecar(Path(lying.file)) if named else None
    stamp = hashlib.sha256(f"{digest} {_digest(beside, case)}".encode()).hexdigest() if beside else digest
    return Arrival(lying.path, size, digest, stamp)


def _digest(path: Path, case: Path) -> str:
    """The hash of a file's bytes, read in pieces; of its name where it is no readable file inside the case."""
    try:
        check_inside(path, case, Place(path.name))
        if not path.is_file():
            raise OSError
        return _hash_of(str(path))
    except (ReportError, OSError):
        target = path.readlink() if path.is_symlink() else path.name
        return hashlib.sha256(b"unreadable " + os.fsencode(target)).hexdigest()


def _hash_of(file: str) -> str:
    digest = hashlib.sha256()
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - one of thousands
        while piece := opened.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()
