"""What the rules conclude: plain values, one for each thing that is shown.

Invariant: a finding holds no clock and no file; the same agreement, evidence and day give the same finding.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Force = Literal["inchoate", "in-force", "suspended", "ended"]
Epistemic = Literal["settled", "contested", "alleged-only", "no-information"]

SEVERITY = (
    "breached", "overdue", "partly-fulfilled", "restored", "fulfilled-late", "pending", "open", "holding", "fulfilled",
)  # fmt: skip
UNDATED = "R2: its day is uncertain"
"""How the reason begins for which an act of uncertain day is set aside."""


@dataclass(frozen=True, slots=True)
class BearerFinding:
    """What was found of one bearer. `because` are the claims that decide, `rule` the rule that gave the word.

    `remainder` is the word for what is left of a duty performed in part (R11).
    """

    actor: str
    compliance: str
    epistemic: Epistemic
    rule: str
    because: tuple[str, ...] = ()
    done_on: date | None = None
    count: int = 0
    remainder: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim that touched the term and was not counted; the reason begins with the rule."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One forbidden act: when, where, by whom if that is established, on which claims it rests.

    `authors` are all who are established to have done it (both sides of a clash), `actor` the one where there is one alone.
    `exemptions` are claims by which it was an act that the text itself exempts.
    """

    id: str
    earliest: date | None
    latest: date | None
    actor: str | None
    zone: str | None
    kind: str | None
    epistemic: Literal["established", "credible", "alleged", "refuted"]
    accused: tuple[str, ...]
    claims: tuple[str, ...]
    denials: tuple[str, ...] = ()
    exemptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A count as one origin gives it (R9); tallies stand side by side and are never added."""

    claim: str
    origin: str
    what: str | None
    low: float | None
    high: float | None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class TermFinding:
    """The status of one term on one day. `due` is the day as the text words it, after extensions."""

    id: str
    norm: str
    status: str
    force: Force
    compliance: str
    epistemic: Epistemic
    bearers: tuple[BearerFinding, ...]
    due: date | None
    original_due: date | None
    flags: tuple[str, ...]
    rule: str
    because: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()
    incidents: tuple[Incident, ...] = ()
    tallies: tuple[Tally, ...] = ()
    reviewed: bool = False
    done_on: date | None = None
    why_force: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one claim of breach, for the day it was said, and for now where that differs."""

    claim: str
    term: str | None
    said: date | None
    verdict: str
    now: str | None
    why: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that a report says is not known."""

    claim: str
    quote: str
    about: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one world says of one bearer: the word, and the propositions that make it so."""

    word: str
    rests_on: frozenset[str] = field(default_factory=frozenset)
    done_on: date | None = None
    uncertain: bool = False
    count: int = 0
    remainder: str | None = None
