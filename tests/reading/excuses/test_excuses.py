"""Reasons given for an act: whose they are, what they are given for, and what is no reason."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

import pytest

from servanda.agreement.model import Actor, Agreement, Zone
from servanda.reading import Claim, read
from servanda.reading.excuses import with_excuses
from servanda.reports.model import Report, Segment

VALLEY = Agreement(
    id="valley",
    title="The Valley Accord",
    signed=date(2024, 2, 1),
    in_force=datetime(2024, 2, 2),
    timezone="UTC",
    actors={
        "guard": Actor("guard", "Northern Guard", ("signatory",), ("the Guard",)),
        "union": Actor("union", "River Union", ("signatory",), ("the Union",)),
    },
    zones={"valley": Zone("valley", "Amber Valley"), "hill": Zone("hill", "Stone Hill", within="valley")},
    terms={},
)


def claims(text: str) -> tuple[Claim, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    segments = (Segment("body", 0, len(text)),)
    return read(Report("r.txt", digest, text, segments, "txt", published=date(2024, 3, 15)), VALLEY).claims


def excuses(text: str, act: str = "attack", actor: str | None = "guard") -> list[str | None]:
    found = [c.excuse for c in claims(text) if c.act == act and (actor is None or actor in {p.id for p in c.actors})]
    assert found, [(c.act, c.quote) for c in claims(text)]
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Northern Guard shelled Stone Hill in self-defence.", "in self-defence"),
        ("The Northern Guard shelled Stone Hill in response to sniper fire.", "in response to sniper fire"),
        ("In retaliation for a raid, the Northern Guard shelled Stone Hill.", "In retaliation for a raid"),
        ("The Northern Guard shelled Stone Hill as part of an anti-terrorist operation.", "anti-terrorist operation"),
        (
            "The Northern Guard shelled Stone Hill because the River Union had violated the truce.",
            "because the River Union had violated the truce",
        ),
        (
            "The Northern Guard shelled Stone Hill on Monday, its spokesman said. He called it an act of self-defence.",
            "act of self-defence",
        ),
        (
            "The Northern Guard said it had shelled Stone Hill. It said it had responded to a provocation.",
            "responded to a provocation",
        ),
        (
            "The Guard shelled Stone Hill, residents said. The Guard said that it had acted in self-defence.",
            "in self-defence",
        ),
    ],
)
def test_a_reason_given_is_kept_in_its_words(text: str, words: str) -> None:
    assert excuses(text) == [words]


def test_not_done_because_of_the_weather() -> None:
    text = "The Northern Guard has not withdrawn from Stone Hill because of heavy snow."
    assert excuses(text, "withdraw") == ["because of heavy snow"]


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Guard shelled Stone Hill.",
        "The Northern Guard shelled Stone Hill; this was not self-defence, residents said.",
        "The Northern Guard shelled Stone Hill. The River Union rejected the claim of self-defence.",
        "The Northern Guard shelled Stone Hill.\n\nIt acted in self-defence.",
        "The Northern Guard shelled Stone Hill. The River Union said its raid had been an act of self-defence.",
        "The Northern Guard shelled Stone Hill. If attacked, it would respond to any fire, an officer said.",
    ],
)
def test_no_reason_where_none_is_given_for_this_act(text: str) -> None:
    assert set(excuses(text)) == {None}


def test_a_reason_is_given_for_the_act_before_it_and_not_for_the_act_within_it() -> None:
    text = "The Northern Guard shelled Stone Hill in response to an attack by the River Union."
    found = {p.id: c.excuse for c in claims(text) if c.act == "attack" for p in c.actors}
    assert found["guard"] == "in response to an attack by the River Union"
    assert found.get("union") is None


def test_performance_needs_no_reason() -> None:
    assert excuses("The Northern Guard withdrew from Stone Hill in response to fire.", "withdraw") == [None]


def test_a_reason_changes_nothing_else() -> None:
    text = "The Northern Guard shelled Stone Hill in self-defence. The River Union left Amber Valley."
    from dataclasses import replace

    from servanda.reading.sentences import split

    found = claims(text)
    plain = [replace(c, excuse=None) for c in found]
    again = with_excuses(text, split(text), [], plain)
    assert [c.id for c in again] == [c.id for c in plain]
    assert [replace(c, excuse=None) for c in again] == plain
    assert all(c.excuse is None or c.excuse in text for c in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Because the Union did not show up, the Guard did not leave Stone Hill.", "Because the Union did not show up"),
        ("The Guard has not left Stone Hill since the Union has not signed.", "since the Union has not signed"),
        ("The Guard did not leave Stone Hill because it did not want to.", None),
        ("The Guard did not leave Stone Hill because the Guard did not want peace, the Union said.", None),
        ("The Guard did not leave Stone Hill, and not because the Union did not show up, a monitor said.", None),
        ("The Guard did not leave Stone Hill, as residents who did not flee confirmed.", None),
    ],
)
def test_what_another_did_not_do_is_a_reason_for_what_was_not_done(text: str, words: str | None) -> None:
    assert excuses(text, "withdraw") == [words]
