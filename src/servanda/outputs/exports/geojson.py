"""Zones and incidents as GeoJSON (RFC 7946: WGS 84, longitude first).

Invariant: a feature's geometry is the area that the report or file gives, a point only with its radius stated; an
incident without a place has a null geometry and is not left out.
"""

from __future__ import annotations

import json
from typing import Any

import shapely
import shapely.geometry
from shapely.geometry.base import BaseGeometry

from servanda.agreement.model import Zone
from servanda.outputs.dossier import Dossier
from servanda.outputs.pictures.map import DRAWN, shape


def area(zone: Zone | None) -> dict[str, Any] | None:
    """A zone as an area, outer rings counterclockwise; None where it has no shape."""
    if zone is None or zone.geometry is None:
        return None
    made = shapely.geometry.shape(shape(zone.geometry, zone.radius_km))
    return dict(shapely.geometry.mapping(shapely.set_precision(_wound(made), 1e-6, mode="pointwise")))


def _wound(made: BaseGeometry) -> BaseGeometry:
    if made.geom_type == "Polygon":
        return shapely.geometry.polygon.orient(made)
    if made.geom_type in {"MultiPolygon", "GeometryCollection"}:
        return type(made)([_wound(part) for part in made.geoms])
    return made


def geojson(dossier: Dossier) -> str:
    """A FeatureCollection of zones, then incidents."""
    found = dossier.findings
    zones = dossier.agreement.zones
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "id": f"zone:{z.id}",
            "geometry": area(z),
            "properties": {"what": "zone", "name": z.name, "within": z.within, "radius_km": z.radius_km},
        }
        for z in zones.values()
    ]
    for term in found.terms:
        for i in term.incidents:
            zone = zones.get(i.zone) if i.zone else None
            features.append(
                {
                    "type": "Feature",
                    "id": f"incident:{term.id}:{i.id}",
                    "geometry": area(zone),
                    "properties": {
                        "what": "incident",
                        "term": term.id,
                        "earliest": i.earliest.isoformat() if i.earliest else None,
                        "latest": i.latest.isoformat() if i.latest else None,
                        "zone": i.zone,
                        "kind": i.kind,
                        "author": "; ".join(i.authors) or None,
                        "accused": list(i.accused),
                        "standing": i.epistemic,
                        "precision": "zone" if zone else "none",
                        "claims": list(i.claims),
                    },
                }
            )
    body = {
        "type": "FeatureCollection",
        "as_of": found.as_of.isoformat(),
        "known_at": found.known_at.isoformat(),
        "convention": DRAWN,
        "features": features,
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"
