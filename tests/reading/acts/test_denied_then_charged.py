"""A charge behind a denial, a place behind 'stationed', mines destroyed, bodies disbanded, duties not complied with."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


def test_who_denies_and_accuses_denies_one_thing() -> None:
    text = "The Boran ministry denied that its soldiers had opened fire and accused the Front of firing first."
    told = {tuple(p.id for p in c.actors): c.modality for c in claims_of(text)}
    assert told == {("boran",): "denied", ("front",): "alleged"}


@pytest.mark.parametrize("state", ["still stationed in", "still deployed in", "still based in"])
def test_where_they_are_stationed(state: str) -> None:
    (claim,) = claims_of(f"The Joint Watch said that Borani soldiers were {state} Akhal.", "remain")
    assert (claim.zone, claim.zone_words) == (None, "Akhal")


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Front teams on Friday destroyed the last of the 378 mines that had been laid near Kest.", "all"),
        ("Front teams destroyed 378 mines near Kest.", "unknown"),
    ],
)
def test_mines_that_are_destroyed_are_cleared(text: str, extent: str) -> None:
    (claim,) = claims_of(text, "demine")
    assert ([p.id for p in claim.actors], claim.extent) == (["front"], extent)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Boran has disbanded the Mobile Police.", "all"),
        ("Boran disbanded the force on Monday.", "all"),
        ("Boran disbanded Red Guard units.", "unknown"),
    ],
)
def test_a_body_is_disbanded_whole(text: str, extent: str) -> None:
    (claim,) = claims_of(text, "disband")
    assert claim.extent == extent


def test_a_commitment_not_complied_with() -> None:
    (claim,) = every_claim_of("The Front did not comply with its commitment to leave Kest.")
    assert (claim.act, claim.polarity, claim.modality) == ("withdraw", "negated", "completed")


def test_commitments_at_large_are_a_general_charge() -> None:
    (claim,) = every_claim_of("The Front did not comply with its commitments.")
    assert claim.act == "breach-ceasefire"


def test_what_a_duty_waits_for_has_not_happened() -> None:
    text = "Their withdrawal is due by 10 April, after at least 200 observers have been deployed."
    assert {c.modality for c in claims_of(text, "deploy")} == {"possible"}
