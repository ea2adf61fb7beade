"""From findings to the status document.

Invariant: nothing is added and nothing is left out; the order is that of the agreement and of claims' places. A part
is made when it is first asked for, and `whole()` holds the very same parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import servanda
from servanda.agreement.model import Agreement
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings import Findings, TermFinding
from servanda.findings.finding import Check as Verdict
from servanda.outputs.document import (
    Bearer,
    BearingPart,
    Check,
    ClaimPart,
    Incident,
    QuantityPart,
    ReportPart,
    SetAside,
    SpeakerPart,
    StatusDocument,
    Tally,
    TermStatus,
    Unknown,
    UnreadPart,
    WaitingPart,
    WhenPart,
)
from servanda.reading.claim import Speaker, When
from servanda.reports.model import Report, Unread


@dataclass(frozen=True)
class LazyDocument:
    """The parts of the document of DESIGN section 5."""

    agreement: Agreement
    findings: Findings
    evidence: Evidence
    held: Mapping[str, Report]
    known: Mapping[str, date]
    unread_files: tuple[Unread, ...]
    text: str | None = None
    left: tuple[int, int] = (0, 0)
    undated: int = 0

    @property
    def servanda(self) -> str:
        """The version of the program."""
        return servanda.__version__

    @property
    def case(self) -> str:
        """The agreement's id."""
        return self.agreement.id

    @property
    def as_of(self) -> date:
        """The day asked about."""
        return self.findings.as_of

    @property
    def known_at(self) -> date:
        """The day whose knowledge is used."""
        return self.findings.known_at

    @property
    def not_evaluated(self) -> list[str]:
        """What of the agreement is read and not evaluated."""
        return list(self.agreement.not_evaluated)

    @cached_property
    def terms(self) -> list[TermStatus]:
        """The terms, in the order of the agreement."""
        return [self.term(key) for key in self.agreement.terms]

    def term(self, key: str) -> TermStatus:
        """One term, found alone. Raises KeyError."""
        if key not in self._terms:
            self._terms[key] = _term(self.findings.term(key), self.agreement)
        return self._terms[key]

    @cached_property
    def _terms(self) -> dict[str, TermStatus]:
        return {}

    @cached_property
    def claims(self) -> list[ClaimPart]:
        """The claims, by report and place."""
        items = sorted(
            self.evidence.testimonies, key=lambda t: (t.claim.report, t.claim.start, t.claim.end, t.id)
        )
        return [claim_part(t) for t in items]

    @cached_property
    def checks(self) -> list[Check]:
        """The verdicts on claims of breach."""
        return [_check(c) for c in self.findings.checks]

    @cached_property
    def unknowns(self) -> list[Unknown]:
        """What reports say is not known."""
        return [Unknown(claim=u.claim, quote=u.quote, about=u.about) for u in self.findings.unknowns]

    @cached_property
    def reports(self) -> list[ReportPart]:
        """The reports, by path."""
        return [_report(self.held[p], self.known[p]) for p in sorted(self.held)]

    @cached_property
    def unread(self) -> list[UnreadPart]:
        """What was not read, and why."""
        return [UnreadPart(path=u.path, why=u.why) for u in self.unread_files]

    @property
    def told_of(self) -> tuple[tuple[str, str], ...]:
        """Path and reason of what was not read."""
        return tuple((u.path, u.why) for u in self.unread_files)

    @property
    def waiting(self) -> WaitingPart:
        """What the next run would take in."""
        return WaitingPart(files=self.left[0], again=self.left[1])

    def whole(self) -> StatusDocument:
        """All of it."""
        return StatusDocument(
            servanda=self.servanda,
            case=self.case,
            as_of=self.as_of,
            known_at=self.known_at,
            text=self.text,
            terms=self.terms,
            claims=self.claims,
            checks=self.checks,
            unknowns=self.unknowns,
            reports=self.reports,
            unread=self.unread,
            not_evaluated=self.not_evaluated,
            doubts=list(self.agreement.doubts),
            waiting=self.waiting,
            undated=self.undated,
        )

    def plain(self) -> dict[str, Any]:
        """All of it as JSON values, in a fixed order."""
        return self.whole().plain()


