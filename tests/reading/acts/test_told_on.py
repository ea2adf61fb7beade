"""Short answers over two sentences, times given to somebody, names behind 'a day later'."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


def test_who_is_given_time_is_no_place_that_is_handed_over() -> None:
    assert claims_of("The Front was given until Friday to leave Kest.", "hand-over") == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Boran promised to leave Kest. It did.", "affirmed"),
        ("Boran promised to leave Kest. It has.", "affirmed"),
        ("Boran promised to leave Kest. It did not.", "negated"),
    ],
)
def test_a_short_sentence_answers_the_one_before(text: str, polarity: str) -> None:
    first, second = claims_of(text, "withdraw")
    assert (first.modality, second.modality, second.polarity) == ("promised", "completed", polarity)


def test_what_is_done_already_is_not_answered() -> None:
    assert len(claims_of("Boran has left Kest. It did. Nobody cares.", "withdraw")) == 1


def test_it_was_the_other_who_did_it() -> None:
    text = "Boran says that the Front shelled Kest on Monday. The Front says that Boran did it."
    first, second = claims_of(text, "attack")
    assert [p.id for p in first.actors] == ["front"] and [p.id for p in second.actors] == ["boran"]
    assert second.speaker is not None and (second.speaker.actor, second.zone) == ("front", "kest")


def test_what_is_against_the_accord_refuses_nothing() -> None:
    assert claims_of("The Front says that this is against the accord.", "refuse-terms") == []
    assert claims_of("The Front is against the accord.", "refuse-terms") != []


def test_a_time_is_no_part_of_a_name() -> None:
    (attack,) = claims_of("A week earlier Boran said the Front had shelled Kest.", "attack")
    assert attack.speaker is not None and attack.speaker.name == "Boran"


def test_who_it_is_has_a_name() -> None:
    (attack,) = claims_of("Boran takes the opposite view. It says that the Front has shelled Kest.", "attack")
    assert attack.speaker is not None and (attack.speaker.name, attack.speaker.actor) == ("Boran", "boran")


@pytest.mark.parametrize(
    "text",
    [
        "On the night of 10 March fighters of the Front shelled Kest.",
        "In the early hours of 10 March Front fighters shelled Kest.",
    ],
)
def test_a_day_behind_its_night_is_no_part_of_who_did_it(text: str) -> None:
    (attack,) = claims_of(text, "attack")
    assert ([p.id for p in attack.actors], attack.when.latest) == (["front"], date(2024, 3, 10))
