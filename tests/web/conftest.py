"""The app over the bundled case, read once; and a client as a browser on this machine would be."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from servanda.case import open_case, take_in

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

from servanda.web.app import create_app

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a-token-for-tests"
EVE = "as_of=2020-11-24&known_at=2020-11-24"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the bundled case, read; tests that write take their own copy of it."""
    target = tmp_path_factory.mktemp("web") / "karabakh-2020"
    shutil.copytree(ROOT / "examples" / "karabakh-2020", target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    opened = open_case(target)
    with opened.ledger() as ledger:
        take_in(opened, ledger)
    return target


@pytest.fixture(scope="session")
def client(folder: Path) -> Iterator[TestClient]:
    """A client that only reads."""
    with TestClient(create_app([folder], TOKEN), base_url="http://127.0.0.1") as made:
        yield made


@pytest.fixture
def own(folder: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    return Path(shutil.copytree(folder, tmp_path / "own"))
