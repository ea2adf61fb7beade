"""Whom unnamed forces, offices, short names and collectives stand for, and where that is left open."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from servanda.reading.names import Names

_spec = importlib.util.spec_from_file_location("agreements_of_who", Path(__file__).parent / "agreements.py")
assert _spec is not None and _spec.loader is not None
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)


def stands_for(case: str, text: str, words: str) -> str | tuple[str, ...] | None:
    """The id or the members of the mention with these words; 'nothing' where there is no such mention."""
    found = next((m for m in Names.of(getattr(cases, case)).find(text) if m.text == words), None)
    return "nothing" if found is None else found.members or found.id


@pytest.mark.parametrize(
    ("case", "text", "words", "meant"),
    [
        # the one state's own forces and offices
        ("WHO", "Government troops left Gatumba.", "Government troops", "state"),
        ("WHO", "Soldiers shot two men.", "Soldiers", "state"),
        ("WHO", "The junta's troops left.", "junta's troops", "state"),
        ("WHO", "The army fired.", "army", "state"),
        ("WHO", "President Pierre Buyoya ended the truce.", "President Pierre Buyoya", "state"),
        ("WHO", "The Home Ministry freed forty men.", "Home Ministry", "state"),
        ("WHO", "An army officer said so.", "army officer", "state"),
        ("WHO", "They shot the mayor. Residents fled.", "mayor. Residents", "nothing"),
        ("WHO", "The ministry of defence freed forty men.", "ministry of defence", "state"),
        # another state was spoken of, or the case has two
        ("WHO", "Rwanda sent men. Soldiers shot two of them.", "Soldiers", None),
        ("TWO_STATES", "The army fired.", "army", None),
        ("TWO_STATES", "Soldiers fired.", "Soldiers", None),
        # an army that is a movement's name is not 'the army'
        ("KACHIN", "The Kachin Independence Army replied. The army fired.", "army", "military"),
        ("KACHIN", "Kachin rebels fired.", "Kachin rebels", "kia"),
        ("KACHIN", "Nato was asked to help.", "Nato", "nato"),
        # rebels of a country are not the country's, and of two groups none is guessed
        ("WHO", "Burundian rebels fired.", "Burundian rebels", None),
        ("WHO", "Burundian rebels fired. The FNL denied it.", "Burundian rebels", "fnl"),
        ("WHO", "The FDD left. The FNL stayed. Rebels fired.", "Rebels", "fnl"),
        # a capital that is a place and an actor
        ("CAPITALS", "Shells fell on Tripoli.", "Tripoli", "tripoli"),
        ("CAPITALS", "Tripoli has accepted the truce.", "Tripoli", "gna"),
        ("CAPITALS", "The UN told Tripoli to wait.", "Tripoli", "gna"),
        # short names
        ("CAPITALS", "Haftar's forces left.", "Haftar's forces", "lna"),
        ("CAPITALS", "The Alliance stopped.", "Alliance", "alliance"),
        ("WHO", "The African mission saw it.", "African mission", "mission"),
        ("WHO", "The monitors saw it.", "monitors", "mission"),
        # several
        ("CAPITALS", "Turkey urged the LNA. Both sides refused.", "Both sides", None),
        ("CAPITALS", "The GNA and the LNA met. Turkey was glad. Both sides refused.", "Both sides", ("gna", "lna")),
        ("WHO", "The FNL met the army. Neither party has fired.", "Neither party", ("fnl", "state")),
        ("WHO", "The FNL met the army. Neither has fired.", "Neither", ("fnl", "state")),
        ("WHO", "The FNL met the army, the FDD watched. Neither has fired.", "Neither", "nothing"),
        ("WHO", "The FNL met the army. The latter had come late.", "latter", "state"),
        ("WHO", "The FNL met the army. The former had come late.", "former", "fnl"),
        ("WHO", "The FNL met the army. The former rebels had come late.", "former", "nothing"),
        ("WHO", "The FNL met the army. The two Burundian sides refused.", "sides", ("fnl", "state")),
        ("WHO", "The FNL and the army both refused.", "both", "nothing"),
        ("BOSNIA", "The Serb general refused.", "Serb general", "vrs"),
        ("BOSNIA", "Serbs gave back the tanks.", "Serbs", "vrs"),
        ("BOSNIA", "Peacekeepers counted the guns.", "Peacekeepers", "unprofor"),
        ("WHO", "Peacekeepers counted the guns.", "Peacekeepers", None),
        ("BOSNIA", "UN observers counted the guns.", "UN observers", "unprofor"),
        ("WHO", "Soldiers fled to Rwanda. Government helicopters fired.", "Government helicopters", "state"),
        ("CAPITALS", "Omar Aziz, who leads the Alliance, came. Aziz fired.", "Aziz", "alliance"),
        # whose body it is
        ("WHO", "The FNL leader fled. His men stayed.", "His men", "fnl"),
    ],
)  # fmt: skip
def test_who_is_meant(case: str, text: str, words: str, meant: str | tuple[str, ...] | None) -> None:
    assert stands_for(case, text, words) == meant


def test_soldiers_may_be_those_of_a_state_that_is_no_side() -> None:
    case = cases.agreement(
        [
            cases.actor("ethiopia", "Government of Ethiopia", "Ethiopian troops"),
            cases.actor("tplf", "Tigray Front", "TPLF"),
            cases.actor("eritrea", "Eritrea", "Eritrean troops", roles=("third-party",)),
        ],
        [],
    )

    def meant(text: str) -> str | None:
        return next(m.id for m in Names.of(case).find(text) if m.text.lower() == "soldiers")

    assert meant("Convoys were turned back by soldiers at Adwa.") is None
    assert meant("The Ethiopian government promised calm. Convoys were turned back by soldiers.") == "ethiopia"
    assert meant("Convoys were turned back by the soldiers.") == "ethiopia"


def test_a_leader_given_with_his_rank() -> None:
    """'General Salo Diba' among the aliases is known by his surname too."""
    case = cases.agreement([cases.actor("pdm", "Defence Movement", "General Salo Diba"), cases.actor("gov", "Maru")], [])
    for text, words in (("Diba left.", "Diba"), ("General Diba left.", "Diba"), ("Salo Diba left.", "Salo Diba")):
        assert next(m.id for m in Names.of(case).find(text) if m.text == words) == "pdm"


def test_the_state_that_no_table_has() -> None:
    """A 'Republic of X' is the state, whatever authorities the other side has; of two republics neither is."""
    region = cases.agreement([cases.actor("p", "Republic of Palda"), cases.actor("t", "Teval Region", "Teval authorities")], [])
    both = cases.agreement([cases.actor("p", "Republic of Palda"), cases.actor("t", "Teval Republic")], [])
    assert [m.id for m in Names.of(region).find("Soldiers shot two men.")] == ["p"]
    assert Names.of(both).government is None
