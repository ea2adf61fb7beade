"""'Which it did', 'and did', 'but has not': what was owed or promised was done or not, and who says so."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Boran was obliged to leave Kest by 1 March, which it did.", "affirmed"),
        ("Boran was to leave Kest by 1 March, and it did.", "affirmed"),
        ("Boran was to leave Kest on Sunday and did.", "affirmed"),
        ("Boran was told to leave Kest, and it has.", "affirmed"),
        ("Boran was to leave Kest by 1 March but has not.", "negated"),
        ("Boran promised to leave Kest but never did.", "negated"),
        ("Boran promised to leave Kest and still has not.", "negated"),
        ("Boran was obliged to leave Kest by 1 March, which it did not.", "negated"),
    ],
)
def test_what_was_owed_was_done_or_not(text: str, polarity: str) -> None:
    done = claims_of(text, "withdraw")[-1]
    assert (done.modality, done.polarity, done.zone) == ("completed", polarity, "kest")
    assert [p.id for p in done.actors] == ["boran"]


@pytest.mark.parametrize(
    "text",
    ["The Front promised to leave Dolan and has a plan for it.", "The Front wanted to leave Dolan and had the means to."],
)
def test_having_something_is_no_answer(text: str) -> None:
    assert len(claims_of(text, "withdraw")) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boran said it would leave Kest and it did.", None),
        ("Boran said it had left Kest, but it had not.", None),
        ("Boran said it would leave Kest but has not done so.", None),
        ("Boran said it had been told to leave Kest and had done so.", "boran"),
        ('"We said we would leave Kest, and we did," Boran said.', "boran"),
    ],
)
def test_whether_it_was_so_the_narrator_tells(text: str, speaker: str | None) -> None:
    done = claims_of(text, "withdraw")[-1]
    assert done.speaker is not None and done.speaker.actor == speaker


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Boran was to leave Kest by 1 March but was still there on Sunday.", "kest"),
        ("Boran has left Dolan but is still in Kest.", "kest"),
        ("Boran should have left Kest by 1 March but is still there.", "kest"),
    ],
)
def test_who_is_still_there(text: str, zone: str) -> None:
    (stays,) = claims_of(text, "remain")
    assert ([p.id for p in stays.actors], stays.zone, stays.polarity) == (["boran"], zone, "affirmed")


def test_what_took_four_days_has_been_done() -> None:
    assert [c.modality for c in claims_of("Boran's withdrawal from Kest took four days.", "withdraw")] == ["completed"]
    assert [c.modality for c in claims_of("Boran's withdrawal from Kest may take weeks.", "withdraw")] == ["possible"]


def test_the_number_of_an_article_counts_nobody() -> None:
    (owed,) = claims_of("Under Article 4 Boran was obliged to leave Kest by 1 March.", "withdraw")
    assert owed.quantity is None
