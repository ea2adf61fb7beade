"""A text's own date line is its day, marked as guessed; a date in a sentence or a day's heading is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from servanda.reports import open_report
from servanda.reports.dateline import dated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Geneva, 14 March 2023\n\nThe army left the town.", date(2023, 3, 14)),
        ("Army leaves\nPublished: March 14, 2023, 10:30 GMT\nUpdated: March 15, 2023\n\nBody.", date(2023, 3, 14)),
        ("Army leaves\n\nUpdated 15 March 2023\n\nBody.", date(2023, 3, 15)),
        ("KHARTOUM, April 15, 2023 (Reuters) - Fighting broke out.", date(2023, 4, 15)),
        ("Bogotá D.C., 3rd May 2019: The troops have left.", date(2019, 5, 3)),
        ("Tuesday, 14 March 2023\nThe army left.", date(2023, 3, 14)),
        ("2023-03-14\n\nThe army left.", date(2023, 3, 14)),
        ("14 March 2023\nThe army left.\n15 March 2023\nIt came back.", None),
        ("On 14 March 2023 the army left.\n\nIt came back.", None),
        ("The agreement of 14 March 2023\n\nThe army left.", None),
        ("Ceasefire signed 14 March 2023\n\nThe army left.", None),
        ("Geneva, 14 March\n\nThe army left.", None),
        ("Geneva, 31 February 2023\n\nThe army left.", None),
    ],
)
def test_date_line(text: str, day: date | None) -> None:
    assert dated(text) == day


def test_the_report_is_dated_and_says_that_it_was_guessed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Army leaves\n\nGeneva, 14 March 2023\n\nThe army left the town on Saturday.\n")
    [report] = open_report(tmp_path / "a.txt", root=tmp_path)
    assert (report.published, report.published_guessed) == (date(2023, 3, 14), True)


def test_a_stated_day_goes_before_the_date_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\npublished: 2023-03-16\n---\nGeneva, 14 March 2023\n\nThe army left the town.\n")
    [report] = open_report(tmp_path / "a.md", root=tmp_path)
    assert (report.published, report.published_guessed) == (date(2023, 3, 16), False)
