"""Names that share their last words, commanders by their letters, numbered armies."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.reading.names import Names

AGREEMENT = """
servanda: 1
id: k
title: k
actors:
  north: {name: North Karuma, role: signatory}
  south: {name: South Karuma, role: signatory}
  kfor: {name: Kestan Force, aliases: [KFOR], role: monitor}
terms:
  t: {norm: prohibition, bearer: [north, south], act: attack}
"""


def _ids(text: str) -> list[str | None]:
    return [m.id for m in Names.of(loads(AGREEMENT)).find(text)]


@pytest.mark.parametrize("joint", ["Both North and South Karuma", "Neither North nor South Karuma", "North or South Karuma"])
def test_both_halves_are_named(joint: str) -> None:
    assert [i for i in _ids(f"{joint} fired.") if i is not None] == ["north", "south"]


@pytest.mark.parametrize("text", ["In the north and South Karuma it was quiet.", "North and South Melland fired."])
def test_no_half_of_a_name(text: str) -> None:
    assert "north" not in _ids(text)


def test_the_commander_of_a_force_by_its_letters() -> None:
    assert _ids("COMKFOR certified it.") == ["kfor"]


@pytest.mark.parametrize("text", ["The South Karuma Third Army fired.", "South Karuma saboteurs fired."])
def test_bodies_of_an_army(text: str) -> None:
    assert "south" in _ids(text)
