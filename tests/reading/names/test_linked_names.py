"""'Tehrik-e-X Y' is neither X nor Y where the case has no such name."""

from __future__ import annotations

import pytest
from tests.reading.boran import AGREEMENT

from servanda.agreement import loads
from servanda.reading.names import Names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The strikes hit members of Tehrik-e-Front Boran (TFB). TFB fled.", []),
        ("The Boran Harakat-ul-Ahrar party said so.", []),
        ("The Front and Boran met in Dolan.", ["front", "boran"]),
        ("A pro-Boran militia, Boran-backed fighters and the Boran-Front truce.", ["boran"]),
    ],
)
def test_linked_names(text: str, named: list[str]) -> None:
    found = Names.of(loads(AGREEMENT)).find(text)
    assert [m.id for m in found if m.kind == "actor" and m.id] == named
