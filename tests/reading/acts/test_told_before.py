"""What is answered, taken up or counted in the sentence after: denials in other words, 'it' of a truce, and machine translations."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "answer",
    ["Boran said this was not true.", "Boran called this a lie.", '"That is not true," Boran said.', "Boran denied this."],
)
def test_a_deed_owned_to_is_denied_by_the_other(answer: str) -> None:
    _, denied = claims_of(f"The Front said it had left Kest. {answer}", "withdraw")
    assert (denied.modality, denied.speaker.actor, [p.id for p in denied.actors]) == ("denied", "boran", ["front"])


@pytest.mark.parametrize("answer", ["The Front said this was false.", '"This is a lie," said a Front spokesman.'])
def test_a_charge_is_denied_by_the_accused(answer: str) -> None:
    _, denied = claims_of(f"Boran said the Front had shelled Kest. {answer}")
    assert (denied.modality, denied.speaker.actor, denied.quote) == ("denied", "front", answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Boran said it was wrong to trust the Front.",
        "It is not true that talks have ended, the UN said.",
        "Boran said it was true.",
    ],
)
def test_no_denial(answer: str) -> None:
    assert all(c.modality != "denied" for c in claims_of(f"The Front said it had left Kest. {answer}", "withdraw"))


@pytest.mark.parametrize(
    ("text", "days", "due"),
    [
        ("The truce was to last two weeks. On 14 March the sides extended it by a month.", None, None),
        ("The truce ends on Monday. Boran and the Front agreed to extend it until 1 April.", None, date(2024, 4, 1)),
    ],
)
def test_it_is_the_truce(text: str, days: int | None, due: date | None) -> None:
    (more,) = claims_of(text, "extend-deadline")
    assert [p.id for p in more.actors] == ["boran", "front"]
    assert due is None or more.new_due == due


@pytest.mark.parametrize("opens", ["So far it", "To date it", "Yet it", "In March it", "It"])
def test_it_behind_an_opening(opens: str) -> None:
    _, freed = claims_of(f"The Front must free 100 prisoners. {opens} has freed 60 prisoners.", "release")
    assert [p.id for p in freed.actors] == ["front"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Front subjected Kest to shelling.", "front"),
        ("Kest was subjected to fire by the Front.", "front"),
        ("The Front subjected to fire the village of Kest.", "front"),
        ("Kest has been subjected to shelling by Boran since Monday.", "boran"),
    ],
)
def test_subjected_to(text: str, doer: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.modality, attack.zone, [p.id for p in attack.actors]) == ("completed", "kest", [doer])


def test_so_many_times() -> None:
    (breach,) = claims_of("The regime of silence was violated 12 times by the Front in Kest.", "breach-ceasefire")
    assert [p.id for p in breach.actors] == ["front"]


def test_at_whose_request_is_no_place() -> None:
    (put_off,) = claims_of("The transfer of Kest was postponed at the request of the Front until March 25.", "extend-deadline")
    assert put_off.zone == "kest"


@pytest.mark.parametrize("opens", ["As reported in the press service of the Front", "As noted in the Front's command"])
def test_as_reported_in(opens: str) -> None:
    (left,) = claims_of(f"{opens}, Boran has withdrawn its forces from Kest.", "withdraw")
    assert left.speaker.actor == "front"
