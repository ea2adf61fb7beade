"""Days of attacks that are told again, of a part of a day, of a clause behind the day; and what takes no day from around it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, every_claim_of

_TOLD = "Boran troops shelled Kest on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The clashes began on Sunday, when the Front and Boran shelled each other's positions in Kest.", 10),
        ("The Front attacked the garrison in Kest at dawn on Tuesday.", 12),
        ("The Front has left Dolan. Boran troops attacked Kest before dawn on Wednesday.", 13),
        (_TOLD + "General Orl of Boran said his troops had shelled Kest because gunmen were hiding there.", 12),
        (_TOLD + "The Front said Boran troops shelled Kest without warning.", 12),
        ("The Front accused Boran of attacking a convoy near Kest on Monday, killing six soldiers.", 11),
    ],
)
def test_the_day_of_the_attack(text: str, day: int) -> None:
    last = claims_of(text)[-1]
    assert (last.when.earliest, last.when.latest) == (date(2024, 3, day), date(2024, 3, day))


@pytest.mark.parametrize(
    "text",
    [
        _TOLD + "General Orl of Boran said his troops had earlier shelled Kest because gunmen were hiding there.",
        _TOLD + "General Orl of Boran said his troops had shelled Dolan because gunmen were hiding there.",
        _TOLD + "The Front said Boran has shelled Kest many times.",
        _TOLD + "Boran troops shelled Kest on Wednesday.\n\nThe Front said Boran troops shelled Kest without warning.",
        'The Front left Dolan on Sunday, residents said on Tuesday.\n\n"Boran troops attacked in the morning," a woman said.',
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    assert claims_of(text)[-1].when.earliest is None


def test_a_palace_told_of() -> None:
    (said,) = claims_of(
        'Front fighters overran the old palace in Kest on Tuesday.\n\n"We attacked the palace because we had to," '
        "Front spokesman Ulm Tarn told a radio station."
    )
    assert said.when.earliest == date(2024, 3, 12)


def test_a_day_agreed_to_lies_ahead() -> None:
    assert all(c.when.earliest is None for c in claims_of('"We agreed to December 15," Front leader Ulm Tarn said.', "agree"))


def test_was_to_have_left_by_a_day_gone_by() -> None:
    (due,) = claims_of("Boran was to have pulled its soldiers out of the 25-kilometre wide strip by Wednesday.", "withdraw")
    assert due.when.latest == date(2024, 3, 13)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The road to Kest has reopened for the first time since an army mutiny in February, Boran said.", False),
        ("The road to Kest was reopened in February for the first time since an army mutiny, Boran said.", True),
    ],
)
def test_the_first_time_since(text: str, known: bool) -> None:
    (opened,) = [c for c in every_claim_of(text) if c.act == "open-route"]
    assert (opened.when.earliest is not None) is known
