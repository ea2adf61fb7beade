"""Readers' comments below an article, told by markers and by style."""


from __future__ import annotations

import pytest
from tests.reports.comment_score import SAMPLES, score

from servanda.reports import open_text

ARTICLE = (
    "Guard leaves the bridge\n\nThe guard left the bridge on Monday, the commission said. It had been there since 3 March and had stopped "
    "farmers on their way to the market.\n\nTwo inspectors visited the bridge on Tuesday and found the post empty, according to the report."
)


def comments(text: str) -> str:
    report = open_text(text)
    return "".join(report.text[s.start : s.end] for s in report.segments if s.kind == "comment")


@pytest.mark.parametrize(
    "marker",
    ["Comments", "3 comments", "Comments (12)", "Leave a Reply", "READER COMMENTS:", "Join the conversation", "--- Comments ---", "View all 14 comments",
     "Readers' comments", "Sort by: newest", "12 responses to “Guard leaves the bridge”"],
)  # fmt: skip
def test_what_follows_a_marker_is_comments_whatever_its_style(marker):
    told = comments(f"{ARTICLE}\n\n{marker}\n\nThe commission visited the mill on 4 May and found two tanks.")
    if marker in ("Comments", "--- Comments ---"):  # such a heading may stand in a bulletin: what follows it decides
        told = comments(f"{ARTICLE}\n\n{marker}\n\nThe mill is full of tanks.")
    assert told.startswith(marker)
    report = open_text(f"{ARTICLE}\n\n{marker}\n\nThe mill is full of tanks.")
    assert "comments_guessed" not in report.extra


def test_a_heading_in_a_bulletin_is_no_marker():
    tail = (
        "Comments\n\nThe mission said on 5 May that access was refused at the Tolen crossing, according to its log.\n\n"
        "The ministry of defence stated on 6 May that the crossing had been closed for repairs since Sunday."
    )
    assert comments(f"{ARTICLE}\n\n{tail}") == ""


def test_a_marker_above_the_article_is_none():
    assert comments(f"Guard leaves the bridge\n\n3 comments\n\n{ARTICLE}") == ""


@pytest.mark.parametrize(
    "thread",
    [
        "petrov77 says:\n\nThe mill is full of tanks.\n\nRosa says:\n\nI saw two.",
        "Marek, 4 May 2021 at 10:32\n\nThe mill is full of tanks.\n\nReply",
        "anonymous\n\n3 hours ago\n\nNobody left anything, I was there.",
        "Helen T. • 2 days ago\n\nGood news, if it lasts!\n\nLike · 3 · Reply",
    ],
)
def test_heads_of_comments_begin_them(thread):
    told = comments(f"{ARTICLE}\n\n{thread}")
    assert told == thread


def test_a_log_with_times_is_no_thread():
    log = "\n\n".join(
        f"{h}:00 The mission reports that {h} lorries have crossed the bridge, according to its post."
        for h in range(9, 15)
    )
    assert comments(f"{ARTICLE}\n\n{log}") == ""


def test_guessed_comments_are_flagged():
    report = open_text(
        f"{ARTICLE}\n\nYeah right, they left!! I live there and you people know nothing.\n\nshame on this newspaper"
    )
    assert report.extra["comments_guessed"] == "yes"
    assert [s.kind for s in report.segments] == ["headline", "body", "comment"]


def test_comments_joined_by_single_newlines_are_told_too():
    told = comments(
        f"{ARTICLE}\nYeah right, they left!! I live there and you people know nothing.\nshame on this newspaper"
    )
    assert told.startswith("Yeah right")


def test_an_article_alone_keeps_all_its_text():
    assert comments(ARTICLE) == ""


def test_a_single_opinion_is_no_comment_below_an_article():
    assert comments("Shame on them! You are all liars!! I hate this war.\n\nStop it now, you fools!") == ""


@pytest.mark.parametrize(("half", "files", "recall"), [("dev", 13, 0.95), ("test", 14, 0.95), ("fresh", 8, 0.9)])
def test_the_invented_samples(half, files, recall):
    told = score(half)
    assert len(list((SAMPLES / half).glob("*.txt"))) == files
    assert told.precision >= 0.95, told.off
    assert told.recall >= recall, told.off


def test_the_founding_article(shared_data):
    folder = shared_data.parent / "seed"
    if not folder.is_dir():
        pytest.skip("the founding article is not there")
    report = open_text(next(folder.glob("*.txt")).read_text(encoding="utf-8"))
    cut = {s.kind: report.text[s.start : s.end] for s in report.segments}
    assert cut["headline"].endswith("for the second time") and cut["headline"].startswith("Artsakh Army")
    assert cut["body"].startswith("The Artsakh army again") and cut["body"].endswith(
        "in the territory of the Kalbajar region."
    )
    assert cut["comment"].startswith("Not a weapon") and cut["comment"].endswith("not that in Karabakh.")
    assert report.published is None and report.extra["comments_guessed"] == "yes"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (ARTICLE, "Guard leaves the bridge"),
        ("CONFLICT\n\nGuard leaves: is the bridge free?\n\nThe guard left on Monday.", "CONFLICT\n\nGuard leaves: is the bridge free?"),
        ("Guard leaves the bridge\nThe guard left on Monday, the commission said, and the road has been open to all since then.", "Guard leaves the bridge"),
        ("The guard left the bridge on Monday.\n\nThe road is open.", ""),
        ("By Ana Dorr\n\nThe guard left the bridge on Monday.", ""),
        ("4 May 2021\n\nThe guard left the bridge on Monday.", ""),
        ("The guard left the bridge", ""),
        ("The guard of the northern sector left the bridge at\nSarnet on Monday, the commission said, after it had been\nthere for two months.", ""),
    ],
)  # fmt: skip
def test_title_lines_at_the_top(text, headline):
    report = open_text(text)
    assert "".join(report.text[s.start : s.end] for s in report.segments if s.kind == "headline") == headline
