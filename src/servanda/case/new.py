"""A new case folder: empty with a commented example, drafted from a statement, or a copy of a bundled one.

Invariant: nothing that exists is overwritten unless that is asked for by name.
"""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from servanda.case.folder import AGREEMENT
from servanda.case.writing import replace_file
from servanda.errors import CaseError, Place

_EXAMPLE = """\
# What was promised. Every field is explained in docs/agreement.md; `servanda schema agreement` helps editors.
servanda: 1
id: {slug}
title: Name of the agreement
signed: 2024-05-01
in_force: 2024-05-02T00:00:00+00:00
timezone: UTC
actors:
  state: {{name: The State, role: signatory, aliases: [state army]}}
  front: {{name: The Front, role: signatory}}
zones:
  valley: {{name: The Valley}}
terms:
  1-withdrawal:
    article: "1"
    says: The State withdraws its forces from the Valley by 1 June 2024.
    norm: obligation
    bearer: [state]
    toward: [front]
    act: withdraw
    zone: valley
    due: {{by: 2024-06-01}}
  2-ceasefire:
    article: "2"
    says: The State and the Front do not attack each other.
    norm: prohibition
    bearer: [state, front]
    act: attack
"""


def init(folder: Path, statement: Path | None = None) -> list[Path]:
    """Make a case in `folder`; with `statement`, draft the terms from that file's own words. The files made."""
    agreement = folder / AGREEMENT
    if agreement.exists():
        raise CaseError(
            "C103", f"{AGREEMENT} is already there and stays as it is. Choose another folder", Place(str(agreement))
        )
    text = _EXAMPLE.format(slug=_slug(folder.resolve().name)) if statement is None else _draft(statement)
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    replace_file(agreement, text)
    return [agreement, folder / "reports"]


def bundled() -> list[str]:
    """The names of the cases that come with the package."""
    return sorted(p.name for p in _examples().iterdir() if (p / AGREEMENT).is_file())


def copy_bundled(name: str, target: Path, *, overwrite: bool = False) -> Path:
    """Copy a bundled case to `target`; `overwrite` refreshes a copy made before. Raises CaseError C104, C105."""
    source = _examples() / name
    if not (source / AGREEMENT).is_file():
        raise CaseError("C104", f"there is no bundled case {name!r}. There are: {', '.join(bundled())}")
    if target.exists() and any(target.iterdir()):
        if not overwrite:
            raise CaseError("C105", "this folder is not empty. Name another, or add --overwrite", Place(str(target)))
        if not (target / AGREEMENT).is_file():
            raise CaseError("C105", "this folder holds something else than a case. Name another", Place(str(target)))
        shutil.rmtree(target)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    return target


def _examples() -> Path:
    inside = Path(str(files("servanda"))) / "examples"
    beside = Path(__file__).resolve().parents[3] / "examples"
    return inside if inside.is_dir() else beside


def _draft(statement: Path) -> str:
    from servanda.drafting import draft

    if not statement.is_file():
        found = "this is a folder" if statement.is_dir() else "there is no such file"
        raise CaseError("C106", f"{found}. Write the path of the agreement's text", Place(str(statement)))
    from servanda.reports import open_report

    (report, *_) = open_report(statement, statement.parent)
    given = report.title if report.title and report.title not in report.text else None
    return draft(report.text, title=given)


def _slug(name: str) -> str:
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower()).strip("-")
    return kept or "case"
