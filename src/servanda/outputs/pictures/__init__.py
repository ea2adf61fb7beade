"""Pictures: Vega-Lite specifications made from a dossier, drawn to SVG or PNG without a browser or a network.

Invariant: every picture prints as-of, known-at, its epistemic words and what is unknown; nothing is ranked; the
same dossier gives the same bytes.
"""

from __future__ import annotations

from servanda.outputs.pictures.drawing import Picture, inline, png, svg
from servanda.outputs.pictures.incidents import incidents
from servanda.outputs.pictures.map import map_
from servanda.outputs.pictures.terminal import terminal
from servanda.outputs.pictures.timeline import term_timeline, timeline

__all__ = ["Picture", "incidents", "inline", "map_", "png", "svg", "term_timeline", "terminal", "timeline"]
