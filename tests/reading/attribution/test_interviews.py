"""An interview: who answers is whoever heads the paragraphs that answer, and no question is his."""

from __future__ import annotations

from tests.reading.boran import claims_of

INTERVIEW = """El Faro: The 180 days run out on Tuesday. Has Boran broken the truce?

Rodrigo Londres: About thirty per cent is done. Boran soldiers shelled Kest on Monday.

El Faro: So the Front shelled Dolan?

Londres: No. Boran soldiers shelled Dolan too.
"""


def test_answers_are_of_who_answers() -> None:
    done = [c for c in claims_of(INTERVIEW) if c.modality == "completed"]
    assert [c.speaker.name for c in done] == ["Rodrigo Londres", "Londres"]


def test_questions_are_not_his() -> None:
    asked = [c for c in claims_of(INTERVIEW) if c.modality == "possible"]
    assert all("Londres" not in (c.speaker.name or "") for c in asked)


def test_labels_without_a_question_are_no_names() -> None:
    text = "Ceasefire Violations: Boran soldiers shelled Kest.\n\nHeavy Weapons: none.\n\nCeasefire Violations: the Front shelled Dolan."
    assert all(c.speaker.name is None for c in claims_of(text))


ANSWERS = """Q: Has the Front left?

COLONEL JONAS KIBWE (Borani army): It shelled Kest on Monday.

Q: And your men?

A: The Front shelled Dolan too.
"""


def test_an_answer_is_of_whoever_heads_the_answer_before() -> None:
    assert [(c.speaker.name, c.speaker.actor) for c in claims_of(ANSWERS)] == [("JONAS KIBWE", "boran")] * 2


def test_an_answer_is_of_whoever_the_headline_presents() -> None:
    intro = "Front commander Jon Baro spoke to Mira Sand of this paper in Kest.\n\n"
    (claim,) = claims_of(f"{intro}Q: What happened?\n\nA: The Borani army shelled Dolan.")
    assert (claim.speaker.name, claim.speaker.actor) == ("Jon Baro", "front")


def test_an_answer_of_nobody_known_is_not_the_reports() -> None:
    (claim,) = claims_of("Q: What happened?\n\nA: The Borani army shelled Dolan.")
    assert (claim.speaker.kind, claim.speaker.actor) == ("unknown", None)


def test_the_letters_of_a_list_are_no_answers() -> None:
    claims = claims_of("A. The Borani army shelled Dolan.\n\nB. The Front shelled Kest.")
    assert {c.speaker.kind for c in claims} == {"outlet"}
