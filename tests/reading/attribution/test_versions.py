"""One side's version of what happened is that side's word, in whatever words it is given."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front's version is that Boran shelled Kest.",
        "By the Front's account, Boran shelled Kest.",
        "Boran shelled Kest, by the Front's account.",
        "In the Front's telling, Boran shelled Kest first.",
        "In the account of the Front, Boran shelled Kest.",
        "To hear the Front tell it, Boran shelled Kest first.",
        "The Front has it that Boran shelled Kest.",
        "Word from the Front is that Boran shelled Kest.",
        "The Front was adamant: Boran had shelled Kest.",
        "The Front complained of shelling by Boran in Kest.",
        "The Front lodged a complaint with the Joint Watch over Boran's shelling of Kest.",
        "The Front has filed a formal protest over the shelling of Kest by Boran.",
        "A statement on the Front's website said that Boran had shelled Kest.",
        '"Boran shelled Kest," a post on the Front\'s Telegram channel read.',
        "The statement, signed by the Front's leader, says Boran shelled Kest.",
        "A press release issued by the Front said Boran had shelled Kest.",
        "The Front promised Boran would be blamed; the Front says Boran shelled Kest.",
    ],
)
def test_the_sides_own_word(text: str) -> None:
    attack = claims_of(text)[-1]
    assert attack.speaker.actor == "front"
    assert [p.id for p in attack.actors] == ["boran"]


@pytest.mark.parametrize(
    "text",
    [
        "By all accounts, Boran shelled Kest.",
        "It is clear that Boran shelled Kest.",
        "In Boran's south, the Front shelled Kest.",
        "There is no dispute that Boran shelled Kest.",
        "There is no denying that Boran shelled Kest.",
    ],
)
def test_nobodys_version(text: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.speaker.actor, attack.speaker.kind, attack.modality) == (None, "outlet", "completed")


def test_who_is_quoted_as_finding() -> None:
    (attack,) = claims_of("Boran's foreign minister quoted the Joint Watch as finding that the Front shelled Kest.")
    assert attack.speaker.actor == "watch"
    assert [s.actor for s in attack.via] == ["boran"]


@pytest.mark.parametrize(
    "text",
    [
        "Boran summoned the envoy Adel Kam to protest over the shelling of Kest by the Front.",
        "The Front has to leave, as per the Security Council resolutions, and it shelled Kest.",
    ],
)
def test_neither_an_envoy_nor_a_resolution_says_it(text: str) -> None:
    assert not any("Kam" in (c.speaker.name or "") or "resolution" in (c.speaker.name or "") for c in claims_of(text))
