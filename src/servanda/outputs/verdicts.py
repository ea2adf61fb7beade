"""Checks as a page shows them: the verdict in words, the claim in its context, what decided.

Invariant: the verdict is the finding's; `premature` is said as what it is: nothing was due yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servanda.findings.finding import Check
from servanda.outputs.dossier import Dossier
from servanda.outputs.quotes import Quote, quote
from servanda.outputs.term_view import plain_words

WORDS = {
    "not-bound": "not bound: the accused is bound by no term",
    "not-a-term": "not a term: what is charged is no term's act",
    "premature": "premature: nothing was due yet",
    "supported": "supported: established",
    "contradicted": "contradicted: refuted",
    "open": "open: neither established nor refuted",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judged claim."""

    claim: str
    verdict: str
    verdict_words: str
    now: str | None
    term: str | None
    said: date | None
    why: str
    quote: Quote | None
    because: tuple[Quote, ...]


def verdicts(dossier: Dossier, checks: Iterable[Check]) -> tuple[Verdict, ...]:
    """Each check with its words; at most eight deciding claims are quoted."""
    return tuple(_verdict(dossier, c) for c in checks)


def _verdict(dossier: Dossier, c: Check) -> Verdict:
    item = dossier.by_claim.get(c.claim)
    because = [dossier.by_claim[i] for i in c.because if i in dossier.by_claim and i != c.claim][:8]
    return Verdict(
        c.claim,
        c.verdict,
        WORDS.get(c.verdict, c.verdict),
        WORDS.get(c.now, c.now) if c.now else None,
        c.term,
        c.said,
        plain_words(dossier, c.why, c.term),
        quote(dossier, item) if item else None,
        tuple(quote(dossier, t) for t in because),
    )
