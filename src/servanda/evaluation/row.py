"""A row of the evaluation table: what was measured on which half of which data, and what was aimed at.

Invariant: a row names its data and its half; what could not be measured is a row that says why, never a zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """`half`: dev (rules may be tuned on it), test (held out) or all. `aims`: least values, or most where negative.

    `skipped` is the reason why nothing was measured.
    """

    measure: str
    data: str
    half: str
    items: int = 0
    scores: Mapping[str, float] = field(default_factory=dict)
    aims: Mapping[str, float] = field(default_factory=dict)
    skipped: str | None = None

    def plain(self) -> dict[str, Any]:
        """The row as JSON values, with the aims that are met."""
        return asdict(self) | {"met": {name: self.meets(name) for name in self.aims}}

    def meets(self, name: str) -> bool:
        """Whether a score reaches its aim; a negative aim is the most that is allowed."""
        aim = self.aims[name]
        return name in self.scores and (self.scores[name] <= -aim if aim < 0 else self.scores[name] >= aim)


def printed(rows: Sequence[Row]) -> str:
    """The table as text, one row a line, columns lined up."""
    cells = [("measure", "data", "half", "items", "scores", "aims")]
    cells += [(r.measure, r.data, r.half, str(r.items) if r.items else "", _scores(r), _aims(r)) for r in rows]
    widths = [max(len(c[i]) for c in cells) for i in range(4)]
    lines = []
    for cell in cells:
        head = "  ".join(text.ljust(width) for text, width in zip(cell[:4], widths, strict=True))
        lines.append("  ".join(part for part in (head, *cell[4:]) if part).rstrip())
    return "\n".join(lines)


def _scores(row: Row) -> str:
    if row.skipped:
        return f"skipped: {row.skipped}"
    return " | ".join(f"{name} {value:g}" for name, value in row.scores.items())


def _aims(row: Row) -> str:
    if not row.aims or row.skipped:
        return ""
    told = (
        f"{name} {'<=' if aim < 0 else '>='} {abs(aim):g} {'met' if row.meets(name) else 'NOT MET'}"
        for name, aim in row.aims.items()
    )
    return f"[{', '.join(told)}]"