def assemble(
    agreement: Agreement,
    findings: Findings,
    evidence: Evidence,
    reports: Mapping[str, Report],
    known: Mapping[str, date],
    unread: Iterable[Unread],
    *,
    text: str | None = None,
    waiting: tuple[int, int] = (0, 0),
    undated: int = 0,
) -> LazyDocument:
    """The document of DESIGN section 5. `waiting`: how many files are new, changed or gone; how many are to be read again.
    `undated`: how many reports are left out since they tell no day and were first seen later."""
    return LazyDocument(agreement, findings, evidence, reports, known, tuple(unread), text, waiting, undated)


def claim_part(item: Testimony) -> ClaimPart:
    """A testimony as the document shows it."""
    c = item.claim
    q = c.quantity
    return ClaimPart(
        id=c.id,
        report=c.report,
        segment=c.segment,
        quote=c.quote,
        start=c.start,
        end=c.end,
        speaker=_speaker(item.chain[0]),
        via=[_speaker(s) for s in item.chain[1:]],
        act=c.act,
        actors=[p.label for p in c.actors],
        target=c.target.label if c.target else None,
        zone=c.zone,
        when=_when(c.when),
        extent=c.extent,
        quantity=QuantityPart(what=q.what, low=q.low, high=q.high, share=q.share, unit=q.unit) if q else None,
        new_due=c.new_due,
        polarity=c.polarity,
        modality=c.modality,
        bears=[
            BearingPart(term=b.term, **{"as": b.as_}, interest=b.interest, level=b.level)
            for b in item.bearings
            if b.aside is None
        ],
        grade=item.grade,
        origin=item.origin,
        confidence=round(c.confidence, 2),
        retracts=c.retracts,
        reviewed=c.reviewed,
        kind=c.kind,
        said=_when(c.said),
        reader=c.reader,
    )


def _term(f: TermFinding, agreement: Agreement) -> TermStatus:
    waiting = [n.removeprefix(f"{f.id}.") for n in agreement.not_evaluated if n.startswith(f"{f.id}.")]
    return TermStatus(
        id=f.id,
        norm=f.norm,
        status=f.status,
        force=f.force,
        compliance=f.compliance,
        epistemic=f.epistemic,
        bearers=[
            Bearer(actor=b.actor, compliance=b.compliance, epistemic=b.epistemic, rule=b.rule, because=list(b.because))
            for b in f.bearers
        ],
        due=f.due,
        original_due=f.original_due,
        flags=list(f.flags),
        rule=f.rule,
        because=list(f.because),
        set_aside=[SetAside(claim=s.claim, why=s.why) for s in f.set_aside],
        incidents=[
            Incident(
                id=i.id,
                earliest=i.earliest,
                latest=i.latest,
                actor=i.actor,
                zone=i.zone,
                epistemic=i.epistemic,
                claims=list(i.claims),
                kind=i.kind,
                accused=list(i.accused),
                denials=list(i.denials),
                exemptions=list(i.exemptions),
                authors=list(i.authors),
            )
            for i in f.incidents
        ],
        reviewed=f.reviewed,
        tallies=[Tally(claim=t.claim, origin=t.origin, what=t.what, low=t.low, high=t.high, rule=t.rule) for t in f.tallies],
        not_evaluated=waiting,
    )


def _check(c: Verdict) -> Check:
    return Check(
        claim=c.claim, term=c.term, said=c.said, verdict=c.verdict, now=c.now, why=c.why, because=list(c.because)
    )


def _report(r: Report, known: date) -> ReportPart:
    return ReportPart(
        path=r.path,
        published=r.published,
        known=known,
        sha256=r.sha256,
        chars=r.chars,
        language=r.language,
        source=r.source,
        title=r.title,
        published_guessed=r.published_guessed,
        url=r.url,
    )


def _speaker(s: Speaker) -> SpeakerPart:
    return SpeakerPart(name=s.name, actor=s.actor, kind=s.kind)


def _when(w: When) -> WhenPart:
    return WhenPart(earliest=w.earliest, latest=w.latest, basis=w.basis)
