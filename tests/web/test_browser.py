"""The app in a real browser: the ways a reader goes, and what an accessibility checker finds on every page.

The system's Chromium is driven by Playwright; the tests skip, saying so, where either is absent.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import EVE, TOKEN
from tests.web.odd import DAYS, EVIL, LONG_TERM, odd_case

from servanda.case import ask, open_case, write_report
from servanda.web.app import create_app

sync = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
PAGES = [
    "/", "/terms", "/terms/6-kalbajar", "/terms/6-kalbajar/why", "/reports", "/reports/2020-11-24-sky-and-steel.txt",
    "/sources", "/unknowns", "/checks", "/search?q=kalbajar", "/check", "/changes", "/compare", "/exports", "/review", "/upload",
]  # fmt: skip


def _chromium() -> str:
    named = os.environ.get("SERVANDA_CHROMIUM")
    found = named or next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
    if not found:
        pytest.skip("no Chromium on this system; install one or set SERVANDA_CHROMIUM")
    return found


@pytest.fixture(scope="module")
def site(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served app with two cases: a copy of the bundled one, and one with odd content."""
    import uvicorn

    from servanda.web.serving import _listen

    _chromium()
    scratch = tmp_path_factory.mktemp("served")
    own = Path(shutil.copytree(folder, scratch / "own"))
    listening = _listen(0)
    port = listening.getsockname()[1]
    app = create_app([own, odd_case(scratch / "odd").root], TOKEN, port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all."""
    path = _chromium()
    with sync.sync_playwright() as play:
        made = play.chromium.launch(executable_path=path, args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page; a dialog, a script's fault or a request to elsewhere fails the test."""
    context = browser.new_context(accept_downloads=True, locale="en-GB")
    made = context.new_page()
    wrong: list[str] = []
    made.on("dialog", lambda d: (wrong.append(f"dialog: {d.message}"), d.dismiss()))
    made.on("pageerror", lambda e: wrong.append(f"error: {e}"))
    made.on("request", lambda r: None if r.url.startswith(("http://127.0.0.1:", "data:", "file:")) else wrong.append(r.url))
    yield made
    context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def case(site: str) -> str:
    """The address of the bundled case."""
    return f"{site}/karabakh-2020"


def test_the_root_leads_to_each_case(page: Any, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Statement of 9/10 November 2020").last.click()
    page.wait_for_load_state()
    assert page.get_by_role("heading", level=1).inner_text()


def test_changing_the_two_days_changes_the_status_and_the_address(page: Any, case: str) -> None:
    page.goto(f"{case}/terms/6-kalbajar?{EVE}")
    assert "pending" in page.get_by_role("heading", level=1).inner_text()
    page.get_by_label("As of").fill("2020-11-20")
    page.get_by_label("As known at").fill("2020-11-14")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**as_of=2020-11-20&known_at=2020-11-14*")
    assert "date passed, outcome unknown" in page.get_by_role("heading", level=1).inner_text()
    page.goto(f"{case}/terms/6-kalbajar?{EVE}")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**as_of=2020-11-25*")
    assert "fulfilled" in page.get_by_role("heading", level=1).inner_text()


def test_other_days_are_a_link_away_and_the_rest_of_the_address_stays(page: Any, case: str) -> None:
    page.goto(f"{case}/search?q=kalbajar&{EVE}")
    days = page.get_by_role("navigation", name="Other days")
    days.get_by_role("link", name="day before").click()
    page.wait_for_url("**as_of=2020-11-23&known_at=2020-11-23*")
    assert "q=kalbajar" in page.url
    days.get_by_role("link", name="day after").click()
    page.wait_for_url("**as_of=2020-11-24&known_at=2020-11-24*")
    page.goto(f"{case}/terms/6-kalbajar?as_of=2020-11-20&known_at=2020-11-14")
    days.get_by_role("link", name="day after").click()
    page.wait_for_url("**as_of=2020-11-21&known_at=2020-11-15*")  # the two clocks keep their distance
    days.get_by_role("link", name="next news").click()
    page.wait_for_url("**as_of=2020-11-2*")
    page.goto(f"{case}/")
    assert days.get_by_role("link", name="day after").count() == 0  # nothing is known in time to come


def test_from_quote_to_status_and_back(page: Any, case: str) -> None:
    page.goto(f"{case}/reports/2020-11-24-sky-and-steel.txt?{EVE}")
    quoted = page.locator("article.text a.quoted").first
    words = quoted.inner_text()
    quoted.click()
    page.wait_for_url("**/terms/**")
    claim = page.url.partition("#")[2]
    figure = page.locator(f"[id='{claim}']")
    assert words.strip()[:40] in figure.inner_text()
    figure.locator("a.path").first.click()
    page.wait_for_url("**/reports/2020-11-24-sky-and-steel.txt**")
    assert page.url.endswith(f"#{claim}")


def test_paste_and_check(page: Any, case: str) -> None:
    page.goto(f"{case}/check?{EVE}")
    page.get_by_label("Words of the article").fill(
        "Armenia violated the agreement on Kalbajar, Azerbaijan's foreign ministry said on 20 November 2020."
    )
    page.get_by_label("Published on").fill("2020-11-20")
    page.get_by_role("button", name="Judge").click()
    page.wait_for_selector("#verdicts")
    assert page.locator(".verdict").count() >= 1


def test_upload_wants_the_token_and_takes_a_report_in(page: Any, case: str, tmp_path: Path) -> None:
    report = tmp_path / "handed-in.txt"
    report.write_text("Armenian forces left Kalbajar district on 25 November 2020, Azerbaijan's ministry said.", encoding="utf-8")
    page.goto(f"{case}/upload")
    page.get_by_label("Files").set_input_files(str(report))
    page.get_by_label("Token").fill("wrong")
    page.get_by_role("button", name="Add and read").click()
    page.wait_for_load_state()
    assert "W103" in page.content()
    page.goto(f"{case}/upload")
    page.get_by_label("Files").set_input_files(str(report))
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Add and read").click()
    page.get_by_role("heading", name="Taken in").wait_for()
    page.get_by_role("link", name="reports/handed-in.txt").click()
    page.wait_for_url("**/reports/handed-in.txt**")
    assert page.locator("article.text").inner_text().startswith("Armenian forces left")  # no blank lines of the template


def test_export_hands_over_a_file(page: Any, case: str) -> None:
    page.goto(f"{case}/exports?{EVE}")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Calendar of deadlines").first.click()
    made = Path(waiting.value.path())
    assert waiting.value.suggested_filename.endswith(".ics")
    assert made.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


SIDEWAYS = """[...document.querySelectorAll('html,nav,form,header,main>*:not(.scroll,.picture)')]
    .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible' || e.scrollWidth > innerWidth)
    .map(e => `scrolls sideways: ${e.localName}.${e.className}`)"""


def _serious(page: Any) -> list[str]:
    found = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found if v["impact"] in {"serious", "critical"}]


ODD = ["/", f"/terms/{LONG_TERM}", "/terms/1-ceasefire", "/reports/evil.md", "/changes?since=2024-03-06", "/compare", "/exports"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_accessibility_fault_or_scrolls_sideways_on_a_phone(
    page: Any, site: str, case: str, scheme: Any
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=scheme)
    faults = {}
    for path in [site, *(f"{case}{p}" for p in PAGES), *(f"{site}/odd{p}" for p in ODD)]:
        days = DAYS if "/odd/" in path else EVE
        page.goto(f"{path}{'&' if '?' in path else '?'}{days}")
        found = _serious(page)
        found += page.evaluate(SIDEWAYS)
        if found:
            faults[path] = found
    assert faults == {}


def test_no_page_scrolls_sideways_at_twice_the_size(page: Any, site: str, case: str) -> None:
    page.set_viewport_size({"width": 640, "height": 400})  # a window of 1280 pixels at 200 %
    faults = {}
    for path in [*(f"{case}{p}" for p in PAGES), *(f"{site}/odd{p}" for p in ODD)]:
        page.goto(f"{path}{'&' if '?' in path else '?'}{DAYS if '/odd/' in path else EVE}")
        faults |= {path: found} if (found := page.evaluate(SIDEWAYS)) else {}
    assert faults == {}


def test_all_pages_of_the_menu_are_in_sight_on_a_phone(page: Any, case: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{case}/?{EVE}")
    menu = page.get_by_role("navigation", name="Pages")
    menu.locator("summary").click()
    for link in menu.get_by_role("link").all():
        box = link.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360, link.inner_text()


def test_the_report_is_short_on_paper_and_says_what_is_folded(page: Any, folder: Path, tmp_path: Path) -> None:
    from datetime import date
    from unicodedata import normalize

    from pypdf import PdfReader

    own = open_case(Path(shutil.copytree(folder, tmp_path / "own")))
    day = date(2021, 4, 24)
    page.goto(write_report(own, ask(own, day, day)).as_uri())
    page.pdf(path=str(tmp_path / "report.pdf"), prefer_css_page_size=True)
    pages = [" ".join(normalize("NFKC", p.extract_text()).split()) for p in PdfReader(tmp_path / "report.pdf").pages]
    assert len(pages) <= 24
    assert all("As of 24 April 2021, as known at 24 April 2021" in p and f"{n} / {len(pages)}" in p for n, p in enumerate(pages, 1))
    answer = " ".join(pages[:2])
    assert all(term in answer for term in own.agreement.terms) and "Due and overdue" in answer and "Party by party" in answer
    whole = " ".join(pages)
    assert "On paper the words of claims set aside" in whole and "neither established nor refuted" in whole
    assert all(len(p) > 400 for p in pages[:-1])  # no page is left nearly empty
    folded = page.locator("details.aside li q").first.text_content().strip()
    assert folded and "reader's comment" in whole and page.locator("details.copies").count() > 0


@pytest.mark.parametrize("day", ["2020-11-24", "2021-04-24"])
def test_the_report_page_has_no_serious_accessibility_fault(page: Any, folder: Path, tmp_path: Path, day: str) -> None:
    from datetime import date

    own = open_case(Path(shutil.copytree(folder, tmp_path / "own")))
    made = write_report(own, ask(own, date.fromisoformat(day), date.fromisoformat(day)))
    page.goto(made.as_uri())
    assert _serious(page) == []
    page.set_viewport_size({"width": 375, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_s1_hostile_text_runs_nothing_in_a_browser(page: Any, site: str) -> None:
    for path in ["/", "/terms", f"/terms/{LONG_TERM}", f"/terms/{LONG_TERM}/why", "/reports/evil.md", "/checks", "/changes",
                 "/search?q=alert", "/compare", "/sources", "/unknowns", "/exports", "/review", "/pictures/timeline.svg",
                 "/pictures/map.svg", f"/pictures/{LONG_TERM}.svg"]:  # fmt: skip
        page.goto(f"{site}/odd{path}{'&' if '?' in path else '?'}{DAYS}")
        assert page.locator("script, img[onerror]").count() == 0
    page.goto(f"{site}/odd/check?{DAYS}")
    page.get_by_label("Words of the article").fill(f"{EVIL} The Alliance broke the agreement, {EVIL} said.")
    page.get_by_role("button", name="Judge").click()
    page.wait_for_selector("#verdicts")
    assert page.locator("script, img[onerror]").count() == 0


def test_the_keyboard_reaches_the_content_first_and_opens_what_is_folded(page: Any, case: str) -> None:
    page.goto(f"{case}/terms/6-kalbajar?{EVE}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.goto(f"{case}/reports/2020-11-24-sky-and-steel.txt?{EVE}")
    folded = page.locator("details.comments")
    assert folded.get_attribute("open") is None
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.get_attribute("open") is not None


def test_a_link_to_a_claim_within_what_is_folded_unfolds_it(page: Any, case: str) -> None:
    page.goto(f"{case}/reports/2020-11-24-sky-and-steel.txt?{EVE}")
    inside = page.locator("details.comments span[id^=c-]").first.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{case}/reports/2020-11-24-sky-and-steel.txt?{EVE}#{inside}")
    assert page.locator("details.comments").get_attribute("open") is not None
