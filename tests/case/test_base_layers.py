"""Base layers of the map: GeoJSON that the user supplies in `map/`, or a clear refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.case import open_case
from servanda.case.dossiers import base_layers
from servanda.errors import CaseError


@pytest.mark.parametrize("text", ["{", "[]", '{"type": "Feature"}', "[" * 100_000])
def test_what_is_no_collection_is_refused(karabakh: Path, text: str) -> None:
    (karabakh / "map").mkdir()
    (karabakh / "map" / "rivers.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match="C130"):
        base_layers(open_case(karabakh))


def test_a_link_is_not_followed(karabakh: Path, tmp_path: Path) -> None:
    (karabakh / "map").mkdir()
    (tmp_path / "x.geojson").write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    (karabakh / "map" / "x.geojson").symlink_to(tmp_path / "x.geojson")
    with pytest.raises(CaseError, match="C130"):
        base_layers(open_case(karabakh))
