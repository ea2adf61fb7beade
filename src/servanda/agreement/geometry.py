"""Zones on the earth: points with a radius, GeoJSON written out or in a file beside the agreement.

Invariant: every position has a longitude within ±180 and a latitude within ±90, and every ring is closed (RFC 7946).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from servanda.agreement.nearest import listing, nearest
from servanda.agreement.shape import PointShape

KINDS = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_LIMIT = 20_000_000


class GeometryFiles:
    """The GeoJSON files beside an agreement, each read once."""

    def __init__(self, base: Path | None) -> None:
        self._base = base
        self._read: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """The JSON in a file. Raises ValueError with what to write instead."""
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def _load(self, name: str) -> Any:
        if self._base is None:
            raise ValueError(f"{name} cannot be looked up here. Write the geometry out in place")
        file = (self._base / name).resolve()
        if not file.is_relative_to(self._base.resolve()):
            raise ValueError(f"{name} lies outside the case folder. Put it beside the agreement")
        if not file.is_file():
            beside = [p.name for p in self._base.glob("*.*json")]
            raise ValueError(f"there is no file {name} beside the agreement.{nearest(name, beside)}")
        if file.stat().st_size > _LIMIT:
            raise ValueError(f"{name} has {file.stat().st_size:,} bytes; at most {_LIMIT:,} are read. Simplify it")
        try:
            return json.loads(file.read_text(encoding="utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise ValueError(f"{name} is not JSON: {error}") from error


def resolve(value: str | PointShape | dict[str, Any], files: GeometryFiles) -> Mapping[str, Any]:
    """The GeoJSON geometry meant. Raises ValueError with what to write instead."""
    if isinstance(value, PointShape):
        geometry: Mapping[str, Any] = {"type": "Point", "coordinates": list(value.point)}
    elif isinstance(value, str):
        geometry = _from_file(value, files)
    else:
        geometry = value
    _check(geometry)
    return geometry


def _check(geometry: Mapping[str, Any], depth: int = 0) -> None:
    kind = geometry.get("type")
    if kind not in KINDS:
        raise ValueError(f"a geometry of type {kind!r}.{nearest(str(kind), KINDS)} Allowed: {', '.join(KINDS)}")
    if kind == "GeometryCollection":
        parts = geometry.get("geometries")
        if not isinstance(parts, list) or not parts or depth > 5:
            raise ValueError("a GeometryCollection without geometries. Write geometries: [{type: Point, …}]")
        for part in parts:
            _check(part if isinstance(part, dict) else {}, depth + 1)
        return
    coordinates = geometry.get("coordinates")
    found = list(_positions(coordinates, _DEPTH[kind], kind))
    if not found:
        raise ValueError(f"a {kind} without coordinates. Write {{point: [longitude, latitude], radius_km: 10}}")
    for lon, lat in found:
        _on_earth(lon, lat)
    for ring in _rings(kind, coordinates):
        if len(ring) < 4 or ring[0] != ring[-1]:
            raise ValueError("a ring of a polygon must have four positions or more and end where it begins")


def _on_earth(lon: float, lat: float) -> None:
    if -180 <= lon <= 180 and -90 <= lat <= 90:
        return
    swapped = abs(lon) <= 90 and abs(lat) <= 180
    hint = f" Longitude comes first: did you mean [{lat:g}, {lon:g}]?" if swapped else ""
    raise ValueError(f"[{lon:g}, {lat:g}] is not on the earth; allowed: longitude -180 to 180, latitude -90 to 90.{hint}")


def _positions(value: Any, depth: int, kind: str) -> Iterator[tuple[float, float]]:
    if depth > 0:
        if not isinstance(value, list):
            raise ValueError(f"the coordinates of a {kind} are lists in lists, {_DEPTH[kind]} deep around [lon, lat]")
        for item in value:
            yield from _positions(item, depth - 1, kind)
        return
    if not isinstance(value, list) or not 2 <= len(value) <= 4 or not all(_is_number(v) for v in value):
        raise ValueError(f"found {str(value)[:40]} in the coordinates of a {kind} where [longitude, latitude] is wanted")
    yield float(value[0]), float(value[1])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _rings(kind: str, coordinates: Any) -> list[Any]:
    if kind == "Polygon":
        return list(coordinates)
    return [ring for polygon in coordinates for ring in polygon] if kind == "MultiPolygon" else []


def _from_file(value: str, files: GeometryFiles) -> Mapping[str, Any]:
    name, _, key = value.partition("#")
    if not name:
        raise ValueError(f"{value!r} names no file. Write zones.geojson#{key or 'id'}")
    data = files.get(name)
    if not isinstance(data, dict):
        raise ValueError(f"{name} holds no GeoJSON object")
    if data.get("type") == "FeatureCollection":
        data = _feature(data, name, key)
    geometry = data.get("geometry") if data.get("type") == "Feature" else data
    if not isinstance(geometry, dict):
        raise ValueError(f"{value} holds no geometry")
    return geometry


def _feature(data: Mapping[str, Any], name: str, key: str) -> Any:
    listed = [f for f in data.get("features") or () if isinstance(f, dict)]
    features = {str(f.get("id", (f.get("properties") or {}).get("id"))): f for f in listed}
    if not key and len(listed) == 1:
        return listed[0]
    if key not in features:
        found = f"has no feature {key!r}.{nearest(key, features)}" if key else "has several features."
        raise ValueError(f"{name} {found} Write {name}#ID; allowed: {listing(features)}")
    return features[key]
