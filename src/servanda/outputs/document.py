"""The status document: the one JSON form in which findings leave the house (DESIGN section 5).

Invariant: whatever prints, draws or serves a status reads this document or the values it was made from; the JSON
Schema that `servanda schema status` publishes is made from these classes and nothing else.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Force = Literal["inchoate", "in-force", "suspended", "ended"]
Epistemic = Literal["settled", "contested", "alleged-only", "no-information"]


class Bearer(_Part):
    """What was found about one bearer of a term."""

    actor: str
    compliance: str
    epistemic: Epistemic | None = None
    rule: str | None = None
    because: list[str] = Field(default_factory=list)


class SetAside(_Part):
    """A claim that was not counted, and why (the rule comes first)."""

    claim: str
    why: str


class Incident(_Part):
    """One forbidden act, or one charge of it; `authors` are those established to have done it; `actor` is the one author,
    null where there is none or, as in a clash, several."""

    id: str
    earliest: date | None = None
    latest: date | None = None
    actor: str | None = None
    zone: str | None = None
    epistemic: str
    claims: list[str]
    kind: str | None = None
    accused: list[str] = Field(default_factory=list)
    denials: list[str] = Field(default_factory=list)
    exemptions: list[str] = Field(default_factory=list)
    authors: list[str] = Field(default_factory=list)


class Tally(_Part):
    """A count as one origin gives it, with its counting rule where it has one; tallies are never added up."""

    claim: str
    origin: str
    what: str | None = None
    low: float | None = None
    high: float | None = None
    rule: str | None = None


class TermStatus(_Part):
    """The status of one term on `as_of`, as known at `known_at`."""

    id: str
    norm: Literal["obligation", "prohibition", "maintenance"]
    status: str = Field(description="The headline: force where not in force, 'disputed' where contested, else compliance.")
    force: Force
    compliance: str
    epistemic: Epistemic
    bearers: list[Bearer]
    due: date | None
    original_due: date | None
    flags: list[str]
    rule: str
    because: list[str]
    set_aside: list[SetAside]
    incidents: list[Incident]
    reviewed: bool
    tallies: list[Tally] = Field(default_factory=list)
    not_evaluated: list[str] = Field(default_factory=list)


class SpeakerPart(_Part):
    """Who says it."""

    name: str | None
    actor: str | None
    kind: str


class WhenPart(_Part):
    """The whole days between which it happened or held; null is unbounded on that side."""

    earliest: date | None
    latest: date | None
    basis: str


class QuantityPart(_Part):
    """A counted thing; `share` is a fraction of the whole."""

    what: str | None = None
    low: float | None = None
    high: float | None = None
    share: float | None = None
    unit: str | None = None


class BearingPart(_Part):
    """How the claim bears on one term, in whose interest it is, and how much it can carry (0 to 2)."""

    term: str
    as_: str = Field(alias="as", serialization_alias="as")
    interest: str
    level: int


class ClaimPart(_Part):
    """One assertion read in a report; `text[start:end] == quote` in the report's text."""

    id: str
    report: str
    segment: str
    quote: str
    start: int
    end: int
    speaker: SpeakerPart
    via: list[SpeakerPart]
    act: str
    actors: list[str]
    target: str | None
    zone: str | None
    when: WhenPart
    extent: str
    quantity: QuantityPart | None
    new_due: date | None
    polarity: str
    modality: str
    bears: list[BearingPart]
    grade: str
    origin: str
    confidence: float
    retracts: str | None
    reviewed: bool
    kind: str | None = None
    said: WhenPart | None = None
    reader: str | None = None


class Check(_Part):
    """The verdict on one claim that somebody broke the agreement, for the day it was said and, if other, for now."""

    claim: str
    term: str | None
    said: date | None
    verdict: Literal["not-bound", "not-a-term", "premature", "supported", "contradicted", "open"]
    now: str | None
    why: str
    because: list[str] = Field(default_factory=list)


class Unknown(_Part):
    """Something that a report says is not known."""

    claim: str
    quote: str
    about: str | None


class ReportPart(_Part):
    """A report that was known."""

    path: str
    published: date | None
    known: date
    sha256: str
    chars: int
    language: str
    source: str | None = None
    title: str | None = None
    published_guessed: bool = False
    url: str | None = None


class UnreadPart(_Part):
    """A file that was not read, and why."""

    path: str
    why: str


class WaitingPart(_Part):
    """What the next `servanda run` would take in, and this document does not know."""

    files: int = Field(default=0, description="Files that are new, changed or gone since the last run.")
    again: int = Field(
        default=0,
        description="Files that lie as they were and whose claims are left out, since they were read by an earlier reader "
        "or with other names of actors and zones.",
    )


class StatusDocument(_Part):
    """All terms of a case on one day, as known on one day."""

    servanda: str
    case: str
    as_of: date
    known_at: date
    text: str | None = None
    terms: list[TermStatus]
    claims: list[ClaimPart]
    checks: list[Check]
    unknowns: list[Unknown]
    reports: list[ReportPart]
    unread: list[UnreadPart]
    not_evaluated: list[str] = Field(default_factory=list)
    doubts: list[str] = Field(
        default_factory=list, description="What the agreement file says and probably does not mean, each with its line."
    )
    waiting: WaitingPart = WaitingPart()
    undated: int = Field(
        default=0,
        description="Reports that tell no day of their own and are known only from the day on which they were first seen, "
        "after the day whose knowledge is used: they are left out.",
    )

    def plain(self) -> dict[str, Any]:
        """The document as JSON values, in a fixed order."""
        return self.model_dump(mode="json", by_alias=True)


def status_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the status document."""
    schema = StatusDocument.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
