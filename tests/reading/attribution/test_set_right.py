"""What a narrator sets right behind a semicolon is not said by whoever was wrong."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Front said Boran had shelled Dolan; in fact it was the Front that shelled Dolan.", ["front", None]),
        ("A caption said that the Front had shelled Dolan; it was Boran that shelled the Front.", [None, None]),
        ("The Front said it had not fired; it was Boran that shelled Dolan.", ["front", "front"]),
    ],
)
def test_the_narrator_sets_it_right(text: str, speakers: list[str | None]) -> None:
    claims = claims_of(text)
    assert [c.speaker.actor if c.speaker else None for c in claims] == speakers
    kinds = [c.speaker.kind for c in claims if c.speaker]
    assert (kinds[-1] == "outlet") == (speakers[-1] is None)
