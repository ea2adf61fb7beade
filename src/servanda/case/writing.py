"""Write what Servanda makes into the case's `out/` folder.

Invariant: a file is written whole or not at all (a new file takes the old one's place in one step).
"""

from __future__ import annotations

from pathlib import Path

from servanda.case.answer import Answer
from servanda.case.folder import Case


def write_report(case: Case, answer: Answer) -> Path:
    """Write out/report.html and give back its path."""
    from servanda.case.dossiers import base_layers, dossier_of
    from servanda.outputs.pictures.gallery import inlined
    from servanda.outputs.report import page

    dossier = dossier_of(answer)
    return replace_file(case.out / "report.html", page(dossier, inlined(dossier, base_layers(case))))


def replace_file(path: Path, content: str | bytes) -> Path:
    """Write a file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.new")
    try:
        scratch.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return scratch.replace(path)
    except OSError:
        scratch.unlink(missing_ok=True)
        raise
