"""Who speaks where a text names no speaker: the source, the author, the headline of a statement."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from servanda.reading.carrier import carrier_of
from servanda.reading.names import Names
from servanda.reports.model import Report, Segment

_path = Path(__file__).parent.parent / "names" / "agreements.py"
_spec = importlib.util.spec_from_file_location("agreements_for_carriers", _path)
assert _spec is not None and _spec.loader is not None
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)


def carrier(
    case: str, *, source: str | None = None, author: str | None = None, title: str | None = None
) -> tuple[str | None, str]:
    report = Report(
        "x.txt",
        "0" * 64,
        "Nobody fired.",
        (Segment("body", 0, 13),),
        "txt",
        title=title,
        source=source,
        author=author,
        published=date(2024, 3, 1),
    )
    agreement = getattr(cases, case)
    got = carrier_of(report, agreement, Names.of(agreement))
    return got.actor, got.kind


@pytest.mark.parametrize(
    ("case", "source", "actor", "kind"),
    [
        ("KARABAKH", "Ministry of Defence of Azerbaijan", "azerbaijan", "named-official"),
        ("SUDAN", "RSF media office", "rsf", "named-official"),
        ("SUDAN", "Sudan Armed Forces Facebook page", "saf", "named-official"),
        ("COLOMBIA", "UN Mission in Colombia", "un-mission", "monitor"),
        ("ETHIOPIA", "TPLF Office of External Affairs", "tplf", "named-official"),
        ("ETHIOPIA", "Ethiopia Observer", None, "outlet"),
        ("COLOMBIA", "Bogota Review", None, "outlet"),
        ("CONGO", "Congo Research Group", None, "outlet"),
        ("YEMEN", "UN News", None, "outlet"),
        ("YEMEN", "Permanent Mission of Yemen to the United Nations", None, "outlet"),
        ("YEMEN", "Ministry of Defence", None, "named-official"),
    ],
)
def test_a_source_is_an_actor_only_by_its_whole_name(case: str, source: str, actor: str | None, kind: str) -> None:
    assert carrier(case, source=source) == (actor, kind)


def test_an_author_or_a_headline_names_whose_statement_it_is() -> None:
    assert carrier("SUDAN", source="Wire of the day", author="Rapid Support Forces") == ("rsf", "named-official")
    title = "Statement by the Ministry of Defence of Azerbaijan on the situation along the line"
    assert carrier("KARABAKH", source="Wire of the day", title=title) == ("azerbaijan", "named-official")
    assert carrier("KARABAKH", source="Wire of the day", title="Statement by Azerbaijan and Armenia")[0] is None
    assert carrier("KARABAKH", source="Wire of the day", title="Letter from Azerbaijan")[0] is None
