"""Requests for time that are granted or turned down: who asked, who moves the date, and to which day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran agreed to a request by the Kest Front to delay the transfer to 2 December.",
        "Boran has agreed to a request from the Front to put off the withdrawal from Kest until 2 December.",
        "The Borani government granted the Front's request to extend the deadline to 2 December.",
        "Boran accepted the Front's proposal to move the handover of Kest to 2 December.",
    ],
)
def test_who_agrees_moves_the_date_and_the_other_one_asked(text: str) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert ([p.id for p in moved.actors], moved.modality, moved.new_due) == (["boran"], "completed", date(2024, 12, 2))
    (asked,) = claims_of(text, "request-extension")
    assert ([p.id for p in asked.actors], asked.modality) == (["front"], "completed")


@pytest.mark.parametrize(
    "text",
    [
        "Boran acceded to the Front's request for ten more days.",
        "The Borani cabinet approved the Front's appeal for another ten days.",
        "Boran granted the Front a 10-day extension of the deadline.",
        "Boran consented to a ten-day delay in the handover of Kest.",
    ],
)
def test_days_that_are_granted(text: str) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert ([p.id for p in moved.actors], moved.modality, moved.adds_days) == (["boran"], "completed", 10)
    assert claims_of(text, "hand-over") == []


@pytest.mark.parametrize(
    "text",
    [
        "Boran turned down the Front's request to put off the withdrawal from Kest until 2 December.",
        "The Front's request to put off the withdrawal was rejected by Boran.",
        "Boran rejected the Front's request for an extension.",
        "Boran refused to grant the Front's request for more time.",
    ],
)
def test_who_turns_it_down_moves_nothing(text: str) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert ([p.id for p in moved.actors], moved.modality) == (["boran"], "refused")
    (asked,) = claims_of(text, "request-extension")
    assert [p.id for p in asked.actors] == ["front"]


@pytest.mark.parametrize(
    "text",
    [
        "Boran agreed to the Front's request to release 20 prisoners.",
        "Boran accepted the Front's proposal to postpone talks on Kest until May.",
        "Boran agreed to a request by the Joint Watch to delay its report to 20 March.",
        "Boran is considering the Front's request for two more weeks.",
    ],
)
def test_other_requests_move_no_date(text: str) -> None:
    assert [c for c in claims_of(text, "extend-deadline") if c.modality == "completed"] == []


@pytest.mark.parametrize(
    "text",
    ["Boran agreed to delay the handover of Kest to 2 May.", "Boran agreed, at the Front's request, to postpone it to 2 May."],
)
def test_agreed_to_delay(text: str) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert ([p.id for p in moved.actors], moved.modality, moved.new_due) == (["boran"], "completed", date(2024, 5, 2))


@pytest.mark.parametrize(
    "text",
    [
        "The Front delayed its withdrawal from Kest until Monday.",
        "The Front threatened to delay the withdrawal from Kest until May.",
    ],
)
def test_late_is_not_moved(text: str) -> None:
    assert claims_of(text, "extend-deadline") == []


def test_a_proposal_moves_nothing() -> None:
    text = "The United Nations proposed pushing the deadline back to 25 March."
    assert claims_of(text, "extend-deadline") == []
    assert [p.id for c in claims_of(text, "request-extension") for p in c.actors] == ["un"]


def test_what_may_slip_lies_ahead() -> None:
    (moved,) = claims_of("The date for the handover of Kest could slip to December.", "extend-deadline")
    assert (moved.modality, moved.new_due) == ("possible", date(2024, 12, 31))


def test_a_request_taken_back_is_no_withdrawal() -> None:
    assert claims_of("The Front withdrew its request for more time on Thursday.", "withdraw") == []
