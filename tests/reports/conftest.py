"""Fixtures of the reports room: a case folder to put documents in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from servanda.errors import ReportError
from servanda.reports import Report, open_report

Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a document into `reports/` of a case: put('a.txt', 'words') or put('a.txt', b'bytes')."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def opened(put: Put, tmp_path: Path) -> Callable[..., Report]:
    """Write a document and open it; the one report in it."""

    def write_and_open(name: str, content: str | bytes) -> Report:
        (report,) = open_report(put(name, content), tmp_path)
        return report

    return write_and_open


@pytest.fixture
def refused(put: Put, tmp_path: Path) -> Callable[..., ReportError]:
    """Write a document and open it; the error that it gives."""

    def write_and_fail(name: str, content: str | bytes) -> ReportError:
        with pytest.raises(ReportError) as caught:
            open_report(put(name, content), tmp_path)
        return caught.value

    return write_and_fail
