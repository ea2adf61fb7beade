"""Days to which something is moved, and from which: 'moved the deadline from 22 May to 30 June', 'was put off to Tuesday'.

Invariant: only words on the way from the verb to the day are looked at; a day to which a date has been moved lies ahead of
whoever tells it, whatever the tense of the telling.
"""

from __future__ import annotations

import re

_VERB = (
    r"(?:postpon(?:e|ed|es|ing)|defer(?:red|s|ring)?|delay(?:ed|s|ing)?|mov(?:e|ed|es|ing)|shift(?:ed|s|ing)?|extend(?:ed|s|ing)?"
    r"|prolong(?:ed|s|ing)?|(?:put|push|pushed|carried|carry|roll|rolled|set|bring|brought) (?:back|off|over|forward))"
)
_WHAT = (
    r"(?:(?:the|its|their|this|that|an?) (?:[\w’'-]+ ){0,3}?(?:deadline|date|time ?limit|timetable|term|cut-off|expiry)"
    r"(?: (?:for|of) (?:[\w’'-]+ ){1,9}?(?=from |to |until |till ))?)"
)
_DUTY = (
    r"(?:(?:the|its|their|his|that|this) (?:[\w’'-]+ ){0,3}?(?:withdrawal|pull-?out|pull-?back|handover|hand-over|transfer"
    r"|exchange|swap|release|opening|reopening|disarmament|demining|evacuation|repatriation|cantonment|disengagement)"
    r"(?: (?:of|from|for|in|at) (?:[\w’'-]+ ){1,6}?(?=to |until |till |from ))?)"
)
_WILL_MOVE = (
    r"(?:to|will|would|on|of) (?:postpone|defer|delay|move|shift|put (?:back|off)|push back|hold over|postponing|deferring"
    r"|delaying|moving|putting (?:back|off)|pushing back)"
)
"""'Agreed to delay the transfer to', not 'delayed the transfer until', which may be told of a day gone by."""
_SLIPS = r"(?:slip(?:s|ped|ping)?|slid(?:e|es|ing)?) (?:back )?"
_BEEN = r"(?:(?:has|have|had|was|were|is|are|be|to be)(?: been)?(?: \w+ly)?)"
_FROM = r"(?:from (?:[\w’',-]+ ){1,5}?)"
_HOUR = r"(?:(?:the )?(?:midnight|noon|midday|evening|morning)(?: on| of)? )?"
_MOVED = rf"(?:\b{_VERB} {_WHAT} ?|\b{_WILL_MOVE} {_DUTY} ?|\b{_SLIPS}|(?<!which )(?<!that )\b{_BEEN} {_VERB} )"
_TO = re.compile(rf"{_MOVED}{_FROM}?(?:to|until|till) (?:the )?{_HOUR}$")
_OUT_OF = re.compile(rf"{_MOVED}from (?:the )?{_HOUR}$")
_REACH = 170


def is_moved_to(text: str, at: int) -> bool:
    """Whether the day at an offset is one to which the words before it move a date: 'moved the deadline to', 'was put off to'.

    One that is told in a clause about a thing may have passed: 'the deadline, which had been moved to Friday, ran out'.
    """
    before = _before(text, at)
    agreed = _AGREED.search(before) is not None and _BARE_DAY.match(text, at) is not None
    return agreed or _TO.search(before) is not None


_AGREED = re.compile(r"\bagree(?:d|s|ing)? to (?:the )?$")
_BARE_DAY = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8})(?=[.,;\"”]|$)")
"""'We agreed to December 15,' not 'agreed to the December 15 plan'."""


def is_moved_from(text: str, at: int) -> bool:
    """Whether the day at an offset is the one from which the words before it move a date: 'put back the deadline from'."""
    return _OUT_OF.search(_before(text, at)) is not None


def _before(text: str, at: int) -> str:
    return " ".join(text[max(0, at - _REACH) : at].lower().split()) + " "
