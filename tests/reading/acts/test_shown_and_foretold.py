"""What proof provides, what is asked about, put on for show, foretold, laid at another's door."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers found three mines, which Boran says provide clear evidence of the Front's violation of the truce.",
        "The video provides proof of the violation of the truce by the Front.",
    ],
)
def test_what_proof_provides_has_happened_and_is_no_duty(text: str) -> None:
    (claim,) = claims_of(text, "breach-ceasefire")
    assert ([p.id for p in claim.actors], claim.modality) == (["front"], "completed")


def test_what_a_deal_provides_for_is_a_duty() -> None:
    (claim,) = claims_of("The deal provides for the withdrawal of Boran from Dolan.", "withdraw")
    assert claim.modality == "required"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Asked about the reports of firing by Borani troops on Front posts, he said there was no firing.", "demand"),
        ("The Watch warned that the Front's false claims could damage its name.", "threaten"),
        ("The Front trusted the mediation of the UN, despite missed deadlines set out in the deal.", "breach-ceasefire"),
    ],
)
def test_no_demand_no_threat_no_breach(text: str, act: str) -> None:
    assert not claims_of(text, act)


def test_in_particular_is_no_place_in_which_it_happened() -> None:
    text = (
        "The deal keeps to the lines we drew, in particular the withdrawal of the Front from Dolan, the Borani minister said."
    )
    assert [c.modality for c in claims_of(text, "withdraw")] == ["possible"]


def test_a_show_of_leaving_is_no_leaving() -> None:
    (claim,) = claims_of("Boran is making a show of leaving Dolan.", "withdraw")
    assert ([p.id for p in claim.actors], claim.polarity) == (["boran"], "negated")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Boran has accused the Front of continuing to plant mines in Dolan, in breach of the ceasefire agreement.", "alleged"),
        ("Boran may leave men in Dolan in breach of the ceasefire agreement.", "possible"),
        ("Boran fired on Dolan, in breach of the ceasefire agreement.", "completed"),
    ],
)
def test_what_is_called_a_breach_is_as_real_as_the_deed(text: str, modality: str) -> None:
    (claim,) = claims_of(text, "breach-ceasefire")
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The observers will determine which side was violating the ceasefire.", "unknown"),
        ("The observers determined which side had violated the ceasefire.", "completed"),
    ],
)
def test_which_side_it_was_is_open_until_it_is_found(text: str, modality: str) -> None:
    (claim,) = claims_of(text, "breach-ceasefire")
    assert claim.modality == modality


def test_those_asked_to_do_the_same_are_others() -> None:
    claims = claims_of("Boran will cease fire and asked the opposing fighters to do the same.", "cease-fire")
    assert [([p.id for p in c.actors], c.modality) for c in claims] == [(["boran"], "announced"), ([None], "requested")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Boran gave the Front until Monday to completely withdraw from Dolan.", "requested"),
        ("Boran gave the Front until the end of the week to completely withdraw from Dolan.", "requested"),
        ("The Front has until the end of May to withdraw from Dolan.", "required"),
    ],
)
def test_a_day_to_leave_is_set_whatever_stands_between(text: str, modality: str) -> None:
    assert not claims_of(text, "extend-deadline")
    (claim,) = claims_of(text, "withdraw")
    assert ([p.id for p in claim.actors], claim.modality) == (["front"], modality)
