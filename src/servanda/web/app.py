"""The web app: cases as pages and as JSON.

Invariant: an error that a user can mend is shown with its code, never as a trace; several cases stand each under
its id, one case at the root.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from jinja2 import Environment, PackageLoader
from starlette.exceptions import HTTPException

import servanda
from servanda.errors import AgreementErrors, CaseError, ServandaError, WebError
from servanda.outputs.templating import engine, style
from servanda.web.api import Problem, api
from servanda.web.cases import cases_page
from servanda.web.guard import Guard
from servanda.web.pages import pages
from servanda.web.shelf import Shelf
from servanda.web.writing import writing

_STATUS = {
    "W101": 421, "W102": 403, "W103": 403, "W104": 400, "W105": 404, "W106": 400, "W107": 413,
    "L103": 409, "L104": 409, "C107": 404, "C131": 404, "C132": 400, "C133": 404, "C134": 409,
}  # fmt: skip


def create_app(roots: Sequence[Path], token: str, port: int | None = None) -> FastAPI:
    """The app for some case folders. `token` is wanted for writing; `port` is the one served (None: any).

    Raises what `open_case` raises, and WebError W108 for two cases of one id.
    """
    shelves = [Shelf(root) for root in roots]
    names = [slug(s.case.name) for s in shelves]
    double = next((n for n in names if names.count(n) > 1), None)
    if double:
        raise WebError("W108", f"two cases have the id {double!r}. Give one another id, or serve them apart")
    env = engine([PackageLoader("servanda.web", "templates")])
    for name in ("parts.html", "layout.html", "overview.html"):  # made now, so that the first page need not wait for it
        env.get_template(name)
    app = FastAPI(
        title="Servanda", version=servanda.__version__, openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
        description="For every promise in an agreement: what was owed, what happened, who says so, what is unknown.",
    )  # fmt: skip
    app.state.shelves = shelves
    app.add_middleware(Guard, port=port)
    _errors(app, env)
    _statics(app)
    for shelf, name in zip(shelves, names, strict=True):
        prefix = "" if len(shelves) == 1 else f"/{name}"
        app.include_router(api(shelf, prefix, token))
        app.include_router(writing(shelf, prefix, env, token))
        app.include_router(pages(shelf, prefix, env, name))
    if len(shelves) > 1:

        @app.get("/", include_in_schema=False)
        def root(request: Request) -> HTMLResponse:
            return HTMLResponse(cases_page(request, env, list(zip(names, shelves, strict=True))))

    return app


def slug(text: str) -> str:
    """A name that may stand in an address."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", text).strip("-.") or "case"


def _statics(app: FastAPI) -> None:
    sheet = style("base.css") + files("servanda.web").joinpath("static", "app.css").read_text(encoding="utf-8")

    @app.get("/static/app.css", include_in_schema=False)
    def css() -> Response:
        return Response(sheet, media_type="text/css", headers={"Cache-Control": "private, max-age=300"})

    @app.get("/favicon.ico", include_in_schema=False)
    def favicon() -> Response:
        return Response(status_code=204)


def _errors(app: FastAPI, env: Environment) -> None:
    def answer(request: Request, status: int, code: str, message: str) -> Response:
        path = request.url.path
        if "/api/" in path:
            return JSONResponse(Problem(code=code, message=message).model_dump(), status)
        return HTMLResponse(env.get_template("error.html").render(status=status, code=code, message=message), status)

    @app.exception_handler(ServandaError)
    async def known(request: Request, error: ServandaError) -> Response:
        message = str(error) if isinstance(error, AgreementErrors) else error.message
        status = _STATUS.get(error.code, 400 if isinstance(error, (WebError, CaseError)) else 500)
        if error.code.startswith("R"):
            status = 422
        return answer(request, status, error.code, message)

    @app.exception_handler(RequestValidationError)
    async def malformed(request: Request, error: RequestValidationError) -> Response:
        found = "; ".join(f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors()[:5])
        return answer(request, 422, "W109", f"the request does not have the form that is asked: {found}"[:1000])

    @app.exception_handler(HTTPException)
    async def plain(request: Request, error: HTTPException) -> Response:
        code = {404: "W105", 405: "W110"}.get(error.status_code, "W109")
        made = answer(request, error.status_code, code, str(error.detail))
        for name, value in (error.headers or {}).items():
            made.headers[name] = value
        return made
