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
