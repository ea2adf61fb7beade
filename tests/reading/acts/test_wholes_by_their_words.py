"""Bodies that are disbanded whole, acts that a clause tells to be complete, barriers that are gone."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Boran disbanded the Kest Front on Monday.", "all"),
        ("Boran disbanded the Kest Front at a ceremony in Dolan.", "all"),
        ("Boran disbanded two Kest Front battalions.", "unknown"),
        ("Boran disbanded Kest Front units.", "unknown"),
    ],
)
def test_a_named_body_is_one(text: str, extent: str) -> None:
    (done,) = claims_of(text, "disband")
    assert (done.extent, done.zone) == (extent, None)


def test_completed_in_a_clause_behind() -> None:
    (left,) = claims_of("The UN observed the departure of Boran forces from Kest, which was completed on 12 March.", "withdraw")
    assert (left.extent, left.when.earliest, left.when.latest) == ("all", date(2024, 3, 12), date(2024, 3, 12))


def test_another_clause_dates_no_departure() -> None:
    (left,) = claims_of("The UN observed the departure of Boran forces from Kest, which was flooded on 12 March.", "withdraw")
    assert (left.extent, left.when.earliest) == ("unknown", None)


@pytest.mark.parametrize(
    ("text", "extent"),
    [("Kest is open to traffic and the army's barriers are gone.", "all"), ("Some of the barriers in Kest are gone.", "part")],
)
def test_barriers_gone(text: str, extent: str) -> None:
    opened = [c for c in claims_of(text, "open-route") if "barriers" in c.words]
    assert [c.extent for c in opened] == [extent]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The Front put forward a proposal, and Boran turned it down.", "refuse-terms", ["boran"]),
        ("The Front said that they were too ill to be moved, and promised to free them.", "agree", []),
    ],
)
def test_who_acts_in_the_second_clause(text: str, act: str, who: list[str]) -> None:
    assert all([p.id for p in c.actors] in (who, ["front"], ["boran"]) for c in claims_of(text, act))
    assert all(p.id for c in claims_of(text, act) for p in c.actors)


@pytest.mark.parametrize("way", ["driven out", "driven off"])
def test_who_drove_out_left(way: str) -> None:
    text = f"The Boran army took over Kest after the last of the Front's fighters had {way}."
    (left,) = claims_of(text, "withdraw")
    assert [p.id for p in left.actors] == ["front"]
    assert (left.extent, left.zone) == ("all", "kest")


def test_who_is_driven_out_did_not_leave() -> None:
    assert not claims_of("The Front's fighters drove out the Boran army.", "withdraw")


def test_day_of_those_set_free() -> None:
    (freed,) = claims_of("The captives were set free by the Front on Wednesday.", "release")
    assert (freed.when.earliest, freed.when.latest) == (date(2024, 3, 13), date(2024, 3, 13))


def test_presence_of_about_so_many() -> None:
    (there,) = claims_of("The UN confirmed the presence of about 200 soldiers of the Boran army in Kest.", "remain")
    assert [p.id for p in there.actors] == ["boran"]
    assert there.quantity is not None
