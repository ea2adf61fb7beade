"""Acts told without a word of their own take theirs from the claim before; distractors give no claim."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.reading import Claim, read
from servanda.reports.model import Report


def claims_of(text: str) -> tuple[Claim, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read(Report("r.txt", digest, text, (), "txt", published=date(2024, 3, 15))).claims


@pytest.mark.parametrize(
    ("text", "act", "modality", "polarity"),
    [
        ("The army must leave Bria by Monday. It did so on Sunday.", "withdraw", "completed", "affirmed"),
        ("The army must leave Bria by Monday. That has yet to happen.", "withdraw", "completed", "negated"),
        ("The army must leave Bria by Monday. The deadline passed without it.", "withdraw", "completed", "negated"),
        ("The army is to leave Bria, the rebels are to disarm. Neither has happened.", "disarm", "completed", "negated"),
        ("The rebels promised to free the hostages and did so on Tuesday.", "release", "completed", "affirmed"),
        ("The rebels were asked to free the hostages but failed to do so.", "release", "completed", "negated"),
        ("The army has left Bria. The rebels have not followed suit.", "withdraw", "completed", "negated"),
        ("Both sides agreed to disengage at Bria. The process has begun.", "withdraw", "under-way", "affirmed"),
    ],
)
def test_a_verb_that_stands_for_an_act(text: str, act: str, modality: str, polarity: str) -> None:
    last = claims_of(text)[-1]
    assert (last.act, last.modality, last.polarity) == (act, modality, polarity)
    assert text[last.start : last.end] == last.quote


def test_nothing_is_taken_up_where_nothing_was_told() -> None:
    assert not claims_of("Neither has happened.")
    assert not claims_of("The minister paid the bill and did so gladly.")


@pytest.mark.parametrize(
    "text",
    [
        "Nurses went on strike over pay in Bria.",
        "A shell company was registered in Bria.",
        "The bank will shell out millions for the port.",
        "The president left for holidays in Bria.",
        "The government withdrew the bill on water.",
        "Customers withdrew cash in Bria.",
        "The company fired 300 workers in Bria.",
        "A storm hit the port of Bria on Monday.",
        "Floods killed twenty people in Bria.",
        "The minister attacked the budget plan in parliament.",
        "A film about Bria was released on Friday.",
        "The parliament was dissolved on Monday.",
        "The court suspended the mayor of Bria.",
        "Hunters shot two bears near Bria.",
        "The company mines gold in Bria.",
        "The bank extended a loan to Verland.",
        "The minister handed over the cup to the winners.",
        "The minister observed a minute of silence.",
        "The team beat its rivals in Bria.",
        "The minister opened fire stations in Bria.",
        "Prices shot up in Bria.",
        "The mission launched a vaccination campaign in Bria.",
    ],
)
def test_the_same_words_of_other_things(text: str) -> None:
    speech = {"agree", "demand", "deny", "accuse", "refuse-terms", "concede", "retract"}
    assert not [c.act for c in claims_of(text) if c.act not in speech]


@pytest.mark.parametrize(
    ("text", "extent", "count"),
    [
        ("The rebels left the three ports.", "all", 3.0),
        ("All twenty hostages were freed on 15 April.", "all", 20.0),
        ("Rebels withdrew from villages.", "part", None),
        ("The release of 15 April is remembered: the rebels freed the hostages.", "unknown", None),
    ],
)
def test_how_much_of_it(text: str, extent: str, count: float | None) -> None:
    claim = claims_of(text)[-1]
    assert claim.extent == extent
    assert (claim.quantity.low if claim.quantity else None) == count
