"""What all pictures share: the shape of each group of statuses, and the key that stands below a picture.

Invariant: a mark is told by its shape and its words as well as its colour; a key names exactly what is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

INK = "#1b222c"
SOFT = "#566170"
WIDTH = 640
CHAR = 6.3
"""Width of a letter at the size of a picture's words, in pixels."""
GLYPHS = {
    "check": "M-1,0.05L-0.3,0.75L1,-0.75",
    "cross": "M-0.8,-0.8L0.8,0.8M0.8,-0.8L-0.8,0.8",
    "mended": "M0,-1A1,1,0,1,1,-0.01,-1ZM-0.45,-0.45L0.45,0.45M0.45,-0.45L-0.45,0.45",
    "split": "M0,-1L1,0L0,1L-1,0L0,-1M0,-1L0,1",
    "question": "M-0.55,-0.45C-0.55,-1.2,0.65,-1.2,0.6,-0.4C0.55,0.05,0,0.05,0,0.5M0,0.9L0,1",
    "dash": "M-0.85,0L0.85,0",
    "clock": "M0,-1A1,1,0,1,1,-0.01,-1ZM0,-0.5L0,0.1L0.45,0.35",
    "ring": "M0,-0.6A0.6,0.6,0,1,1,-0.01,-0.6Z",
}
APART = "\u2063"
"""Stands between a lane's words and what tells it from a lane of the same words; never shown."""
WORDS_ONLY = "split(datum.label, '\\u2063')[0]"
"""The axis expression that shows a lane's words."""
RAW: dict[str, Any] = {"type": "nominal", "scale": None}
"""An encoding whose field already holds the colour or the path."""


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a key. `swatch` is the colour of a band behind the mark; `shape` a name of Vega or a path."""

    label: str
    shape: str = "circle"
    fill: str = "transparent"
    ink: str = INK
    size: int = 60
    swatch: str = "transparent"


def key(rows: Sequence[Sequence[Key]], width: int = WIDTH) -> dict[str, Any]:
    """The key as a view of its own, to stand below the drawing; entries flow on where a row is full."""
    values, y = [], 0
    for row in rows:
        x = 10.0
        for entry in row:
            wide = 26 + len(entry.label) * CHAR
            if x > 10 and x + wide > width:
                x, y = 10.0, y + 1
            values.append({**asdict(entry), "x": x, "y": 9 + y * 18})
            x += wide + 12
        y += bool(row)
    place = {
        "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
        "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
    }
    return {
        "data": {"values": values},
        "width": width,
        "height": max(1, y) * 18,
        "layer": [
            {
                "mark": {"type": "square", "size": 230, "opacity": 1},
                "encoding": {**place, "color": {"field": "swatch", **RAW}},
            },
            {
                "mark": {"type": "point", "strokeWidth": 1.6, "opacity": 1},
                "encoding": {
                    **place,
                    "shape": {"field": "shape", **RAW},
                    "fill": {"field": "fill", **RAW},
                    "stroke": {"field": "ink", **RAW},
                    "size": {"field": "size", "type": "quantitative", "scale": None},
                },
            },
            {
                "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 13, "fontSize": 10.5, "color": INK},
                "encoding": {**place, "text": {"field": "label", "type": "nominal"}},
            },
        ],
    }
