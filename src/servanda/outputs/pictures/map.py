"""The map: zones and incidents as areas of the size of what is known, over base layers that the user supplies.

Invariant: an incident is never a point finer than its report (a village, a district, a radius); no tile and no
network is used; the convention for borders is printed on the map.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shapely import unary_union
from shapely.geometry import shape as shapely_shape

from servanda.outputs.dossier import Dossier
from servanda.outputs.pictures.drawing import Picture, picture
from servanda.outputs.pictures.labels import LINE, Label, labels, pixel
from servanda.outputs.pictures.marks import INK, SOFT, WIDTH
from servanda.outputs.wording import plural

DRAWN = "Shapes as drawn by the writer of the agreement file; they take no position on any border."
_KM = 111.32
HEIGHT = 440
STANDING = ("established", "credible", "alleged", "refuted")
DOMAIN = ["no incident told", "1 to 3 incidents told", "more than 3 incidents told"]


def map_(dossier: Dossier, base: Sequence[Mapping[str, Any]] = ()) -> Picture | None:
    """Zones with geometry, shaded by incidents told of there; None where no zone has any.

    `base` are GeoJSON FeatureCollections (WGS 84) that lie beneath; their `convention` (a member of the collection)
    is printed.
    """
    zones = [z for z in dossier.agreement.zones.values() if z.geometry]
    if not zones:
        return None
    told = Counter(i.zone for t in dossier.findings.terms for i in {i.id: i for i in t.incidents}.values() if i.zone)
    shapes = [(z, shape(z.geometry, z.radius_km)) for z in zones if z.geometry]
    middle = _middle([g for _, g in shapes])
    order = sorted(shapes, key=lambda p: -_extent(p[1]))
    features = [
        {
            "type": "Feature",
            "geometry": _flat(g, middle),
            "name": z.name,
            "level": DOMAIN[0 if not told[z.id] else 1 if told[z.id] <= 3 else 2],
        }
        for z, g in order
    ]
    names = [(f"{z.name} ({told[z.id]})" if told[z.id] else z.name, _flat(g, middle)) for z, g in order]
    seen = [_flat(f["geometry"], middle) for b in base for f in b.get("features", []) if f.get("geometry")]
    whole = unary_union([shapely_shape(g).envelope for g in [*(g for _, g in names), *seen]])
    placed = labels(names, pixel(whole.bounds, WIDTH, HEIGHT))
    found = list({i.id: i for t in dossier.findings.terms for i in t.incidents}.values())
    standing = Counter[str](i.epistemic for i in found)
    words = (
        "; ".join(f"{z.name}: {plural(told[z.id], 'incident')} told of" for z, _ in shapes if told[z.id])
        or "No incident is told of in any zone with a shape"
    )
    nowhere = sum(1 for i in found if i.zone not in {z.id for z in zones})
    if nowhere:
        words += f"; {plural(nowhere, 'incident')} without a place that can be drawn"
    bar, bar_words = _scale_bar([g for _, g in shapes], middle)
    layers = [
        *_base_layers(base, middle),
        {"data": {"values": features}, **_ZONES},
        {
            "data": {"values": [bar]},
            "mark": {"type": "geoshape", "stroke": INK, "strokeWidth": 2, "filled": False},
        },
        _lines_to([[list(p) for p in q.to] for q in placed if q.to]),
        *(_text(placed, pixel(whole.bounds, WIDTH, HEIGHT), halo) for halo in (True, False)),
        _text([bar_words], 0, False),
    ]
    conventions = [f"Base: {b['convention']}" for b in base if b.get("convention")]
    note = " ".join(
        [
            *([f"Incidents told of: {', '.join(f'{standing[w]} {w}' for w in STANDING if standing[w])}."] if found else []),
            DRAWN,
            *conventions,
            "An area is as wide as the report is precise; incidents without a place are not drawn.",
        ]
    )
    body = {"width": WIDTH, "height": HEIGHT, "projection": {"type": "identity", "reflectY": True}, "layer": layers}
    return picture(dossier, "map", "Zones and incidents", f"{words}.", body, note)


_ZONES: dict[str, Any] = {
    "mark": {"type": "geoshape", "stroke": SOFT, "strokeWidth": 0.9, "fillOpacity": 0.6},
    "encoding": {
        "color": {
            "field": "level",
            "type": "nominal",
            "scale": {"domain": DOMAIN, "range": ["#f3f5f7", "#f3cf95", "#d98a4a"]},
            "legend": {"title": None, "orient": "bottom", "symbolType": "square", "symbolStrokeColor": SOFT},
        }
    },
}


def _base_layers(base: Sequence[Mapping[str, Any]], middle: float) -> list[dict[str, Any]]:
    """The user's layers: areas pale, lines and points grey, all beneath the zones."""
    shapes: list[dict[str, Any]] = [
        {"type": "Feature", "geometry": _flat(f["geometry"], middle)}
        for b in base
        for f in b.get("features", [])
        if f.get("geometry")
    ]
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("Polygon", {"fill": "#fbfaf7", "stroke": "#b9b3a4"}),
        ("", {"filled": False, "stroke": "#9a9486"}),
    ]
    out = []
    for kind, style in kinds:
        held = [s for s in shapes if s["geometry"]["type"].endswith("Polygon") == bool(kind)]
        if held:
            out.append({"data": {"values": held}, "mark": {"type": "geoshape", "strokeWidth": 0.8, **style}})
    return out


