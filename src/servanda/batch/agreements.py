"""The agreements of a batch: a folder of agreement files or cases, one file, or a table of agreements.

Invariant: agreements come in the order of their ids, each id once; a wrong agreement file stops the batch before it
begins, with all errors of all files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from servanda.agreement import load
from servanda.agreement.model import Agreement
from servanda.batch.minimal import Unusable, minimal_agreements
from servanda.errors import AgreementError, AgreementErrors, BatchError, Place
from servanda.reading.beside import TABLES
from servanda.reports.model import Source
from servanda.reports.sources import load_sources

_YAML = (".yaml", ".yml")
_OTHERS = ("sources.yaml", "coverage.yaml")


@dataclass(frozen=True, slots=True)
class Promised:
    """An agreement with who publishes what, as its case says."""

    agreement: Agreement
    sources: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Promises:
    """All agreements of a batch, the table rows that gave none, and the hash of all this."""

    items: tuple[Promised, ...]
    unusable: tuple[Unusable, ...]
    sha256: str


def promises(path: Path) -> Promises:
    """The agreements at a path. Raises BatchError B101 to B105, AgreementErrors, ReportError."""
    if not path.exists():
        raise BatchError("B101", "there is no such folder or file of agreements", Place(str(path)))
    unusable: list[Unusable] = []
    if path.is_file() and path.name.endswith(TABLES):
        made, unusable = minimal_agreements(path)
        found = [(str(path), Promised(a)) for a in made]
    elif path.is_file():
        found = _loaded([path])
    else:
        found = _loaded(agreement_files(path))
    if not found:
        raise BatchError(
            "B102",
            "no agreement in here. Give a folder with agreement files (they begin with `servanda: 1`), or a table",
            Place(str(path)),
        )
    _once(found)
    items = tuple(sorted((p for _, p in found), key=lambda p: p.agreement.id))
    return Promises(items, tuple(unusable), hashlib.sha256(repr(items).encode()).hexdigest())


def agreement_files(folder: Path) -> list[Path]:
    """The agreement files in a folder and its folders: YAML with a line `servanda: …` of its own."""
    found = sorted(p for p in folder.rglob("*") if p.suffix in _YAML and p.is_file() and not p.is_symlink())
    return [p for p in found if p.name not in _OTHERS and _is_agreement(p)]


def _is_agreement(path: Path) -> bool:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return any(line.startswith(("servanda:", "{servanda:")) for line in lines)


def _loaded(files: Sequence[Path]) -> list[tuple[str, Promised]]:
    out: list[tuple[str, Promised]] = []
    errors: list[AgreementError] = []
    for file in files:
        try:
            agreement = load(file)
        except AgreementErrors as wrong:
            errors += [_in_file(e, file) for e in wrong.errors]
            continue
        sources = file.parent / "sources.yaml"
        listed = load_sources(sources, actors=agreement.actors) if sources.is_file() else {}
        out.append((str(file), Promised(agreement, listed)))
    if errors:
        raise AgreementErrors(errors)
    return out


def _in_file(error: AgreementError, file: Path) -> AgreementError:
    at = error.place
    beside = file if at is None or at.file == file.name else file.parent / at.file
    return AgreementError(error.code, error.message, Place(str(beside), at.line if at else None, at.column if at else None))


def _once(found: Sequence[tuple[str, Promised]]) -> None:
    first: dict[str, str] = {}
    for file, item in found:
        key = item.agreement.id
        if key in first:
            raise BatchError("B106", f"the id {key!r} is also that of {first[key]}. Give each agreement its own", Place(file))
        first[key] = file
