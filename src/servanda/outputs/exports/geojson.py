"""Zones and incidents as GeoJSON (RFC 7946: WGS 84, longitude first).

Invariant: a feature's geometry is the area that the report or file gives, a point only with its radius stated; an
incident without a place has a null geometry and is not left out.
"""

from __future__ import annotations

import json
from typing import Any

from servanda.outputs.dossier import Dossier
from servanda.outputs.pictures.map import DRAWN, shape


def geojson(dossier: Dossier) -> str:
    """A FeatureCollection of zones, then incidents."""
    found = dossier.findings
    zones = dossier.agreement.zones
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "id": f"zone:{z.id}",
            "geometry": shape(z.geometry, z.radius_km) if z.geometry else None,
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
                    "geometry": shape(zone.geometry, zone.radius_km) if zone and zone.geometry else None,
                    "properties": {
                        "what": "incident",
                        "term": term.id,
                        "earliest": i.earliest.isoformat() if i.earliest else None,
                        "latest": i.latest.isoformat() if i.latest else None,
                        "zone": i.zone,
                        "kind": i.kind,
                        "author": i.actor,
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
