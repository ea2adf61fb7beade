"""The report page: one HTML file that needs no network and no JavaScript.

Invariant: foreign text enters the page only through the template engine's escaping; the same dossier gives the
same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from servanda.agreement.model import Agreement, Decision
from servanda.outputs.citing import citable
from servanda.outputs.dossier import Dossier
from servanda.outputs.lines import lines
from servanda.outputs.overview import due_soon, grouped, party_table, summary
from servanda.outputs.quotes import Quote, quote
from servanda.outputs.templating import engine, style
from servanda.outputs.term_view import TermView, term_view
from servanda.outputs.verdicts import verdicts
from servanda.outputs.wording import DECISIONS, RELIABILITY, long_day
from servanda.reports.sources import source_of
from servanda.vocabulary import vocabulary

__all__ = ["citable", "page"]

CHECKS = 60
UNKNOWNS = 60
REPORTS = 500


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Where links lead within the one page; `rows` are the reports listed in it."""

    rows: frozenset[str]
    first: Mapping[str, str]
    anchors: bool = False

    def term(self, key: str) -> str:
        """To the term's section."""
        return f"#t-{key}"

    def told(self, q: Quote, term: str | None) -> str | None:
        """The term under which the page has quoted a claim before, if not under this one."""
        found = self.first.get(q.id)
        return found if found != term else None

    def row(self, path: str) -> str:
        """The id of a report's row in the list of reports."""
        return f"r-{sha256(path.encode()).hexdigest()[:12]}"

    def claim(self, q: Quote) -> str:
        """To the report's row: the report itself is not in the page."""
        return f"#{self.row(q.report)}" if q.report in self.rows else "#reports"


def page(dossier: Dossier, pictures: Mapping[str, Markup] | None = None) -> str:
    """The whole page as a string; `pictures` are drawings by name (`timeline`, `incidents`, `map`, `term:ID`)."""
    views = [term_view(dossier, key) for key in dossier.agreement.terms]
    by_id = {v.term.id: v for v in views}
    checks = dossier.findings.checks
    return (
        engine()
        .get_template("report.html")
        .render(
            doc=dossier.document,
            title=dossier.agreement.title,
            agreement=dossier.agreement,
            head=dossier.head,
            style=Markup(style("base.css") + style("report.css") + _page_edges(dossier)),
            links=PageLinks(frozenset(r.path for r in dossier.document.reports[:REPORTS]), _first(views)),
            terms=views,
            groups=grouped(lines(dossier)),
            summary=summary(dossier, lines(dossier)),
            any_mark=any(v.mark for v in views),
            due=[(i, by_id[i.term]) for i in due_soon(dossier)],
            parties=party_table(dossier),
            pictures=pictures or {},
            courses={key: dossier.course(key) for key in by_id},
            checks=verdicts(dossier, checks[:CHECKS]),
            checks_left=max(0, len(checks) - CHECKS),
            unknowns=unknowns(dossier),
            unattributed=_unattributed(views),
            coverage=dossier.agreement.coverage,
            sources=sources(dossier),
            reports_shown=REPORTS,
            alternatives=[(a, by_id[a.term]) for a in dossier.alternatives],
            decisions=decided(dossier.agreement),
            rules=dict(sorted(vocabulary("rules.yaml")["rules"].items(), key=lambda p: int(p[0][1:]))),
        )
    )


def decided(agreement: Agreement) -> list[tuple[str, list[Decision]]]:
    """The choices of the file by kind, in the order in which a reader needs them."""
    held = {kind: [d for d in agreement.decisions if d.kind == kind] for kind in DECISIONS}
    return [(words, held[kind]) for kind, words in DECISIONS.items() if held[kind]]


def _first(views: list[TermView]) -> dict[str, str]:
    """The first term under which each claim is quoted with its context."""
    told: dict[str, str] = {}
    for view in views:
        for side in view.evidence:
            for account in side.told:
                told.setdefault(account.lead.id, view.term.id)
    return told


def _page_edges(dossier: Dossier) -> str:
    """The case and both clocks at the head of every printed page, its number at the foot: no foreign text."""
    found = dossier.findings
    clocks = f"As of {long_day(found.as_of)}, as known at {long_day(found.known_at)}"
    case = re.sub(r"[^\w.-]", "", dossier.agreement.id)
    head = f'@top-left{{content:"{case}"}}@top-right{{content:"{clocks}"}}'
    return f'@page{{{head}@bottom-right{{content:counter(page) " / " counter(pages)}}}}'


def unknowns(dossier: Dossier) -> list[tuple[str | None, Quote]]:
    """What reports say is not known, quoted."""
    found = [(u.about, dossier.by_claim[u.claim]) for u in dossier.findings.unknowns[:UNKNOWNS] if u.claim in dossier.by_claim]
    return [(about, quote(dossier, item)) for about, item in found]


def sources(dossier: Dossier) -> list[dict[str, Any]]:
    """Who publishes, with what is stated of them, and in how many reports they are heard."""
    listed = [source_of(r, dossier.sources) for _, r in sorted(dossier.reports.items())]
    counts = Counter(s.id for s in listed)
    known = {s.id: s for s in (*dossier.sources.values(), *listed)}
    return [
        {
            "id": s.id,
            "name": s.name,
            "kind": s.kind,
            "monitor": s.monitor,
            "side": dossier.name(s.side) if s.side else None,
            "reliability": s.reliability,
            "words": RELIABILITY.get(s.reliability, ""),
            "domains": s.domains,
            "reports": counts[s.id],
        }
        for s in sorted(known.values(), key=lambda s: (s.name.casefold(), s.id))
    ]


def _unattributed(views: list[TermView]) -> list[tuple[str, Any]]:
    return [(v.term.id, i) for v in views for i in v.incidents if not i.attributed and i.epistemic == "established"]
