"""What is announced only on a condition, what was not done willingly, and what is being carried out."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front will lay down its arms, provided that the prisoners are released first.",
        "The Front will lay down its arms on condition that Boran frees the prisoners.",
    ],
)
def test_what_hangs_on_a_condition_is_possible(text: str) -> None:
    assert {c.modality for c in every_claim_of(text)} == {"possible"}


def test_what_a_deal_provides_is_required() -> None:
    (claim,) = claims_of("The deal provided that Boran leave Kest.", "withdraw")
    assert claim.modality == "required"


@pytest.mark.parametrize(
    "text", ["The Front did not leave Kest of its own will.", "Boran has not withdrawn from Kest willingly."]
)
def test_who_did_not_go_willingly_may_have_gone(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.modality == "possible"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The withdrawal from Kest is carried out according to the schedule.", "under-way"),
        ("The withdrawal from Kest was carried out on Monday.", "completed"),
        ("The withdrawal from Kest has been carried out.", "completed"),
    ],
)
def test_what_is_carried_out_goes_on_and_what_was_is_done(text: str, modality: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.modality == modality


@pytest.mark.parametrize(
    "text", ["Under the deal Boran must leave Kest by 20 March.", "In the agreement Boran promised to leave Kest."]
)
def test_a_name_behind_a_deal_is_a_doer(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert [p.id for p in claim.actors] == ["boran"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The road to Kest was opened on 15 February. It was closed for six hours on 4 March by the Front.", "block-route"),
        ("The Kest bridge was blown up in May. It reopened on Monday.", "open-route"),
    ],
)
def test_it_is_the_road(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert claim.zone == "kest"


@pytest.mark.parametrize(
    "text", ["The office in Kest was opened in May. It was closed.", "The deal was signed. It was closed."]
)
def test_it_is_no_road(text: str) -> None:
    assert not claims_of(text, "block-route")
