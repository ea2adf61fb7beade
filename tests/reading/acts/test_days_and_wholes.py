"""Stretches counted from the telling, beginnings that go on, wholes with a participle, places called by their sort."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

import pytest

from servanda.agreement.model import Actor, Agreement, Zone
from servanda.reading import Claim, read
from servanda.reports.model import Report, Segment

DAY = date(2024, 3, 15)
COAST = Agreement(
    id="coast",
    title="The Coast Accord",
    signed=date(2024, 2, 1),
    in_force=datetime(2024, 2, 2),
    timezone="UTC",
    actors={
        "guard": Actor("guard", "Northern Guard", ("signatory",), ("the Guard",)),
        "union": Actor("union", "River Union", ("signatory",), ("the Union",)),
    },
    zones={
        "mera": Zone("mera", "Mera governorate", ("Mera",)),
        "mera-city": Zone("mera-city", "Mera city", ("city of Mera",), within="mera"),
        "ports": Zone("ports", "ports of Mera", ("the ports",), within="mera"),
        "olun": Zone("olun", "Olun"),
    },
    terms={},
)


def one(text: str, act: str) -> Claim:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (Segment("body", 0, len(text)),), "txt", published=DAY)
    found = [c for c in read(report, COAST).claims if c.act == act]
    assert found, text
    return found[-1]


@pytest.mark.parametrize(
    ("text", "act", "earliest", "latest"),
    [
        ("The Guard will leave Olun within ten days.", "withdraw", DAY, date(2024, 3, 25)),
        ("A spokesman said that prisoners would be released within two weeks.", "release", DAY, date(2024, 3, 29)),
        ("The Guard must leave Olun within three months.", "withdraw", None, date(2024, 6, 15)),
        ("The Guard must leave Olun within 36 hours.", "withdraw", None, date(2024, 3, 17)),
        ("The general said that his men would leave Olun by 20 March.", "withdraw", DAY, date(2024, 3, 20)),
    ],
)
def test_a_stretch_ahead_is_counted_from_the_telling(text: str, act: str, earliest: date | None, latest: date) -> None:
    when = one(text, act).when
    assert (when.earliest, when.latest) == (earliest, latest)


def test_a_stretch_of_an_agreement_is_not_counted_from_the_telling() -> None:
    claim = one("Under the agreement the Guard is to leave Olun within 60 days.", "withdraw")
    assert claim.when.latest is None


def test_what_has_begun_goes_on_on_the_day_of_telling() -> None:
    assert one("The Guard has begun to leave Olun.", "withdraw").when.earliest == DAY
    assert one("The Guard began to leave Olun.", "withdraw").when.earliest is None


@pytest.mark.parametrize("counted", ["twenty hostages", "twenty living hostages", "twenty remaining hostages"])
def test_all_with_a_number_is_all(counted: str) -> None:
    claim = one(f"The Guard released all {counted} on Monday, the Union army said.", "release")
    assert claim.extent == "all"
    assert claim.quantity is not None
    assert claim.quantity.low == 20


def test_the_city_is_the_zone_that_is_called_a_city() -> None:
    assert (
        one("The Guard entered Mera governorate on Monday. The Union left the city on Tuesday.", "withdraw").zone == "mera-city"
    )
    assert one("The Guard handed over the ports. The Union has not withdrawn from the city.", "withdraw").zone == "mera-city"


def test_the_city_after_another_place_is_not_the_zone_called_a_city() -> None:
    assert one("The Guard entered Olun on Monday. It left the city on Tuesday.", "withdraw").zone != "mera-city"


@pytest.mark.parametrize("which", ["more", "additional", "further"])
def test_more_troops_are_not_all(which: str) -> None:
    assert one(f"The Northern Guard pulls out {which} troops from Olun.", "withdraw").extent != "all"
