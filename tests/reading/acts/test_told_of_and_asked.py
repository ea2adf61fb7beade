"""Whom a telling is of, what is asked of two at once, conditions set in, charges over a participle, words that an outlet quotes."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The council threatened sanctions if, in the case of Boran, it does not withdraw from Kest.",
        "Boran will answer unless, after all the talks, the Front withdraws from Kest.",
    ],
)
def test_what_is_set_in_behind_if_does_not_end_the_condition(text: str) -> None:
    """Nobody has done or failed to do it, and 'in the case of X' is nobody's word."""
    (left,) = claims_of(text, "withdraw")
    assert left.modality == "possible"
    assert left.speaker is None or left.speaker.actor in {None, "boran"}
    assert left.speaker is None or "case" not in (left.speaker.name or "")


def test_in_the_case_of_is_no_account() -> None:
    """'In X's account' is X's word, 'in X's case' is not."""
    (told,) = claims_of("In Boran's account, the Front has shelled Kest.")
    (case,) = claims_of("In Boran's case, the Front has shelled Kest.")
    assert told.speaker is not None
    assert told.speaker.actor == "boran"
    assert case.speaker is None or case.speaker.actor is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The envoy urged Boran to leave Kest, and to cooperate with the watch in restoring the ceasefire.", "requested"),
        ("The envoy urged Boran to leave Kest and cooperate with the watch in restoring the ceasefire.", "requested"),
        ("Boran promised to help the envoys in restoring the ceasefire.", "promised"),
        ("Boran managed to help the envoys in restoring the ceasefire.", "completed"),
    ],
)
def test_what_an_infinitive_is_to_help_in_is_as_open_as_it(text: str, modality: str) -> None:
    """'Urged to help in restoring it': nothing has been restored."""
    (again,) = claims_of(text, "resume")
    assert again.modality == modality


@pytest.mark.parametrize(
    "text",
    [
        "Front leader Dru Tol spoke of Borana tanks having shelled Kest.",
        "The Front complained of Borana tanks shelling Kest.",
        "The Front informed the watch of Borana tanks having shelled Kest.",
        "The truce ended because of Borana tanks having shelled Kest.",
    ],
)
def test_who_is_told_of_did_it(text: str) -> None:
    """'Spoke of X having done it': X, not who speaks."""
    (fired,) = claims_of(text)
    assert [p.id for p in fired.actors] == ["boran"]


def test_who_complains_of_being_shelled_shelled_nobody() -> None:
    """No subject stands between 'of' and the participle."""
    (fired,) = claims_of("The Front complained of being shelled in Kest.")
    assert not fired.actors


@pytest.mark.parametrize(
    "text",
    [
        "Boran accused rebels of the Front holding Kest of breaking the truce.",
        "Boran accused Front fighters holding Kest of breaking the truce.",
        "Boran accused Front fighters who hold Kest of breaking the truce.",
    ],
)
def test_a_charge_reaches_over_what_is_told_of_the_charged(text: str) -> None:
    """'Accused X holding Z of breaking it': X holds it and is charged, and the accuser does neither."""
    (broke,) = claims_of(text, "breach-ceasefire")
    assert ([p.id for p in broke.actors], broke.modality) == (["front"], "alleged")
    assert all([p.id for p in c.actors] == ["front"] for c in claims_of(text, "remain"))


def test_two_who_accuse_each_other_both_speak() -> None:
    """'X and Y, who signed it, accused each other': not Y alone."""
    (broke,) = claims_of(
        "Boran and the Kest Front, which holds the coast, accused each other of breaking the truce.", "breach-ceasefire"
    )
    assert {p.id for p in broke.actors} == {"boran", "front"}
    assert broke.speaker is None or broke.speaker.actor is None


def test_a_singular_relative_is_of_the_last_one() -> None:
    """'X and Y, which has shelled Z': Y."""
    (fired,) = claims_of("The Front and Boran, which has shelled Kest, met on Monday.")
    assert [p.id for p in fired.actors] == ["boran"]
    (signed,) = claims_of("The Front and Boran, which have signed the truce, met on Monday.", "sign")
    assert {p.id for p in signed.actors} == {"front", "boran"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Borana troops had shelled Kest, Daily News quoted Front spokesman Dru Tol as saying.", "front"),
        ("Borana troops had shelled Kest, Daily News quoted Front spokesman Dru Tol as saying on Monday.", "front"),
        ("The Front's commander, Dru Tol, said at a meeting, Monday, on the town, that Boran had shelled Kest.", "front"),
        ("The agency quoted Front spokesman Dru Tol as saying on Monday that Boran had shelled Kest.", "front"),
    ],
)
def test_what_an_outlet_quotes_is_said_by_whom_it_quotes(text: str, speaker: str) -> None:
    """Before or behind, over whatever tells where and when; the day is that of saying."""
    (fired,) = claims_of(text)
    assert fired.speaker is not None
    assert fired.speaker.actor == speaker
    assert fired.when.earliest is None


def test_a_clause_that_ends_in_a_quotation_is_told_whole() -> None:
    """'Told NAME troops had come under "a heavy attack"': the speaker's word from the troops on."""
    (fired,) = claims_of('Front spokesman Dru Tol told RNN Boran troops had come under "a massive attack near Kest".')
    assert fired.speaker is not None
    assert fired.speaker.actor == "front"
