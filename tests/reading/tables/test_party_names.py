"""A state's own forces, as event data sets write them, are the state of the agreement; nobody else is."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.reading.tables.told import Parties

AGREEMENT = """\
servanda: 1
id: made
title: A made truce
signed: 2020-01-01
actors:
  north: {name: Northland, role: signatory}
  south: {name: Government of Southland, role: signatory}
  east: {name: Eastland, role: signatory}
  east-police: {name: Eastland Police, aliases: [Police Forces of Eastland (2003-)], role: signatory}
terms:
  truce: {norm: prohibition, bearer: [north, south, east], act: attack}
"""


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Military Forces of Northland (2003-)", "north"),
        ("Military Forces of Northland (1999-2003)", "north"),
        ("Police Forces of Northland (2003-)", "north"),
        ("Military Forces of Northland", "north"),
        ("Government of Northland", "north"),
        ("Military Forces of Southland (2011-)", "south"),
        ("Southland", None),
        ("Military Forces of Northland (2016-) Supreme Council", None),
        ("Military Forces of New Northland (2003-)", None),
        ("Military Forces of Westland (2003-)", None),
        ("Former Military Forces of Northland (2003-)", None),
        ("Military Forces of Eastland (2003-)", "east"),
        ("Police Forces of Eastland (2003-)", "east-police"),
        ("Military Forces of Northland (2003-), Police Forces of Northland (2003-)", "north"),
        ("Military Forces of Northland (2003-), Government of Southland", None),
        ("", None),
    ],
)
def test_who_a_party_of_a_table_is(words: str, actor: str | None) -> None:
    assert Parties(loads(AGREEMENT)).of(words).id == actor
