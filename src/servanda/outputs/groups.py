"""How a status is grouped and drawn: broken, broken earlier, kept, disputed, unknown, quiet, pending, not in force.

Invariant: a group is told by its word, its shape and its colour, never by colour alone; groups are an order of
reading and no score. Silence is never counted as keeping (R1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Group:
    """`shape` is the id of a drawing in the pages and pictures; `ink` (words, outlines) and `fill` (bands in
    pictures) are colours that hold on white and for the colour-blind."""

    id: str
    title: str
    means: str
    shape: str
    ink: str
    fill: str


GROUPS: Mapping[str, Group] = {
    g.id: g
    for g in (
        Group("broken", "Broken", "Promised conduct failed; not that law was broken.", "cross", "#6f1a05", "#ce7047"),
        Group(
            "restored",
            "Broken earlier",
            "A breach is established and is not erased; none is established in the days now looked at.",
            "mended",
            "#7c3d1d",
            "#e1a98f",
        ),
        Group("disputed", "Disputed", "One credible account meets another; neither is taken.", "split", "#643394", "#b0a0ca"),
        Group(
            "unknown",
            "Outcome unknown",
            "The date passed and no outcome is established, or only part of it.",
            "question",
            "#6b4e00",
            "#e8d27c",
        ),
        Group("kept", "Kept", "Performance, or keeping within limits, is established.", "check", "#06405f", "#4ca0d7"),
        Group(
            "quiet",
            "No breach established",
            "Nothing is established against it; nobody is known to have watched all of it.",
            "dash",
            "#3d5a56",
            "#c8e8db",
        ),
        Group("pending", "Pending", "Not yet due, or due on no stated day.", "clock", "#414d5c", "#c2c3c9"),
        Group("idle", "Not in force", "Not begun, suspended or ended.", "ring", "#5a6572", "#fafafc"),
    )
}

_BY_WORD = {
    "breached": "broken",
    "restored": "restored",
    "fulfilled": "kept",
    "fulfilled-late": "kept",
    "partly-fulfilled": "unknown",
    "overdue": "unknown",
    "pending": "pending",
    "open": "pending",
}


def group_of(force: str, compliance: str, epistemic: str) -> Group:
    """The group in which a status is shown."""
    if force != "in-force":
        return GROUPS["idle"]
    if epistemic == "contested":
        return GROUPS["disputed"]
    if compliance == "holding":
        return GROUPS["kept" if epistemic == "settled" else "quiet"]
    return GROUPS[_BY_WORD.get(compliance, "unknown")]


def in_groups(items: Iterable[tuple[Group, T]]) -> list[tuple[Group, list[T]]]:
    """Items under their groups, groups in the order of GROUPS, empty ones left out."""
    held: dict[str, list[T]] = {}
    for group, item in items:
        held.setdefault(group.id, []).append(item)
    return [(g, held[g.id]) for g in GROUPS.values() if g.id in held]
