"""The reader `hand`: claims that a person enters, in any language, the source withheld if need be.

A file `claims/NAME.yaml` holds `claims:`, a list of

    - quote: "…"                      the words, in any language                         (needed)
      act: withdraw                   from the vocabulary of acts                        (needed)
      actors: [armenia]               ids of the case, or words
      target, zone, extent, polarity, modality, kind, article, language, excuse (the reason given)
      new_due, old_due: DAY, adds_days: 10, adds_months: 3        of an act that moves a date
      when: 2020-11-25                or {from: DAY, to: DAY}
      said: 2020-11-25                when it was said; default `published`
      speaker: {name: …, actor: …, kind: named-official}
      quantity: {what: troops, low: 10, high: 12}   or {share: 0.6}
      source: Name                    or `source: withheld`
      published: DAY, received: DAY, url: …, retracts: CLAIM

Invariant: each claim is a report of its own whose text is its quote; a file with one error gives no claim at all.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from servanda.agreement.build import day, listed
from servanda.agreement.model import Agreement
from servanda.agreement.shaped import text_of
from servanda.errors import AgreementError, EvidenceError
from servanda.reading.claim import Claim, Party, Quantity, Speaker, When, identified
from servanda.reading.hand_shape import HandClaim, SpanShape, hand_claims
from servanda.reading.readers import HAND_READER
from servanda.reports.model import Report, Segment

WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class HandReading:
    """The claims of a file, each with its report."""

    items: tuple[tuple[Report, Claim], ...]


def read_hand(path: Path, root: Path, agreement: Agreement) -> HandReading:
    """Read a file of claims. Raises EvidenceError E201 (form) or E202 (an id that the case does not have)."""
    name = path.relative_to(root).as_posix()
    try:
        text = text_of(path, name)
    except AgreementError as error:
        raise EvidenceError("E201", error.message, error.place) from None
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    shapes = hand_claims(text, name, agreement)
    return HandReading(tuple(_claim(s, f"{name}#{n}", digest, agreement) for n, s in enumerate(shapes, start=1)))


def _claim(s: HandClaim, path: str, digest: str, agreement: Agreement) -> tuple[Report, Claim]:
    withheld = s.source == WITHHELD
    quote = s.quote
    own = hashlib.sha256(f"{digest}{path}".encode()).hexdigest()
    report = Report(
        path=path,
        sha256=own,
        text=quote,
        segments=(Segment("body", 0, len(quote)),),
        format="hand",
        source=None if withheld else s.source,
        published=day(s.published),
        received=day(s.received),
        url=None if withheld else s.url,
        language=s.language,
        extra={"confidential": "yes"} if withheld else {},
    )
    said = day(s.said or s.published or s.received)
    q = s.quantity
    claim = Claim(
        id="",
        report=path,
        report_sha256=own,
        segment="body",
        quote=quote,
        start=0,
        end=len(quote),
        speaker=Speaker(s.speaker.name, s.speaker.actor, s.speaker.kind),
        via=(),
        act=s.act,
        words=s.act,
        actors=tuple(_party(a, agreement) for a in listed(s.actors)),
        target=_party(s.target, agreement) if s.target else None,
        zone=s.zone,
        when=_when(s, said),
        said=When(said, said, "explicit" if s.said else "publication"),
        extent=s.extent,
        polarity=s.polarity,
        modality=s.modality,
        kind=s.kind,
        quantity=Quantity(q.what, q.low, q.high if q.high is not None else q.low, q.share, q.unit) if q else None,
        new_due=day(s.new_due),
        old_due=day(s.old_due),
        adds_days=s.adds_days,
        adds_months=s.adds_months,
        excuse=s.excuse,
        article=None if s.article is None else str(s.article),
        confidence=1.0,
        retracts=s.retracts,
        reader=HAND_READER,
    )
    return report, identified(claim)


def _when(s: HandClaim, said: date | None) -> When:
    if isinstance(s.when, SpanShape):
        return When(day(s.when.from_), day(s.when.to), "explicit")
    return When(day(s.when), day(s.when), "explicit") if s.when else When(None, said, "publication")


def _party(words: str, agreement: Agreement) -> Party:
    names: dict[str, Any] = {n.casefold(): a.id for a in agreement.actors.values() for n in (a.id, a.name, *a.aliases)}
    return Party(words, names.get(words.casefold()))
