"""Whoever drives an attack back, condemns it, reports or watches it has not carried it out."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reports.model import Report

CASE: Agreement = loads(
    """
servanda: 1
id: x
title: A ceasefire
actors:
  army: {name: National Army, role: signatory, aliases: [the army]}
  front: {name: Liberation Front, role: signatory, aliases: [the Front]}
zones:
  kidal: {name: Kidal}
terms:
  t: {norm: prohibition, bearer: [army, front], act: attack}
"""
)


def doers(text: str, act: str = "attack") -> list[tuple[str, ...]]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", published=date(2014, 5, 20))
    return [tuple(sorted(a.id or "" for a in c.actors)) for c in read(report, CASE).claims if c.act == act]


@pytest.mark.parametrize(
    "text",
    [
        "The army repelled an attack near Kidal on Monday.",
        "The army repulsed an assault on its base in Kidal.",
        "The army fended off an attack near Kidal on Monday.",
        "The attack near Kidal was repelled by the army.",
        "The attack on the market of Kidal was condemned by the army.",
        "The shelling of Kidal was denounced by the army.",
        "The attack near Kidal was witnessed by the army.",
    ],
)
def test_the_one_who_meets_an_attack_is_not_its_author(text: str) -> None:
    assert all("army" not in who for who in doers(text))


@pytest.mark.parametrize(
    "text",
    [
        "The army repelled an attack by the Front near Kidal.",
        "The army beat back an assault by the Front on Kidal.",
        "The Front's attack on Kidal was repelled by the army.",
        "The attack on Kidal was carried out by the Front.",
        "The attack on Kidal was perpetrated by the Front.",
    ],
)
def test_its_author_is_still_named(text: str) -> None:
    assert ("front",) in doers(text)


def test_both_exchanged_fire() -> None:
    assert doers("The army and the Front exchanged fire near Kidal on Monday.") == [("army", "front")]


def test_prisoners_handed_to_somebody() -> None:
    assert doers("The Front handed twelve prisoners to the army in Kidal.", "release") == [("front",)]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The soldiers of the army crept back into Kidal on Monday.", "enter", ("army",)),
        ("The army marched on Kidal on Monday.", "advance", ("army",)),
        ("The army rained rockets on Kidal.", "attack", ("army",)),
        ("The Front has agreed to evacuate Kidal.", "withdraw", ("front",)),
        ("Fighters of the Front were bussed out of Kidal.", "withdraw", ("front",)),
        ("The army handed the keys of the Kidal camp to the Front.", "hand-over", ("army",)),
        ("The army announced the end of the peace accord.", "terminate", ("army",)),
        ("The Front announced the dissolution of its armed units.", "disband", ("front",)),
    ],
)
def test_wordings_of_acts(text: str, act: str, who: tuple[str, ...]) -> None:
    assert who in doers(text, act)


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The Front saw soldiers of the army shelling the town of Kidal.", "attack", ("army",)),
        ("The Front watched the army shell Kidal.", "attack", ("army",)),
        ("Fighters of the Front heard the army shelling the town of Kidal.", "attack", ("army",)),
        ("The Front saw soldiers of the army leaving Kidal.", "withdraw", ("army",)),
    ],
)
def test_who_sees_is_not_who_does(text: str, act: str, who: tuple[str, ...]) -> None:
    assert doers(text, act) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The Front counted 140 soldiers of the army in Kidal.",
        "The Front observed soldiers of the army in Kidal.",
        "Soldiers of the army were seen in Kidal on Monday.",
    ],
)
def test_whoever_is_seen_there_is_there(text: str) -> None:
    assert doers(text, "remain") == [("army",)]
    assert doers(text, "enter") == []
