"""Who verifies lists of places, who only helps, how long an understanding lasts, and stages with their days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.drafting import draft

TEXTS = Path(__file__).parent / "texts"


def drafted(name: str) -> Agreement:
    return loads(draft((TEXTS / f"{name}.txt").read_text()))


def test_the_body_that_verifies_the_withdrawals() -> None:
    """A plural is no other word; what is verified in another chapter is not this."""
    got = drafted("lists_of_towns").terms
    assert {k for k, t in got.items() if t.verifier == "joint-monitoring-commission"} == {
        *("2-1-withdraw", "2-1-withdraw-2", "2-1-withdraw-3", "2-2-withdraw")
    }
    assert drafted("stages_of_an_annex").terms["iv-11-withdraw"].verifier is None


def test_the_united_nations_are_no_side() -> None:
    """Beside two sides they help: a truce binds them to nothing."""
    got = drafted("besieged_areas")
    assert got.actors["united-nations"].roles == ("third-party",)
    assert set(got.terms["x-attack"].bearer) == {"government-of-karsh", "hadir-brigades"}


def test_an_understanding_lasts() -> None:
    assert drafted("besieged_areas").expires == date(2027, 11, 12)


def test_stages_are_phases() -> None:
    got = drafted("stages_of_an_annex").terms
    assert {t.phase for t in got.values() if t.zone in {"amal", "besh"} and "withdraw" in t.act} == {"1"}


def test_may_gives_no_leave() -> None:
    """A day in May is no permission."""
    text = (
        "AGREEMENT BETWEEN THE GOVERNMENT OF NORLAND AND THE SOUTHERN FRONT\n\n"
        "1. From 1 May 2031 the Parties shall stop all attacks.\n2. The Front shall hand over to UNVM all weapons by 1 June 2031.\n\n"
        "Done at Port Vale on 3 March 2031\n"
    )
    acts = [t.act for t in loads(draft(text)).terms.values()]
    assert acts == [("attack",), ("hand-over-weapons",)]


def test_a_town_lies_in_its_province() -> None:
    got = drafted("two_provinces")
    assert {k: z.within for k, z in got.zones.items() if z.within} == {"lumbe": "tessara-province", "sarn": "bay-region"}
    assert "tessari-side" not in got.actors


def test_who_is_the_land_is_no_place() -> None:
    assert "ruvo" not in drafted("lagoon_talks").zones
