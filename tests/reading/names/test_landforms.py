"""'The valley' in a text that has named one."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.reading.names import Names

AGREEMENT = """
servanda: 1
id: c
title: c
actors:
  kal: {name: Kaldor, role: signatory}
  fma: {name: Free Marsh Army, role: signatory}
zones:
  marrow: {name: Marrow Valley}
  duna: {name: Duna bridge}
  holm: {name: Holm camp}
  tarn: {name: Tarn camp}
terms:
  t: {norm: prohibition, bearer: [kal], act: attack}
"""


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("They left the Marrow Valley. Men were back in the valley on Monday.", ["marrow", "marrow"]),
        ("The Duna bridge was opened. Soldiers closed the bridge again.", ["duna", "duna"]),
        # not named before, or another of the kind is named as well
        ("Men were back in the valley on Monday.", []),
        ("They left the Marrow Valley for the Sona Valley. Men were back in the valley on Monday.", ["marrow"]),
        ("They left Holm camp. Men were back in the camp on Monday.", ["holm"]),
        ("They left the Duna bridge. Men stood on the bridge to Sona.", ["duna"]),
        ("They left the Duna bridge and blew up two bridges. The bridge was closed.", ["duna"]),
    ],
)
def test_the_only_one_of_its_kind(text: str, zones: list[str]) -> None:
    found = Names.of(loads(AGREEMENT)).find(text)
    assert [m.id for m in found if m.kind == "zone" and m.id] == zones
    assert all(text[m.start : m.end] == m.text for m in found)
