"""The days that an agreement's text sets for itself: signing, entry into force, end, renewal; and its time zone.

Invariant: a day is given only where the text tells it; what is worked out from other words says from which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from servanda.agreement.build import period
from servanda.agreement.calendar import add
from servanda.drafting.parties import Named
from servanda.drafting.provisions import Layout
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import countries, country_of
from servanda.reading.times import Anchor, TimeExpression, find_times
from servanda.reports.sources import folded

_HEAD = 1_500
_SIGNED_HERE = re.compile(
    r"\W*(?:signed|done|concluded|made|adopted|agreed|dated|on this (?:day|\w+day))\b[^.;]{0,60}$", re.IGNORECASE
)
_LIMITS = frozenset({"by", "before", "until", "no-later-than", "within"})
_SIGNED = re.compile(r"\b(signed|done|concluded|dated|made|adopted|agreed|agree (?:on )?this)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:met|meeting|gathered|assembled|sat|today|this day|agreed|come together)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after|before|of|from)\s+(?:the )?$", re.IGNORECASE)
_AFTER_SIGNING = re.compile(
    r"\b(?:after|from|following|of) (?:the |its |this )?(?:date of |day of )?(?:its )?sign", re.IGNORECASE
)
_HUNG_ON = re.compile(r"\b(?:upon|after|following|of|from|within|before|until|on|since)\s+(?:its |the |this )?$", re.IGNORECASE)
_FORCE = re.compile(
    r"\b(enters?|entry|come[s]?|goes?|go|takes?)\s+in(?:to)?\s+(?:force|effect)\b|\btakes? "
    r"effect\b|\bcomes? in force\b|\b(?:is|be) effective\b|\bin force (?:from|as of)\b",
    re.IGNORECASE,
)
_TRUCE = re.compile(
    r"\b(cease-?fires?|truces?|armistice|hostilities|(?:military|hostile) (?:operations|acts|actions|activities))\b",
    re.IGNORECASE,
)
_ON_SIGNING = re.compile(
    r"\b(up)?on (?:its |the )?sign(?:ature|ing)\b|\bmoment of (?:its )?sign|\bimmediately\b|\bday of (?:its )?sign",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:from|as of|as from|beginning|starting|effective|with effect from|at)\b[^.]{0,50}$", re.IGNORECASE)
_LASTS = re.compile(r"\b(?:for|of|period of)\b[^.]{0,20}$", re.IGNORECASE)
_RENEWS = re.compile(r"\brenew\w*|\bextended automatically\b|\bautomatic\w* (?:renew\w*|exten\w*)", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:\W|the |this |present )*"
    r"(?:agreement|it|truce|cease-?fire|arrangement|protocol|memorandum|understanding|pause|accord|pact|document)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:shall|will|must|by|before|until|from)\b", re.IGNORECASE)
_ZONE_OF_CITY = re.compile(r"\b(?P<city>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:local )?time\b")


@dataclass(frozen=True, slots=True)
class Days:
    """What the text says of its own time; `why` of each is the quoted words, empty where nothing is told."""

    signed: date | None = None
    force: date | None = None
    force_at: time | None = None
    force_why: str = ""
    timezone: str | None = None
    timezone_why: str = ""
    lasts: str | None = None
    renewal: str | None = None


def days(text: Layout, whole: str) -> Days:
    """The days of a text; the time zone of its clock times where it names a city's."""
    signed = signing_day(text, whole)
    force, at, why = _force(text, signed)
    zone = next((z for m in _ZONE_OF_CITY.finditer(whole) if (z := _city_zone(m["city"]))), None)
    said = f"its clock times are {zone.rsplit('/', 1)[-1].replace('_', ' ')}'s" if zone else ""
    if zone is None and re.search(r"\b(GMT|UTC)\b", whole):
        zone, said = "UTC", "its clock times are UTC"
    lasts, renewal = _length(text)
    return Days(signed, force, at, why, zone, said, lasts, renewal)


