"""A case: an agreement with its reports, in one folder. This is where files become values.

Invariant: opening a case changes nothing on the disk.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from servanda.agreement import load
from servanda.agreement.model import Agreement
from servanda.errors import CaseError, Place
from servanda.ledger import Ledger, utc_now
from servanda.ledger.chain import canonical
from servanda.reading.readers import HAND_READER, TABLE_READER
from servanda.reading.version import READER_VERSION
from servanda.reports.model import Source
from servanda.reports.sources import load_sources

AGREEMENT = "agreement.yaml"
LEDGER = "ledger.db"
FOLDERS = ("reports", "claims", "events")
FILES = ("sources.yaml", "coverage.yaml")
DOCUMENTS = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".json", ".jsonl", ".csv", ".tsv", ".parquet", ".docx", ".eml"})
_README = re.compile(r"(?:readme|licen[cs]e|statement|agreement|notes?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Case:
    """The folder, what was promised, who publishes."""

    root: Path
    agreement: Agreement
    sources: Mapping[str, Source]

    @property
    def name(self) -> str:
        """The case's name in outputs: the agreement's id."""
        return self.agreement.id

    @property
    def ledger_path(self) -> Path:
        """Where the ledger lies, whether or not it exists yet."""
        return self.root / LEDGER

    @property
    def out(self) -> Path:
        """The folder for what Servanda makes."""
        return self.root / "out"

    def today(self) -> date:
        """The present day in the agreement's time zone."""
        return self.day_of(utc_now())

    def day_of(self, moment: datetime) -> date:
        """The day of a moment in the agreement's time zone."""
        return moment.astimezone(ZoneInfo(self.agreement.timezone)).date()

    def ledger(self, *, readonly: bool = False) -> Ledger:
        """The case's ledger. Raises LedgerError L104 where `readonly` is asked and there is none."""
        return Ledger(self.ledger_path, readonly=readonly)


def open_case(path: Path | str) -> Case:
    """The case in a folder (or the folder of the agreement file named).

    Raises CaseError C101, C102 where there is no case, AgreementErrors and ReportError for what is wrong in it.
    """
    root = Path(path)
    if root.name == AGREEMENT and root.is_file():
        root = root.parent
    if not root.exists():
        raise CaseError(
            "C101",
            "there is no such folder. Write the path of a case folder, or make one: servanda init DIR",
            Place(str(root)),
        )
    if not root.is_dir():
        raise CaseError(
            "C101", "this is a file. Write the path of the folder that holds agreement.yaml", Place(str(root))
        )
    if not (root / AGREEMENT).is_file():
        held = sorted(p.name for p in root.iterdir())[:5]
        found = f"it holds {', '.join(held)}" if held else "it is empty"
        raise CaseError(
            "C102",
            f"no {AGREEMENT} in this folder ({found}). A case needs {AGREEMENT} and reports/. Make one: servanda init {root}",
            Place(str(root)),
        )
    _expect_kinds(root)
    agreement = load(root / AGREEMENT)
    sources = root / "sources.yaml"
    return Case(root, agreement, load_sources(sources, actors=agreement.actors) if sources.is_file() else {})


def _expect_kinds(root: Path) -> None:
    """Raises CaseError C113 where a folder of the case is a file, or a file a folder: it would be passed over."""
    for name in (*FOLDERS, *FILES):
        path = root / name
        if name in FOLDERS and path.exists() and not path.is_dir():
            raise CaseError("C113", f"this is a file; {name} is a folder of the case. Give it another name", Place(str(path)))
        if name in FILES and path.is_dir():
            raise CaseError("C113", f"this is a folder; {name} is a file of the case. Give it another name", Place(str(path)))


def strays(root: Path) -> list[str]:
    """What lies in the case's folder, is of no name that is read, and was probably meant to be read; each with advice."""
    told = []
    for path in sorted(root.iterdir()):
        if path.name in (*FOLDERS, *FILES, AGREEMENT, "out") or path.name.startswith((".", LEDGER)):
            continue
        near = get_close_matches(path.stem.lower(), [*FOLDERS, "sources", "coverage"], 1, 0.8)
        wanted = near[0] if near and near[0] in FOLDERS else f"{near[0]}.yaml" if near else None
        if wanted and not (root / wanted).exists():
            told.append(f"{path.name} is not read. Was it meant as {wanted}?")
        elif path.suffix.lower() in DOCUMENTS and not _README.match(path.name):
            told.append(f"{path.name} is not read. Reports go into reports/, tables into events/")
    return told


def names_digest(agreement: Agreement, *, places: bool = False) -> str:
    """What of the agreement a reader sees (names, zones, first days, and `places`: outlines); readings are kept under it."""
    seen = {
        "actors": [[a.id, a.name, a.roles, a.aliases] for a in agreement.actors.values()],
        "zones": [[z.id, z.name, z.aliases, z.within] for z in agreement.zones.values()],
        "days": [str(agreement.signed), str(agreement.in_force)],
    }
    if places:
        seen["outlines"] = [[z.id, z.geometry, z.radius_km] for z in agreement.zones.values()]
    return hashlib.sha256(canonical(seen).encode()).hexdigest()[:16]


def readers(agreement: Agreement, prose: str = READER_VERSION) -> tuple[tuple[str, str], ...]:
    """The readers of a case, each with the digest of what it sees: prose (its version), tables, claims by hand."""
    names = names_digest(agreement)
    return ((prose, names), (TABLE_READER, names_digest(agreement, places=True)), (HAND_READER, names))
