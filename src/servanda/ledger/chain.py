"""The chain of hashes: every accepted record is an entry that holds the hash of the one before.

Tamper-evident, not tamper-proof: a change, removal or reordering of entries shows; a full rewrite of the file
shows only against a head hash kept elsewhere (each report prints it).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One link: `at` is UTC, ISO 8601; `payload` canonical JSON."""

    seq: int
    at: str
    kind: str
    payload: str
    previous: str
    hash: str


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same value always gives the same text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def link(seq: int, at: str, kind: str, payload: Any, previous: str) -> Entry:
    """The entry that follows the one whose hash is `previous`."""
    text = canonical(payload)
    digest = hashlib.sha256("\x1f".join((str(seq), at, kind, text, previous)).encode()).hexdigest()
    return Entry(seq, at, kind, text, previous, digest)


def broken(entries: Iterable[Entry]) -> int | None:
    """The number of the first entry that does not follow from the one before, or None if all do."""
    previous = GENESIS
    for seq, item in enumerate(entries, start=1):
        expected = link(seq, item.at, item.kind, json.loads(item.payload), previous)
        if item != expected:
            return item.seq
        previous = item.hash
    return None
