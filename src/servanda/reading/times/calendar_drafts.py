"""Matches of calendar rules to drafts (dates, months, seasons, years, decades).

Invariant: only parts that are written down are kept.
"""

from __future__ import annotations

import re

from servanda.reading.times.draft import Draft
from servanda.reading.times.fragments import ORD
from servanda.reading.times.lexicon import MONTHS, ORDINALS, WEEKDAYS, section, words
from servanda.reading.times.moment import SEASONS

_TWO_DIGIT_TURN = 30  # '29 is 2029, '30 is 1930


def year_number(words_: str | None, era: str | None) -> int | None:
    """The year written: negative for BC; two digits are read around the turn of the century."""
    if not words_:
        return None
    digits = re.match(r"['’]?(\d+)", words_.strip())
    if not digits:
        return None
    year = int(digits.group(1))
    if era and era.replace(".", "").replace(" ", "").upper().startswith("B"):
        return -year
    if era is None and len(digits.group(1)) == 2:
        return 1900 + year if year >= _TWO_DIGIT_TURN else 2000 + year
    return year


def groups(match: re.Match[str]) -> dict[str, str | None]:
    return match.groupdict()


def year_of(found: dict[str, str | None]) -> int | None:
    era = found.get("era") or found.get("era2") or found.get("lone_era")
    return year_number(found.get("y") or found.get("y9"), era)


def mod_of(found: dict[str, str | None]) -> str | None:
    word = found.get("mod") or found.get("mod2")
    return section("modifiers").get(" ".join(word.lower().split())) or None if word else None


def part_value(word: str | None) -> str:
    return str(section("day_parts")[" ".join(word.lower().split())]) if word else ""


def month_of(word: str | None) -> int | None:
    return MONTHS.get(word.lower().rstrip(".")) if word else None


def which_year(found: dict[str, str | None]) -> str | None:
    word = found.get("yw")
    return " ".join(word.lower().split()).removeprefix("the ") if word else None


