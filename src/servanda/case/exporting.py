"""Export a case: an answer as the file that another program opens.

Invariant: exporting changes nothing in the case; the same case, D and K give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.case.answer import Answer, Loaded
from servanda.case.confidential import Closed, closed_in, shared
from servanda.case.dossiers import base_layers, dossier_of
from servanda.errors import CaseError
from servanda.findings import Findings
from servanda.findings.changes import changes
from servanda.outputs.dossier import Dossier
from servanda.outputs.exports import (
    TABLES,
    FeedEntry,
    calendar,
    csv_bundle,
    csv_table,
    feed,
    geojson,
    parquet_bundle,
    parquet_table,
)

FEED_DAYS = 60


@dataclass(frozen=True, slots=True)
class Export:
    """A file: its name, its media type, its bytes."""

    name: str
    media: str
    content: bytes


_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "html": "text/html; charset=utf-8",
    "zip": "application/zip",
}
FORMATS = ("csv", "json", "parquet", "geojson", "ics", "atom", "svg", "png", "html")
Asker = Callable[[date, date], Answer]


def export(
    answer: Answer, format_: str, *, table: str | None = None, hide: bool = False, asker: Asker | None = None
) -> Export:
    """One file of an answer. `table` names a table of csv and parquet (all in one zip where None), or a picture of
    svg and png; `hide` leaves out what is confidential; `asker` answers for other days (for the feed).

    Raises CaseError C131 for a format, table or picture that there is not, C134 for a public export while files wait.
    """
    closed = closed_in(answer.case) if hide else None
    shown = dossier_of(answer if closed is None else shared(answer, closed))
    stem = f"{answer.case.name}-{answer.findings.as_of}"
    if format_ in {"csv", "parquet"}:
        return _table(shown, format_, table, stem)
    if format_ in {"svg", "png"}:
        return _picture(answer, shown, format_, table or "timeline", stem)
    makers: Mapping[str, Callable[[], str | bytes]] = {
        "json": lambda: json.dumps(shown.document.plain(), indent=1, ensure_ascii=False) + "\n",
        "geojson": lambda: geojson(shown),
        "ics": lambda: calendar(shown),
        "atom": lambda: feed(
            shown.agreement,
            _entries(shown, asker or Loaded(answer.case).ask, closed),
            answer.findings.as_of,
            answer.findings.known_at,
        ),
        "html": lambda: _page(answer, shown),
    }
    if format_ not in makers:
        raise CaseError("C131", f"there is no format {format_!r}. Allowed: {', '.join(FORMATS)}")
    made = makers[format_]()
    content = made.encode() if isinstance(made, str) else made
    return Export(f"{stem}.{format_}", _MEDIA[format_], content)


def pictures_of(answer: Answer, *, hide: bool = False) -> list[str]:
    """The names under which `export` draws a picture of this answer."""
    from servanda.outputs.pictures.gallery import drawable

    return drawable(dossier_of(shared(answer, closed_in(answer.case)) if hide else answer))


def _table(dossier: Dossier, format_: str, name: str | None, stem: str) -> Export:
    if name is not None and name not in TABLES:
        raise CaseError("C131", f"there is no table {name!r}. Allowed: {', '.join(TABLES)}")
    if name is None:
        content = csv_bundle(dossier) if format_ == "csv" else parquet_bundle(dossier)
        return Export(f"{stem}-{format_}.zip", _MEDIA["zip"], content)
    content = csv_table(dossier, name).encode() if format_ == "csv" else parquet_table(dossier, name)
    return Export(f"{stem}-{name}.{format_}", _MEDIA[format_], content)


def _picture(answer: Answer, dossier: Dossier, format_: str, name: str, stem: str) -> Export:
    from servanda.outputs.pictures import incidents, map_, png, svg, term_timeline, timeline

    key = name.removeprefix("term:")
    if key in dossier.agreement.terms:
        drawn = term_timeline(dossier, key)
    else:
        makers = {
            "timeline": lambda: timeline(dossier),
            "incidents": lambda: incidents(dossier),
            "map": lambda: map_(dossier, base_layers(answer.case)),
        }
        if name not in makers:
            allowed = ", ".join([*makers, "the id of a term"])
            raise CaseError("C131", f"there is no picture {name!r}. Allowed: {allowed}")
        made = makers[name]()  # type: ignore[no-untyped-call]
        if made is None:
            raise CaseError("C131", f"there is nothing to draw in the picture {name!r}")
        drawn = made
    content = svg(drawn).encode() if format_ == "svg" else png(drawn)
    return Export(f"{stem}-{key}.{format_}", _MEDIA[format_], content)


def _page(answer: Answer, dossier: Dossier) -> str:
    from servanda.outputs.pictures.gallery import inlined
    from servanda.outputs.report import page

    return page(dossier, inlined(dossier, base_layers(answer.case)))


def seen_days(dossier: Dossier, limit: int = FEED_DAYS) -> list[date]:
    """The days up to K on which something new was known, or a date had passed; the latest `limit` of them."""
    end = min(dossier.findings.as_of, dossier.findings.known_at)
    days = {r.known for r in dossier.document.reports}
    days |= {t.due + timedelta(days=1) for t in dossier.findings.terms if t.due}
    return sorted(d for d in days if d <= end)[-limit:]


def _entries(dossier: Dossier, asker: Asker, closed: Closed | None) -> list[FeedEntry]:
    """What changed from each day of new knowledge to the next, each as then known (K = D).

    What is `closed` is left out on every one of these days, with all that rests on it (S12).
    """
    out: list[FeedEntry] = []
    before: Findings | None = None
    for day in seen_days(dossier):
        then = asker(day, day)
        now = then.findings if closed is None else shared(then, closed).findings
        out += [FeedEntry(day, change) for change in (changes(before, now) if before is not None else ())]
        before = now
    return out
