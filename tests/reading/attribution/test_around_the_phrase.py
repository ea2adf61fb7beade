"""Where a phrase of saying stands: behind an hour, between commas, at the head of a second verb, within a quotation."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran's MoD tweeted at 23:51 last night that the Front had shelled Kest.",
        "Boran's defence ministry said at noon on Monday that the Front had shelled Kest.",
        "The Borani army announces to the masses that the Front has shelled Kest.",
        "Boran's foreign minister complained to the visiting envoys that the Front had shelled Kest.",
    ],
)
def test_an_hour_and_listeners_may_stand_before_what_is_said(text: str) -> None:
    assert [c.speaker.actor for c in claims_of(text)] == ["boran"]


def test_what_is_replied_to_is_not_said() -> None:
    (claim,) = claims_of("Boran replied to the charge that it had shelled Kest.")
    assert (claim.speaker.actor, claim.modality) == (None, "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, the Borani army said, the Front shelled Kest.",
        "In contrast, the Borani army said, terrorists of the Front had since January shelled Kest.",
        "After talks in Kest, the Borani army said, the Front shelled the town.",
        "Boran's minister Jonas Kibwe said it was calm in Dolan. Meanwhile, he added, the Front had shelled Kest.",
        "Boran's minister Jonas Kibwe said it was calm in Dolan. The Front, he went on, had shelled Kest.",
        "Boran's minister Jonas Kibwe said it was calm in Dolan. The Front had shelled Kest, he continued.",
    ],
)
def test_a_phrase_between_commas_covers_the_clause_around_it(text: str) -> None:
    assert {c.speaker.actor for c in claims_of(text)} == {"boran"}


@pytest.mark.parametrize(
    "text",
    [
        "The Front shelled Kest, the talks went on.",
        "In January, the talks continued, the Front shelled Kest.",
        "After talks in Geneva, the sides agreed, the Front shelled Kest.",
    ],
)
def test_what_merely_goes_on_says_nothing(text: str) -> None:
    assert {c.speaker.kind for c in claims_of(text) if c.kind == "shelling"} == {"outlet"}


def test_another_answers_behind_the_clause() -> None:
    claims = claims_of("On Monday, the Borani army said, the Front shelled Kest, but the Front denied it.")
    assert {(c.speaker.actor, c.modality) for c in claims} == {("boran", "completed"), ("front", "denied")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boran has not confirmed the toll yet, says the Front shelled Kest.", "boran"),
        ("The Front's men left Dolan on Friday, claims Boran shelled Kest.", "front"),
        ("The Front did not answer; its rival, the Borani army, said that it had shelled Kest.", "boran"),
        ("The Front shelled Kest, says Boran.", "boran"),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(text: str, speaker: str) -> None:
    assert [c.speaker.actor for c in claims_of(text)] == [speaker]


def test_a_day_of_the_first_clause_is_not_when_the_second_was_said() -> None:
    (claim,) = claims_of("The Front shelled Kest on Monday, says Boran has no artillery there.")
    assert (claim.speaker.kind, str(claim.when.earliest), str(claim.when.latest)) == ("outlet", "2024-03-11", "2024-03-11")


def test_both_halves_of_a_parted_quotation_are_one_speakers() -> None:
    text = 'Vera Lutz was at home. "They shelled us on Monday," she said of the Front, pegging a sheet, "and we shelled them on Tuesday."'
    assert [c.speaker.name for c in claims_of(text)] == ["Vera Lutz", "Vera Lutz"]


def test_a_quotation_of_another_in_the_sentence_is_not_his() -> None:
    text = '"It was quiet," said Vera Lutz, but Boran, in a statement, "condemned the shelling of Kest by the Front".'
    assert all(c.speaker.name != "Vera Lutz" for c in claims_of(text))
