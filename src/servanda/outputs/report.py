"""The report page: one HTML file that needs no network and no JavaScript.

Invariant: foreign text enters the page only through the template engine's escaping; the same document gives the
same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from servanda.agreement.model import Agreement
from servanda.outputs.document import ClaimPart, StatusDocument, TermStatus
from servanda.outputs.wording import UNREVIEWED, long_day, needs_review_mark, shown
from servanda.reports.model import Report

CONTEXT = 160


def page(document: StatusDocument, agreement: Agreement, reports: Mapping[str, Report], head: str) -> str:
    """The whole page as a string."""
    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = env.from_string(_read("report.html"))
    claims = {c.id: c for c in document.claims}
    return template.render(
        doc=document,
        title=agreement.title,
        terms=agreement.terms,
        head=head,
        style=Markup(_read("report.css")),  # ours, from the package
        shown=shown,
        long_day=long_day,
        unreviewed=UNREVIEWED,
        mark=lambda t: needs_review_mark(t.compliance, t.reviewed),
        sentence=lambda t: citable(t, agreement, document),
        quoted=lambda key: _quoted(env, claims.get(key), reports),
        decisions=agreement.decisions,
        unmodelled=agreement.unmodelled,
    )


def citable(term: TermStatus, agreement: Agreement, document: StatusDocument) -> str:
    """One sentence on a term that can be cited, with both clocks."""
    bearers = " and ".join(agreement.actors[b.actor].name for b in term.bearers)
    due = f", due {long_day(term.due)}" if term.due else ""
    moved = f" (first {long_day(term.original_due)})" if term.due != term.original_due and term.original_due else ""
    review = f" ({UNREVIEWED})" if needs_review_mark(term.compliance, term.reviewed) else ""
    return (
        f"As of {long_day(document.as_of)}, by what was known on {long_day(document.known_at)}, term {term.id} of "
        f"“{agreement.title}”, owed by {bearers}{due}{moved}, was: {shown(term.status)}, {shown(term.epistemic)}{review}."
    )


_QUOTE = """<blockquote{% if rtl %} dir="rtl"{% endif %}>{{ before }}<mark>{{ claim.quote }}</mark>{{ after }}
<span class="meta">{{ claim.speaker.name or "speaker not named" }}{% if claim.speaker.actor %} for {{ claim.speaker.actor }}{% endif %}
({{ claim.speaker.kind }}), {{ claim.report }}; {{ claim.act }}, {{ claim.modality }}, {{ claim.polarity }};
{% for b in claim.bears %}{{ b.term }}: {{ b["as_"] }}, {{ b.interest }}, level {{ b.level }}; {% endfor %}grade {{ claim.grade }}, origin {{ claim.origin }}, claim {{ claim.id }}</span></blockquote>"""


def _quoted(env: Environment, claim: ClaimPart | None, reports: Mapping[str, Report]) -> Markup:
    if claim is None:
        return Markup("")
    text = reports[claim.report].text if claim.report in reports else ""
    before = text[max(0, claim.start - CONTEXT) : claim.start]
    after = text[claim.end : claim.end + CONTEXT]
    rtl = reports[claim.report].language in {"ar", "fa", "he", "ur"} if claim.report in reports else False
    return Markup(env.from_string(_QUOTE).render(claim=claim, before=before, after=after, rtl=rtl))  # autoescaped


def _read(name: str) -> str:
    return files("servanda").joinpath("outputs", "templates", name).read_text(encoding="utf-8")
