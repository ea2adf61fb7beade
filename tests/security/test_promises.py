"""The promises of SECURITY.md, each by its number."""

from __future__ import annotations

import ast
import os
import sqlite3
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest

from servanda.agreement import loads
from servanda.case import ask, open_case, take_in, write_report
from servanda.case.verify import verify
from servanda.errors import AgreementErrors, ReportError
from servanda.reports import open_report, open_text
from tests.cli.conftest import ROOT, SMALL

PAYLOADS = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    "<iframe src=//example.org></iframe>",
)


class Seen(HTMLParser):
    """The elements and attributes that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [k for k, _ in attrs if k.startswith("on")]
        self.addresses += [v or "" for k, v in attrs if k in {"src", "href", "action", "data"}]


def case_with(folder: Path, text: str, agreement: str = SMALL) -> Path:
    (folder / "reports").mkdir(parents=True)
    (folder / "agreement.yaml").write_text(agreement, encoding="utf-8")
    (folder / "reports" / "a.txt").write_text(text, encoding="utf-8")
    return folder


def test_s1_hostile_text_stays_text_in_the_report_page(tmp_path: Path) -> None:
    said = " ".join(f"The River Guard {p} has left the Oma valley, the Valley Council {p} said." for p in PAYLOADS)
    hostile = SMALL.replace("A small agreement, invented", "A <script>alert(2)</script> agreement").replace(
        "name: Oma valley", 'name: "Oma valley", aliases: ["<img src=x onerror=alert(3)>"]'
    )
    case = open_case(
        case_with(
            tmp_path / "c",
            f'---\nsource: "<b onclick=\'x()\'>Wire</b>"\ntitle: "<script>x</script>"\npublished: 2024-05-30\n---\n{said}\n',
            hostile,
        )
    )
    with case.ledger() as ledger:
        take_in(case, ledger)
    page = write_report(case, ask(case)).read_text(encoding="utf-8")
    seen = Seen()
    seen.feed(page)
    assert not {"script", "iframe", "img", "object", "embed"} & set(seen.tags)
    assert seen.handlers == []
    assert [a for a in seen.addresses if not a.startswith("#")] == []
    assert "{{ 7 * 7 }}" in page


def test_s1_hostile_pages_are_read_as_text(tmp_path: Path) -> None:
    page = "<html><head><title>News</title></head><body><article><h1>Guard leaves</h1><p>The River Guard left the valley on Monday, the council said in a long statement to the press.</p><script>steal()</script><p>It was quiet afterwards, residents of the valley told reporters at the crossing.</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (report,) = open_report(tmp_path / "a.html", tmp_path)
    assert "steal" not in report.text
    assert "<" not in report.text


NETWORK = {"socket", "http", "httpx", "httpx2", "requests", "urllib3", "aiohttp", "ftplib", "smtplib", "telnetlib"}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_s2_nothing_fetches_addresses_but_the_named_endpoint_of_a_language_model() -> None:
    package = ROOT / "src" / "servanda"
    allowed = {package / "reading" / "llm" / "endpoint.py", package / "web", package / "cli" / "making.py"}
    offenders = [
        p.relative_to(package).as_posix()
        for p in sorted(package.rglob("*.py"))
        if not any(p == a or a in p.parents for a in allowed)
        and any(i.split(".")[0] in NETWORK or i == "urllib.request" for i in imports(p))
    ]
    assert offenders == []


def test_s3_a_pdf_that_explodes_and_a_text_over_the_limit_are_refused(tmp_path: Path) -> None:
    squeeze = zlib.compressobj(9)
    bomb = b"".join(squeeze.compress(b"0" * 8_000_000) for _ in range(75)) + squeeze.flush()
    parts = [
        b"%PDF-1.4",
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj",
        b"4 0 obj<</Length " + str(len(bomb)).encode() + b"/Filter/FlateDecode>>stream",
        bomb,
        b"endstream endobj",
        b"trailer<</Root 1 0 R/Size 5>>",
        b"%%EOF",
    ]
    body = b"\n".join(parts)
    (tmp_path / "bomb.pdf").write_bytes(body)
    with pytest.raises(ReportError, match=r"\[R20"):
        open_report(tmp_path / "bomb.pdf", tmp_path)
    (tmp_path / "big.txt").write_text("word " * 10_500_000, encoding="utf-8")
    with pytest.raises(ReportError, match=r"\[R10[23]\].*limit"):
        open_report(tmp_path / "big.txt", tmp_path)


def test_s6_a_run_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*given: object, **named: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    text = "---\nurl: https://example.org/a\npublished: 2024-05-30\n---\nThe River Guard left the Oma valley.\n"
    case = open_case(case_with(tmp_path / "c", text))
    with case.ledger() as ledger:
        take_in(case, ledger)
    write_report(case, ask(case))


def test_s9_a_changed_removed_or_reordered_entry_shows(tmp_path: Path) -> None:
    folder = case_with(tmp_path / "c", "The River Guard left the Oma valley.")
    (folder / "reports" / "b.txt").write_text("The River Guard stayed in the Oma valley.", encoding="utf-8")
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
        ledger.decide("c-1", "accepted", "A. Reviewer")
        assert verify(case, ledger).faults == ()
    for statement in (
        "UPDATE entry SET payload = replace(payload, 'a.txt', 'z.txt') WHERE seq = 1",
        "UPDATE entry SET at = '1999-01-01T00:00:00+00:00' WHERE seq = 2",
        "DELETE FROM entry WHERE seq = 2",
    ):
        with sqlite3.connect(case.ledger_path) as db:
            db.execute(statement)
        with case.ledger(readonly=True) as ledger:
            assert "chain" in {f.what for f in verify(case, ledger).faults}


def test_s9_a_quote_that_was_moved_shows(tmp_path: Path) -> None:
    case = open_case(case_with(tmp_path / "c", "The River Guard left the Oma valley, the council said."))
    with case.ledger() as ledger:
        take_in(case, ledger)
    with sqlite3.connect(case.ledger_path) as db:
        db.execute("UPDATE report SET text = 'X' || text")
    with case.ledger(readonly=True) as ledger:
        assert "quote" in {f.what for f in verify(case, ledger).faults}


def test_s13_yaml_cannot_expand_without_bound() -> None:
    bomb = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"
    with pytest.raises(AgreementErrors, match="A102"):
        loads(bomb)
    with pytest.raises(AgreementErrors, match="A101"):
        loads("title: " + "x" * 3_000_000)
    with pytest.raises(ReportError, match="R305"):
        open_text("---\ntitle: &t x\nsource: *t\n---\nText.\n")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_s14_no_path_leads_out_of_the_case(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The River Guard left the Oma valley.", encoding="utf-8")
    folder = case_with(tmp_path / "c", "Nothing of note was said in the Oma valley on that day.")
    (folder / "reports" / "link.txt").symlink_to(secret)
    (folder / "reports" / "folder").symlink_to(tmp_path, target_is_directory=True)
    (folder / "events").mkdir()
    (folder / "events" / "link.csv").symlink_to(secret)
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
    document = ask(case).document
    assert [r.path for r in document.reports] == ["reports/a.txt"]
    assert "secret" not in " ".join(c.quote for c in document.claims)
    with pytest.raises(ReportError, match="R104"):
        open_report(secret, folder)
