"""Headlines that leave out 'was': who stands before the participle suffered it."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two Boran soldiers shot dead in Kest", "attack"),
        ("Boran soldiers fired on in Kest", "attack"),
        ("Two Boran soldiers shot dead Monday", "attack"),
        ("Boran soldiers held captive in Kest", "detain"),
        ("Boran soldiers taken prisoner in Kest", "detain"),
        ("Boran given two more days to leave Kest", "extend-deadline"),
        ("Boran fighters given safe passage out of Kest", "allow-passage"),
    ],
)
def test_they_are_not_the_doers(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert claim.actors == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran soldiers shot dead the mayor of Kest.", "attack"),
        ("Boran soldiers shot dead two men in Kest", "attack"),
        ("Boran fired on Kest.", "attack"),
        ("Boran held captive two soldiers.", "detain"),
        ("Boran has taken prisoners in Kest.", "detain"),
        ("Boran took ten captives.", "detain"),
    ],
)
def test_with_an_object_they_are(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert [p.id for p in claim.actors] == ["boran"]


@pytest.mark.parametrize(
    "text", ["Front fighters stopped a UN monitors' car near Kest.", "The UN helicopter may not land at Kest."]
)
def test_a_possessive_is_no_verb_and_a_helicopter_no_shell(text: str) -> None:
    assert not claims_of(text, "verify")
    assert not claims_of(text, "attack")
