"""The two ways in which the web app writes: reports handed in, decisions about claims. Both want the token.

Invariant: a file is written into `reports/` under a plain name, never over another file's bytes; a decision is an
entry in the ledger.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment

from servanda.case import Case, Taken, replace_file, take_in
from servanda.case.reviewing import decide
from servanda.errors import WebError
from servanda.outputs.dossier import Dossier
from servanda.outputs.wording import plural
from servanda.reports.limits import RAW_BYTES
from servanda.web.asked import asked
from servanda.web.guard import BODY_BYTES, COOKIE, allowed_to_write
from servanda.web.shelf import Shelf
from servanda.web.turning import turns

ENDINGS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html", ".pdf": "pdf", ".json": "json", ".jsonl": "jsonl"}
FILES = 50


def writing(shelf: Shelf, prefix: str, env: Environment, token: str) -> APIRouter:
    """The routes that write."""
    router = APIRouter(prefix=prefix, include_in_schema=False)

    @router.post("/upload")
    def upload(
        request: Request, files: Annotated[list[UploadFile], File()], token_given: Annotated[str, Form(alias="token")] = ""
    ) -> Response:
        allowed_to_write(request, token, token_given)
        if len(files) > FILES:
            raise WebError("W106", f"{len(files)} files at once. Allowed: {FILES}")
        paths = [save(shelf.case, f.filename or "", f.file.read(BODY_BYTES + 1)) for f in files if f.filename]
        if not paths:
            raise WebError("W106", "no file was chosen")
        taken = _take(shelf)
        q = asked(request, shelf, prefix)
        seen = q.glance
        body = env.get_template("upload.html").render(
            q=q, links=q.links, agreement=shelf.case.agreement, path=f"{prefix}/upload", base=prefix, here="upload.html",
            turns=turns(q, "/upload", {}), waiting=seen.waiting, again=seen.again, taken=taken,
            saved=outcomes(q.dossier, taken, paths),
            doc_paths=q.dossier.reports.keys(),
        )  # fmt: skip
        return _remember(HTMLResponse(body), token, prefix)

    @router.post("/review")
    def review(
        request: Request,
        claim: Annotated[list[str], Form()],
        verdict: Annotated[str, Form()],
        by: Annotated[str, Form()],
        note: Annotated[str, Form()] = "",
        token_given: Annotated[str, Form(alias="token")] = "",
    ) -> Response:
        allowed_to_write(request, token, token_given)
        with shelf.lock:
            decide(shelf.case, tuple(claim), verdict, by, note or None)
        query = f"?{request.url.query}" if request.url.query else ""
        return _remember(RedirectResponse(f"{prefix}/review{query}", 303), token, prefix)

    return router


def outcomes(d: Dossier, taken: Taken, paths: Iterable[str]) -> list[tuple[str, str]]:
    """What became of each file: why it was not read, or how many claims were read in it.

    A file may hold many reports (`path#1`), and one that was there before is told of as it stands in the ledger.
    """
    unread = {**{u.path: u.why for u in d.document.unread}, **dict(taken.unread)}
    counts = Counter(t.claim.report.partition("#")[0] for t in d.evidence.testimonies)
    held = {p.partition("#")[0] for p in d.reports}
    found = []
    for path in dict.fromkeys(paths):
        if path in unread:
            words = f"not read: {unread[path]}"
        elif path not in held:
            words = "read; not known yet on the day that is shown here"
        else:
            new = "" if path in taken.read else "was here already; "
            words = f"{new}{plural(counts[path], 'claim')} read"
        found.append((path, words))
    return found


def save(case: Case, name: str, content: bytes) -> str:
    """Write one report file and give back its path in the case. Raises WebError W106, W107 for one that is refused."""
    plain = plain_name(name)
    ending = Path(plain).suffix.lower()
    if ending not in ENDINGS:
        raise WebError("W106", f"{name[:80]!r} is no kind of report. Allowed: {', '.join(ENDINGS)}")
    limit = min(RAW_BYTES.get(ENDINGS[ending], BODY_BYTES), BODY_BYTES)
    if len(content) > limit:
        raise WebError("W107", f"{name[:80]!r} is larger than {limit:,} bytes")
    folder = case.root / "reports"
    target = folder / plain
    if target.is_symlink() or (target.exists() and target.read_bytes() != content):
        mark = hashlib.sha256(content).hexdigest()[:8]
        target = folder / f"{target.stem}-{mark}{ending}"
    if not target.exists():
        replace_file(target, content)
    return target.relative_to(case.root).as_posix()


def plain_name(name: str) -> str:
    """A file name without folders, control characters or a leading dot."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = re.sub(r"[^\w.\- ]", "_", last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:100] or 'report'}{dot}{ending[:8]}" if dot else kept[:100] or "report"


def _take(shelf: Shelf) -> Taken:
    with shelf.lock:
        case = shelf.case
        with case.ledger() as ledger:
            return take_in(case, ledger)


def _remember(answer: Response, token: str, prefix: str) -> Response:
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", path=f"{prefix}/")
    return answer
