"""An Atom feed of changes (RFC 4287): what became different on which day of knowledge, and why.

Invariant: an entry's id is made of its content, so that it never comes twice; times are the end of the day K in the
agreement's time zone; no clock is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from servanda.agreement.model import Agreement
from servanda.findings.changes import Change
from servanda.outputs.wording import long_day, shown

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """The changes seen on one day, as then known."""

    day: date
    change: Change


def feed(agreement: Agreement, entries: Sequence[FeedEntry], as_of: date, known_at: date) -> str:
    """The feed, latest first."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _add(root, "id", f"tag:servanda,2026:{agreement.id}:changes")
    _add(root, "title", f"Changes: {agreement.title}")
    _add(root, "subtitle", f"As of {long_day(as_of)}, as known at {long_day(known_at)}.")
    latest = max((e.day for e in entries), default=known_at)
    _add(root, "updated", _moment(latest, agreement))
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", "Servanda")
    for entry in sorted(entries, key=lambda e: (e.day, e.change.term, e.change.what), reverse=True):
        root.append(_entry(agreement, entry))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def change_words(change: Change) -> str:
    """A change in a sentence."""
    if not change.before:
        return f"{change.term}: new {change.what}: {shown(change.after)}"
    if not change.after:
        return f"{change.term}: {change.what} no longer: {shown(change.before)}"
    return f"{change.term}: {change.what} {shown(change.before)} → {shown(change.after)}"


def _entry(agreement: Agreement, entry: FeedEntry) -> ET.Element:
    c = entry.change
    key = "\x1f".join((str(entry.day), c.term, c.what, c.before, c.after))
    node = ET.Element(f"{{{ATOM}}}entry")
    _add(node, "id", f"tag:servanda,2026:{agreement.id}:{hashlib.sha256(key.encode()).hexdigest()[:20]}")
    _add(node, "title", change_words(c))
    _add(node, "updated", _moment(entry.day, agreement))
    says = agreement.terms[c.term].says or ""
    cited = f" Claims: {', '.join(c.claims)}." if c.claims else ""
    told = _add(node, "content", f"As known at {long_day(entry.day)}: {change_words(c)}. Why: {c.why}.{cited} {says}".strip())
    told.set("type", "text")
    ET.SubElement(node, f"{{{ATOM}}}category", {"term": c.what})
    return node


def _moment(day: date, agreement: Agreement) -> str:
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(agreement.timezone)).isoformat()


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    made.text = _legal(text)
    return made


def _legal(text: str) -> str:
    """Text without the characters that XML 1.0 forbids."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
