"""The JSON Schema of what `servanda read --json` prints (DESIGN section 5).

Invariant: every `start` and `end` is a code point of `text`.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(extra="allow")


class SpanPart(_Part):
    """A stretch of the text."""

    start: int
    end: int
    text: str


class TimePart(SpanPart):
    """A time expression with its TIMEX3 value where it has one, and the whole days it denotes."""

    value: str | None
    earliest: str | None
    latest: str | None
    granularity: str
    basis: str


class SourcePart(SpanPart):
    """A source in the text and its kind."""

    kind: str


class AttributionPart(_Part):
    """Who says what; `within` is the number of the attribution that this one lies in."""

    source: SourcePart
    cue: SpanPart
    content: SpanPart
    within: int | None


class ActPart(SpanPart):
    """An act with its class, parties, place, polarity and modality; `speaker` is the number of an attribution."""

    act: str
    plover: str | None
    source: list[str]
    target: list[str]
    zone: str | None
    polarity: str
    modality: str
    speaker: int | None


class PredicatePart(_Part):
    """A predicate: `certainty` runs from 0 (did not happen) to 1 (happened), `factuality` is fact, not-fact or
    uncertain."""

    start: int
    end: int
    lemma: str
    polarity: str
    modality: str
    certainty: float
    factuality: str


class Readout(_Part):
    """What is read in one text."""

    published: str | None
    language: str
    text: str
    sentences: list[tuple[int, int]]
    times: list[TimePart]
    attributions: list[AttributionPart]
    acts: list[ActPart]
    predicates: list[PredicatePart]


def read_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a readout."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Readout.model_json_schema()}
