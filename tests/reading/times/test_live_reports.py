"""Live reports: what stands under an hour is of the day of publication."""

from __future__ import annotations

from tests.reading.boran import claims_of

LIVE = """Live: fighting in Kest

14:05 – Explosions heard in Kest, residents say.

14:41 – Boran says the Front has not fired since Sunday.

15:30 – Our reporter sees Boran tanks entering Dolan.

16:45 – Front fighters shell a post in Dolan."""


def test_each_entry_is_of_the_day() -> None:
    done = [c for act in ("attack", "enter") for c in claims_of(LIVE, act) if c.polarity == "affirmed"]
    assert {str(c.when.latest) for c in done if c.start > LIVE.index("14:05")} == {"2024-03-15"}
    assert {str(c.when.earliest) for c in done if c.start > LIVE.index("14:05")} == {"2024-03-15"}
