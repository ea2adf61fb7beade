"""Rules for anybody, those on the move, charges that cannot be proved, and what somebody leaves out."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Boran general told reporters that he would crush anyone who broke the truce.", "breach-ceasefire"),
        ("Boran will punish those who violate the ceasefire.", "breach-ceasefire"),
        ("The Joint Watch will report any side that violates the truce.", "breach-ceasefire"),
        ("Boran promised to jail soldiers who fired on civilians in Kest.", "attack"),
        ("Some will say that the Front shelled Kest on 5 March.", "attack"),
    ],
)
def test_nobody_is_said_to_have_done_it(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert claim.modality == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "Those who shelled Kest have fled to the hills.",
        "The men who shelled Kest will be tried, Boran said.",
        "Some say that the Front shelled Kest on 5 March.",
        "It is common ground that the Front shelled Kest.",
        "The minister omitted that Borani gunners had shelled Kest on Monday.",
    ],
)
def test_somebody_did_it(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.modality, claim.polarity) == ("completed", "affirmed")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A third allegation, that Front snipers had shot at farmers in Kest, could not be substantiated.", "alleged"),
        ("One complaint, that the Front shelled Kest, was withdrawn.", "possible"),
        ("An earlier report that the Front had shelled Kest was mistaken.", "denied"),
        ("Information circulated by the Front about an alleged strike on Kest does not correspond to reality, Boran said.", "denied"),
        ("The Front shelled Kest, or so the army claims.", "alleged"),
    ],
)
def test_what_becomes_of_a_charge(text: str, modality: str) -> None:
    (claim,) = claims_of(text)
    assert claim.modality == modality


def test_a_false_report_is_not_denied_by_itself() -> None:
    (claim,) = claims_of("An earlier report that the Front had shelled Kest was mistaken.")
    assert claim.speaker.kind == "outlet" and claim.speaker.name is None


@pytest.mark.parametrize(
    "text", ["Villagers cheered the withdrawing Front troops.", "Jubilant Borani pelted departing Front soldiers."]
)
def test_who_cheers_does_not_withdraw(text: str) -> None:
    assert claims_of(text, "withdraw") == []


def test_who_begins_withdrawing_does() -> None:
    (claim,) = claims_of("The Front began withdrawing heavy guns from Kest.", "withdraw")
    assert [p.id for p in claim.actors] == ["front"]


@pytest.mark.parametrize("text", ["6/6 No shelling in Kest overnight.", "No shelling in Kest overnight."])
def test_a_running_number_hides_no_negation(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The monitors concluded that the shells came from Front gunners.", ["front"]),
        ("The shells came from Borani positions near Kest.", ["boran"]),
    ],
)
def test_whose_the_shells_were(text: str, by: list[str]) -> None:
    (claim,) = claims_of(text)
    assert [p.id for p in claim.actors] == by


def test_shells_from_a_land_are_nobodys() -> None:
    assert [p.id for c in claims_of("The shells came from Boran.") for p in c.actors] == []


def test_done_so_is_not_what_a_relative_clause_tells() -> None:
    text = "The Front was bound to clear Kest of the mines it had laid, and to do so by 31 March."
    assert {c.modality for c in claims_of(text, "lay-mines")} == {"completed"}
    assert {c.modality for c in claims_of(text, "demine")} == {"required"}


def test_a_redeployment_out_of_a_place_is_a_withdrawal() -> None:
    (claim,) = claims_of("The Front completed its redeployment out of Kest on Tuesday.", "withdraw")
    assert (claim.zone, claim.extent) == ("kest", "all")
