"""Where a located event lies: the narrowest zone of the case that surely holds it, by its point, else by name.

Invariant: a place that is given less precisely than a zone is wide lies in that zone only if the zone's outline
holds its point and it is as precise as the zone, or a wider zone holds it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, radians

from shapely import Point, from_geojson, make_valid
from shapely.geometry.base import BaseGeometry
from shapely.prepared import PreparedGeometry, prep

from servanda.agreement.model import Agreement, Zone
from servanda.reports.sources import folded

KM_PER_DEGREE = 111.32


class Places:
    """The zones of an agreement, ready to be asked; `of` is a pure function of its arguments."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        order = sorted(agreement.zones.values(), key=lambda z: (-len(agreement.zone_chain(z.id)), _size(z), z.id))
        self._shapes = [(z, _prepared(z)) for z in order if z.geometry is not None]
        self._names: Mapping[str, str] = {folded(n): z.id for z in reversed(order) for n in (z.name, *z.aliases)}

    def of(
        self, latitude: float | None, longitude: float | None, radius_km: float | None, names: Sequence[str]
    ) -> str | None:
        """The zone's id, or None where no zone surely holds the place. Degrees WGS 84, kilometres."""
        if latitude is not None and longitude is not None:
            for zone, shape in self._shapes:
                if _holds(zone, shape, latitude, longitude) and _fine_enough(zone, radius_km):
                    return zone.id
        for name in names:
            found = self._names.get(folded(name)) if name else None
            if found:
                return found
        return None


def _prepared(zone: Zone) -> PreparedGeometry[BaseGeometry] | None:
    import json

    if zone.geometry is None or zone.geometry.get("type") == "Point":
        return None
    return prep(make_valid(from_geojson(json.dumps(zone.geometry))))


def _holds(zone: Zone, shape: PreparedGeometry[BaseGeometry] | None, latitude: float, longitude: float) -> bool:
    if shape is not None:
        return bool(shape.covers(Point(longitude, latitude)))
    if zone.geometry is None:
        return False
    lon, lat = zone.geometry["coordinates"][:2]
    east = (longitude - lon) * cos(radians((latitude + lat) / 2)) * KM_PER_DEGREE
    return hypot(east, (latitude - lat) * KM_PER_DEGREE) <= (zone.radius_km or 1.0)


def _fine_enough(zone: Zone, radius_km: float | None) -> bool:
    """A place known only to within more than the zone's own size may lie elsewhere."""
    return radius_km is None or radius_km <= max(_size(zone), 1.0)


def _size(zone: Zone) -> float:
    """Half the extent of a zone in kilometres, roughly."""
    if zone.geometry is None:
        return 1e9
    if zone.geometry.get("type") == "Point":
        return zone.radius_km or 1.0
    import json

    west, south, east, north = from_geojson(json.dumps(zone.geometry)).bounds
    return float(max(east - west, north - south)) * KM_PER_DEGREE / 2
