"""What is announced or condemned as a thing ends with the thing: the clause beside it is the narrator's."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran declared a truce on Monday, but the Front shelled Kest on Tuesday.",
        "Boran announced a ceasefire; however, the Front attacked Kest.",
        "Boran announced a unilateral ceasefire, while the Front shelled Kest.",
        "Boran demanded an immediate end to the siege, and the Front shelled Kest the same night.",
        "Boran welcomed the agreement, although the Front shelled Kest again.",
    ],
)
def test_the_clause_beside_it_is_the_narrators(text: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.speaker.kind, attack.speaker.actor) == ("outlet", None)


@pytest.mark.parametrize(
    "text",
    [
        "Boran said the truce was holding, but the Front had shelled Kest.",
        "Boran announced that a truce was in force, but the Front had shelled Kest.",
        "Boran said a truce had been declared on Monday, and the Front had shelled Kest on Tuesday.",
        'Boran announced "a truce, but the Front shelled Kest".',
        "Boran condemned the attack by the Front on Kest.",
        "Boran reported the shelling of Kest by the Front, and an attack on its camp.",
    ],
)
def test_what_is_said_in_clauses_stays_said(text: str) -> None:
    assert {c.speaker.actor for c in claims_of(text)} == {"boran"}
