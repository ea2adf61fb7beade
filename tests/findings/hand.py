"""Claims, reports and agreements written by hand, for tests of evidence and findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.evidence import Evidence, weigh
from servanda.findings import Findings, TermFinding, find
from servanda.findings.find import find_term
from servanda.reading.claim import Claim, Party, Quantity, Speaker, When, identified
from servanda.reports.model import Report, Segment, Source

KARABAKH = """
servanda: 1
id: karabakh-small
title: The founding case, small
signed: 2020-11-09
in_force: 2020-11-10T00:00:00+04:00
timezone: Asia/Baku
actors:
  armenia: {name: Armenia, role: signatory}
  azerbaijan: {name: Azerbaijan, role: signatory}
  russia: {name: Russia, role: [signatory, guarantor]}
  peacekeepers: {name: Russian peacekeepers, role: monitor, under: russia}
  artsakh-army: {name: Artsakh Defence Army, role: bound, under: armenia, basis: under its command}
  artsakh-volunteers: {name: Artsakh volunteers}
  unhcr: {name: UNHCR, role: monitor}
  turkey: {name: Turkey}
zones:
  conflict-zone: {name: the conflict zone}
  kalbajar: {name: Kalbajar district, within: conflict-zone}
  village: {name: a village of Kalbajar, within: kalbajar}
  hadrut: {name: Hadrut district, within: conflict-zone}
terms:
  1-ceasefire:
    article: "1"
    norm: prohibition
    bearer: [armenia, azerbaijan]
    act: [attack, breach-ceasefire]
    zone: conflict-zone
  6-kalbajar:
    article: "6"
    norm: obligation
    bearer: [armenia]
    toward: [azerbaijan]
    act: [withdraw, hand-over]
    zone: kalbajar
    due: {by: 2020-11-15}
    may_extend: [azerbaijan]
    may_waive: [azerbaijan]
"""

SOURCES = {
    s.id: s
    for s in (
        Source("wire", "Northern Wire", kind="agency", reliability="B"),
        Source("press", "Bridge Media", kind="outlet", reliability="B"),
        Source("paper", "Fjordposten", kind="outlet", reliability="C"),
        Source("site", "Sky and Steel", kind="aggregator", reliability="E"),
        Source("az-mod", "Ministry of Defence of Azerbaijan", kind="party", reliability="C", side="azerbaijan"),
        Source("am-mod", "Ministry of Defence of Armenia", kind="party", reliability="C", side="armenia"),
        Source("bulletin", "Peacekeepers' bulletin", kind="monitor", reliability="B", side="peacekeepers", monitor=True),
    )
}

HAJIYEV = Speaker("Hikmet Hajiyev", "azerbaijan", "named-official")
PASHINYAN = Speaker("Nikol Pashinyan", "armenia", "named-official")
OUTLET = Speaker(None, None, "outlet")
UNNAMED = Speaker(None, None, "unnamed-official")
EXPERT = Speaker(None, None, "expert")
READER = Speaker(None, None, "commenter")


def day(text: str | date | None) -> date | None:
    """'2020-11-15' or '11-15' (of 2020)."""
    if text is None or isinstance(text, date):
        return text
    return date.fromisoformat(text if len(text) > 5 else f"2020-{text}")


def span(value: object, basis: str = "explicit") -> When:
    """A day, or a pair of days, as a stretch of days."""
    if isinstance(value, tuple):
        return When(day(value[0]), day(value[1]), basis)
    return When(day(value), day(value), basis)  # type: ignore[arg-type]


def says(
    act: str,
    actors: str | tuple[str, ...] = (),
    *,
    on: object = None,
    said: object = None,
    report: str = "wire/1.txt",
    by: Speaker = OUTLET,
    via: tuple[Speaker, ...] = (),
    modality: str = "completed",
    polarity: str = "affirmed",
    extent: str = "all",
    zone: str | None = None,
    target: str | None = None,
    quote: str | None = None,
    start: int = 0,
    segment: str = "body",
    quantity: Quantity | None = None,
    **more: object,
) -> Claim:
    """One claim. `on` is the day of the fact, `said` that of speaking; each defaults to the other."""
    names = (actors,) if isinstance(actors, str) else actors
    told = said if said is not None else on
    fact = on if on is not None else said
    words = quote or f"{by.name or by.kind} {modality} {polarity} {act} {','.join(names)} {zone or ''} {fact}"
    made = Claim(
        id="", report=report, report_sha256=hashlib.sha256(report.encode()).hexdigest(), segment=segment,
        quote=words, start=start, end=start + len(words), speaker=by, via=via, act=act, words=act,
        actors=tuple(Party(n, n) for n in names), target=Party(target, target) if target else None, zone=zone,
        when=span(fact), said=span(told), extent=extent, polarity=polarity, modality=modality, quantity=quantity,
    )  # type: ignore[arg-type]  # fmt: skip
    return identified(replace(made, **more))  # type: ignore[arg-type]


@dataclass
class Case:
    """An agreement with claims; a report's source is the first part of its path, its day of being known is given."""

    agreement: Agreement
    claims: tuple[Claim, ...] = ()
    known: Mapping[str, date] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=lambda: SOURCES)
    texts: Mapping[str, str] = field(default_factory=dict)

    def known_on(self, claim: Claim) -> date:
        """The day given for the claim's report, else the last day on which it can have been said."""
        told = self.known.get(claim.report)
        return told or max(c.said.latest or date(2020, 11, 9) for c in self.claims if c.report == claim.report)

    def evidence(self, known_at: str | date = "2099-01-01") -> Evidence:
        """What is known on a day, weighed."""
        paths = {c.report: self.known_on(c) for c in self.claims}
        reports = {p: self._report(p) for p in paths}
        k = day(known_at)
        assert k is not None
        return weigh(self.agreement, self.sources, reports, self.claims, paths, k)

    def findings(self, as_of: str | date, known_at: str | date | None = None) -> Findings:
        """The findings of (D, K); K defaults to D."""
        d = day(as_of)
        assert d is not None
        return find(self.agreement, self.evidence(known_at if known_at is not None else d), d)

    def term(self, key: str, as_of: str | date, known_at: str | date | None = None) -> TermFinding:
        """One term at (D, K)."""
        d = day(as_of)
        assert d is not None
        return find_term(self.agreement, self.evidence(known_at if known_at is not None else d), key, d)

    def _report(self, path: str) -> Report:
        text = self.texts.get(path, f"The text of {path}.")
        sha = hashlib.sha256(path.encode()).hexdigest()
        source = path.split("/")[0]
        listed = self.sources.get(source)
        return Report(path, sha, text, (Segment("body", 0, len(text)),), "text", source=listed.name if listed else source)


def case(*claims: Claim, agreement: str | Agreement = KARABAKH, **more: object) -> Case:
    """A case of these claims."""
    loaded = _loaded(agreement) if isinstance(agreement, str) else agreement
    return Case(loaded, tuple(claims), **more)  # type: ignore[arg-type]


@lru_cache(maxsize=512)
def _loaded(text: str) -> Agreement:
    """Reading the file takes longer than what most tests do with it."""
    return loads(text)


def with_term(extra: str, base: str = KARABAKH) -> str:
    """The small agreement with further terms, given as YAML indented by two."""
    return base + extra


def said_by(claims: Iterable[Claim]) -> list[str]:
    """The ids of claims, in order."""
    return sorted(c.id for c in claims)
