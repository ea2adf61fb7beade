"""'No longer bound by the truce' ends it for who says so; 'bound by it' and 'not in force' tell of no end."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Front is not bound by the truce.", "front"),
        ("The Front said it is no longer bound by the truce.", "front"),
        ("Boran no longer considers itself bound by the ceasefire.", "boran"),
        ("Boran said it no longer considered itself bound by the Kest agreement.", "boran"),
        ("The Front said it does not feel bound by the truce.", "front"),
        ("The truce is no longer valid, the Front said.", None),
    ],
)
def test_bound_no_more(text: str, doer: str | None) -> None:
    (end,) = claims_of(text, "terminate")
    assert (end.polarity, end.modality) == ("affirmed", "completed")
    assert [p.id for p in end.actors] == ([doer] if doer else [])


@pytest.mark.parametrize(
    "text",
    [
        "The Front is bound by the truce.",
        "Boran considers itself bound by the ceasefire.",
        "The truce is in force.",
        "The Front declared that the truce was no longer in force.",
        "The agreement has not yet entered into force.",
    ],
)
def test_no_end(text: str) -> None:
    assert not claims_of(text, "terminate")