def _text(placed: Sequence[Label], unit: float, halo: bool) -> dict[str, Any]:
    """Names at their places, a line each of `unit` pixels' width; with a halo, the white edge that lies beneath them."""
    edge = {"stroke": "#ffffff", "strokeWidth": 3, "strokeOpacity": 0.85} if halo else {}
    values = []
    for label in placed:
        for n, line in enumerate(label.lines):
            y = label.y + ((len(label.lines) - 1) / 2 - n) * LINE * unit
            place = {"type": "Point", "coordinates": [round(label.x, 5), round(y, 5)]}
            values.append({"type": "Feature", "geometry": place, "name": line})
    return {
        "data": {"values": values},
        "mark": {"type": "text", "fontSize": 10.5, "baseline": "middle", "color": INK, **edge},
        "encoding": {
            "longitude": {"field": "geometry.coordinates[0]", "type": "quantitative"},
            "latitude": {"field": "geometry.coordinates[1]", "type": "quantitative"},
            "text": {"field": "name", "type": "nominal"},
        },
    }


def _lines_to(lines: Sequence[list[list[float]]]) -> dict[str, Any]:
    """Thin lines from names that stand apart to their areas."""
    values = [{"type": "Feature", "geometry": {"type": "LineString", "coordinates": line}} for line in lines]
    mark = {"type": "geoshape", "filled": False, "stroke": SOFT, "strokeWidth": 0.7, "strokeDash": [2, 2]}
    return {"data": {"values": values}, "mark": mark}


def _scale_bar(shapes: Sequence[Mapping[str, Any]], middle: float) -> tuple[dict[str, Any], Label]:
    """A line of a round number of kilometres below the shapes, and its words; true at the map's middle latitude."""
    xs, ys = zip(*(p for g in shapes for p in _points(_flat(g, middle))), strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    across = max(wide, high * WIDTH / HEIGHT) * _KM
    km = next((n for n in (500, 200, 100, 50, 20, 10, 5, 2, 1) if n <= across / 5), 1)
    left, low = min(xs), min(ys) - 0.05 * max(wide, high)
    line = {"type": "LineString", "coordinates": [[round(left, 5), round(low, 5)], [round(left + km / _KM, 5), round(low, 5)]]}
    place = Label((f"{km} km",), left + km / _KM / 2, low + 0.022 * max(wide, high))
    return {"type": "Feature", "geometry": line}, place


def shape(geometry: Mapping[str, Any], radius_km: float | None) -> dict[str, Any]:
    """A zone's geometry as an area: a point becomes the circle of its radius (WGS 84; 5 km where none is given)."""
    if geometry.get("type") != "Point":
        return dict(geometry)
    lon, lat = geometry["coordinates"][:2]
    r = (radius_km or 5.0) / _KM
    k = max(0.05, math.cos(math.radians(lat)))
    ring = [[lon + r / k * math.cos(a), lat + r * math.sin(a)] for a in (2 * math.pi * i / 72 for i in range(72))]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _points(value: Any) -> Iterator[tuple[float, float]]:
    if isinstance(value, Mapping):
        yield from _points(value.get("coordinates") or value.get("geometries") or [])
    elif isinstance(value, Sequence) and value and isinstance(value[0], (int, float)):
        yield float(value[0]), float(value[1])
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from _points(item)


def _middle(shapes: Sequence[Mapping[str, Any]]) -> float:
    lats = [y for g in shapes for _, y in _points(g)]
    return sum(lats) / len(lats) if lats else 0.0


def _flat(geometry: Mapping[str, Any], middle: float) -> dict[str, Any]:
    """Plane coordinates: longitudes shortened by the cosine of the map's middle latitude."""
    k = max(0.05, math.cos(math.radians(middle)))

    def scaled(value: Any) -> Any:
        if isinstance(value, Sequence) and value and isinstance(value[0], (int, float)):
            return [round(float(value[0]) * k, 5), round(float(value[1]), 5)]
        return [scaled(v) for v in value]

    if geometry.get("type") == "GeometryCollection":
        return {"type": "GeometryCollection", "geometries": [_flat(g, middle) for g in geometry["geometries"]]}
    return {"type": geometry["type"], "coordinates": scaled(geometry["coordinates"])}


def _extent(geometry: Mapping[str, Any]) -> float:
    return float(shapely_shape(geometry).envelope.area)
