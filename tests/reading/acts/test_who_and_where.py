"""Actors, targets and zones of claims as a reader of the whole text would give them, and where they stay open."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import Claim, read
from servanda.reports.model import Report

CASE: Agreement = loads(
    """
servanda: 1
id: x
title: A ceasefire
actors:
  state: {name: Government of Burundi, role: signatory, aliases: [Burundian army]}
  fnl: {name: National Liberation Forces, role: signatory, aliases: [FNL]}
  mission: {name: African Mission in Burundi, role: monitor, aliases: [AMIB]}
zones:
  gatumba: {name: Gatumba}
  bubanza: {name: Bubanza}
  cibitoke: {name: Cibitoke province}
  road: {name: National Road 1}
terms:
  t: {norm: prohibition, bearer: [state, fnl], act: attack}
"""
)


def claims_of(text: str, source: str | None = None) -> tuple[Claim, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", published=date(2006, 9, 20), source=source)
    return read(report, CASE).claims


def last(text: str, act: str, source: str | None = None) -> Claim:
    return [c for c in claims_of(text, source) if c.act == act][-1]


@pytest.mark.parametrize(
    ("text", "act", "actors", "target"),
    [
        ("The FNL shelled a checkpoint of the army near Gatumba.", "attack", ["fnl"], "state"),
        ("The army seized the FNL's base at Gatumba.", "capture", ["state"], None),
        ("Forces loyal to the government left Gatumba.", "withdraw", ["state"], None),
        ("Fighting between government forces and the FNL broke out in Gatumba.", "attack", ["state", "fnl"], None),
        ("A missile fired by the rebels hit a market in Gatumba.", "attack", ["fnl"], None),
        ("Rebels shelled Gatumba. Two children were killed.", "attack", ["fnl"], None),
        # those hurt are the doer's own, or nobody is known to have done it
        ("The army shelled Gatumba. Two soldiers were killed.", "attack", [], "state"),
        ("Gunmen fired on a bus in Gatumba. Two people were killed.", "attack", [], None),
        ("The FNL agreed to free its prisoners. Twelve were released on Monday.", "release", ["fnl"], None),
        ("The FNL accused the army of delaying its withdrawal.", "withdraw", ["state"], None),
        # what a speaker calls its own
        ("The army said its troops had left Gatumba.", "withdraw", ["state"], None),
        ("The FNL told the mission that it had released two soldiers.", "release", ["fnl"], None),
        ("The army said two of its men had fired on the convoy.", "attack", ["state"], None),
        ("The army said the FNL and the mission had come and that its men had fired on a bus.", "attack", [], None),
        # craft and attacks are whose they are
        ("The calm held, except that FNL artillery fired six rounds at a post.", "attack", ["fnl"], None),
        ("FNL rockets hit the depot in Gatumba.", "attack", ["fnl"], None),
        ("The army's shelling of Gatumba continued on Sunday.", "attack", ["state"], None),
        ("Two killed in FNL shelling", "attack", ["fnl"], None),
        ("Shelling of Gatumba continued on Sunday.", "attack", [], None),
        # so are weapons that nobody is said to have handed over, and posts where somebody is stopped
        ("The decommissioning of the FNL's weapons has ended.", "hand-over-weapons", ["fnl"], None),
        ("A patrol was turned back at an FNL checkpoint in Gatumba.", "obstruct-monitor", ["fnl"], None),
        ("A patrol was turned back at a checkpoint in Gatumba.", "obstruct-monitor", [], None),
        # a movement beside the state's men, fighters of it, both of them
        ("Forces loyal to General Ndayi attacked the FNL in Gatumba. The group withdrew.", "withdraw", ["fnl"], None),
        ("The army came without a word to the FNL. Its fighters opened fire.", "attack", ["fnl"], None),
        ("The army met the FNL in Gatumba. Neither has left the town.", "withdraw", ["fnl", "state"], None),
    ],
)
def test_who_did_it_to_whom(text: str, act: str, actors: list[str], target: str | None) -> None:
    claim = last(text, act)
    assert [p.id for p in claim.actors if p.id] == actors
    if target is not None:
        assert claim.target is not None
        assert claim.target.id == target


@pytest.mark.parametrize(
    ("text", "source", "actor", "target"),
    [
        ("The enemy fired on our positions in Gatumba.", "FNL", "state", "fnl"),
        ("The terrorists fired on our positions in Gatumba.", "Government of Burundi", "fnl", "state"),
        ("Our men shot two of their soldiers in Gatumba.", "FNL", "fnl", None),
        # a monitor and a paper have no enemy
        ("The enemy fired on our positions in Gatumba.", "African Mission in Burundi", None, "mission"),
        ("The enemy fired on a bus in Gatumba.", "Lake Gazette", None, None),
    ],
)
def test_the_enemy_is_the_other_side_of_whoever_speaks(text: str, source: str, actor: str | None, target: str | None) -> None:
    claim = last(text, "attack", source)
    assert [p.id for p in claim.actors] == [actor]
    if target is not None:
        assert claim.target is not None
        assert claim.target.id == target


@pytest.mark.parametrize(
    ("text", "act", "zone"),
    [
        ("The FNL attacked a post north of Gatumba.", "attack", None),
        ("The FNL attacked a post in the north of Gatumba.", "attack", "gatumba"),
        ("The FNL attacked a post 12 km from Gatumba.", "attack", None),
        ("The FNL attacked a post north of Cibitoke.", "attack", "cibitoke"),
        ("The FNL ambushed a bus on National Road 1 in Bubanza.", "attack", "road"),
        ("The FNL ambushed a bus on the road between Gatumba and Bubanza.", "attack", None),
        ("The FNL left Gatumba. It released two soldiers.", "release", None),
        ("The FNL left Gatumba. It shelled a school.", "attack", "gatumba"),
        ("If the army comes to Gatumba, the FNL will attack it.", "attack", None),
        # a place that heads what follows
        ("(a) Gatumba. The FNL handed in twelve rifles. It released two soldiers.", "release", "gatumba"),
        ("The mission was in Gatumba. The FNL handed in twelve rifles.", "hand-over-weapons", None),
        # a place told before the verb, and the town that was named last
        ("In Gatumba the FNL released fifty prisoners.", "release", "gatumba"),
        ("The FNL's men in Gatumba handed over their rifles.", "hand-over-weapons", "gatumba"),
        ("The army entered Gatumba, and the FNL released fifty prisoners.", "release", None),
        ("The FNL attacked Gatumba. A priest saw it. By night it had left the town.", "withdraw", "gatumba"),
        ("The FNL attacked Gatumba and Bubanza. A priest saw it. By night it had left the town.", "withdraw", None),
    ],
)
def test_where(text: str, act: str, zone: str | None) -> None:
    assert last(text, act).zone == zone
