"""The pictures of a report page, by name.

Invariant: a term of which nothing is told and no date is set has no picture of its own; at most `TERMS` have one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from servanda.outputs.dossier import Dossier
from servanda.outputs.pictures.drawing import Picture, inline
from servanda.outputs.pictures.incidents import incidents
from servanda.outputs.pictures.map import map_
from servanda.outputs.pictures.timeline import term_timeline, timeline

TERMS = 40


def pictures(dossier: Dossier, base: Sequence[Mapping[str, Any]] = ()) -> dict[str, Picture]:
    """`timeline`, `incidents`, `map` where there is something to draw, and `term:ID`."""
    found: dict[str, Picture | None] = {
        "timeline": timeline(dossier),
        "incidents": incidents(dossier),
        "map": map_(dossier, base),
    }
    found |= {f"term:{key}": term_timeline(dossier, key) for key in pictured(dossier)[:TERMS]}
    return {name: p for name, p in found.items() if p is not None}


def drawable(dossier: Dossier) -> list[str]:
    """The names of the pictures for which there is something to draw: of the whole, then the ids of terms."""
    whole = [n for n, p in (("incidents", incidents(dossier)), ("map", map_(dossier))) if p is not None]
    return ["timeline", *whole, *pictured(dossier)]


def pictured(dossier: Dossier) -> list[str]:
    """The terms that have a picture of their own: those of which something is told."""
    return [t.id for t in dossier.findings.terms if dossier.evidence.by_term.get(t.id) and (t.due or t.because)]


def inlined(dossier: Dossier, base: Sequence[Mapping[str, Any]] = ()) -> dict[str, Markup]:
    """The same as figures for a page."""
    return {name: inline(p) for name, p in pictures(dossier, base).items()}
