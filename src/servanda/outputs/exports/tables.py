"""Tables of a dossier: terms, claims, checks, incidents; one row a thing, one column a value.

Invariant: columns and their order are fixed; days are ISO 8601, lists are joined by '; '; a value that is not known
is empty, never a word that could be read as data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from servanda.outputs.dossier import Dossier
from servanda.outputs.quotes import speaker
from servanda.outputs.wording import long_day, needs_review_mark, shown

Cell = str | int | float | bool | date | None
Row = Mapping[str, Cell]
Columns = Mapping[str, type]

TERMS: Columns = {
    "case": str, "as_of": date, "known_at": date, "term": str, "article": str, "norm": str, "says": str,
    "bearers": str, "toward": str, "zone": str, "status": str, "shown_as": str, "force": str, "compliance": str,
    "epistemic": str, "due": date, "due_in_words": str, "original_due": date, "flags": str, "rule": str,
    "unreviewed": bool, "because": str, "incidents": int, "set_aside": int,
}  # fmt: skip
CLAIMS: Columns = {
    "case": str, "as_of": date, "known_at": date, "claim": str, "term": str, "bears_as": str, "interest": str,
    "level": int, "set_aside_because": str, "report": str, "source": str, "reliability": str, "credibility": int,
    "segment": str, "quote": str, "start": int, "end": int, "speaker": str, "speaker_kind": str, "via": str,
    "act": str, "actors": str, "target": str, "zone": str, "earliest": date, "latest": date, "basis": str,
    "said_earliest": date, "said_latest": date, "known": date, "extent": str, "quantity_of": str, "low": float,
    "high": float, "new_due": date, "polarity": str, "modality": str, "origin": str, "confidence": float,
    "reviewed": bool, "reader": str,
}  # fmt: skip
CHECKS: Columns = {
    "case": str, "as_of": date, "known_at": date, "claim": str, "quote": str, "report": str, "term": str,
    "said": date, "verdict": str, "now": str, "why": str, "because": str,
}  # fmt: skip
INCIDENTS: Columns = {
    "case": str, "as_of": date, "known_at": date, "incident": str, "term": str, "earliest": date, "latest": date,
    "zone": str, "kind": str, "author": str, "accused": str, "standing": str, "origins": int, "claims": str,
    "denials": str,
}  # fmt: skip


def _head(d: Dossier) -> dict[str, Cell]:
    return {"case": d.document.case, "as_of": d.findings.as_of, "known_at": d.findings.known_at}


def _joined(items: Iterable[str | None]) -> str:
    return "; ".join(i for i in items if i)


def _terms(d: Dossier) -> Iterable[Row]:
    for f in d.findings.terms:
        t = d.agreement.terms[f.id]
        yield {
            **_head(d), "term": f.id, "article": t.article, "norm": f.norm, "says": t.says,
            "bearers": _joined(t.bearer), "toward": _joined(t.toward), "zone": t.zone, "status": f.status,
            "shown_as": shown(f.status), "force": f.force, "compliance": f.compliance, "epistemic": f.epistemic,
            "due": f.due, "due_in_words": long_day(f.due) if f.due else None, "original_due": f.original_due,
            "flags": _joined(f.flags), "rule": f.rule, "unreviewed": needs_review_mark(f.compliance, f.reviewed),
            "because": _joined(f.because), "incidents": len(f.incidents), "set_aside": len(f.set_aside),
        }  # fmt: skip


def _claims(d: Dossier) -> Iterable[Row]:
    for item in sorted(d.evidence.testimonies, key=lambda t: (t.claim.report, t.claim.start, t.id)):
        c, q = item.claim, item.claim.quantity
        base: dict[str, Cell] = {
            **_head(d), "claim": c.id, "report": c.report, "source": item.carrier.name,
            "reliability": item.carrier.reliability, "credibility": item.credibility, "segment": c.segment,
            "quote": c.quote, "start": c.start, "end": c.end, "speaker": speaker(d, item.chain[0]),
            "speaker_kind": item.chain[0].kind, "via": _joined(speaker(d, s) for s in item.chain[1:]), "act": c.act,
            "actors": _joined(p.label for p in c.actors), "target": c.target.label if c.target else None,
            "zone": c.zone, "earliest": c.when.earliest, "latest": c.when.latest, "basis": c.when.basis,
            "said_earliest": c.said.earliest, "said_latest": c.said.latest, "known": item.known, "extent": c.extent,
            "quantity_of": q.what if q else None, "low": q.low if q else None, "high": q.high if q else None,
            "new_due": c.new_due, "polarity": c.polarity, "modality": c.modality, "origin": item.origin,
            "confidence": round(c.confidence, 2), "reviewed": c.reviewed, "reader": c.reader,
        }  # fmt: skip
        seen = {
            (b.term, b.as_, b.interest, b.level, b.aside): {
                "term": b.term, "bears_as": b.as_, "interest": b.interest, "level": b.level,
                "set_aside_because": b.aside,
            }
            for b in item.bearings
        }  # fmt: skip
        for bearing in seen.values() or [{}]:
            yield {**base, **bearing}


def _checks(d: Dossier) -> Iterable[Row]:
    for c in d.findings.checks:
        item = d.by_claim.get(c.claim)
        yield {
            **_head(d), "claim": c.claim, "quote": item.claim.quote if item else None,
            "report": item.claim.report if item else None, "term": c.term, "said": c.said, "verdict": c.verdict,
            "now": c.now, "why": c.why, "because": _joined(c.because),
        }  # fmt: skip


def _incidents(d: Dossier) -> Iterable[Row]:
    for f in d.findings.terms:
        for i in f.incidents:
            origins = {d.by_claim[c].origin for c in i.claims if c in d.by_claim}
            yield {
                **_head(d), "incident": i.id, "term": f.id, "earliest": i.earliest, "latest": i.latest,
                "zone": i.zone, "kind": i.kind, "author": _joined(i.authors) or None, "accused": _joined(i.accused),
                "standing": i.epistemic, "origins": len(origins), "claims": _joined(i.claims), "denials": _joined(i.denials),
            }  # fmt: skip


TABLES: Mapping[str, tuple[Columns, Callable[[Dossier], Iterable[Row]]]] = {
    "terms": (TERMS, _terms),
    "claims": (CLAIMS, _claims),
    "checks": (CHECKS, _checks),
    "incidents": (INCIDENTS, _incidents),
}


def table(dossier: Dossier, name: str) -> tuple[Columns, list[Row]]:
    """The columns of a table and its rows. Raises KeyError for a table that is none of TABLES."""
    columns, rows = TABLES[name]
    return columns, list(rows(dossier))
