"""From an answer to the dossier that pages, pictures and exports are made from.

Invariant: a dossier holds the values of the answer and nothing else.
"""

from __future__ import annotations

import json
from typing import Any

from servanda.case.answer import Answer
from servanda.case.folder import Case
from servanda.errors import CaseError, Place
from servanda.outputs.dossier import Dossier

LAYER_BYTES = 20_000_000


def dossier_of(answer: Answer) -> Dossier:
    """The dossier of an answer."""
    return Dossier(
        answer.agreement,
        answer.evidence,
        answer.findings,
        answer.document,
        answer.knowledge.reports,
        answer.case.sources,
        answer.head,
    )


def base_layers(case: Case) -> list[dict[str, Any]]:
    """The GeoJSON layers that lie in the case's `map/` folder, by name. Raises CaseError C130 for one that is none."""
    out: list[dict[str, Any]] = []
    for path in sorted((case.root / "map").glob("*.geojson")):
        if path.is_symlink() or path.stat().st_size > LAYER_BYTES:
            raise CaseError(
                "C130", f"a base layer may be no link and at most {LAYER_BYTES:,} bytes", Place(str(path))
            )
        try:
            layer = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:
            raise CaseError("C130", f"no GeoJSON ({error}). Write a FeatureCollection", Place(str(path))) from None
        if not isinstance(layer, dict) or layer.get("type") != "FeatureCollection":
            raise CaseError("C130", "no GeoJSON FeatureCollection. Write one, WGS 84", Place(str(path)))
        out.append(layer)
    return out
