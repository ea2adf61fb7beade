"""Matches of relative rules to drafts (deictic days, units, shifts, durations): a draft names its base or none."""

from __future__ import annotations

import re
from datetime import time

from servanda.reading.times.calendar_drafts import part_value
from servanda.reading.times.draft import Draft
from servanda.reading.times.fragments import UNIT_ANY
from servanda.reading.times.lexicon import ORDINALS, UNITS, number_of, section

_DAY_OFFSETS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "overnight": 0,
    "night before last": -2,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def _plain(words_: str | None) -> str:
    return " ".join((words_ or "").lower().split())


def deictic(match: re.Match[str]) -> list[Draft] | None:
    word = _plain(match.group("day")).removeprefix("the ")
    part = part_value(match.group("part"))
    if word in ("tonight", "overnight", "night before last"):
        part = "NI"
    limit = _plain(match.group("limit")).split(" ")[0] or ("over" if word == "overnight" else None)
    return [
        Draft(
            match.start(),
            match.end(),
            "shift",
            unit="day",
            amount=abs(_DAY_OFFSETS[word]),
            sign=-1 if _DAY_OFFSETS[word] < 0 else 1,
            base="pub",
            part=part,
            limit=limit,
        )
    ]


def part(match: re.Match[str]) -> list[Draft] | None:
    """'that morning', 'last night', 'the next morning', 'this afternoon'."""
    which = _plain(match.group("which")).removeprefix("the ") or "the"
    part = part_value(match.group("part"))
    return [Draft(match.start(), match.end(), "part", which=which, part=part)]


def loose_part(match: re.Match[str]) -> list[Draft] | None:
    if part_value(match.group("part"))[:1].isdigit():
        return None  # 'by noon' is a time of the clock
    which = "that" if _plain(match.group("part")) == "nightfall" else "the"
    return [Draft(match.start("part"), match.end(), "part", which=which, part=part_value(match.group("part")))]


def word_of_season(unit: str, found: dict[str, str | None]) -> bool:
    """'the end of the season', 'this season': of a sport or a theatre, not of the year."""
    return unit == "season" and _plain(found.get("which")) in ("", "the", "this", "last", "next")


def unit(match: re.Match[str]) -> list[Draft] | None:
    """'last week', 'the end of the month', 'later that year', 'the following day'."""
    found = match.groupdict()
    unit = UNITS[_plain(found["u"])]
    if _plain(found.get("which")) == "the last" and unit != "day":
        return [Draft(match.start(), match.end(), "period", which="last", unit=unit, amount=1.0)]
    if word_of_season(unit, found):
        return None
    which = _plain(found.get("which")).removeprefix("the ").replace("that same", "same").replace("this same", "same")
    which = which or "the"
    ahead = match.string[max(0, match.start() - 8) : match.start()].lower()
    told = not re.search(r"\b(?:over|in|within|during)\s+$", ahead)
    if unit == "day" and told and _plain(found.get("which")) in ("the next", "the very next"):
        which = "following"  # 'the next day': the one after the day told
    word = found.get("mod") or found.get("mod2")
    mod = section("modifiers").get(_plain(word)) or None if word else None
    limit = _plain(found.get("limit")).split(" ")[0] or None
    if which == "the" and not (word or limit):
        head = match.string[max(0, match.start() - 8) : match.start()].lower()
        if unit != "weekend" or not re.search(r"\b(?:over|at|during|on|until|by)\s+$", head):
            return None
    if unit in ("night", "second", "minute", "hour", "fortnight") or (unit == "day" and which in ("last", "past")):
        return None
    if which in ("every", "each"):
        return [Draft(match.start(), match.end(), "set", value=_set_value(unit))]
    return [
        Draft(
            match.start(),
            match.end(),
            "unit",
            which=which,
            unit=unit,
            mod=mod,
            limit=limit,
            part=part_value(found.get("part")),
        )
    ]


def eve(match: re.Match[str]) -> list[Draft] | None:
    """'on the eve', of what was just told."""
    return [Draft(match.start(), match.end(), "unit", which="previous", unit="day")]


def unit_end(match: re.Match[str]) -> list[Draft] | None:
    """'year's end', 'by month-end'."""
    return [Draft(match.start(), match.end(), "unit", which="the", unit=UNITS[_plain(match.group("u"))], mod="END")]


def after_unit(match: re.Match[str]) -> list[Draft] | None:
    """'the day before', 'the year after', 'the day following'."""
    told = (match.group("dir") or match.group("dir2")).lower()
    which = "previous" if told in ("before", "earlier", "previous") else "following"
    return [Draft(match.start(), match.end(), "unit", which=which, unit=UNITS[_plain(match.group("u"))])]