def signing_day(text: Layout, whole: str) -> date | None:
    """Beside a word of signing, in the title, or alone on a line of the head or the close."""
    known = [t for t in find_times(whole, Anchor(published=None)) if _day(t) and t.basis == "explicit"]
    for t in known:
        if _SIGNED_HERE.match(whole[whole.rfind("\n", 0, t.start) + 1 : t.start]) and t.bound not in _LIMITS:
            return t.earliest
    for t in known:
        line = whole[whole.rfind("\n", 0, t.start) + 1 : t.start]
        other = r"\b(?:since|after|before|of the agreement|resolution|law|decree|constitution)\b"
        if t.bound in _LIMITS or re.search(other, line[-60:], re.IGNORECASE):
            continue
        if _SIGNED.search(line[-60:]):
            return t.earliest
    for place in (text.title, text.close, text.head):
        for line in place.splitlines() or []:
            inside = [t for t in find_times(line, Anchor(published=None)) if _day(t) and t.basis == "explicit"]
            if inside and not _DUTY.search(line) and (place == text.title or len(line.split()) <= 8):
                return inside[0].earliest
    for t in known:  # 'met at the market on 8 March 2021 and agreed as follows'
        opening = whole[max(0, whole.rfind("\n\n", 0, t.start)) : (whole.find("\n\n", t.end) + 1 or len(whole)) - 1]
        if t.start < _HEAD and _MEETING.search(opening) and not _SINCE.search(whole[: t.start][-30:]):
            return t.earliest
    return None


def _day(t: TimeExpression) -> bool:
    return t.granularity in {"day", "time"} and t.earliest is not None and t.earliest == t.latest


def _force(text: Layout, signed: date | None) -> tuple[date | None, time | None, str]:
    """A sentence that says when the agreement takes effect; else the beginning of the ceasefire; else the signing."""
    sentences = [p.says for p in text.provisions] + text.close.splitlines()
    for wanted in (_FORCE, _TRUCE):
        for words in sentences:
            told = wanted.search(words)
            if not told or (wanted is _FORCE and _HUNG_ON.search(words[: told.start()])):
                continue
            for t in find_times(words, Anchor(published=None, around=signed)):
                starts = wanted is _FORCE or t.bound in {"from", "since"} or _begins(words, t)
                if _day(t) and starts:
                    return t.earliest, t.clock or _clock(words[: t.start]), words
            if wanted is _FORCE and signed and _AFTER_SIGNING.search(words):
                for t in find_times(words, Anchor(published=None)):
                    length = period(t.value) if t.duration is not None and "X" not in t.value and "T" not in t.value else None
                    if length and (length.days or length.months or length.years):
                        return add(signed, length), None, words
            if wanted is _FORCE and signed and _ON_SIGNING.search(words):
                return signed, None, words
    return None, None, ""


def _clock(before: str) -> time | None:
    """'04:00 (local time) on' just before a day."""
    found = re.search(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b[^.;]{0,25}$", before)
    return time(int(found[1]), int(found[2])) if found else None


def _begins(words: str, t: TimeExpression) -> bool:
    before = words[: t.start]
    if re.search(r"\b(?:until|till|up to)\b[^.]{0,12}$", before, re.I):
        return False
    return bool(_BEGINS.search(before))


def _length(text: Layout) -> tuple[str | None, str | None]:
    """How long the whole lasts and by what it is renewed, as ISO periods."""
    lasts = renewal = None
    for p in text.provisions:
        if not _WHOLE.match(p.says) or not re.search(r"\b(remain|stay|last|valid|concluded|force|renew)\w*", p.says):
            continue
        cut = _RENEWS.search(p.says)
        for t in find_times(p.says, Anchor(published=None)):
            if t.duration is None or "T" in t.value or "X" in t.value or re.match(r"\s*(?:before|prior)", p.says[t.end :]):
                continue
            if cut and t.start > cut.start():
                renewal = renewal or t.value
            elif _LASTS.search(p.says[: t.start]):
                lasts = lasts or t.value
        if cut and lasts and renewal is None:
            renewal = lasts
    return lasts, renewal


@cache
def _cities() -> dict[str, str]:
    return {
        z.rsplit("/", 1)[-1].replace("_", " ").lower(): z for z in sorted(available_timezones()) if "/" in z and "Etc" not in z
    }


def _city_zone(city: str) -> str | None:
    return _cities().get(city.lower())


def zones_of_parties(actors: Iterable[Named]) -> tuple[tuple[str, str], ...]:
    """The time zones of the parties' capitals, where both are known, each with whose it is."""
    found = (_zone_of(a) for a in actors if a.role == "signatory")
    return tuple(dict.fromkeys(z for z in found if z is not None))


def _zone_of(actor: Named) -> tuple[str, str] | None:
    for name in (actor.name, *actor.aliases):
        known = country_of().get(folded_word(name))
        for form, word in countries()[known[0]].forms if known and known[1] == "name" else ():
            zone = _city_zone(folded(word)) if form == "capital" else None
            if zone is not None:
                return zone, word
    return None


def moment(day: date, at: time | None, zone: str) -> str:
    """A moment as the file format writes it: a bare day at midnight, else with its offset."""
    if at is None or at == time():
        return day.isoformat()
    from datetime import datetime

    return datetime.combine(day, at, ZoneInfo(zone)).isoformat()
