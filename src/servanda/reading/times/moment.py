"""Points of the calendar of any granularity.

Invariant: a moment's value and its days always agree, and arithmetic never leaves them.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from servanda.reading.frozen import dataclass, replace

SEASONS = ("SP", "SU", "FA", "WI")
# Widest northern reading of a season, meteorological start to astronomical end.
_SEASON_DAYS = {"SP": ((3, 1), (6, 20)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 21))}
Days = tuple[date | None, date | None]
UNKNOWN: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Moment:
    """A calendar unit. `year` None is unknown, negative is BC; `index` counts months, ISO weeks,
    quarters, halves or seasons (0 spring to 3 winter); `part` is a TIMEX3 time part (MO, NI, 03:00)."""

    year: int | None
    unit: str
    index: int | None = None
    day: int | None = None
    part: str = ""

    @property
    def value(self) -> str:
        """The TIMEX3 value, with X for what is unknown."""
        year = _year_text(self.year)
        tail = f"T{self.part}" if self.part else ""
        match self.unit:
            case "century":
                return year[:-2]
            case "decade":
                return year[:-1]
            case "year":
                return year
            case "half":
                return f"{year}-H{self.index}"
            case "quarter":
                return f"{year}-Q{self.index}"
            case "season":
                return f"{year}-{SEASONS[self.index or 0]}"
            case "week":
                return f"{year}-W{_two(self.index)}"
            case "weekend":
                return f"{year}-W{_two(self.index)}-WE"
            case "month":
                return f"{year}-{_two(self.index)}"
        return f"{year}-{_two(self.index)}-{_two(self.day)}{tail}"

    @property
    def days(self) -> Days:
        """First and last day; unknown for years outside 1 to 9999 or where a part is unknown."""
        year = self.year
        if year is None or not MINYEAR <= year <= MAXYEAR:
            return UNKNOWN
        match self.unit:
            case "century":
                return _span(year, 1, year + 99, 12)
            case "decade":
                return _span(year, 1, year + 9, 12)
            case "year":
                return _span(year, 1, year, 12)
        if self.index is None:
            return UNKNOWN
        match self.unit:
            case "half":
                return _span(year, 6 * self.index - 5, year, 6 * self.index)
            case "quarter":
                return _span(year, 3 * self.index - 2, year, 3 * self.index)
            case "month":
                return _span(year, self.index, year, self.index)
            case "season":
                return _season_days(year, SEASONS[self.index])
            case "week" | "weekend":
                return _week_days(year, self.index, self.unit == "weekend")
        if self.day is None:
            return UNKNOWN
        try:
            day = date(year, self.index, self.day)
        except ValueError:
            return UNKNOWN
        return day, day

    @property
    def first(self) -> date | None:
        return self.days[0]

    def month_number(self) -> int | None:
        """Months since year 0 of the middle of this moment; None above month granularity."""
        if self.year is None or self.index is None:
            return None
        within = {
            "month": self.index,
            "day": self.index,
            "quarter": self.index * 3 - 1,
            "half": self.index * 6 - 2,
            "season": (4, 7, 10, 1)[self.index] if self.unit == "season" else 0,
            "week": min(12, (self.index * 12) // 53 + 1),
            "weekend": min(12, (self.index * 12) // 53 + 1),
        }.get(self.unit)
        return None if within is None else self.year * 12 + within

    def at(self, unit: str) -> Moment:
        """This moment seen at a coarser (or equal) unit; unknown parts stay unknown."""
        if unit == self.unit and not self.part:
            return self
        year = self.year
        match unit:
            case "year":
                return Moment(year, "year")
            case "decade":
                return Moment(_floor(year, 10), "decade")
            case "century":
                return Moment(_floor(year, 100), "century")
            case "week" | "weekend":
                first = self.first if self.unit in ("day", "week", "weekend") else None
                return week_of(first, unit) if first else Moment(year, unit)
            case "day":
                if self.unit == "day":
                    return replace(self, part="")
                return Moment(year, "day", self.index if self.unit == "month" else None)
        number = self.month_number()
        if number is None:
            return Moment(year, unit)
        month = (number - 1) % 12 + 1
        known_year = year if year is None else (number - 1) // 12
        match unit:
            case "month":
                return Moment(known_year, "month", month if self.unit in ("month", "day", "week") else None)
            case "quarter":
                return Moment(known_year, "quarter", (month + 2) // 3)
            case "half":
                return Moment(known_year, "half", (month + 5) // 6)
            case "season":
                # A winter carries the year in which it ends.
                winter = known_year + 1 if month == 12 and known_year is not None else known_year
                return Moment(winter, "season", (month // 3 - 1) % 4)
        return Moment(year, "year")

    def shift(self, count: int, unit: str) -> Moment:
        """`count` units later (earlier where negative), at the granularity of `unit` or finer.

        A day shifted by days or weeks stays a day; shifted by months or years it is seen at that
        unit, since 'two months later' does not name a day.
        """
        match unit:
            case "century":
                return self.at("century")._add_years(100 * count)
            case "decade":
                return self.at("decade")._add_years(10 * count)
            case "year":
                return self.at("year")._add_years(count)
            case "season":
                return self.at("season")._add_years(count)
            case "month" | "quarter" | "half":
                size = {"month": 1, "quarter": 3, "half": 6}[unit]
                here = self.at(unit)
                if here.year is None or here.index is None:
                    return Moment(None, unit)
                per_year = 12 // size
                total = here.year * per_year + here.index - 1 + count
                return Moment(total // per_year, unit, total % per_year + 1)
            case "week" | "weekend":
                first = self.at(unit).first
                moved = _move(first, 7 * count)
                return week_of(moved, unit) if moved else Moment(None, unit)
            case "day":
                moved = _move(self.first if self.unit == "day" else None, count)
                return day_of(moved) if moved else Moment(None, "day")
        return self

    def _add_years(self, years: int) -> Moment:
        if self.year is None:
            return self
        year = self.year + years
        if (year >= 0) != (self.year >= 0) or year == 0:
            year += 1 if years > 0 else -1  # there is no year 0
        return replace(self, year=year)


def day_of(day: date) -> Moment:
    """The moment of one day."""
    return Moment(day.year, "day", day.month, day.day)


def week_of(day: date, unit: str = "week") -> Moment:
    """The ISO week (or its weekend) in which a day lies."""
    year, week, _ = day.isocalendar()
    return Moment(year, unit, week)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


_WEEKS = {"W1": 0, "W2": 7, "W3": 14, "W4": 21, "WL": 0}


def narrowed(days: Days, mod: str | None) -> Days:
    """The third of an interval that 'early', 'mid' or 'late' (START, MID, END) speaks of, or its nth week."""
    first, last = days
    if first is not None and last is not None and mod in _WEEKS and (last - first).days >= 27:
        begin = last - timedelta(days=6) if mod == "WL" else first + timedelta(days=_WEEKS[mod])
        return begin, begin + timedelta(days=6)
    if first is None or last is None or mod not in ("START", "MID", "END"):
        return days
    length = (last - first).days
    third = length // 3
    if length < 3:
        return days
    if mod == "START":
        return first, first + timedelta(days=third)
    if mod == "END":
        return last - timedelta(days=third), last
    return first + timedelta(days=third), last - timedelta(days=third)


def _year_text(year: int | None) -> str:
    if year is None or year > MAXYEAR:
        return "XXXX"
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def _floor(year: int | None, step: int) -> int | None:
    """The year rounded towards the turn of the era: the 480s BC hold 489 to 480."""
    if year is None:
        return None
    return year - year % step if year >= 0 else -(-year - -year % step)


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def _move(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _span(year: int, month: int, last_year: int, last_month: int) -> Days:
    if last_year > MAXYEAR:
        return UNKNOWN
    if last_month == 12:
        return date(year, month, 1), date(last_year, 12, 31)
    return date(year, month, 1), date(last_year, last_month + 1, 1) - timedelta(days=1)


def _season_days(year: int, season: str) -> Days:
    if season == "WI":
        # 'the winter of 1991' may be either end of the year: the widest reading holds both.
        return (date(year - 1, 12, 1), date(year + 1, 3, 20)) if 1 < year < MAXYEAR else UNKNOWN
    (m1, d1), (m2, d2) = _SEASON_DAYS[season]
    return date(year, m1, d1), date(year, m2, d2)


def _week_days(year: int, week: int, weekend: bool) -> Days:
    try:
        monday = date.fromisocalendar(year, week, 1)
        return (monday + timedelta(days=5 if weekend else 0)), monday + timedelta(days=6)
    except (ValueError, OverflowError):
        return UNKNOWN
