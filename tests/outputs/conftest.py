"""One run of the bundled case for all tests of this room."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from servanda.case import Case, ask, open_case, take_in
from servanda.case.dossiers import dossier_of
from servanda.outputs.dossier import Dossier

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2020, 11, 24)


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The bundled case, read."""
    target = tmp_path_factory.mktemp("case") / "karabakh-2020"
    shutil.copytree(ROOT / "examples" / "karabakh-2020", target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    opened = open_case(target)
    with opened.ledger() as ledger:
        take_in(opened, ledger)
    return opened


@pytest.fixture(scope="session")
def dossier(case: Case) -> Dossier:
    """As of, and known at, 24 November 2020."""
    return dossier_of(ask(case, DAY, DAY))


@pytest.fixture(scope="session")
def later(case: Case) -> Dossier:
    """As of, and known at, 24 April 2021."""
    return dossier_of(ask(case, date(2021, 4, 24), date(2021, 4, 24)))
