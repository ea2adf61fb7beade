"""How many of the deeds told were whose, in the words of monitors' reports."""

from __future__ import annotations

import pytest
from tests.reading.boran import every_claim_of

from servanda.reading.claim import Claim

RECORDED = "The Joint Watch recorded 33 violations of the ceasefire in Kest."


def _whose(text: str) -> list[tuple[str | None, float | None, str]]:
    claims = [c for c in every_claim_of(text) if len(c.actors) == 1 and c.act != "accuse"]
    return [(c.actors[0].id, c.quantity.low if c.quantity else None, c.modality) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        f"{RECORDED} Twenty-one of them were committed by the Front and 12 by Boran.",
        f"{RECORDED} 21 were by the Front, 12 by Boran.",
        f"{RECORDED} The Front was responsible for 21 and Boran for 12.",
        "The Joint Watch recorded 33 violations of the ceasefire: 21 by the Front and 12 by Boran.",
        "Twenty-one of the 33 violations were committed by the Front and 12 by Boran.",
    ],
)
def test_each_has_done_his_share(text: str) -> None:
    assert _whose(text) == [("front", 21, "completed"), ("boran", 12, "completed")]


def test_what_is_only_attributed_is_alleged() -> None:
    assert _whose(f"{RECORDED} Of these, 21 were attributed to the Front and 12 to Boran.") == [
        ("front", 21, "alleged"),
        ("boran", 12, "alleged"),
    ]


def test_a_share_keeps_the_place_the_day_and_the_speaker() -> None:
    text = "The Joint Watch recorded 14 attacks in Dolan on Monday. Nine of them were initiated by the Front."
    share = next(c for c in every_claim_of(text) if c.actors)
    assert (share.zone, str(share.when.latest), share.speaker.actor) == ("dol", "2024-03-11", "watch")
    assert share.quote == "Nine of them were initiated by the Front."


@pytest.mark.parametrize(
    "text",
    [
        f"{RECORDED} None of them was committed by Boran.",
        f"{RECORDED} Responsibility could not be established.",
        f"{RECORDED} Boran was informed of 12.",
        "The Joint Watch recorded an attack in Kest. Two of its cars were stopped by Boran.",
    ],
)
def test_nobody_is_given_a_share_that_is_not_told(text: str) -> None:
    assert all(c.act not in {"attack", "breach-ceasefire"} or not _named(c) for c in every_claim_of(text))


def test_nobody_owns_to_what_the_other_counts() -> None:
    claims = every_claim_of("Boran reported 14 violations by the Front, and the Front 11 by Boran.")
    assert not [c for c in claims if c.speaker.actor in {p.id for p in c.actors}]


def _named(claim: Claim) -> bool:
    return any(p.id in {"boran", "front"} for p in claim.actors)


def test_what_brackets_tell_behind_a_share_is_of_its_owner() -> None:
    text = "The Joint Watch registered seven violations: four by the Front (gunfire near Kest on 5 March) and three by Boran."
    claims = every_claim_of(text)
    assert [[p.id for p in c.actors] for c in claims if c.act == "attack"] == [["front"]]
    assert [c.zone for c in claims if c.act == "breach-ceasefire" and _named(c)] == [None, None]
