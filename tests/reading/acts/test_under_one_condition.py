"""What 'and' joins: a second verb under the same 'if', and a second clause with a doer of its own."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front will not talk unless Boran ends its attacks and withdraws its troops from Dolan.",
        "If Boran stops the shelling and withdraws from Dolan, the Front will talk.",
        "If Boran stopped the shelling and withdrew from Dolan, the Front would talk.",
        "The UN will send food if the Front opens the road and Boran withdraws from Dolan.",
        "The Front will stay in Kest until Boran ends its attacks and withdraws from Dolan.",
        "The Front will keep the peace as long as Boran stays calm and withdraws from Dolan.",
        "Once Boran has opened the road and withdrawn from Dolan, the Front will free the prisoners.",
    ],
)
def test_a_second_verb_stands_under_the_same_condition(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert ([p.id for p in claim.actors], claim.modality) == (["boran"], "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Boran stopped the shelling and withdrew from Dolan.",
        "If Boran has kept calm, that is good, and on Monday it withdrew from Dolan.",
    ],
)
def test_what_stands_under_no_condition_is_done(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.modality == "completed"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran left Dolan and the Front opened the road.", "open-route"),
        ("Boran leaves Dolan and the Front opens the road.", "open-route"),
        ("Boran attacked Dolan and the Front freed five soldiers.", "release"),
    ],
)
def test_the_noun_before_the_second_verb_is_its_doer(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert [p.id for p in claim.actors] == ["front"]


def test_each_side_frees_its_own() -> None:
    claims = claims_of("Boran freed ten men and the Front released five soldiers.", "release")
    assert [[p.id for p in c.actors] for c in claims] == [["boran"], ["front"]]
