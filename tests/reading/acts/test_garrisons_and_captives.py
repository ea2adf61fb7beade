"""Whose the garrison is, who was let go, where a hamlet lies, and what a monitor's own report says in its own name."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of

from servanda.agreement import loads
from servanda.reading import read
from servanda.reports.model import Report


def test_the_garrison_is_of_whom_a_garrison_was_told() -> None:
    text = "The Kest Front garrison was in place. A second visit on 2 March confirmed that the garrison had not left."
    (stays,) = claims_of(text, "remain")
    (left,) = claims_of(text, "withdraw")
    assert [p.id for p in stays.actors] == ["front"]
    assert ([p.id for p in left.actors], left.polarity) == (["front"], "negated")


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Kest Front let go all 35 soldiers they held on March 12, the Boran army confirmed.", "front"),
        ("The Front on Thursday released Luis Manuel Dias, who was handed over to a humanitarian mission.", "front"),
        ("Boran has restored the 212 internees to liberty.", "boran"),
    ],
)
def test_captives_let_go(text: str, doer: str) -> None:
    assert {p.id for c in claims_of(text, "release") for p in c.actors} == {doer}


@pytest.mark.parametrize(
    "text",
    [
        "Joint Watch received 23 complaints, 14 by the Front and 9 by Boran.",
        "Boran released Windows of Hope, a film.",
        "The Front released a statement.",
    ],
)
def test_complaints_and_films_are_no_captives(text: str) -> None:
    assert not claims_of(text, "release")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Front fighters killed 14 farmers at Nyamil, Kest.", "kest"),
        ("Boran troops shelled Norok, Dolan, and Kest.", "dol"),
    ],
)
def test_a_hamlet_lies_in_the_zone_behind_its_comma(text: str, zone: str) -> None:
    assert [c.zone for c in claims_of(text)] == [zone]


def test_who_left_a_hamlet_has_not_left_the_zone() -> None:
    (left,) = claims_of("Boran troops withdrew from Nyamil, Kest.", "withdraw")
    assert left.zone is None


def test_observers_refused_access_and_turned_back() -> None:
    text = "Military observers had been refused access to the barracks of the 4th battalion by the Front militia."
    assert [[p.id for p in c.actors] for c in claims_of(text, "obstruct-monitor")] == [["front"]]
    assert not claims_of("Snow forced patrols to turn back at two points in Kest.", "obstruct-monitor")
    assert claims_of("The Front forced patrols to turn back in Kest.", "obstruct-monitor")


@pytest.mark.parametrize("voice", ["It found", "The co-chairs noted", "A second visit confirmed"])
def test_a_monitors_own_report_speaks_in_its_own_name(voice: str) -> None:
    text = f"Monthly note. Joint Watch looked into the matter on 3 March. {voice} that Boran artillery had fired on Kest."
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", source="Joint Watch", published=date(2024, 3, 15))
    fired = [c for c in read(report, loads(AGREEMENT)).claims if c.act == "attack"]
    assert [c.speaker.actor for c in fired] == ["watch"]


def test_fighters_who_walked_out_have_left_and_negotiators_have_not() -> None:
    text = "Marines came to Kest hours after the last Front fighters walked out."
    assert [p.id for c in claims_of(text, "withdraw") for p in c.actors] == ["front"]
    assert not claims_of("The Front negotiators walked out.", "withdraw")
    assert not claims_of("Rebels walked out of the talks.", "withdraw")
