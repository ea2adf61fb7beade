"""Every page parses without a single error of the HTML standard's own parser, and keeps what that parser lets pass."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import EVE
from tests.web.test_routes import PAGES

html5 = pytest.importorskip("tinyhtml5.parser", reason="tinyhtml5 is not installed")


def faults(text: str) -> list[str]:
    """Parse errors; ids that stand twice; labels, fragments and ARIA references that lead nowhere."""
    parser = html5.HTMLParser()
    tree = parser.parse(text)
    found = [f"{name} at {place}: {values}" for place, name, values in parser.errors]
    elements = list(tree.iter())
    ids = [e.get("id") for e in elements if e.get("id")]
    found += [f"id {i} stands twice" for i, n in Counter(ids).items() if n > 1]
    for e in elements:
        for name in ("aria-labelledby", "aria-describedby", "for"):
            found += [f"{name} {i} leads nowhere" for i in (e.get(name) or "").split() if i not in ids]
        link = e.get("href") or ""
        if link.startswith("#") and link[1:] not in ids:
            found.append(f"{link} leads nowhere")
    return found


@pytest.mark.parametrize("path", [*PAGES, "/export/report.html"])
def test_pages_are_valid_html(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}?{EVE}")
    assert faults(answer.text) == []


@pytest.mark.parametrize("path", ["/nope", "/terms/nope", "/?as_of=x"])
def test_error_pages_are_valid_html(client: TestClient, path: str) -> None:
    assert faults(client.get(path).text) == []


def test_the_checker_finds_faults() -> None:
    bad = "<!doctype html><html lang=en><title>x</title><p id=a><p id=a><a href='#b'>x</a></i>"
    assert len(faults(bad)) >= 3
    assert not re.search("leads nowhere", " ".join(faults("<!doctype html><title>x</title><p id=b><a href='#b'>x</a>")))
