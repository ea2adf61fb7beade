"""JSON and JSON lines."""


from __future__ import annotations

import json
from datetime import date

import pytest

from servanda.reports import Report, Unread, open_items, open_report

TEXT = "The guard left the bridge on Monday, the commission said."


def test_one_object_is_one_report(opened):
    report = opened(
        "a.json",
        json.dumps({"title": "Guard leaves", "body": TEXT, "source": {"name": "Coast News"}, "date": "2021-05-04T10:00:00Z", "url": "https://x.example/1",
                    "authors": ["A", "B"], "language": "en", "received": "2021-05-06", "unknown": 3}),
    )  # fmt: skip
    assert report.path == "reports/a.json"
    assert report.text == f"Guard leaves\n\n{TEXT}"
    assert (report.source, report.author, report.published, report.received) == (
        "Coast News",
        "A, B",
        date(2021, 5, 4),
        date(2021, 5, 6),
    )


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_list_is_many_reports(put, tmp_path, wrapped):
    items = [{"text": f"{TEXT} {i}"} for i in range(3)]
    path = put("a.json", json.dumps({"articles": items} if wrapped else items))
    assert [r.path for r in open_report(path, tmp_path)] == [
        "reports/a.json#1",
        "reports/a.json#2",
        "reports/a.json#3",
    ]


def test_a_line_that_is_no_report_stops_no_other(put, tmp_path):
    lines = [json.dumps({"text": TEXT}), "{broken", "", json.dumps({"title": "no text"}), json.dumps({"content": TEXT, "date": "soon"}), "[]",
             json.dumps({"text": TEXT, "title": 3}), json.dumps({"text": "A later one."})]  # fmt: skip
    path = put("a.jsonl", "\ufeff" + "\n".join(lines))
    items = list(open_items(path, tmp_path))
    assert [type(i) for i in items] == [Report, Unread, Unread, Unread, Unread, Unread, Report]
    assert [i.path for i in items] == [f"reports/a.jsonl#{k}" for k in range(1, 8)]
    whys = [i.why for i in items if isinstance(i, Unread)]
    assert whys[0].startswith("[R220] reports/a.jsonl:2:2: not JSON")
    assert [w[1:5] for w in whys] == ["R220", "R221", "R303", "R221", "R304"]
    assert [r.path for r in open_report(path, tmp_path)] == ["reports/a.jsonl#1", "reports/a.jsonl#7"]


def test_a_record_may_be_marked_confidential(put, tmp_path):
    lines = [json.dumps({"text": TEXT, "confidential": mark}) for mark in (True, False, "yes", "perhaps")]
    first, second, third, fourth = open_items(put("a.jsonl", "\n".join(lines)), tmp_path)
    assert [i.extra.get("confidential") for i in (first, second, third)] == ["yes", None, "yes"]
    assert fourth.why.startswith("[R304]")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "R221"), ("[]", "R221"), ("3", "R221"), ('"words"', "R221"), ('{"text": ""}', "R221"), ('{"text": 3}', "R221"), ("{", "R220"),
     ('{"text": "a", "n": ' + "9" * 6000 + "}", "R220"), ("[" * 100_000, "R222"), ('{"a":' * 100_000 + "1" + "}" * 100_000, "R222"),
     ('{"text": "a\\u0000b"}', "R107"), ('{"text": "a", "language": "Englisch"}', "R304")],
)  # fmt: skip
def test_what_is_no_report_is_refused(refused, text, code):
    name = "a.jsonl" if not text else "a.json"
    assert refused(name, text).code == code


def test_lone_surrogates_cannot_enter(opened):
    report = opened("a.json", '{"text": "The guard \\ud800 left \\ud83d\\ude00.", "title": "T\\udfff"}')
    assert report.text == "T\ufffd\n\nThe guard \ufffd left 😀."
    report.text.encode("utf-8")


def test_markup_in_a_record_becomes_text(opened):
    report = opened(
        "a.json", json.dumps({"content": f"<p>{TEXT}</p><script>alert(1)</script><p>Nobody was <b>hurt</b>.</p>"})
    )
    assert report.text == f"{TEXT}\n\nNobody was hurt."


def test_a_less_than_sign_is_no_markup(opened):
    assert (
        opened("a.json", json.dumps({"text": "Losses: a<b and c>d <script>x</script>"})).text
        == "Losses: a<b and c>d <script>x</script>"
    )


def test_the_same_object_has_the_same_hash_wherever_it_lies(put, tmp_path):
    one = put("a.json", json.dumps([{"text": TEXT, "source": "X"}]))
    two = put("b.json", json.dumps([{"text": "Other."}, {"source": "X", "text": TEXT}]))
    assert open_report(one, tmp_path)[0].sha256 == open_report(two, tmp_path)[1].sha256


def test_markup_nested_too_deep_stops_no_other_record(put, tmp_path):
    deep = json.dumps([{"text": "<div><p>a</p>" * 2_000}, {"text": TEXT}])
    items = list(open_items(put("a.json", deep), tmp_path))
    assert [type(i) for i in items] == [Unread, Report]
    assert items[0].why.startswith("[R211] reports/a.json#1")