def _set_value(unit: str) -> str:
    return {
        "day": "P1D",
        "night": "XXXX-XX-XXTNI",
        "week": "P1W",
        "month": "P1M",
        "quarter": "P3M",
        "year": "P1Y",
        "decade": "P1DE",
        "hour": "PT1H",
        "weekend": "XXXX-WXX-WE",
        "season": "XXXX",
    }.get(unit, "P1D")


_SETS = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "hourly": "PT1H",
    "nightly": "XXXX-XX-XXTNI",
    "fortnightly": "P2W",
}


def set(match: re.Match[str]) -> list[Draft] | None:
    return [Draft(match.start(), match.end(), "set", value=_SETS[match.group().lower()])]


def every(match: re.Match[str]) -> list[Draft] | None:
    amount = number_of(match.group("n")) if match.group("n") else (2 if match.group("other") else 1)
    unit = UNITS[_plain(match.group("u"))]
    value = _set_value(unit) if amount in (1, None) else duration_value(amount, unit)
    return [Draft(match.start(), match.end(), "set", value=value)]


_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def duration_value(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: P10D, PT2H, PXW, P2.5Y, P1DE."""
    letters = _LETTERS[unit]
    if unit == "fortnight" and amount is not None:
        amount = 2 * amount
    number = "X" if amount is None else f"{amount:g}"
    return f"PT{number}{letters[1:]}" if letters[0] == "T" else f"P{number}{letters}"


_AGO = {
    "ago": (-1, "pub"),
    "from now": (1, "pub"),
    "from today": (1, "pub"),
    "hence": (1, "pub"),
    "later": (1, "text"),
    "afterwards": (1, "text"),
    "afterward": (1, "text"),
    "on": (1, "text"),
    "earlier": (-1, "text"),
    "before": (-1, "text"),
    "previously": (-1, "text"),
    "beforehand": (-1, "text"),
    "prior": (-1, "text"),
    "after": (1, "text"),
    "after that": (1, "text"),
    "before that": (-1, "text"),
    "from then": (1, "text"),
}
_EVENT_STOP = re.compile(
    r"[,.;:()\[\]\n!?\"“”]|\s(?:and|but|that|which|who|while|when|as|said|says|will|shall|would|must|should|was|were|is|are"
    r"|has|had|have|by|in|on|at|until|unless|if)\b"
)


def _event_words(text: str, start: int) -> str | None:
    """The words after 'of', 'after' or 'from': what a period is counted from, up to the end of its phrase."""
    tail = text[start : start + 90]
    stop = _EVENT_STOP.search(tail)
    found = (tail[: stop.start()] if stop else tail).strip()
    limited = " ".join(found.split()[:10])
    return limited or None


def _amount(found: dict[str, str | None]) -> tuple[float | None, bool]:
    """The amount and whether the words give one at all."""
    if found.get("ha"):
        return 0.5, True
    if found.get("an") is not None:
        return (1.5 if found.get("half2") else 1.0), True
    if found.get("n"):
        number = number_of(found["n"] or "")
        if number is not None and found.get("half"):
            number += 0.5
        return number, True
    return None, True


_FROM_TO = re.compile(r"(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}(?:\s+[A-Z][a-z]+)?)\s+(?:to|until|through)\s+\w", re.ASCII)
"""'The worst fighting in a decade from July 24 to 28': from one day to another, and no decade later."""
_COUNTED = re.compile(r"(?:,?\s+(?:counting|counted|to\s+count|reckoned))?\s+(of|from|following|since)\s+(?=\w)")


def duration(match: re.Match[str]) -> list[Draft] | None:
    """'ten days', 'two weeks ago', 'three days after the deadline', 'an additional 10 days'."""
    found = match.groupdict()
    text, start, end = match.string, match.start(), match.end()
    unit = UNITS[_plain(found["u"])]
    amount, _ = _amount(found)
    plural = _plain(found["u"]) in section("unit_plurals")
    if found.get("v") and _plain(found.get("q")) in ("over", "around"):
        start = match.start("v")  # 'over many years': a preposition, no amount
    singular = found.get("n") and amount is not None and amount >= 2 and not plural and not _hyphenated(match)
    if singular and not _before_noun(text, end, amount or 0, unit):
        return None
    if found.get("an") and (plural or unit == "second"):
        return None
    if found.get("v") and (not plural or text[max(0, start - 3) : start].lower() == "as "):
        return None
    if re.search(r"(?:\d[.,:/]|[$€£-])$", text[max(0, start - 2) : start]):
        return None
    if unit == "quarter" and not found.get("n"):
        return None
    mod = section("amount_modifiers").get(_plain(found.get("q"))) or None
    direction = _plain(found.get("dir"))
    if found.get("an") and not found.get("half2") and not direction and not found.get("q"):
        # 'a day' is mostly a rate or a figure of speech unless something is measured by it
        head = text[max(0, start - 14) : start].lower()
        tail = text[end : end + 12].lower()
        if not re.search(
            r"\b(?:for|in|within|after|of|lasted|than|every|by|once|twice|about|nearly|almost)\s+$", head
        ) and not tail.startswith((" of", " after", " before", " from")):
            return None
        if re.search(r"(?:once|twice|times|hours|%|per cent)\s+$", head):
            return None
    common = {"unit": unit, "amount": amount, "mod": mod}
    if direction in _AGO:
        sign, base = _AGO[direction]
        rest = text[end:]
        if direction in ("before", "after", "prior", "on") and not _ends_here(rest, direction):
            end = match.start("dir")
            end = len(text[:end].rstrip())
            if direction == "on":
                return [Draft(start, end, "duration", **common)]  # type: ignore[arg-type]
            after = match.end("dir") + (3 if rest.lower().startswith(" to ") else 0)
            return [Draft(start, end, "shift", sign=sign, base="event", event=_event_words(text, after), **common)]  # type: ignore[arg-type]
        return [Draft(start, end, "shift", sign=sign, base=base, **common)]  # type: ignore[arg-type]
    counted = _COUNTED.match(text, end)
    counted = None if counted is not None and _FROM_TO.match(text, counted.end()) else counted
    event = None
    if counted and (counted.group(1) in ("from", "following") or (counted.group(1) == "of" and _within(text, start))):
        event = _event_words(text, counted.end())
    if event and counted and counted.group(1) in ("from", "following"):
        return [Draft(start, end, "shift", sign=1, base="event", event=event, **common)]  # type: ignore[arg-type]
    return [Draft(start, end, "duration", event=event, **common)]  # type: ignore[arg-type]


def ordinal_after(match: re.Match[str]) -> list[Draft] | None:
    """'not later than the third day after the signing': a length from an event."""
    word = match.group("o").lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    unit = UNITS[_plain(match.group("u"))]
    event = _event_words(match.string, match.end())
    if not number or event is None:
        return None
    end = match.start("dir")
    end = len(match.string[:end].rstrip())
    return [Draft(match.start(), end, "shift", sign=1, base="event", event=event, unit=unit, amount=number)]


def _before_noun(text: str, end: int, amount: float, unit: str) -> bool:
    """'a thirty year truce' is a length though its unit is singular; 'the 25 second' is none."""
    if amount >= 1000 or unit in ("second", "quarter", "century", "night", "season"):
        return False
    return re.match(r"\s+[a-z]", text[end : end + 2]) is not None


def _within(text: str, start: int) -> bool:
    period = r"(?:(?:the|a)\s+(?:(?:maximum|total)\s+)?(?:period\s+)?(?:of|not exceeding)\s+)?"
    return (
        re.search(rf"\b(?:within|inside)\s+(?:the\s+)?{period}$", text[max(0, start - 40) : start], re.IGNORECASE) is not None
    )


def _hyphenated(match: re.Match[str]) -> bool:
    return match.string[match.start("u") - 1] in "-–"


def _ends_here(rest: str, direction: str) -> bool:
    if direction == "on":
        return bool(re.match(r"\s*[,.;:]|\s*$", rest))
    return bool(re.match(r"\s*(?:[,.;:)!?\"”]|$|\n|(?:and|but|when|in|at)\b)", rest))


def bare(match: re.Match[str]) -> list[Draft] | None:
    """'days later', 'for weeks', 'months of fighting': an unknown number of units."""
    found = match.groupdict()
    direction = _plain(found.get("dir"))
    unit = UNITS[_plain(found["u"])]
    if direction in _AGO and direction != "on":
        if direction in ("before", "after") and not _ends_here(match.string[match.end() :], direction):
            return [Draft(match.start(), match.start("dir") - 1, "duration", unit=unit)]
        sign, base = _AGO[direction]
        return [Draft(match.start(), match.end(), "shift", unit=unit, amount=None, sign=sign, base=base)]
    head = match.string[max(0, match.start() - 12) : match.start()].lower()
    tail = match.string[match.end() : match.end() + 5].lower()
    if re.search(r"\b(?:for|within|in|after|over|took|lasted)\s+$", head) or tail.startswith(" of "):
        return [Draft(match.start(), match.start("dir") - 1 if direction else match.end(), "duration", unit=unit)]
    return None


def period(match: re.Match[str]) -> list[Draft] | None:
    """'the past three days', 'the next two weeks', 'recent months', 'the coming days'."""
    found = match.groupdict()
    which = _plain(found["which"]).removeprefix("the ")
    unit = UNITS[_plain(found["u"])]
    amount, _ = _amount(found)
    if not (found.get("n") or found.get("v") or found.get("ha")):
        amount = None
        if _plain(found["u"]) not in section("unit_plurals"):
            return None
    if which in ("last", "next") and re.match(r"\s+of\s+", match.string[match.end() : match.end() + 5]):
        which = "final" if which == "last" else "first"  # 'the last ten days of October': not up to today
    if which in ("these", "those") and amount is None:
        if which == "these" and unit == "day":
            return [Draft(match.start(), match.end(), "ref", value="PRESENT_REF")]
        return None
    return [Draft(match.start(), match.end(), "period", which=which, unit=unit, amount=amount)]


def age(match: re.Match[str]) -> list[Draft] | None:
    return [
        Draft(
            match.start(),
            match.end(),
            "duration",
            unit=UNITS[_plain(match.group("u"))],
            amount=number_of(match.group("n")),
        )
    ]


REFERENCES = {
    word: value
    for key, value in (("present", "PRESENT_REF"), ("past", "PAST_REF"), ("future", "FUTURE_REF"))
    for word in section("references")[key]
}
_NOT_NOW = re.compile(r"\s+(?:that|known|called|defunct|part\s+of)\b")


_NO_NOUN_NEXT = re.compile(r"\s+(?:and|of|in|for|by|to|as|is|was|will|the|it|that|but)\b")


def ref(match: re.Match[str]) -> list[Draft] | None:
    word = _plain(match.group("r")).replace("’", "'")
    start, end = match.start(), match.end()
    value = REFERENCES[word]
    text = match.string
    head, tail = text[max(0, start - 12) : start].lower(), text[end : end + 12]
    if word == "now" and _NOT_NOW.match(tail) and tail.strip().startswith("that"):
        return None
    if word in ("once", "previously", "shortly", "soon", "this day", "present"):
        if word in ("once", "previously"):
            return None
        if word == "shortly" and not re.match(r"\s*(?:[.,;]|$)", tail):
            return None
        if word == "soon" and re.match(r"\s+(?:after|before|as)\b", tail):
            return None
        if word == "soon" and head.endswith(" as "):
            return None
    if (
        re.match(r"in (?:the|recent) ", word)
        and word != "in recent times"
        and re.match(rf"\s+(?:\w+\s+)?{UNIT_ANY}\b", text[end : end + 30], re.IGNORECASE)
    ):
        return None
    noun = word in ("the present", "the past", "the future", "the recent past")
    if noun and re.match(r"\s+[a-z]", tail) and not _NO_NOUN_NEXT.match(tail):
        return None  # 'the future army'
    if word == "the past" and re.match(r"\s+(?:of|tense)", tail):
        return None
    if word == "recent" and re.match(r"\s+(?:days|weeks|months|years|decades|hours|times)", tail):
        return None
    if word == "today's":
        end = start + 5
    if re.match(r"(?:to|in|at)\s+(?:the\s+(?:near\s+|recent\s+)?(?:future|past|present)|date|this|recent\s+times)", word):
        start += 3
    return [Draft(start, end, "ref", value=value)]


def then(match: re.Match[str]) -> list[Draft] | None:
    """'at the time', 'by that time', 'during this period': the running time of the text."""
    return [Draft(match.start("then"), match.end("then"), "unit", which="that", unit="then")]


def clock(match: re.Match[str]) -> list[Draft] | None:
    found = match.groupdict()
    word = _plain(found.get("word"))
    if word:
        hour, minute = (0, 0) if word == "midnight" else (12, 0)
    else:
        hour, minute = int(found["h"] or 0), int(found.get("mi") or 0)
        half = (found.get("ap") or "").lower().replace(".", "").replace(" ", "")
        if half:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif not found.get("tz") and not found.get("hrs"):
            head = match.string[max(0, match.start() - 16) : match.start()].lower()
            sep = found.get("sep") or ""
            if sep != ":" or not (
                len(found["h"] or "") == 2
                or re.search(r"\b(?:at|from|to|until|till|by|before|after|since|around|about|between|and)\s+$", head)
            ):
                return None
    if hour == 24 and minute == 0:
        hour, word = 0, "midnight"
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    zone = (found.get("tz") or "").strip(" ()") or None
    shown = "24:00" if word == "midnight" and (found.get("h") or "") != "00" else f"{hour:02d}:{minute:02d}"
    return [Draft(match.start(), match.end(), "clock", clock=time(hour, minute), tz=zone, part=shown)]
