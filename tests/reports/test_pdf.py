"""PDF: text over pages, and files that explode, are locked, empty, or none."""


from __future__ import annotations

import io
import time

import pypdf
import pytest
from tests.reports.pdf_files import pdf

from servanda.errors import ReportError
from servanda.reports.pdf import join_hyphens, join_pages, read_pdf


def test_text_of_pages_is_joined_and_running_heads_go():
    content = read_pdf(
        pdf(
            [
                [
                    "Joint Mission - Bulletin 12  1",
                    "The guard began its with-",
                    "drawal from the valley and the cease-",
                    "fire holds. The mission said that",
                ],
                ["Joint Mission - Bulletin 12  2", "all posts were empty.", "2"],
                ["Joint Mission - Bulletin 12  3", "Nobody was hurt.", "3"],
            ]
        ),
        "b.pdf",
    )
    assert content.text == (
        "The guard began its withdrawal from the valley and the cease-\nfire holds. The mission said that\nall posts were empty.\n\nNobody was hurt."
    ).replace("cease-\nfire", "cease-fire")
    assert content.extra["pages"] == "3"


def test_lines_that_recur_as_sentences_stay():
    pages = [f"Day {n}.\nNo shots were heard on day {n}.\nThe patrol returned at {n} o'clock." for n in range(1, 6)]
    assert join_pages(pages).count("No shots were heard") == 5
    assert join_pages(pages).count("The patrol returned") == 5


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        ("the with-\ndrawal", "the withdrawal"),
        ("a cease-\nfire", "a cease-fire"),
        ("a ceasefire, the cease-\nfire", "a ceasefire, the ceasefire"),
        ("Smith-\nJones said", "Smith-Jones said"),
        ("a soft\u00ad\nly said word", "a softly said word"),
        ("the take-over; a take-\nover", "the take-over; a take-over"),
        ("from 3-\n5 May", "from 3-\n5 May"),
    ],
)
def test_hyphens_at_the_end_of_a_line(parted, whole):
    assert join_hyphens(parted) == whole


def test_three_hundred_pages_are_read_in_seconds(opened):
    pages = [
        [f"Page {i}, entry {j}: post {i * 40 + j} was found empty by the patrol." for j in range(40)]
        for i in range(300)
    ]
    begun = time.monotonic()
    report = opened("long.pdf", pdf(pages))
    assert time.monotonic() - begun < 15
    assert report.extra["pages"] == "300" and "post 11999 was found empty" in report.text
    assert report.published is None


def test_a_pdf_that_explodes_is_refused(refused):
    error = refused("bomb.pdf", pdf([["The guard left."]], bomb=300))
    assert error.code == "R204" and "memory" in error.message


def test_memory_is_limited_outside_the_library_too():
    with pytest.raises(ReportError) as caught:
        read_pdf(pdf([["The guard left."]], bomb=60), "bomb.pdf", memory=120_000_000)
    assert caught.value.code == "R204"


def test_time_is_limited():
    with pytest.raises(ReportError) as caught:
        read_pdf(pdf([["The guard left."]] * 60, bomb=60), "slow.pdf", seconds=1)
    assert caught.value.code == "R204" and "too long" in caught.value.message


def test_too_many_pages(refused):
    error = refused("many.pdf", pdf([["x"]] * 2_001))
    assert error.code == "R205" and "2001 pages; the limit is 2,000" in error.message


def test_a_locked_pdf(refused):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["The guard left."]])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert refused("locked.pdf", out.getvalue()).code == "R201"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (pdf([[], []]), "R202"),
        (b"PK\x03\x04" + bytes(200), "R203"),
        (b"<!doctype html><p>The guard left.</p>", "R203"),
        (b"%PDF-1.7\n" + b"garbage " * 100, "R203"),
        (pdf([["The guard left."]])[:200], "R203"),
        (b"plain words", "R203"),
    ],
)
def test_what_is_no_pdf_or_holds_no_text(refused, raw, code):
    assert refused("a.pdf", raw).code == code
