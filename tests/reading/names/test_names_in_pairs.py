"""Persons named two at a time, letters of a name written out, last words of a name, and whose 'our' is."""

from __future__ import annotations

import hashlib
from datetime import date

from tests.reading.boran import AGREEMENT, claims_of, claims_under

from servanda.agreement import loads
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reading.names import Names
from servanda.reports.model import Report

STATES = """
servanda: 1
id: x
title: x
actors:
  mol: {name: Moldova, aliases: [Moldovan army], role: signatory}
  rus: {name: Russia, role: signatory}
  tenth: {name: 10th Army, role: bound, under: rus, basis: commanded from Moscow}
  river: {name: River Republic, role: bound, basis: by its declaration}
  group: {name: River Observer Group, role: monitor}
  dc: {name: Citizens' Defence Committees, role: third-party}
terms:
  t: {norm: prohibition, bearer: [mol], act: attack}
"""


def _claims(text: str, act: str, agreement: str = STATES) -> list[Claim]:
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2024, 3, 15))
    return [c for c in read(report, loads(agreement)).claims if c.act == act]


def test_both_presidents_signed() -> None:
    (signed,) = _claims("Presidents Ion Ursu of Moldova and Oleg Belov of Russia signed a truce.", "sign")
    assert [p.id for p in signed.actors] == ["mol", "rus"]
    (signed,) = _claims("President Ion Ursu of Moldova met Oleg Belov and signed a truce.", "sign")
    assert [p.id for p in signed.actors] == ["mol"]


def test_two_surnames_in_a_headline() -> None:
    (signed,) = [c for c in claims_under("Ursu, Belov sign truce") if c.act == "sign"]
    assert [p.words for p in signed.actors] == ["Ursu", "Belov"]
    (signed,) = [c for c in claims_under("Sunday, Boran signs truce") if c.act == "sign"]
    assert [p.id for p in signed.actors] == ["boran"]


def test_a_states_army_is_no_separatists() -> None:
    text = "The 10th Army has tanks there. Moldova said the separatists had shelled a village."
    (shelled,) = _claims(text, "attack")
    assert [p.id for p in shelled.actors] == ["river"]
    listed = STATES.replace("10th Army", "Army of the River Valley")
    (shelled,) = _claims(text.replace("10th Army", "Army of the River Valley"), "attack", listed)
    assert [p.id for p in shelled.actors] == ["tenth"]


def test_letters_of_a_name_written_out() -> None:
    agreement = AGREEMENT.replace("[Front]", "[Front, Kest Valley Army]")
    names = Names.of(loads(agreement))
    assert {m.text: m.id for m in names.find("KVA leaves. The Kest Valley Army has left.")}["KVA"] == "front"
    other = names.find("KVA leaves. The Kest Valley Army and the Kind Voters' Association (KVA) met.")
    assert "front" not in {m.id for m in other if m.text == "KVA"}


def test_last_words_with_a_capital() -> None:
    names = Names.of(loads(STATES))
    found = {m.text: m.id for m in names.find("On Monday the Group certified it and thanked the Committees.")}
    assert (found["Group"], found["Committees"]) == ("group", "dc")
    assert "group" not in {m.id for m in names.find("On Monday the group left the town.")}


def test_our_army_is_the_speakers() -> None:
    (left,) = claims_of("Our army left Dolan with honour.", "withdraw")
    assert [p.id for p in left.actors] == [None]
    (left,) = claims_of("The Front left Kest. The Borani army left Dolan.", "withdraw")[1:]
    assert [p.id for p in left.actors] == ["boran"]
