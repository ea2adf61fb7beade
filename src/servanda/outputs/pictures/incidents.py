"""Incidents by day and party, with rival tallies beside them.

Invariant: an incident is drawn once, under its author where one is established and otherwise under 'author not
established'; counts of different origins stand side by side and are never added (R9).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from servanda.findings.finding import Incident
from servanda.outputs.dossier import Dossier
from servanda.outputs.pictures.drawing import Picture, picture
from servanda.outputs.pictures.marks import APART, INK, SOFT, WORDS_ONLY
from servanda.outputs.quotes import quote
from servanda.outputs.wording import plural, span

UNKNOWN = "author not established"
ALLEGED = "alleged: "
_WORDS = ["established", "credible", "alleged", "refuted"]
_FILLS = {"established": "#1b222c", "credible": "#8794a3", "alleged": "#dfe4ea", "refuted": "#ffffff"}
LABEL = 290
"""The width of the words at the left, in pixels."""
_PITCH = 1.2
"""From the top of one lane to that of the next, in heights of a lane."""
Row = dict[str, Any]
LINES = f"split({WORDS_ONLY}, ' / ')"
NOTE = "A bar counts incidents that reports tell of, not all that happened. Silence proves nothing (R1)."


def incidents(dossier: Dossier) -> Picture | None:
    """Incidents per day (week, month over long times) and party; None where there is neither incident nor tally."""
    found = [i for t in dossier.findings.terms for i in t.incidents]
    dated = [i for i in {i.id: i for i in found}.values() if i.latest]
    counts = [_tally(dossier, t.id, y) for t in dossier.findings.terms for y in t.tallies[:12]]
    counts = [c for c in counts if c is not None]
    if not dated and not counts:
        return None
    parts = [p for p in (_bars(dossier, dated), _tallies([c for c in counts if c])) if p]
    by = Counter(_party(dossier, i) for i in dated)
    words = "; ".join(f"{who}: {plural(by[who], 'incident')}" for who in _lanes(dossier, by)) or "no dated incident"
    standing = Counter[str](i.epistemic for i in dated)
    told = ", ".join(f"{standing[w]} {w}" for w in _WORDS if standing[w])
    tail = f" {plural(len(counts), 'tally', 'tallies')} by different origins." if counts else ""
    note = f"Incidents: {told}. {NOTE}" if told else NOTE
    return picture(dossier, "incidents", "Incidents and tallies", f"{words}.{tail}", {"vconcat": parts}, note)


def _lanes(dossier: Dossier, names: Iterable[str]) -> list[str]:
    """Lanes in the order of the agreement's actors, whoever is established first, nobody last; never by number."""
    actors = [a.name for a in dossier.agreement.actors.values()]

    def place(name: str) -> tuple[int, int, str]:
        if name == UNKNOWN:
            return 2, 0, name
        bare = name.removeprefix(ALLEGED).split(" / ")[0]
        return int(bare != name), actors.index(bare) if bare in actors else len(actors), name

    return sorted(set(names), key=place)


def _party(dossier: Dossier, i: Incident) -> str:
    if i.authors:
        return " / ".join(map(dossier.name, i.authors))
    return f"{ALLEGED}{' / '.join(dossier.name(a) for a in i.accused)}" if i.accused else UNKNOWN


def _bars(dossier: Dossier, found: list[Incident]) -> dict[str, Any] | None:
    if not found:
        return None
    days = [i.latest for i in found if i.latest]
    across = (max(days) - min(days)).days
    unit = "day" if across <= 92 else "week" if across <= 730 else "month"
    groups: Counter[tuple[str, str, str]] = Counter()
    for i in found:
        if i.latest:
            groups[(_start(i.latest, unit).isoformat(), _party(dossier, i), i.epistemic)] += 1
    rows: list[dict[str, Any]] = []
    height: Counter[tuple[str, str]] = Counter()
    for (d, who, word), n in sorted(groups.items(), key=lambda p: (p[0][0], p[0][1], _WORDS.index(p[0][2]))):
        base = height[(d, who)]
        height[(d, who)] += n
        to = _end(date.fromisoformat(d), unit).isoformat()
        rows.append({"from": d, "to": to, "party": who, "standing": word, "base": base, "top": base + n})
    parties = _lanes(dossier, (r["party"] for r in rows))
    most = max(height.values())
    for r in rows:
        lane = parties.index(r["party"]) * _PITCH + 1
        r |= {"low": lane - r["base"] / most, "high": lane - r["top"] / most}
    first, last = date.fromisoformat(min(r["from"] for r in rows)), date.fromisoformat(max(r["to"] for r in rows))
    return _lane_view(rows, parties, most, (first, max(last, first + timedelta(days=7))), unit)


