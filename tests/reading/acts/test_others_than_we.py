"""'They' beside 'we' are others than those who speak; 'they' who take up 'our men' may be these."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        'Boran and the Front met on Monday. "They opened fire on the market and we had to act," Boran\'s army said.',
        'Boran and the Front met on Monday. "They shot at the bus before we came," Boran\'s army said.',
    ],
)
def test_who_speaks_is_not_they(text: str) -> None:
    (shot,) = claims_of(text)
    assert shot.speaker.actor == "boran"
    assert "boran" not in {p.id for p in shot.actors}


def test_those_whom_our_men_ambushed_are_not_ours() -> None:
    text = 'Boran and the Front met on Monday. "Our men ambushed them as they were looting a farm," Boran\'s army said.'
    looted = [c for c in claims_of(text) if "looting" in c.words]
    assert looted
    assert all({p.id for p in c.actors} == {"front"} for c in looted)


def test_they_alone_may_be_all_who_met() -> None:
    text = "Boran and the Front met on Monday. They signed a truce, Boran's army said."
    (signed,) = claims_of(text, "sign")
    assert {p.id for p in signed.actors} == {"boran", "front"}
