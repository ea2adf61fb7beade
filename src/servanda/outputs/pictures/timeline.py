"""The timeline: for all terms their bands of status and their dates; for one term also its force, the acts on its
date, and who says what, a lane for each origin.

Invariant: a band is told by its word and its shape as well as its colour; an account stands at the day of the fact,
not of the news, and one origin is one lane.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from servanda.outputs.accounts import Account, Side, accounts
from servanda.outputs.bands import Band
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import GROUPS, Group, group_of
from servanda.outputs.pictures.drawing import Picture, picture
from servanda.outputs.pictures.marks import APART, CHAR, GLYPHS, INK, RAW, SOFT, WIDTH, WORDS_ONLY, Key, key
from servanda.outputs.quotes import quote
from servanda.outputs.wording import long_day, plural, shown

NOTE = "Hindsight: each day's status by what is known at the later day."
ORIGINS = 18
_DAY = timedelta(days=1)
_SIDES: dict[Side, str] = {
    "against": "against", "for": "for", "change": "on the date", "notice": "announced", "count": "counted",
}  # fmt: skip
_FILLS = {2: INK, 1: "#9aa6b4", 0: "#ffffff"}
_STRENGTH = {2: "establishes alone", 1: "counts with another", 0: "establishes nothing"}
_ARROW = {
    "first date": ("triangle-down", "#ffffff"),
    "date due": ("diamond", INK),
    "extension made": ("triangle-right", INK),
    "extension claimed": ("triangle-right", "#ffffff"),
}
_ONWARD = "M-1,0L0.9,0M0.3,-0.6L0.9,0L0.3,0.6"
Row = dict[str, Any]


def timeline(dossier: Dossier) -> Picture:
    """All terms: bands of status, first and present dates, the day asked about."""
    bands, dates = [], []
    for term in dossier.agreement.terms:
        bands += _bands(dossier.course(term).bands, term)
        dates += _dates(dossier, term, term)
    words = "; ".join(
        f"{t.id} {shown(t.status)}" + (f" ({shown(t.epistemic)})" if t.epistemic != "settled" else "")
        for t in dossier.findings.terms
    )
    body = _body(dossier, list(dossier.agreement.terms), bands, dates, [], step=30, below=9)
    return picture(dossier, "timeline", "Status of each term over time", f"{words}.", body, NOTE)


def term_timeline(dossier: Dossier, term: str) -> Picture:
    """One term: in force or not, its status, its dates and who moved them, and a lane for each origin."""
    found = dossier.found(term)
    held = accounts(dossier.agreement.terms[term], dossier.evidence, frozenset(found.because))
    told = [(_SIDES[s], a) for s in _SIDES for a in held[s]]
    marks = [m for side, a in told[:ORIGINS] if (m := _mark(dossier, side, a)) is not None]
    course = dossier.course(term).bands
    bands = [*_force(course), *_bands(course, "status")]
    dates = [*_dates(dossier, term, "date due"), *_acts(dossier, term)]
    counts = ", ".join(f"{plural(len(held[s]), 'origin')} {_SIDES[s]}" for s in _SIDES if held[s]) or "no accounts"
    words = (
        f"{term}: {shown(found.status)}, {shown(found.epistemic)}"
        + (f", due {long_day(found.due)}" if found.due else "")
        + (f", first {long_day(found.original_due)}" if found.original_due != found.due else "")
        + f"; {counts}."
    )
    left = len(told) - len(told[:ORIGINS])
    note = NOTE + (f" {plural(left, 'more origin')} not drawn." if left else "")
    lanes = list(dict.fromkeys(["in force", "status", *(d["lane"] for d in dates), *(m["lane"] for m in marks)]))
    body = _body(dossier, lanes, bands, dates, marks, step=23, below=0)
    title = f"{term}: {shown(found.status)}, {shown(found.epistemic)}"
    return picture(dossier, f"term-{term}", title, words, body, note, term)


def _group(band: Band) -> Group:
    f = band.finding
    return group_of(f.force, f.compliance, f.epistemic)


def _bands(bands: Iterable[Band], lane: str) -> list[Row]:
    out = []
    for b in bands:
        group, word = _group(b), shown(b.finding.status)
        if b.finding.epistemic not in {"settled", "contested"} and b.finding.force == "in-force":
            word += f", {shown(b.finding.epistemic)}"
        out.append(_band(lane, b.first, b.last, word, group.id))
    return out


def _force(bands: Sequence[Band]) -> list[Row]:
    """The stretches in which the term was in force, or not."""
    out = []
    for force, run in groupby(bands, key=lambda b: b.finding.force):
        held = list(run)
        out.append(_band("in force", held[0].first, held[-1].last, shown(force), "pending" if force == "in-force" else "idle"))
    return out


def _band(lane: str, first: date, last: date, word: str, group: str) -> Row:
    g = GROUPS[group]
    glyph = GLYPHS[g.shape] if lane != "in force" else "M0,0"
    return {
        "lane": lane, "from": first.isoformat(), "to": (last + _DAY).isoformat(), "group": g.id, "word": word,
        "fill": g.fill, "ink": g.ink, "glyph": glyph,
    }  # fmt: skip


def _date(lane: str, day: date, what: str) -> Row:
    shape, fill = _ARROW[what]
    return {"lane": lane, "day": day.isoformat(), "what": what, "shape": shape, "fill": fill}


def _dates(dossier: Dossier, term: str, lane: str) -> list[Row]:
    found = dossier.found(term)
    moved = found.original_due and found.original_due != found.due
    first = [_date(lane, found.original_due, "first date")] if moved and found.original_due else []
    return [*first, *([_date(lane, found.due, "date due")] if found.due else [])]


def _acts(dossier: Dossier, term: str) -> list[Row]:
    """The acts on the date, each on the day it was made."""
    moves = [m for m in dossier.explanation(term).amendments if m.act == "extend-deadline"]
    return [_date("extensions", m.latest, "extension made" if m.effective else "extension claimed") for m in moves[:12]]


def _mark(dossier: Dossier, side: str, account: Account) -> Row | None:
    claim = account.lead.claim
    day = claim.when.latest or claim.when.earliest or claim.said.latest
    if day is None:
        return None
    who = quote(dossier, account.lead).speaker
    name = who if len(who) <= 30 else f"{who[:29]}…"
    copies = len(account.copies)
    return {
        "lane": f"{side}: {name}{APART}{account.origin}",
        "from": (claim.when.earliest or day).isoformat(),
        "day": day.isoformat(),
        "fill": _FILLS[account.level],
        "level": account.level,
        "words": f"said {copies + 1} times" if copies else "",
    }


def _body(
    dossier: Dossier, lanes: list[str], bands: list[Row], dates: list[Row], marks: list[Row], *, step: int, below: int
) -> Row:
    as_of = dossier.findings.as_of
    days = [date.fromisoformat(r["from"]) for r in bands] + [date.fromisoformat(d["day"]) for d in (*dates, *marks)]
    first = min(days, default=as_of)
    cut = _cut(first, max(days, default=as_of), as_of)
    last = max([*days, cut or as_of + _DAY])
    bands = [{**r, "to": min(r["to"], cut.isoformat())} for r in bands] if cut else bands
    pad = max(_DAY, (last - first) // 25)
    scale = {"type": "utc", "domain": [first.isoformat(), (last + pad).isoformat()]}
    axis = {
        "format": "%-d %b %Y", "title": None, "labelOverlap": True, "labelSeparation": 10, "labelFlush": True, "tickCount": 6,
    }  # fmt: skip
    x: Row = {"type": "temporal", "scale": scale, "axis": axis}
    y: Row = {
        "field": "lane",
        "type": "nominal",
        "scale": {"domain": lanes},
        "sort": lanes,
        "axis": {
            "title": None, "labelLimit": 240, "domain": False, "ticks": False, "labelPadding": 8,
            "labelExpr": WORDS_ONLY,
        },
    }  # fmt: skip
    pixel = (last + pad - first) / WIDTH
    named = [r for r in bands if _width(r, pixel) >= len(r["word"]) * CHAR + 26]
    layers = [
        *_band_layers(bands, named, [r for r in bands if _width(r, pixel) >= 14], x, y, -below // 3),
        _end(bands, cut, as_of, x, y, -below // 3),
        *(_mark_layers(_beside(marks, first, pixel), x, y) if marks else []),
        *(_date_layers(dates, x, y, below) if dates else []),
    ]
    main = {"width": WIDTH, "height": {"step": step}, "layer": layers}
    ends = Key(f"no change up to {long_day(as_of)}", _ONWARD) if cut else Key("end of the day asked about", "M0,-1L0,1")
    return {"vconcat": [main, key(_keys(bands, dates, marks, ends))]}


def _cut(first: date, last: date, as_of: date) -> date | None:
    """Where the axis ends, if nothing happens in most of the time up to D; None where it runs up to D."""
    told = last - first
    return last + max(timedelta(days=14), told * 2 // 5) if as_of - last > max(timedelta(days=60), told) else None


def _end(bands: list[Row], cut: date | None, as_of: date, x: Row, y: Row, up: int) -> Row:
    """The line at the end of D; where the axis is cut before it, an arrow behind each band that goes on."""
    if cut is None:
        return {
            "data": {"values": [{"day": (as_of + _DAY).isoformat()}]},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.2, "strokeDash": [3, 2]},
            "encoding": {"x": {**x, "field": "day"}},
        }
    return {
        "data": {"values": [r for r in bands if r["to"] == cut.isoformat()]},
        "mark": {
            "type": "point", "shape": _ONWARD, "size": 70, "stroke": SOFT, "strokeWidth": 1.4, "xOffset": 9, "yOffset": up,
        },
        "encoding": {"x": {**x, "field": "to"}, "y": y},
    }  # fmt: skip


def _beside(marks: list[Row], first: date, pixel: timedelta) -> list[Row]:
    """Marks that say whether their words have room before them, or stand behind."""
    return [{**m, "before": (date.fromisoformat(m["from"]) - first) / pixel > len(m["words"]) * CHAR + 12} for m in marks]


def _width(row: Row, pixel: timedelta) -> float:
    return float((date.fromisoformat(row["to"]) - date.fromisoformat(row["from"])) / pixel)


def _band_layers(bands: list[Row], named: list[Row], wide: list[Row], x: Row, y: Row, up: int) -> list[Row]:
    return [
        {
            "data": {"values": bands},
            "mark": {
                "type": "bar", "height": {"band": 0.62}, "yOffset": up, "stroke": "#ffffff", "strokeWidth": 1, "clip": True,
            },
            "encoding": {"x": {**x, "field": "from"}, "x2": {"field": "to"}, "y": y, "color": {"field": "fill", **RAW}},
        },
        {
            "data": {"values": wide},
            "mark": {"type": "point", "size": 62, "strokeWidth": 1.6, "xOffset": 10, "yOffset": up, "opacity": 1},
            "encoding": {
                "x": {**x, "field": "from"}, "y": y, "shape": {"field": "glyph", **RAW}, "stroke": {"field": "ink", **RAW},
            },
        },
        {
            "data": {"values": named},
            "mark": {"type": "text", "align": "left", "dx": 19, "dy": up, "fontSize": 10.5, "color": INK, "clip": True},
            "encoding": {"x": {**x, "field": "from"}, "y": y, "text": {"field": "word", "type": "nominal"}},
        },
    ]  # fmt: skip


def _date_layers(dates: list[Row], x: Row, y: Row, below: int) -> list[Row]:
    moved = []
    for lane in dict.fromkeys(d["lane"] for d in dates):
        ends = sorted(d["day"] for d in dates if d["lane"] == lane and d["what"] in {"first date", "date due"})
        if len(ends) == 2:
            moved.append({"lane": lane, "from": ends[0], "to": ends[1]})
    return [
        {
            "data": {"values": moved},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.4, "yOffset": below},
            "encoding": {"x": {**x, "field": "from"}, "x2": {"field": "to"}, "y": y},
        },
        {
            "data": {"values": dates},
            "mark": {"type": "point", "size": 58, "strokeWidth": 1.5, "stroke": INK, "opacity": 1, "yOffset": below},
            "encoding": {
                "x": {**x, "field": "day"}, "y": y, "shape": {"field": "shape", **RAW}, "fill": {"field": "fill", **RAW},
            },
        },
    ]  # fmt: skip


def _mark_layers(marks: list[Row], x: Row, y: Row) -> list[Row]:
    return [
        {
            "data": {"values": marks},
            "mark": {"type": "rule", "color": SOFT, "strokeWidth": 2},
            "encoding": {"x": {**x, "field": "from"}, "x2": {"field": "day"}, "y": y},
        },
        {
            "data": {"values": marks},
            "mark": {"type": "point", "size": 75, "strokeWidth": 1.5, "stroke": INK, "opacity": 1},
            "encoding": {"x": {**x, "field": "day"}, "y": y, "fill": {"field": "fill", **RAW}},
        },
        *(
            {
                "data": {"values": [m for m in marks if m["words"] and m["before"] == before]},
                "mark": {"type": "text", "align": align, "dx": dx, "fontSize": 10, "color": SOFT},
                "encoding": {"x": {**x, "field": end}, "y": y, "text": {"field": "words", "type": "nominal"}},
            }
            for before, align, dx, end in ((True, "right", -9, "from"), (False, "left", 9, "day"))
        ),
    ]


def _keys(bands: list[Row], dates: list[Row], marks: list[Row], ends: Key) -> list[list[Key]]:
    shown_groups = {r["group"] for r in bands if r["lane"] != "in force"}
    groups = [Key(g.title, GLYPHS[g.shape], ink=g.ink, swatch=g.fill) for g in GROUPS.values() if g.id in shown_groups]
    kinds = [Key(what, *_ARROW[what]) for what in _ARROW if any(d["what"] == what for d in dates)]
    levels = [Key(f"origin: {_STRENGTH[n]}", fill=_FILLS[n]) for n in _FILLS if any(m["level"] == n for m in marks)]
    return [groups, [*kinds, ends], levels]
