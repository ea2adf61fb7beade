"""S11: no ranking and no score of parties; every picture carries its epistemic word, both clocks and the unknowns."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from servanda.case import Case, ask, open_case, take_in
from servanda.case.dossiers import dossier_of
from servanda.outputs.document import status_schema
from servanda.outputs.dossier import Dossier
from servanda.outputs.exports import TABLES
from servanda.outputs.overview import party_table
from servanda.outputs.pictures import svg
from servanda.outputs.pictures.gallery import pictures
from servanda.outputs.wording import long_day, shown
from tests.cli.conftest import ROOT

DAYS = (date(2020, 11, 9), date(2020, 11, 24), date(2021, 4, 24))
WORDS = {"settled", "contested", "alleged only", "no information"}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The bundled case, read once."""
    target = tmp_path_factory.mktemp("s11") / "karabakh-2020"
    shutil.copytree(ROOT / "examples" / "karabakh-2020", target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    opened = open_case(target)
    with opened.ledger() as ledger:
        take_in(opened, ledger)
    return opened


@pytest.mark.parametrize("day", DAYS)
def test_s11_every_picture_carries_its_epistemic_word_both_clocks_and_the_unknowns(read: Case, day: date) -> None:
    dossier: Dossier = dossier_of(ask(read, day, day))
    drawn = pictures(dossier)
    assert {"timeline", "map"} <= set(drawn)
    for name, one in drawn.items():
        printed = " ".join("".join(e.itertext()) for e in ET.fromstring(svg(one)).iter() if e.tag.endswith("}text"))
        assert f"As of {long_day(day)}, as known at {long_day(day)}." in printed, name
        assert "Not known: " in printed, name
        evidence = re.search(r"Evidence: (.+?)\.", printed)
        assert evidence and any(w in evidence[1] for w in WORDS), name
        if name.startswith("term:"):
            assert shown(dossier.found(name.removeprefix("term:")).epistemic) == evidence[1]


def test_s11_unknown_authors_and_outcomes_are_counted_on_the_pictures(read: Case) -> None:
    day = date(2021, 4, 24)
    dossier = dossier_of(ask(read, day, day))
    nobody = {i.id for t in dossier.findings.terms for i in t.incidents if i.actor is None}
    assert nobody
    assert f"the author of {len(nobody)} incidents" in pictures(dossier)["incidents"].description


def test_s11_parties_stand_in_the_order_of_the_agreement_without_a_number(read: Case) -> None:
    orders = []
    for day in DAYS:
        dossier = dossier_of(ask(read, day, day))
        rows = party_table(dossier)
        orders.append([name for name, _ in rows])
        names = [a.name for a in dossier.agreement.actors.values()]
        assert orders[-1] == [n for n in names if n in orders[-1]]
        for _, cells in rows:
            for term, word in (item for cell in cells for item in cell):
                assert term in dossier.agreement.terms and not re.search(r"\d", word)
    assert orders[0] == orders[1] == orders[2]


def test_s11_nothing_handed_on_has_a_field_for_a_score_or_a_rank() -> None:
    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {n for v in value.values() for n in names(v)}
        return {n for v in value for n in names(v)} if isinstance(value, list) else set()

    fields = names(status_schema()) | {c for columns, _ in TABLES.values() for c in columns}
    assert not {f for f in fields if re.search(r"score|rank|rating|points", f)}


def test_s11_incident_lanes_do_not_follow_numbers(read: Case) -> None:
    from servanda.outputs.pictures.incidents import UNKNOWN, _lanes

    dossier = dossier_of(ask(read, DAYS[1], DAYS[1]))
    names = [a.name for a in dossier.agreement.actors.values()][:3]
    assert _lanes(dossier, [UNKNOWN, f"alleged: {names[0]}", *reversed(names)]) == [*names, f"alleged: {names[0]}", UNKNOWN]


