"""Is everything still as it was recorded: the chain, the files' bytes, every quote in its place?

Invariant: verifying writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.case.folder import Case, readers
from servanda.case.intake import files_of
from servanda.case.prose import in_use
from servanda.ledger import Ledger, broken
from servanda.ledger.chain import GENESIS


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was recorded."""

    what: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was checked, what was wrong, and the head of the chain to compare with one kept elsewhere."""

    entries: int
    files: int
    quotes: int
    head: str
    faults: tuple[Fault, ...]


def verify(case: Case, ledger: Ledger) -> Verification:
    """Check the whole case against its ledger."""
    entries = ledger.entries()
    faults: list[Fault] = []
    at = broken(entries)
    if at is not None:
        faults.append(Fault("chain", f"entry {at}", "does not follow from the entry before it"))
    current = ledger.current()
    stamps = {f.path: f.sha256 for f in files_of(case)}
    for path, document in sorted(current.items()):
        file = case.root / path
        if path not in stamps and not file.is_file():
            faults.append(Fault("file", path, "is no longer there; the next run records it as gone"))
        elif (now := stamps.get(path)) is not None and now != document.sha256:
            faults.append(
                Fault("file", path, f"has other bytes than recorded ({now[:12]} for {document.sha256[:12]})")
            )
    quotes, misplaced = _quotes(case, ledger)
    faults += misplaced
    head = entries[-1].hash if entries else GENESIS
    return Verification(len(entries), len(current), quotes, head, tuple(faults))


def _quotes(case: Case, ledger: Ledger) -> tuple[int, list[Fault]]:
    used = readers(case.agreement, in_use(ledger))
    claims = {k: v for reader, names in used for k, v in ledger.claims(reader, names).items()}
    count, faults = 0, []
    for stored in ledger.reports():
        for claim in claims.get(stored.id, ()):
            count += 1
            if stored.report.text[claim.start : claim.end] != claim.quote:
                faults.append(
                    Fault("quote", f"{claim.id} in {stored.report.path}", "does not stand where it was read")
                )
    return count, faults
