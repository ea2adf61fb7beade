"""Bodies that a word beside them gives to somebody are never the case's own army."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.reading.names.registry import Names

CASE = loads(
    """
servanda: 1
id: x
title: x
actors:
  govt: {name: Government of Ethiopia, aliases: [federal government, Ethiopian army], role: signatory}
  front: {name: Kesh People's Front, aliases: [Kesh forces], role: signatory}
  eritrea: {name: Eritrea, role: third-party}
zones:
  kesh: {name: Kesh}
  tarn: {name: Tarn, within: kesh}
terms:
  t: {norm: obligation, bearer: [front], act: disarm}
"""
)


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("Troops shelled Tarn.", "Troops", "govt"),
        ("Soldiers from Eritrea shelled Tarn.", "Soldiers", "eritrea"),
        ("The government withdrew soldiers from Eritrea.", "soldiers", "govt"),
        ("Troops from Uganda shelled Tarn.", "Troops", None),
        ("Anti-government forces shelled Tarn.", "Anti-government forces", None),
        ("Pro-government fighters shelled Tarn.", "Pro-government fighters", None),
        ("The withdrawal of non-federal forces began.", "non-federal forces", None),
        ("The Kesh army shelled Tarn.", "army", "front"),
        ("Tarn's government was dissolved.", "government", None),
        ("In Tarn soldiers fired.", "soldiers", "govt"),
        ("Eritrean soldiers left. Nobody said whether the troops would stay.", "troops", "eritrea"),
    ],
)
def test_whose_body(text: str, words: str, ident: str | None) -> None:
    found = {m.text: m.id for m in Names.of(CASE).find(text)}
    assert found.get(words, "none found") == ident, found