def date(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    month, day = month_of(found.get("m")), found.get("d") or ORDINALS.get((found.get("dw") or "").lower())
    year = year_of(found)
    lower = (found.get("m") or "X")[0].islower()
    if lower and (found.get("m") or "").lower() in words("ambiguous_months") and not year:
        return None  # 'may 5', 'march 10': a verb until a capital or a year says otherwise
    if month and day and not valid_day(year, month, int(day)):
        return None
    return [
        Draft(
            match.start(),
            match.end(),
            "date",
            year=year,
            year_which=which_year(found),
            month=month,
            day=int(day) if day else None,
            mod=mod_of(found),
            part=part_value(found.get("part") or found.get("part2")),
            era_unsure=found.get("era") is None and found.get("era2") is None,
        )
    ]


def valid_day(year: int | None, month: int, day: int) -> bool:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if month == 2 and day == 29 and year is not None and year > 0:
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= longest


def day_list(match: re.Match[str]) -> list[Draft] | None:
    """'15–25 November 2020', '7, 8 and 9 May': one draft for each day."""
    whole = date(match)
    if not whole:
        return None
    last = whole[0]
    before = match.group("days")
    drafts = []
    for day in re.finditer(r"\d{1,2}", before):
        start = match.start("days") + day.start()
        number = int(day.group())
        if last.month and not valid_day(last.year, last.month, number):
            return None
        ending = re.match(ORD, before[day.end() :], re.IGNORECASE)
        end = match.start("days") + day.end() + (ending.end() if ending else 0)
        drafts.append(
            Draft(
                start,
                end,
                "date",
                year=last.year,
                year_which=last.year_which,
                month=last.month,
                day=number,
                era_unsure=last.era_unsure,
            )
        )
    first = drafts[0]
    drafts[0] = Draft(
        match.start(),
        first.end,
        "date",
        year=first.year,
        year_which=first.year_which,
        month=first.month,
        day=first.day,
        part=last.part,
        mod=last.mod,
        era_unsure=first.era_unsure,
    )
    return [
        *drafts,
        Draft(
            match.start("d"),
            match.end(),
            "date",
            year=last.year,
            year_which=last.year_which,
            month=last.month,
            day=last.day,
            era_unsure=last.era_unsure,
        ),
    ]


def month_day_list(match: re.Match[str]) -> list[Draft] | None:
    """'November 15–25, 2020', 'May 4 and 5'."""
    found = groups(match)
    month, year = month_of(found["m"]), year_of(found)
    if month is None or (found["m"] or "")[0].islower():
        return None
    which = which_year(found)
    days = [*re.finditer(rf"(\d{{1,2}})(?:{ORD})?", match.group("more"), re.IGNORECASE)]
    numbers = [int(match.group("d")), *(int(day.group(1)) for day in days)]
    if any(not valid_day(year, month, number) for number in numbers):
        return None
    drafts = [
        Draft(
            match.start(),
            match.start("more"),
            "date",
            year=year,
            year_which=which,
            month=month,
            day=numbers[0],
            mod=mod_of(found),
            part=part_value(found.get("part")),
        )
    ]
    for day, number in zip(days, numbers[1:], strict=True):
        start = match.start("more") + day.start()
        end = match.start("more") + day.end() if day is not days[-1] else match.end()
        drafts.append(Draft(start, end, "date", year=year, year_which=which, month=month, day=number))
    return drafts


def month(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    word = (found["m"] or "").rstrip(".")
    lower = word.lower()
    worded = bool(found.get("y") or found.get("yw") or found.get("mod") or found.get("mod2"))
    if not worded:
        if word[0].islower() and (lower in words("ambiguous_months") or lower not in section("months")):
            return None
        if lower in words("ambiguous_months") and not _time_before(match):
            return None
        if lower not in section("months") and word.isupper():
            return None
    elif lower in words("ambiguous_months") and word[0].islower() and not (found.get("y") or found.get("yw")):
        return None
    return date(match)


_TIME_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|during|from|to|through|throughout|between|before|after|around|about|for|last"
    r"|this|next|that|late|early|and|or|following)|[-–—/])\s*$",
    re.IGNORECASE,
)


def _time_before(match: re.Match[str]) -> bool:
    """Whether the words before say that an ambiguous month word is a time: 'in May', 'since March'."""
    head = match.string[max(0, match.start() - 14) : match.start()]
    if not _TIME_PREPOSITION.search(head):
        return False
    after = match.string[match.end() : match.end() + 2]
    return not (len(after) == 2 and after[0] == " " and after[1].isupper())  # 'for May Smith'


def season(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    word = (found["s"] or "").lower()
    worded = bool(year_of(found) or found.get("yw") or found.get("mod") or found.get("mod2"))
    the = bool(found.get("the"))
    head = match.string[max(0, match.start() - 10) : match.start()].lower()
    tail = match.string[match.end() : match.end() + 4].lower()
    if not worded:
        if (
            re.match(r"\s+(?-i:[A-Z])", match.string[match.end() : match.end() + 4])
            and (found["s"] or "a")[0].isupper()
        ):
            return None  # 'the Summer Institute'
        if tail.startswith("-") or (
            word == "fall" and (not the or not re.search(r"\b(?:in|by|during|until) $", head))
        ):
            return None
        if word in ("fall", "spring") and (
            tail.startswith(" of")
            or not (the or re.search(r"\b(?:in|by|during|until|since|last|next|this|every|and|or) $", head))
        ):
            return None
        if not the and not re.search(
            r"(?:\b(?:in|by|during|until|since|of|and|or|early|late|before|after)\s|^|\n|\. )$",
            match.string[max(0, match.start() - 10) : match.start()],
        ):
            return None
        if (
            word not in ("fall", "spring")
            and not the
            and re.match(
                r"\s(?:palace|camp|school|olympic|game|war\b|break)",
                tail + match.string[match.end() + 4 : match.end() + 12].lower(),
            )
        ):
            return None
    elif (
        word == "fall"
        and found.get("of")
        and not found.get("the")
        and (found["s"] or "")[0].islower()
        and not found.get("y")
    ):
        return None
    code = SEASONS.index(section("seasons")[word])
    return [
        Draft(
            match.start(),
            match.end(),
            "date",
            year=year_of(found),
            year_which=which_year(found),
            season=code,
            season_end=bool(found.get("ytwo")),
            mod=mod_of(found),
        )
    ]


def iso(match: re.Match[str]) -> list[Draft] | None:
    month, day = int(match.group("mo")), int(match.group("d"))
    year = int(match.group("y"))
    if not 1 <= month <= 12 or year == 0 or not valid_day(year, month, day):
        return None
    hour = match.group("h")
    part = f"{hour}:{match.group('mi')}" if hour and int(hour) <= 24 and int(match.group("mi")) < 60 else ""
    return [
        Draft(
            match.start(),
            match.end(),
            "date",
            year=year,
            month=month,
            day=day,
            part=part,
            tz=match.group("z") or None,
        )
    ]


def numeric(match: re.Match[str]) -> list[Draft] | None:
    """'15.11.2020', '15/11/2020': the day first unless that is impossible."""
    day, month = int(match.group("a")), int(match.group("b"))
    year = year_number(match.group("y"), None)
    if month > 12 >= day:
        day, month = month, day
    if year in (None, 0) or not 1 <= month <= 12 or not valid_day(year, month, day):
        return None
    return [Draft(match.start(), match.end(), "date", year=year, month=month, day=day)]


def quarter(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    word = (found.get("o") or found.get("qn") or "").lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    kind = "half" if "half" in match.group().lower() else "quarter"
    if not 1 <= number <= (2 if kind == "half" else 4):
        return None
    which = which_year(found) or ("the" if found.get("theyear") else None)
    return [
        Draft(
            match.start(),
            match.end(),
            "date",
            year=year_of(found),
            year_which=which,
            quarter=number if kind == "quarter" else None,
            half=number if kind == "half" else None,
        )
    ]


def weekday(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    word = (found["w"] or "").lower()
    if (found["w"] or "")[0].islower() and (len(word) < 6):
        return None
    which = " ".join((found.get("which") or "").lower().split()).removeprefix("the ") or None
    after = found.get("week")
    if after:
        which = f"{after.lower()} week"
    if found.get("every"):
        return [Draft(match.start(), match.end(), "set", value=f"XXXX-WXX-{WEEKDAYS[word] + 1}")]
    return [
        Draft(
            match.start(),
            match.end(),
            "date",
            weekday=WEEKDAYS[word],
            which=which,
            part=part_value(found.get("part") or found.get("part2")),
        )
    ]


def weekdays(match: re.Match[str]) -> list[Draft] | None:
    word = match.group("w").lower()
    return [Draft(match.start(), match.end(), "set", value=f"XXXX-WXX-{WEEKDAYS[word] + 1}")]


def which_calendar(match: re.Match[str]) -> list[Draft] | None:
    """'last May', 'the following spring', 'that winter'."""
    which = " ".join(match.group("which").lower().split()).removeprefix("the ").replace("that same", "same")
    word = (match.group("m") or match.group("s")).lower().rstrip(".")
    season = section("seasons").get(word)
    if season is None and (match.group("m")[0].islower() or word not in MONTHS):
        return None
    if (
        word == "march"
        and which in ("this", "that", "next", "last", "same", "following")
        and re.match(r"\s+(?:of|on|to|for|through|toward)\b", match.string[match.end() :])
    ):
        return None
    if which in ("every", "each"):
        value = f"XXXX-{season}" if season else f"XXXX-{MONTHS[word]:02d}"
        return [Draft(match.start(), match.end(), "set", value=value)]
    found = groups(match)
    return [
        Draft(
            match.start(),
            match.end(),
            "date",
            which=which,
            month=None if season else MONTHS[word],
            season=SEASONS.index(season) if season else None,
            mod=mod_of(found),
        )
    ]


def holiday(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    name = " ".join(match.group("h").lower().replace("’", "'").split())
    if match.group("h")[0].islower():
        return None
    return [
        Draft(match.start(), match.end(), "date", holiday=name, year=year_of(found), year_which=which_year(found))
    ]


_AFTER_DAY = re.compile(
    r"\s*(?:$|[,.;:!?)\n\"”'’–—]|(?:and|to|or|the|of\s+(?:this|that|the|last|next)\s+month|in|at|when|but|as|after"
    r"|before|it|they|he|she|was|were|is|are|will|had|has|have|by|for|from|with|we|all|there|a|an)\b)"
)


def ordinal_day(match: re.Match[str]) -> list[Draft] | None:
    """'by the 25th': a day without its month, unless a noun follows ('the 25th Division')."""
    day = int(match.group("d"))
    if not 1 <= day <= 31:
        return None
    head = match.string[max(0, match.start() - 12) : match.start()].lower()
    if not re.search(r"\b(?:on|by|until|till|before|since|from|of|after|to|and|between|through)\s+$", head):
        return None
    tail = match.string[match.end() : match.end() + 24]
    if re.match(rf"\s+(?:to|and|or)\s+(?:the\s+)?\d{{1,2}}{ORD}\s+[a-z]", tail):
        return None  # 'from the 6th to the 12th week'
    if not _AFTER_DAY.match(tail):
        return None
    return [Draft(match.start(), match.end(), "date", day=day, mod=None, part=part_value(match.group("part")))]
