"""What is argued is said, calls turned down, reports called false, men of a side, names with brackets, words for arms and homes."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


def test_who_argues_that_it_was_so_says_so() -> None:
    """'Argued that' tells, 'argued about' and 'argued for' do not."""
    (fired,) = claims_of("Front leader Dru Tol argued that Boran had shelled Kest.")
    assert fired.modality == "completed"
    assert fired.speaker is not None
    assert fired.speaker.actor == "front"
    assert all(c.modality == "possible" for c in claims_of("Boran argued about leaving Kest.", "withdraw"))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("The envoy asked the Front to leave Kest. The Front rejected the demand.", True),
        ("The envoy asked the Front to leave Kest, but the Front has dismissed the appeal.", True),
        ("The envoy asked the Front to leave Kest. Boran rejected the demand.", False),
        ("The envoy asked the Front to leave Kest. The Front did not reject the demand.", False),
        ("The envoy asked the Front to leave Kest. The Front rejected the demand for talks.", False),
    ],
)
def test_who_turns_down_a_call_refuses_what_was_asked(text: str, refused: bool) -> None:
    """Of the one who was asked, and of nothing more."""
    found = [c for c in claims_of(text, "withdraw") if c.modality == "refused"]
    assert [[p.id for p in c.actors] for c in found] == ([["front"]] if refused else [])


@pytest.mark.parametrize(
    "text",
    [
        'The Front described as "completely false" a report which said it had left Kest.',
        "The Front branded as false claims saying that it had left Kest.",
    ],
)
def test_what_a_false_report_says_is_denied(text: str) -> None:
    """'A report which said', 'claims saying that'."""
    assert [c.modality for c in claims_of(text, "withdraw")] == ["denied"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Kest Front (KF) fighters shelled Dolan.", ["front"]),
        ("An attack on a village near Dolan carried out by the Front killed ten.", ["front"]),
        ("Villagers spoke of an attack near Dolan led by the Front.", ["front"]),
        ("A raid on a convoy led by the Front killed ten.", []),
        ("The rebels burnt six homes in Dolan.", ["front"]),
    ],
)
def test_who_did_it(text: str, actors: list[str]) -> None:
    """Over brackets, behind a place; nobody, where a convoy is led."""
    (fired, *_) = claims_of(text)
    assert [p.id for p in fired.actors] == actors


def test_a_man_of_a_side_denies_for_it() -> None:
    """'The Front's NAME has rejected the accusation'."""
    told = claims_of("Boran said the Front had shelled Kest. The Front's Dru Tol has rejected the accusation.")
    assert [(c.modality, [p.id for p in c.actors]) for c in told] == [("completed", ["front"]), ("denied", ["front"])]


def test_a_second_office_is_no_other_sides() -> None:
    """'Front spokesman and chief negotiator NAME' speaks for the Front."""
    (fired,) = claims_of("Front spokesman and chief negotiator Dru Tol said Boran had shelled Kest.")
    assert fired.speaker is not None
    assert fired.speaker.actor == "front"


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        ("Borana troops returned to their barracks.", "withdraw", ["boran"]),
        ("Borana troops moved to Kest on Monday.", "enter", ["boran"]),
        ("The Front broke the truce by shelling Kest and bringing reinforcements.", "reinforce", ["front"]),
        ("A tank was hit near Kest.", "attack", []),
    ],
)
def test_wordings_of_moves_and_hits(text: str, act: str, actors: list[str]) -> None:
    """Back to barracks, to a town, more men, a tank."""
    (claim,) = claims_of(text, act)
    assert ([p.id for p in claim.actors], claim.modality) == (actors, "completed")


def test_what_moves_is_no_army_and_what_is_hit_no_target() -> None:
    """Talks that move, an economy that is hit."""
    assert not claims_of("The talks moved to Kest.", "enter")
    assert not claims_of("The economy of Boran was hit.")
    assert not claims_of("Two soldiers returned to work.", "withdraw")
