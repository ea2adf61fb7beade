"""The guard before every request: Host, cross-site writing, size, token; and the headers on every answer.

Invariant (S7): no request whose Host is not this machine is answered; nothing is written without the token; no
answer may run a script or load anything from elsewhere.
"""

from __future__ import annotations

import hmac
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from servanda.errors import WebError

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
BODY_BYTES = 60_000_000
COOKIE = "servanda_token"
CSP = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
FILE_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "private, no-cache",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """ASGI middleware. `port` is the one served (None: any, for tests)."""

    def __init__(self, app: ASGIApp, port: int | None = None) -> None:
        self.app = app
        self.port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on with headers."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refusal = refused(Headers(scope=scope), scope["method"], self.port)
        if refusal is not None:
            answer = problem(scope, refusal[0], refusal[1])
            await answer(scope, receive, _with_headers(send))
            return
        await self.app(scope, _limited(receive), _with_headers(send))


def refused(headers: Headers, method: str, port: int | None) -> tuple[int, WebError] | None:
    """Why a request is refused before it is looked at, with the HTTP status; None where it is not."""
    host = headers.get("host", "")
    if not _is_local(host, port):
        return 421, WebError("W101", f"this server answers on this machine only, not as {host!r}")
    if int(headers.get("content-length", "0") or 0) > BODY_BYTES if headers.get("content-length", "0").isdigit() else True:
        return 413, WebError("W107", f"larger than {BODY_BYTES:,} bytes")
    if method in _SAFE:
        return None
    site = headers.get("sec-fetch-site")
    if site is not None:
        return None if site in {"same-origin", "none"} else (403, _cross(site))
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return 403, _cross(origin)
    return None


def _cross(what: str) -> WebError:
    return WebError("W102", f"writing from another site ({what}) is refused. Use the form of this page")


def _is_local(host: str, port: int | None) -> bool:
    try:
        parts = urlsplit(f"//{host}")
        return parts.hostname in LOCAL and "@" not in host and (port is None or parts.port == port)
    except ValueError:
        return False


def problem(scope: Scope, status: int, error: WebError) -> Response:
    """A refusal, as JSON for the API and as plain text for people."""
    if "/api/" in scope["path"]:
        return JSONResponse({"code": error.code, "message": error.message}, status)
    return PlainTextResponse(str(error), status)


def allowed_to_write(request: Request, token: str, given: str | None) -> None:
    """Raise WebError W103 unless the request carries the token: in a form, as a bearer, or as a cookie."""
    bearer = request.headers.get("authorization", "")
    candidates = [given or "", bearer.removeprefix("Bearer "), request.cookies.get(COOKIE, "")]
    if not any(c and hmac.compare_digest(c.encode(), token.encode()) for c in candidates):
        raise WebError("W103", "writing needs the token that `servanda serve` printed when it started")


def _limited(receive: Receive) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > BODY_BYTES:
                raise WebError("W107", f"larger than {BODY_BYTES:,} bytes")
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def sender(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", CSP)
        await send(message)

    return sender
