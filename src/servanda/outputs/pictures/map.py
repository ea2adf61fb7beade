"""The map: zones and incidents as areas of the size of what is known, over base layers that the user supplies.

Invariant: an incident is never a point finer than its report (a village, a district, a radius); no tile and no
network is used; the convention for borders is printed on the map.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from servanda.outputs.dossier import Dossier
from servanda.outputs.pictures.drawing import Picture, picture
from servanda.outputs.pictures.marks import INK, SOFT
from servanda.outputs.wording import plural

DRAWN = "Shapes as drawn by the writer of the agreement file; they take no position on any border."
_KM = 111.32
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
    labels = _labels([(z.name, told[z.id], _flat(g, middle)) for z, g in order])
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
        _lines_to([p["to"] for p in labels if "to" in p]),
        *(_text(labels, halo) for halo in (True, False)),
        _text([bar_words], False),
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
    body = {"width": 640, "height": 440, "projection": {"type": "identity", "reflectY": True}, "layer": layers}
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


def _text(labels: Sequence[Mapping[str, Any]], halo: bool) -> dict[str, Any]:
    """Names at their places; with a halo, the white edge that lies beneath them."""
    edge = {"stroke": "#ffffff", "strokeWidth": 3, "strokeOpacity": 0.85} if halo else {}
    values = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [p["x"], p["y"]]}, "name": p["name"]} for p in labels
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "fontSize": 10.5, "color": INK, **edge},
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


def _scale_bar(shapes: Sequence[Mapping[str, Any]], middle: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """A line of a round number of kilometres below the shapes, and its words; true at the map's middle latitude."""
    xs, ys = zip(*(p for g in shapes for p in _points(_flat(g, middle))), strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    across = max(wide, high * 640 / 440) * _KM
    km = next((n for n in (500, 200, 100, 50, 20, 10, 5, 2, 1) if n <= across / 5), 1)
    left, low = min(xs), min(ys) - 0.05 * max(wide, high)
    line = {"type": "LineString", "coordinates": [[round(left, 5), round(low, 5)], [round(left + km / _KM, 5), round(low, 5)]]}
    place = {"x": round(left + km / _KM / 2, 5), "y": round(low + 0.022 * max(wide, high), 5), "name": f"{km} km"}
    return {"type": "Feature", "geometry": line}, place


def shape(geometry: Mapping[str, Any], radius_km: float | None) -> dict[str, Any]:
    """A zone's geometry as an area: a point becomes the circle of its radius (WGS 84; 5 km where none is given)."""
    if geometry.get("type") != "Point":
        return dict(geometry)
    lon, lat = geometry["coordinates"][:2]
    r = (radius_km or 5.0) / _KM
    k = max(0.05, math.cos(math.radians(lat)))
    ring = [[lon + r / k * math.cos(a), lat + r * math.sin(a)] for a in (2 * math.pi * i / 36 for i in range(36))]
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
    return _size(_box(geometry))


Box = tuple[float, float, float, float]


def _labels(zones: Sequence[tuple[str, int, Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """Names where they have room, zones of which incidents are told first; a name without room is left out.

    A name stands in its area if it fits and covers no smaller area, else beside it; one that stands apart has a
    line (`to`) to its area.
    """
    boxes = [_box(g) for _, _, g in zones]
    wide, high = max(b[2] for b in boxes) - min(b[0] for b in boxes), max(b[3] for b in boxes) - min(b[1] for b in boxes)
    unit = max(wide / 600, high / 400) or 1e-6
    taken: list[Box] = []
    out: list[dict[str, Any]] = []
    for name, told, g in sorted(zones, key=lambda z: (-z[1], _extent(z[2]), z[0])):
        text = f"{name} ({told})" if told else name
        own = _box(g)
        smaller = [b for b in boxes if b != own and _size(b) < 0.5 * _size(own)]
        half = len(text) * 3.1 * unit, 6.5 * unit
        for x, y, apart in _places(own, half, unit):
            box = (x - half[0], y - half[1], x + half[0], y + half[1])
            if any(_meet(box, b) for b in taken) or (not apart and any(_meet(box, b) for b in smaller)):
                continue
            taken.append(box)
            label: dict[str, Any] = {"x": round(x, 5), "y": round(y, 5), "name": text}
            if apart:
                label["to"] = [[round(v, 5) for v in p] for p in _line(box, own)]
            out.append(label)
            break
    return out


def _places(own: Box, half: tuple[float, float], unit: float) -> Iterator[tuple[float, float, bool]]:
    """Where a name may stand, the best first: (x, y, whether it stands apart from its area)."""
    x, y = (own[0] + own[2]) / 2, (own[1] + own[3]) / 2
    if own[2] - own[0] > 1.6 * half[0] and own[3] - own[1] > 2 * half[1]:
        yield x, y, False
        for share in (0.8, 0.2, 0.9, 0.1):
            yield x, own[1] + share * (own[3] - own[1]), False
    for far in range(1, 9):
        gap = (4 + 11 * (far - 1)) * unit
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            yield (
                x + dx * ((own[2] - own[0]) / 2 + half[0] + gap),
                y + dy * ((own[3] - own[1]) / 2 + half[1] + gap),
                True,
            )


def _line(box: Box, own: Box) -> list[tuple[float, float]]:
    """From the edge of a name to the middle of its area."""
    x, y = (own[0] + own[2]) / 2, (own[1] + own[3]) / 2
    return [(min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])), (x, y)]


def _box(geometry: Mapping[str, Any]) -> Box:
    xs, ys = zip(*_points(geometry), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
