"""Who answers fire does it himself, beside whoever fired first."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The Front shelled Kest and Boran fired back.", [["front"], ["boran"]]),
        ("The Front shelled Kest and Boran responded in kind.", [["front"], ["boran"]]),
        ("Boran came under fire in Kest and fired back.", [[], ["boran"]]),
        ("The Front killed two soldiers and wounded five.", [["front"]]),
    ],
)
def test_each_is_an_attack_of_its_doer(text: str, doers: list[list[str]]) -> None:
    assert [[p.id for p in c.actors] for c in claims_of(text)] == doers


def test_two_clauses_without_a_comma_have_two_doers() -> None:
    claims = every_claim_of("Boran left Dolan and the Front entered Kest.")
    assert [(c.act, [p.id for p in c.actors], c.zone) for c in claims] == [
        ("withdraw", ["boran"], "dol"),
        ("enter", ["front"], "kest"),
    ]
