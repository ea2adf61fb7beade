"""What is meant, foretold or left out has not been done; what is kept by another was handed over by nobody named."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of

from servanda.reading.claim import Claim


def told(claims: list[Claim]) -> list[tuple[list[str | None], str, str]]:
    return [([p.id for p in c.actors], c.modality, c.polarity) for c in claims]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The fighters of the Kest Front will gather in Dolan and put down their rifles.", "announced"),
        ("If all goes well, the fighters of the Kest Front will gather in Dolan and put their rifles into boxes.", "possible"),
        ("The Front agreed to gather in Dolan and put its rifles into boxes.", "promised"),
        ("The Front gathered in Dolan and put down its rifles.", "completed"),
    ],
)
def test_a_bare_form_behind_will_is_to_come_whatever_it_looks_like(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, "hand-over-weapons")] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "The army left Kest without being attacked.",
        "The convoy passed Kest without being shelled.",
    ],
)
def test_without_being_attacked(text: str) -> None:
    assert [(c.modality, c.polarity) for c in claims_of(text)] == [("completed", "negated")]


def test_without_being_blocked_denies_no_passage() -> None:
    text = "A civilian boat delivered food to Kest on Tuesday without being blocked."
    assert [c.polarity for c in claims_of(text, "deny-passage")] == ["negated"]
    assert [c.polarity for c in claims_of("The Front stopped a boat, food being blocked in Kest.", "deny-passage")] != [
        "negated"
    ]


@pytest.mark.parametrize(
    "text",
    ["Withdrawal would be a first.", "A withdrawal from Kest would be the first in ten years."],
)
def test_what_would_be_the_first_is_not_done(text: str) -> None:
    assert [c.modality for c in claims_of(f"Boran holds Kest. {text}", "withdraw")] == ["possible"]


def test_what_was_the_first_is_done() -> None:
    assert [c.modality for c in claims_of("Boran left. The withdrawal was a first.", "withdraw")][-1] == "completed"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Sceptics say Boran will simply refuse to leave Kest.", "possible"),
        ("The Front said Boran would refuse to leave Kest.", "possible"),
        ("Boran said it would refuse to leave Kest.", "refused"),
        ("Boran refuses to leave Kest, the Front said.", "refused"),
    ],
)
def test_a_refusal_that_others_foretell_is_none(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, "withdraw")] == [modality]


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ('"Then we shoot," said the Front fighter.', "attack", "announced"),
        ('"We leave Kest," the Front said.', "withdraw", "announced"),
        ('"We attack them every night," said the Front fighter.', "attack", "completed"),
        ('"We suspend the truce," the Front said.', "suspend", "completed"),
        ('"We hit Kest on Monday," the Front said.', "attack", "completed"),
    ],
)
def test_what_we_do_is_meant_unless_it_is_done_by_saying_so_or_again_and_again(text: str, act: str, modality: str) -> None:
    assert told(claims_of(text, act)) == [(["front"], modality, "affirmed")]


def test_who_takes_arms_into_keeping_gives_none_up() -> None:
    text = "Joint Watch received and stored all individual arms of the Kest Front on 11 March."
    assert told(claims_of(text, "hand-over-weapons")) == [(["front"], "completed", "affirmed")]
    again = claims_of("Joint Watch certified that it received and stored all arms on 11 March.", "hand-over-weapons")
    assert [p.id for c in again for p in c.actors] == []


def test_arms_used_by_guards_attack_nobody() -> None:
    text = "Joint Watch stored all arms of the Front, save for the arms used by the security of the camps."
    assert not claims_of(text)
    assert [c.extent for c in claims_of(text, "hand-over-weapons")] == ["part"]
    assert told(claims_of("Boran used heavy weapons in Kest.")) == [(["boran"], "completed", "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "The boys whom the Front had held were back with their mother on the 7th.",
        "The men whom the Front had held left on the 7th.",
    ],
)
def test_the_day_of_what_is_told_of_them_is_not_that_of_the_clause_about_them(text: str) -> None:
    assert all(c.when.earliest != date(2024, 3, 7) for c in claims_of(text, "detain"))


def test_the_captives_whom_somebody_held_are_free() -> None:
    assert told(claims_of("The captives whom the Front had held are free.", "release")) == [([], "completed", "affirmed")]


def test_the_year_of_a_collapse_is_that_of_the_shots() -> None:
    (fired,) = claims_of("In 2014 a similar deal collapsed when Boran soldiers opened fire on a boat.")
    assert (fired.when.earliest, fired.when.latest) == (date(2014, 1, 1), date(2014, 12, 31))
    (now,) = claims_of("The truce of 2014 collapsed when Boran soldiers opened fire on Monday.")
    assert now.when.latest == date(2024, 3, 11)


def test_who_wishes_to_inform_does_inform() -> None:
    text = "The Boran army wishes to inform the public that its troops left Kest on 12 March."
    assert told(claims_of(text, "withdraw")) == [(["boran"], "completed", "affirmed")]
    assert [c.modality for c in claims_of("The Boran army wishes to leave Kest.", "withdraw")] == ["possible"]


def test_fighters_of_both_tribes_are_of_both_sides() -> None:
    assert told(claims_of("Fighters of both tribes left Kest on Saturday.", "withdraw")) == [
        (["boran", "front"], "completed", "affirmed")
    ]


def test_what_two_inform_of_is_the_word_of_each() -> None:
    text = "Boran and the Kest Front inform the public that they have agreed to extend the truce until 20 June 2024."
    assert {c.speaker.actor for c in claims_of(text, "extend-deadline")} == {"boran", "front"}
