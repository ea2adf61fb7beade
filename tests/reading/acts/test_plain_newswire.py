"""Acts in the plain wording of agency news: kidnappings, captives handed over by name, ships let in, conditions."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of, every_claim_of
from tests.reading.claims import claims_in


@pytest.mark.parametrize(
    ("text", "act", "doer"),
    [
        ("The Front was behind the kidnapping of a teacher, Boran said.", "detain", "front"),
        ("The Front was behind the ambush on a convoy, Boran said.", "attack", "front"),
        ("Maria Orlec was handed over by the Front to a humanitarian mission in Kest.", "release", "front"),
        ("The Front handed over Kest to the Red Cross.", "hand-over", "front"),
        ("A Front drone struck an oil terminal in Kest on Sunday.", "attack", "front"),
        ("Boran allowed the vessels in on Sunday, the Front said.", "allow-passage", "boran"),
        ("The Front commander admitted that Ion Orlec had been kidnapped by one of its units on Sunday.", "detain", "front"),
    ],
)
def test_who_did_what(text: str, act: str, doer: str) -> None:
    told = [c for c in every_claim_of(text) if c.modality == "completed"]
    assert [(c.act, [p.id for p in c.actors]) for c in told] == [(act, [doer])]


@pytest.mark.parametrize("text", ["The Front undertook to end kidnappings.", "The Front agreed to end kidnappings for ransom."])
def test_an_end_of_kidnappings_is_promised(text: str) -> None:
    (told,) = claims_of(text, "detain")
    assert (told.modality, told.polarity) == ("promised", "negated")


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Front seized a teacher in Kest, Boran said, demanding his immediate release.", "front"),
        ("Boran demanded the teacher's immediate release by the Front.", "front"),
    ],
)
def test_who_asks_for_a_release_does_not_release(text: str, doer: str) -> None:
    assert [[p.id for p in c.actors] for c in claims_of(text, "release")] == [[doer]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Front agreed to talks on condition that the truce due to expire on 20 March is extended.", "possible"),
        ("The truce due to expire on 20 March is extended, the Front said.", "completed"),
    ],
)
def test_on_a_condition(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, "extend-deadline")] == [modality]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front freed 24 hostages on the first day of the truce.", "release"),
        ("The Boran army said it had resumed combat against the Front in Kest.", "attack"),
    ],
)
def test_acts_of_a_truce(text: str, act: str) -> None:
    assert act in [c.act for c in every_claim_of(text)]


def test_who_rejects_an_offer_refuses_nothing_of_what_was_offered() -> None:
    assert not [
        c for c in claims_of("Boran had rejected all offers to free more hostages.", "release") if c.modality == "refused"
    ]
    (refused,) = claims_of("Boran rejected calls to free more prisoners.", "release")
    assert refused.modality == "refused"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("After mediation by the UN and the Front, 13 Israelis and four Thais crossed into Kest.", []),
        ("Thirteen Israeli soldiers crossed into Kest.", [["boran"]]),
    ],
)
def test_so_many_of_a_people_are_no_forces(text: str, doers: list[list[str]]) -> None:
    israel = AGREEMENT.replace("{name: Boran, aliases: [Borana, Borani]", "{name: Israel")
    told = [c for c in claims_in(text, israel, date(2024, 3, 15)) if c.act == "advance"]
    assert [[p.id for p in c.actors] for c in told] == doers


def test_who_fights_for_a_side_is_told_of() -> None:
    assert claims_of("Mercenaries fighting for Boran were seen in Kest.") == []


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Boran shelled Kest, breaking the first such truce since 2016.", None),
        ("Two people were killed in the worst shelling of Kest by the Front since January.", None),
        ("The Front has been shelling Kest since 2 March.", date(2024, 3, 2)),
    ],
)
def test_what_is_the_first_since_a_day_is_not_of_that_day(text: str, since: date | None) -> None:
    told = claims_of(text)[0]
    assert told.when is not None
    assert told.when.earliest == since


def test_the_weapon_that_is_used_is_no_target() -> None:
    (told,) = claims_of("The Boran army used military aircraft in prohibited attacks in Kest on 12 March.")
    assert told.target is None


def test_who_confirms_the_extension_says_so() -> None:
    text = "The Front and Boran have agreed to extend their truce by two days, the UN said. Boran confirmed the extension."
    told = claims_of(text, "extend-deadline")
    assert [(c.speaker.actor if c.speaker else None, c.adds_days) for c in told] == [("un", 2), ("boran", 2)]


def test_an_extension_that_was_not_told_of_is_not_confirmed() -> None:
    assert claims_of("The Front freed ten hostages. Boran confirmed the extension.", "extend-deadline") == []


@pytest.mark.parametrize(
    ("text", "act", "extent"),
    [
        ("A first battalion of the Front entered Kest on Monday.", "enter", "part"),
        ("The Front said its soldiers had returned to their camp.", "withdraw", None),
    ],
)
def test_a_first_battalion_and_a_camp(text: str, act: str, extent: str | None) -> None:
    (told,) = every_claim_of(text)
    assert told.act == act
    assert extent in {None, told.extent}
