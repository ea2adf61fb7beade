"""An incident of which both sides are established authors is no incident without an author."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.crown import AGREEMENT

from servanda.case import ask, open_case, take_in
from servanda.findings import TermFinding

DAY = date(2031, 2, 10)
MAPPING = """\
name: Log
columns: {start: day, actor: by, other: against, kind: kind, place: [place], offices: source}
acts: {clash: attack, raid: attack}
mutual: [clash]
"""


def found(folder: Path, row: str) -> TermFinding:
    (folder / "events").mkdir()
    (folder / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (folder / "events" / "log.mapping.yaml").write_text(MAPPING, encoding="utf-8")
    (folder / "events" / "log.csv").write_text(f"day,by,against,kind,place,source\n{row}\n", encoding="utf-8")
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
    return ask(case, DAY, DAY).findings.term("1-truce")


@pytest.mark.parametrize(
    ("row", "actor", "authors", "status", "unattributed"),
    [
        ("2031-02-01,Guard,Crown,clash,High Pass,A; B", None, {"crown", "guard"}, "breached", False),
        ("2031-02-01,Guard,Crown,raid,High Pass,A; B", "guard", {"guard"}, "breached", False),
        ("2031-02-01,,Crown,raid,High Pass,A; B", None, set(), "holding", True),
    ],
)
def test_both_sides_of_a_clash_are_its_authors(
    tmp_path: Path, row: str, actor: str | None, authors: set[str], status: str, unattributed: bool
) -> None:
    term = found(tmp_path, row)
    (incident,) = term.incidents
    assert (incident.actor, set(incident.authors)) == (actor, authors)
    assert term.status == status
    assert ("unattributed-incident" in term.flags) is unattributed
