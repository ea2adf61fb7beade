"""Where located events lie: the narrowest zone of the case that surely holds each, by its point, else by name.

Invariant: a place that is given less precisely than a zone is wide lies in that zone only if the zone's outline
holds its point and it is as precise as the zone, or a wider zone holds it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import from_geojson, make_valid

from servanda.agreement.model import Agreement, Zone
from servanda.reports.sources import folded

KM_PER_DEGREE = 111.32
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Outline:
    """A zone's shape: a prepared outline with its box, or a circle of `radius_km` around the point `lon`, `lat`."""

    zone: str
    size_km: float
    outline: shapely.Geometry | None
    lon: float = 0.0
    lat: float = 0.0
    radius_km: float = 1.0
    box: tuple[float, float, float, float] = (-180.0, -90.0, 180.0, 90.0)

    def holds(self, lat: Floats, lon: Floats) -> Flags:
        """Which points it holds; its edge belongs to it. Boxes first, then the exact shape."""
        west, south, east, north = self.box
        inside: Flags = (lat >= south) & (lat <= north) & (lon >= west) & (lon <= east)
        near = np.flatnonzero(inside)
        if len(near):
            inside[near] = self._exact(lat[near], lon[near])
        return inside

    def _exact(self, lat: Floats, lon: Floats) -> Flags:
        if self.outline is not None:
            held: Flags = shapely.intersects_xy(self.outline, lon, lat)
            return held
        east = (lon - self.lon) * np.cos(np.radians((lat + self.lat) / 2)) * KM_PER_DEGREE
        within: Flags = np.hypot(east, (lat - self.lat) * KM_PER_DEGREE) <= self.radius_km
        return within


class Places:
    """The zones of an agreement, ready to be asked; each answer is a function of its arguments alone."""

    def __init__(self, agreement: Agreement) -> None:
        made = [(z, outline_of(z)) for z in agreement.zones.values()]
        made.sort(key=lambda m: (-len(agreement.zone_chain(m[0].id)), m[1].size_km if m[1] else 1e9, m[0].id))
        self.outlines = tuple(o for _, o in made if o is not None)
        self._names: Mapping[str, str] = {folded(n): z.id for z, _ in reversed(made) for n in (z.name, *z.aliases)}
        self._named: dict[tuple[str, ...], str | None] = {}

    def of(
        self, latitude: float | None, longitude: float | None, radius_km: float | None, names: Sequence[str]
    ) -> str | None:
        """The zone's id, or None where no zone surely holds the place. Degrees WGS 84, kilometres."""
        values = [np.array([np.nan if v is None else v]) for v in (latitude, longitude, radius_km)]
        return self.of_all(values[0], values[1], values[2], [tuple(names)])[0]

    def of_all(
        self, latitude: Floats, longitude: Floats, radius_km: Floats, names: Sequence[tuple[str, ...]]
    ) -> list[str | None]:
        """The zone of each place; a number that is not given is NaN."""
        found = self.held(latitude, longitude, radius_km)
        keys = [o.zone for o in self.outlines]
        return [self.named(n) if at == NOWHERE else keys[at] for at, n in zip(found.tolist(), names, strict=True)]

    def held(self, latitude: Floats, longitude: Floats, radius_km: Floats) -> NDArray[np.int64]:
        """For each place the number of the narrowest outline that surely holds it, NOWHERE where none does."""
        found = np.full(len(latitude), NOWHERE, np.int64)
        for number, shape in enumerate(self.outlines):
            fine = np.isnan(radius_km) | (radius_km <= max(shape.size_km, 1.0))
            open_ = np.flatnonzero(fine & (found == NOWHERE))
            if len(open_):
                found[open_[shape.holds(latitude[open_], longitude[open_])]] = number
        return found

    def named(self, names: tuple[str, ...]) -> str | None:
        """The zone of the first of these names that is one's."""
        if names not in self._named:
            ids = (self._names.get(folded(n)) for n in names if n)
            self._named[names] = next((i for i in ids if i), None)
        return self._named[names]


def outline_of(zone: Zone) -> Outline | None:
    """The shape of a zone; None where it has none."""
    if zone.geometry is None:
        return None
    if zone.geometry.get("type") == "Point":
        lon, lat = (float(v) for v in zone.geometry["coordinates"][:2])
        return circle(zone.id, lat, lon, zone.radius_km or 1.0)
    shape = from_geojson(json.dumps(zone.geometry))
    west, south, east, north = shape.bounds
    size = float(max(east - west, north - south)) * KM_PER_DEGREE / 2
    shape = make_valid(shape)
    shapely.prepare(shape)
    return Outline(zone.id, size, shape, box=(float(west), float(south), float(east), float(north)))


def circle(zone: str, lat: float, lon: float, radius_km: float) -> Outline:
    """A circle, with a box that holds it for sure."""
    high = radius_km / KM_PER_DEGREE * 1.000001 + 1e-9
    steep = max(0.01, float(np.cos(np.radians(min(89.9, abs(lat) + high)))))
    wide = high / steep
    return Outline(zone, radius_km, None, lon, lat, radius_km, (lon - wide, lat - high, lon + wide, lat + high))
