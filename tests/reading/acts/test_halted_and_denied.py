"""Plans with two adverbs, truces that are halted, charges that are denied in the plural, words that only look like an act."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    ("text", "act", "modality", "polarity"),
    [
        ("Boran will immediately and completely take over Dolan.", "enter", "announced", "affirmed"),
        ("Boran said it would immediately and unconditionally cease hostilities.", "cease-fire", "announced", "affirmed"),
        ("The Front did not fully and faithfully withdraw from Dolan.", "withdraw", "completed", "negated"),
        ("The Front has slowly but surely left Dolan.", "withdraw", "completed", "affirmed"),
        ("Boran has to immediately and completely withdraw from Dolan.", "withdraw", "required", "affirmed"),
    ],
)
def test_two_joined_adverbs_part_no_auxiliary_from_its_verb(text: str, act: str, modality: str, polarity: str) -> None:
    claim = claims_of(text, act)[0]
    assert (claim.modality, claim.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Boran has announced the suspension of all actions under the ceasefire agreement with the Front.", "completed"),
        ("Boran has announced the suspension of its recently signed ceasefire agreement with the Front.", "completed"),
        ("Boran has suspended all steps under the truce deal.", "completed"),
        ("Boran halts the ceasefire with the Front amid rising tensions.", "completed"),
        ("Boran will halt all actions on the truce deal with the Front.", "announced"),
    ],
)
def test_who_halts_a_truce_or_what_is_done_under_it_suspends_it(text: str, modality: str) -> None:
    claims = [c for c in every_claim_of(text) if c.act in {"suspend", "cease-fire"}]
    assert [(c.act, [p.id for p in c.actors], c.modality) for c in claims] == [("suspend", ["boran"], modality)]


@pytest.mark.parametrize(
    "text",
    [
        "Boran has accused the Front of laying new mines, allegations the Front denies.",
        "Boran has accused the Front of hampering mine clearance and laying new mines, allegations the Front denies.",
        "Boran accuses the Front of laying mines, accusations that the Front rejects.",
    ],
)
def test_allegations_in_the_plural_are_a_charge_of_one_and_a_denial_of_the_other(text: str) -> None:
    claims = claims_of(text, "lay-mines")
    assert [(c.modality, c.speaker.actor, [p.id for p in c.actors]) for c in claims] == [
        ("alleged", "boran", ["front"]),
        ("denied", "front", ["front"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Front accused Boran of shelling Dolan, a claim Boran denies.",
        "The Front accused Boran of shelling Dolan, an allegation Boran has rejected.",
        "The Front accused Boran of shelling Dolan, something Boran denies.",
        "The Front accused Boran of shelling Dolan, charges Boran rejected.",
    ],
)
def test_a_bare_name_behind_the_word_for_a_charge_denies_it(text: str) -> None:
    claims = claims_of(text)
    assert [(c.modality, c.speaker.actor, [p.id for p in c.actors]) for c in claims] == [
        ("alleged", "front", ["boran"]),
        ("denied", "boran", ["boran"]),
    ]


def test_hampered_clearing_is_no_clearing() -> None:
    (claim,) = claims_of("Boran accused the Front of hampering mine clearance in Dolan.", "demine")
    assert (claim.modality, claim.polarity) == ("alleged", "negated")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Borani soldiers fire at Front posts at Dolan, offer sweets at Kest bridge.", "agree"),
        ("Boran asked the UN to bring the Front into full compliance with the truce.", "reinforce"),
        ("The Front said the UN needed to take a clearer position on the fighting.", "advance"),
        ("The premier said that the hostility towards our nation has not decreased.", "attack"),
    ],
)
def test_gifts_stances_and_feelings_are_no_acts(text: str, act: str) -> None:
    assert not claims_of(text, act)
