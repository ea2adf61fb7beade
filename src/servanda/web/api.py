"""The JSON API of one case; what it answers is what the pages show.

Invariant: every answer, errors too, is described in the OpenAPI document; an error has a code and a message.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from servanda.case import check_report
from servanda.case.reviewing import decide, waiting_in
from servanda.case.schemas import CheckDocument
from servanda.case.searching import plain_snippet
from servanda.errors import WebError
from servanda.findings.changes import Change, changes
from servanda.findings.due import DueItem
from servanda.findings.due import due as falling_due
from servanda.findings.explain import Explanation
from servanda.outputs.document import Check, ClaimPart, ReportPart, StatusDocument, TermStatus
from servanda.outputs.report import sources
from servanda.reports import open_text
from servanda.web.asked import FIRST, LAST, Asked, asked
from servanda.web.guard import allowed_to_write
from servanda.web.pages import PASTED_CHARS
from servanda.web.shelf import Shelf


class Problem(BaseModel):
    """Why a request was refused: a stable code and what to do instead."""

    code: str
    message: str


class PastedText(BaseModel):
    """A text whose breach claims are to be judged."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, max_length=PASTED_CHARS)
    published: date | None = None


class Decision(BaseModel):
    """A person's decision about claims."""

    model_config = ConfigDict(extra="forbid")
    claims: list[str] = Field(min_length=1, max_length=500)
    verdict: str = Field(pattern="^(accepted|rejected)$")
    by: str = Field(min_length=1, max_length=200)
    note: str | None = Field(default=None, max_length=2000)


Rows = list[dict[str, Any]]


def _errors(*codes: int) -> dict[int | str, dict[str, Any]]:
    words = {
        400: "A day or a text that is none",
        403: "Refused: no token, or a request from another site",
        404: "There is no such thing, or it was not known on that day",
        409: "The case has no ledger yet",
        413: "Too large",
        421: "The Host header names another machine",
        422: "The request does not have the form that is asked",
        500: "The case's files cannot be read",
    }
    return {c: {"model": Problem, "description": words[c]} for c in sorted({400, 404, 409, 421, 422, 500, *codes})}


AsOf = Annotated[date | None, Query(description="The day asked about (D), YYYY-MM-DD. Default: today.")]
KnownAt = Annotated[date | None, Query(description="Use only what was known by the end of this day (K). Default: today.")]
Text = Annotated[str | None, Query(description="Judge by this rival text.")]


