"""Whose words a headline, an interview and a correction give."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of

from servanda.agreement import loads
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report, Segment


def under(head: str, body: str) -> list[Claim]:
    """The claims of a text under a headline."""
    text = f"{head}\n\n{body}"
    segments = (Segment("headline", 0, len(head)), Segment("body", len(head) + 2, len(text)))
    report = Report("r.txt", "0" * 64, text, segments, "txt", title=head, published=date(2024, 3, 15))
    return list(read(report, loads(AGREEMENT)).claims)


@pytest.mark.parametrize(
    "words",
    [
        "Our report of 11 March said that Front fighters had shelled a market in Kest.",
        "An earlier version of this story said Front fighters had shelled a market in Kest.",
    ],
)
def test_what_a_carrier_told_before(words: str) -> None:
    """Told again, it is no new word for it."""
    (shelled,) = claims_of(words)
    assert shelled.modality == "alleged"


_INTERVIEW = (
    "Q: Minister, have the soldiers come home?\n\nMarko Vell: We have not received a single soldier. The Front has released nobody."
    "\n\nQ: The Front says that the road is cut.\n\nMarko Vell: It could fly them out."
)


def test_questions_marked_with_a_letter() -> None:
    """Who heads the answers says them, also where one of the questions is none."""
    freed = [c for c in claims_of(_INTERVIEW, "release") if "nobody" in c.quote]
    assert freed
    assert {c.speaker.name for c in freed} == {"Marko Vell"}


def test_a_headline_in_the_words_of_the_interview() -> None:
    """They are those of whoever says them below."""
    found = under("The Front has released nobody", _INTERVIEW)
    assert {c.speaker.name for c in found if c.act == "release" and "nobody" in c.quote} == {"Marko Vell"}


@pytest.mark.parametrize("head", ["Boran live: first prisoners walk free", "Boran: UN frees last prisoners of the Front"])
def test_what_a_headline_is_about(head: str) -> None:
    """A subject or a place before the colon says nothing."""
    found = under(head, "It was quiet elsewhere.")
    assert found
    assert not [c for c in found if c.speaker.actor == "boran"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ('09:15 Borani army: "Front fighters opened fire on our patrol in Kest."', "boran"),
        ('"Front" representatives told the Joint Watch that Boran soldiers had attacked Kest.', "front"),
    ],
)
def test_who_speaks_behind_an_hour_or_a_doubted_name(words: str, speaker: str) -> None:
    """A side's words are its own, in a live blog and where its name stands in marks."""
    told = claims_of(words)
    assert {c.speaker.actor for c in told} == {speaker}


def test_a_body_that_issues_words_heads_its_paragraph() -> None:
    """What it is quoted with is its own; who speaks behind it in the paragraph speaks for himself."""
    text = "Front media centre: Borani troops shelled Kest today. A Borani spokesman admitted that troops had shelled Kest on Monday."
    first, *rest = claims_of(text)
    assert first.speaker.actor == "front"
    assert rest
    assert {(c.speaker.actor, c.via) for c in rest} == {("boran", ())}


def test_two_who_blame_each_other_in_a_headline() -> None:
    """What stands before the colon is nobody's of them."""
    found = under("Drone hits Kest: Front blames Boran, Boran blames Front", "It was quiet elsewhere.")
    (hit,) = [c for c in found if c.modality == "completed" and c.act == "attack"]
    assert hit.speaker.actor is None


@pytest.mark.parametrize(
    "head", ["Borani troops burn houses as they leave Kest", "Rebels shell Dolan as Borani troops leave Kest"]
)
def test_what_goes_on_beside(head: str) -> None:
    """'As they leave': they are on their way, and have not left."""
    (leaves,) = [c for c in under(head, "It was quiet elsewhere.") if c.act == "withdraw"]
    assert leaves.modality == "under-way"


def test_a_ministry_of_nobody_known() -> None:
    """What a ministry publishes is some side's word and no outlet's."""
    text = "The last soldiers left Kest today."
    report = Report("r.txt", "0" * 64, text, (), "txt", source="Tessian Ministry of Defence", published=date(2024, 3, 15))
    (gone,) = [c for c in read(report, loads(AGREEMENT)).claims if c.act == "withdraw"]
    assert (gone.speaker.kind, gone.speaker.untold) == ("named-official", True)
