"""The smallest parts of a file: ids, days, moments, periods, and values that may be one or several.

Invariant: a part that passes has one meaning; a day in another form is refused with the day to write instead, and
never guessed.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag

from servanda.agreement.places import WrittenFloat, WrittenInt

_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_PERIOD = re.compile(r"P(?=[0-9])(?:[0-9]{1,5}Y)?(?:[0-9]{1,5}M)?(?:[0-9]{1,5}W)?(?:[0-9]{1,6}D)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?")
_EACH = {"daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y",
         "annually": "P1Y"}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class DateError(ValueError):
    """A day, moment or period in another form, or one that does not exist."""


class SlugError(ValueError):
    """An id with other letters."""


class TimezoneError(ValueError):
    """No time zone of the IANA database."""


def written(value: Any) -> Any:
    """A number where a text is wanted counts as the text that was written (`article: 6.10`)."""
    return value.written if isinstance(value, WrittenInt | WrittenFloat) else value


def no_truth(value: Any) -> Any:
    """A value that is neither true nor false: they are no numbers. Raises ValueError."""
    if isinstance(value, bool):
        raise ValueError("a number is wanted")
    return value


def slug(text: str) -> str:
    """`text` if it is an id. Raises ValueError with an id to write instead."""
    if not _SLUG.fullmatch(text):
        hint = re.sub(r"[^a-z0-9._-]+", "-", text.lower()).strip("-._")[:100]
        advice = f". Write {hint}" if hint else ""
        raise SlugError(f"an id is small letters, digits, '-', '_' and '.', beginning with a letter or digit{advice}")
    return text


def name(text: str) -> str:
    """`text` if it has words or signs in it. Raises ValueError."""
    if not text.strip():
        raise ValueError("a name of no words. Write one, or leave it out")
    return text


def names(value: Any) -> Any:
    """A value unless it is one text that holds several names. Raises ValueError with the list to write instead."""
    if isinstance(value, str) and re.search(r"[;,]", value):
        parts = [p.strip() for p in re.split(r"[;,]", value) if p.strip()]
        raise ValueError(f"several names are written as a list. Write [{', '.join(parts)}]")
    return value


def day(text: str) -> str:
    """`text` if it is a day, YYYY-MM-DD. Raises ValueError with the day to write instead, where one is clear."""
    if not _DAY.fullmatch(text):
        raise DateError(f"a day is written YYYY-MM-DD{_instead(text)}")
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise DateError(f"there is no such day{_last_day(text)}") from error
    return text


def moment(text: str) -> str:
    """`text` if it is a day or a moment with an offset or without. Raises ValueError."""
    if not _MOMENT.fullmatch(text):
        raise DateError(f"a moment is written YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS+HH:MM{_with_offset(text) or _instead(text)}")
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise DateError(f"there is no such moment: {error}") from error
    return text


def period(text: str) -> str:
    """`text` if it is a period of whole days, weeks, months or years. Raises ValueError."""
    if not _PERIOD.fullmatch(text):
        raise DateError(f"a period is written as ISO 8601 does, P60D, P2W, P6M or P5Y{_period_instead(text)}")
    return text


def some_period(text: str) -> str:
    """A period that is longer than nothing. Raises ValueError."""
    if not re.search(r"[1-9]", period(text)):
        raise DateError("the period must be longer than nothing. Write P1D or more")
    return text


def timezone(text: str) -> str:
    """`text` if it is an IANA time zone that this machine knows. Raises ValueError."""
    try:
        if text in ("", ".", ".."):
            raise ValueError(text)
        ZoneInfo(text)
    except (ValueError, OSError, LookupError) as error:  # ZoneInfoNotFoundError is a LookupError
        raise TimezoneError("there is no such time zone") from error
    return text


def date_hint(text: str) -> tuple[str, ...]:
    """The days that a text in another form may mean, ISO: none, one, or two where day and month may be swapped."""
    words = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+(\d{4})", text.strip())
    swapped = re.fullmatch(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", text.strip())
    if words:
        return _days((words[3], _month(words[2]), words[1]))
    if swapped:
        return _days((swapped[3], _month(swapped[1]), swapped[2]))
    if found := re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", text.strip()):
        first = (found[4], found[3], found[1])
        other = (found[4], found[1], found[3])
        return _days(first) if found[2] == "." else tuple(dict.fromkeys(_days(first) + _days(other)))
    if found := re.fullmatch(r"(\d{4})[./-]?(\d{1,2})[./-]?(\d{1,2})(?:[T ]\d.*)?", text.strip()):
        return _days((found[1], found[2], found[3]))
    return ()


def _with_offset(text: str) -> str | None:
    """What to write for a clock time whose offset is short or a name."""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([+-])(\d{1,2})|[A-Za-z ]+)?", text.strip())
    if found is None:
        return None
    clock = f"{found[1]}T{int(found[2]):02}:{found[3]}:00"
    offset = f"{found[4]}{int(found[5]):02}:00" if found[4] else "+03:00"
    return f". Write {clock}{offset}" + ("" if found[4] else " with the offset of that place")


def _instead(text: str) -> str:
    days = date_hint(text)
    return f". Write {' or '.join(days)}" if days else ", for example 2020-11-15"


def _days(parts: tuple[str, str, str]) -> tuple[str, ...]:
    try:
        return (date(*(int(p) for p in parts)).isoformat(),)
    except ValueError:
        return ()


def _month(word: str) -> str:
    start = word[:3].lower()
    return str(_MONTHS.index(start) + 1) if start in _MONTHS else "0"


def _last_day(text: str) -> str:
    year, month, number = (int(p) for p in text.split("-"))
    for last in (31, 30, 29, 28):
        found = _days((str(year), str(month), str(last)))
        if found:
            return f"; the month ends on {found[0]}" if number > last else ""
    return "; months are 01 to 12" if not 1 <= month <= 12 else "; years are 0001 to 9999"


def _period_instead(text: str) -> str:
    words = text.strip().lower()
    if words in _EACH:
        return f". Write {_EACH[words]}"
    found = re.fullmatch(r"(\d{1,5})\s*-?\s*(day|week|month|year)?s?", words)
    if found:
        return f". Write P{found[1]}{(found[2] or 'day')[0].upper()}"
    hours = re.fullmatch(r"pt(\d{1,5})h|(\d{1,5})\s*-?\s*(?:hour|hr|h)s?", words)
    if hours:
        number = int(hours[1] or hours[2])
        return f". Days are whole: write P{-(-number // 24)}D" if number else ""
    return ""


def form(value: Any) -> str:
    """Which form of a value that may be written in several ways this is."""
    if isinstance(value, str | WrittenInt | WrittenFloat):
        return "a text"
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "something else"


Text = Annotated[str, BeforeValidator(written)]
Name = Annotated[str, BeforeValidator(written), AfterValidator(name), Field(json_schema_extra={"pattern": r"\S"})]
Slug = Annotated[
    str, BeforeValidator(written), AfterValidator(slug), Field(json_schema_extra={"pattern": f"^{_SLUG.pattern}$"})
]
Day = Annotated[
    str,
    BeforeValidator(written),
    AfterValidator(day),
    Field(json_schema_extra={"format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Moment = Annotated[
    str,
    BeforeValidator(written),
    AfterValidator(moment),
    Field(json_schema_extra={"pattern": f"^{_MOMENT.pattern}$"}),
]
PeriodText = Annotated[
    str,
    BeforeValidator(written),
    AfterValidator(period),
    Field(json_schema_extra={"pattern": f"^{_PERIOD.pattern}$"}),
]
LongerPeriod = Annotated[
    str, BeforeValidator(written), AfterValidator(some_period), Field(json_schema_extra={"pattern": f"^{_PERIOD.pattern}$"})
]
Timezone = Annotated[str, AfterValidator(timezone)]
Number = Annotated[float, BeforeValidator(no_truth), Field(ge=0, allow_inf_nan=False)]
Label = Annotated[
    str, BeforeValidator(written), Field(json_schema_extra={"type": ["string", "number"]})
]  # a text that may look like a number: article: 6

T = TypeVar("T")
OneOrMore = Annotated[Annotated[T, Tag("a text")] | Annotated[list[T], Field(min_length=1), Tag("a list")], Discriminator(form)]
AnyNumberOf = Annotated[Annotated[T, Tag("a text")] | Annotated[list[T], Tag("a list")], Discriminator(form)]
