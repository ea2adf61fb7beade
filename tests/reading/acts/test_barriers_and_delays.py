"""Barriers lifted, kept and manned, patrols turned away, dates moved in borrowed words, and who is charged."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The barriers on the Kest road have been lifted.", "affirmed"),
        ("The barriers on the Kest road have not been lifted.", "negated"),
        ("The Front has lifted its barricades in Kest.", "affirmed"),
    ],
)
def test_a_barrier_lifted_opens_the_road(text: str, polarity: str) -> None:
    assert [(c.zone, c.polarity) for c in claims_of(text, "open-route")] == [("kest", polarity)]
    assert not claims_of(text, "concede")


def test_sanctions_lifted_open_no_road() -> None:
    assert not claims_of("Boran has lifted its sanctions on Kest.", "open-route")


def test_barriers_held_by_somebody_block_the_road() -> None:
    text = "The patrol noted the presence of four illegal barriers held by armed elements of the Kest Front on the Kest road."
    assert [[p.id for p in c.actors] for c in claims_of(text, "block-route")] == [["front"]]
    assert [[p.id for p in c.actors] for c in claims_of("Two Kest Front checkpoints turned back lorries.", "deny-passage")] == [
        ["front"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Armed members of the Kest Front denied the patrol passage in Dolan.",
        "The Front denied the monitors access to Dolan.",
        "The Front refused the observers entry.",
    ],
)
def test_a_patrol_that_is_denied_passage_is_a_monitor_hindered(text: str) -> None:
    assert [[p.id for p in c.actors] for c in claims_of(text, "obstruct-monitor")] == [["front"]]
    assert not claims_of(text, "deny-passage")


def test_denying_the_report_of_monitors_hinders_nobody() -> None:
    assert not claims_of("The Front denied the report of the monitors.", "obstruct-monitor")


def test_a_delay_prolonged_is_a_date_moved_by_who_makes_it_known() -> None:
    text = (
        "The spokesman of the government of Boran made known that the delay accorded to the Front for to leave Kest is "
        "prolonged of seven days, that is to say until the 17 March."
    )
    (moved,) = claims_of(text, "extend-deadline")
    assert moved.new_due == date(2024, 3, 17)
    assert moved.speaker is not None and moved.speaker.actor == "boran"


@pytest.mark.parametrize(
    "text",
    [
        "The mission accused the Boran army of responsibility for the massacre in Kest.",
        "I do not hesitate to accuse the security forces of Boran of responsibility for this massacre.",
    ],
)
def test_accused_of_responsibility_for_an_attack_is_charged_with_it(text: str) -> None:
    assert [([p.id for p in c.actors], c.modality) for c in claims_of(text)] == [(["boran"], "alleged")]


@pytest.mark.parametrize("body", ["health ministry", "prisoners' office", "police"])
def test_a_body_run_by_somebody_speaks_for_him(body: str) -> None:
    (killed,) = claims_of(f"Two people were killed by Boran fire in Kest, the Front-run {body} said.")
    assert killed.speaker is not None and killed.speaker.actor == "front"


def test_a_body_backed_by_somebody_does_not() -> None:
    (killed,) = claims_of("Two people were killed by Boran fire in Kest, the Front-backed ministry said.")
    assert killed.speaker is None or killed.speaker.actor is None


def test_the_remaining_hostages_are_all_of_them() -> None:
    (freed,) = claims_of("The Front released the remaining 13 hostages.", "release")
    assert freed.extent == "all"
    (some,) = claims_of("Boran troops left some of the remaining posts in Kest.", "withdraw")
    assert some.extent == "part"


def test_soldiers_counted_or_asleep_in_a_building_are_there() -> None:
    (seen,) = claims_of("On 11 March the team had counted 140 Boran soldiers in the former college in Kest.", "remain")
    assert [p.id for p in seen.actors] == ["boran"]
    (asleep,) = claims_of("Soldiers of the Boran army were still sleeping in the grain depot in Kest on Tuesday.", "remain")
    assert (asleep.zone, asleep.when.latest) == ("kest", date(2024, 3, 12))