def api(shelf: Shelf, prefix: str, token: str) -> APIRouter:
    """The routes under `prefix`/api."""
    name = prefix.strip("/") or "case"
    router = APIRouter(prefix=f"{prefix}/api", tags=[name], responses=_errors())

    @router.get("/status", operation_id=f"{name}_status")
    def status(request: Request, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None) -> StatusDocument:
        """All terms on a day, as known on a day."""
        return asked(request, shelf, prefix).dossier.document.whole()

    @router.get("/terms", operation_id=f"{name}_terms")
    def terms(request: Request, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None) -> list[TermStatus]:
        """The terms alone."""
        return asked(request, shelf, prefix).dossier.document.terms

    @router.get("/terms/{term}", operation_id=f"{name}_term")
    def term(request: Request, term: str, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None) -> TermStatus:
        """One term."""
        return _term(asked(request, shelf, prefix), term)

    @router.get("/terms/{term}/why", operation_id=f"{name}_why")
    def why(request: Request, term: str, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None) -> Explanation:
        """Why a term has its status: rules, steps, weights, what would change it."""
        q = asked(request, shelf, prefix)
        _term(q, term)
        return q.dossier.explanation(term)

    @router.get("/terms/{term}/history", operation_id=f"{name}_history")
    def history(
        request: Request, term: str, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None
    ) -> list[dict[str, Any]]:
        """The term's status over the days up to D, all by what is known at K."""
        q = asked(request, shelf, prefix)
        _term(q, term)
        return [
            {"from": b.first.isoformat(), "to": b.last.isoformat(), "status": b.finding.status, "force": b.finding.force,
             "compliance": b.finding.compliance, "epistemic": b.finding.epistemic,
             "due": b.finding.due.isoformat() if b.finding.due else None}
            for b in q.dossier.course(term).bands
        ]  # fmt: skip

    @router.get("/claims", operation_id=f"{name}_claims")
    def claims(
        request: Request, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None,
        term: Annotated[str | None, Query(description="Only claims that bear on this term.")] = None,
        report: Annotated[str | None, Query(description="Only claims of this report.")] = None,
        limit: Annotated[int, Query(ge=1, le=1000)] = 200, offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> list[ClaimPart]:  # fmt: skip
        """Claims, in the order of reports."""
        found = asked(request, shelf, prefix).dossier.document.claims
        kept = [c for c in found if (term is None or any(b.term == term for b in c.bears)) and report in (None, c.report)]
        return kept[offset : offset + limit]

    @router.get("/claims/{claim}", operation_id=f"{name}_claim")
    def claim(request: Request, claim: str, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None) -> ClaimPart:
        """One claim."""
        found = next((c for c in asked(request, shelf, prefix).dossier.document.claims if c.id == claim), None)
        if found is None:
            raise WebError("W105", f"no claim {claim[:80]!r} was known on that day")
        return found

    @router.get("/reports", operation_id=f"{name}_reports")
    def reports(request: Request, as_of: AsOf = None, known_at: KnownAt = None) -> list[ReportPart]:
        """The reports that were known."""
        return asked(request, shelf, prefix).dossier.document.reports

    @router.get("/sources", operation_id=f"{name}_sources")
    def sources_(request: Request, as_of: AsOf = None, known_at: KnownAt = None) -> list[dict[str, Any]]:
        """Who publishes."""
        return sources(asked(request, shelf, prefix).dossier)

    @router.get("/search", operation_id=f"{name}_search")
    def search(
        request: Request, q: Annotated[str, Query(min_length=1, max_length=500)], as_of: AsOf = None, known_at: KnownAt = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> list[dict[str, Any]]:  # fmt: skip
        """Reports and claims that hold all the words."""
        ask_ = asked(request, shelf, prefix)
        hits = shelf.index(ask_.known_at).search(q, limit)
        return [{**asdict(h), "snippet": plain_snippet(h)} for h in hits]

    @router.get("/checks", operation_id=f"{name}_checks")
    def checks(request: Request, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None) -> list[Check]:
        """The verdicts on the breach claims of the case's reports."""
        return asked(request, shelf, prefix).dossier.document.checks

    @router.post("/check", operation_id=f"{name}_check", responses=_errors(403, 413))
    def check(request: Request, body: PastedText, as_of: AsOf = None, known_at: KnownAt = None) -> CheckDocument:
        """Judge the breach claims of a text; the case is not changed."""
        q = asked(request, shelf, prefix)
        with shelf.lock:
            given = open_text(body.text, path="pasted text", published=body.published)
            checked = check_report(shelf.case, given, q.known_at, q.as_of, load=shelf.load)
            return CheckDocument.model_validate(checked.plain())

    @router.get("/changes", operation_id=f"{name}_changes")
    def changes_(
        request: Request, since: Annotated[date, Query(description="The earlier day, as then known.")],
        as_of: AsOf = None, known_at: KnownAt = None, text: Text = None,
    ) -> list[Change]:  # fmt: skip
        """What is different from how things stood on an earlier day as then known."""
        q = asked(request, shelf, prefix)
        _in_range(since)
        before = shelf.answer(since, min(since, q.known_at), q.text)
        return list(changes(before.findings, q.answer.findings))

    @router.get("/due", operation_id=f"{name}_due")
    def due(
        request: Request, within: Annotated[int, Query(ge=0, le=3660, description="Days ahead.")] = 30,
        as_of: AsOf = None, known_at: KnownAt = None, text: Text = None,
    ) -> list[DueItem]:  # fmt: skip
        """What falls due, and what is past its date without a known outcome."""
        q = asked(request, shelf, prefix)
        return list(falling_due(q.dossier.findings, timedelta(days=within)))

    @router.get("/review", operation_id=f"{name}_waiting")
    def waiting(request: Request, as_of: AsOf = None, known_at: KnownAt = None, text: Text = None) -> list[dict[str, Any]]:
        """The deciding claims that no person has accepted."""
        return [w.plain() for w in waiting_in(asked(request, shelf, prefix).answer)]

    @router.post("/review", operation_id=f"{name}_decide", status_code=201, responses=_errors(403, 413))
    def review(request: Request, body: Decision) -> dict[str, Any]:
        """Record a decision. Wants the header `Authorization: Bearer TOKEN`."""
        allowed_to_write(request, token, None)
        with shelf.lock:
            decide(shelf.case, tuple(body.claims), body.verdict, body.by, body.note)
        return {"recorded": len(set(body.claims))}

    return router


def _term(q: Asked, key: str) -> TermStatus:
    terms = q.shelf.case.agreement.terms
    if key not in terms:
        raise WebError("W105", f"there is no term {key[:80]!r}. Allowed: {', '.join(terms)}")
    return q.dossier.status(key)


def _in_range(day: date) -> None:
    if not FIRST <= day <= LAST:
        raise WebError("W104", "a day out of range. Allowed: 1900-01-01 to 2199-12-31")
