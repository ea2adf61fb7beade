"""Every page and every API route answers, keeps its state in its address, and links to the others."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import EVE, TOKEN

from servanda.web.app import create_app

PAGES = [
    "/", "/terms", "/terms/6-kalbajar", "/terms/6-kalbajar/why", "/reports", "/reports/2020-11-24-sky-and-steel.txt",
    "/sources", "/unknowns", "/checks", "/search", "/check", "/changes", "/compare", "/exports", "/review", "/upload",
]  # fmt: skip
API = [
    "/api/status", "/api/terms", "/api/terms/6-kalbajar", "/api/terms/6-kalbajar/why", "/api/terms/6-kalbajar/history",
    "/api/claims", "/api/reports", "/api/sources", "/api/search?q=kalbajar", "/api/checks",
    "/api/changes?since=2020-11-14", "/api/due", "/api/review",
]  # fmt: skip
FILES = [
    "terms.csv", "claims.parquet", "all.csv", "status.json", "map.geojson", "deadlines.ics", "changes.atom",
    "timeline.svg", "6-kalbajar.svg", "timeline.png", "report.html",
]  # fmt: skip


def _with(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{EVE}"


@pytest.mark.parametrize("path", PAGES)
def test_pages_answer_and_print_both_clocks(client: TestClient, path: str) -> None:
    answer = client.get(_with(path))
    assert answer.status_code == 200
    assert answer.text.count('value="2020-11-24"') >= 2
    assert "<h1" in answer.text and "<script" not in answer.text


@pytest.mark.parametrize("path", API)
def test_the_api_answers_json(client: TestClient, path: str) -> None:
    answer = client.get(_with(path))
    assert answer.status_code == 200 and answer.json() is not None


@pytest.mark.parametrize("name", FILES)
def test_exports_answer_as_files(client: TestClient, name: str) -> None:
    answer = client.get(_with(f"/export/{name}"))
    assert answer.status_code == 200 and answer.content
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]


def test_every_link_of_every_page_leads_somewhere_and_keeps_the_clocks(client: TestClient) -> None:
    seen: set[str] = set()
    waiting = [_with(p) for p in PAGES]
    while waiting and len(seen) < 250:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "text/html" not in answer.headers["content-type"] or "/export/" in address:
            continue
        for link in re.findall(r'(?:href|src)="([^"]+)"', answer.text):
            link = unescape(link).partition("#")[0]
            if link.startswith("/"):
                assert link.startswith(("/static", "/api/openapi.json")) or "as_of=" in link or link == "/", link
                waiting.append(link)


def test_the_as_of_day_changes_the_answer(client: TestClient) -> None:
    def word(days: str) -> str:
        return str(client.get(f"/api/terms/6-kalbajar?{days}").json()["status"])

    assert word("as_of=2020-11-20&known_at=2020-11-14") == "overdue"
    assert word(EVE) == "pending"
    assert word("as_of=2020-11-25&known_at=2020-11-25") == "fulfilled"
    assert "date passed, outcome unknown" in client.get("/terms/6-kalbajar?as_of=2020-11-20&known_at=2020-11-14").text


def test_a_rival_text_is_judged_and_an_unknown_one_refused(client: TestClient) -> None:
    assert "by the text mfa-az" in client.get(f"/terms/6-kalbajar?{EVE}&text=mfa-az").text
    assert client.get(f"/?{EVE}&text=nope").status_code == 404


def test_quote_to_status_and_back(client: TestClient) -> None:
    page = client.get(_with("/terms/6-kalbajar")).text
    link = unescape(re.search(r'<figcaption>.*?<a href="([^"]+)" class="path"', page, re.S)[1])  # type: ignore[index]
    path, _, claim = link.partition("#")
    report = client.get(path).text
    assert f'id="{claim}"' in report
    assert f"/terms/6-kalbajar?{EVE.replace('&', '&amp;')}#{claim}" in report
    assert f'id="{claim}"' in page


def test_a_reports_marked_text_is_its_text(client: TestClient, folder: Path) -> None:
    from servanda.case import ask, open_case
    from servanda.web.marked import marked

    answer = ask(open_case(folder))
    for path, report in answer.knowledge.reports.items():
        items = [t for t in answer.evidence.testimonies if t.claim.report == path]
        joined = "".join(p.text for part in marked(report, items) for p in part.pieces)
        assert re.sub(r"\s+", "", joined) == re.sub(r"\s+", "", report.text)


def test_report_addresses_with_special_signs(client: TestClient) -> None:
    paths = [r["path"] for r in client.get("/api/reports").json()]
    assert any("#" in p for p in paths)
    for path in paths:
        assert client.get(f"/reports/{quote(path.removeprefix('reports/'))}").status_code == 200, path


def test_search_finds_words_and_takes_operators_as_words(client: TestClient) -> None:
    assert client.get(_with("/api/search?q=kalbajar")).json()
    for words in ['"', "NEAR(", "a OR", "kind:claim", "*", "-x", "'; DROP TABLE found; --", "^", "(", "{", "ş", "“"]:
        answer = client.get("/api/search", params={"q": words})
        assert answer.status_code == 200, words


def test_search_knows_only_what_was_known(client: TestClient) -> None:
    early = client.get("/api/search?q=pashinyan&known_at=2020-11-10&limit=200").json()
    late = client.get("/api/search?q=pashinyan&known_at=2024-11-30&limit=200").json()
    assert len(late) > len(early)


def test_paste_and_check(client: TestClient) -> None:
    text = "Armenia has violated the ceasefire agreement by not returning Kalbajar district, Baku said on 20 November 2020."
    answer = client.post(_with("/check"), data={"text": text, "published": "2020-11-20"})
    assert answer.status_code == 200 and "Verdicts" in answer.text and text in unescape(answer.text)
    api = client.post(_with("/api/check"), json={"text": text, "published": "2020-11-20"})
    assert api.status_code == 200 and api.json()["read"] >= 1


def test_compare_two_points_and_two_texts(client: TestClient) -> None:
    answer = client.get("/compare?as_of=2020-11-14&known_at=2020-11-14&as_of2=2020-11-25").text
    assert "As of 14 November 2020, known at 14 November 2020" in answer
    assert "As of 25 November 2020, known at 25 November 2020" in answer
    assert "text mfa-az" in client.get(f"/compare?{EVE}&text2=mfa-az").text


def test_a_flag_is_not_put_down_to_the_claims_that_decide_the_status(client: TestClient) -> None:
    told = client.get(_with("/api/changes?since=2020-11-17")).json()
    flags = {c["after"]: c for c in told if c["term"] == "6-kalbajar" and c["what"] == "flag"}
    assert flags["refusal-alleged"]["claims"] == [] and "deciding" not in flags["refusal-alleged"]["why"]
    assert next(c for c in told if c["term"] == "2-aghdam" and c["what"] == "status")["claims"]


def test_changes_since_the_last_visit(folder: Path) -> None:
    with TestClient(create_app([folder], TOKEN), base_url="http://127.0.0.1") as fresh:
        first = fresh.get("/changes?as_of=2020-11-25&known_at=2020-11-25&since=2020-11-14")
        assert "2020-11-25" in first.text and "6-kalbajar" in first.text
        assert "servanda_visit" in first.headers["set-cookie"] and "HttpOnly" in first.headers["set-cookie"]
        assert "Your last visit here" in fresh.get("/changes").text


def test_several_cases_stand_each_under_its_id(folder: Path, tmp_path: Path) -> None:
    import shutil

    other = Path(shutil.copytree(folder, tmp_path / "other"))
    file = other / "agreement.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: karabakh-2020", "id: second", 1), encoding="utf-8")
    with TestClient(create_app([folder, other], TOKEN), base_url="http://127.0.0.1") as two:
        assert "/second/" in two.get("/").text
        for path in PAGES:
            assert two.get(f"/second{path}?{EVE}").status_code == 200, path
        assert f'href="/second/terms?{EVE.replace("&", "&amp;")}"' in two.get(f"/second/?{EVE}").text
        assert two.get("/second/api/status").json()["case"] == "second"
        assert two.get("/second").status_code == 200


def test_the_first_page_of_several_cases_shows_each_answer_and_does_not_hide_one_that_was_never_run(
    folder: Path, tmp_path: Path
) -> None:
    import shutil

    bare = Path(shutil.copytree(folder, tmp_path / "bare", ignore=shutil.ignore_patterns("ledger.db*")))
    file = bare / "agreement.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: karabakh-2020", "id: bare", 1), encoding="utf-8")
    with TestClient(create_app([bare, folder], TOKEN), base_url="http://127.0.0.1") as two:
        page = two.get(f"/?{EVE}").text
        one, other = page.split('<section class="case"')[1:]
        assert "servanda run bare" in one
        assert re.search(r"<span>Kept</span> <b>1</b>", other) and "25 November 2020 (6-kalbajar)" in other
        assert f'href="/karabakh-2020/?{EVE.replace("&", "&amp;")}#g-kept"' in other
        assert "24 November 2020" in page
        assert two.get("/?as_of=x").status_code == 400


def test_a_reports_page_leads_to_no_day_before_it_was_known(client: TestClient) -> None:
    page = client.get("/reports/2020-11-25-mod-azerbaijan-kalbajar.txt?as_of=2020-11-25&known_at=2020-11-25").text
    assert 'rel="prev"' not in page and 'rel="next"' in page


def test_changes_tell_first_what_stands_otherwise(client: TestClient) -> None:
    page = client.get("/changes?as_of=2021-04-24&known_at=2021-04-24&since=2020-11-24").text
    otherwise, _, rest = page.partition('id="flags"')
    assert 'id="t-6-kalbajar"' in otherwise and 'id="t-1-ceasefire"' in rest
    assert re.search(r"pending</span></span>.{0,400}fulfilled</span></span>", otherwise, re.S)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/terms/nope", 404, "W105"), ("/api/status?as_of=yesterday", 422, "W109"), ("/api/nope", 404, "W105"),
        ("/api/status?as_of=0001-01-01", 400, "W104"), ("/api/claims?limit=0", 422, "W109"),
        ("/api/status?text=nope", 404, "W105"), ("/api/claims/c-0", 404, "W105"),
    ],
)  # fmt: skip
def test_api_errors_have_a_code_and_a_message(client: TestClient, path: str, status: int, code: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status and answer.json()["code"] == code and answer.json()["message"]


@pytest.mark.parametrize("path", ["/terms/nope", "/reports/nope.txt", "/nope", "/export/x.docx", "/export/nope.csv", "/?as_of=x"])
def test_page_errors_are_pages(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 404} and "To the start" in answer.text


def test_a_case_that_was_never_run_says_what_to_do(tmp_path: Path, folder: Path) -> None:
    import shutil

    bare = Path(shutil.copytree(folder, tmp_path / "bare", ignore=shutil.ignore_patterns("ledger.db*")))
    with TestClient(create_app([bare], TOKEN), base_url="http://127.0.0.1") as made:
        answer = made.get("/")
        assert answer.status_code == 409 and "servanda run" in answer.text
