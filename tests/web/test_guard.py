"""S7: Host, headers, cross-site writing, token; S1: hostile text in every field stays text; S14: names stay inside."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import TOKEN

from servanda.case import open_case, take_in
from servanda.web.app import create_app
from servanda.web.writing import plain_name

WRITE = {"Authorization": f"Bearer {TOKEN}"}
DECISION = {"claims": ["c-0000000000"], "verdict": "accepted", "by": "A. Reader"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "[::2]", "10.0.0.1"])
def test_s7_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421
    assert client.get("/api/status", headers={"Host": host}).json()["code"] == "W101"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.1:8014", "[::1]:8014"])
def test_s7_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/sources", headers={"Host": host}).status_code == 200


def test_s7_only_the_port_that_is_served(folder: Path) -> None:
    with TestClient(create_app([folder], TOKEN, 8014), base_url="http://127.0.0.1:8014") as made:
        assert made.get("/sources").status_code == 200
        assert made.get("/sources", headers={"Host": "127.0.0.1:9999"}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/api/status", "/nope", "/export/terms.csv", "/static/app.css", "/?as_of=x"])
def test_s7_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src" not in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example"},
        {"Origin": "null"}, {"Origin": "http://127.0.0.1:9"}, {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"},
    ],
)  # fmt: skip
def test_s7_cross_site_writing_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    for path in ("/check", "/upload", "/review", "/api/check", "/api/review"):
        assert client.post(path, headers={**headers, **WRITE}).status_code == 403, path


@pytest.mark.parametrize("given", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN[:-1]}, {"Cookie": "servanda_token=x"}])
def test_s7_writing_without_the_token_is_refused(own: Path, given: dict[str, str]) -> None:
    with TestClient(create_app([own], TOKEN), base_url="http://127.0.0.1") as made:
        assert made.post("/api/review", json=DECISION, headers=given).status_code == 403
        files = {"files": ("a.txt", b"text", "text/plain")}
        assert made.post("/upload", files=files, headers=given).status_code == 403
        assert not (own / "reports" / "a.txt").exists()
        data = {"claim": "c-0", "verdict": "accepted", "by": "x"}
        assert made.post("/review", data=data, headers=given).status_code == 403


def test_upload_is_read_and_never_overwrites(own: Path) -> None:
    before = (own / "reports" / "2020-12-01-lachin.md").read_bytes()
    with TestClient(create_app([own], TOKEN), base_url="http://127.0.0.1") as made:
        text = b"Armenian forces shelled Shusha on 3 December 2020, the Azerbaijani Defence Ministry said."
        files = {"files": ("2020-12-01-lachin.md", text, "text/plain")}
        answer = made.post("/upload", files=files, data={"token": TOKEN})
        assert answer.status_code == 200 and "Taken in" in answer.text
        assert (own / "reports" / "2020-12-01-lachin.md").read_bytes() == before
        new = [r["path"] for r in made.get("/api/reports").json() if "2020-12-01-lachin-" in r["path"]]
        assert len(new) == 1
        assert "HttpOnly" in answer.headers["set-cookie"] and "samesite=strict" in answer.headers["set-cookie"].lower()


def test_upload_tells_what_became_of_each_file_each_time(own: Path) -> None:
    with TestClient(create_app([own], TOKEN), base_url="http://127.0.0.1") as made:
        files = [("files", ("told.txt", b"Armenian forces shelled Shusha on 3 December 2020, Baku said.", "text/plain")),
                 ("files", ("nothing.json", b"[]", "application/json"))]  # fmt: skip
        for again in (False, True):
            answer = made.post("/upload", files=files, data={"token": TOKEN}).text
            assert "[R221]" in answer and 'href="/reports/nothing.json' not in answer
            assert ("was here already" in answer) is again and 'href="/reports/told.txt' in answer


def test_review_takes_the_mark_away_and_is_kept(own: Path) -> None:
    day = "as_of=2020-11-25&known_at=2020-11-25"
    with TestClient(create_app([own], TOKEN), base_url="http://127.0.0.1") as made:
        claims = made.get(f"/api/terms/6-kalbajar?{day}").json()["because"]
        page = made.get(f"/terms/6-kalbajar?{day}").text
        assert "machine-read, unreviewed" in page
        answer = made.post("/review", data={"claim": claims, "verdict": "accepted", "by": "A. Reader", "token": TOKEN})
        assert answer.status_code == 200
        assert made.get(f"/api/terms/6-kalbajar?{day}").json()["reviewed"] is True
        head = made.get(f"/terms/6-kalbajar?{day}").text.partition("</h1>")[0]
        assert "machine-read, unreviewed" not in head
        wrong = made.post("/api/review", json=DECISION, headers=WRITE)
        assert wrong.status_code == 404 and wrong.json()["code"] == "C133"


def test_a_rejected_claim_no_longer_counts(own: Path) -> None:
    day = "as_of=2020-11-25&known_at=2020-11-25"
    with TestClient(create_app([own], TOKEN), base_url="http://127.0.0.1") as made:
        claim = made.get(f"/api/terms/6-kalbajar?{day}").json()["because"][0]
        body = {"claims": [claim], "verdict": "rejected", "by": "A. Reader", "note": "misread"}
        assert made.post("/api/review", json=body, headers=WRITE).status_code == 201
        assert claim not in made.get(f"/api/terms/6-kalbajar?{day}").json()["because"]


@pytest.mark.parametrize("name", ["a.exe", "a", "", ".txt.sh", "a.svg"])
def test_other_kinds_of_files_are_refused(own: Path, name: str) -> None:
    with TestClient(create_app([own], TOKEN), base_url="http://127.0.0.1") as made:
        files = {"files": (name or "x", b"text", "text/plain")}
        assert made.post("/upload", files=files, data={"token": TOKEN}).status_code == 400


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("../../etc/passwd.txt", "passwd.txt"), ("..\\..\\x.md", "x.md"), ("/abs/olute.txt", "olute.txt"),
        ("a\x00b<c>.txt", "a_b_c_.txt"), (".hidden.txt", "hidden.txt"), ("доклад.txt", "доклад.txt"), ("..", "report"),
    ],
)  # fmt: skip
def test_s14_a_name_cannot_lead_out_of_the_folder(given: str, made: str) -> None:
    assert plain_name(given) == made


EVIL = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


def test_s1_hostile_text_in_every_field_stays_text(tmp_path: Path, folder: Path) -> None:
    target = Path(shutil.copytree(folder, tmp_path / "evil", ignore=shutil.ignore_patterns("ledger.db*", "reports")))
    (target / "reports").mkdir()
    for name, text in {
        "evil.txt": f"{EVIL}\n\nArmenian forces withdrew from Kalbajar {EVIL} on 20 November 2020, {EVIL} said.",
        "<b>x&y.md": f"---\ntitle: '{EVIL.replace(chr(39), chr(39) * 2)}'\nsource: '<i>x</i>'\npublished: 2020-11-21\n---\n"
        "Armenia violated the agreement, Azerbaijan's ministry said. <script>alert(3)</script>",
    }.items():
        (target / "reports" / name).write_text(text, encoding="utf-8")
    file = target / "agreement.yaml"
    raw = file.read_text(encoding="utf-8").replace("name: Armenia\n", "name: '<script>alert(4)</script>'\n", 1)
    raw = raw.replace("title: Statement of", "title: <img src=x onerror=alert(5)> Statement of", 1)
    raw = raw.replace("says: Armenia returns Kalbajar", "says: <svg onload=alert(6)> returns Kalbajar", 1)
    file.write_text(raw.replace("name: Kalbajar district", "name: '<b onclick=alert(7)>Kalbajar district'", 1), encoding="utf-8")
    opened = open_case(target)
    with opened.ledger() as ledger:
        take_in(opened, ledger)
    days = "as_of=2020-12-01&known_at=2020-12-01"
    with TestClient(create_app([target], TOKEN), base_url="http://127.0.0.1") as made:
        reports = [r["path"] for r in made.get("/api/reports").json()]
        addresses = ["/", "/terms", "/terms/6-kalbajar", "/terms/6-kalbajar/why", "/reports", "/sources", "/checks", "/unknowns",
                     "/search?q=alert", "/review", "/exports", "/changes", "/compare", "/export/report.html",
                     "/pictures/timeline.svg", "/pictures/map.svg", "/reports/evil.txt", "/search?q=" + "%3Cscript%3E",
                     "/terms/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/?as_of=%3Cscript%3E", "/reports/%3Cscript%3E",
                     "/%3Cscript%3Ealert(1)%3C/script%3E"]  # fmt: skip
        assert any("<b>" in p for p in reports)
        for address in addresses:
            answer = made.get(f"{address}{'&' if '?' in address else '?'}{days}")
            assert not re.search(r"<script|<img src=x|<svg onload|<b onclick|<i>x</i>|'49", answer.text), address
        pasted = made.post(f"/check?{days}", data={"text": EVIL + " Armenia violated the agreement."})
        assert pasted.status_code == 200 and "<script" not in pasted.text and "<img src=x" not in pasted.text


def test_too_large_a_body_is_refused(client: TestClient) -> None:
    answer = client.post("/check", headers={"Content-Length": "999999999999"}, content=b"")
    assert answer.status_code == 413
    assert client.post("/check", data={"text": "x" * 400_001}).status_code == 413
