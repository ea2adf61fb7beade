"""Fixtures shared by all tests: where the data for development lies, and the bundled cases."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # what passed once passes again
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of data for development; the test skips, saying so, where it is not there."""
    named = os.environ.get("SERVANDA_SHARED_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"data for development is not at {folder}; set SERVANDA_SHARED_DATA")
    return folder


@pytest.fixture
def karabakh(tmp_path: Path) -> Path:
    """A fresh copy of the bundled case `karabakh-2020`."""
    target = tmp_path / "karabakh-2020"
    shutil.copytree(ROOT / "examples" / "karabakh-2020", target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    return target
