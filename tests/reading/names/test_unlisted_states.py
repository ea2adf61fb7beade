"""States that no table of countries has are known by what is made of their names."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.reading.names.registry import Names

CASE = loads(
    """
servanda: 1
id: x
title: A ceasefire
actors:
  sarvia: {name: Republic of Sarvia, role: signatory}
  norland: {name: Norland, role: signatory}
  ostany: {name: Government of the Kingdom of Ostany, role: signatory}
  front: {name: Veldo Front, role: signatory}
zones:
  pass: {name: Drava Pass}
terms:
  t: {norm: obligation, bearer: [sarvia], act: withdraw, zone: pass, due: {by: 2024-05-01}}
"""
)


def named(text: str) -> dict[str, str | None]:
    return {m.text: m.id for m in Names.of(CASE).find(text)}


@pytest.mark.parametrize(
    ("words", "ident"),
    [
        ("Sarvian troops", "sarvia"),
        ("Sarvia's army", "sarvia"),
        ("The Sarvian defence ministry", "sarvia"),
        ("Norlandic soldiers", "norland"),
        ("Norlander patrols", "norland"),
        ("Ostanian forces", "ostany"),
        ("Norland's president", "norland"),
        ("Sarvian rebels", None),
        ("Norland rebel fighters", None),
        ("Veldo Front fighters", "front"),
    ],
)
def test_what_is_made_of_a_states_name(words: str, ident: str | None) -> None:
    found = named(f"{words} have left the Drava Pass.")
    assert [i for t, i in found.items() if t != "Drava Pass"][:1] == [ident], found


def test_a_name_of_two_is_nobodys() -> None:
    two = loads(CASE_OF_TWO)
    assert not [m for m in Names.of(two).find("Velorian troops have left.") if m.id is not None]


CASE_OF_TWO = """
servanda: 1
id: x
title: A ceasefire
actors:
  one: {name: Republic of Veloria, role: signatory}
  two: {name: State of Veloria, role: signatory}
zones:
  pass: {name: Drava Pass}
terms:
  t: {norm: obligation, bearer: [one], act: withdraw, zone: pass, due: {by: 2024-05-01}}
"""
