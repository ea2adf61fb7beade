"""What one row of an event table says, cell by cell, before anything is known of an agreement.

Invariant: a pure function of the row and the table's form; a cell that is not understood is as good as empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from servanda.reading.tables.mapping import TableForm
from servanda.reports.sources import folded

_FORMS = ("%Y-%m-%d", "%d %B %Y", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d", "%d-%b-%y", "%B %d, %Y")
_THOUSANDS = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+")
_EITHER = re.compile(r"\d{1,3}\.\d{3}")
_DECIMAL_COMMA = re.compile(r"-?\d{1,3},\d+")
MOST_ORIGINS = 9


@dataclass(frozen=True, slots=True)
class Cells:
    """A row's days, act, parties by their words, who acted against whom, place and counts.

    `ahead`: the first party acted against the other; `back`: the other against the first. Where neither, nobody is
    told to have acted.
    """

    first: date
    last: date
    known: date
    act: str
    kind: str | None
    actor: str
    other: str
    ahead: bool
    back: bool
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    places: tuple[str, ...]
    low: float | None
    best: float | None
    high: float | None
    origins: int
    rests_on: str | None = None

    @property
    def authors(self) -> tuple[tuple[str | None, str | None], ...]:
        """Who is told to have acted against whom; nobody against nobody where that is not told."""
        pairs = [(self.actor or None, self.other or None)] if self.ahead else []
        pairs += [(self.other or None, self.actor or None)] if self.back else []
        return tuple(pairs) or ((None, None),)


def cells_of(row: Mapping[str, Any], form: TableForm) -> Cells | None:
    """The cells of a row; None where it has no usable day or tells no act that the form knows."""
    c = form.columns

    def text(name: str) -> str:
        column = c.get(name)
        return text_of(row.get(column)) if isinstance(column, str) else ""

    kind = text("kind")
    first, told = day_of(text("start")), act_of(kind, form)
    if first is None or told is None:
        return None
    end, span = day_of(text("end")) or first, form.day_span.get(code_of(text("day_precision")), 0)
    last = max(first, end) + timedelta(days=span)
    cited = day_of(text("known"))
    actor, other = text("actor"), text("other")
    ahead, back = authors_of(
        form, kind, bool(other), count_of(text("deaths_actor")) or 0, count_of(text("deaths_other")) or 0
    )
    return Cells(
        first,
        last,
        last if cited is None else max(cited, first),
        told["act"],
        told.get("kind"),
        actor,
        other,
        ahead,
        back,
        latitude_of(text("latitude")),
        longitude_of(text("longitude")),
        form.radius_km.get(code_of(text("place_precision"))),
        tuple(text_of(row.get(n)) for n in c.get("place", ())),
        count_of(text("low")),
        count_of(text("best")),
        count_of(text("high")),
        origins_of(text("offices"), text("sources")),
        sole_source(text("offices"), text("sources")),
    )


def act_of(kind: str, form: TableForm) -> Mapping[str, str] | None:
    """The act (and its kind) that a row of this kind tells."""
    if form.acts:
        return form.acts.get(kind)
    return {"act": form.act} if form.act else None


def authors_of(form: TableForm, kind: str, has_other: bool, lost: float, inflicted: float) -> tuple[bool, bool]:
    """Whether the first party acted against the other, and the other against it.

    By deaths: each side that inflicted some (`lost` by the first, `inflicted` on the other); else the first.
    """
    if form.authors != "deaths":
        return True, kind in form.mutual and has_other
    if form.one_sided is not None and code_of(kind) == form.one_sided:
        return True, False
    return inflicted > 0, lost > 0


def origins_of(offices: str, sources: str) -> int:
    """How many independent sources the row itself cites, as far as it says so."""
    named = len({folded(o) for o in offices.split(";") if o.strip()}) if offices else 1
    counted = number_of(sources)
    return max(1, named, min(int(counted or 1), MOST_ORIGINS))


def sole_source(offices: str, sources: str) -> str | None:
    """The name of the one source on which the row rests; None where it names none, or rests on several."""
    named = " ".join(offices.replace(";", " ").split())
    return named if named and origins_of(offices, sources) == 1 else None


def text_of(value: Any) -> str:
    """A cell as text; whole numbers without a decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "" if value is None else str(value).strip()
    return text[:-2] if text.endswith(".0") and text[:-2].lstrip("-").isdigit() else text


def number_of(text: str) -> float | None:
    """A cell as a finite number."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if number - number == 0 else None


def count_of(text: str) -> float | None:
    """A cell as a number of people: `1,200` and `1 200` are twelve hundred; `1.200` may be that or one and a fifth."""
    if _EITHER.fullmatch(text):
        return None
    return number_of(re.sub(r"\D", "", text) if _THOUSANDS.fullmatch(text) else text)


def latitude_of(text: str) -> float | None:
    """A cell as degrees north, with a point or a comma: `46,41`; None for what is not on the earth."""
    return _degrees(text, 90)


def longitude_of(text: str) -> float | None:
    """A cell as degrees east."""
    return _degrees(text, 180)


def _degrees(text: str, most: int) -> float | None:
    number = number_of(text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text) else text)
    return number if number is not None and abs(number) <= most else None


def code_of(text: str) -> str:
    """A code of precision as the form writes it."""
    return text.removesuffix(".0")


@lru_cache(maxsize=65536)
def day_of(text: str) -> date | None:
    """A cell as a day, in the forms in which the known tables write days."""
    if not text:
        return None
    for form in _FORMS:
        try:
            return datetime.strptime(_cut(text, form), form).date()
        except ValueError:
            continue
    if text.isascii() and text.isdigit() and len(text) == 10:
        return datetime.fromtimestamp(int(text), tz=UTC).date()
    return None


def _cut(text: str, form: str) -> str:
    if "T" in form:
        return text[:19]
    return text.split(" 0")[0] if form == "%Y-%m-%d" else text
