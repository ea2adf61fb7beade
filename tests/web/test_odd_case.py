"""Every page of a case with odd content: valid HTML, no element born of foreign words, the clocks kept."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import TOKEN
from tests.web.odd import DAYS, EVIL, LONG_TERM, odd_case
from tests.web.test_routes import PAGES
from tests.web.test_valid_html import faults

from servanda.case.exporting import FORMATS
from servanda.web.app import create_app

html5 = pytest.importorskip("tinyhtml5.parser", reason="tinyhtml5 is not installed")
OURS = {"html", "head", "meta", "title", "link", "style", "body", "header", "main", "nav", "section", "article", "footer",
        "h1", "h2", "h3", "h4", "p", "a", "b", "i", "br", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "bdi", "cite", "q",
        "code", "time", "mark", "blockquote", "figure", "figcaption", "details", "summary", "table", "caption", "thead",
        "tbody", "tr", "th", "td", "form", "label", "input", "select", "option", "button", "textarea", "fieldset", "legend",
        "img", "svg", "symbol", "use", "path", "circle", "rect", "g", "text", "line", "desc", "defs", "clipPath", "tspan"}  # fmt: skip


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return odd_case(tmp_path_factory.mktemp("odd") / "odd").root


@pytest.fixture(scope="module")
def client(odd: Path) -> Iterator[TestClient]:
    with TestClient(create_app([odd], TOKEN), base_url="http://127.0.0.1") as made:
        yield made


def _with(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{DAYS}"


def _born(text: str) -> list[str]:
    """Elements and addresses that no template of ours makes."""
    found = []
    for e in html5.HTMLParser().parse(text).iter():
        name = str(e.tag).rpartition("}")[2]
        if name not in OURS:
            found.append(name)
        found += [k for k in dict(e.items()) if str(k).lower().startswith("on")]
        for address in (e.get("href"), e.get("src"), e.get("action")):
            if address and urlsplit(address).scheme not in {"", "data"}:
                found.append(address)
            if name == "img" and address and not address.startswith("/pictures/"):
                found.append(f"img {address}")
    return found


def _pages(client: TestClient) -> list[str]:
    terms = [quote(t["id"], safe="") for t in client.get("/api/terms").json()]
    reports = [quote(r["path"].removeprefix("reports/")) for r in client.get(_with("/api/reports")).json()]
    own = [p for p in PAGES if not p.startswith(("/terms/", "/reports/"))]
    return [
        *own, "/search?q=alert", f"/search?q={quote(EVIL)}", *(f"/terms/{t}" for t in terms), *(f"/terms/{t}/why" for t in terms),
        *(f"/reports/{r}" for r in reports), "/changes?since=2024-03-06", "/compare?as_of2=2024-03-06&text2=rival",
        "/?text=rival", "/export/report.html", "/export/report.html?public=1",
        f"/terms/{quote(EVIL, safe='')}", f"/?as_of={quote(EVIL)}", f"/reports/{quote(EVIL)}", f"/?text={quote(EVIL)}",
    ]  # fmt: skip


def test_s1_every_page_is_valid_html_and_no_foreign_word_becomes_an_element(client: TestClient) -> None:
    pages = _pages(client)
    assert len(pages) > 30
    wrong = {}
    for path in pages:
        text = client.get(_with(path)).text
        if found := faults(text) + _born(text):
            wrong[path] = found[:4]
        assert "{{7*7}}" in unescape(text) or "'49" not in text
    assert wrong == {}


def test_doubts_about_the_agreement_file_are_told_where_a_status_is_shown(client: TestClient) -> None:
    told = "terms.6-open.window: has no effect on an obligation"
    for path in ("/", "/terms/6-open", "/export/report.html"):
        assert told in unescape(client.get(_with(path)).text), path
    assert told not in client.get(_with("/terms/1-ceasefire")).text
    section = unescape(client.get(_with("/export/report.html")).text).partition('id="t-6-open"')[2]
    assert told in section.partition("To cite")[0]
    assert client.get(_with("/")).text.count('href="#doubts"') == 1


def test_s1_a_pasted_text_stays_text_in_its_verdicts(client: TestClient) -> None:
    text = f"{EVIL} The Front violated the agreement, {EVIL} said. The Alliance attacked the camp."
    page = client.post(_with("/check"), data={"text": text, "published": "2024-04-20"}).text
    assert "verdict" in page and faults(page) + _born(page) == []


def test_s1_what_is_handed_in_stays_text(odd: Path, tmp_path: Path) -> None:
    own = odd_case(tmp_path / "own").root
    with TestClient(create_app([own], TOKEN), base_url="http://127.0.0.1") as made:
        page = made.post("/upload", files={"files": (f"{EVIL}.txt", EVIL.encode(), "text/plain")}, data={"token": TOKEN}).text
        assert "Taken in" in page and faults(page) + _born(page) == []


def test_s1_the_first_page_of_several_cases_stays_text(odd: Path, tmp_path: Path, folder: Path) -> None:
    with TestClient(create_app([folder, odd], TOKEN), base_url="http://127.0.0.1") as two:
        page = two.get("/").text
        assert "Framework Agreement" in page and faults(page) + _born(page) == []


def test_the_checker_of_foreign_elements_finds_them() -> None:
    bad = "<!doctype html><p><script>x</script><img src=x onerror=y><a href='javascript:z'>z</a></p>"
    assert {"script", "onerror", "img x", "javascript:z"} <= set(_born(bad))


def test_every_picture_is_svg_of_shapes_and_words_only(client: TestClient) -> None:
    for name in ("timeline", "incidents", "map", "1-ceasefire", LONG_TERM):
        answer = client.get(_with(f"/pictures/{name}.svg"))
        assert answer.status_code == 200, name
        root = ET.fromstring(answer.content)
        allowed = {"svg", "g", "path", "text", "rect", "circle", "line", "title", "desc", "defs", "clipPath", "tspan"}
        assert {e.tag.rpartition("}")[2] for e in root.iter()} <= allowed
        assert not [k for e in root.iter() for k in e.attrib if k.startswith("on") or k.endswith("href")]
        assert EVIL.partition("{{")[0][:20] in "".join(root.itertext()) or name != "map"


@pytest.mark.parametrize("format_", [f for f in FORMATS if f != "png"])
def test_every_export_of_it_is_made_and_made_again_the_same(client: TestClient, format_: str) -> None:
    name = {"csv": "claims", "parquet": "claims", "svg": "timeline"}.get(format_, "all")
    one, two = (client.get(_with(f"/export/{name}.{format_}")) for _ in range(2))
    assert one.status_code == 200 and one.content and one.content == two.content
    assert re.search("attachment", one.headers["content-disposition"])
