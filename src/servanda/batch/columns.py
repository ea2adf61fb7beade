"""The columns of the batch room: duties, entries (what claims say of duties), rectangles.

Invariant: every column is a whole number. Days are days since 1970-01-01; `EVER` and `NEVER` stand for 'from the
beginning' and 'to no end'. A duty is one term for one bearer; duties are numbered 0, 1, 2 … without gaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, Self

import numpy as np
import polars as pl
from numpy.typing import NDArray

Ints = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]

EVER = -(2**30)
NEVER = 2**30
EPOCH = date(1970, 1, 1)

FORCE = ("inchoate", "in-force", "suspended", "ended")
COMPLIANCE = (
    "pending", "open", "partly-fulfilled", "fulfilled", "fulfilled-late", "overdue", "breached", "holding", "restored",
)  # fmt: skip
EPISTEMIC = ("settled", "contested", "alleged-only", "no-information")
DONE, EXTENDED, INCIDENT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of one length, each a NumPy array."""

    def __len__(self) -> int:
        return len(getattr(self, fields(self)[0].name))

    def take(self, which: Any) -> Self:
        """The rows that a mask or a list of positions names."""
        return type(self)(**{f.name: getattr(self, f.name)[which] for f in fields(self)})

    @classmethod
    def together(cls, parts: Sequence[Self]) -> Self:
        """The rows of several, one after the other."""
        return cls(**{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(cls)})

    def frame(self) -> pl.DataFrame:
        """The columns as a Polars frame."""
        return pl.DataFrame({f.name: getattr(self, f.name) for f in fields(self)})

    @classmethod
    def of(cls, frame: pl.DataFrame | Mapping[str, Any]) -> Self:
        """From a frame or lists with these columns."""
        return cls(**{f.name: np.asarray(frame[f.name]) for f in fields(cls)})


@dataclass(frozen=True, slots=True)
class Duties(_Columns):
    """Dated obligations or prohibitions, by position.

    `start`, `end`: first and last day in force; `due` the day as worded and `last` the last day in time (NEVER: no
    date); `before`: 1 where the day itself is too late; `closed`: 1 where absence of a record is a breach (R1);
    `window`: days of a prohibition's window, 0 for an obligation.
    """

    start: Ints
    end: Ints
    due: Ints
    last: Ints
    before: Ints
    closed: Ints
    window: Ints


@dataclass(frozen=True, slots=True)
class Entries(_Columns):
    """What claims say of duties.

    `kind` DONE, EXTENDED or INCIDENT; `first`, `day`: its earliest and latest day; `known` the day from which and
    `gone` the day from which no longer (retracted, corrected) it is known; `sure`: 1 where it establishes alone;
    `new_due`, `adds`: an extension's new day (NEVER: none) or its days; `claim` a number that sorts as the claims'
    ids do.
    """

    duty: Ints
    kind: Ints
    first: Ints
    day: Ints
    known: Ints
    gone: Ints
    sure: Ints
    new_due: Ints
    adds: Ints
    claim: Ints


@dataclass(frozen=True, slots=True)
class Coverage(_Columns):
    """Days on which a duty's whole window was seen by someone (both included)."""

    duty: Ints
    since: Ints
    until: Ints


@dataclass(frozen=True, slots=True)
class Rectangles(_Columns):
    """Statuses over valid time and known time (all four days included), as codes of FORCE, COMPLIANCE, EPISTEMIC.

    `because` is a number that stands for the deciding claims: equal numbers, equal claims.
    """

    duty: Ints
    valid_from: Ints
    valid_to: Ints
    known_from: Ints
    known_to: Ints
    force: Ints
    compliance: Ints
    epistemic: Ints
    due: Ints
    because: Ints


def number(day: date | None, default: int = NEVER) -> int:
    """A day as a number."""
    return default if day is None else (day - EPOCH).days


def day_of(value: int) -> date | None:
    """A number as a day; None for EVER and NEVER."""
    return None if value in (EVER, NEVER) else EPOCH + timedelta(days=int(value))


def no_coverage() -> Coverage:
    """Coverage, none."""
    return Coverage(*(np.zeros(0, np.int64) for _ in fields(Coverage)))


def mixed(values: Ints) -> Ints:
    """Numbers spread over 64 bits (the finaliser of SplitMix64), so that sums of sets of them seldom agree."""
    x = values.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (x ^ (x >> np.uint64(31))).astype(np.int64)
