"""The patterns of calendar times: each names its parts, and leaves every judgement to its builder."""

# ruff: noqa: E501  (a pattern is easier to read, and to compare with its neighbours, on one line)
from __future__ import annotations

from servanda.reading.times import calendar_drafts as drafts
from servanda.reading.times import year_drafts as years
from servanda.reading.times.fragments import (
    DASH,
    DAY,
    ERA_WORDS,
    MOD,
    MON,
    ORD,
    PART,
    PART_OF,
    SEASON,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    YEAR_PLAIN,
    YEAR_WHICH,
)
from servanda.reading.times.lexicon import ORDINALS, alternatives, section
from servanda.reading.times.rule import Rule, rule

_D = rf"(?P<d>{DAY})(?:{ORD})?"
_Y = rf"(?P<y>{YEAR})"
_WD = rf"(?:(?P<wd>{WEEKDAY}|{WEEKDAY_SHORT})\.?(?:\s+(?P<part2>{PART}))?(?:\s*,)?\s*(?:the\s+)?)?"
_PREFIX = rf"(?:{PART_OF})?{_WD}"
_NOT_MORE = r"(?!\d|[.,]\d|%|[–-]\d|(?i:\s*(?:km|kilomet|mile|metre|meter|per\s?cent|a\.m|p\.m|am\b|pm\b)))"
_SPELLED = rf"(?P<dw>{alternatives(ORDINALS)})"
_LINK = rf"(?:\s*{DASH}\s*|\s*/\s*|\s+(?:and|to|or|until|till|through|&)\s+(?:the\s+)?)"


_DM_SIMPLE = rf"{_D}(?:\s+day)?(?:\s+(?:of\s+)?|\s*-\s*)(?P<m>{MON})(?:(?:\s*,\s*|\s+|\s*-\s*)(?:(?:of|in)\s+)?(?:the\s+year\s+)?{_Y}|\s+(?:of\s+)?{YEAR_WHICH})?"
_MD_SIMPLE = rf"(?P<m>{MON})\s+(?:the\s+)?{_D}{_NOT_MORE}(?!\w)(?:(?:\s*,\s*|\s+)(?:of\s+|in\s+)?{_Y}|(?:\s*,)?\s+(?:of\s+)?{YEAR_WHICH})?"
_MORE_END = (
    rf"(?:{ORD}\b)?(?!\d|\s*%|[.,]\d|\w)"
    rf"(?=\s*(?:[,.;:)!?\"”]|$|\n|(?:in|at|of|to|the|by|with|near|that|were|was|when|and|but|as|for|on|which|after|before|{YEAR_PLAIN})\b))"
)

ISO = r"(?P<y>\d{4})-(?P<mo>\d\d)-(?P<d>\d\d)(?!\d)(?:[T ](?P<h>\d\d):(?P<mi>\d\d)(?::\d\d(?:\.\d+)?)?\s?(?P<z>Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
NUMERIC = r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\w./]\w|\w)"
_ORDINAL_WORD = rf"(?:{alternatives(ORDINALS)}|\d{{1,2}}{ORD})"
_CENTURY_ERA = rf"(?:\s+(?P<era>{ERA_WORDS}))?"

