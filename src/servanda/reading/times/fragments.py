"""Pieces of regular expressions for times: each piece matches words only, and decides nothing."""

from __future__ import annotations

from servanda.reading.times.lexicon import NUMBER, UNITS, alternatives, section, words

_month_names = alternatives(section("months"))
_month_short = alternatives(section("month_abbreviations"))
MON = rf"(?:(?:{_month_names})\b|(?:{_month_short})\b\.?)"
WEEKDAY = rf"(?:{alternatives(section('weekdays'))})"
WEEKDAY_SHORT = rf"(?:{alternatives(section('weekday_abbreviations'))})\b\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORD = r"(?:st|nd|rd|th)"
DASH = r"[-–—−]"
ERA_WORDS = r"(?:B\.\s?C\.(?:\s?E\.)?|BCE?|A\.D\.|AD|C\.E\.|CE)(?![A-Za-z])"
ERA = rf"(?:\s*(?P<era>{ERA_WORDS}))"
YEAR = rf"(?:(?:1\d{{3}}|2[01]\d\d)(?![\d%]|[.,:]\d|\w){ERA}?|\d{{1,4}}{ERA.replace('<era>', '<era2>')})"
YEAR_PLAIN = r"(?:1\d{3}|2[01]\d\d)"
YEAR_WHICH = (
    r"(?P<yw>that\s+same|that|this|last|next|the\s+same|the\s+following|the\s+next|the\s+previous|the\s+preceding)"
    r"\s+year"
)
SEASON = rf"(?:{alternatives(section('seasons'))})"

_mods = section("modifiers")
_of_mods = alternatives(word for word in _mods if word not in ("early", "mid", "late"))
MOD = (
    r"(?:(?:the\s+)?(?:very\s+)?(?P<mod>early|mid|late)(?:\s*[-–]\s*|\s+)(?:(?:in|of)\s+)?(?:the\s+)?"
    rf"|(?:the\s+)?(?:very\s+)?(?P<mod2>{_of_mods})\s+of\s+(?:the\s+)?(?:year\s+)?)"
)
_parts = alternatives(section("day_parts"))
PART = rf"(?:{_parts})"
PART_OF = (
    rf"(?:(?:(?:early|late)\s+(?:in|on)\s+)?(?:the\s+)?(?:(?:early|late|small)\s+)?(?P<part>{PART})"
    r"(?:\s+hours)?\s+(?:of|on)\s+(?:the\s+)?)"
)

UNIT_ONE = rf"(?:{alternatives(section('units'))})"
UNIT_ANY = rf"(?:{alternatives(UNITS)})"
UNIT_MANY = rf"(?:{alternatives(section('unit_plurals'))})"
VAGUE = rf"(?:{alternatives(words('vague'))})"
AMOUNT_MOD = rf"(?P<q>{alternatives(section('amount_modifiers'))})"
AMOUNT = (
    rf"(?:(?P<n>{NUMBER})(?P<half>\s+and\s+a\s+half|-and-a-half)?(?:(?:\s+(?:to|or)\s+|\s*{DASH}\s*)(?P<n2>{NUMBER}))?"
    rf"|(?P<v>{VAGUE})|(?P<ha>half\s+an?)|(?P<an>an?)(?P<half2>\s+half)?)"
)

_zones = alternatives(words("zones"))
TZ = (
    rf"(?P<tz>\((?:{_zones})(?:\s*[+{DASH[1:-1]}]\s*\d{{1,2}}(?::?\d\d)?)?\)"
    rf"|\b(?:{_zones})\b(?:\s*[+{DASH[1:-1]}]\s*\d{{1,2}}(?::?\d\d)?)?"
    r"|(?-i:[A-Z][A-Za-z]+)(?:\s+(?-i:[A-Z][A-Za-z]+))?(?:\s+(?:standard|daylight|summer))?\s+time\b|local\s+time\b)"
)
