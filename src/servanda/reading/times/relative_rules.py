"""The patterns of times counted from another time.

Invariant: each names its parts, and leaves every judgement to its builder.
"""

# ruff: noqa: E501  (a pattern is easier to read, and to compare with its neighbours, on one line)
from __future__ import annotations

from servanda.reading.times import relative_drafts as drafts
from servanda.reading.times.fragments import (
    AMOUNT,
    AMOUNT_MOD,
    MOD,
    ORD,
    PART,
    PART_OF,
    TZ,
    UNIT_ANY,
    UNIT_MANY,
    UNIT_ONE,
)
from servanda.reading.times.lexicon import ORDINALS, alternatives
from servanda.reading.times.rule import Rule, rule

_PREFIX_Q = rf"(?:{AMOUNT_MOD}\s+)?"
_EXTRA = r"(?:(?:additional|more|further|extra|full|consecutive|straight|calendar|working|business|long|whole|entire|bloody|short|final|successive|further)\s+)?"
_DIR = r"(?P<dir>ago|from\s+now|from\s+today|hence|later|afterwards?|earlier|before\s+that|after\s+that|before|previously|beforehand|prior|after|from\s+then|on)"
_WHICH = (
    r"(?P<which>that\s+same|this\s+same|this\s+past|this\s+coming|the\s+same|the\s+very\s+same|the\s+very\s+next|the\s+following|the\s+next"
    r"|the\s+previous|the\s+preceding|the\s+prior|the\s+coming|the\s+current|the\s+past|the\s+last|the\s+first|the\s+final|the|this|that|last|next|same)"
)
_WHICH_NOT_THE = _WHICH.replace("|the|", "|")

RELATIVE_RULES: list[Rule] = [
    rule(
        "deictic",
        rf"(?:(?P<limit>earlier|later|early|late)\s+)?(?P<day>today|tonight|yesterday|tomorrow|overnight|the\s+night\s+before\s+last|the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow)\b(?:\s+(?P<part>{PART})\b)?",
        drafts.deictic,
    ),
    rule(
        "part",
        rf"(?:(?:early|late|later|earlier)\s+(?:(?:in|on)\s+)?)?{_WHICH_NOT_THE}\s+(?:(?:early|late)\s+)?(?P<part>{PART})\b(?!\s+of)",
        drafts.part,
    ),
    rule(
        "loose part",
        rf"(?:in|at|during|by|before|after|until|since)\s+(?:the\s+)?(?:(?:early|late|small)\s+)?(?P<part>{PART})\b(?!\s+(?:of|star|prayer|hours))",
        drafts.loose_part,
    ),
    rule(
        "unit",
        rf"(?:(?P<limit>(?:earlier|later)(?:\s+(?:in|on))?)\s+|{PART_OF}|{MOD})?{_WHICH}\s+(?P<u>{UNIT_ONE})\b(?!-)(?!\s+(?:half|\d+th|{alternatives(ORDINALS)})\b)",
        drafts.unit,
    ),
    rule(
        "after unit",
        r"the\s+(?P<u>day|night|week|month|year)\s+(?:(?P<dir>before|after|following|earlier|previous)(?=\s*(?:[,.;:)\n]|$|(?:and|but|in|at|when|by|with|near|to|on)\b))|(?P<dir2>earlier)(?=\s+(?:the|an?|its|their|his|\d+|\w+s)\b))",
        drafts.after_unit,
    ),
    rule("eve", r"the\s+eve\b(?!\s+of\b|['’])", drafts.eve),
    rule(
        "unit end", r"(?:the\s+)?(?P<u>year|month|week|decade|century)(?:['’]s\s+|-|\s+)end\b(?!-)", drafts.unit_end
    ),
    rule(
        "ordinal after",
        rf"the\s+(?P<o>{alternatives(ORDINALS)}|\d{{1,3}}{ORD})\s+(?:calendar\s+|working\s+|business\s+)?(?P<u>day|week|month|year)\s+(?P<dir>after|following|from)\s+",
        drafts.ordinal_after,
    ),
    rule("mod unit", rf"{MOD}(?P<u>day|week|month|year|decade|century)\b", drafts.unit),
    rule(
        "set", r"(?:daily|weekly|monthly|quarterly|yearly|annually|annual|hourly|nightly|fortnightly)\b", drafts.set
    ),
    rule(
        "every",
        rf"(?:every|each)\s+(?:(?P<other>other|second)\s+|(?P<n>\w+)\s+|single\s+)?(?P<u>{UNIT_ANY})\b",
        drafts.every,
    ),
    rule(
        "duration",
        rf"{_PREFIX_Q}(?:(?:another|an\s+additional|additional|a\s+further|an\s+extra|a\s+total\s+of)\s+)?{AMOUNT}[-–\s]+{_EXTRA}(?P<u>{UNIT_ANY})\b(?!['’]?-?old)(?:\s+{_DIR}\b)?",
        drafts.duration,
    ),
    rule("another", rf"(?P<q>another|an\s+(?:additional|extra)|a\s+further)\s+(?P<an>)(?P<u>{UNIT_ONE})\b", drafts.duration),
    rule("bare", rf"(?P<u>{UNIT_MANY})\b(?!-)(?:\s+{_DIR}\b)?", drafts.bare),
    rule(
        "period",
        rf"(?P<which>(?:the\s+)?(?:last|past|previous|preceding|next|coming|following|first|final|ensuing|subsequent|recent|intervening|closing|opening)|these|those)\s+(?:{AMOUNT}\s+)?(?P<u>{UNIT_ANY})\b",
        drafts.period,
    ),
    rule(
        "age",
        r"(?P<n>\d{1,3}(?:\.\d)?|[a-z]+(?:-[a-z]+)?)(?:\s+|-)(?P<u>years?|months?)(?:(?:\s+|-)old|\s+of\s+age)\b",
        drafts.age,
    ),
    rule("ref", rf"(?P<r>{alternatives(drafts.REFERENCES)})(?![\w-])", drafts.ref),
    rule(
        "then",
        r"(?:at|by|until|since|from|around|about|during|in|before|after)\s+(?P<then>(?:the|that|this)\s+(?:time|period|moment|era|point))\b(?!\s+of\b|-|\s+table)",
        drafts.then,
    ),
    rule(
        "clock",
        rf"(?:(?P<word>midnight|noon|midday)\b|(?P<h>[01]?\d|2[0-4])(?P<sep>[:.])(?P<mi>[0-5]\d)(?::[0-5]\d)?(?![\d.]\d|\d|%)(?:\s*(?P<ap>[ap]\.?\s?m\b\.?))?(?:\s*(?P<hrs>hours\b|hrs\b|h\b|o['’]clock\b))?)(?:,?\s*{TZ})?",
        drafts.clock,
    ),
    rule("clock hour", rf"(?P<h>1[0-2]|0?[1-9])\s*(?P<ap>[ap]\.?m\b\.?)(?:,?\s*{TZ})?", drafts.clock),
    rule(
        "clock o'clock",
        rf"(?P<h>1[0-2]|0?[1-9])\s*(?P<hrs>o['’]clock)(?:\s+in\s+the\s+(?:morning|afternoon|evening))?(?:,?\s*{TZ})?",
        drafts.clock,
    ),
    rule(
        "clock military",
        rf"(?P<h>[01]\d|2[0-4])(?P<mi>[0-5]\d)\s*(?P<hrs>hours\b|hrs\b|(?=(?:GMT|UTC|local\s+time|Z\b)))(?:,?\s*{TZ})?",
        drafts.clock,
    ),
]
