"""A server that speaks the protocol of OpenAI-compatible endpoints and answers what a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the reply of its server; keeps what was asked."""

    server: Server

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        asked = {"path": self.path, "headers": dict(self.headers), "body": json.loads(raw)}
        self.server.asked.append(asked)
        self.server.reply(self, asked["body"])

    def send(self, raw: bytes, status: int = 200, **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


class Server(ThreadingHTTPServer):
    """A server on a free port of this machine."""

    daemon_threads = True

    def __init__(self, reply: Reply) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply = reply
        self.asked: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is part of the tests."""


@contextmanager
def serving(reply: Reply) -> Iterator[Server]:
    """A running server."""
    made = Server(reply)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()


def completion(content: Any, finish: str = "stop") -> bytes:
    """A chat completion with this content."""
    text = content if isinstance(content, str) else json.dumps(content)
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return json.dumps({"id": "x", "object": "chat.completion", "choices": [choice]}).encode()


def saying(*claims: dict[str, Any]) -> Reply:
    """Answers with these claims."""
    return lambda handler, _: handler.send(completion({"claims": list(claims)}))


def in_turn(*raws: bytes) -> Reply:
    """Answers with these bytes, one a request, the last one for ever."""
    left = list(raws)
    return lambda handler, _: handler.send(left.pop(0) if len(left) > 1 else left[0])


def dripping(seconds: float) -> Reply:
    """Sends one byte at a time and never ends within the time given."""

    def reply(handler: Handler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.02)

    return reply


def broken_off(handler: Handler, _: dict[str, Any]) -> None:
    """Promises more bytes than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    handler.close_connection = True


def proposed(quote: str, act: str, **fields: Any) -> dict[str, Any]:
    """A claim as a model would propose it."""
    return {
        "quote": quote, "act": act, "actors": [], "target": None, "place": None, "earliest": None, "latest": None,
        "new_due": None, "extent": "unknown", "polarity": "affirmed", "modality": "completed", "speaker": None,
        "speaker_kind": "unknown", "opinion": False, **fields,
    }  # fmt: skip
