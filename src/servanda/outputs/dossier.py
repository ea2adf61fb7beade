"""A dossier: the values that pages, pictures and exports are made from, looked up once.

Invariant: a dossier adds nothing to the findings; what it computes further (bands, alternatives, explanations) comes
from the same rules and the same evidence, and only when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from servanda.agreement.model import Agreement
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings import Findings, TermFinding
from servanda.findings.explain import Explanation, explained
from servanda.findings.inquiry import Inquiry
from servanda.outputs.alternatives import Alternative, alternatives
from servanda.outputs.assemble import LazyDocument
from servanda.outputs.bands import Course, course
from servanda.outputs.document import TermStatus
from servanda.reports.model import Report, Source

T = TypeVar("T")


@dataclass(frozen=True)
class Dossier:
    """One answer with all it rests on. `head` is the last hash of the ledger's chain."""

    agreement: Agreement
    evidence: Evidence
    findings: Findings
    document: LazyDocument
    reports: Mapping[str, Report]
    sources: Mapping[str, Source] = field(default_factory=dict)
    head: str = "0" * 64

    @cached_property
    def by_claim(self) -> Mapping[str, Testimony]:
        """Testimonies by the id of their claim."""
        return {t.id: t for t in self.evidence.testimonies}

    def status(self, term: str) -> TermStatus:
        """A term of the document. Raises KeyError."""
        return self.document.term(term)

    def found(self, term: str) -> TermFinding:
        """The finding of a term. Raises KeyError."""
        return self.findings.term(term)

    @property
    def inquiry(self) -> Inquiry:
        """For findings on other days."""
        return self.findings.inquiry

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """What would be otherwise, and by which choice."""
        return alternatives(self.agreement, self.evidence, self.findings.terms, self.findings.as_of)

    def alternatives_of(self, term: str) -> tuple[Alternative, ...]:
        """Those of one term; they are found alone, unless all were."""
        if "alternatives" in self.__dict__:
            return tuple(a for a in self.alternatives if a.term == term)
        return self._kept(
            ("otherwise", term),
            lambda: alternatives(self.agreement, self.evidence, [self.found(term)], self.findings.as_of),
        )

    def course(self, term: str) -> Course:
        """The status of a term over the days up to D."""
        return self._kept(("course", term), lambda: course(self.inquiry, term))

    def explanation(self, term: str) -> Explanation:
        """Why a term has its status."""
        return self._kept(("why", term), lambda: explained(self.inquiry, term))

    def name(self, actor: str | None) -> str:
        """An actor's name, or the words of one that the case does not know."""
        if actor is None:
            return "nobody named"
        return self.agreement.actors[actor].name if actor in self.agreement.actors else actor

    def zone(self, zone: str | None) -> str | None:
        """A zone's name."""
        return self.agreement.zones[zone].name if zone in self.agreement.zones and zone else zone

    @cached_property
    def _memo(self) -> dict[object, object]:
        return {}

    def _kept(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._memo:
            self._memo[key] = make()
        return cast("T", self._memo[key])
