"""Classes of events (PLOVER) of the acts that `read` lists: the sensible one, and no other."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.reading.acts.lexicon import lexicon
from servanda.reading.readout import readout

PLOVER = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "INVESTIGATE", "DEMAND", "DISAPPROVE"}
    | {"REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "FIGHT"}
)


def classes(text: str) -> set[str]:
    return {a["plover"] for a in readout(text, date(2024, 3, 15))["acts"] if a["plover"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The junta lifted its curbs on the press.", "CONCEDE"),
        ("Togo's government met the demands of the nurses.", "CONCEDE"),
        ("Norway eased travel limits on Friday.", "CONCEDE"),
        ("The council lifted its embargo on Togo.", "RETREAT"),
        ("The rebels declared a truce.", "RETREAT"),
        ("The navy ended its siege and lifted the blockade of the port.", "RETREAT"),
        ("The garrison capitulated on Sunday.", "RETREAT"),
        ("The army was put on alert along the river.", "MOBILIZE"),
        ("Police stepped up patrols in the old town.", "MOBILIZE"),
        ("The navy fired two rockets into the sea.", "MOBILIZE"),
        ("Both sides broke the truce near the mill.", "FIGHT"),
        ("Militants hijacked a ferry off the coast.", "FIGHT"),
        ("The rebels defied the court's ban.", "REJECT"),
        ("Teachers' leaders demanded new elections.", "DEMAND"),
        ("According to reports the envoy is pushing for a truce.", "DEMAND"),
        ("The main rebel group insisted on its demand for a vote.", "DEMAND"),
        ("Togo has apologised to Benin.", "SUPPORT"),
        ("Police used tear gas against students.", "COERCE"),
    ],
)
def test_the_class_of_an_event(text: str, name: str) -> None:
    assert classes(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Prisoners in Togo staged a hunger strike on Monday.",
        "The dockers began a general strike on Friday.",
        "The president of Togo, Abla Mensah, arrived in Accra on Monday.",
        "The troops remain in the village.",
        "The army has not left the valley.",
        "Benin helped Togo in building a bridge after two years of fighting.",
    ],
)
def test_what_is_no_event_of_conflict(text: str) -> None:
    assert not classes(text) & {"FIGHT", "ASSAULT", "MOBILIZE", "RETREAT"}


def test_what_is_only_told_beside_the_event_has_no_class() -> None:
    text = "Togo complained to Benin about a raid in which it said six people were killed."
    assert classes(text) <= {"DISAPPROVE"}


def test_every_class_of_the_vocabulary_is_one_of_plover() -> None:
    patterns = [p for group in (*lexicon().verbs.values(), *lexicon().nouns.values()) for p in group]
    assert {a.plover for a in lexicon().acts.values()} | {p.plover for p in patterns if p.plover} <= PLOVER
