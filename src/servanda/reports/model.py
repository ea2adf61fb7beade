"""A report: one document as it came, and the text that was got out of it.

Invariant: `text` is the decoded text with markup and front matter removed, counted in code points; every segment
is a slice of it; `sha256` is of the bytes as they came. Nothing about the meaning of a sentence is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

SegmentKind = Literal["headline", "body", "comment"]
SOURCE_KINDS = (
    "party",
    "monitor",
    "agency",
    "outlet",
    "aggregator",
    "ngo",
    "expert",
    "social",
    "dataset",
    "unknown",
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text with its kind; start and end are code points, end excluded."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes. `kind` is one of SOURCE_KINDS, `reliability` A to F, `side` the actor it belongs to."""

    id: str
    name: str
    domains: tuple[str, ...] = ()
    kind: str = "unknown"
    reliability: str = "F"
    side: str | None = None
    monitor: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One document. Dates are whole days as the document gives them; None is unknown, never 'today'."""

    path: str
    sha256: str
    text: str
    segments: tuple[Segment, ...]
    format: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: date | None = None
    published_guessed: bool = False
    received: date | None = None
    url: str | None = None
    language: str = "en"
    translation_of: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def chars(self) -> int:
        """Length of the text in code points."""
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why (a message with its code)."""

    path: str
    why: str
    sha256: str | None = None
