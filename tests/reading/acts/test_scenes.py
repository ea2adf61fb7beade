"""The days of acts told without a day of their own: carried where the account is visibly one, else left open."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.building import Content, build
from servanda.reports.metadata import Metadata

PUBLISHED = date(2021, 3, 20)
Days = tuple[date | None, date | None]
OPEN: Days = (None, PUBLISHED)


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return loads(
        """
servanda: 1
id: scenes
title: Scenes
actors:
  army: {name: Army, aliases: [the government, government troops], role: signatory}
  front: {name: Front, aliases: [rebels], role: signatory}
  mission: {name: Monitoring Mission, aliases: [monitors], role: monitor}
zones: {keti: {name: Keti}, dolan: {name: Dolan}}
terms: {t: {norm: prohibition, bearer: [army], act: [breach-ceasefire]}}
"""
    )


def days(agreement: Agreement, text: str, act: str, near: str, published: date | None = PUBLISHED) -> Days:
    content = Content(text, Metadata(source="Agency", published=published, language="en"))
    report = build("r.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", content)
    at = text.index(near)
    found: list[Claim] = [c for c in read(report, agreement).claims if c.act == act and c.sentence[0] <= at < c.sentence[1]]
    assert found, f"no {act} was read beside {near!r}"
    claim = min(found, key=lambda c: abs(c.start - at))
    return claim.when.earliest, claim.when.latest


def day(number: int) -> Days:
    return date(2021, 3, number), date(2021, 3, number)


@pytest.mark.parametrize(
    ("text", "act", "near", "expected"),
    [
        ("On 16 March rebels attacked Keti and burned three houses.", "attack", "burned", day(16)),
        ("On 16 March rebels attacked Keti. Government troops released five men.", "release", "released", day(16)),
        ("Rebels attacked Keti on 16 March. Hours later the army withdrew from Dolan.", "withdraw", "withdrew", day(16)),
        ("Rebels attacked Keti on 16 March. Two soldiers were killed.", "attack", "killed", day(16)),
        ("Rebels attacked Keti on 16 March. They released five men in Dolan.", "release", "released", day(16)),
    ],
)
def test_day_is_carried_within_one_account(agreement: Agreement, text: str, act: str, near: str, expected: Days) -> None:
    assert days(agreement, text, act, near) == expected


@pytest.mark.parametrize(
    ("text", "act", "near"),
    [
        ("Rebels attacked Keti on 16 March. The army released five men.", "release", "released"),
        ("On 16 March rebels attacked Keti. In Dolan, meanwhile, the army released five men.", "release", "released"),
        ("On 16 March rebels attacked Keti. The army had released five men.", "release", "released"),
        ("On 16 March rebels attacked Keti. The army has released five men.", "release", "released"),
        ("On 16 March rebels attacked Keti.\n\nThe army released five men.", "release", "released"),
    ],
)
def test_day_is_left_open_where_the_account_may_be_another(agreement: Agreement, text: str, act: str, near: str) -> None:
    assert days(agreement, text, act, near) == OPEN


DIARY = """Diary of the Monitoring Mission

{0}
Government troops shelled Keti. At 07:30 the Front fired mortars at the army post in Dolan.

The monitors were denied access to Keti by the Front.

{1}
The army withdrew from Dolan overnight. The Front had released five prisoners.
Rebels attacked Keti the previous day.

{2}
The Front handed over 40 rifles.
"""


@pytest.mark.parametrize(
    "heads",
    [
        ("12 March", "14 March", "Background"),
        ("**Friday, 12 March**", "**Sunday, 14 March**", "**Background**"),
        ("## 12 March 2021", "## 14 March 2021", "## Recommendations"),
        ("Day 1 (12 March)", "Day 3 (14 March)", "Day 4"),
        ("12 March:", "14 March:", "Notes:"),
    ],
)
def test_heading_of_a_day_dates_its_section(agreement: Agreement, heads: tuple[str, str, str]) -> None:
    text = DIARY.format(*heads)
    assert days(agreement, text, "attack", "shelled Keti") == day(12)
    assert days(agreement, text, "attack", "fired mortars") == day(12)
    assert days(agreement, text, "obstruct-monitor", "denied access") == day(12)
    assert days(agreement, text, "withdraw", "withdrew") == (date(2021, 3, 13), date(2021, 3, 15))
    assert days(agreement, text, "release", "had released") == (None, date(2021, 3, 14))
    assert days(agreement, text, "attack", "Rebels attacked") == day(13)
    assert days(agreement, text, "hand-over-weapons", "handed over") == OPEN


def test_one_day_alone_on_a_line_is_the_date_of_the_text(agreement: Agreement) -> None:
    text = "12 March 2021\n\nGovernment troops shelled Keti.\n"
    assert days(agreement, text, "attack", "shelled") == OPEN


def test_headings_of_days_to_come_are_a_plan(agreement: Agreement) -> None:
    text = "18 March\n\nThe army withdrew from Keti.\n\n25 March\n\nThe army leaves Dolan.\n"
    assert days(agreement, text, "withdraw", "withdrew") == OPEN


def test_weekdays_as_headings_are_the_last_ones_before_publication(agreement: Agreement) -> None:
    text = "Monday\nRebels fired rockets at Keti.\n\nTuesday\nThe army released eleven prisoners.\n"
    assert days(agreement, text, "attack", "fired") == day(15)
    assert days(agreement, text, "release", "released") == day(16)


def test_day_told_after_the_act_is_its_day(agreement: Agreement) -> None:
    text = "Rebels attacked an army post in Keti. The attack took place on 16 March."
    assert days(agreement, text, "attack", "Rebels attacked") == day(16)


def test_eve_of_a_day_is_the_day_before(agreement: Agreement) -> None:
    text = "On the eve of the deadline of 18 March the Front withdrew from Dolan."
    assert days(agreement, text, "withdraw", "withdrew") == day(17)


def test_day_counted_from_an_event_that_is_not_dated_stays_open(agreement: Agreement) -> None:
    text = "The deal was signed on 1 March. A week after the ceasefire began, the army withdrew from Keti. Two days later the Front released ten men."
    assert days(agreement, text, "withdraw", "withdrew") == OPEN
    assert days(agreement, text, "release", "released") == OPEN


def test_two_days_with_a_stroke_are_one_night(agreement: Agreement) -> None:
    text = "Overnight on 17/18 March the army shelled Dolan."
    assert days(agreement, text, "attack", "shelled") == (date(2021, 3, 17), date(2021, 3, 18))


def test_headlines_under_a_day_are_of_that_day(agreement: Agreement) -> None:
    text = (
        "Monday, 15 March\nArmy shells Keti. Front releases two men.\n\nWednesday, 17 March\nShelling of Dolan by the army.\n"
    )
    assert days(agreement, text, "attack", "shells") == day(15)
    assert days(agreement, text, "release", "releases") == day(15)
    assert days(agreement, text, "attack", "Shelling") == day(17)
