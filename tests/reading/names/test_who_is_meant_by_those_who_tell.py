"""'The militia' in the words of a government, names with a slash, a body's own voice under its letterhead."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

_CASE = """
servanda: 1
id: x
title: x
actors:
  gov: {name: Government of Boran, aliases: [Boran, Boran army], role: signatory}
  klm: {name: Kest Liberation Movement, aliases: [KLM/A-N, the Movement], role: signatory}
zones:
  dol: {name: Dolan}
terms:
  t: {norm: prohibition, bearer: [gov, klm], act: attack}
"""


def _doers(text: str) -> list[set[str | None]]:
    return [{p.id for p in c.actors} for c in claims_in(text, _CASE, date(2024, 3, 15)) if c.act in {"attack", "withdraw"}]


@pytest.mark.parametrize("whom", ["the militia", "the militants", "the paramilitaries"])
def test_a_government_does_not_charge_itself(whom: str) -> None:
    for teller in ("Boran", "The Boran army", "The army"):
        assert all("gov" not in doers for doers in _doers(f"{teller} said {whom} had shelled Dolan."))


def test_the_soldiers_are_the_governments() -> None:
    assert _doers("The Movement said the soldiers had shelled Dolan.") == [{"gov"}]


@pytest.mark.parametrize("name", ["KLM-N fighters", "KLA-N soldiers", "KLM/A-N fighters"])
def test_a_slash_joins_a_movement_and_its_army(name: str) -> None:
    assert _doers(f"{name} left Dolan.") == [{"klm"}]


def test_other_letters_are_other_names() -> None:
    assert _doers("KLB-N fighters left Dolan.") == [{None}]
