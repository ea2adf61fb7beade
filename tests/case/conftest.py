"""A bundled case that has been run once, shared by the tests that only ask."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from servanda.case import Case, open_case, take_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The bundled case `karabakh-2020`, copied and taken in."""
    target = tmp_path_factory.mktemp("bundled") / "karabakh-2020"
    shutil.copytree(ROOT / "examples" / "karabakh-2020", target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    case = open_case(target)
    with case.ledger() as ledger:
        take_in(case, ledger)
    return case


@pytest.fixture
def own(ran: Case, tmp_path: Path) -> Case:
    """A copy of it that a test may write to."""
    return open_case(Path(shutil.copytree(ran.root, tmp_path / "own")))
