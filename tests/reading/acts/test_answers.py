"""Charges that are answered or taken up in other words, doers named after the deed, and fire that is returned."""

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
title: Cantonment of forces
actors:
  state: {name: Government of Verenia, role: signatory, aliases: [Verenian army, government forces]}
  front: {name: Northern Front, role: signatory, aliases: [NF]}
  guard: {name: Hill Guard, role: third-party, aliases: [HG]}
  mission: {name: Truce Mission, role: monitor, aliases: [TM]}
zones:
  kest: {name: Kest}
terms:
  t: {norm: prohibition, bearer: [state, front], act: attack}
"""
)


def claims_of(text: str) -> list[Claim]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return list(read(Report("r.txt", digest, text, (), "txt", published=date(2018, 10, 20)), CASE).claims)


def told(text: str) -> list[tuple[str, str, tuple[str | None, ...], str | None]]:
    return [(c.act, c.modality, tuple(p.id for p in c.actors), c.speaker.actor) for c in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The government accused the NF of shelling Kest. The other side rejected the claim.", ("denied", "front", "front")),
        ("The government said the NF had attacked Kest. The NF denied it.", ("denied", "front", "front")),
        ("The NF attacked Kest, which the NF denies.", ("denied", "front", "front")),
        ("Gunmen shot a soldier in Kest. The government blamed the NF.", ("alleged", "front", "state")),
        ("Gunmen attacked a clinic in Kest. The HG claimed responsibility in a message.", ("completed", "guard", "guard")),
        ("A clinic in Kest was shelled on Sunday. The NF holds the Hill Guard responsible.", ("alleged", "guard", "front")),
        ("A farmer said the NF had burned his house in Kest. The NF blames the HG.", ("alleged", "guard", "front")),
        ("The NF killed two soldiers in Kest and later admitted it.", ("completed", "front", "front")),
        ("Gunmen attacked a clinic in Kest. A government officer said they were HG fighters.", ("completed", "guard", "state")),
    ],
)
def test_an_answer_is_a_claim_of_whoever_gives_it(text: str, answer: tuple[str, str, str]) -> None:
    modality, actor, speaker = answer
    assert ("attack", modality, (actor,), speaker) in told(text)
    assert not any(act in {"deny", "accuse"} for act, *_ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The government said the NF had attacked Kest. The HG denied it.",  # of another nobody spoke
        "Gunmen attacked a clinic in Kest. The HG has not claimed responsibility.",
        "The NF attacked Kest. The government blamed the HG.",  # somebody is named for it already
        "The NF rejected the proposal on Monday.",
    ],
)
def test_no_answer_is_made_up(text: str) -> None:
    attacks = [t for t in told(text) if t[0] == "attack"]
    assert not any("guard" in actors or modality in {"denied", "alleged"} for _, modality, actors, _ in attacks)


def test_doers_named_after_the_deed_by_themselves_or_the_same_voice() -> None:
    by_claim = claims_of("Masked men attacked a post in Kest. Two people fled. The HG claimed responsibility.")[0]
    assert ([p.id for p in by_claim.actors], by_claim.actors[0].words.lower()) == (["guard"], "masked men")
    assert told("Gunmen attacked a clinic in Kest. They were HG fighters.")[0][2] == ("guard",)
    # what another says of who they were is his own claim, and a denial names nobody
    other = told("Gunmen attacked a clinic in Kest. A government officer said they were HG fighters.")
    assert other[0][2] == (None,)
    assert told("Gunmen attacked a clinic in Kest. They were not the HG's, the front said.")[0][2] == (None,)
    assert told("Gunmen attacked a clinic in Kest. They were HG prisoners once.")[0][2] == (None,)


@pytest.mark.parametrize(
    ("text", "actors", "target"),
    [
        ("NF fighters fired on an army post in Kest and the soldiers returned fire.", ["state"], "front"),
        ("NF fighters shot at the army in Kest. The army responded with artillery.", ["state"], "front"),
        ("The army returned fire in Kest.", ["state"], None),
        ("The army and the HG shot at the NF in Kest. The NF fired back.", ["front"], None),
    ],
)
def test_fire_is_returned_on_whoever_fired(text: str, actors: list[str], target: str | None) -> None:
    reply = [c for c in claims_of(text) if c.act == "attack"][-1]
    assert [p.id for p in reply.actors] == actors
    assert (reply.target.id if reply.target else None) == target


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        (
            "Government troops and NF fighters met the mission in Kest. They agreed to pull back.",
            "withdraw",
            ["front", "state"],
        ),
        ("Government troops left Kest. NF fighters saw the mission in Kest. They opened fire.", "attack", []),
        ("The army met NF fighters and HG fighters in Kest. They opened fire.", "attack", []),
        ("Soldiers of the Northern Front, the mission found, occupied a school in Kest.", "remain", ["front"]),
        ("The army and the NF fired, and the mission has asked each to pull back.", "withdraw", ["front", "state"]),
        ("The NF finished its withdrawal from Kest; the army finished theirs on Monday.", "withdraw", ["state"]),
        ("On the part of the NF were shelled two posts in Kest.", "attack", ["front"]),
        ("Five farmers died in a clash between the NF and the HG in Kest.", "attack", ["front", "guard"]),
        ("The army clashed with the NF in Kest.", "attack", ["state", "front"]),
        ("The Northern Front, whose fighters have left Kest, said so.", "withdraw", ["front"]),
        ("The army shelled a Front camp in Kest after two of its men had been shot.", "attack", []),
        ("A truck hit a mine put down by the NF near Kest.", "lay-mines", ["front"]),
        ("A mine planted by the NF killed four soldiers in Kest.", "attack", ["front"]),
        ("Hill Guard fighters were seen leaving Kest, but others stayed behind.", "remain", ["guard"]),
        ("Front fighters occupied eleven schools. Four have since been vacated.", "withdraw", ["front"]),
        ("The army met the NF and agreed that neither would fire and that the latter would leave Kest.", "withdraw", ["front"]),
        ("The government accused its neighbours of shelling Kest.", "attack", []),
        ("The government accused the NF of burning and looting in Kest.", "attack", ["front"]),
        ("The army entered Kest, and in November paramilitaries killed a farmer there.", "attack", []),
        ("A mission officer told me that gangs of young Fronters had set fire to the school in Kest.", "attack", []),
        ("The decision taken by the NF to pull its fighters out of Kest stands.", "withdraw", ["front"]),
        ("NF fighters shelled Kest, the mission said, in breach of the truce.", "breach-ceasefire", ["front"]),
        ("The NF's withdrawal from Kest was carried out under the eyes of the mission.", "withdraw", ["front"]),
        ("The withdrawal from Kest was carried out under the eyes of the mission.", "withdraw", []),
        (
            "The Northern Front has not left Kest. On Thursday it shelled a post. That night it fired rockets.",
            "attack",
            ["front"],
        ),
        ("The army and the NF named the men whom they had held in Kest.", "detain", ["front", "state"]),
        ("'They shelled us in Kest,' an NF commander said.", "attack", ["state"]),
        ("The army shelled a farm after the group closed the road to Kest, said the NF. It had left.", "block-route", []),
        ("Fighters loyal to General Okot ambushed a patrol in Kest.", "attack", []),
        ("Rebels loyal to the Hill Guard shelled Kest, the army said of its talks with the NF.", "attack", ["guard"]),
        ("The army and the NF have each freed prisoners in Kest.", "release", ["state", "front"]),
        ("The NF arrested three men whom the army accuses of bombing a market in Kest.", "attack", []),
        (
            "The mission says the army and the NF have both left Kest; they have opened the road.",
            "open-route",
            ["front", "state"],
        ),
        ("The army rejected the NF's claim that it had shelled Kest.", "attack", ["state"]),
        ("The NF blamed the navy for the sinking of its boat.", "attack", ["state"]),
        ("HG fighters stopped an NF interpreter in Kest. They shelled a farm later.", "attack", ["guard"]),
        ("The mission watched as NF members handed in rifles in Kest to the army.", "hand-over-weapons", ["front"]),
    ],
)
def test_who_did_it(text: str, act: str, actors: list[str]) -> None:
    made = [c for c in claims_of(text) if c.act == act][-1]
    assert [p.id for p in made.actors if p.id] == actors


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The army shot at an NF vehicle in Kest.", "front"),
        ("The army said the NF had shot one of its officers in Kest.", "state"),
        ("The NF said it was fired upon by the army in Kest.", "front"),
        ("The NF shot a policeman in Kest.", "state"),
        ("The army shot at a farmer's vehicle in Kest.", None),
    ],
)
def test_whose_was_hit(text: str, target: str | None) -> None:
    hit = [c for c in claims_of(text) if c.act == "attack"][-1]
    assert (hit.target.id if hit.target else None) == target
