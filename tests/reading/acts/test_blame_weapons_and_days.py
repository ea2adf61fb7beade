"""Blame laid on somebody, weapons by whose they are, days between a subject and its verb, what was committed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, aliases: [Boran army, Boranese], role: signatory}
  kestia: {name: Kestia, aliases: [Kestian, Kestian army], role: signatory}
zones:
  mirna: {name: Mirna}
terms:
  t: {norm: prohibition, bearer: [boran, kestia], act: attack}
"""


def claims_of(text: str) -> list[Claim]:
    return claims_in(text, AGREEMENT, date(2024, 3, 13), "Boran and Kestia")


def done(text: str, act: str) -> list[tuple[str, list[str | None], str]]:
    return [(c.modality, [p.id for p in c.actors], c.speaker.actor or "-") for c in claims_of(text) if c.act == act]


@pytest.mark.parametrize(
    ("text", "modality", "speaker"),
    [
        ("Boran blamed the ambush on Kestia.", "alleged", "boran"),
        ("The ambush near Mirna was blamed on the Kestian army.", "alleged", "-"),
    ],
)
def test_blame_is_laid_on_the_doer(text: str, modality: str, speaker: str) -> None:
    """Who stands behind 'on' did it, and nobody else."""
    assert done(text, "attack") == [(modality, ["kestia"], speaker)]


def test_violence_blamed_on_somebody_is_the_attack_told_before() -> None:
    """'With X blaming the violence on Y': the killing that the sentence told of."""
    text = "Two Boran soldiers were killed in Mirna, with Boran officials blaming the violence on Kestia."
    assert ("alleged", ["kestia"], "boran") in done(text, "attack")


@pytest.mark.parametrize("subject", ["New Kestian airstrikes", "Kestian rocket fire", "Kestian shelling", "Kestian gunfire"])
def test_weapons_and_strikes_are_theirs_whose_name_they_bear(subject: str) -> None:
    """The name before a strike or a weapon is that of the doer."""
    assert done(f"{subject} hit a farm in Mirna on Tuesday.", "attack")[0][1] == ["kestia"]


def test_where_a_rocket_came_from_names_nobody() -> None:
    """A country from which something was fired did not necessarily fire it."""
    assert all(actors != ["kestia"] for _, actors, _ in done("Rockets from Kestia hit a Boran farm.", "attack"))


@pytest.mark.parametrize("day", ["today", "Monday evening", "Tuesday", "yesterday"])
def test_a_day_between_subject_and_verb_belongs_to_neither(day: str) -> None:
    """'Kestian troops Monday evening shelled the town'."""
    assert done(f"Kestian troops {day} shelled Mirna.", "attack") == [("completed", ["kestia"], "-")]


@pytest.mark.parametrize(
    "text",
    [
        "General Oran of Boran announced a violation of the ceasefire carried out by the Kestian army.",
        "Boran condemned the breach of the truce committed by Kestian troops.",
    ],
)
def test_what_was_committed_is_the_violation(text: str) -> None:
    """Not the truce, and not by whoever tells of it."""
    breaches = [(c.act, [p.id for p in c.actors]) for c in claims_of(text) if c.act in {"breach-ceasefire", "comply", "agree"}]
    assert breaches == [("breach-ceasefire", ["kestia"])]


def test_joined_participles_have_one_doer() -> None:
    """'Accused X of breaching the peace by assaulting a unit and capturing men': X captured them."""
    text = "Kestia accused Boran of breaching the truce by assaulting a Kestian unit and capturing 20 of its soldiers."
    assert done(text, "detain") == [("alleged", ["boran"], "kestia")]
    assert not done(text, "capture")


def test_a_participle_before_a_noun_is_no_clause() -> None:
    """'A recently agreed truce' does not agree to anything."""
    text = "Boran and Kestia accused each other of violating a recently agreed ceasefire on Wednesday."
    assert [(c.act, c.modality) for c in claims_of(text)] == [("breach-ceasefire", "alleged")]


def test_whom_one_is_angry_with_did_it() -> None:
    """'Not happy with the army for shelling the town'."""
    assert done("The envoy said she was not happy with Kestia for shelling Mirna.", "attack")[0][1] == ["kestia"]


@pytest.mark.parametrize("cause", ["due to", "in response to", "owing to"])
def test_what_something_is_due_to_has_happened(cause: str) -> None:
    """A cause is no duty."""
    assert done(f"Boran shut the crossing {cause} shelling by Kestia.", "attack") == [("completed", ["kestia"], "-")]


def test_who_is_based_somewhere_is_not_deployed() -> None:
    """'A spokesman based in the capital' speaks, and nobody is moved."""
    claims = claims_of("Kestia shelled Mirna, said a Boran army spokesman based in Oram.")
    assert [(c.act, c.speaker.actor) for c in claims] == [("attack", "boran")]


def test_troops_that_remain_stationed_remain() -> None:
    """One act, not two."""
    assert [c.act for c in claims_of("Boran troops remain stationed in Mirna.")] == ["remain"]


def test_the_ambush_not_the_town_hurt_them() -> None:
    """'The ambush in Mirna that injured two': a place does nothing."""
    assert all(p.id != "mirna" and "Mirna" not in p.words for c in claims_of(
        "The ambush in Mirna that injured two Boran policemen was reported by Kestia."
    ) for p in c.actors)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boran Defence Minister Karun Rach said, according to the Daily Post, that Kestia had shelled Mirna.", "boran"),
        ("Karun Rach of the Boran army said in a statement he had seen Kestia shell Mirna.", "boran"),
        ("As tensions went on along their disputed border, Kestia shelled Mirna.", None),
        ("In a truce declared by Boran, Kestia shelled Mirna.", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    """An aside does not hide the speaker; a participle before a noun says nothing."""
    assert [c.speaker.actor for c in claims_of(text) if c.act == "attack"] == [speaker]
