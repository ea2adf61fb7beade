"""What is read in any text, as the JSON of DESIGN section 5 (`servanda read --json`).

Invariant: every `start` and `end` is a code point of `text`, and `text[start:end]` is the `text` beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from spacy.language import Language

from servanda.agreement.model import Agreement
from servanda.reading.attribution import Attribution
from servanda.reading.grammar import Item, Reading, read, read_all
from servanda.reading.names import Names
from servanda.reading.times import TimeExpression
from servanda.reports.model import Report


def readout(
    report: str | Report,
    published: date | None = None,
    all: bool = False,
    *,
    agreement: Agreement | None = None,
    names: Names | None = None,
    nlp: Language | None = None,
) -> dict[str, Any]:
    """What is read in a text or report: sentences, times, attributions, acts, predicates.

    `published` overrides the report's own day; `all` parses every sentence and lists every predicate. Raises
    ReadingError where the pipeline cannot be used.
    """
    if isinstance(report, str):
        digest = hashlib.sha256(report.encode()).hexdigest()
        report = Report("-", digest, report, (), "txt", published=published)
    day = published or report.published
    if day != report.published:
        report = _dated(report, day)
    return _shown(report, read(report, agreement, names=names, nlp=nlp, all_sentences=all, wide=True))


def readouts(
    reports: Iterable[Report],
    *,
    agreement: Agreement | None = None,
    names: Names | None = None,
    all: bool = False,
    nlp: Language | None = None,
) -> Iterator[dict[str, Any]]:
    """As `readout` on each report, in order, and faster: many are read together."""
    given = list(reports)
    items = [Item(report, agreement, names) for report in given]
    for report, reading in zip(given, read_all(items, nlp=nlp, all_sentences=all, wide=True), strict=True):
        yield _shown(report, reading)


def _shown(report: Report, reading: Reading) -> dict[str, Any]:
    return {
        "published": _iso(report.published),
        "language": report.language,
        "text": report.text,
        "sentences": [[s.start, s.end] for s in reading.sentences],
        "times": [_time(t) for t in reading.times],
        "attributions": [_attribution(a) for a in reading.attributions],
        "acts": [_act(a, reading) for a in reading.acts],
        "predicates": [
            {
                "start": p.start,
                "end": p.end,
                "text": p.text,
                "lemma": p.lemma,
                "polarity": p.polarity,
                "modality": p.modality,
                "certainty": p.certainty,
                "factuality": p.factuality,
            }
            for p in reading.predicates
        ],
    }


def _dated(report: Report, day: date | None) -> Report:
    from dataclasses import replace

    return replace(report, published=day)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(t: TimeExpression) -> dict[str, Any]:
    return {
        "start": t.start,
        "end": t.end,
        "text": t.text,
        "value": t.value,
        "earliest": _iso(t.earliest),
        "latest": _iso(t.latest),
        "granularity": t.granularity,
        "basis": t.basis,
    }


def _attribution(a: Attribution) -> dict[str, Any]:
    return {
        "source": {"start": a.source.start, "end": a.source.end, "text": a.source.text, "kind": a.source.kind},
        "cue": {"start": a.cue.start, "end": a.cue.end, "text": a.cue.text},
        "content": {"start": a.content.start, "end": a.content.end, "text": a.content.text},
        "within": a.within,
    }


def _act(a: Any, reading: Reading) -> dict[str, Any]:
    inside = [n for n, x in enumerate(reading.attributions) if x.content.start <= a.start and a.end <= x.content.end]
    speaker = (
        min(inside, key=lambda n: reading.attributions[n].content.end - reading.attributions[n].content.start)
        if inside
        else None
    )
    return {
        "start": a.start,
        "end": a.end,
        "text": a.words,
        "act": a.act,
        "plover": a.plover,
        "source": list(a.source),
        "target": list(a.target),
        "zone": a.zone,
        "polarity": a.polarity,
        "modality": a.modality,
        "speaker": speaker,
    }
