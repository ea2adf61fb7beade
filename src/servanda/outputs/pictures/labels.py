"""Where the names of a map stand: in their areas if they fit, over the edge or beside them if not.

Invariant: names never overlap one another; one that stands beside its area has a line to it; the same shapes give the
same places. A name for which there is no room at all is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import unary_union
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

LETTER, LINE = 6.1, 13.0
"""Width of a letter and height of a line, in pixels."""
_FAR = (5.0, 16.0, 30.0, 48.0, 70.0, 100.0)
_TURNS = 16
_GRID = 12
Floats = NDArray[np.float64]
Found = tuple[float, "Label", tuple[float, float, float, float]]


@dataclass(frozen=True, slots=True)
class Label:
    """A name in lines around the place of its middle; `to` is the line to its area."""

    lines: tuple[str, ...]
    x: float
    y: float
    to: tuple[tuple[float, float], ...] = ()


def pixel(bounds: tuple[float, float, float, float], width: int, height: int) -> float:
    """How wide a pixel is on a picture that shows these bounds."""
    left, low, right, high = bounds
    return max((right - left) / width, (high - low) / height) or 1e-6


def labels(zones: Sequence[tuple[str, Mapping[str, Any]]], unit: float) -> list[Label]:
    """The names of areas (in plane coordinates) on a picture whose pixels are `unit` wide; small areas choose first."""
    areas = [shape(g).buffer(0) for _, g in zones]
    taken: list[tuple[float, float, float, float]] = []
    out: list[Label] = []
    for i in sorted(range(len(zones)), key=lambda n: (areas[n].area, zones[n][0])):
        smaller = [a for a in areas if a.area < 0.5 * areas[i].area and a.intersects(areas[i])]
        seen = areas[i].difference(unary_union(smaller)) if smaller else areas[i]
        others = unary_union([a for n, a in enumerate(areas) if n != i and not a.contains(areas[i])])
        room = _Room(areas[i], areas[i] if seen.is_empty else seen, others, unary_union([shapely.box(*t) for t in taken]), unit)
        found = [p for lines in _wrapped(zones[i][0]) for p in (*room.within(lines), *room.beside(lines))]
        if found:
            _, label, (left, low, right, high) = min(found, key=lambda p: p[0])
            taken.append((left - 1.5 * unit, low - 1.5 * unit, right + 1.5 * unit, high + 1.5 * unit))
            out.append(label)
    return out


@dataclass(frozen=True, slots=True)
class _Room:
    """An area, what is seen of it, what lies around it, the room that other names take, the width of a pixel."""

    area: BaseGeometry
    seen: BaseGeometry
    others: BaseGeometry
    taken: BaseGeometry
    unit: float

    def within(self, lines: tuple[str, ...]) -> Iterator[Found]:
        """The best place in the area that no other name takes; a part of the name may stand over the edge."""
        left, low, right, high = self.seen.bounds
        steps = np.arange(1, _GRID) / _GRID
        x, y = (a.ravel() for a in np.meshgrid(left + steps * (right - left), low + steps * (high - low)))
        points = [self.seen.centroid, self.seen.representative_point(), *shapely.points(x, y)]
        points = [p for p in points if self.seen.intersects(p)]
        x, y = shapely.get_x(points), shapely.get_y(points)
        rooms, size = self._rooms(lines, x, y)
        outside = 1 - shapely.area(shapely.intersection(rooms, self.seen)) / size
        off = shapely.distance(points, self.seen.centroid) / (self.seen.area**0.5 or 1)
        cost = 0.15 * (len(lines) - 1) + 3 * outside + 0.5 * off
        cost[shapely.intersects(rooms, self.taken) | (outside >= 0.45)] = np.inf
        yield from self._best(lines, x, y, cost, rooms)

    def beside(self, lines: tuple[str, ...]) -> Iterator[Found]:
        """The best place around the area that no other name takes, near and over as little else as may be."""
        turn, far = (a.ravel() for a in np.meshgrid(2 * np.pi * np.arange(_TURNS) / _TURNS, np.array(_FAR)))
        half = self._half(lines)
        left, low, right, high = self.area.bounds
        x = (left + right) / 2 + np.cos(turn) * ((right - left) / 2 + half[0] + far * self.unit)
        y = (low + high) / 2 + np.sin(turn) * ((high - low) / 2 + half[1] + far * self.unit)
        rooms, size = self._rooms(lines, x, y)
        free = self.seen.difference(self.taken)
        to = (self.seen if free.is_empty else free).representative_point()
        ends = np.clip(to.x, x - half[0], x + half[0]), np.clip(to.y, y - half[1], y + half[1])
        joins = shapely.linestrings(np.stack([np.stack(ends, 1), np.broadcast_to((to.x, to.y), (len(x), 2))], 1))
        covered = shapely.area(shapely.intersection(rooms, self.others)) / size
        crossed = shapely.intersects(joins, self.taken)
        cost = 1.3 + 0.15 * (len(lines) - 1) + far / 45 + 1.2 * covered + 2 * crossed
        cost[shapely.intersects(rooms, self.taken)] = np.inf
        yield from self._best(lines, x, y, cost, rooms, joins)

    def _half(self, lines: tuple[str, ...]) -> tuple[float, float]:
        return max(map(len, lines)) * LETTER * self.unit / 2, len(lines) * LINE * self.unit / 2

    def _rooms(self, lines: tuple[str, ...], x: Floats, y: Floats) -> tuple[Any, float]:
        half = self._half(lines)
        return shapely.box(x - half[0], y - half[1], x + half[0], y + half[1]), 4 * half[0] * half[1]

    @staticmethod
    def _best(lines: tuple[str, ...], x: Floats, y: Floats, cost: Floats, rooms: Any, joins: Any = None) -> Iterator[Found]:
        n = int(np.argmin(np.round(cost, 9)))
        if np.isfinite(cost[n]):
            to = () if joins is None else tuple((float(a), float(b)) for a, b in joins[n].coords)
            yield float(cost[n]), Label(lines, float(x[n]), float(y[n]), to), rooms[n].bounds


def _wrapped(name: str) -> Iterator[tuple[str, ...]]:
    """The name in one line, if it is not long, in two, in three and so on, as even as its words allow."""
    words = name.split() or [name]
    most = min(len(words), 1 + len(name) // 14, 4)
    for count in range(min(most, 1 + len(name) // 44), most + 1):
        lines: list[str] = []
        for word in words:
            if lines and (len(lines[-1]) + len(word) / 2 < len(name) / count or len(lines) == count):
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        yield tuple(line if len(line) <= 48 else f"{line[:47]}…" for line in lines)