def _lane_view(rows: list[Row], parties: list[str], most: int, days: tuple[date, date], unit: str) -> Row:
    """One lane a party, all of one height; the party's name and the count that a full lane stands for at its left."""
    lanes = [
        {
            "y": i * _PITCH + 1, "top": i * _PITCH, "middle": i * _PITCH + 0.5 - p.count(" / ") * 6.5 / 46, "most": str(most),
            "party": p.replace(" / ", "\n/ "),
        }
        for i, p in enumerate(parties)
    ]  # fmt: skip
    domain = [0, len(parties) * _PITCH]
    y: Row = {"type": "quantitative", "axis": None, "scale": {"domain": domain, "reverse": True, "nice": False}}
    axis = {
        "title": f"incidents a {unit}", "format": "%-d %b %Y", "labelOverlap": True, "labelSeparation": 10,
        "tickCount": 6 if (days[1] - days[0]).days > 10 else {"interval": "day", "step": 2},
    }  # fmt: skip
    scale = {"type": "utc", "domain": [days[0].isoformat(), days[1].isoformat()]}
    standings = [w for w in _WORDS if any(r["standing"] == w for r in rows)]
    words = {"type": "text", "align": "right", "baseline": "middle", "color": INK}
    return {
        "width": 460,
        "height": round(46 * _PITCH * len(parties)),
        "layer": [
            {
                "data": {"values": lanes},
                "mark": {"type": "rule", "color": "#b9c1cb"},
                "encoding": {"y": {"field": "y", **y}, "x": {"value": 0}, "x2": {"value": 460}},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "rect", "stroke": INK, "strokeWidth": 0.8},
                "encoding": {
                    "x": {"field": "from", "type": "temporal", "scale": scale, "axis": axis},
                    "x2": {"field": "to"},
                    "y": {"field": "low", **y},
                    "y2": {"field": "high"},
                    "color": {
                        "field": "standing",
                        "type": "nominal",
                        "scale": {"domain": standings, "range": [_FILLS[w] for w in standings]},
                        "legend": {"title": None, "orient": "top", "symbolStrokeColor": INK, "symbolType": "square"},
                    },
                },
            },
            {
                "data": {"values": lanes},
                "mark": {**words, "dx": -26, "fontSize": 10.5, "limit": LABEL, "lineBreak": "\n", "baseline": "middle"},
                "encoding": {"y": {"field": "middle", **y}, "x": {"value": 0}, "text": {"field": "party"}},
            },
            {
                "data": {"values": lanes},
                "mark": {**words, "dx": -5, "fontSize": 10, "baseline": "top", "color": SOFT},
                "encoding": {"y": {"field": "top", **y}, "x": {"value": 0}, "text": {"field": "most"}},
            },
        ],
    }


def _start(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "month" else day


def _end(day: date, unit: str) -> date:
    if unit == "month":
        return (day + timedelta(days=32)).replace(day=1)
    return day + timedelta(days=7 if unit == "week" else 1)


def _tally(dossier: Dossier, term: str, tally: Any) -> dict[str, Any] | None:
    item = dossier.by_claim.get(tally.claim)
    low, high = tally.low, tally.high if tally.high is not None else tally.low
    if item is None or low is None or high is None:
        return None
    when = item.claim.when
    told = f"{_short(tally.what or 'not said what', 20)}, {span(when.earliest, when.latest)}"
    label = f"{told} ({_short(term, 14)}) / {_short(quote(dossier, item).speaker, 46)}"
    return {
        "order": (tally.what or "", str(when.latest or when.earliest or ""), tally.claim),
        "who": f"{label}{APART}{tally.claim}",
        "low": low,
        "high": high,
        "text": f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}",
    }


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _tallies(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    if not rows:
        return None
    rows = [{k: v for k, v in r.items() if k != "order"} for r in sorted(rows, key=lambda r: r["order"])]
    order = [r["who"] for r in rows]
    y = {"field": "who", "type": "nominal", "sort": order, "axis": {"title": None, "labelLimit": LABEL, "labelExpr": LINES}}
    x = {
        "field": "low",
        "type": "quantitative",
        "scale": {"zero": True, "type": "symlog", "nice": True},
        "axis": {"title": "tallies side by side, each by its own counting rule", "tickCount": 5},
    }
    return {
        "data": {"values": rows},
        "width": 260,
        "height": {"step": 32},
        "layer": [
            {
                "mark": {"type": "bar", "height": 4, "color": "#566170"},
                "encoding": {"y": y, "x": x, "x2": {"field": "high"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 55, "color": "#1b222c", "opacity": 1},
                "encoding": {"y": y, "x": {**x, "field": "high"}},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 10},
                "encoding": {"y": y, "x": {**x, "field": "high"}, "text": {"field": "text"}},
            },
        ],
    }
