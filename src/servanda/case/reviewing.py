"""Review: which deciding claims no person has accepted, and recording what a person decides.

Invariant: a decision is added to the ledger and never overwrites one; the reader's own words stay as they are.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from servanda.case.answer import Answer, ask
from servanda.case.dossiers import dossier_of
from servanda.case.folder import Case, open_case, readers
from servanda.case.prose import in_use
from servanda.errors import CaseError
from servanda.outputs.quotes import reading_words, speaker
from servanda.outputs.wording import shown


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim on which a term's status rests and that no person has accepted; `reading` is what a machine read in it."""

    term: str
    status: str
    claim: str
    quote: str
    reading: str
    speaker: str
    report: str

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


def waiting(case: Path | str | Case, as_of: date | None = None, known_at: date | None = None) -> list[Waiting]:
    """The claims that wait, in the order of the agreement."""
    opened = case if isinstance(case, Case) else open_case(case)
    return waiting_in(ask(opened, as_of, known_at))


def waiting_in(answer: Answer) -> list[Waiting]:
    """The same, of an answer already given."""
    dossier = dossier_of(answer)
    out = []
    for term in answer.findings.terms:
        for key in term.because:
            item = dossier.by_claim.get(key)
            if item is not None and not item.claim.reviewed:
                who = speaker(dossier, item.chain[0])
                read = reading_words(dossier, item.claim)
                out.append(Waiting(term.id, shown(term.status), key, item.claim.quote, read, who, item.claim.report))
    return out


def decide(
    case: Path | str | Case, claims: tuple[str, ...], verdict: str, by: str | None, note: str | None = None
) -> None:
    """Record a decision (`accepted` or `rejected`) about each claim, by a named person.

    Raises CaseError C132 where no claim or no name is given or the verdict is none, C133 for a claim that the case
    does not have.
    """
    opened = case if isinstance(case, Case) else open_case(case)
    name = (by or "").strip()
    if not claims or not name or verdict not in {"accepted", "rejected"}:
        raise CaseError(
            "C132", "a decision needs claims and a name. Write: servanda review CASE accept CLAIM --by NAME"
        )
    with opened.ledger() as ledger:
        used = readers(opened.agreement, in_use(ledger))
        ids = {c.id for reader, names in used for found in ledger.claims(reader, names).values() for c in found}
        unknown = [c for c in claims if c not in ids]
        if unknown:
            raise CaseError(
                "C133", f"the case has no claim {', '.join(unknown)}. Allowed: ids that `servanda review CASE` lists"
            )
        for claim in dict.fromkeys(claims):
            ledger.decide(claim, verdict, name, note)
