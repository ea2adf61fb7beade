"""Serve the web app on this machine: loopback only, address and token printed, a browser opened if wished.

Invariant (S7): the server listens on 127.0.0.1 and nowhere else.
"""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from servanda.errors import WebError

HOST = "127.0.0.1"


def serve(roots: Sequence[Path], *, port: int, browser: bool) -> None:
    """Serve until stopped. `port` 0 takes a free one. Raises WebError W111 where the port is taken."""
    import uvicorn

    from servanda.web.app import create_app

    listening = _listen(port)
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    app = create_app(roots, token, port)
    address = f"http://{HOST}:{port}/"
    print(f"Servanda at {address}", flush=True)
    print(f"token for writing: {token}", flush=True)
    print("Only this machine can reach it. Stop with Ctrl-C.", flush=True)
    for shelf in app.state.shelves:
        threading.Thread(target=shelf.warm, daemon=True).start()
    if browser:
        threading.Timer(0.6, webbrowser.open, [address]).start()
    config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        made.listen(128)  # who follows the printed address at once waits, and is not turned away
    except OSError as error:
        made.close()
        raise WebError(
            "W111", f"port {port} cannot be used ({error.strerror}). Write another: --port 0 takes a free one"
        ) from None
    return made
