"""The codes of the room and the page that lists them are one."""

from __future__ import annotations

import re
from pathlib import Path

import servanda.reports

ROOT = Path(__file__).resolve().parents[2]


def test_every_code_is_listed_and_every_listed_code_is_used():
    folder = Path(servanda.reports.__file__).parent
    used = {
        code
        for path in folder.glob("*.py")
        for code in re.findall(r'["\[](R\d{3})["\]]', path.read_text(encoding="utf-8"))
    }
    listed = re.findall(r"^\| (R\d{3}) \|", (ROOT / "docs" / "errors.md").read_text(encoding="utf-8"), re.M)
    assert sorted(used) == sorted(listed)
