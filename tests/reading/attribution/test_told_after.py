"""'A. That is what X said': A is X's word, and not the report's."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "after",
    [
        "That is what the Borani defence minister Jonas Kibwe told us.",
        "That at least is what the Borani army claims.",
        "So says the Borani army.",
    ],
)
def test_the_sentence_before_is_whoever_is_named_for_its(after: str) -> None:
    assert claims_of(f"The Front shelled Kest on Monday. {after}")[0].speaker.actor == "boran"


@pytest.mark.parametrize(
    "after",
    [
        "That is what everybody had feared, the Borani army said.",
        "So the Borani army said it would hold talks.",
        "\n\nThat is what the Borani army said.",
    ],
)
def test_other_sentences_leave_it_to_the_report(after: str) -> None:
    assert claims_of(f"The Front shelled Kest on Monday. {after}")[0].speaker.kind == "outlet"
