"""A day that is named as the limit of something, or as its new one: 'a new deadline of 27 March', '27 March as the date'.

Invariant: only the words right around the day count; a day is new only where one of them says so.
"""

from __future__ import annotations

import re

_NAME = r"(?:dead-?lines?|cut-?offs?|dates?|time\s*tables?|time\s*limits?|terms?|days?|expiry|limits?)"
_NEW = r"(?:new|fresh|later|revised|different|extended|further|another|amended|postponed|rescheduled)"
_BETWEEN = r"(?:[\w’'-]+\s+){0,2}"

# 'a new withdrawal deadline of', 'a new date, ', 'the new deadline: ', 'a new date (', 'a new deadline for the handover: '
_NEW_BEFORE = re.compile(
    rf"\b{_NEW}\s+{_BETWEEN}{_NAME}(?:\s+for\s+(?:[\w’'-]+\s+){{0,4}}[\w’'-]+)?"
    r"\s*(?:\s(?:of|for|on|as|is|was|be|would\s+be|will\s+be)\s|[,:(–—-])\s*(?:now\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# '27 March as the new deadline', '27 March as its revised date'
_NEW_AFTER = re.compile(rf",?\s+(?:as|to\s+be)\s+(?:the|a|an|its|their)\s+{_NEW}\s+{_BETWEEN}{_NAME}\b", re.IGNORECASE)
# 'a new date was set for', 'the deadline was set anew for'
_SET_FOR = re.compile(
    rf"(?:\b{_NEW}\s+{_BETWEEN}{_NAME}\s+(?:[\w’'-]+\s+){{1,2}}(?:set|fixed|agreed|named|chosen)"
    rf"|\b{_NAME}\s+(?:[\w’'-]+\s+){{1,2}}set\s+anew)\s+(?:for|on|as)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# 'rescheduled the withdrawal for'
_PUT_FOR = re.compile(r"\breschedul\w+\s+(?:[\w’'-]+\s+){1,8}(?:for|to)\s+(?:the\s+)?$", re.IGNORECASE)
# 'the deadline now stands at'
_NOW_AT = re.compile(
    rf"\b{_NAME}\s+(?:(?:has|have)\s+)?now\s+(?:[\w’'-]+\s+){{1,2}}(?:at|on|for)\s+(?:the\s+)?$", re.IGNORECASE
)
# '10 October as the deadline', '10 October as the final day for'
_LIMIT_AFTER = re.compile(
    rf"\s+as\s+(?:the|a|an|its|their)\s+{_BETWEEN}(?:dead-?line|cut-?off|expiry|(?:target|end|final|last)\s+(?:date|day)|date\s+for)\b",
    re.IGNORECASE,
)


def names_new_date(text: str, start: int, end: int) -> bool:
    """Whether the words around the day at `start` to `end` make it the new date of something."""
    before = max(0, start - 90)
    return _NEW_AFTER.match(text, end) is not None or any(
        form.search(text, before, start) is not None for form in (_NEW_BEFORE, _SET_FOR, _PUT_FOR, _NOW_AT)
    )


def names_limit(text: str, end: int) -> bool:
    """Whether the words after a day that ends at `end` make it the limit of something: it may lie ahead of what is told."""
    return _LIMIT_AFTER.match(text, end) is not None
