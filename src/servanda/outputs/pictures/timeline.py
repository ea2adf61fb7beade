"""The timeline: for all terms their bands of status and their dates; for one term also who says what, by origin.

Invariant: a band is told by its word as well as its colour; an account stands at the day of the fact, not of the
news, and one origin is one mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from servanda.outputs.accounts import Account, Side, accounts
from servanda.outputs.bands import Band
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import GROUPS, group_of
from servanda.outputs.pictures.drawing import Picture, picture
from servanda.outputs.wording import long_day, shown

NOTE = "Hindsight: each day's status by what is known at the later day. Words beside bands name status and evidence."
_DAY = timedelta(days=1)
_LANES: dict[Side, str] = {
    "against": "said against",
    "for": "said for",
    "change": "said of the date",
    "notice": "announced",
    "count": "counted",
}
_X: dict[str, Any] = {
    "type": "temporal",
    "scale": {"type": "utc"},
    "axis": {"format": "%-d %b %Y", "title": None, "labelOverlap": True, "tickCount": 8},
}


def timeline(dossier: Dossier) -> Picture:
    """All terms: bands of status, first and present dates, the day asked about."""
    rows, dates = [], []
    for key in dossier.agreement.terms:
        rows += _bands(dossier.course(key).bands, key)
        dates += _dates(dossier, key, key)
    words = "; ".join(
        f"{t.id} {shown(t.status)}" + (f" ({shown(t.epistemic)})" if t.epistemic != "settled" else "")
        for t in dossier.findings.terms
    )
    lanes = list(dossier.agreement.terms)
    body = _body(dossier, rows, dates, [], lanes, 22)
    return picture(dossier, "timeline", "Status of each term over time", f"{words}.", body, NOTE)


def term_timeline(dossier: Dossier, key: str) -> Picture:
    """One term: its bands, its dates and extensions, and the accounts for and against, a mark for each origin."""
    found = dossier.found[key]
    held = accounts(dossier.agreement.terms[key], dossier.evidence, frozenset(found.because))
    marks = [m for side, items in held.items() for a in items[:60] for m in _mark(a, _LANES[side])]
    lanes = ["status", "dates", *[_LANES[s] for s in _LANES if held[s]]]
    rows = _bands(dossier.course(key).bands, "status")
    dates = _dates(dossier, key, "dates")
    counts = ", ".join(f"{len(items)} origin(s) {_LANES[s]}" for s, items in held.items() if items) or "no accounts"
    words = (
        f"{key}: {shown(found.status)}, {shown(found.epistemic)}"
        + (f", due {long_day(found.due)}" if found.due else "")
        + (f", first {long_day(found.original_due)}" if found.original_due != found.due else "")
        + f"; {counts}."
    )
    body = _body(dossier, rows, dates, marks, lanes, 26)
    return picture(dossier, f"term-{key}", f"{key}: {shown(found.status)}, {shown(found.epistemic)}", words, body, NOTE)


def terminal(dossier: Dossier, width: int = 60) -> list[str]:
    """All terms as lines of text: one sign a stretch of days, a key below."""
    first = min((b.first for k in dossier.agreement.terms for b in dossier.course(k).bands), default=dossier.findings.as_of)
    last = dossier.findings.as_of
    days = max(1, (last - first).days)
    name = max((len(k) for k in dossier.agreement.terms), default=4)
    signs = {"broken": "X", "disputed": "%", "unknown": "?", "kept": "=", "quiet": "-", "pending": ".", "idle": " "}
    lines = []
    for key in dossier.agreement.terms:
        bands = dossier.course(key).bands
        at = [first + timedelta(days=round(i * days / (width - 1))) for i in range(width)]
        row = "".join(signs[_group(next(b for b in bands if d <= b.last or b is bands[-1])).id] for d in at)
        lines.append(f"{key:<{name}} |{row}| {shown(dossier.found[key].status)}")
    legend = ", ".join(f"{signs[g.id]!r} {g.title.lower()}" for g in GROUPS.values())
    lines.append(f"{'':<{name}}  {first.isoformat()}{last.isoformat():>{max(11, width - 10)}}")
    lines.append(f"as of {last}, as known at {dossier.findings.known_at}; {legend}")
    return lines


def _group(band: Band) -> Any:
    f = band.finding
    return group_of(f.force, f.compliance, f.epistemic)


def _bands(bands: Iterable[Band], lane: str) -> list[dict[str, Any]]:
    out = []
    for b in bands:
        word = shown(b.finding.status)
        if b.finding.epistemic not in {"settled", "contested"} and b.finding.force == "in-force":
            word += f", {shown(b.finding.epistemic)}"
        out.append(
            {
                "lane": lane,
                "from": b.first.isoformat(),
                "to": (b.last + _DAY).isoformat(),
                "group": _group(b).title,
                "word": word,
            }
        )
    return out


def _dates(dossier: Dossier, key: str, lane: str) -> list[dict[str, Any]]:
    found = dossier.found[key]
    out = []
    if found.original_due and found.original_due != found.due:
        out.append({"lane": lane, "day": found.original_due.isoformat(), "what": "first date"})
    if found.due:
        out.append({"lane": lane, "day": found.due.isoformat(), "what": "date due"})
    return out


def _mark(account: Account, lane: str) -> list[dict[str, Any]]:
    claim = account.lead.claim
    day = claim.when.latest or claim.when.earliest or claim.said.latest
    if day is None:
        return []
    strength = {2: "establishes alone", 1: "counts with another", 0: "establishes nothing"}[account.level]
    return [{"lane": lane, "day": day.isoformat(), "strength": strength}]


def _body(
    dossier: Dossier,
    rows: list[dict[str, Any]],
    dates: list[dict[str, Any]],
    marks: list[dict[str, Any]],
    lanes: list[str],
    step: int,
) -> dict[str, Any]:
    as_of = dossier.findings.as_of
    y = {
        "field": "lane",
        "type": "nominal",
        "sort": lanes,
        "scale": {"domain": lanes},
        "axis": {"title": None, "labelLimit": 160, "domain": False, "ticks": False},
    }
    days = [date.fromisoformat(r[k]) for r in rows for k in ("from", "to")] + [date.fromisoformat(d["day"]) for d in dates]
    first, last = min(days, default=as_of), max([*days, as_of + _DAY])
    pad = max(_DAY, (last - first) // 30)
    titles = [g.title for g in GROUPS.values() if any(r["group"] == g.title for r in rows)]
    colours = {g.title: g for g in GROUPS.values()}
    x = {**_X, "scale": {"type": "utc", "domain": [first.isoformat(), (last + pad).isoformat()]}}
    wide = (last + pad - first) / 640
    near = [
        r for r in rows if (date.fromisoformat(r["to"]) - date.fromisoformat(r["from"])) >= wide * (len(r["word"]) * 6.4 + 10)
    ]
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": rows},
            "mark": {"type": "bar", "height": {"band": 0.74}, "strokeWidth": 1.2, "clip": True},
            "encoding": {
                "x": {**x, "field": "from"},
                "x2": {"field": "to"},
                "y": y,
                "color": {
                    "field": "group",
                    "type": "nominal",
                    "scale": {"domain": titles, "range": [colours[t].tint for t in titles]},
                    "legend": {
                        "title": None,
                        "orient": "bottom",
                        "symbolType": "square",
                        "symbolStrokeColor": "#414d5c",
                    },
                },
                "stroke": {
                    "field": "group",
                    "type": "nominal",
                    "scale": {"domain": titles, "range": [colours[t].ink for t in titles]},
                    "legend": None,
                },
                "strokeDash": {
                    "field": "group",
                    "type": "nominal",
                    "scale": {"domain": titles, "range": [list(colours[t].pattern) or [1, 0] for t in titles]},
                    "legend": None,
                },
            },
        },
        {
            "data": {"values": near},
            "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 10.5, "color": "#1b222c", "clip": True},
            "encoding": {"x": {**x, "field": "from"}, "y": y, "text": {"field": "word", "type": "nominal"}},
        },
        {
            "data": {"values": [{"day": (as_of + _DAY).isoformat()}]},
            "mark": {"type": "rule", "color": "#1b222c", "strokeWidth": 1.2, "strokeDash": [3, 2]},
            "encoding": {"x": {**x, "field": "day"}},
        },
    ]
    if dates:
        layers.append(
            {
                "data": {"values": dates},
                "mark": {"type": "point", "size": 70, "strokeWidth": 1.8, "stroke": "#1b222c", "opacity": 1},
                "encoding": {
                    "x": {**x, "field": "day"},
                    "y": y,
                    "shape": {
                        "field": "what",
                        "type": "nominal",
                        "scale": {"domain": ["first date", "date due"], "range": ["triangle-down", "diamond"]},
                        "legend": {"title": None, "orient": "bottom"},
                    },
                    "fill": {
                        "field": "what",
                        "type": "nominal",
                        "scale": {"domain": ["first date", "date due"], "range": ["white", "#1b222c"]},
                        "legend": None,
                    },
                },
            }
        )
    if marks:
        domain = ["establishes alone", "counts with another", "establishes nothing"]
        layers.append(
            {
                "data": {"values": marks},
                "mark": {"type": "point", "strokeWidth": 1.4, "stroke": "#1b222c", "opacity": 0.9},
                "encoding": {
                    "x": {**x, "field": "day"},
                    "y": y,
                    "size": {
                        "field": "strength",
                        "type": "nominal",
                        "scale": {"domain": domain, "range": [130, 80, 45]},
                        "legend": {"title": "one mark an origin", "orient": "bottom"},
                    },
                    "fill": {
                        "field": "strength",
                        "type": "nominal",
                        "scale": {"domain": domain, "range": ["#1b222c", "#9aa6b4", "#ffffff"]},
                        "legend": None,
                    },
                },
            }
        )
    return {
        "width": 640,
        "height": {"step": step},
        "layer": layers,
        "resolve": {"scale": {"fill": "independent", "shape": "independent", "size": "independent"}},
    }
