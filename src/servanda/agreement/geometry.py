"""Zones on the earth: points with a radius, GeoJSON inline or from a file beside the agreement.

Invariant: every position has a longitude within ±180 and a latitude within ±90.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from servanda.agreement.shape import PointShape

KINDS = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")


def resolve(value: str | PointShape | dict[str, Any], base: Path | None) -> Mapping[str, Any]:
    """The GeoJSON geometry meant. Raises ValueError with what to write instead."""
    if isinstance(value, PointShape):
        geometry: Mapping[str, Any] = {"type": "Point", "coordinates": list(value.point)}
    elif isinstance(value, str):
        geometry = _from_file(value, base)
    else:
        geometry = value
    _check(geometry)
    return geometry


def positions(geometry: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """Every position (lon, lat) of a geometry."""
    if geometry.get("type") == "GeometryCollection":
        for part in geometry.get("geometries", []):
            yield from positions(part)
        return
    yield from _positions(geometry.get("coordinates"))


def _positions(value: Any) -> Iterator[tuple[float, float]]:
    if isinstance(value, list) and len(value) >= 2 and all(isinstance(v, int | float) for v in value):
        yield float(value[0]), float(value[1])
    elif isinstance(value, list):
        for item in value:
            yield from _positions(item)


def _check(geometry: Mapping[str, Any]) -> None:
    if geometry.get("type") not in KINDS:
        raise ValueError(f"a geometry of type {geometry.get('type')!r}; allowed: {', '.join(KINDS)}")
    found = list(positions(geometry))
    if not found:
        raise ValueError("a geometry without coordinates. Write {point: [longitude, latitude], radius_km: 10}")
    for lon, lat in found:
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            swap = (
                f" Longitude comes first: did you mean [{lat}, {lon}]?" if abs(lon) <= 90 and abs(lat) <= 180 else ""
            )
            raise ValueError(f"[{lon}, {lat}] is not on the earth (longitude ±180, latitude ±90).{swap}")


def _from_file(value: str, base: Path | None) -> Mapping[str, Any]:
    name, _, key = value.partition("#")
    if base is None:
        raise ValueError(f"{name} cannot be looked up here; write the geometry in place")
    file = (base / name).resolve()
    if not file.is_relative_to(base.resolve()):
        raise ValueError(f"{name} lies outside the case folder; put it beside the agreement")
    if not file.is_file():
        raise ValueError(f"there is no file {name} beside the agreement")
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{name} is not JSON: {error}") from error
    if data.get("type") == "FeatureCollection":
        features = {str(f.get("id") or (f.get("properties") or {}).get("id")): f for f in data.get("features", [])}
        if key not in features:
            raise ValueError(f"{name} has no feature {key!r}; it has {', '.join(sorted(features)) or 'none'}")
        data = features[key]
    geometry = data.get("geometry", data) if data.get("type") == "Feature" else data
    if not isinstance(geometry, dict):
        raise ValueError(f"{value} holds no geometry")
    return geometry
