"""From a specification to a drawing: SVG that may stand inside a page, or PNG.

Invariant: the SVG is well-formed, carries a title and a description, has no script, no style attribute and no id
that another picture of the page has; it refers to nothing outside itself. Every picture prints both clocks, its
epistemic words and what is not known (S11).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from servanda.outputs.dossier import Dossier
from servanda.outputs.wording import EPISTEMIC, long_day, plural, shown

VEGA_LITE = "6.4"
FONT = "DejaVu Sans, Noto Sans, Arial, sans-serif"
CONFIG: dict[str, Any] = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": {"labelColor": "#414d5c", "titleColor": "#414d5c", "gridColor": "#e6eaee", "labelFontSize": 11},
    "legend": {"labelFontSize": 11, "titleFontSize": 11, "labelColor": "#1b222c", "titleColor": "#414d5c"},
    "title": {
        "anchor": "start", "frame": "bounds", "fontSize": 14, "subtitleFontSize": 11, "subtitleColor": "#4a5563",
        "subtitleLineHeight": 15,
    },
    "concat": {"spacing": 14},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A specification with its `title`; `words` say what it shows, `description` also what is printed on it."""

    name: str
    title: str
    words: str
    description: str
    spec: dict[str, Any]


def picture(
    dossier: Dossier, name: str, title: str, description: str, body: dict[str, Any], note: str, term: str | None = None
) -> Picture:
    """A picture of the whole, or of one term, with both clocks, its epistemic words and the unknowns printed on it."""
    found = dossier.findings
    clocks = f"As of {long_day(found.as_of)}, as known at {long_day(found.known_at)}."
    standing = f"{evidence_words(dossier, term)} {unknown_words(dossier, term)}"
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": description,
        "title": {"text": title, "subtitle": [clocks, *_lines(standing), *_lines(note)], "offset": 12},
        "background": "white",
        "config": CONFIG,
        **body,
    }
    return Picture(name, title, description, f"{clocks} {description} {standing} {note}", spec)


def evidence_words(dossier: Dossier, term: str | None = None) -> str:
    """The epistemic word of a term, or of how many terms it holds."""
    if term is not None:
        return f"Evidence: {shown(dossier.found(term).epistemic)}."
    counts = Counter[str](t.epistemic for t in dossier.findings.terms)
    parts = [f"{shown(word)} {plural(counts[word], 'term')}" for word in EPISTEMIC if counts[word]]
    return f"Evidence: {'; '.join(parts) or 'no term'}."


def unknown_words(dossier: Dossier, term: str | None = None) -> str:
    """What is not known, of a term or of the whole, in a sentence."""
    found = [t for t in dossier.findings.terms if term in {None, t.id}]
    late = [t.id for t in found if t.compliance == "overdue" and t.force == "in-force"]
    nobody = len({i.id for t in found for i in t.incidents if not i.authors})
    said = [u for u in dossier.findings.unknowns if term is None or _touches(dossier, u.claim, term)]
    parts = [f"the outcome of {', '.join(late[:6])}{f' and {len(late) - 6} more' if len(late) > 6 else ''}"] if late else []
    parts += [f"the author of {plural(nobody, 'incident')}"] if nobody else []
    parts += [f"{plural(len(said), 'thing')} that reports say {'is' if len(said) == 1 else 'are'} not known"] if said else []
    return f"Not known: {'; '.join(parts)}." if parts else "Not known: whatever no report tells; silence proves nothing."


def _touches(dossier: Dossier, claim: str, term: str) -> bool:
    item = dossier.by_claim.get(claim)
    return item is not None and any(b.term == term for b in item.bearings)


def svg(drawn: Picture) -> str:
    """The picture as SVG: one `svg` element with title and description."""
    import vl_convert

    raw: str = vl_convert.vegalite_to_svg(json.dumps(drawn.spec), vl_version=VEGA_LITE)
    return _framed(raw, drawn)


def png(drawn: Picture, scale: float = 2.0) -> bytes:
    """The picture as PNG."""
    import vl_convert

    made: bytes = vl_convert.vegalite_to_png(json.dumps(drawn.spec), vl_version=VEGA_LITE, scale=scale)
    return made


def inline(drawn: Picture) -> Markup:
    """The picture as a figure for a page."""
    return Markup(
        '<figure class="picture" role="group" aria-label="{}">{}'
        '<figcaption><details class="twice alone"><summary>In words</summary>{}</details></figcaption></figure>'
    ).format(drawn.title, Markup(svg(drawn)), drawn.words)


def _framed(raw: str, drawn: Picture) -> str:
    """Own ids, title and description; the inner roles that name every mark to a screen reader are taken away."""
    key = re.sub(r"[^a-z0-9]+", "-", drawn.name.lower()).strip("-")
    # the renderer numbers its ids through the life of the process; here they count from 1 in each picture
    names = {old: f"{key}-{n}" for n, old in enumerate(dict.fromkeys(re.findall(r'\bid="([^"]+)"', raw)), start=1)}
    text = re.sub(r'\bid="([^"]+)"', lambda m: f'id="{names[m[1]]}"', raw)
    text = re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{names.get(m[1], m[1])})", text)
    text = re.sub(r'((?:xlink:)?href)="#([^"]+)"', lambda m: f'{m[1]}="#{names.get(m[2], m[2])}"', text)
    text = re.sub(r'\s(?:role|aria-roledescription|aria-label|aria-hidden)="[^"]*"', "", text)
    head = (
        f'role="img" aria-labelledby="{key}-title {key}-desc">'
        f'<title id="{key}-title">{escape(drawn.title)}</title>'
        f'<desc id="{key}-desc">{escape(drawn.description)}</desc>'
    )
    opening, _, rest = text.partition(">")
    return f"{opening} {head}{rest}"


def _lines(text: str, width: int = 118) -> list[str]:
    out: list[str] = []
    for word in text.split():
        if out and len(out[-1]) + len(word) < width:
            out[-1] += f" {word}"
        else:
            out.append(word)
    return out
