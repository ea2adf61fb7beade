"""What a carrier tells of its own earlier report and takes back in the sentence after it."""

from __future__ import annotations

import pytest
from tests.reading.boran import every_claim_of


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("On Monday we reported that Boran had left Kest. That was wrong.", "denied"),
        ("We reported yesterday that Boran had left Kest. It has not.", "denied"),
        ("Tuesday's article stated that Boran had left Kest. This is incorrect.", "denied"),
        ("An earlier version of this story said that Boran had left Kest. In fact, it is still there.", "alleged"),
        ("We reported on Monday that Boran had left Kest. The report was mistranslated and we retract it.", "denied"),
        ("Our report that Boran had left Kest was wrong.", "denied"),
    ],
)
def test_own_report_is_taken_back(text: str, modality: str) -> None:
    claims = every_claim_of(text)
    left = next(c for c in claims if c.act == "withdraw" and c.polarity == "affirmed")
    assert left.modality == modality
    back = [c for c in claims if c.act == "retract" and c.sentence == left.sentence]
    assert len(back) == 1
    assert (back[0].modality, back[0].speaker.kind) == ("completed", "outlet")


@pytest.mark.parametrize(
    "text",
    [
        "As we reported on Monday, Boran has left Kest. That was welcome news.",
        "The minister said that Boran had left Kest. That was wrong, residents said.",
        "We reported on Monday that Boran had left Kest. That was good news, the minister said.",
        "“We reported that Boran had left Kest. That was wrong,” the UN said.",
        "The Front said that Boran had left Kest. That was wrong.",
    ],
)
def test_what_others_said_is_not(text: str) -> None:
    claims = every_claim_of(text)
    assert not [c for c in claims if c.act == "retract"]
    assert all(c.modality != "denied" for c in claims if c.act == "withdraw")
