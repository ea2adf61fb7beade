"""Every code of the web app in the answer that carries it: a page for people, JSON with the code under `/api`."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import TOKEN

from servanda.errors import WebError
from servanda.web.app import create_app
from servanda.web.serving import serve

WRITE = {"Authorization": f"Bearer {TOKEN}"}
DECISION = {"claims": ["c-0000000000"], "verdict": "accepted", "by": "A. Reader"}


@pytest.mark.parametrize(
    ("method", "path", "given", "status", "code"),
    [
        ("GET", "/api/status?as_of=yesterday", {}, 422, "W109"),
        ("GET", "/api/status?as_of=2300-01-01", {}, 400, "W104"),
        ("GET", "/api/terms/nope", {}, 404, "W105"),
        ("POST", "/api/check", {"json": {"text": " "}}, 422, "R106"),
        ("POST", "/api/review", {"json": DECISION}, 403, "W103"),
        ("POST", "/api/review", {"json": DECISION, "headers": {"Sec-Fetch-Site": "cross-site"}}, 403, "W102"),
        ("POST", "/api/review", {"json": {"by": 1}, "headers": WRITE}, 422, "W109"),
        ("POST", "/api/review", {"json": {**DECISION, "by": " "}, "headers": WRITE}, 400, "C132"),
        ("POST", "/api/review", {"json": DECISION, "headers": WRITE}, 404, "C133"),
        ("PUT", "/api/status", {}, 405, "W110"),
        ("POST", "/api/check", {"content": b"x", "headers": {"Content-Length": "999999999999"}}, 413, "W107"),
    ],
)
def test_the_answer_carries_its_code(
    client: TestClient, method: str, path: str, given: dict[str, object], status: int, code: str
) -> None:
    answer = client.request(method, path, **given)  # type: ignore[arg-type]
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text


def test_a_page_shows_its_code(client: TestClient) -> None:
    answer = client.post("/check", data={"text": " "})
    assert answer.status_code == 400
    assert "W106" in answer.text


def test_two_cases_of_one_id_are_refused(folder: Path, tmp_path: Path) -> None:
    twin = shutil.copytree(folder, tmp_path / "twin")
    with pytest.raises(WebError, match="W108"):
        create_app([folder, twin], TOKEN)


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(WebError, match="W111"):
            serve([folder], port=taken.getsockname()[1], browser=False)
