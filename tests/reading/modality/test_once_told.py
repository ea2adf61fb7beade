"""What would be told only on a condition has not been told; what is recorded as a violation was one."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "The suspension shall be lifted once the Joint Watch has certified that the Front has withdrawn from Kest.",
        "Boran will open the road when the Joint Watch confirms that the Front has withdrawn from Kest.",
        "The aid will flow if the UN says that the Front has withdrawn from Kest.",
        "The road will be opened when the last Front fighter has withdrawn from Kest.",
        "The road will be opened on the day when the last Front fighter has withdrawn from Kest, and not before.",
        "Only when the Front has withdrawn from Kest can the road be opened.",
        "When the Front has withdrawn from Kest, the road will be opened.",
    ],
)
def test_a_confirmation_to_come_confirms_nothing(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.modality == "possible"


def test_a_confirmation_that_came_does() -> None:
    text = "Boran opened the road after the Joint Watch confirmed that the Front had withdrawn from Kest."
    (claim,) = claims_of(text, "withdraw")
    assert (claim.modality, claim.speaker.actor) == ("completed", "watch")


def test_a_violation_by_somebody_is_recorded() -> None:
    claims = claims_of("The Joint Watch has recorded the incident as a violation by Boran.", "breach-ceasefire")
    assert [(c.modality, [p.id for p in c.actors]) for c in claims if c.actors] == [("completed", ["boran"])]


def test_a_break_counts_from_its_day() -> None:
    (claim,) = every_claim_of("Boran suspends the truce as of 20 March.")
    assert (claim.act, claim.modality, str(claim.when.earliest), claim.quantity) == ("suspend", "announced", "2024-03-20", None)


@pytest.mark.parametrize("text", ["Boran fired first in the Kest clash", "Boran fired first in Kest, the Joint Watch found."])
def test_who_fired_first_was_not_dismissed(text: str) -> None:
    (claim,) = claims_of(text)
    assert [p.id for p in claim.actors] == ["boran"]


def test_what_is_opened_only_then_is_not_open() -> None:
    (claim,) = claims_of("Not before the Front has withdrawn from Kest will Boran open the road.", "open-route")
    assert claim.modality == "announced"


def test_now_that_it_has_it_has() -> None:
    (claim,) = claims_of("Now that the Front has withdrawn from Kest, the road can be opened.", "withdraw")
    assert claim.modality == "completed"


def test_who_shows_restraint_and_will_do_so_attacks_nobody() -> None:
    claims = claims_of("The Front shelled Kest. Boran has exercised restraint and will continue to do so.")
    assert [[p.id for p in c.actors] for c in claims] == [["front"]]


def test_false_claims_are_not_denied_by_whoever_makes_them() -> None:
    (claim,) = claims_of("Claims by Boran that the Front shelled Kest are a fabrication.")
    assert (claim.modality, claim.speaker.actor) == ("denied", None)