DATE_RULES: list[Rule] = [
    rule("iso", ISO, drafts.iso),
    rule("numeric", rf"{_WD}{NUMERIC}", drafts.numeric),
    rule("day month", rf"(?:the\s+)?{_PREFIX}(?:the\s+)?{_DM_SIMPLE}", drafts.date),
    rule(
        "spelled day month",
        rf"(?:{PART_OF})?(?:the\s+)?{_WD}the\s+{_SPELLED}(?:\s+day)?\s+of\s+(?P<m>{MON})(?!['’]s)(?:(?:\s*,\s*|\s+)(?:(?:of|in)\s+)?{_Y}|\s+(?:of\s+)?{YEAR_WHICH})?",
        drafts.date,
    ),
    rule("month spelled day", rf"(?:{PART_OF})?{_WD}(?P<m>{MON})\s+the\s+{_SPELLED}(?!\w)(?:(?:\s*,\s*|\s+)(?:of\s+)?{_Y})?", drafts.date),
    rule(
        "days month",
        rf"(?:the\s+)?{_PREFIX}(?P<days>{DAY}(?:{ORD})?(?:\s*,\s*(?:the\s+)?{DAY}(?:{ORD})?){{0,6}}){_LINK}{_DM_SIMPLE}",
        drafts.day_list,
    ),
    rule("month day", rf"(?:the\s+)?{_PREFIX}{_MD_SIMPLE}", drafts.date),
    rule(
        "month days",
        rf"{_PREFIX}(?P<m>{MON})\s+{_D}(?P<more>(?:(?:\s*,\s*|{_LINK}){DAY}(?:{ORD})?){{0,6}}{_LINK}{DAY}){_MORE_END}(?:(?:\s*,\s*|\s+)(?:of\s+)?{_Y}|\s+of\s+{YEAR_WHICH})?",
        drafts.month_day_list,
    ),
    rule(
        "month",
        rf"(?:{MOD})?(?P<m>{MON})(?:(?:\s*,\s*|\s+)(?:(?:of|in)\s+)?(?:the\s+year\s+)?{_Y}|(?:\s*,)?\s+(?:of\s+)?{YEAR_WHICH})?(?!\w)",
        drafts.month,
    ),
    rule(
        "season",
        rf"(?:{MOD}|(?P<the>the)\s+)?(?P<s>{SEASON})\b(?:(?:\s*,\s*|\s+)(?P<of>(?:of|in)\s+)?(?:the\s+year\s+)?(?:(?P<y>{YEAR_PLAIN})\s*[-–/]\s*(?P<ytwo>(?:19|20)?\d\d)(?!\d)|{_Y.replace('<y>', '<y9>')})|\s+(?:of\s+)?{YEAR_WHICH})?",
        drafts.season,
    ),
    rule("year", rf"(?:{MOD}|(?:the\s+)?years?\s+|(?P<approx>(?:about|around|circa|ca?\.|ca)\s*))?{_Y}", years.year),
    rule(
        "years",
        rf"(?:{MOD}|(?:the\s+)?years\s+)?(?P<y1>\d{{1,4}})\s*[-–—/]\s*(?P<y2>\d{{1,4}})(?![\d%]|[.,:]\d|\w|[-–/]\d)(?:\s*(?P<era>{ERA_WORDS}))?",
        years.year_range,
    ),
    rule("short year", rf"(?:{MOD})?(?P<y>[1-9]\d\d)(?![\d%]|[.,:/]\d|\w)", years.short_year),
    rule(
        "which calendar",
        rf"(?:{MOD})?(?P<which>last|next|this|this\s+past|this\s+coming|that|that\s+same|the\s+same|the\s+following|the\s+next|the\s+previous|the\s+preceding|the\s+past|the\s+coming|every|each)\s+(?:(?P<m>{MON})|(?P<s>{SEASON})\b)(?!\w)",
        drafts.which_calendar,
    ),
    rule(
        "decade",
        rf"(?:{MOD}|(?P<the>the)\s+)?(?P<y>(?:1\d|20)\d0(?=['’]?s\b)|\d{{2,3}}0(?=s\s+B)|['’]\d0(?=s\b)|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b)(?:['’]?s\b)?(?:\s+(?P<era>{ERA_WORDS}))?",
        years.decade,
    ),
    rule("century", rf"(?:{MOD}|the\s+)?(?P<c>{_ORDINAL_WORD})(?:\s+|-)century\b{_CENTURY_ERA}", years.century),
    rule(
        "quarter",
        rf"(?:the\s+)?(?:(?P<o>first|second|third|fourth|[1-4](?:st|nd|rd|th))[-\s]+(?:quarter\b(?!-?final)|half\s+of\s+(?=(?:that|this|last|next|the\s+same|\d{{4}}|the\s+year)))|(?P<qn>Q[1-4])\b)(?:(?:\s*,)?\s*(?:of\s+)?(?:(?P<y>{YEAR_PLAIN})(?!\d)|{YEAR_WHICH}|(?P<theyear>the\s+year\b)))?",
        drafts.quarter,
    ),
    rule(
        "weekday",
        rf"(?:(?P<every>every|each)\s+|(?P<which>last|next|this|this\s+coming|this\s+past|that|the\s+following|the\s+previous|the\s+next|the\s+same|early|late|the)\s+)?(?:(?P<part>{PART})\s+(?:of|on)\s+)?(?P<w>{WEEKDAY})\b(?:\s+(?P<part2>{PART})\b)?(?:\s+(?:of\s+)?(?P<week>last|next|this)\s+week\b)?",
        drafts.weekday,
    ),
    rule("part of weekday", rf"(?:{PART_OF})(?P<w>{WEEKDAY})\b", drafts.weekday),
    rule("weekdays", rf"(?:on\s+)?(?P<w>{WEEKDAY})s\b", drafts.weekdays),
    rule(
        "weekday short",
        r"(?P<w>(?-i:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun))(?:\.(?=[,\s])|(?=,\s))",
        drafts.weekday,
    ),
    rule(
        "holiday",
        rf"(?P<h>{alternatives(section('holidays'))})(?!\w)(?:(?:\s*,)?\s+(?:of\s+)?(?:(?P<y>{YEAR_PLAIN})(?!\d)|{YEAR_WHICH}))?",
        drafts.holiday,
    ),
    rule("ordinal day", rf"(?:the\s+)(?:(?P<part>{PART})\s+of\s+the\s+)?(?P<d>\d{{1,2}}){ORD}\b", drafts.ordinal_day),
]
