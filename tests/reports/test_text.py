"""Plain text and Markdown: front matter, encodings, titles, limits."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.errors import ReportError
from servanda.reports import open_report, open_text
from servanda.reports.limits import TEXT_CHARS

BODY = "The guard left the bridge on Monday, the commission said.\n\nIt had been there since March."


def test_front_matter_is_taken_out_of_the_text_and_into_the_report(opened):
    report = opened(
        "a.txt",
        "---\ntitle: 'Guard leaves: bridge free'\nsource: Coast News\nauthor: [Ana Dorr, Jan Hollis]\npublished: 2021-05-04\n"
        f"received: 2021-05-06T10:00:00+02:00\nurl: https://coast.example/1\nlanguage: en-GB\n---\n{BODY}",
    )
    assert report.text == f"Guard leaves: bridge free\n\n{BODY}"
    assert (report.title, report.source, report.author) == (
        "Guard leaves: bridge free",
        "Coast News",
        "Ana Dorr, Jan Hollis",
    )
    assert (report.published, report.received) == (date(2021, 5, 4), date(2021, 5, 6))
    assert (report.url, report.language, report.published_guessed) == ("https://coast.example/1", "en", False)
    assert report.path == "reports/a.txt"


def test_a_stated_title_that_already_heads_the_text_is_not_put_there_twice(opened):
    report = opened("a.txt", f"---\ntitle: Guard leaves the bridge\n---\nGUARD  leaves\nthe bridge\n\n{BODY}")
    assert report.text.startswith("GUARD  leaves\nthe bridge\n\nThe guard left")
    head = report.segments[0]
    assert (head.kind, report.text[head.start : head.end]) == ("headline", "GUARD  leaves\nthe bridge")


def test_everything_wrong_in_front_matter_is_told_at_once_with_its_place(refused):
    error = refused("a.txt", f"---\ntitel: X\npublished: 15 November\nlanguage: English\nsource: {{a: b}}\n---\n{BODY}")
    told = str(error)
    assert "[R302] reports/a.txt:2:1: unknown key 'titel'. Did you mean 'title'?" in told
    assert "[R303] reports/a.txt:3:12: published '15 November' is no day. Write it as 2020-11-15" in told
    assert "[R304] reports/a.txt:4:11: language 'English'" in told
    assert "[R304] reports/a.txt:5:9: source is a mapping" in told


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("url: a: b", "R301"),
        ("title: [a", "R301"),
        ("- title", "R301"),
        ("\ttitle: a", "R301"),
        ("title: &x a\nsource: *x", "R305"),
        ("title: {a: {b: {c: {d: {e: {f: {g: h}}}}}}}", "R305"),
        ("title: a\ntitle: b", "R302"),
        ("published: 2020-02-30", "R303"),
        ("published: 2020-11", "R303"),
    ],
)
def test_front_matter_that_cannot_be_understood_is_refused(refused, front, code):
    error = refused("a.txt", f"---\n{front}\nurl: x\n---\n{BODY}")
    assert error.code == code
    assert error.place is not None and error.place.line is not None


def test_a_headline_with_a_colon_needs_no_quotation_marks(opened):
    report = opened("a.txt", f"---\ntitle: Live: the army's last post # 4\nsource: Coast News: Live\n---\n{BODY}")
    assert (report.title, report.source) == ("Live: the army's last post # 4", "Coast News: Live")


@pytest.mark.parametrize("words", ['"We have left," says army', "'Not an inch' - rebels", "@VellRadio", "%100 of the guns gone"])
def test_a_headline_and_an_account_may_begin_as_they_are_written(opened, words):
    report = opened("a.txt", f"---\ntitle: {words}\nsource: @ValleyWatch\n---\n{BODY}")
    assert (report.title, report.source) == (words, "@ValleyWatch")


def test_a_title_wholly_in_quotation_marks_is_without_them(opened):
    assert opened("a.txt", f'---\ntitle: "Guard: gone"\n---\n{BODY}').title == "Guard: gone"


def test_front_matter_without_an_end_is_told(refused):
    assert refused("a.txt", f"---\ntitle: X\n\n{BODY}").code == "R306"


def test_a_rule_above_the_text_is_no_front_matter(opened):
    assert opened("a.txt", f"---\n{BODY}").text == f"---\n{BODY}"


def test_words_of_yaml_stay_words(opened):
    report = opened("a.txt", f"---\ntitle: no\nsource: 2020\nauthor:\n---\n{BODY}")
    assert (report.title, report.source, report.author) == ("no", "2020", None)


def test_metadata_may_stand_beside_the_document(opened, put):
    put("a.txt.meta.yaml", "source: Coast News\npublished: 2021-05-04\n")
    report = opened("a.txt", f"---\npublished: 2021-05-05\n---\n{BODY}")
    assert (report.source, report.published) == ("Coast News", date(2021, 5, 5))


def test_an_error_in_the_file_beside_names_that_file(refused, put):
    put("a.meta.yaml", "sorce: Coast News\n")
    assert "reports/a.meta.yaml:1:1" in str(refused("a.txt", BODY))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Военные покинули долину, сообщило министерство обороны."),
        ("utf-8-sig", "Zoë said that the army left “Şuşa”."),
        ("utf-16", "Zoë said that the army left “Şuşa”."),
        ("utf-16-le", "The army left the valley, the ministry said on Monday."),
        ("cp1252", "The army left the valley – “all of it”, said Zoë, aide to the président."),
        (
            "cp1251",
            "Военные покинули долину в понедельник, сообщило министерство обороны республики. Колонна прошла через перевал.",
        ),
    ],
)
def test_encodings_are_found(opened, encoding, text):
    assert opened("a.txt", text.encode(encoding)).text == text


def test_only_newlines_are_changed(opened):
    decomposed = "Cafe\u0301 at the line.\u2028Ａ wide letter, a \u00ad soft hyphen,  two blanks."
    report = opened("a.txt", f"{decomposed}\r\nSecond line\rThird line.".encode())
    assert report.text == f"{decomposed}\nSecond line\nThird line."


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04" + b"text" * 100,
        b"%PDF-1.7\nnot text",
        b"some text\x00with a NUL",
        bytes(range(1, 32)) * 50,
        b"\x7fELF" + bytes(500),
    ],
)
def test_binary_named_txt_is_refused_with_a_word(refused, raw):
    error = refused("a.txt", raw)
    assert error.code == "R107"
    assert "not a text" in error.message


def test_empty_documents_are_told(refused):
    assert refused("a.txt", b"").code == "R106"
    assert refused("b.txt", "\n \n\t").code == "R106"
    assert refused("c.txt", "---\nsource: X\n---\n").code == "R106"


def test_a_text_over_the_limit_is_refused_with_the_limit(refused):
    error = refused("a.txt", "word " * (TEXT_CHARS // 5 + 1))
    assert error.code == "R103" and f"{TEXT_CHARS:,}" in error.message and "Split it" in error.message


def test_fifty_megabytes_are_refused_without_being_read(refused):
    error = refused("a.txt", b"x" * 50_000_000)
    assert error.code == "R102" and "50,000,000" in error.message and "20,000,000" in error.message


def test_markdown_is_read_as_it_looks(opened):
    report = opened(
        "a.md",
        "# Guard *leaves* the bridge\n\nThe **guard** left [the bridge](https://x.example/a_b) at 6 \\* 7, `said` the mayor.\n\n"
        "> A quoted snake_case word.\n\n---\n\n![map](m.png)\n\nHeading\n=======\n\n<script>alert(1)</script> stays text.",
    )
    assert "The guard left the bridge at 6 * 7, said the mayor." in report.text
    assert "A quoted snake_case word." in report.text
    assert "<script>alert(1)</script> stays text." in report.text
    assert report.title == "Guard leaves the bridge"
    assert "#" not in report.text and "=" not in report.text


def test_pasted_text_is_a_report():
    report = open_text("The army has not left the valley.", published=date(2020, 11, 24))
    assert (report.path, report.published, report.title) == ("-", date(2020, 11, 24), None)
    assert [s.kind for s in report.segments] == ["body"]
    with pytest.raises(ReportError):
        open_text("bad \udcff bytes")


@given(st.text(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_whatever_is_pasted_the_segments_are_slices_in_order(text):
    try:
        report = open_text(text)
    except ReportError as error:
        assert error.code in {"R106", "R107", "R108", "R301", "R302", "R303", "R304", "R305", "R306"}
        return
    at = 0
    for segment in report.segments:
        assert at <= segment.start < segment.end <= len(report.text)
        at = segment.end
    outside = report.text
    for segment in reversed(report.segments):
        outside = outside[: segment.start] + outside[segment.end :]
    assert not outside.strip()
    report.text.encode("utf-8")


@pytest.mark.parametrize(
    "piece",
    ["“", '"a ', "!", "[x](", "*a ", "**", "# ", "> ", "1 ", "@a ", "' ", "it is not ", "a\n\n", "x says:\n\n"],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_no_text_takes_long(put, tmp_path, name, piece):
    begun = time.monotonic()
    try:
        open_report(put(name, piece * (200_000 // len(piece))), tmp_path)
    except ReportError as error:
        assert error.code in {"R106", "R107"}
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(("words", "marked"), [("yes", True), ("true", True), ("no", False)])
def test_a_report_may_be_marked_confidential(opened, words, marked):
    report = opened("a.txt", f"---\nconfidential: {words}\n---\n{BODY}")
    assert ("confidential" in report.extra) is marked


def test_confidential_is_yes_or_no(opened):
    with pytest.raises(ReportError, match=r"\[R304\].*neither yes nor no"):
        opened("a.txt", f"---\nconfidential: perhaps\n---\n{BODY}")
