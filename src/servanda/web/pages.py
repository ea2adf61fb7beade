"""The pages of one case, made on the server; they read and never write.

Invariant: every page works without JavaScript, keeps its state in its address, and escapes foreign text.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment

from servanda.case import check_report
from servanda.case.dossiers import dossier_of
from servanda.case.exporting import FORMATS, Export, export, pictures_of
from servanda.case.reviewing import waiting_in
from servanda.case.searching import expression
from servanda.errors import CaseError, WebError
from servanda.findings.changes import changes
from servanda.outputs.dossier import Dossier
from servanda.outputs.exports import TABLES
from servanda.outputs.lines import TermLine, line, lines
from servanda.outputs.overview import grouped
from servanda.outputs.quotes import quote
from servanda.outputs.report import sources, unknowns
from servanda.outputs.term_view import term_view
from servanda.outputs.verdicts import verdicts
from servanda.outputs.wording import BEARS
from servanda.reports import open_text
from servanda.web.asked import Asked, asked, day
from servanda.web.guard import FILE_CSP
from servanda.web.marked import marked
from servanda.web.shelf import Shelf
from servanda.web.told import PastedLinks, by_report, by_term, checked_words
from servanda.web.turning import turns

PASTED_CHARS = 400_000
VISIT = "servanda_visit"
YEAR = 31_536_000


def pages(shelf: Shelf, prefix: str, env: Environment, key: str) -> APIRouter:
    """The routes of a case whose addresses begin with `prefix`; `key` names it in cookies."""
    router = APIRouter(prefix=prefix, include_in_schema=False, default_response_class=HTMLResponse)

    def show(template: str, request: Request, q: Asked, since: date = date.min, **values: Any) -> HTMLResponse:
        """A page; what it shows is known from the day `since` on, and no link leads to before it."""
        seen = q.glance
        body = env.get_template(template).render(
            q=q, links=q.links, agreement=q.shelf.case.agreement, path=request.url.path, base=prefix, here=template,
            turns=turns(q, request.url.path[len(prefix) :], request.query_params, since), waiting=seen.waiting,
            again=seen.again, before=seen.before, **values,
        )  # fmt: skip
        return HTMLResponse(body)

    @router.get("/")
    def overview(request: Request) -> Response:
        q = asked(request, shelf, prefix)

        def make() -> HTMLResponse:
            seen = q.glance
            by_id = {v.term.id: v for v in seen.lines}
            return show(
                "overview.html", request, q, groups=grouped(seen.lines), summary=seen.summary,
                due=[(i, by_id[i.term]) for i in seen.due], parties=seen.parties, lines=seen.lines,
                any_mark=any(v.mark for v in seen.lines), unread=seen.unread, undated=seen.undated,
                timeline=q.links.to("/pictures/timeline.svg"),
            )  # fmt: skip

        return shelf.kept(("overview", str(request.url)), make)

    @router.get("/terms")
    def terms(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        return show("terms.html", request, q, lines=q.glance.lines)

    @router.get("/terms/{term}")
    def term(request: Request, term: str) -> Response:
        q = asked(request, shelf, prefix)
        _known_term(q, term)

        def make() -> HTMLResponse:
            view = term_view(q.dossier, term)
            picture = q.links.to(f"/pictures/{term}.svg") if q.dossier.evidence.by_term.get(term) else None
            return show("term.html", request, q, t=view, picture=picture, course=q.dossier.course(term))

        return shelf.kept(("term", str(request.url)), make)

    @router.get("/terms/{term}/why")
    def why(request: Request, term: str) -> Response:
        q = asked(request, shelf, prefix)
        _known_term(q, term)

        def make() -> HTMLResponse:
            reasons = q.dossier.explanation(term)
            told = q.dossier.by_claim
            weights = [(w, quote(q.dossier, told[w.claim])) for w in reasons.weights[:200] if w.claim in told]
            return show(
                "why.html", request, q, t=term_view(q.dossier, term), reasons=reasons, weights=weights, name=q.dossier.name
            )  # fmt: skip

        return shelf.kept(("why", str(request.url)), make)

    @router.get("/reports")
    def reports(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        counts: dict[str, int] = {}
        for item in q.dossier.evidence.testimonies:
            counts[item.claim.report] = counts.get(item.claim.report, 0) + 1
        return show("reports.html", request, q, doc=q.dossier.document, counts=counts)

    @router.get("/reports/{path:path}")
    def report(request: Request, path: str) -> Response:
        q = asked(request, shelf, prefix)
        found = next((p for p in (f"reports/{path}", path) if p in q.dossier.reports), None)
        if found is None:
            raise WebError("W105", f"no report {path!r} was known on {q.known_at}")
        d = q.dossier
        items = sorted((t for t in d.evidence.testimonies if t.claim.report == found), key=lambda t: (t.claim.start, t.id))
        claims = [_claim_line(d, t) for t in items]
        numbers = {c["q"].id: n for n, c in enumerate(claims, start=1)}
        part = next(r for r in d.document.reports if r.path == found)
        stands = {v.term.id: v for v in lines(d)}
        touched = Counter(term for c in claims for term in {b[0] for b in c["bears"] if b[3] is None})
        status_of = {c["q"].id: _leads_to(q, stands, c) for c in claims}
        return show(
            "report_text.html", request, q, part.known, report=d.reports[found], part=part, claims=claims, numbers=numbers,
            parts=marked(d.reports[found], items), stands=stands, bears_words=BEARS,
            touched=[(t, touched[t]) for t in stands if touched[t]],
            leads_to=lambda covers: next((status_of[i] for i in covers if status_of[i]), None),
            checks={v.claim: v for v in verdicts(d, [c for c in d.findings.checks if c.claim in numbers])},
        )  # fmt: skip

    @router.get("/sources")
    def sources_page(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        return show("sources.html", request, q, sources=sources(q.dossier))

    @router.get("/unknowns")
    def unknowns_page(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        alone = [
            (t.id, i) for t in q.dossier.findings.terms for i in t.incidents if not i.authors and i.epistemic == "established"
        ]
        return show("unknowns.html", request, q, unknowns=unknowns(q.dossier), unattributed=alone[-200:], zone=q.dossier.zone)

    @router.get("/checks")
    def checks(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        found = q.dossier.findings.checks
        return show("checks.html", request, q, checks=verdicts(q.dossier, found[:200]), left=max(0, len(found) - 200))

    @router.get("/search")
    def search(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        words = request.query_params.get("q", "")[:500]
        hits = shelf.kept(("search", q.known_at, words), lambda: shelf.index(q.known_at).search(words)) if words.strip() else []
        return show(
            "search.html", request, q, words=words, groups=by_report(hits), found=len(hits), searchable=bool(expression(words))
        )  # fmt: skip

    @router.get("/check")
    def check_form(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        return show("check.html", request, q, checked=None, pasted="", published="")

    @router.post("/check")
    def check(request: Request, text: Annotated[str, Form()] = "", published: Annotated[str, Form()] = "") -> Response:
        q = asked(request, shelf, prefix)
        if not text.strip():
            raise WebError("W106", "there is no text. Paste the article's words")
        if len(text) > PASTED_CHARS:
            raise WebError("W107", f"the text has {len(text):,} characters. Allowed: {PASTED_CHARS:,}")
        with shelf.lock:
            given = open_text(text, path="pasted text", published=day(published, "published"))
            checked = check_report(shelf.case, given, q.known_at, q.as_of, load=shelf.load)
        base = q.dossier
        d = Dossier(
            base.agreement, checked.evidence, base.findings, base.document,
            {**base.reports, checked.report.path: checked.report}, base.sources,
        )  # fmt: skip
        told = verdicts(d, checked.checks)
        return show(
            "check.html", request, q, checked=checked, verdicts=told, pasted=text, published=published,
            answer=checked_words(checked.read, told), pasted_links=PastedLinks(q.links, checked.report.path),
        )  # fmt: skip

    @router.get("/changes")
    def changes_page(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        name = f"{VISIT}_{key}"
        visited = _visit(request.cookies.get(name))
        since = day(request.query_params.get("since"), "since") or visited or q.as_of - timedelta(days=7)
        then = shelf.dossier(since, min(since, q.known_at), q.text)
        answer = show(
            "changes.html", request, q, start=since, visited=visited, by_claim=q.dossier.by_claim,
            changed=by_term(then, q.dossier, changes(then.findings, q.answer.findings)),
        )  # fmt: skip
        today = shelf.case.today().isoformat()
        answer.set_cookie(name, today, max_age=YEAR, httponly=True, samesite="strict", path=f"{prefix}/changes")
        return answer

    @router.get("/compare")
    def compare(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        p = request.query_params
        d2, k2 = day(p.get("as_of2"), "as_of2"), day(p.get("known_at2"), "known_at2")
        if d2 is None and k2 is None and "text2" not in p:
            d2 = q.glance.before  # nothing is asked yet: the day before the latest news
        k2 = k2 or d2 or q.known_at
        d2 = d2 or q.as_of
        text2 = p.get("text2") or (q.text if "text2" not in p else None)
        if text2 is not None and text2 not in shelf.case.agreement.texts:
            raise WebError("W105", f"there is no text {text2!r}. Allowed: {', '.join(shelf.case.agreement.texts) or 'none'}")
        other = dossier_of(shelf.answer(d2, k2, text2))
        rows = [(line(q.dossier, key), line(other, key)) for key in shelf.case.agreement.terms]
        differ = sum(1 for a, b in rows if (a.word, a.epistemic, a.status.due) != (b.word, b.epistemic, b.status.due))
        return show("compare.html", request, q, rows=rows, d2=d2, k2=k2, text2=text2, differ=differ)

    @router.get("/exports")
    def exports(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        drawn = shelf.kept(("drawn", q.as_of, q.known_at, q.text), lambda: pictures_of(q.answer))
        try:
            public, closed = pictures_of(q.answer, hide=True), None
        except CaseError as error:
            public, closed = [], error.message
        return show("exports.html", request, q, tables=list(TABLES), pictures=drawn, public=public, closed=closed)

    @router.get("/export/{name}")
    def export_file(request: Request, name: str) -> Response:
        q = asked(request, shelf, prefix)
        stem, _, format_ = name.rpartition(".")
        if format_ not in FORMATS:
            raise WebError("W105", f"there is no export {name!r}. Allowed endings: {', '.join(FORMATS)}")
        table = stem if format_ in {"csv", "parquet"} and stem in TABLES else stem if format_ in {"svg", "png"} else None
        if format_ in {"csv", "parquet"} and table is None and stem != "all":
            raise WebError("W105", f"there is no table {stem!r}. Allowed: {', '.join(TABLES)}, all")
        hide = request.query_params.get("public", "") in {"1", "true", "yes"}


        def make() -> Export:
            return export(q.answer, format_, table=table, hide=hide, asker=shelf.answer)

        # whether files wait, and with them a mark, is looked at anew each time
        made = make() if hide else shelf.kept(("export", name, q.as_of, q.known_at, q.text), make)
        headers = {"Content-Disposition": f'attachment; filename="{_ascii(made.name)}"', "Content-Security-Policy": FILE_CSP}
        return Response(made.content, media_type=made.media, headers=headers)

    @router.get("/pictures/{name}.svg")
    def picture(request: Request, name: str) -> Response:
        q = asked(request, shelf, prefix)
        made = shelf.kept(("picture", name, q.as_of, q.known_at, q.text), lambda: export(q.answer, "svg", table=name))
        return Response(made.content, media_type=made.media, headers={"Content-Security-Policy": FILE_CSP})

    @router.get("/review")
    def review(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        return show("review.html", request, q, items=waiting_in(q.answer))

    @router.get("/upload")
    def upload_form(request: Request) -> Response:
        q = asked(request, shelf, prefix)
        return show("upload.html", request, q, taken=None, saved=())

    if prefix:

        @router.get("")
        def bare(request: Request) -> Response:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{prefix}/{query}", 307)

    return router


def _known_term(q: Asked, term: str) -> None:
    if term not in q.shelf.case.agreement.terms:
        raise WebError("W105", f"there is no term {term!r}. Allowed: {', '.join(q.shelf.case.agreement.terms)}")


def _claim_line(d: Dossier, item: Any) -> dict[str, Any]:
    seen = {(b.term, b.as_, b.level, b.aside) for b in item.bearings}
    return {
        "q": quote(d, item),
        "bears": sorted(seen, key=lambda b: (b[3] is not None, b[0], b[1])),
        "opinion": item.claim.opinion,
        "counts": any(b.aside is None for b in item.bearings),
    }


def _leads_to(q: Asked, stands: dict[str, TermLine], claim: dict[str, Any]) -> dict[str, str] | None:
    """The status that a claim bears on, as a link with its words; None where it bears on none."""
    term = next((term for term, _, _, aside in claim["bears"] if aside is None), None)
    if term is None:
        return None
    return {"href": f"{q.links.term(term)}#{claim['q'].id}", "words": f"{term}: {stands[term].word}, {stands[term].epistemic}"}


def _visit(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _ascii(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "_" for c in name)
